"""Entries of facts.yaml, given a meaning."""

from collections.abc import Mapping

from factsuite.load.entries import Entries, Entry
from factsuite.load.positioned import Map, Seq, Text
from factsuite.model.dossiers import Slot
from factsuite.model.entities import Entity, Event
from factsuite.model.fact_kinds import FACT_CLASSES
from factsuite.model.facts import Anchor, Evidence, Fact, Stance, Terms, Verdict
from factsuite.model.kinds import Kind, Risk
from factsuite.model.reading_fields import FieldReader
from factsuite.model.stated import Stated
from factsuite.values.dates import Calendar


class FactBuilder:
    """Builds the facts of one file; a fact with an unreadable value keeps its place, without a meaning."""

    def __init__(self, reader: FieldReader, entities: Mapping[str, Entity], calendars: Mapping[str, Calendar]) -> None:
        """`calendars` holds what the relative dates of each source are read against, by source id."""
        self._reader = reader
        self._entities = entities
        self._calendars = calendars

    def build(self, loaded: Entries) -> tuple[Slot, ...]:
        """Every entry in its place."""
        return tuple(self._slot(entry) for entry in loaded.entries)

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
        kind = Kind(reader.plain(data, "kind"))
        asserted = data["asserts"]
        assert isinstance(asserted, Map)
        period = self._is_period(asserted)
        asserts = self._terms(asserted, period)
        nodes = data.get("evidence")
        entries = [node for node in nodes if isinstance(node, Map)] if isinstance(nodes, Seq) else []
        verdict = reader.text(data, "verdict")
        return FACT_CLASSES[kind](
            id=reader.plain(data, "id"),
            label=entry.label,
            claim=reader.text(data, "claim") or _nothing(reader, data),
            anchor=build_anchor(data, reader),
            asserts=asserts,
            at=entry.at,
            risk=Risk(reader.plain(data, "risk") or Risk.NORMAL.value),
            evidence=tuple(self._evidence(node, period) for node in entries),
            verdict=Stated(text=verdict.text, value=Verdict(verdict.text), at=verdict.at) if verdict else None,
            correction=reader.text(data, "correction"),
            corrects=reader.text(data, "corrects"),
            note=reader.plain(data, "note"),
            valid=reader.date(data, "valid", period=True),
            tags=reader.texts(data, "tags"),
        )

    def _is_period(self, asserted: Map) -> bool:
        id = asserted.get("event")
        event = self._entities.get(id) if isinstance(id, Text) else None
        return isinstance(event, Event) and event.period

    def _terms(self, data: Map, period: bool) -> Terms:
        reader = self._reader
        return Terms(
            at=reader.at(data),
            measure=reader.text(data, "measure"),
            as_of=reader.date(data, "as_of"),
            according_to=reader.text(data, "according_to"),
            value=reader.quantity(data, "value"),
            event=reader.text(data, "event"),
            on=reader.date(data, "on", period),
            earlier=reader.text(data, "earlier"),
            later=reader.text(data, "later"),
            link=reader.text(data, "link"),
            words=reader.text(data, "words"),
            speaker=reader.text(data, "speaker"),
            to=reader.refs(data, "to"),
            said_at=reader.refs(data, "at"),
            that=reader.text(data, "that"),
            act=reader.text(data, "act"),
            person=reader.text(data, "person"),
            office=reader.text(data, "office"),
            what=reader.text(data, "what"),
            where=reader.refs(data, "where"),
            who=reader.refs(data, "who"),
            expression=reader.expression(data, "from"),
            of=reader.text(data, "of"),
        )

    def _evidence(self, data: Map, period: bool) -> Evidence:
        reader = self._reader
        reported = data.get("reports")
        own = reader.calendar
        source = reader.text(data, "source") or _nothing(reader, data)
        reader.calendar = self._calendars.get(source.value, own)
        reports = self._terms(reported, period) if isinstance(reported, Map) else None
        reader.calendar = own
        stance = reader.text(data, "stance")
        return Evidence(
            source=source,
            at=reader.at(data),
            excerpt=reader.text(data, "excerpt"),
            locator=reader.plain(data, "locator"),
            reports=reports,
            stance=Stated(text=stance.text, value=Stance(stance.text), at=stance.at) if stance else None,
            because=reader.text(data, "because"),
            of=reader.text(data, "of"),
            set_aside=reader.plain(data, "set_aside"),
            unnamed=reader.switch(data, "unnamed"),
            translated_from=reader.plain(data, "translated_from"),
        )


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
