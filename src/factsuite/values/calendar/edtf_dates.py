"""One date of the Extended Date/Time Format: what its digits, masks and marks leave open."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from factsuite.values.calendar.calendar_days import MINUTES, add_months, day_number, days_in_month, season_span
from factsuite.values.calendar.moments import Bounds, merged, of_days

ABOUT_DAYS = 3


ABOUT_MONTHS = 1


ABOUT_YEARS = 2
"""How far `~` (and "about", "circa") reaches on either side of a day, a month or season, a year. For a decade and a
century it is half their length. House policy: the standard names no distance."""


MOST_ALTERNATIVES = 1200
"""More alternatives than this (`XXXX-XX-23`) are read as doubted: anywhere between the first and the last of them."""


DATE = re.compile(r"([?~%]?)(-?[0-9X]{4})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?")


_LONG_YEAR = re.compile(r"Y(-?)([1-9][0-9]{0,40})(?:E([1-9][0-9]?))?(?:S([1-9][0-9]?))?([?~%]?)")


_ROUND_YEAR = re.compile(r"(-?)([0-9]{4})S([1-9])([?~%]?)")


class Part(Struct, frozen=True, kw_only=True):
    """A date of the format, without times: its alternatives in days, and what was doubted."""

    bounds: tuple[Bounds, ...]
    uncertain: bool = False


def date_part(text: str) -> Part | None:
    """One date of the format, without a time; None if it is none."""
    if text[:1] == "Y":
        return _long_year(text)
    if "S" in text:
        return _round_year(text)
    match = DATE.fullmatch(text)
    if match is None or match[2] == "-0000" or (match[2][0] == "-" and "X" in match[2]):
        return None
    if text.replace("-", "").isdecimal():  # neither marks nor masks: most dates
        span = _span(int(match[2]), match[5], match[8])
        return None if span is None else Part(bounds=(of_days(*span),))
    marks = [(match[1], match[3]), (match[4] or "", match[6] or ""), (match[7] or "", match[9] or "")]
    if any(left and right for left, right in marks):
        return None
    found = _alternatives(match[2], match[5], match[8])
    if found is None:
        return None
    said = [left + right for left, right in marks]
    doubted = any("?" in mark or "%" in mark for mark in said)
    unit = _about_unit(said, match)
    bounds = found.bounds if unit is None else tuple(widened(each, unit) for each in found.bounds)
    return Part(bounds=merged(bounds), uncertain=found.uncertain or doubted)


def _about_unit(said: list[str], match: re.Match[str]) -> str | None:
    """The coarsest component that is approximate; a mark at the end of the whole speaks of its precision."""
    for index, unit in enumerate(("year", "month", "day")):
        if "~" in said[index] or "%" in said[index]:
            if unit == "year":
                unknown = match[2].count("X")
                return ("year", "decade", "century")[min(unknown, 2)]
            return unit
    return None


def widened(bounds: Bounds, unit: str) -> Bounds:
    """Bounds as far as "about" reaches, for a date of this precision (minute to century)."""
    months = {
        "month": ABOUT_MONTHS,
        "season": ABOUT_MONTHS,
        "year": 12 * ABOUT_YEARS,
        "decade": 60,
        "century": 600,
    }.get(unit)
    if months is None:
        days = ABOUT_DAYS * MINUTES if unit != "minute" else 60
        earliest = None if bounds.earliest is None else bounds.earliest - days
        latest = None if bounds.latest is None else bounds.latest + days
        return Bounds(earliest=earliest, latest=latest)
    first = None if bounds.earliest is None else add_months(bounds.earliest // MINUTES, -months)
    last = None if bounds.latest is None else add_months(bounds.latest // MINUTES + 1, months) - 1
    return of_days(first, last)


def _alternatives(year: str, month: str | None, day: str | None) -> Part | None:
    """Every date that fits the mask, consecutive days as one."""
    if "X" not in year + (month or "") + (day or ""):
        found = _span(int(year), month, day)
        return None if found is None else Part(bounds=(of_days(*found),))
    years = _years(year)
    whole_years = month in (None, "XX") and day in (None, "XX")
    if whole_years and years.step == 1:
        span = of_days(day_number(years[0], 1, 1), day_number(years[-1] + 1, 1, 1) - 1)
        return Part(bounds=(span,))
    if len(years) > MOST_ALTERNATIVES:
        return _too_many(years, month, day)
    bounds: list[Bounds] = []
    for each in years:
        bounds.extend(of_days(*span) for span in _spans(each, month, day))
        if len(bounds) > MOST_ALTERNATIVES:
            return _too_many(years, month, day)
    return Part(bounds=merged(bounds)) if bounds else None


def _too_many(years: range, month: str | None, day: str | None) -> Part | None:
    if not any(_spans(each, month, day) for each in (2000, 2001)):
        return None
    span = of_days(day_number(years[0], 1, 1), day_number(years[-1] + 1, 1, 1) - 1)
    return Part(bounds=(span,), uncertain=True)


def _years(mask: str) -> range:
    """Years of a mask: exact where the unknown digits are the last ones or stand together, else their hull."""
    low, high = int(mask.replace("X", "0")), int(mask.replace("X", "9"))
    known = len(mask.rstrip("X"))
    step = 1 if "X" not in mask[:known] else 10 ** (len(mask) - mask.rindex("X") - 1)
    return range(low, high + 1, step)


def _fitting(mask: str, last: int) -> Iterable[int]:
    """The numbers from 1 to the last that fit two digits, either of which may be left open."""
    if "X" not in mask:
        return (int(mask),) if 1 <= int(mask) <= last else ()
    numbers = range(1, last + 1)
    return [each for each in numbers if all(have in (want, "X") for have, want in zip(mask, f"{each:02}", strict=True))]


def _spans(year: int, month: str | None, day: str | None) -> Iterator[tuple[int, int]]:
    if month is None:
        yield day_number(year, 1, 1), day_number(year + 1, 1, 1) - 1
        return
    if "X" not in month and int(month) > 12:
        if day is None and 21 <= int(month) <= 41:
            yield season_span(year, int(month))
        return
    for each in _fitting(month, 12):
        yield from _days(year, each, day)


def _days(year: int, month: int, day: str | None) -> Iterator[tuple[int, int]]:
    if day in (None, "XX"):
        yield season_span(year, month)
        return
    for each in _fitting(day or "", days_in_month(year, month)):
        number = day_number(year, month, each)
        yield number, number


def _span(year: int, month: str | None, day: str | None) -> tuple[int, int] | None:
    """The days of a date without masks; None if there is no such date."""
    if month is None or day is None:
        return next(_spans(year, month, day), None)
    if not 1 <= int(month) <= 12 or not 1 <= int(day) <= days_in_month(year, int(month)):
        return None
    number = day_number(year, int(month), int(day))
    return number, number


def _long_year(text: str) -> Part | None:
    match = _LONG_YEAR.fullmatch(text)
    if match is None:
        return None
    digits = match[2] + "0" * int(match[3] or 0)
    return _significant(match[1], digits, match[4], match[5]) if len(digits) > 4 else None


def _round_year(text: str) -> Part | None:
    match = _ROUND_YEAR.fullmatch(text)
    if match is None or (match[1] and match[2] == "0000"):
        return None
    return _significant(match[1], match[2], match[3], match[4])


def _significant(sign: str, digits: str, significant: str | None, mark: str) -> Part | None:
    """A year of which only the first digits count: `1950S2` is some year from 1900 to 1999."""
    count = int(significant or len(digits))
    if count > len(digits):
        return None
    low = int(digits[:count] + "0" * (len(digits) - count))
    high = int(digits[:count] + "9" * (len(digits) - count))
    if sign:
        low, high = -high, -low
    span = of_days(day_number(low, 1, 1), day_number(high + 1, 1, 1) - 1)
    if mark in ("~", "%"):
        span = widened(span, "year")
    return Part(bounds=(span,), uncertain=mark in ("?", "%"))
