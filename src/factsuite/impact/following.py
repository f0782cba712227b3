"""What follows from the facts that fall: derived figures, and other facts of the same measure or event."""

from collections.abc import Iterable, Iterator

from factsuite.model.dossiers import Dossier
from factsuite.model.fact_kinds import Derived
from factsuite.model.facts import Fact
from factsuite.model.references import references


def derived_from(fallen: Iterable[Fact], dossier: Dossier) -> tuple[Derived, ...]:
    """Every derived fact that is computed from one of these, however far down, in order of the text."""
    ids = {fact.id for fact in fallen}
    derived = [fact for fact in dossier.facts if isinstance(fact, Derived)]
    found: dict[str, Derived] = {}
    more = True
    while more:
        more = False
        for fact in derived:
            stated = fact.asserts.expression
            if fact.label not in found and stated is not None and ids & set(stated.value.names):
                found[fact.label] = fact
                ids.add(fact.id)
                more = True
    return tuple(fact for fact in derived if fact.label in found)


def measures_of(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The measures that facts give values of, sorted."""
    return tuple(sorted({fact.asserts.measure.value for fact in facts if fact.asserts.measure is not None}))


def referring_to(entity: str, dossier: Dossier) -> Iterator[tuple[Fact, tuple[str, ...]]]:
    """The facts that speak of an entity, with the fields that do, in what is asserted or reported."""
    for fact, named in dossier.references:
        fields = dict.fromkeys(name for name, ref in named if ref.value == entity)
        if fields:
            yield fact, tuple(fields)


def alike(fact: Fact, dossiers: Iterable[Dossier]) -> Iterator[tuple[Dossier, Fact]]:
    """Other facts, in any article, about the same measure or event."""
    about = {ref.value for name, ref in references(fact.kind, fact.asserts) if name in ("measure", "event")}
    for dossier in dossiers:
        for other in dossier.facts:
            refs = {ref.value for name, ref in references(other.kind, other.asserts) if name in ("measure", "event")}
            if other is not fact and about & refs:
                yield dossier, other
