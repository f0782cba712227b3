"""Verdicts: the awkward cases of their rules."""

import pytest
from small_facts import findings, found_by

STATED = "verdict: contradicted\ncorrection: 200 people crossed it.\n"


def quantity(value: str, more: str = "", source: str = "gazette") -> str:
    return (
        "kind: quantity\nanchor: {exact: 300 people}\nasserts: {measure: bridge-visitors, value: 300 people}\n"
        f"evidence: [{{source: {source}, reports: {{value: {value}}}}}]\n{more}"
    )


@pytest.mark.parametrize(
    ("example", "rules"),
    [
        (quantity("300 people"), set()),
        (quantity("200 people"), {"verdict-differs"}),
        (quantity("200 people", STATED), {"known-inaccuracy"}),
        (quantity("300 people", STATED), {"correction-made"}),
        (quantity("at least 200 people", STATED), {"verdict-differs"}),
        (quantity("200 people", "verdict: contradicted\n"), {"known-inaccuracy", "correction-missing"}),
        (quantity("300 people", "verdict: supported\n"), set()),
        (quantity("300 people", "correction: None needed.\n"), {"correction-without-verdict"}),
        (quantity("300 people", "verdict: supported\ncorrection: None needed.\n"), {"correction-without-verdict"}),
        (quantity("200 people", "verdict: disputed\ncorrection: It is disputed.\n"), {"verdict-differs"}),
        (quantity("300 boats"), {"verdict-differs"}),
        (quantity("300 boats", "verdict: unverified\ncorrection: Nobody counted.\n"), {"known-inaccuracy"}),
    ],
)
def test_the_stated_verdict_and_the_computed_one_meet(example: str, rules: set[str]) -> None:
    names = (
        "verdict-differs",
        "correction-made",
        "correction-missing",
        "correction-without-verdict",
        "known-inaccuracy",
    )
    assert {name for name in names if found_by(name, example)} == rules


def test_a_verdict_that_differs_says_why_and_where() -> None:
    [found] = findings("verdict-differs", quantity("200 people"))
    assert "`gazette` contradicts it" in found.finding.message
    assert "the evidence makes it contradicted, the fact states supported" in found.finding.message
    assert "`verdict: contradicted`" in found.finding.hint


def test_a_stated_verdict_is_where_the_finding_stands() -> None:
    [found] = findings("verdict-differs", quantity("at least 200 people", STATED))
    assert (found.finding.at.line, found.finding.at.column) == (9, 14)
    [found] = findings("verdict-differs", quantity("at least 200 people"))
    assert (found.finding.at.line, found.finding.at.column) == (3, 5)


def test_an_unverified_fact_is_told_what_would_help() -> None:
    [found] = findings("verdict-differs", quantity("300 boats"))
    assert "no source bears on it" in found.finding.message
    assert "find an independent source" in found.finding.hint


@pytest.mark.parametrize(
    ("aside", "found"),
    [("200 people", True), ("300 people", False), ("300 boats", False), ("at least 200 people", False)],
)
def test_a_verdict_that_hangs_on_what_was_set_aside_says_so(aside: str, found: bool) -> None:
    example = (
        "kind: quantity\nasserts: {measure: bridge-visitors, value: 300 people}\nevidence:\n"
        "  - {source: gazette, reports: {value: 300 people}}\n"
        f"  - {{source: hearing, reports: {{value: {aside}}}, set_aside: a slip}}\n"
    )
    assert found_by("set-aside-decides", example) is found


@pytest.mark.parametrize(
    ("facts", "found"),
    [("format: 1\nfacts: []\n", True), ("format: 1\n", False), ("format: 1\nfacts: {}\n", False), ("", False)],
)
def test_an_article_without_facts_is_named_unless_its_file_is_broken(facts: str, found: bool) -> None:
    assert found_by("no-facts", f"# facts.yaml\n{facts}") is found


def test_a_field_that_no_source_gives_is_to_be_reported_or_taken_out() -> None:
    example = (
        'kind: quotation\nanchor: {exact: "I never saw that memo,"}\n'
        "asserts: {speaker: ada-quill, words: I never saw that memo}\n"
        'evidence: [{source: hearing, excerpt: "QUILL: I never saw that memo."}]\n'
    )
    [found] = findings("verdict-differs", example)
    assert "where a source gives `speaker`, add that to what it `reports`" in found.finding.hint
