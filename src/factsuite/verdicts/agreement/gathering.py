"""Every claim and every report of the things of one topic, with the scope each is given for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from factsuite.model.dossiers import Dossier
from factsuite.model.entities import Entity, Event, EventEvidence, Office, OfficeEvidence, Person
from factsuite.model.facts import Evidence, Fact, Terms
from factsuite.model.kinds import Kind
from factsuite.model.stated import Ref, Refs, Stated
from factsuite.values.dates import DateValue
from factsuite.verdicts.agreement.records import Claim, Report, Said, Term, Thing, Topic
from factsuite.verdicts.agreement.scopes import Recorded, Scope, Scoped
from factsuite.verdicts.titles import folded_title
from factsuite.verdicts.uses import used_entities

EVENT_TOPICS = (Topic.DATE, Topic.PLACE, Topic.PEOPLE)
_RECORDED = (Event, Person)
_FIGURE_KINDS = (Kind.QUANTITY, Kind.DERIVED)
_EVENT_KINDS = {
    Topic.DATE: (Kind.DATE, Kind.EVENT),
    Topic.PLACE: (Kind.PLACE, Kind.EVENT),
    Topic.PEOPLE: (Kind.EVENT,),
}
_EventField = Stated[DateValue] | Refs
_EVENT_FIELDS: Mapping[Topic, Callable[[Terms | Event | EventEvidence], _EventField | None]] = {
    Topic.DATE: attrgetter("on"),
    Topic.PLACE: attrgetter("where"),
    Topic.PEOPLE: attrgetter("who"),
}


@dataclass(slots=True)
class Gathered:
    """Everything recorded under one topic, in the order of the files."""

    topic: Topic
    claims: list[Scoped] = field(default_factory=list)
    """A claim without text stands for a fact that asserts no such value, and holds reports of one."""
    recorded: list[Recorded] = field(default_factory=list)


def gather_figures(dossier: Dossier) -> Gathered:
    """The figures of every measure."""
    gathered = Gathered(Topic.FIGURE)
    for fact in dossier.facts:
        if fact.kind not in _FIGURE_KINDS:
            continue
        asserts = fact.asserts
        if asserts.measure is None or asserts.value is None:
            continue
        scope = Scope(about=asserts.measure.value, as_of=asserts.as_of, according_to=asserts.according_to)
        gathered.claims.append(_scoped(asserts.value, asserts.value.value, fact, scope))
        for entry in fact.evidence:
            said = entry.reports
            if said is not None and said.value is not None:
                given = _given(scope, said, said.measure)
                gathered.recorded.append(_reported(entry, said.value, said.value.value, fact, given))
    return gathered


def gather_events(topic: Topic, dossier: Dossier, events: Sequence[Event]) -> Gathered:
    """The dates, places or people of events, from facts and from entities.yaml."""
    gathered = Gathered(topic)
    kinds, read = _EVENT_KINDS[topic], _EVENT_FIELDS[topic]
    for fact in dossier.facts:
        kind, asserts = fact.kind, fact.asserts
        if kind not in kinds:
            continue
        about = asserts.what if kind is Kind.PLACE else asserts.event
        if about is None:
            continue
        scope = Scope(about=about.value, according_to=asserts.according_to)
        recorded = []
        for entry in fact.evidence:
            said = entry.reports
            value = read(said) if said is not None else None
            if said is not None and value is not None:
                given = _given(scope, said, said.what if kind is Kind.PLACE else said.event)
                recorded.append(_reported(entry, value, _plain(value), fact, given))
        own = read(asserts)
        if own is not None or recorded:
            gathered.claims.append(_scoped(own, _plain(own) if own is not None else (), fact, scope))
        gathered.recorded += recorded
    for event in events:
        _add_record(gathered, event, topic)
    return gathered


def _add_record(gathered: Gathered, event: Event, topic: Topic) -> None:
    """What entities.yaml records of an event, and its evidence."""
    read = _EVENT_FIELDS[topic]
    scope = Scope(about=event.id)
    own = read(event)
    at = own.at if own is not None else event.at
    text = own.text if own is not None else ""
    gathered.claims.append(
        Scoped(claim=Claim(text=text, said=_plain(own) if own is not None else (), at=at, fact=None), scope=scope)
    )
    for item in event.evidence:
        given = read(item)
        if given is not None:
            report = Report(
                source=item.source.value,
                text=given.text,
                said=_plain(given),
                at=item.at,
                set_aside=item.set_aside,
            )
            gathered.recorded.append(Recorded(report=report, scope=scope, fact=None))


def gather_titles(dossier: Dossier) -> Gathered:
    """The titles given to people."""
    gathered = Gathered(Topic.TITLE)
    for fact in dossier.facts:
        if fact.kind is not Kind.OFFICE:
            continue
        person, office = fact.asserts.person, fact.asserts.office
        if person is None or office is None:
            continue
        scope = Scope(about=person.value, as_of=fact.asserts.as_of)
        gathered.claims.append(_scoped(office, office.text, fact, scope))
        for entry in fact.evidence:
            said = entry.reports
            if said is not None and said.office is not None:
                given = _given(scope, said, said.person)
                gathered.recorded.append(_reported(entry, said.office, said.office.text, fact, given))
    return gathered


def gather_terms(people: Iterable[Person]) -> Iterator[Thing]:
    """The terms of office recorded of people. Days in office cannot disagree: somebody must date a beginning or end."""
    for person in people:
        for office in person.offices:
            if any(item.start is not None or item.until is not None for item in office.evidence):
                text, term = _term_of(office)
                claims = (Claim(text=text, said=term, at=office.at, fact=None),) if text else ()
                yield Thing(
                    topic=Topic.TERM,
                    about=person.id,
                    name=f"the term of {person.name} as {office.title}",
                    at=office.at,
                    reports=tuple(_term_report(item) for item in office.evidence),
                    claims=claims,
                )


def _term_report(item: OfficeEvidence) -> Report:
    text, term = _term_of(item)
    return Report(source=item.source.value, text=text, said=term, at=item.at, set_aside=item.set_aside)


def gather_words(dossier: Dossier) -> Gathered:
    """The same words of the same speaker are one remark, in however many facts they are quoted."""
    gathered = Gathered(Topic.WORDS)
    remarks: dict[tuple[str, str], Scope] = {}
    for fact in dossier.facts:
        if fact.kind is not Kind.QUOTATION:
            continue
        words, speaker = fact.asserts.words, fact.asserts.speaker
        if words is None:
            continue
        scope = Scope(about=words.text, according_to=speaker)
        key = folded_title(words.text), speaker.value if speaker is not None else ""
        scope = remarks.setdefault(key, scope)
        gathered.claims.append(_scoped(words, words.text, fact, scope))
        for entry in fact.evidence:
            printed = entry.words
            if printed is not None and not entry.translated_from:
                gathered.recorded.append(_reported(entry, printed, printed.text, fact, scope))
    return gathered


def _plain(stated: _EventField) -> Said:
    value = stated.value
    return tuple([ref.value for ref in value]) if isinstance(value, tuple) else value


def recorded_entities(dossier: Dossier) -> tuple[Event | Person, ...]:
    """The events and people whom records may be kept of: the article's own, then the shared ones it uses.

    The first of an id counts.
    """
    own: dict[str, Entity] = {}
    for entity in dossier.entities:
        own.setdefault(entity.id, entity)
    known = dossier.registry.entities
    shared = {id for id, entity in known.items() if id not in own and isinstance(entity, _RECORDED)}
    used = sorted(shared & used_entities(dossier)) if shared else ()
    found = (*own.values(), *(known[id] for id in used))
    return tuple([entity for entity in found if isinstance(entity, _RECORDED)])


def _term_of(item: Office | OfficeEvidence) -> tuple[str, Term]:
    """A term as it is written, and its dates."""
    held = item.held_on if isinstance(item, OfficeEvidence) else None
    parts = (("from", item.start), ("until", item.until), ("held on", held))
    text = ", ".join(f"{name} {stated.text}" for name, stated in parts if stated is not None)
    start, until, day = (stated.value if stated is not None else None for _, stated in parts)
    return text, Term(start=start, until=until, held_on=day)


def _given(scope: Scope, reported: Terms, about: Ref | None) -> Scope:
    """The scope of a report: what it leaves out is the article's."""
    if reported.as_of is None and reported.according_to is None and (about is None or about.value == scope.about):
        return scope
    return Scope(
        about=about.value if about is not None else scope.about,
        as_of=reported.as_of or scope.as_of,
        according_to=reported.according_to or scope.according_to,
    )


def _scoped(stated: Stated[object] | None, said: Said, fact: Fact, scope: Scope) -> Scoped:
    text, at = (stated.text, stated.at) if stated is not None else ("", fact.at)
    return Scoped(claim=Claim(text=text, said=said, at=at, fact=fact.label), scope=scope)


def _reported(entry: Evidence, stated: Stated[object], said: Said, fact: Fact, scope: Scope) -> Recorded:
    report = Report(source=entry.source.value, text=stated.text, said=said, at=entry.at, set_aside=entry.set_aside)
    return Recorded(report=report, scope=scope, fact=fact.label)
