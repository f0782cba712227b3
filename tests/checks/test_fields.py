"""Fields: the awkward cases. The form itself is tested with the loader."""

import pytest
from small_facts import findings, found_by

QUANTITY = "kind: quantity\nasserts: {measure: bridge-visitors, value: 300 people}\n"


@pytest.mark.parametrize(
    ("rule", "example"),
    [
        ("unknown-field", QUANTITY + "evidense: []\n"),
        ("unknown-field", QUANTITY + "Verdict: contradicted\n"),
        ("unknown-field", QUANTITY.replace("300 people", "1,500 people")),
        ("missing-field", "kind: quantity\nasserts: {value: 300 people}\n"),
        ("missing-field", "kind: order\nasserts: {earlier: opening}\n"),
        ("missing-field", "kind: event\nasserts: {event: opening}\n"),
        ("invalid-value", QUANTITY + "verdict: Contradicted\n"),
        ("invalid-value", QUANTITY + "evidence: none\n"),
        ("invalid-value", QUANTITY + "evidence: [{source: gazette, stance: agrees, because: so, of: so}]\n"),
        ("invalid-value", QUANTITY + "correction:\n"),
        ("unreadable-value", QUANTITY.replace("300 people", "some folks or other")),
        ("unreadable-value", "kind: date\nasserts: {event: opening, on: the other day}\n"),
        ("unreadable-value", "kind: date\nasserts: {event: opening, on: 2031-02-30}\n"),
        ("unreadable-value", "kind: date\nasserts: {event: opening, on: 2031-13-01}\n"),
        ("unreadable-value", "kind: derived\nasserts: {measure: bridge-visitors, value: 3 people, from: a +}\n"),
        ("unreadable-value", QUANTITY + "evidence: [{source: gazette, reports: {value: lots of people?!}}]\n"),
    ],
)
def test_a_defect_of_a_field_is_an_error_with_a_hint(rule: str, example: str) -> None:
    found = findings(rule, example)
    assert found
    assert all(each.finding.hint for each in found)
    assert all(each.fact == "example" for each in found)


@pytest.mark.parametrize("rule", ["unknown-field", "missing-field", "invalid-value", "unreadable-value"])
@pytest.mark.parametrize(
    "example",
    [
        QUANTITY,
        QUANTITY + "note: anything at all\ntags: [one, two]\n",
        QUANTITY + 'evidence: [{source: gazette, reports: {value: "1,500 people"}}]\n',
        "kind: date\nasserts: {event: opening, on: 2031-06-01T10:00+02:00}\n",
        "kind: date\nasserts: {event: opening, on: 2031-06~}\n",
        "kind: event\nasserts: {event: opening, where: larkhaven}\n",
    ],
)
def test_sound_fields_are_left_alone(rule: str, example: str) -> None:
    assert not found_by(rule, example)
