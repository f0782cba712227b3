"""The ids an article gives to its sources, entities and facts: one id is one thing."""

from collections.abc import Iterable

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.model.dossiers import Dossier
from factsuite.model.entities import Entity
from factsuite.model.sources import Source


class Named(Struct, frozen=True, kw_only=True):
    """An entry with an id."""

    id: str
    at: Location


class RepeatedFact(Struct, frozen=True, kw_only=True):
    """A fact whose id another one of its article has."""

    label: str
    id: str
    at: Location
    first_line: int
    """Where the first fact with the id stands."""


class Identifiers(Struct, frozen=True, kw_only=True):
    """The ids of one article, of what articles share, or of all together, in the order of the files."""

    sources: tuple[Named, ...] = ()
    entities: tuple[Named, ...] = ()
    repeated_facts: tuple[RepeatedFact, ...] = ()
    """Ids of facts are unique within their article, so no other article has to be asked."""


def named(things: Iterable[Source | Entity]) -> tuple[Named, ...]:
    """The ids of sources or entities, each with its place."""
    return tuple([Named(id=thing.id, at=thing.at) for thing in things])


def identifiers_of(dossier: Dossier) -> Identifiers:
    """The ids of one article."""
    return Identifiers(
        sources=named(dossier.sources), entities=named(dossier.entities), repeated_facts=_repeated(dossier)
    )


def all_of(parts: Iterable[Identifiers]) -> Identifiers:
    """The ids of several articles, and of what they share, one after the other; repeated facts come last."""
    given = tuple(parts)
    return Identifiers(
        sources=tuple(each for part in given for each in part.sources),
        entities=tuple(each for part in given for each in part.entities),
        repeated_facts=tuple(each for part in given for each in part.repeated_facts),
    )


def _repeated(dossier: Dossier) -> tuple[RepeatedFact, ...]:
    repeated = [slot for slot in dossier.slots if "@" in slot.label]  # its line is added where a label is taken
    if not repeated:
        return ()
    lines = {slot.label: slot.at.line for slot in dossier.slots}
    found = []
    for slot in repeated:
        id = slot.label.partition("@")[0]
        if lines[id] != slot.at.line:
            found.append(RepeatedFact(label=slot.label, id=id, at=slot.at, first_line=lines[id]))
    return tuple(found)
