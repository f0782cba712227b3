"""Rules on the arithmetic of derived figures: the awkward cases."""

import pytest
from small_facts import findings, found_by

FACTS = """\
# facts.yaml
format: 1
facts:
  - {{id: a, kind: {a_kind}, claim: One., anchor: {{exact: One}}, asserts: {{measure: bridge-visitors, {a}}}}}
  - {{id: b, kind: quantity, claim: Two., anchor: {{exact: Two}}, asserts: {{measure: bridge-visitors, value: {b}}}}}
  - {{id: c, kind: derived, claim: Three., anchor: {{exact: Three}}, asserts: {{measure: bridge-visitors, {c}}}}}
"""


def facts(a: str, b: str, c: str) -> str:
    kind = "derived" if "from:" in a else "quantity"
    return FACTS.format(a_kind=kind, a=a if kind == "derived" else f"value: {a}", b=b, c=c)


def test_nouns_of_the_total_s_measure_add() -> None:
    assert not found_by("units-do-not-add", facts("3 people", "4 visitors", "value: 7 people, from: a + b"))
    (found,) = findings("units-do-not-add", facts("3 people", "4 gulls", "value: 7 people, from: a + b"))
    assert found.finding.message == "'a + b' puts together person and gulls"
    assert found.finding.hint == "list both nouns under the measure of the total"


def test_points_of_people_are_told_what_points_take() -> None:
    (found,) = findings("units-do-not-add", facts("3 people", "4 people", 'value: 7 percent, from: "points(a, b)"'))
    assert found.finding.hint == "`points(old, new)` takes two percentages"


@pytest.mark.parametrize(
    ("a", "c", "way"),
    [
        ("value: 3, from: c + b", "value: 7, from: a + b", ["`a` from `c` from `a`", "`c` from `a` from `c`"]),
        ("3 people", "value: 7, from: c + b", ["`c` from `c`"]),
        ("3 people", "value: 7, from: a + b", []),
        ("value: 3, from: a - b", "value: 7, from: a + b", ["`a` from `a`"]),  # c is not in the circle
    ],
)
def test_a_circle_is_told_as_the_way_round(a: str, c: str, way: list[str]) -> None:
    found = findings("figure-from-itself", facts(a, "4 people", c))
    assert [each.finding.message.partition(": ")[2] for each in found] == way


@pytest.mark.parametrize(
    ("value", "expression", "found"),
    [
        ("7 people", "a + b", False),
        ("7 days", "a + b", True),
        ("75 percent", "a / b", False),
        ("75 percent", "a - b", True),
        ("12", "a * b", False),
        ("12 dollars", "a * 3", True),
    ],
)
def test_the_result_is_in_the_article_s_unit(value: str, expression: str, found: bool) -> None:
    example = facts("3 people", "4 people", f"value: {value}, from: {expression}")
    assert found_by("result-in-other-unit", example) is found


def test_a_figure_rests_on_what_is_behind_its_operands_too() -> None:
    text = facts("value: 8 people, from: b * 2", "4 people", "value: 16 people, from: a * 2")
    wrong = text.replace("value: 4 people}", "value: 4 people}, verdict: unverified, correction: None.")
    assert not found_by("figure-rests-on-inaccuracy", text)
    assert [each.finding.message for each in findings("figure-rests-on-inaccuracy", wrong)] == [
        "the figure rests on `b` (unverified)"
    ] * 2
