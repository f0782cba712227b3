"""Contradictions: the awkward cases."""

import pytest
from small_facts import findings, found_by


def quantity(reported: str, more: str = "") -> str:
    return (
        'kind: quantity\nasserts: {measure: bridge-visitors, value: "up to 3,000 people"}\n'
        f'evidence: [{{source: gazette, reports: {{value: "{reported}"}}{more}}}]\n'
    )


@pytest.mark.parametrize(
    ("reported", "more", "contradicted"),
    [
        ("3,001 people", "", True),
        ("3,000 people", "", False),
        ("about 3,000 people", "", False),
        ("10,000 tonnes", "", False),
        ("10,000 boats", "", False),
        ("10,000 people", ", set_aside: a slip", False),
        ("at least 2,000 people", "", False),
        ("more than 3,000 people", "", True),
    ],
)
def test_only_figures_of_the_same_thing_contradict(reported: str, more: str, contradicted: bool) -> None:
    assert found_by("value-contradicted", quantity(reported, more)) is contradicted


def test_a_fact_gets_one_finding_however_many_lines_contradict() -> None:
    example = quantity("10,000 people").rstrip("]\n") + '}, {source: hearing, reports: {value: "9,000 people"}}]\n'
    example = example.replace("}}}, {", "}}, {")
    [found] = findings("value-contradicted", example)
    assert "1 more of the lines" in found.finding.message
    assert found.finding.at.path.name == "facts.yaml"


def test_a_contradicting_judgement_is_no_other_figure() -> None:
    example = (
        "kind: quantity\nanchor: {exact: 300 people}\nasserts: {measure: bridge-visitors, value: 300 people}\n"
        "evidence: [{source: gazette, stance: contradicts, because: it doubts it, of: 300 people}]\n"
    )
    assert not found_by("value-contradicted", example)


@pytest.mark.parametrize(
    ("asserted", "reported", "contradicted"),
    [
        ("2031-06-01", "2031-06-01T10:00", False),
        ("2031-06-01", "2031-06", False),
        ("2031-06-01", "in May 2031", True),
        ("by June 2031", "2031-05-01", False),
        ("by May 2031", "2031-06-01", True),
        ("since early May 2031", "between early and mid-May 2031", False),  # the opening is no period
    ],
)
def test_dates_contradict_where_no_day_fits_both(asserted: str, reported: str, contradicted: bool) -> None:
    example = (
        f"kind: date\nasserts: {{event: opening, on: {asserted}}}\n"
        f"evidence: [{{source: gazette, reports: {{on: {reported}}}}}]\n"
    )
    assert found_by("date-contradicted", example) is contradicted


@pytest.mark.parametrize(
    ("title", "contradicted"),
    [("Harbour Master", True), ("spokeswoman", False), ("Lady Mayor", False), ("MAYOR OF LARKHAVEN", False)],
)
def test_only_a_declared_office_contradicts_another(title: str, contradicted: bool) -> None:
    example = (
        "kind: office\nasserts: {person: ada-quill, office: Mayor of Larkhaven, as_of: 2031-06-01}\n"
        f"evidence: [{{source: hearing, reports: {{office: {title}}}}}]\n"
    )
    assert found_by("office-contradicted", example) is contradicted


@pytest.mark.parametrize(
    ("earlier", "later", "reversed_"),
    [("opening", "closing", False), ("closing", "opening", True), ("opening", "opening", False)],
)
def test_dates_refute_an_order(earlier: str, later: str, reversed_: bool) -> None:
    assert found_by("order-reversed", f"kind: order\nasserts: {{earlier: {earlier}, later: {later}}}\n") is reversed_


@pytest.mark.parametrize(
    ("kind", "asserts", "reports", "rule", "contradicted"),
    [
        ("place", "{what: opening, where: northport}", "{where: old-town}", "place-contradicted", True),
        ("place", "{what: opening, where: larkhaven}", "{where: old-town}", "place-contradicted", False),
        ("place", "{what: opening, where: old-town}", "{where: larkhaven}", "place-contradicted", False),
        ("place", "{what: closing, where: northport}", "{where: nowhere-listed}", "place-contradicted", False),
        ("event", "{event: closing, who: clerk}", "{who: noor-vane}", "event-contradicted", True),
        ("event", "{event: closing, who: clerk}", "{who: city-council}", "event-contradicted", False),
        ("event", "{event: closing, who: clerk, where: larkhaven}", "{who: clerk}", "event-contradicted", False),
        ("event", "{event: closing, who: clerk, on: 2031-09}", "{who: clerk, on: 2030}", "event-contradicted", True),
    ],
)
def test_places_and_events(kind: str, asserts: str, reports: str, rule: str, contradicted: bool) -> None:
    example = f"kind: {kind}\nasserts: {asserts}\nevidence: [{{source: hearing, reports: {reports}}}]\n"
    assert found_by(rule, example) is contradicted
