"""Which percentages a small whole count can give: 37 percent of 20 people is nobody's share.

The test is known as GRIM: Brown & Heathers, The GRIM Test, Social Psychological and Personality Science 8(4), 2017,
doi:10.1177/1948550616673876.
"""

import re

from msgspec import Struct

from factsuite.values.quantities import Quantity

_PRINTED = re.compile(r"\s*([0-9]+)(?:\.([0-9]+))?\s*(?:percent\b|per cent\b|pct\b|%)", re.IGNORECASE)


class Printed(Struct, frozen=True, kw_only=True):
    """A percentage as printed, without a hedge."""

    digits: int
    """As one whole number, without the decimal point."""
    places: int
    """Digits after the decimal point."""


def printed_percentage(quantity: Quantity) -> Printed | None:
    """The percentage a text prints in figures; None where it is hedged, a range, in words, or no percentage."""
    found = _PRINTED.match(quantity.text)
    if found is None or quantity.unit != "percent" or quantity.low is None or quantity.high is None:
        return None
    whole, decimals = found[1], found[2] or ""
    digits, halves = int(whole + decimals), 2 * 10 ** len(decimals)  # in halves of the last digit, to stay in integers
    low, low_of = quantity.low.as_integer_ratio()
    high, high_of = quantity.high.as_integer_ratio()
    is_plain = (2 * digits - 1) * low_of <= halves * low <= 2 * digits * low_of
    is_plain = is_plain and 2 * digits * high_of <= halves * high <= (2 * digits + 1) * high_of
    return Printed(digits=digits, places=len(decimals)) if is_plain else None


def is_possible(printed: Printed, count: int) -> bool:
    """Whether some whole number out of `count` is this percentage once rounded; a half may be rounded either way."""
    hundred, wanted = 100 * 10**printed.places, printed.digits * count
    return any(2 * abs(hundred * part - wanted) <= count for part in nearest_parts(printed, count))


def nearest_parts(printed: Printed, count: int) -> tuple[int, int]:
    """The whole numbers just below and above that share of a count."""
    below = printed.digits * count // (100 * 10**printed.places)
    return below, below + 1
