"""Ids of entities that the fields of facts hold."""

from collections.abc import Callable
from typing import Any

from factsuite.model.facts import GIVEN, Fact, Terms
from factsuite.model.kinds import FIELDS, Fields, Kind
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


def _readers(fields: Fields) -> tuple[tuple[str, Callable[[Terms], Any]], ...]:
    """How those of a kind's fields are read that hold ids of entities; an order stands for its two events."""
    given = {*fields.scope, *fields.claimed}
    if "order" in given:
        given |= {"earlier", "later"}
    return tuple((name, GIVEN[name]) for name in REFERENCE_FIELDS if name in given)


_READERS = {kind: _readers(fields) for kind, fields in FIELDS.items()}


def references(kind: Kind, terms: Terms) -> list[tuple[str, Ref]]:
    """Every id of an entity in what a fact of some kind asserts, or a source reports of it, with its field's name."""
    found: list[tuple[str, Ref]] = []
    for name, read in _READERS[kind]:
        stated = read(terms)
        if stated is None:
            continue
        if isinstance(stated.value, tuple):
            found += [(name, ref) for ref in stated.value]
        else:
            found.append((name, stated))
    return found


def fact_references(fact: Fact) -> list[tuple[str, Ref]]:
    """Every id of an entity in what a fact asserts and its sources report, with its field's name."""
    found = references(fact.kind, fact.asserts)
    for entry in fact.evidence:
        if entry.reports is not None:
            found += references(fact.kind, entry.reports)
    return found
