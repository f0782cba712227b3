"""What is told in two units is one quantity: six feet, two inches; 1 hour and 15 minutes."""

import re
from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from factsuite.texts.mentions import Mention
from factsuite.values.quantities import Quantity

_SMALLER = {
    "foot": ("inch", 12),
    "stone": ("pound", 14),
    "pound": ("ounce", 16),
    "hour": ("minute", 60),
    "minute": ("second", 60),
    "year": ("month", 12),
}
"""Units told together with a smaller one, and how many of it they hold."""
_JOINT = re.compile(r"[ ,]{0,3}(?:and )?")
"""What stands between two units of one measure."""


def joined(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Make one of what is told in two units: *six feet, two inches*."""
    kept: list[Mention] = []
    for mention in mentions:
        if kept and _JOINT.fullmatch(text, kept[-1].end, mention.start) and _is_rest(kept[-1], mention):
            kept[-1] = _joined(text, kept[-1], mention)
        else:
            kept.append(mention)
    return tuple(kept)


def _is_rest(one: Mention, other: Mention) -> bool:
    if one.quantity is None or other.quantity is None or other.quantity.low != other.quantity.high:
        return False
    return _SMALLER.get(one.quantity.unit, (None, 1))[0] == other.quantity.unit


def _joined(text: str, one: Mention, other: Mention) -> Mention:
    assert one.quantity is not None and one.printed is not None
    assert other.quantity is not None and other.quantity.low is not None
    rest = other.quantity.low / _SMALLER[one.quantity.unit][1]
    quantity, printed = (_shifted(each, rest) for each in (one.quantity, one.printed))
    return replace(one, end=other.end, text=text[one.start : other.end], quantity=quantity, printed=printed)


def _shifted(quantity: Quantity, rest: Fraction) -> Quantity:
    low = None if quantity.low is None else quantity.low + rest
    high = None if quantity.high is None else quantity.high + rest
    return replace(quantity, low=low, high=high)
