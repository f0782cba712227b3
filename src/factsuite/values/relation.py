"""The one order in which everything is compared: entails, compatible, contradicts."""

from collections.abc import Iterable
from enum import Enum
from typing import Final


class Relation(Enum):
    """How what a source reports stands to what the article asserts.

    Every value denotes the set of states of the world it allows. The relation compares the two sets.
    """

    ENTAILS = "entails"
    """The reported set lies within the asserted set: 3,200 / at least 3,000."""
    COMPATIBLE = "compatible"
    """The sets overlap, but the article says more than the source: at least 3,000 / 3,200."""
    CONTRADICTS = "contradicts"
    """The sets have nothing in common: 10,000 / up to 3,000."""
    INCOMPARABLE = "incomparable"
    """One is silent, or they are in different units or about different things: 3,000 tonnes / 3,000 soldiers."""

    __hash__ = object.__hash__  # the one of Enum is Python code, and every comparison looks a relation up


ENTAILS: Final = Relation.ENTAILS
COMPATIBLE: Final = Relation.COMPATIBLE
CONTRADICTS: Final = Relation.CONTRADICTS
INCOMPARABLE: Final = Relation.INCOMPARABLE
"""The relations by themselves: Python 3.11 takes ten times as long to find a member in its class, and every
comparison of every entry asks for some."""


def weakest(relations: Iterable[Relation]) -> Relation:
    """Combine the fields of one entry: contradicts if any does, else compatible if any is, else entails.

    Incomparable fields say nothing; if all are incomparable, so is the whole.
    """
    found: Relation = INCOMPARABLE
    for relation in relations:
        if relation is CONTRADICTS:
            return CONTRADICTS
        if relation is COMPATIBLE or found is INCOMPARABLE:
            found = relation
    return found
