"""Quantities of one measure: which unit a value is in, by the nouns that count as one."""

import re
from fractions import Fraction
from functools import lru_cache

from factsuite.model.entities import Measure
from factsuite.values.quantities import Quantity, Reach, compare_quantities, same_numbers, same_set
from factsuite.values.relation import ENTAILS, INCOMPARABLE, Relation

_EXACTLY = re.compile(r"\b(?:exactly|precisely)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _noun_pattern(nouns: tuple[str, ...]) -> re.Pattern[str] | None:
    words = sorted({noun.casefold() for noun in nouns if noun}, key=lambda noun: (-len(noun), noun))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b") if words else None


@lru_cache(maxsize=4096)
def _is_counted(noun: str, unit: str, nouns: tuple[str, ...]) -> bool:
    pattern = _noun_pattern((unit, *nouns))
    return pattern is not None and pattern.search(noun.casefold()) is not None


def counts_as(quantity: Quantity, measure: Measure | None) -> str | None:
    """The unit a quantity is in: its own, the measure's where one of its nouns is counted, or None: something else.

    A bare number takes the unit of the measure it is given for.
    """
    if quantity.unit:
        return quantity.unit
    if measure is None or not quantity.noun:
        return measure.unit if measure is not None else quantity.noun
    return measure.unit if _is_counted(quantity.noun, measure.unit, measure.nouns) else None


def compare_measured(reported: Quantity, asserted: Quantity, measure: Measure | None) -> Relation:
    """Compare two values of one measure; a value that counts something else is incomparable."""
    left = counts_as(reported, measure)
    if left is None:
        return INCOMPARABLE
    if reported is asserted:  # most reports give the article's own words, which are read once
        return INCOMPARABLE if asserted.is_empty() else ENTAILS
    right = counts_as(asserted, measure)
    return INCOMPARABLE if right is None else compare_quantities(reported, asserted, (left, right))


def compare_reported(reported: Quantity, asserted: Quantity, measure: Measure | None, reach: Reach) -> Relation:
    """The same for what a source reports: a whole number of percent is what the source's decimals round to.

    *60.8 percent* and *61.0 percent* are *61 percent* to a newsroom; no farther than half of what *about* allows.
    """
    relation = compare_measured(reported, asserted, measure)
    if relation is ENTAILS or relation is INCOMPARABLE or not reach.rounding:
        return relation
    return ENTAILS if _rounds_to(reported, asserted, reach) else relation


def _rounds_to(reported: Quantity, asserted: Quantity, reach: Reach) -> bool:
    whole, printed = asserted.low, _decimal(reported)
    if whole is None or whole != asserted.high or whole.denominator != 1 or printed is None:
        return False
    if printed == whole:
        return reported.unit == asserted.unit
    room = min(Fraction(1), abs(whole) * reach.about) / 2
    return (
        reported.unit == asserted.unit == "percent"
        and not _EXACTLY.search(asserted.text)
        and whole - room <= printed < whole + room
    )


def _decimal(quantity: Quantity) -> Fraction | None:
    """The number as printed, where it stands for all that rounds to it."""
    low, high = quantity.low, quantity.high
    if low is None or high is None or low == high or not quantity.low_closed or quantity.high_closed:
        return None
    return (low + high) / 2


def same_measured(one: Quantity, other: Quantity, measure: Measure | None) -> bool:
    """Whether two values of one measure allow exactly the same numbers."""
    left, right = counts_as(one, measure), counts_as(other, measure)
    if left is None or right is None:
        return False
    if left == right and one.per == other.per:
        return same_numbers(one, other) or _same_print(one, other)
    return _same_print(one, other) or same_set(one, other, (left, right))


def _same_print(one: Quantity, other: Quantity) -> bool:
    """*61.0 percent* and *61 percent* are one figure in two prints."""
    if (one.unit, one.per) != (other.unit, other.per) or not one.unit:
        return False
    return any(a.low is not None and a.low == a.high == _decimal(b) for a, b in ((one, other), (other, one)))
