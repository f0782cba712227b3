"""Every claim and every report of the things of one topic, with the scope each is given for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

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
_EVENT_KINDS = {
    Topic.DATE: (Kind.DATE, Kind.EVENT),
    Topic.PLACE: (Kind.PLACE, Kind.EVENT),
    Topic.PEOPLE: (Kind.EVENT,),
}
_EventField = Stated[DateValue] | Refs


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
        asserts = fact.asserts
        if fact.kind not in (Kind.QUANTITY, Kind.DERIVED) or asserts.measure is None or asserts.value is None:
            continue
        scope = Scope(about=asserts.measure.value, as_of=asserts.as_of, according_to=asserts.according_to)
        gathered.claims.append(_scoped(asserts.value, asserts.value.value, fact, scope))
        for entry in fact.evidence:
            said = entry.reports
            if said is not None and said.value is not None:
                given = _given(scope, said, said.measure)
                gathered.recorded.append(_reported(entry, said.value, said.value.value, fact, given))
    return gathered


def gather_events(topic: Topic, dossier: Dossier, entities: Sequence[Entity]) -> Gathered:
    """The dates, places or people of events, from facts and from entities.yaml."""
    gathered = Gathered(topic)
    for fact in dossier.facts:
        about = fact.asserts.what if fact.kind is Kind.PLACE else fact.asserts.event
        if fact.kind not in _EVENT_KINDS[topic] or about is None:
            continue
        scope = Scope(about=about.value, according_to=fact.asserts.according_to)
        own = _field(topic, fact.asserts)
        if own is not None:
            gathered.claims.append(_scoped(own, _plain(own), fact, scope))
        elif any(_field(topic, entry.reports) is not None for entry in fact.evidence):
            gathered.claims.append(_scoped(None, (), fact, scope))
        for entry in fact.evidence:
            given = _field(topic, entry.reports)
            if given is not None and entry.reports is not None:
                other = entry.reports.what if fact.kind is Kind.PLACE else entry.reports.event
                within = _given(scope, entry.reports, other)
                gathered.recorded.append(_reported(entry, given, _plain(given), fact, within))
    for entity in entities:
        if isinstance(entity, Event):
            _add_record(gathered, entity, topic)
    return gathered


def _add_record(gathered: Gathered, event: Event, topic: Topic) -> None:
    """What entities.yaml records of an event, and its evidence."""
    scope = Scope(about=event.id)
    own = _field(topic, event)
    at = own.at if own is not None else event.at
    text = own.text if own is not None else ""
    gathered.claims.append(
        Scoped(claim=Claim(text=text, said=_plain(own) if own is not None else (), at=at, fact=None), scope=scope)
    )
    for item in event.evidence:
        given = _field(topic, item)
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
        person, office = fact.asserts.person, fact.asserts.office
        if fact.kind is not Kind.OFFICE or person is None or office is None:
            continue
        scope = Scope(about=person.value, as_of=fact.asserts.as_of)
        gathered.claims.append(_scoped(office, office.text, fact, scope))
        for entry in fact.evidence:
            said = entry.reports
            if said is not None and said.office is not None:
                given = _given(scope, said, said.person)
                gathered.recorded.append(_reported(entry, said.office, said.office.text, fact, given))
    return gathered


def gather_terms(entities: Sequence[Entity]) -> Iterator[Thing]:
    """The terms of office recorded of people. Days in office cannot disagree: somebody must date a beginning or end."""
    for person in entities:
        for office in person.offices if isinstance(person, Person) else ():
            text, term = _term_of(office)
            claims = (Claim(text=text, said=term, at=office.at, fact=None),) if text else ()
            if any(item.start is not None or item.until is not None for item in office.evidence):
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
        words, speaker = fact.asserts.words, fact.asserts.speaker
        if fact.kind is not Kind.QUOTATION or words is None:
            continue
        scope = Scope(about=words.text, according_to=speaker)
        key = folded_title(words.text), speaker.value if speaker is not None else ""
        scope = remarks.setdefault(key, scope)
        gathered.claims.append(_scoped(words, words.text, fact, scope))
        for entry in fact.evidence:
            if entry.words is not None and not entry.translated_from:
                gathered.recorded.append(_reported(entry, entry.words, entry.words.text, fact, scope))
    return gathered


def _field(topic: Topic, terms: Terms | Event | EventEvidence | None) -> _EventField | None:
    if terms is None:
        return None
    return {Topic.DATE: terms.on, Topic.PLACE: terms.where, Topic.PEOPLE: terms.who}[topic]


def _plain(stated: _EventField) -> Said:
    value = stated.value
    return tuple(ref.value for ref in value) if isinstance(value, tuple) else value


def recorded_entities(dossier: Dossier) -> Iterator[Entity]:
    """The article's own entities, then the shared ones it uses; the first of an id counts."""
    seen: set[str] = set()
    used = used_entities(dossier)
    shared = (dossier.registry.entities[id] for id in sorted(used) if id in dossier.registry.entities)
    for entity in (*dossier.entities, *shared):
        if entity.id not in seen:
            seen.add(entity.id)
            yield entity


def _term_of(item: Office | OfficeEvidence) -> tuple[str, Term]:
    """A term as it is written, and its dates."""
    held = item.held_on if isinstance(item, OfficeEvidence) else None
    parts = (("from", item.start), ("until", item.until), ("held on", held))
    text = ", ".join(f"{name} {stated.text}" for name, stated in parts if stated is not None)
    start, until, day = (stated.value if stated is not None else None for _, stated in parts)
    return text, Term(start=start, until=until, held_on=day)


def _given(scope: Scope, reported: Terms, about: Ref | None) -> Scope:
    """The scope of a report: what it leaves out is the article's."""
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
