"""Entries of facts.yaml, given a meaning."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from factsuite.load.entries import Entries, Entry
from factsuite.load.positioned import Map, Seq, Text
from factsuite.model.dossiers import Slot
from factsuite.model.entities import Entity, Event
from factsuite.model.fact_kinds import FACT_CLASSES
from factsuite.model.facts import ATTRIBUTES, Anchor, Evidence, Fact, Stance, Terms, Verdict
from factsuite.model.kinds import Risk
from factsuite.model.reading_fields import FieldReader
from factsuite.model.stated import Stated
from factsuite.values.dates import Calendar, DateValue

_Read: TypeAlias = Callable[[FieldReader, Map, str], object]


def _period(reader: FieldReader, data: Map, name: str) -> Stated[DateValue] | None:
    return reader.date(data, name, period=True)


_READERS: dict[str, _Read] = {
    "measure": FieldReader.text,
    "as_of": FieldReader.date,
    "according_to": FieldReader.text,
    "value": FieldReader.quantity,
    "event": FieldReader.text,
    "on": FieldReader.date,
    "earlier": FieldReader.text,
    "later": FieldReader.text,
    "link": FieldReader.text,
    "words": FieldReader.text,
    "speaker": FieldReader.text,
    "to": FieldReader.refs,
    "at": FieldReader.refs,
    "that": FieldReader.text,
    "act": FieldReader.text,
    "person": FieldReader.text,
    "office": FieldReader.text,
    "what": FieldReader.text,
    "where": FieldReader.refs,
    "who": FieldReader.refs,
    "from": FieldReader.expression,
    "of": FieldReader.text,
}
"""How each field of `asserts` and `reports` is read; most entries give two or three of them."""
_READERS_OF_PERIOD = {**_READERS, "on": _period}


def _risk(reader: FieldReader, data: Map, name: str) -> Risk:
    return Risk(reader.plain(data, name) or Risk.NORMAL.value)


def _member(members: type[Verdict] | type[Stance]) -> _Read:
    """Reads one of a few words, which the schema has seen to be one of them."""

    def read(reader: FieldReader, data: Map, name: str) -> Stated[Verdict | Stance] | None:
        word = reader.text(data, name)
        return Stated(text=word.text, value=members(word.text), at=word.at) if word else None

    return read


_FACT_READERS: dict[str, _Read] = {
    "id": FieldReader.plain,
    "claim": FieldReader.text,
    "risk": _risk,
    "verdict": _member(Verdict),
    "correction": FieldReader.text,
    "corrects": FieldReader.text,
    "note": FieldReader.plain,
    "valid": _period,
    "tags": FieldReader.texts,
}
"""How the fields of a fact are read, but for its kind and those that hold an entry of their own."""
_EVIDENCE_READERS: dict[str, _Read] = {
    "source": FieldReader.text,
    "excerpt": FieldReader.text,
    "locator": FieldReader.plain,
    "stance": _member(Stance),
    "because": FieldReader.text,
    "of": FieldReader.text,
    "set_aside": FieldReader.plain,
    "unnamed": FieldReader.switch,
    "translated_from": FieldReader.plain,
}
"""How the fields of an entry of evidence are read, but for what it reports."""
_CLASSES = {kind.value: sort for kind, sort in FACT_CLASSES.items()}


class FactBuilder:
    """Builds the facts of one file; a fact with an unreadable value keeps its place, without a meaning."""

    def __init__(self, reader: FieldReader, entities: Mapping[str, Entity], calendars: Mapping[str, Calendar]) -> None:
        """`calendars` holds what the relative dates of each source are read against, by source id."""
        self._reader = reader
        self._entities = entities
        self._calendars = calendars

    def build(self, loaded: Entries) -> tuple[Slot, ...]:
        """Every entry in its place."""
        return tuple([self._slot(entry) for entry in loaded.entries])

    def _slot(self, entry: Entry) -> Slot:
        data, reader = entry.data, self._reader
        fact = None
        if entry.sound:
            reader.fact = entry.label
            before = len(reader.problems)
            built = self._fact(entry)
            fact = built if len(reader.problems) == before else None
            reader.fact = None
        claim, kind = reader.plain(data, "claim"), reader.plain(data, "kind")
        return Slot(label=entry.label, at=entry.at, fact=fact, kind=kind, claim=claim)

    def _fact(self, entry: Entry) -> Fact:
        data, reader = entry.data, self._reader
        asserted, nodes = data["asserts"], data.get("evidence")
        assert isinstance(asserted, Map)
        period = self._is_period(asserted)
        asserts = self._terms(asserted, period)
        evidence = []
        if isinstance(nodes, Seq):
            for node in nodes:
                if isinstance(node, Map):
                    evidence.append(self._evidence(node, period))
        return _CLASSES[reader.plain(data, "kind")](
            label=entry.label,
            anchor=build_anchor(data, reader),
            asserts=asserts,
            at=entry.at,
            evidence=tuple(evidence),
            **reader.given(data, _FACT_READERS),  # type: ignore[arg-type]  # the table pairs fields with their readers
        )

    def _is_period(self, asserted: Map) -> bool:
        id = asserted.get("event")
        event = self._entities.get(id) if isinstance(id, Text) else None
        return isinstance(event, Event) and event.period

    def _terms(self, data: Map, period: bool) -> Terms:
        reader = self._reader
        given = reader.given(data, _READERS_OF_PERIOD if period else _READERS)
        for name, attribute in ATTRIBUTES.items():
            if name in given:
                given[attribute] = given.pop(name)
        given["at"] = reader.at(data)
        return Terms(**given)  # type: ignore[arg-type]  # the table pairs fields with their readers

    def _evidence(self, data: Map, period: bool) -> Evidence:
        reader = self._reader
        given = reader.given(data, _EVIDENCE_READERS)
        reported = data.get("reports")
        if isinstance(reported, Map):
            own = reader.calendar
            reader.calendar = self._calendars.get(reader.plain(data, "source"), own)
            given["reports"] = self._terms(reported, period)
            reader.calendar = own
        given["at"] = reader.at(data)
        return Evidence(**given)  # type: ignore[arg-type]  # as above


def build_anchor(data: Map, reader: FieldReader) -> Anchor:
    """The anchor of a fact or of a passage that is not checked."""
    node = data.get("anchor")
    fields = node if isinstance(node, Map) else Map()
    return Anchor(
        exact=reader.text(fields, "exact") or _nothing(reader, data),
        prefix=reader.plain(fields, "prefix"),
        suffix=reader.plain(fields, "suffix"),
    )


def _nothing(reader: FieldReader, data: Map) -> Stated[str]:
    return Stated(text="", value="", at=reader.at(data))
