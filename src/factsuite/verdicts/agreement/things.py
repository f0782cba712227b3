"""Everything an article and its entities have reports of, each thing once, however many facts it stands in."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from factsuite.model.entities import Event, Person
from factsuite.model.registry import Registry
from factsuite.verdicts.agreement.gathering import (
    EVENT_TOPICS,
    ByTopic,
    Gathered,
    gather_events,
    gather_figures,
    gather_terms,
    gather_titles,
    gather_words,
    recorded_entities,
)
from factsuite.verdicts.agreement.records import Thing, Topic
from factsuite.verdicts.agreement.scopes import Recorded, Scope, Scoped, reports_in
from factsuite.verdicts.grounds import Grounds

_NAMES = {
    Topic.DATE: "the date of ",
    Topic.PLACE: "the place of ",
    Topic.PEOPLE: "who took part in ",
    Topic.TITLE: "the office of ",
}


def things_of(grounds: Grounds) -> Iterator[Thing]:
    """Every thing with a report, by topic, in the order it is first asserted or recorded."""
    dossier, registry = grounds.dossier, grounds.registry
    entities = recorded_entities(dossier)
    events = [entity for entity in entities if isinstance(entity, Event)]
    facts = ByTopic(dossier.facts)
    yield from _things(gather_figures(facts.figures), registry)
    for topic in EVENT_TOPICS:
        yield from _things(gather_events(topic, facts.on_events, events), registry)
    yield from _things(gather_titles(facts.offices), registry)
    yield from gather_terms(entity for entity in entities if isinstance(entity, Person))
    yield from _things(gather_words(facts.quotations), registry)


def _things(gathered: Gathered, registry: Registry) -> Iterator[Thing]:
    recorded = gathered.recorded
    scopes: dict[object, list[Scoped]] = {}
    for scoped in gathered.claims:
        if scoped.scope.about in recorded:
            scopes.setdefault(scoped.scope.key, []).append(scoped)
    found: dict[str, list[Thing]] = {}
    for alike in scopes.values():
        thing = _thing(gathered.topic, alike, recorded[alike[0].scope.about], registry)
        if thing is not None:
            found.setdefault(thing.about, []).append(thing)
    for things in found.values():
        if len(things) == 1:
            yield things[0]
        else:
            yield from _folded(things)


def _folded(things: Sequence[Thing]) -> Iterator[Thing]:
    """The things of one id, without the records that are looked at within another."""
    said = [_said(thing) for thing in things]
    into = [_wider(place, things, said) for place in range(len(things))]
    for place, thing in enumerate(things):
        if into[place] is None:
            lesser = [other for other, wider in zip(things, into, strict=True) if wider == place]
            more = [claim for other in lesser for claim in other.claims]
            yield replace(thing, claims=(*thing.claims, *more)) if more else thing


def _thing(topic: Topic, alike: Sequence[Scoped], recorded: Sequence[Recorded], registry: Registry) -> Thing | None:
    """What is asserted alike, with the reports of it; None where there are none."""
    scope = alike[0].scope
    claims = [each.claim for each in alike]
    facts = {claim.fact for claim in claims}
    facts.discard(None)
    reports = reports_in(scope, facts, recorded, registry)
    if not reports:
        return None
    told = tuple([claim for claim in claims if claim.text])
    return Thing(
        topic=topic,
        about=scope.about,
        name=_name(topic, scope, registry),
        at=(told or claims)[0].at,
        reports=reports,
        claims=told,
        as_of=scope.as_of.value if scope.as_of is not None else None,
    )


def _wider(place: int, things: Sequence[Thing], said: Sequence[set[tuple[str, str]]]) -> int | None:
    """The thing in which an entity's record is looked at already: a fact has all its reports, and perhaps more."""
    if _is_asserted(things[place]):
        return None
    own = said[place]
    found = [
        other
        for other, thing in enumerate(things)
        if own < said[other] or (own == said[other] and (other < place or (other > place and _is_asserted(thing))))
    ]
    return max(found, key=lambda other: len(things[other].reports), default=None)


def _is_asserted(thing: Thing) -> bool:
    return any(claim.fact is not None for claim in thing.claims)


def _said(thing: Thing) -> set[tuple[str, str]]:
    return {(each.source, each.text) for each in thing.reports}


def _name(topic: Topic, scope: Scope, registry: Registry) -> str:
    party = _entity_name(scope.according_to.value, registry) if scope.according_to is not None else ""
    if topic is Topic.WORDS:
        return f"the words “{scope.about}”" + (f" of {party}" if party else "")
    name = _NAMES.get(topic, "") + _entity_name(scope.about, registry)
    if scope.as_of is not None:
        name += f", {scope.as_of.text}"
    return f"{name}, according to {party}" if party else name


def _entity_name(id: str, registry: Registry) -> str:
    entity = registry.entities.get(id)
    return entity.name if entity is not None else id
