"""The one order in which everything is compared: entails, compatible, contradicts."""

from collections.abc import Iterable
from enum import Enum


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


_WEIGHT = {Relation.ENTAILS: 0, Relation.COMPATIBLE: 1, Relation.CONTRADICTS: 2}


def weakest(relations: Iterable[Relation]) -> Relation:
    """Combine the fields of one entry: contradicts if any does, else compatible if any is, else entails.

    Incomparable fields say nothing; if all are incomparable, so is the whole.
    """
    comparable = [relation for relation in relations if relation is not Relation.INCOMPARABLE]
    return max(comparable, key=_WEIGHT.__getitem__, default=Relation.INCOMPARABLE)
