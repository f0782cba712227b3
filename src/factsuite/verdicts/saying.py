"""What a text says of a field: the same, otherwise, or nothing that can be read.

Used for the article's words against the fact (link 2), the claim against the fact, and an excerpt against what
its source is recorded to report (link 4). Silence is the answer wherever reading is unsure.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from factsuite.load.locations import Location
from factsuite.model.dossiers import Dossier
from factsuite.model.entities import Event, Measure
from factsuite.model.facts import Fact, Terms
from factsuite.model.registry import Registry
from factsuite.model.stated import Ref
from factsuite.reading.dates import read_dates
from factsuite.reading.names import NameMention, find_names
from factsuite.reading.quantities import QuantityMention, read_quantities
from factsuite.reading.quotations import read_quotations
from factsuite.reading.speech import read_attributions
from factsuite.values.dates import Calendar, DateValue, compare_dates, same_date
from factsuite.values.quantities import Quantity, same_set
from factsuite.values.relation import Relation
from factsuite.values.words import compare_words
from factsuite.verdicts.containment import compare_parties, compare_places
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.measuring import counts_as, same_measured
from factsuite.verdicts.titles import folded_title, resolve_title, same_office


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A text that says something else than is recorded."""

    field: str
    read: str
    """What the text was read to say, for a message."""
    expected: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    text: str
    terms: Terms
    measure: str | None
    period: bool
    calendar: Calendar
    grounds: Grounds
    given_by: Ref | None
    """On whose word the article has it: they may be named beside the speaker."""
    speech: bool
    """It is somebody's words, so that whoever is said to speak in it may be another."""
    exact: bool = False
    """It is the article's sentence, or the claim: a fact that asserts less than it is not about it."""

    @property
    def registry(self) -> Registry:
        return self.grounds.registry


def says(
    text: str, terms: Terms, names: tuple[str, ...], fact: Fact, grounds: Grounds, *, speech: bool = False
) -> Iterator[Saying]:
    """Every field of `terms` that the text says otherwise. `speech`: the text is somebody's words, not narration."""
    measure = fact.asserts.measure.value if fact.asserts.measure is not None else None
    event = grounds.registry.event(fact.asserts.event.value) if fact.asserts.event is not None else None
    question = _Question(
        text=text,
        terms=terms,
        measure=measure,
        period=event is not None and event.period,
        calendar=_calendar(grounds),
        grounds=grounds,
        given_by=fact.asserts.according_to,
        speech=speech,
        exact=not speech,
    )
    yield from _ask(question, names)


def says_of_record(dossier: Dossier, grounds: Grounds) -> Iterator[tuple[Location, str, Saying]]:
    """The same for the excerpts in the evidence of a dossier's events."""
    for entity in dossier.entities:
        for item in entity.evidence if isinstance(entity, Event) else ():
            if not item.excerpt or not isinstance(entity, Event):
                continue
            terms = Terms(at=item.at, on=item.on, where=item.where)
            question = _Question(
                text=item.excerpt,
                terms=terms,
                measure=None,
                period=entity.period,
                calendar=_calendar(grounds),
                grounds=grounds,
                given_by=None,
                speech=True,
            )
            yield from ((item.at, item.source.value, found) for found in _ask(question, ("on", "where")))


def _ask(question: _Question, names: tuple[str, ...]) -> Iterator[Saying]:
    for name in names:
        if question.terms.given(name) is not None:
            found = _READERS[name](question)
            if found is not None:
                yield found


def _calendar(grounds: Grounds) -> Calendar:
    article = grounds.dossier.article
    reference = article.reference.value if article is not None and article.reference is not None else None
    return Calendar(reference=reference)


def _value(question: _Question) -> Saying | None:
    """Among the quantities of the text that count the same thing, one must be the value recorded."""
    stated = question.terms.value
    assert stated is not None
    measure = question.registry.measure(question.measure) if question.measure else None
    found = read_quantities(question.text, question.grounds.policy.reach)
    if any(_same_value(mention, stated.value, measure) for mention in found):
        return None
    unit = counts_as(stated.value, measure)
    countable = [m for m in found if m.kind != "ordinal"]
    alike = [m for m in countable if (m.quantity.unit or m.quantity.noun) and counts_as(m.quantity, measure) == unit]
    if not alike and len(countable) == 1 and not countable[0].quantity.unit and not stated.value.unit:
        alike = countable
    if not alike:
        return None
    read = " and ".join(f"'{question.text[m.start : m.end]}'" for m in alike[:3])
    return Saying(field="value", read=read, expected=stated.text)


def _same_value(mention: QuantityMention, expected: Quantity, measure: Measure | None) -> bool:
    read = mention.quantity
    return same_measured(read, expected, measure) or (not read.unit and not expected.unit and same_set(read, expected))


def _on(question: _Question) -> Saying | None:
    """One of the dates of the text must be the date recorded; several others only speak if all contradict it."""
    stated = question.terms.on
    assert stated is not None
    found = read_dates(question.text, question.calendar, period=question.period)
    if not found or any(_same_day(mention.value, stated.value) for mention in found):
        return None
    contradicting = [m for m in found if compare_dates(m.value, stated.value) is Relation.CONTRADICTS]
    if len(found) > 1 and len(contradicting) < len(found):
        return None
    read = " and ".join(f"'{mention.text}'" for mention in found[:3])
    return Saying(field="on", read=read, expected=stated.text)


def _same_day(read: DateValue, recorded: DateValue) -> bool:
    """A record may be less exact than its text; and a text that gives the day is not at odds with one that knows
    the hour.
    """
    if same_date(read, recorded) or compare_dates(read, recorded) is Relation.ENTAILS:
        return True
    earliest, latest = recorded.earliest, recorded.latest
    to_the_hour = earliest is not None and latest is not None and latest - earliest < 24 * 60 - 1
    return to_the_hour and compare_dates(recorded, read) is Relation.ENTAILS


def _words(question: _Question) -> Saying | None:
    stated = question.terms.words
    assert stated is not None
    if not any(mark in question.text for mark in '"“”«»„'):
        found = compare_words(question.text, stated.text)
        if found.relation in (Relation.ENTAILS, Relation.COMPATIBLE, Relation.INCOMPARABLE):
            return None
    found = compare_words(question.text, stated.text)
    if found.relation in (Relation.ENTAILS, Relation.COMPATIBLE):
        return None
    read = "other words" if found.relation is Relation.CONTRADICTS else "none of these words"
    return Saying(field="words", read=read, expected=stated.text, detail=found.diff)


def _speaker(question: _Question) -> Saying | None:
    """Only where the text attributes to somebody known by name; a pronoun is nobody in particular."""
    stated = question.terms.speaker
    assert stated is not None
    names = question.registry.speaker_names
    named: list[NameMention] = []
    if question.speech:
        said_by = [quotation.speaker for quotation in read_quotations(question.text)]
    else:
        said_by = [attribution.speaker for attribution in read_attributions(question.text)]
    for phrase in said_by:
        named += find_names(phrase, names)
    for label in _TRANSCRIPT_LABEL.findall(question.text):
        named += find_names(label.title(), names)
    by = question.terms.according_to or question.given_by
    if by is not None and _among(named, by.value, by.text, "speaker", question, compare_parties) is None:
        return None
    return _among(named, stated.value, stated.text, "speaker", question, compare_parties)


def _person(question: _Question) -> Saying | None:
    stated = question.terms.person
    assert stated is not None
    people = find_names(question.text, question.registry.person_names)
    return _among(people, stated.value, stated.text, "person", question, compare_parties)


def _where(question: _Question) -> Saying | None:
    stated = question.terms.where
    assert stated is not None
    mentions = find_names(question.text, question.registry.place_names)
    for ref in stated.value:
        found = _among(mentions, ref.value, stated.text, "where", question, compare_places)
        if found is not None:
            return found
    return None


def _among(
    mentions: list[NameMention] | tuple[NameMention, ...],
    expected: str,
    written: str,
    field: str,
    question: _Question,
    compare: Callable[[str, str, Registry], Relation],
) -> Saying | None:
    decided = [mention for mention in mentions if len(mention.ids) == 1]
    if not decided or len(decided) < len(mentions):
        return None
    found = [(mention.ids[0], compare(mention.ids[0], expected, question.registry)) for mention in decided]
    if any(id == expected or _agrees(relation, question.exact) for id, relation in found):
        return None
    read = " and ".join(dict.fromkeys(f"'{mention.text}'" for mention in decided))
    return Saying(field=field, read=read, expected=written)


def _agrees(relation: Relation, exact: bool) -> bool:
    """Whether a name in the text goes with the one recorded: where *Kirby said*, *the government* is too wide."""
    return relation is not Relation.CONTRADICTS and not (exact and relation is Relation.ENTAILS)


def _office(question: _Question) -> Saying | None:
    stated = question.terms.office
    assert stated is not None
    text = folded_title(question.text)
    titles = {t for _, office in question.registry.offices for t in office.titles}
    standing = sorted({t for t in titles if folded_title(t) in text}, key=lambda t: (-len(t), t))
    longest = [t for t in standing if not any(folded_title(t) in folded_title(o) and t != o for o in standing)]
    if not longest or any(_same_title(t, stated.text, question.registry) for t in longest):
        return None
    return Saying(field="office", read=" and ".join(f"'{t}'" for t in longest), expected=stated.text)


def _same_title(one: str, other: str, registry: Registry) -> bool:
    return same_office(one, other, registry) or not resolve_title(other, registry).known


_TRANSCRIPT_LABEL = re.compile(r"^([A-Z][A-Z.' -]{1,40}):", re.MULTILINE)
"""Who speaks in a transcript: `MR. KIRBY:` at the head of a line."""

_CUES = {
    "in response": ("in response", "in reply", "in answer", "responding", "reacting", "in reaction"),
    "despite": ("despite", "in spite of", "notwithstanding", "although", "even though", "regardless of"),
}


def _link(question: _Question) -> Saying | None:
    stated = question.terms.link
    assert stated is not None
    text = question.text.casefold()
    if stated.value == "after" or any(cue in text for cue in _CUES[stated.value]):
        return None
    return Saying(field="link", read=f"nothing like '{stated.value}'", expected=stated.text)


_READERS: dict[str, Callable[[_Question], Saying | None]] = {
    "value": _value,
    "on": _on,
    "words": _words,
    "speaker": _speaker,
    "person": _person,
    "where": _where,
    "office": _office,
    "link": _link,
}
