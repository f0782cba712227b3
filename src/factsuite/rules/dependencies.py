"""What a fact's result depends on: the keys under which it may be kept, and by which it is judged again."""

from collections.abc import Iterable

from msgspec import Struct

from factsuite.model.dossiers import Dossier
from factsuite.model.entities import Entity, Event, Person
from factsuite.model.fact_kinds import Derived, OfficeFact
from factsuite.model.facts import Fact
from factsuite.model.references import fact_references
from factsuite.model.registry import Registry
from factsuite.verdicts.lines import origins
from factsuite.verdicts.uses import entity_references, source_references


class Dependencies(Struct, frozen=True, kw_only=True):
    """What the judgement on one fact is made from, besides its own entry and the policy.

    What is read in its texts depends on the names of every entity as well: those are one more key, the same for all
    facts of an article.
    """

    entities: frozenset[str]
    sources: frozenset[str]
    """The sources it cites, those its entities rest on, and those they derive from."""
    facts: frozenset[str]
    """Ids of the facts it is computed from."""


def dependencies_of(fact: Fact, registry: Registry) -> Dependencies:
    """The dependencies of one fact."""
    entities = _entities(fact, registry)
    cited = {entry.source.value for entry in fact.evidence}
    cited.update(ref.value for id in entities for ref in source_references(registry.entities[id]))
    return Dependencies(
        entities=entities,
        sources=frozenset(cited | {root for id in cited for root in origins(id, registry)[0]}),
        facts=_operands(fact),
    )


def depending_on(
    dossier: Dossier,
    known: dict[str, Dependencies],
    *,
    facts: Iterable[str] = (),
    entities: Iterable[str] = (),
    sources: Iterable[str] = (),
) -> frozenset[str]:
    """The labels of the facts to be judged again when some facts (by label), entities or sources have changed."""
    labels, changed, cited = set(facts), frozenset(entities), frozenset(sources)
    labels |= {label for label, needs in known.items() if needs.entities & changed or needs.sources & cited}
    ids = {fact.label: fact.id for fact in dossier.facts}
    while True:
        moved = {ids[label] for label in labels if label in ids}
        more = {label for label, needs in known.items() if needs.facts & moved} - labels
        if not more:
            return frozenset(labels)
        labels |= more


def _entities(fact: Fact, registry: Registry) -> frozenset[str]:
    """Those a fact and its evidence name, what they lie within, and those these refer to."""
    named = {ref.value for _, ref in fact_references(fact)}
    named |= _operands(fact)
    if isinstance(fact, OfficeFact):  # a title is compared with everybody's
        named |= {person.id for person, _ in registry.offices}
    found: set[str] = set()
    waiting = sorted(named)
    while waiting:
        entity: Entity | None = registry.entities.get(waiting.pop())
        if entity is None or entity.id in found:
            continue
        found.add(entity.id)
        if isinstance(entity, Event | Person) or entity.within:
            waiting += [ref.value for _, ref in entity_references(entity)]
    return frozenset(found)


def _operands(fact: Fact) -> frozenset[str]:
    """Ids of facts, or of events, that a derived fact is computed from."""
    expression = fact.asserts.expression if isinstance(fact, Derived) else None
    return frozenset(expression.value.names) if expression is not None else frozenset()
