"""What the records say about times: dates of events, orders that sources report, terms of offices."""

from collections.abc import Iterable, Iterator
from functools import partial

from factsuite.model.dossiers import Dossier
from factsuite.model.entities import Event, EventEvidence, Office, OfficeEvidence, Person
from factsuite.model.fact_kinds import OfficeFact
from factsuite.model.stated import Ref, Stated
from factsuite.values.calendar.moments import Bounds, hull
from factsuite.values.dates import DateValue, compare_dates, describe_date
from factsuite.values.relation import Relation
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.timeline.reasons import Meant, Reason
from factsuite.verdicts.timeline.spans import Span, dated, moment, ordered, period


class Records:
    """The events and offices of one article's registry, as spans, and what is recorded of them."""

    def __init__(self, grounds: Grounds) -> None:
        self.grounds = grounds
        self.dossier: Dossier = grounds.dossier
        self._own = {entity.id for entity in grounds.dossier.entities}
        self._spans: dict[str, Span] = {}
        self.offices = tuple(_offices(grounds))
        """The offices of the people whose offices the facts speak of, with their holders, in order of id."""

    def key(self, id: str) -> str:
        """The name of an entity over all articles: what is shared has one name."""
        return f"{self.dossier.id}/{id}" if id in self._own else f"/{id}"

    def event(self, id: str) -> Event | None:
        """The event with this id."""
        return self.grounds.registry.event(id)

    def span(self, event: Event) -> Span:
        """Its moments; its offset is that of its place, or of the first of its dates that has one."""
        known = self._spans.get(event.id)
        if known is None:
            known = self._spans[event.id] = self._span(event)
        return known

    def _span(self, event: Event) -> Span:
        stated = [event.on, *(item.on for item in event.evidence if not item.set_aside)]
        values = [self.grounds.local(each.value, event) for each in stated if each is not None]
        offset = next((value.offset for value in values if value.offset is not None), None)
        return (period if event.period else moment)(self.key(event.id), offset)

    def reached(self, ids: Iterable[str]) -> tuple[Event, ...]:
        """These events, and those that a source sets before or after one of them, by id."""
        found: dict[str, Event] = {}
        waiting = list(ids)
        while waiting:
            event = self.event(waiting.pop())
            if event is not None and event.id not in found:
                found[event.id] = event
                refs = [ref for item in event.evidence for ref in (item.before, item.after) if ref is not None]
                waiting += [ref.value for ref in refs]
        return tuple(found[id] for id in sorted(found))

    def said_of(self, event: Event) -> Iterator[Meant]:
        """What is recorded of an event: its date, closer dates of single sources, and its place in an order."""
        span = self.span(event)
        if event.on is not None:
            yield self._dated(event, span, event.on, None)
        for item, on in self._closer(event):
            yield self._dated(event, span, on, item.source.value)
        for item in event.evidence:
            if not item.set_aside:
                yield from self._orders(event, item)

    def _dated(self, event: Event, span: Span, on: Stated[DateValue], source: str | None) -> Meant:
        """The date of one source, or, without one, of the record."""
        value = self.grounds.local(on.value, event)

        def reason() -> Reason:
            when = describe_date(value)
            sources = _sources(event, on) if source is None else f"`{source}`"
            return Reason(
                words=f"{event.name} is dated {when}" + (f" ({sources})" if sources else ""),
                at=on.at,
                article=self.dossier.id,
                dates=f"{event.name} ({when}" + (f", {sources})" if sources else ")"),
                of=(self.key(event.id),),
            )

        return Meant(dated(span, value), reason)

    def _closer(self, event: Event) -> list[tuple[EventEvidence, Stated[DateValue]]]:
        """Dates of sources that say more than the record; none where they do not all agree."""
        recorded = self.grounds.local(event.on.value, event) if event.on is not None else None
        found = []
        for item in event.evidence:
            if item.on is None or item.set_aside or item.on.value.uncertain:
                continue
            value = self.grounds.local(item.on.value, event)
            if recorded is None or compare_dates(recorded, value) is not Relation.ENTAILS:
                found.append((item, item.on, value))
        if not found:
            return []
        values = [value for _, _, value in found] + ([recorded] if recorded is not None else [])
        return [(item, on) for item, on, _ in found] if _agree(values) else []

    def _orders(self, event: Event, item: EventEvidence) -> Iterator[Meant]:
        for ref, is_later in ((item.after, True), (item.before, False)):
            other = self.event(ref.value) if ref is not None else None
            if ref is None or other is None or other.id == event.id:
                continue
            earlier, later = (other, event) if is_later else (event, other)
            constraints = ordered(self.span(earlier), self.span(later))
            yield Meant(constraints, partial(self._ordering, item, ref, earlier, later))

    def _ordering(self, item: EventEvidence, ref: Ref, earlier: Event, later: Event) -> Reason:
        return Reason(
            words=f"`{item.source.value}` has {earlier.name} before {later.name}",
            at=ref.at,
            article=self.dossier.id,
            orders=(earlier.name, later.name, "before"),
            of=(self.key(earlier.id), self.key(later.id)),
        )

    def term(self, person: Person, office: Office) -> Span:
        """The time an office was held."""
        return period(f"{self.key(person.id)}, {office.title}, {office.at.line}")

    def said_of_term(self, person: Person, office: Office) -> Iterator[Meant]:
        """When a term began and ended; which sources say so."""
        span = self.term(person, office)
        for stated, point, verb in ((office.start, span.start, "began"), (office.until, span.end, "ended")):
            if stated is not None and not stated.value.uncertain:
                constraints = dated(moment(point), stated.value)
                yield Meant(constraints, partial(self._term, person, office, stated, verb))

    def _term(self, person: Person, office: Office, stated: Stated[DateValue], verb: str) -> Reason:
        sources = _listed(item.source.value for item in office.evidence if _gives(item, verb))
        return Reason(
            words=f"{person.name}'s term as {office.title} {verb} in or on {stated.text}"
            + (f" ({sources})" if sources else ""),
            at=stated.at,
            article=self.dossier.id,
            of=(self.key(person.id),),
        )


def _offices(grounds: Grounds) -> Iterator[tuple[Person, Office]]:
    people = {fact.person.value for fact in grounds.dossier.facts if isinstance(fact, OfficeFact)}
    for id in sorted(people):
        person = grounds.registry.person(id)
        if person is not None:
            for office in person.offices:
                yield person, office


def _gives(item: OfficeEvidence, verb: str) -> bool:
    return (item.start if verb == "began" else item.until) is not None and not item.set_aside


def _sources(event: Event, on: Stated[DateValue]) -> str:
    """The sources that give the recorded date, or one within it."""
    return _listed(
        item.source.value
        for item in event.evidence
        if item.on is not None and not item.set_aside and compare_dates(item.on.value, on.value) is Relation.ENTAILS
    )


def _listed(ids: Iterable[str]) -> str:
    """The first two of several sources, and how many more there are."""
    found = list(dict.fromkeys(ids))
    shown = ", ".join(f"`{id}`" for id in found[:2])
    return shown + (f" and {len(found) - 2} more" if len(found) > 2 else "")


def _agree(values: list[DateValue]) -> bool:
    """Whether one and the same time can be meant by all of them."""
    starts = [hull(value.starts) for value in values]
    ends = [hull(value.ends or value.starts) for value in values]
    return _meet(starts) and _meet(ends)


def _meet(bounds: list[Bounds]) -> bool:
    firsts = [each.earliest for each in bounds if each.earliest is not None]
    lasts = [each.latest for each in bounds if each.latest is not None]
    return not firsts or not lasts or max(firsts) <= min(lasts)
