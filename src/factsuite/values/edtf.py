"""The Extended Date/Time Format of ISO 8601-2:2019 (Library of Congress specification of 2019-02-04), strictly.

Level 0 and level 1 whole. Of level 2: exponential years, significant digits, sub-year groupings 25-41, one-of and
all-of sets, qualification of single components, unspecified digits anywhere in a date.
"""

import re
from functools import lru_cache

from factsuite.values.calendar.calendar_days import days_in_month
from factsuite.values.calendar.edtf_dates import DATE, Part, date_part
from factsuite.values.calendar.moments import Bounds, DateValue, hull, merged

_TIME = re.compile(
    r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})T([01][0-9]|2[0-3]):([0-5][0-9]):(?:[0-5][0-9]|60)"
    r"(Z|[+-](?:[01][0-9]|2[0-3])(?::[0-5][0-9])?)?"
)
_DRAFT = (
    (re.compile(r"unknown|open"), "an unknown end is left empty and an open end is '..' (old draft of EDTF)"),
    (re.compile(r"[0-9]u|^u|-u"), "unspecified digits are written X, not u (old draft of EDTF)"),
    (re.compile(r"^y"), "years of more than four digits begin with a capital Y (old draft of EDTF)"),
    (re.compile(r"[0-9]x"), "decades and centuries are written with a capital X (old draft of EDTF)"),
    (re.compile(r"[()]"), "a qualifier stands beside its component, without brackets (old draft of EDTF)"),
    (re.compile(r"[0-9]e[0-9]|p[0-9]"), "exponents are written E, significant digits S (old draft of EDTF)"),
    (re.compile(r"\?~|~\?"), "uncertain as well as approximate is written % (old draft of EDTF)"),
)


@lru_cache(maxsize=4096)
def read_edtf(text: str) -> DateValue | None:
    """The value of an EDTF string, or None if it is none."""
    if not text or len(text) > 10_000 or text[0] not in "0123456789-XY?~%[{/.":
        return None
    if text[0] in "[{":
        return _set(text)
    if "/" in text:
        return _interval(text)
    if "T" in text:
        return _date_time(text)
    part = date_part(text)
    return None if part is None else DateValue(starts=part.bounds, uncertain=part.uncertain, text=text)


def edtf_problem(text: str) -> str:
    """Why a text is not EDTF, for an editor; empty if it is."""
    if not text.strip():
        return "it is empty"
    if read_edtf(text) is not None:
        return ""
    for pattern, hint in _DRAFT:
        if pattern.search(text[:1000]):
            return hint
    if text != text.strip() or " " in text:
        return "EDTF has no spaces"
    if "/" in text:
        return _interval_problem(text)
    return _date_problem(text)


def _interval_problem(text: str) -> str:
    for side in text.split("/"):
        if side not in ("", "..") and date_part(side) is None:
            return f"{side[:40]}: {_date_problem(side)}"
    return "an interval has a start and an end, in that order, at least one of them known"


def _date_problem(text: str) -> str:
    match = DATE.fullmatch(text)
    if match is None or "X" in text:
        return "it is not a date of EDTF (YYYY, YYYY-MM or YYYY-MM-DD, and what extends them)"
    month, day = int(match[5] or 1), int(match[8] or 1)
    if not 1 <= month <= 12 and (match[8] or not 21 <= month <= 41):
        return f"there is no month {match[5]}"
    if not 1 <= day <= 31 or (month <= 12 and day > days_in_month(int(match[2]), month)):
        return f"month {match[5]} of {match[2]} has no day {match[8]}"
    return "it is not a date of EDTF"


def _date_time(text: str) -> DateValue | None:
    match = _TIME.fullmatch(text)
    if match is None or match[6] in ("-00", "-00:00"):
        return None
    part = date_part(text[: text.index("T")])
    if part is None:
        return None
    minute = (part.bounds[0].earliest or 0) + int(match[4]) * 60 + int(match[5])
    at = Bounds(earliest=minute, latest=minute)
    return DateValue(starts=(at,), offset=read_offset(match[6]), text=text)


def read_offset(text: str | None) -> int | None:
    """Minutes east of UTC of `Z`, `+hh` or `+hh:mm`; None stays None."""
    if text is None:
        return None
    if text == "Z":
        return 0
    minutes = int(text[1:3]) * 60 + int(text[4:6] or 0)
    return -minutes if text[0] == "-" else minutes


def _interval(text: str) -> DateValue | None:
    sides = text.split("/")
    if len(sides) != 2 or all(side in ("", "..") for side in sides):
        return None
    first, last = (_side(side) for side in sides)
    if first is None or last is None:
        return None
    start, end = hull(first.bounds), hull(last.bounds)
    if start.earliest is not None and end.latest is not None and end.latest < start.earliest:
        return None
    starts = first.bounds if start != _OPEN else (Bounds(earliest=None, latest=end.latest),)
    ends = last.bounds if end != _OPEN else (Bounds(earliest=start.earliest, latest=None),)
    return DateValue(starts=starts, ends=ends, uncertain=first.uncertain or last.uncertain, text=text)


_OPEN = Bounds(earliest=None, latest=None)


def _side(text: str) -> Part | None:
    return Part(bounds=(_OPEN,)) if text in ("", "..") else date_part(text)


def _set(text: str) -> DateValue | None:
    """`[..]` is one of its members, `{..}` all of them."""
    if len(text) < 3 or text[-1] != {"[": "]", "{": "}"}[text[0]]:
        return None
    members = text[1:-1].split(",")
    bounds: list[Bounds] = []
    uncertain = False
    for index, member in enumerate(members):
        part = _member(member, first=index == 0, last=index == len(members) - 1)
        if part is None:
            return None
        bounds.extend(part.bounds)
        uncertain = uncertain or part.uncertain
    every = text[0] == "{" and len(bounds) > 1
    return DateValue(starts=merged(bounds), uncertain=uncertain, every=every, text=text)


def _member(text: str, *, first: bool, last: bool) -> Part | None:
    """A member of a set: a date, a range `a..b`, and at its edges `..b` and `a..`."""
    if ".." not in text:
        return date_part(text)
    left, _, right = text.partition("..")
    if (not left and not (first and right)) or (not right and not (last and left)):
        return None
    low, high = _side(left), _side(right)
    if low is None or high is None:
        return None
    whole = Bounds(earliest=hull(low.bounds).earliest, latest=hull(high.bounds).latest)
    if whole.earliest is not None and whole.latest is not None and whole.latest < whole.earliest:
        return None
    return Part(bounds=(whole,), uncertain=low.uncertain or high.uncertain)
