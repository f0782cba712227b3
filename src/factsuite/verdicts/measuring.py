"""Quantities of one measure: which unit a value is in, by the nouns that count as one."""

import re
from dataclasses import replace
from functools import lru_cache

from factsuite.model.entities import Measure
from factsuite.values.quantities import Quantity, compare_quantities, same_set
from factsuite.values.relation import Relation


@lru_cache(maxsize=4096)
def _noun_pattern(nouns: tuple[str, ...]) -> re.Pattern[str] | None:
    words = sorted({noun.casefold() for noun in nouns if noun}, key=lambda noun: (-len(noun), noun))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b") if words else None


def counts_as(quantity: Quantity, measure: Measure | None) -> str | None:
    """The unit a quantity is in: its own, the measure's where one of its nouns is counted, or None: something else.

    A bare number takes the unit of the measure it is given for.
    """
    if quantity.unit:
        return quantity.unit
    if measure is None or not quantity.noun:
        return measure.unit if measure is not None else quantity.noun
    pattern = _noun_pattern((measure.unit, *measure.nouns))
    return measure.unit if pattern is not None and pattern.search(quantity.noun.casefold()) else None


def compare_measured(reported: Quantity, asserted: Quantity, measure: Measure | None) -> Relation:
    """Compare two values of one measure; a value that counts something else is incomparable."""
    left, right = counts_as(reported, measure), counts_as(asserted, measure)
    if left is None or right is None:
        return Relation.INCOMPARABLE
    return compare_quantities(replace(reported, unit=left), replace(asserted, unit=right))


def same_measured(one: Quantity, other: Quantity, measure: Measure | None) -> bool:
    """Whether two values of one measure allow exactly the same numbers."""
    left, right = counts_as(one, measure), counts_as(other, measure)
    if left is None or right is None:
        return False
    return same_set(replace(one, unit=left), replace(other, unit=right))
