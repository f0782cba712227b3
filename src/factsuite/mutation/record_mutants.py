"""Mutants of what entities.yaml and sources.yaml record: an event's date, who held an office when, who copied whom."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import structs
from msgspec.structs import replace

from factsuite.load.locations import Location
from factsuite.model.dossiers import Dossier
from factsuite.model.entities import Entity, Event, EventEvidence, Office, OfficeEvidence, Person
from factsuite.model.policy import Policy
from factsuite.model.registry import Registry
from factsuite.model.sources import Source
from factsuite.model.stated import Refs, Stated
from factsuite.mutation.article_mutants import calendar_of
from factsuite.mutation.equivalence import SAME, same_value
from factsuite.mutation.mutants import Attempt, Fate, Link, Mutant, Outcome
from factsuite.mutation.newsroom_copy import Copy
from factsuite.mutation.operators.table import DATES
from factsuite.mutation.replacements import other_party, other_place
from factsuite.rules.dependencies import Dependencies, depending_on
from factsuite.values.dates import DateValue, compare_dates, read_date
from factsuite.verdicts.terms import contradicts_term

Made = Attempt | Outcome
Wrong = tuple[str, Location, str, str, Entity, bool]
"""Operator, place, before, after, the entity with the mistake in it, and whether the record itself is at odds now."""


def record_mutants(dossier: Dossier, policy: Policy, seed: int, needs: dict[str, Dependencies]) -> Iterator[Made]:
    """Every mistake in the article's own records, in the order of the files."""
    desk = _Desk(dossier, policy, seed, needs)
    for entity in dossier.entities:
        if isinstance(entity, Event):
            yield from desk.attempts(desk.event(entity), entity)
        elif isinstance(entity, Person):
            yield from desk.attempts(desk.person(entity), entity)
    for source in dossier.sources:
        if source.derives_from:
            yield desk.underived(source)


class _Desk:
    """The records of one dossier, and the ways to get them wrong."""

    def __init__(self, dossier: Dossier, policy: Policy, seed: int, needs: dict[str, Dependencies]) -> None:
        self.dossier, self.policy, self.seed, self.needs = dossier, policy, seed, needs
        self.calendar = calendar_of(dossier.article)

    def event(self, event: Event) -> Iterator[Wrong]:
        """Its own date, and what each source says of it."""
        if event.on is not None:
            for name, before, after, stated in self._dates(event.on, event.period):
                wrong = structs.replace(event, on=stated)
                odd = any(_at_odds(item, wrong) for item in event.evidence)
                yield f"record-{name}", event.on.at, before, after, wrong, odd
        for index, item in enumerate(event.evidence):
            for operator, at, before, after, other in self._items(item, event):
                evidence = tuple(other if n == index else each for n, each in enumerate(event.evidence))
                yield operator, at, before, after, structs.replace(event, evidence=evidence), _at_odds(other, event)

    def _items(self, item: EventEvidence, event: Event) -> Iterator[tuple[str, Location, str, str, EventEvidence]]:
        if item.on is not None:
            for name, before, after, stated in self._dates(item.on, event.period):
                yield f"record-{name}", item.on.at, before, after, structs.replace(item, on=stated)
        for name, refs in (("who", item.who), ("where", item.where)):
            for ref in refs.value if refs is not None else ():
                choose = other_place if name == "where" else other_party
                other = choose(ref.value, self.dossier, self.seed, f"{event.id}:{item.source.value}:{name}")
                if other is not None and refs is not None:
                    changed: dict[str, Any] = {name: _renamed(refs, ref.value, other)}
                    yield f"record-{name}-replaced", ref.at, ref.value, other, structs.replace(item, **changed)
        if item.after is not None or item.before is not None:
            said = item.after or item.before
            assert said is not None
            turned = structs.replace(item, after=item.before, before=item.after)
            words = ("after", "before") if item.after is not None else ("before", "after")
            yield "record-order-reversed", said.at, *words, turned

    def person(self, person: Person) -> Iterator[Wrong]:
        """The terms of their offices, and the days on which sources show them in office."""
        for index, office in enumerate(person.offices):
            for operator, at, before, after, other in self._office(office):
                offices = tuple(other if n == index else each for n, each in enumerate(person.offices))
                odd = any(contradicts_term(other, item) for item in other.evidence if not item.set_aside)
                yield operator, at, before, after, structs.replace(person, offices=offices), odd

    def _office(self, office: Office) -> Iterator[tuple[str, Location, str, str, Office]]:
        for field, stated in (("start", office.start), ("until", office.until)):
            for name, before, after, new in self._dates(stated, False) if stated is not None else ():
                changed: dict[str, Any] = {field: new}
                assert stated is not None
                yield f"record-{name}", stated.at, before, after, structs.replace(office, **changed)
        for index, item in enumerate(office.evidence):
            for field in ("start", "until", "held_on"):
                given: Stated[DateValue] | None = getattr(item, field)
                for name, before, after, new in self._dates(given, False) if given is not None else ():
                    changed = {field: new}
                    wrong: OfficeEvidence = structs.replace(item, **changed)
                    evidence = tuple(wrong if n == index else each for n, each in enumerate(office.evidence))
                    assert given is not None
                    yield f"record-{name}", given.at, before, after, structs.replace(office, evidence=evidence)

    def _dates(self, stated: Stated[DateValue], period: bool) -> Iterator[tuple[str, str, str, Stated[DateValue]]]:
        copy = Copy(stated.text, self.dossier.registry, self.calendar, self.policy.reach, self.seed)
        for operator in DATES:
            for change in operator.make(copy):
                value = read_date(change.applied(stated.text), self.calendar, period=period)
                if value is not None:
                    fresh = Stated(text=change.applied(stated.text), value=value, at=stated.at)
                    yield operator.name, change.before, change.after, fresh

    def attempts(self, wrongs: Iterable[Wrong], entity: Entity) -> Iterator[Made]:
        """The dossier with each of the mistakes in it."""
        labels = depending_on(self.dossier, self.needs, entities=(entity.id,))
        for operator, at, before, after, wrong, odd in wrongs:
            mutant = self._mutant(operator, at, before, after, labels, entity.id)
            if isinstance(entity, Event) and isinstance(wrong, Event) and _says_the_same(entity, wrong):
                yield Outcome(mutant=mutant, fate=Fate.EQUIVALENT, because=SAME)
                continue
            yield Attempt(
                mutant=mutant,
                dossier=_with_entity(self.dossier, entity, wrong),
                rejudged=labels,
                entities=frozenset((entity.id,)),
                compared=odd,
            )

    def underived(self, source: Source) -> Made:
        """A copy taken for an independent source."""
        labels = depending_on(self.dossier, self.needs, sources=(source.id,))
        first = source.derives_from[0].parent
        mutant = self._mutant("derivation-removed", first.at, first.value, "", labels, source.id)
        fresh = structs.replace(source, derives_from=())
        old = self.dossier.registry
        registry = Registry(old.entities, {**old.sources, source.id: fresh}, old.labels, old.broken)
        sources = tuple(fresh if each is source else each for each in self.dossier.sources)
        dossier = replace(self.dossier, sources=sources, registry=registry)
        return Attempt(mutant=mutant, dossier=dossier, rejudged=labels, compared=False)

    def _mutant(
        self, operator: str, at: Location, before: str, after: str, labels: frozenset[str], context: str
    ) -> Mutant:
        touched = [fact for fact in self.dossier.facts if fact.label in labels]
        return Mutant(
            operator=operator,
            link=Link.EVIDENCE,
            kind=touched[0].kind.value if touched else "uncovered",
            location=at,
            before=before,
            after=after,
            facts=tuple(fact.label for fact in touched),
            context=context,
        )


def _at_odds(item: EventEvidence, event: Event) -> bool:
    """Whether a source gives a date that cannot be the event's."""
    if item.on is None or event.on is None or item.set_aside:
        return False
    return compare_dates(item.on.value, event.on.value).value == "contradicts"


def _says_the_same(before: Event, after: Event) -> bool:
    if before.on is not None and after.on is not None and before.on != after.on:
        return same_value(before.on.value, after.on)
    changed = [(one, two) for one, two in zip(before.evidence, after.evidence, strict=True) if one != two]
    return all(one.on and two.on and one.on != two.on and same_value(one.on.value, two.on) for one, two in changed)


def _renamed(refs: Refs, id: str, other: str) -> Refs:
    fresh = tuple(structs.replace(ref, text=other, value=other) if ref.value == id else ref for ref in refs.value)
    return Stated(text=", ".join(ref.value for ref in fresh), value=fresh, at=refs.at)


def _with_entity(dossier: Dossier, entity: Entity, wrong: Entity) -> Dossier:
    old = dossier.registry
    registry = Registry({**old.entities, entity.id: wrong}, old.sources, old.labels, old.broken)
    entities = tuple(wrong if each is entity else each for each in dossier.entities)
    return replace(dossier, entities=entities, registry=registry)
