"""Ids of entities that the fields of facts hold."""

from collections.abc import Sequence
from itertools import compress
from operator import attrgetter

from factsuite.model.facts import ATTRIBUTES, Fact, Terms
from factsuite.model.stated import Ref

REFERENCE_FIELDS = (
    "measure",
    "according_to",
    "event",
    "earlier",
    "later",
    "speaker",
    "to",
    "at",
    "person",
    "what",
    "where",
    "who",
)
"""The fields that hold ids of entities."""
_READ = attrgetter(*(ATTRIBUTES.get(name, name) for name in REFERENCE_FIELDS))


def references(terms: Terms | None) -> Sequence[tuple[str, Ref]]:
    """Every id of an entity that a fact's fields hold, with the name of its field."""
    given = _READ(terms) if terms is not None else ()
    if not any(given):  # a report often gives a value alone
        return ()
    found: list[tuple[str, Ref]] = []
    for name, stated in zip(compress(REFERENCE_FIELDS, given), filter(None, given), strict=True):
        if isinstance(stated.value, tuple):
            found += [(name, ref) for ref in stated.value]
        else:
            found.append((name, stated))
    return found


def all_references(fact: Fact) -> list[tuple[str, Ref]]:
    """The same of all that the article asserts and of all that is reported of it."""
    found = [*references(fact.asserts)]
    for entry in fact.evidence:
        found += references(entry.reports)
    return found
