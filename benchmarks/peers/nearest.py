"""The naive way: regular expressions for numbers, quotation marks and names, and the nearest one taken.

Its rule for claims also serves the libraries that read numbers but compare none: each number of the claim is set
against the number of the passage nearest to it in value (and of its unit, where the library reads units), with the
hedge that stands right before it in the claim. All hold: supported; any fails: refuted; no number on a side: silent.
"""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from benchmarks.systems import Figure, Quoted, System, Verdict

NAME = "nearest (regex)"
ABILITIES = frozenset(("figures", "reaching_figures", "verdict", "quotations"))
_NUMBER = re.compile(r"(?<![\w.,])(\$ ?)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?( ?%| percent\b)?(?!\w)")
_HEDGE = re.compile(
    r"(?:(?P<least>at least|a minimum of)|(?P<more>more than|over|above)|(?P<most>at most|up to|a maximum of)"
    r"|(?P<less>less than|fewer than|under|below)) ?\$? ?$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“]([^\"“”]*)[\"”]")
_NAME = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*")
_REACH = 60


def system() -> System:
    """The regular expressions as a system."""
    return System(
        name=NAME,
        figures=figures,
        reaching_figures=figures,
        verdict=lambda claim, passage: judge(claim, passage, figures),
        quotations=quotations,
    )


def figures(text: str) -> list[Figure]:
    """Every number in digits, with a dollar sign before it or a percent sign after it."""
    found = []
    for match in _NUMBER.finditer(text):
        value = Fraction(match[2].replace(",", "") + (match[3] or ""))
        unit = "usd" if match[1] else "percent" if match[4] else ""
        kind = {"usd": "money", "percent": "percent"}.get(unit, "cardinal")
        number = (match.start(2), match.end(3) if match[3] else match.end(2))
        found.append(
            Figure(start=match.start(), end=match.end(), number=number, low=value, high=value, unit=unit, kind=kind)
        )
    return found


def judge(claim: str, passage: str, read: Callable[[str], Sequence[Figure]]) -> Verdict | None:
    """The verdict of nearest numbers."""
    asserted, reported = read(claim), read(passage)
    verdict = None
    for each in asserted:
        values = [other.low for other in reported if other.unit == each.unit and other.low is not None]
        if each.low is None or not values:
            continue
        nearest = min(values, key=lambda value, wanted=each.low: abs(value - wanted))
        hedge = _HEDGE.search(claim[max(0, each.start - _REACH) : each.start])
        if not _holds(hedge.lastgroup if hedge else None, nearest, each.low):
            return Verdict.REFUTES
        verdict = Verdict.SUPPORTS
    return verdict


def _holds(hedge: str | None, reported: Fraction, asserted: Fraction) -> bool:
    match hedge:
        case "least":
            return reported >= asserted
        case "more":
            return reported > asserted
        case "most":
            return reported <= asserted
        case "less":
            return reported < asserted
        case _:
            return reported == asserted


def quotations(text: str) -> list[Quoted]:
    """What stands between double quotation marks, spoken by the nearest capitalised words outside."""
    spans = [match.span() for match in _QUOTED.finditer(text)]
    names = [match.span() for match in _NAME.finditer(text) if not any(a <= match.start() < b for a, b in spans)]
    found = []
    for start, end in spans:
        near = min(names, key=lambda name, at=(start, end): max(at[0] - name[1], name[0] - at[1]), default=None)
        found.append(Quoted(start=start + 1, end=end - 1, words=text[start + 1 : end - 1], speaker=near))
    return found
