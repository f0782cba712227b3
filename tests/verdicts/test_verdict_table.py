"""The verdict table, row by row; and what sets one aside, lowers one, or leaves a field uncovered, end to end."""

from pathlib import PurePosixPath

import pytest
from small_facts import judged, verdict

from factsuite.load.locations import Location
from factsuite.model.facts import Verdict
from factsuite.values.relation import Relation
from factsuite.verdicts.judging import Basis, decide
from factsuite.verdicts.line import Line

E, C, X = Relation.ENTAILS, Relation.COMPATIBLE, Relation.CONTRADICTS
AT = Location(path=PurePosixPath("facts.yaml"))


def line(relation: Relation) -> Line:
    return Line(id=relation.value, entries=(), relation=relation)


@pytest.mark.parametrize(
    ("relations", "uncovered", "lost", "required", "expected"),
    [
        # disputed: a line contradicts it and a line entails it
        ([X, E], (), (), 1, Verdict.DISPUTED),
        ([E, X, C], ("speaker",), ("if",), 3, Verdict.DISPUTED),
        # contradicted: a line contradicts it
        ([X], (), (), 1, Verdict.CONTRADICTED),
        ([X, C], (), (), 1, Verdict.CONTRADICTED),
        ([X, X], ("value",), ("if",), 2, Verdict.CONTRADICTED),
        # supported: as many lines entail it as the house requires, every field covered, no lost condition
        ([E], (), (), 1, Verdict.SUPPORTED),
        ([E, C], (), (), 1, Verdict.SUPPORTED),
        ([E, E], (), (), 2, Verdict.SUPPORTED),
        ([E, E, E], (), (), 2, Verdict.SUPPORTED),
        # overstated: lines bear on it, some only as compatible, or a field or a condition is uncovered
        ([C], (), (), 1, Verdict.OVERSTATED),
        ([C, C], (), (), 1, Verdict.OVERSTATED),
        ([E], ("speaker",), (), 1, Verdict.OVERSTATED),
        ([E], (), ("if",), 1, Verdict.OVERSTATED),
        ([E, E], ("speaker",), ("if",), 1, Verdict.OVERSTATED),
        # unverified: no line bears on it, or too few entail it
        ([], (), (), 1, Verdict.UNVERIFIED),
        ([], ("value",), (), 1, Verdict.UNVERIFIED),
        ([E], (), (), 2, Verdict.UNVERIFIED),
        ([E, E], (), (), 3, Verdict.UNVERIFIED),
    ],
)
def test_the_first_row_that_holds_decides(
    relations: list[Relation], uncovered: tuple[str, ...], lost: tuple[str, ...], required: int, expected: Verdict
) -> None:
    for order in (relations, relations[::-1]):
        assert decide([line(relation) for relation in order], uncovered, lost, required) is expected


VISITORS = "kind: quantity\nasserts: {measure: bridge-visitors, value: at least 300 people}\nevidence:\n"


def says(source: str, value: str) -> str:
    return f"- {{source: {source}, reports: {{value: {value}}}}}"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([("gazette", "412 people")], "supported"),
        ([("gazette", "412")], "supported"),
        ([("gazette", "412 tonnes")], "unverified"),
        ([("gazette", "412 boats")], "unverified"),
        ([("gazette", "200 people")], "contradicted"),
        ([("gazette", "at least 200 people")], "overstated"),
        ([("gazette", "200 people"), ("hearing", "400 people")], "disputed"),
        ([("hearing", "400 people"), ("minutes", "200 people")], "supported"),
        ([("hearing", "200 people"), ("minutes", "400 people")], "contradicted"),
    ],
)
def test_reports_of_a_quantity_come_to_a_verdict(entries: list[tuple[str, str]], expected: str) -> None:
    assert verdict(VISITORS + _indented("\n".join(says(*entry) for entry in entries))) == expected


# Set aside


def test_what_is_set_aside_is_shown_and_does_not_count() -> None:
    found = judged(
        VISITORS
        + "  - {source: gazette, reports: {value: 200 people}, set_aside: counted before noon}\n"
        + "  - {source: hearing, reports: {value: 412 people}}\n"
    )
    assert found.verdict is Verdict.SUPPORTED
    assert found.verdict_with_all is Verdict.DISPUTED
    assert [entry.source for entry in found.entries] == ["gazette", "hearing"]
    assert [entry.source for entry in found.counting] == ["hearing"]
    assert [line.id for line in found.lines] == ["hearing"]


def test_everything_set_aside_leaves_nothing() -> None:
    found = judged(VISITORS + "  - {source: gazette, reports: {value: 412 people}, set_aside: a guess}\n")
    assert found.verdict is Verdict.UNVERIFIED
    assert found.verdict_with_all is Verdict.SUPPORTED
    assert not found.main_compared


# Judgements


def statement(entries: str, more: str = "") -> str:
    return (
        "kind: statement\nanchor: {exact: the bridge is open}\n"
        f"asserts: {{that: The bridge is open., speaker: mayor{more}}}\nevidence:\n" + _indented(entries)
    )


@pytest.mark.parametrize(
    ("stance", "expected"), [("supports", "supported"), ("partly", "overstated"), ("contradicts", "contradicted")]
)
def test_a_judgement_stands_for_a_relation(stance: str, expected: str) -> None:
    entry = f"- {{source: hearing, reports: {{speaker: mayor}}, stance: {stance}, because: so, of: open}}"
    found = judged(statement(entry))
    assert found.verdict.value == expected
    assert found.basis is Basis.MIXED


@pytest.mark.parametrize(
    ("stance", "value", "expected"),
    [
        ("partly", "412 people", "overstated"),
        ("contradicts", "412 people", "contradicted"),
        ("supports", "200 people", "contradicted"),
        ("supports", "at least 200 people", "overstated"),
        ("partly", "200 people", "contradicted"),
    ],
)
def test_a_judgement_lowers_a_comparison_and_never_raises_it(stance: str, value: str, expected: str) -> None:
    entry = f"  - {{source: gazette, reports: {{value: {value}}}, stance: {stance}, because: so, of: 300}}\n"
    found = judged(VISITORS + entry)
    assert found.verdict.value == expected
    assert found.basis is Basis.COMPUTED


def test_the_same_words_are_compared_and_not_judged() -> None:
    entry = "- {source: hearing, reports: {that: the bridge is  open, speaker: mayor}}"
    found = judged(statement(entry))
    assert (found.verdict, found.basis) == (Verdict.SUPPORTED, Basis.COMPUTED)


def test_another_speaker_of_the_same_remark_contradicts() -> None:
    assert (
        verdict(statement("- {source: hearing, reports: {that: The bridge is open., speaker: clerk}}"))
        == "contradicted"
    )


def test_another_speaker_of_another_remark_says_nothing() -> None:
    assert (
        verdict(statement("- {source: hearing, reports: {that: The bridge is shut., speaker: clerk}}")) == "unverified"
    )


def test_a_field_no_entry_gives_leaves_the_fact_overstated() -> None:
    found = judged(statement("- {source: hearing, reports: {that: The bridge is open.}}"))
    assert (found.verdict, found.uncovered) == (Verdict.OVERSTATED, ("speaker",))
    silent = "- {source: hearing, reports: {that: The bridge is open.}}"
    spoken = "- {source: gazette, reports: {that: The bridge is open., speaker: mayor}}"
    assert verdict(statement(f"{silent}\n{spoken}")) == "supported"


def test_a_weaker_verb_than_the_articles_is_only_compatible() -> None:
    said = "- {source: hearing, reports: {that: The bridge is open., speaker: mayor, act: said}}"
    assert verdict(statement(said, ", act: said")) == "supported"
    assert verdict(statement(said.replace("act: said", "act: alleged"), ", act: confirmed")) == "overstated"


# Scope


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", "supported"),
        (", as_of: 2031-06-01", "supported"),
        (", as_of: 2031-06-02", "unverified"),
        (", measure: bridge-boats", "unverified"),
        (", according_to: ada-quill", "supported"),
        (", according_to: city-council", "supported"),
        (", according_to: noor-vane", "unverified"),
    ],
)
def test_a_report_outside_the_scope_is_about_something_else(more: str, expected: str) -> None:
    text = (
        "kind: quantity\nasserts: {measure: bridge-visitors, value: 300 people, as_of: 2031-06-01, "
        "according_to: city-council}\nevidence:\n"
        f"  - {{source: hearing, reports: {{value: 300 people{more}}}}}\n"
    )
    found = judged(text)
    assert found.verdict.value == expected
    assert bool(found.entries[0].outside) is (expected == "unverified")


def test_a_wider_attribution_is_outside_the_articles() -> None:
    text = (
        "kind: quantity\nasserts: {measure: bridge-visitors, value: 300 people, according_to: ada-quill}\n"
        "evidence:\n  - {source: hearing, reports: {value: 200 people, according_to: city-council}}\n"
    )
    found = judged(text)
    assert (found.verdict, found.entries[0].outside) == (Verdict.UNVERIFIED, "according_to")


# The article's own parent


def test_the_articles_parent_counts_and_is_named() -> None:
    found = judged(VISITORS + "  - {source: gazette, reports: {value: 412 people}}\n", parent="gazette")
    assert (found.verdict, found.parent_only) == (Verdict.SUPPORTED, True)
    both = "  - {source: gazette, reports: {value: 412 people}}\n  - {source: hearing, reports: {value: 412 people}}\n"
    assert judged(VISITORS + both, parent="gazette").parent_only is False


# What is recorded in entities.yaml


def test_an_events_own_record_counts_as_evidence() -> None:
    assert verdict("kind: date\nasserts: {event: opening, on: 2031-06-01}\n") == "supported"
    assert verdict("kind: date\nasserts: {event: opening, on: 2031-06}\n") == "supported"
    assert verdict("kind: date\nasserts: {event: opening, on: 2031-06-02}\n") == "contradicted"
    assert verdict("kind: date\nasserts: {event: opening, on: 2031-06-01T10:00}\n") == "overstated"


def test_a_source_cited_by_the_fact_is_not_counted_again() -> None:
    found = judged(
        "kind: date\nasserts: {event: opening, on: 2031-06-01}\n"
        "evidence:\n  - {source: gazette, reports: {on: 2031-06-02}}\n"
    )
    assert [entry.source for entry in found.entries] == ["gazette"]
    assert found.verdict is Verdict.CONTRADICTED


def _indented(entries: str) -> str:
    return "".join(f"  {entry}\n" for entry in entries.split("\n"))


def test_a_judgement_of_several_main_fields_covers_each_of_them() -> None:
    found = judged(
        "kind: event\n"
        "asserts: {event: fair, who: ada-quill, where: old-town}\n"
        "evidence: [{source: hearing, stance: supports, because: It says so.}]\n"
    )
    assert (found.verdict, found.uncovered) == (Verdict.SUPPORTED, ())
