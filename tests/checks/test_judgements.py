"""Judgements: the awkward cases."""

import pytest
from small_facts import findings, found_by


def judged(fields: str, exact: str = "the bridge is open") -> str:
    return (
        f"kind: statement\nanchor: {{exact: {exact}}}\nasserts: {{that: The bridge opened.}}\n"
        f"evidence: [{{source: hearing, {fields}}}]\n"
    )


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ("stance: supports, because: so, of: open", ""),
        ("stance: supports, because: so", "`of`"),
        ("stance: supports, of: open", "`because`"),
        ("stance: supports", "`because` and `of`"),
        ("reports: {that: The bridge opened.}", ""),
    ],
)
def test_a_judgement_has_a_reason_and_words_it_is_about(fields: str, missing: str) -> None:
    found = findings("judgement-without-reason", judged(fields))
    assert [each.finding.message.partition("without ")[2] for each in found] == ([missing] if missing else [])


@pytest.mark.parametrize(
    ("of", "stale"),
    [("the bridge is open", False), ("bridge is", False), ("Bridge is", True), ("bridge  is", True), ("shut", True)],
)
def test_a_judgement_on_other_words_is_stale(of: str, stale: bool) -> None:
    assert found_by("judgement-stale", judged(f"stance: supports, because: so, of: {of}")) is stale


def test_a_judgement_set_aside_is_stale_all_the_same() -> None:
    assert found_by("judgement-stale", judged("stance: supports, because: so, of: shut, set_aside: why"))


@pytest.mark.parametrize(
    ("value", "stance", "found"),
    [
        ("200 people", "supports", True),
        ("200 people", "partly", True),
        ("200 people", "contradicts", False),
        ("300 people", "contradicts", False),
        ("300 people", "supports", False),
        ("at least 200 people", "supports", True),
        ("at least 200 people", "partly", False),
        ("300 boats", "supports", False),  # nothing was computed that it could be against
    ],
)
def test_a_judgement_may_lower_a_comparison_and_not_raise_it(value: str, stance: str, found: bool) -> None:
    example = (
        "kind: quantity\nanchor: {exact: 300 people came}\nasserts: {measure: bridge-visitors, value: 300 people}\n"
        f"evidence: [{{source: gazette, reports: {{value: {value}}}, stance: {stance}, because: so, of: 300 people}}]\n"
    )
    assert found_by("judgement-against-computation", example) is found
