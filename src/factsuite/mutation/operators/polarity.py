"""Negations added and dropped: the shortest way to say the opposite."""

import re
from collections.abc import Iterator

from factsuite.mutation.changes import Change, splice
from factsuite.mutation.newsroom_copy import Copy

_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|should|may|might|must|can)\b(?! not\b|n't|n’t)"
)
_NEGATION = re.compile(r"\b(?:not|never|no) (?=[a-z])", re.IGNORECASE)


def negation_added(copy: Copy) -> Iterator[Change]:
    """*Have not been sent* for *have been sent*."""
    for start, end in _outside(copy):
        yield from negated(copy.text, start, end)


def negation_dropped(copy: Copy) -> Iterator[Change]:
    """*Is aimed at* for *is not aimed at*."""
    for start, end in _outside(copy):
        yield from without_negation(copy.text, start, end)


def negated(text: str, start: int, end: int) -> Iterator[Change]:
    """*Not* after each auxiliary of a stretch."""
    for found in _AUXILIARY.finditer(text, start, end):
        yield splice(text, found.start(), found.end(), f"{found[0]} not")


def without_negation(text: str, start: int, end: int) -> Iterator[Change]:
    """Each negation of a stretch left out."""
    for found in _NEGATION.finditer(text, start, end):
        yield splice(text, found.start(), found.end(), "")


def _outside(copy: Copy) -> Iterator[tuple[int, int]]:
    """The stretches outside quotation marks."""
    start = 0
    for quotation in copy.quotations:
        yield start, quotation.start
        start = quotation.end
    yield start, len(copy.text)
