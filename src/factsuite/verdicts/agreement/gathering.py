"""Every claim and every report of the things of one topic, with the scope each is given for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from factsuite.model.dossiers import Dossier
from factsuite.model.entities import Entity, Event, EventEvidence, Office, OfficeEvidence, Person
from factsuite.model.facts import Evidence, Fact, Terms
from factsuite.model.kinds import ON_EVENTS, Kind
from factsuite.model.stated import Ref, Refs, Stated
from factsuite.values.dates import DateValue
from factsuite.verdicts.agreement.records import Claim, Report, Said, Term, Thing, Topic
from factsuite.verdicts.agreement.scopes import Recorded, Scope, Scoped
from factsuite.verdicts.titles import folded_title
from factsuite.verdicts.uses import used_entities

EVENT_TOPICS = (Topic.DATE, Topic.PLACE, Topic.PEOPLE)
_RECORDED = (Event, Person)
_PLACE = Kind.PLACE
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


class ByTopic:
    """The facts of an article by what their reports are gathered for, each in the order of the file."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.figures: list[Fact] = []
        self.on_events: list[Fact] = []
        self.offices: list[Fact] = []
        self.quotations: list[Fact] = []
        into = {
            Kind.QUANTITY: self.figures,
            Kind.DERIVED: self.figures,
            **dict.fromkeys(ON_EVENTS, self.on_events),
            Kind.OFFICE: self.offices,
            Kind.QUOTATION: self.quotations,
        }
        for fact in facts:
            wanted = into.get(fact.kind)
            if wanted is not None:
                wanted.append(fact)


class Gathered:
    """Everything recorded under one topic, in the order of the files."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic
        self.claims: list[Scoped] = []
        """One without text stands for a fact that asserts no such value, and holds reports of one."""
        self.recorded: dict[str, list[Recorded]] = {}
        """By what they are about."""

    def add(self, item: Evidence | EventEvidence, text: str, said: Said, scope: Scope, fact: str | None) -> None:
        """A report in its scope, and the fact it is recorded with."""
        recorded = Recorded(Report(item.source.value, text, said, item.at, item.set_aside), scope, fact)
        known = self.recorded.get(scope.about)
        if known is None:
            self.recorded[scope.about] = [recorded]
        else:
            known.append(recorded)


def gather_figures(facts: Iterable[Fact]) -> Gathered:
    """The figures of every measure."""
    gathered = Gathered(Topic.FIGURE)
    for fact in facts:
        asserts = fact.asserts
        if asserts.measure is None or asserts.value is None:
            continue
        scope = Scope(asserts.measure.value, asserts.as_of, asserts.according_to)
        gathered.claims.append(_scoped(asserts.value, asserts.value.value, fact, scope))
        for entry in fact.evidence:
            said = entry.reports
            if said is not None and said.value is not None:
                gathered.add(entry, said.value.text, said.value.value, _given(scope, said, said.measure), fact.label)
    return gathered


def gather_events(topic: Topic, facts: Iterable[Fact], events: Sequence[Event]) -> Gathered:
    """The dates, places or people of events, from facts and from entities.yaml."""
    gathered = Gathered(topic)
    kinds, read = _EVENT_KINDS[topic], _EVENT_FIELDS[topic]
    for fact in facts:
        kind, asserts = fact.kind, fact.asserts
        if kind not in kinds:
            continue
        about = asserts.what if kind is _PLACE else asserts.event
        if about is None:
            continue
        scope = Scope(about.value, None, asserts.according_to)
        is_reported = False
        for entry in fact.evidence:
            said = entry.reports
            value = read(said) if said is not None else None
            if said is not None and value is not None:
                given = _given(scope, said, said.what if kind is _PLACE else said.event)
                gathered.add(entry, value.text, _plain(value), given, fact.label)
                is_reported = True
        own = read(asserts)
        if own is not None or is_reported:
            gathered.claims.append(_scoped(own, _plain(own) if own is not None else (), fact, scope))
    for event in events:
        _add_record(gathered, event, read)
    return gathered


def _add_record(gathered: Gathered, event: Event, read: Callable[[Event | EventEvidence], _EventField | None]) -> None:
    """What entities.yaml records of an event, and its evidence."""
    scope = Scope(event.id)
    for item in event.evidence:
        given = read(item)
        if given is not None:
            gathered.add(item, given.text, _plain(given), scope, None)
    if event.id in gathered.recorded:
        own = read(event)
        text, said, at = (own.text, _plain(own), own.at) if own is not None else ("", (), event.at)
        gathered.claims.append(Scoped(Claim(text, said, at, None), scope))


def gather_titles(facts: Iterable[Fact]) -> Gathered:
    """The titles given to people."""
    gathered = Gathered(Topic.TITLE)
    for fact in facts:
        person, office = fact.asserts.person, fact.asserts.office
        if person is None or office is None:
            continue
        scope = Scope(person.value, fact.asserts.as_of)
        gathered.claims.append(_scoped(office, office.text, fact, scope))
        for entry in fact.evidence:
            said = entry.reports
            if said is not None and said.office is not None:
                text = said.office.text
                gathered.add(entry, text, text, _given(scope, said, said.person), fact.label)
    return gathered


def gather_terms(people: Iterable[Person]) -> Iterator[Thing]:
    """The terms of office recorded of people. Days in office cannot disagree: somebody must date a beginning or end."""
    for person in people:
        for office in person.offices:
            if any(item.start is not None or item.until is not None for item in office.evidence):
                text, term = _term_of(office)
                claims = (Claim(text, term, office.at, None),) if text else ()
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
    return Report(item.source.value, text, term, item.at, item.set_aside)


def gather_words(facts: Iterable[Fact]) -> Gathered:
    """The same words of the same speaker are one remark, in however many facts they are quoted."""
    gathered = Gathered(Topic.WORDS)
    remarks: dict[tuple[str, str], Scope] = {}
    for fact in facts:
        words, speaker = fact.asserts.words, fact.asserts.speaker
        if words is None:
            continue
        key = folded_title(words.text), speaker.value if speaker is not None else ""
        scope = remarks.get(key)
        if scope is None:
            scope = remarks[key] = Scope(words.text, None, speaker)
        gathered.claims.append(_scoped(words, words.text, fact, scope))
        for entry in fact.evidence:
            printed = entry.words
            if printed is not None and not entry.translated_from:
                gathered.add(entry, printed.text, printed.text, scope, fact.label)
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
    found = [entity for entity in own.values() if isinstance(entity, _RECORDED)]
    if not known.keys() <= own.keys():
        shared = {id: entity for id, entity in known.items() if id not in own and isinstance(entity, _RECORDED)}
        found += [shared[id] for id in sorted(shared.keys() & used_entities(dossier))] if shared else []
    return tuple(found)


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
        about.value if about is not None else scope.about,
        reported.as_of or scope.as_of,
        reported.according_to or scope.according_to,
    )


def _scoped(stated: Stated[object] | None, said: Said, fact: Fact, scope: Scope) -> Scoped:
    if stated is None:
        return Scoped(Claim("", said, fact.at, fact.label), scope)
    return Scoped(Claim(stated.text, said, stated.at, fact.label), scope)
