"""Entries of sources.yaml and entities.yaml, given a meaning."""

from collections.abc import Callable
from typing import TypeAlias

from factsuite.load.entries import Entries, Entry
from factsuite.load.positioned import Map, Seq, Text
from factsuite.model.entities import (
    Entity,
    Event,
    EventEvidence,
    Measure,
    Office,
    OfficeEvidence,
    Organisation,
    Person,
    Place,
)
from factsuite.model.reading_fields import FieldReader, minutes_east
from factsuite.model.sources import Derivation, Source
from factsuite.model.stated import Ref, Stated

_Readers: TypeAlias = dict[str, Callable[[FieldReader, Map, str], object]]
_OF_SOURCE: _Readers = {
    "title": FieldReader.plain,
    "author": FieldReader.plain,
    "url": FieldReader.plain,
    "language": FieldReader.plain,
    "published": FieldReader.date,
    "unseen": FieldReader.switch,
    "owner": FieldReader.plain,
}
_OF_ENTITY: _Readers = {
    "aliases": FieldReader.texts,
    "within": FieldReader.ref_tuple,
}
_OF_PLACE: _Readers = {
    **_OF_ENTITY,
    "near": FieldReader.ref_tuple,
    "overlaps": FieldReader.ref_tuple,
}
_OF_EVIDENCE: _Readers = {
    "excerpt": FieldReader.plain,
    "locator": FieldReader.plain,
    "set_aside": FieldReader.plain,
}
_OF_EVENT_REPORTS: _Readers = {
    "who": FieldReader.refs,
    "where": FieldReader.refs,
    "after": FieldReader.text,
    "before": FieldReader.text,
}
"""How the fields are read that an entry may leave out."""


def build_sources(loaded: Entries, reader: FieldReader) -> tuple[Source, ...]:
    """The sources whose entries are sound, in file order."""
    return tuple(_source(entry, reader) for entry in loaded.entries if entry.sound)


def build_entities(loaded: Entries, reader: FieldReader) -> tuple[Entity, ...]:
    """The entities whose entries are sound, in file order."""
    return tuple(_BUILDERS[entry.section](entry, reader) for entry in loaded.entries if entry.sound)


def broken_ids(loaded: Entries) -> tuple[str, ...]:
    """Ids whose entries are defective: they are known, and nothing more is."""
    return tuple(entry.label for entry in loaded.entries if not entry.sound)


def labels(loaded: Entries) -> tuple[str, ...]:
    """The descriptions that name no office."""
    node = loaded.document.data.get("labels") if loaded.document.data is not None else None
    return tuple(str(item) for item in node if isinstance(item, Text)) if isinstance(node, Seq) else ()


def derivations(data: Map, reader: FieldReader) -> tuple[Derivation, ...]:
    """The parents named by `derives_from`; `unknown` names none."""
    node = data.get("derives_from")
    items = node if isinstance(node, Seq) else [] if node is None else [node]
    found = []
    for item in items:
        parent = item if isinstance(item, Text) else item.get("source") if isinstance(item, Map) else None
        likely = isinstance(item, Map) and item.get("certainty") == "likely"
        if isinstance(parent, Text) and parent != "unknown":
            ref: Ref = Stated(text=str(parent), value=str(parent), at=reader.at(parent))
            found.append(Derivation(parent=ref, likely=likely))
    return tuple(found)


def _source(entry: Entry, reader: FieldReader) -> Source:
    data = entry.data
    return Source(
        id=reader.plain(data, "id"),
        publisher=reader.plain(data, "publisher"),
        kind=reader.plain(data, "kind"),
        at=entry.at,
        derives_from=derivations(data, reader),
        unknown_derivation=data.get("derives_from") == "unknown",
        **reader.given(data, _OF_SOURCE),  # type: ignore[arg-type]  # the table pairs fields with their readers
    )


def _person(entry: Entry, reader: FieldReader) -> Entity:
    data = entry.data
    return Person(
        id=reader.plain(data, "id"),
        name=reader.plain(data, "name"),
        at=entry.at,
        offices=tuple([_office(node, reader) for node in _mappings(data, "offices")]),
        **reader.given(data, _OF_ENTITY),  # type: ignore[arg-type]  # as above
    )


def _office(data: Map, reader: FieldReader) -> Office:
    return Office(
        title=reader.plain(data, "title"),
        at=reader.at(data),
        aliases=reader.texts(data, "aliases"),
        start=reader.date(data, "from"),
        until=reader.date(data, "until"),
        evidence=tuple([_office_evidence(node, reader) for node in _mappings(data, "evidence")]),
    )


def _office_evidence(data: Map, reader: FieldReader) -> OfficeEvidence:
    reports = _reports(data)
    return OfficeEvidence(
        source=_source_ref(data, reader),
        at=reader.at(data),
        start=reader.date(reports, "from"),
        until=reader.date(reports, "until"),
        held_on=reader.date(reports, "held_on"),
        **reader.given(data, _OF_EVIDENCE),  # type: ignore[arg-type]  # as above
    )


def _organisation(entry: Entry, reader: FieldReader) -> Entity:
    data = entry.data
    return Organisation(
        id=reader.plain(data, "id"),
        name=reader.plain(data, "name"),
        at=entry.at,
        **reader.given(data, _OF_ENTITY),  # type: ignore[arg-type]  # as above
    )


def _place(entry: Entry, reader: FieldReader) -> Entity:
    data = entry.data
    return Place(
        id=reader.plain(data, "id"),
        name=reader.plain(data, "name"),
        at=entry.at,
        utc_offset=minutes_east(reader.plain(data, "utc_offset")),
        **reader.given(data, _OF_PLACE),  # type: ignore[arg-type]  # as above
    )


def _event(entry: Entry, reader: FieldReader) -> Entity:
    data = entry.data
    period = reader.plain(data, "extent") == "period"
    return Event(
        id=reader.plain(data, "id"),
        name=reader.plain(data, "name"),
        at=entry.at,
        aliases=reader.texts(data, "aliases"),
        on=reader.date(data, "on", period),
        period=period,
        who=reader.refs(data, "who"),
        where=reader.refs(data, "where"),
        evidence=tuple([_event_evidence(node, reader, period) for node in _mappings(data, "evidence")]),
    )


def _event_evidence(data: Map, reader: FieldReader, period: bool) -> EventEvidence:
    reports = _reports(data)
    return EventEvidence(
        source=_source_ref(data, reader),
        at=reader.at(data),
        on=reader.date(reports, "on", period),
        **reader.given(reports, _OF_EVENT_REPORTS),  # type: ignore[arg-type]  # as above
        **reader.given(data, _OF_EVIDENCE),  # type: ignore[arg-type]  # as above
    )


def _measure(entry: Entry, reader: FieldReader) -> Entity:
    data = entry.data
    return Measure(
        id=reader.plain(data, "id"),
        name=reader.plain(data, "name"),
        at=entry.at,
        unit=reader.plain(data, "unit"),
        nouns=reader.texts(data, "nouns"),
    )


def _mappings(data: Map, name: str) -> list[Map]:
    node = data.get(name)
    return [item for item in node if isinstance(item, Map)] if isinstance(node, Seq) else []


def _reports(data: Map) -> Map:
    node = data.get("reports")
    return node if isinstance(node, Map) else Map()


def _source_ref(data: Map, reader: FieldReader) -> Ref:
    ref = reader.text(data, "source")
    return ref if ref is not None else Stated(text="", value="", at=reader.at(data))


_BUILDERS: dict[str, Callable[[Entry, FieldReader], Entity]] = {
    "people": _person,
    "organisations": _organisation,
    "places": _place,
    "events": _event,
    "measures": _measure,
}
