"""Which percentages a small whole count can give: 37 percent of 20 people is nobody's share.

The test is known as GRIM: Brown & Heathers, The GRIM Test, Social Psychological and Personality Science 8(4), 2017,
doi:10.1177/1948550616673876.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from factsuite.values.quantities import Quantity

_PRINTED = re.compile(r"\s*([0-9]+(?:\.([0-9]+))?)\s*(?:percent\b|per cent\b|pct\b|%)", re.IGNORECASE)
_HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A percentage as printed, without a hedge."""

    value: Fraction
    places: int
    """Digits after the decimal point."""


def printed_percentage(quantity: Quantity) -> Printed | None:
    """The percentage a text prints in figures; None where it is hedged, a range, in words, or no percentage."""
    found = _PRINTED.match(quantity.text)
    if found is None or quantity.unit != "percent" or quantity.low is None or quantity.high is None:
        return None
    value, places = Fraction(found[1]), len(found[2] or "")
    half = Fraction(1, 2 * 10**places)
    is_plain = value - half <= quantity.low <= value <= quantity.high <= value + half
    return Printed(value=value, places=places) if is_plain else None


def is_possible(printed: Printed, count: int) -> bool:
    """Whether some whole number out of `count` is this percentage once rounded; a half may be rounded either way."""
    half = Fraction(1, 2 * 10**printed.places)
    return any(abs(_HUNDRED * part / count - printed.value) <= half for part in nearest_parts(printed, count))


def nearest_parts(printed: Printed, count: int) -> tuple[int, int]:
    """The whole numbers just below and above that share of a count."""
    below = int(printed.value * count // _HUNDRED)
    return below, below + 1
