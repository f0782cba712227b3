"""Evidence: the awkward cases."""

import pytest
from small_facts import findings, found_by

QUANTITY = "kind: quantity\nanchor: {exact: 300 people}\nasserts: {measure: bridge-visitors, value: 300 people}\n"


@pytest.mark.parametrize(
    ("example", "found"),
    [
        (QUANTITY, True),
        (QUANTITY + "evidence: []\n", True),
        (QUANTITY + "evidence: [{source: gazette, excerpt: Crowds came.}]\n", False),
        ("kind: date\nasserts: {event: opening, on: 2031-06-01}\n", False),  # the event's own record
        ("kind: order\nasserts: {earlier: opening, later: closing}\n", False),
        ("kind: office\nasserts: {person: clerk, office: Harbour Master, as_of: 2031}\n", True),
    ],
)
def test_a_fact_without_evidence_is_named(example: str, found: bool) -> None:
    assert found_by("no-evidence", example) is found


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("{source: gazette, excerpt: Crowds came.}", True),
        ("{source: gazette, reports: {value: 300 boats}}", True),
        ("{source: gazette, reports: {value: 300 people}, set_aside: a guess}", True),
        ("{source: gazette, reports: {value: 300 people, measure: opening}}", True),
        ("{source: gazette, reports: {value: 300 people}}", False),
        ("{source: gazette, stance: partly, because: so, of: 300}", False),
    ],
)
def test_evidence_that_compares_nothing_is_named(entry: str, found: bool) -> None:
    assert found_by("nothing-compared", f"{QUANTITY}evidence: [{entry}]\n") is found


def test_the_reasons_nothing_was_compared_are_given() -> None:
    example = (
        f"{QUANTITY}evidence:\n  - {{source: gazette, excerpt: Crowds came.}}\n"
        "  - {source: hearing, reports: {value: 300 people}, set_aside: a guess}\n"
    )
    [found] = findings("nothing-compared", example)
    assert "set aside" in found.finding.message
    assert "nothing comparable" in found.finding.message
    assert len(found.finding.related) == 2


def test_a_figure_of_something_else_is_told_with_both_words_and_where_a_noun_is_added() -> None:
    [found] = findings(
        "nothing-compared", f"{QUANTITY}evidence: [{{source: gazette, reports: {{value: 300 boats}}}}]\n"
    )
    assert "`gazette` reports '300 boats', which is not comparable with '300 people'" in found.finding.message
    assert "`nouns` of `bridge-visitors` in entities.yaml" in found.finding.hint


def test_a_fact_without_evidence_is_not_told_twice() -> None:
    assert not found_by("nothing-compared", QUANTITY)


@pytest.mark.parametrize(("source", "found"), [("wire", True), ("wire-copy", False), ("not-listed", False)])
def test_a_text_nobody_saw_is_not_cited(source: str, found: bool) -> None:
    example = f"{QUANTITY}evidence: [{{source: {source}, reports: {{value: 300 people}}}}]\n"
    assert found_by("unseen-source-cited", example) is found
