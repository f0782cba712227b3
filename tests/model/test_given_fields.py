"""Only the fields that an entry gives are read; every field that is not read by itself has a reader."""

from pathlib import PurePosixPath

import pytest

from factsuite.load.positioned import Map, text_at
from factsuite.model import building_entities, building_facts
from factsuite.model.entities import EventEvidence, OfficeEvidence, Organisation, Person, Place
from factsuite.model.facts import ATTRIBUTES, Evidence, Fact, Terms
from factsuite.model.reading_fields import FieldReader
from factsuite.model.sources import Source
from factsuite.values.dates import Calendar

OF_EVENT = building_entities._OF_EVENT_REPORTS | building_entities._OF_EVIDENCE


@pytest.mark.parametrize(
    ("sort", "otherwise", "readers"),
    [
        (Fact, {"label", "anchor", "asserts", "at", "evidence"}, building_facts._FACT_READERS),
        (Evidence, {"at", "reports"}, building_facts._EVIDENCE_READERS),
        (Source, {"id", "publisher", "kind", "at", "derives_from", "unknown_derivation"}, building_entities._OF_SOURCE),
        (Person, {"id", "name", "at", "offices"}, building_entities._OF_ENTITY),
        (Organisation, {"id", "name", "at"}, building_entities._OF_ENTITY),
        (Place, {"id", "name", "at", "utc_offset"}, building_entities._OF_PLACE),
        (EventEvidence, {"source", "at", "on"}, OF_EVENT),
        (OfficeEvidence, {"source", "at", "start", "until", "held_on"}, building_entities._OF_EVIDENCE),
    ],
)
def test_every_field_that_is_not_read_by_itself_has_a_reader(
    sort: type[object], otherwise: set[str], readers: dict[str, object]
) -> None:
    assert set(sort.__struct_fields__) - otherwise == set(readers)


def test_every_term_has_a_reader_whether_the_event_went_on_or_not() -> None:
    terms = set(Terms.__struct_fields__) - {"at"}
    for readers in (building_facts._READERS, building_facts._READERS_OF_PERIOD):
        assert {ATTRIBUTES.get(name, name) for name in readers} == terms


def test_what_is_given_is_what_each_reader_reads() -> None:
    reader = FieldReader(path=PurePosixPath("facts/harbour/facts.yaml"), calendar=Calendar())
    data = Map()
    for line, (name, value) in enumerate({"excerpt": "We counted 412.", "of": "412", "unnamed": "yes"}.items(), 3):
        data[name] = text_at(value, line, 5)
    data["reports"] = Map()
    assert reader.given(data, building_facts._EVIDENCE_READERS) == {
        "excerpt": reader.text(data, "excerpt"),
        "of": reader.text(data, "of"),
        "unnamed": True,
    }
