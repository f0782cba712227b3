"""Coverage: where the findings stand, what they say, and when a threshold fails."""

import pytest
from small_facts import findings, found_by

from factsuite.rules.findings import Severity

TWO = """article: More than 300 people crossed it, and 40 boats met it.
kind: quantity
anchor: {exact: "More than 300 people crossed it, and 40 boats met it."}
asserts: {measure: bridge-visitors, value: more than 300 people}
"""


def gate(settings: str, example: str = TWO) -> str:
    return f"{example}# pyproject.toml\n[tool.factsuite.coverage]\n{settings}\n"


def test_a_finding_stands_at_the_words_and_names_the_fact_nearby() -> None:
    [found] = findings("uncovered-number", TWO)
    assert str(found.finding.at) == "facts/example/article.md:8:38"
    assert found.finding.message == "no fact asserts the number '40 boats'"
    assert found.finding.hint == (
        "near is `example`; write a quantity fact for it, or mark the passage under `not_checked` with its reason"
    )
    assert [str(related.at) for related in found.finding.related] == ["facts/example/facts.yaml:3:5"]
    assert (found.fact, found.article, found.family) == (None, "example", "coverage")
    assert found.severity is Severity.WARNING


def test_an_anchor_that_cuts_the_words_is_to_be_lengthened() -> None:
    example = TWO.replace('"More than 300 people crossed it, and 40 boats met it."', "300 people crossed it")
    hints = [found.finding.hint for found in findings("uncovered-number", example)]
    assert hints[0].startswith("the anchor of `example` cuts these words: lengthen it; or write a quantity fact")


def test_a_long_sentence_is_shortened() -> None:
    text = "The bridge opened. " + "The band played on and on, " * 8 + "and then it stopped."
    example = f"article: {text}\nanchor: {{exact: The bridge opened.}}\nasserts: {{that: The bridge opened.}}\n"
    messages = [found.finding.message for found in findings("uncovered-sentence", example)]
    assert messages[-1].startswith("no fact is about 'The band played on and on,")
    assert all(len(message) < 90 for message in messages)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("numbers = 0.5", []),
        ("numbers = 0.51", ["1 of 2 numbers are covered; the house requires 51%"]),
        ("numbers = 1.0", ["1 of 2 numbers are covered; the house requires 100%"]),
        ("dates = 1.0", []),  # the article has none
        ("sentences = 0.5", ["0 of 2 sentences are covered; the house requires 50%"]),  # in part is not covered
        ("names = 0", []),
    ],
)
def test_a_threshold_gates_its_kind_only(settings: str, expected: list[str]) -> None:
    found = findings("coverage-below-threshold", gate(settings))
    assert [each.finding.message for each in found] == expected
    assert all(each.severity is Severity.ERROR for each in found)


def test_a_missed_threshold_names_what_is_left() -> None:
    [found] = findings("coverage-below-threshold", gate("numbers = 1.0"))
    assert found.finding.hint == "most worth checking first: '40 boats'"
    assert [related.message for related in found.finding.related] == ["uncovered: '40 boats'"]
    assert str(found.finding.at) == "facts/example/article.md:3:11"


def test_what_is_marked_counts_as_covered() -> None:
    article = (
        "# article.md\n---\nformat: 1\nheadline: X\npublisher: P\npublished: 2031-06-02\nnot_checked:\n"
        "  - {anchor: {exact: 40 boats}, because: The harbour keeps no count.}\n---\n"
        "More than 300 people crossed it, and 40 boats met it.\n"
    )
    facts = (
        "# facts.yaml\nformat: 1\nfacts:\n  - id: crossed\n    kind: quantity\n    claim: So many crossed.\n"
        "    anchor: {exact: More than 300 people crossed it}\n"
        "    asserts: {measure: bridge-visitors, value: more than 300 people}\n"
    )
    assert not found_by("coverage-below-threshold", gate("numbers = 1.0", article + facts))
    assert not found_by("uncovered-number", article + facts)


def test_nothing_is_said_while_an_entry_is_defective() -> None:
    assert not found_by("uncovered-number", TWO.replace("value:", "valeu:"))


def test_names_are_only_counted() -> None:
    example = "article: Northport watched.\nanchor: {exact: watched}\nasserts: {that: People watched.}\n"
    for kind in ("number", "date", "quotation", "attribution", "title"):
        assert not found_by(f"uncovered-{kind}", example)
