"""Leftovers: what counts as used."""

import pytest
from small_facts import findings, found_by

SOURCES = "# sources.yaml\nformat: 1\nsources:\n"
CITES_ALL = (
    "kind: statement\nasserts: {that: One.}\nevidence:\n"
    "  - {source: hearing, reports: {that: One.}}\n  - {source: minutes, reports: {that: One.}}\n"
    "  - {source: gazette, reports: {that: One.}}\n"
)


def test_a_copy_nobody_cites_is_unused_and_its_unseen_parent_is_not() -> None:
    names = [each.finding.message for each in findings("unused-source", CITES_ALL)]
    assert names == ["no fact, event or office rests on `wire-copy`"]


def test_a_source_an_event_rests_on_is_used() -> None:
    assert not found_by("unused-source", SOURCES + "  - {id: gazette, publisher: G, kind: newspaper}\n")


def test_a_source_set_aside_is_used() -> None:
    example = CITES_ALL + "  - {source: wire-copy, reports: {that: One.}, set_aside: a copy}\n"
    assert not found_by("unused-source", example)


def test_nothing_is_called_unused_while_a_fact_is_defective() -> None:
    assert not found_by("unused-source", "kind: statement\nasserts: {thta: One.}\n")
    assert not found_by("unused-entity", "kind: statement\nasserts: {thta: One.}\n")


@pytest.mark.parametrize(
    ("entities", "unused"),
    [
        ("people:\n  - {id: reed, name: Tom Reed}\n", ["reed"]),
        ("people:\n  - {id: reed, name: R, within: council}\norganisations:\n  - {id: council, name: C}\n", ["reed"]),
        ("places:\n  - {id: a, name: A, near: b}\n  - {id: b, name: B, overlaps: a}\n", []),
        ("events:\n  - {id: e, name: E, who: reed}\npeople:\n  - {id: reed, name: R}\n", ["e"]),
        (
            "people:\n  - id: reed\n    name: R\n    offices:\n"
            "      - {title: Clerk, evidence: [{source: gazette, reports: {held_on: 2031}}]}\n",
            [],
        ),
        ("measures:\n  - {id: m, name: M, unit: boat}\n", ["m"]),
        ("labels: [spokeswoman]\n", []),
    ],
)
def test_what_nothing_refers_to_is_unused(entities: str, unused: list[str]) -> None:
    found = findings("unused-entity", f"# entities.yaml\nformat: 1\n{entities}")
    assert [each.finding.message for each in found] == [f"nothing refers to `{id}`" for id in unused]
