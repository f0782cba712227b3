"""Derived figures: computed again with units, to the precision the article prints, and through the record."""

from fractions import Fraction

import pytest
from small_facts import findings, judged

from factsuite import Location
from factsuite.model.building import build_workspace
from factsuite.model.fact_kinds import Derived
from factsuite.model.policy import Policy
from factsuite.rules.examples import example_tree
from factsuite.values.numbers.intervals import exactly
from factsuite.verdicts.arithmetic import computed_figure
from factsuite.verdicts.grounds import Grounds

RECORD = """\
# entities.yaml
format: 1
events:
  - {id: opening, name: the opening of the bridge, on: 2031-06-01}
  - {id: closing, name: the closing of the bridge, on: 2031-09-15}
  - {id: birth, name: the birth of Ada Quill, on: 1988-06-02}
  - {id: founding, name: the founding of the town, on: 1989}
  - {id: flood, name: the flood, on: 2031-05-03/2031-05-20, extent: period}
measures:
  - {id: people, name: people, unit: person, nouns: [people, visitors, women]}
  - {id: boats, name: boats, unit: boat, nouns: [boats]}
  - {id: shares, name: shares, unit: percent}
  - {id: money, name: money, unit: USD}
  - {id: times, name: how often, unit: times}
  - {id: time, name: time, unit: day}
  - {id: age, name: age, unit: year}
  - {id: cases, name: cases of fever, unit: case, nouns: [cases]}
"""
MEASURES = {"boat": "boats", "percent": "shares", "dollar": "money", "case": "cases"}


def dossier(value: str, expression: str, measure: str = "people", **operands: str) -> str:
    """A derived fact over quantities given by name."""
    text = "# facts.yaml\nformat: 1\nfacts:\n"
    for name, stated in operands.items():
        of = next((id for word, id in MEASURES.items() if word in stated), "people")
        text += (
            f"  - {{id: {name}, kind: quantity, claim: One., anchor: {{exact: One}}, "
            f"asserts: {{measure: {of}, value: '{stated}'}}}}\n"
        )
    text += (
        "  - id: result\n    kind: derived\n    claim: Two.\n    anchor: {exact: Two}\n"
        f"    asserts: {{measure: {measure}, value: '{value}', from: '{expression}'}}\n"
    )
    return text + RECORD


@pytest.mark.parametrize(
    ("value", "expression", "operands", "expected"),
    [
        ("two-thirds", "share(a, b)", ("200 people", "300 people"), "supported"),
        ("67 percent", "share(a, b)", ("200 people", "300 people"), "supported"),
        ("66 percent", "share(a, b)", ("200 people", "300 people"), "contradicted"),
        ("66.7 percent", "share(a, b)", ("200 people", "300 people"), "supported"),
        ("exactly 67 percent", "share(a, b)", ("200 people", "300 people"), "contradicted"),
        ("about 40 percent", "share(a, b)", ("about 120 people", "300 people"), "supported"),
        ("more than 40 percent", "share(a, b)", ("more than 120 people", "300 people"), "supported"),
        ("at least 40 percent", "share(a, b)", ("more than 120 people", "300 people"), "supported"),
        ("more than 40 percent", "share(a, b)", ("at least 120 people", "300 people"), "overstated"),
        ("25 percent", "change(a, b)", ("40 percent", "50 percent"), "supported"),
        ("10 percentage points", "points(a, b)", ("40 percent", "50 percent"), "supported"),
        ("10 percent", "points(a, b)", ("40 percent", "50 percent"), "contradicted"),
        ("10 percent", "b - a", ("40 percent", "50 percent"), "contradicted"),
        ("20 percent", "fall(a, b)", ("50 people", "40 people"), "supported"),
        ("20 percent", "change(a, b)", ("50 people", "40 people"), "contradicted"),
        ("minus 20 percent", "change(a, b)", ("50 people", "40 people"), "supported"),
        ("a third", "a / b", ("100 people", "300 people"), "supported"),
        ("33 percent", "a / b * 100", ("100 people", "300 people"), "supported"),
        ("100 percent", "a + b", ("51 percent", "50 percent"), "supported"),
        ("100 percent", "a + b", ("52 percent", "50 percent"), "contradicted"),
    ],
)
def test_shares_and_changes(value: str, expression: str, operands: tuple[str, str], expected: str) -> None:
    one, other = operands
    assert judged(dossier(value, expression, "shares", a=one, b=other)).verdict.value == expected


@pytest.mark.parametrize(
    ("value", "expression", "measure", "operands", "expected"),
    [
        ("12 cases", "rate(a, b, 100000)", "cases", ("36 cases", "300000 people"), "supported"),
        ("1.2 cases", "rate(a, b, 100000)", "cases", ("36 cases", "300000 people"), "contradicted"),
        ("5 dollars a head", "b / a", "money", ("300 people", "1500 dollars"), "supported"),
        ("5 dollars per capita", "b / a", "money", ("300 people", "1500 dollars"), "supported"),
        ("5 dollars per household", "b / a", "money", ("300 people", "1500 dollars"), "unverified"),
        ("1,500 dollars", "a * b", "money", ("300 people", "5 dollars"), "supported"),
        ("120 people", "a * b", "people", ("300 people", "40 percent"), "supported"),
        ("twice", "a / b", "times", ("300 people", "150 people"), "supported"),
        ("7 people", "a + b", "people", ("3 people", "4 women"), "supported"),
        ("7 people", "a + b", "people", ("3 people", "4 boats"), "unverified"),
        ("3", "count(a, b, opening)", "people", ("1 person", "2 people"), "supported"),
        ("3 people", "count(a, b)", "people", ("1 person", "2 people"), "contradicted"),
        ("50 people", "mean(a, b)", "people", ("40 people", "61 people"), "contradicted"),
        ("51 people", "mean(a, b)", "people", ("40 people", "61 people"), "supported"),
    ],
)
def test_rates_counts_and_units(
    value: str, expression: str, measure: str, operands: tuple[str, str], expected: str
) -> None:
    one, other = operands
    assert judged(dossier(value, expression, measure, a=one, b=other)).verdict.value == expected


@pytest.mark.parametrize(
    ("value", "expression", "measure", "expected"),
    [
        ("106 days", "duration(opening, closing)", "time", "supported"),
        ("105 days", "duration(opening, closing)", "time", "contradicted"),
        ("15 weeks", "duration(opening, closing)", "time", "supported"),
        ("three months", "duration(opening, closing)", "time", "supported"),
        ("more than three months", "duration(opening, closing)", "time", "supported"),
        ("four months", "duration(opening, closing)", "time", "contradicted"),
        ("17 days", "duration(flood)", "time", "supported"),
        ("106 days", "duration(closing, opening)", "time", "contradicted"),
        ("43 years", "age(birth)", "age", "supported"),  # on the article's day, her birthday
        ("43", "age(birth, opening)", "age", "contradicted"),
        ("42", "age(birth, opening)", "age", "supported"),
        ("42", "age(birth, 2031-06-01)", "age", "supported"),
        ("42", "age(founding)", "age", "overstated"),
    ],
)
def test_ages_and_durations_by_the_calendar(value: str, expression: str, measure: str, expected: str) -> None:
    assert judged(dossier(value, expression, measure)).verdict.value == expected


def test_rounding_is_policy() -> None:
    found = judged(dossier("67 percent", "share(a, b)", "shares", a="200 people", b="300 people"))
    assert found.verdict.value == "supported"
    policy = "# pyproject.toml\n[tool.factsuite]\nrounding = false\n"
    example = dossier("67 percent", "share(a, b)", "shares", a="200 people", b="300 people") + policy
    assert [each.finding.message for each in findings("arithmetic-wrong", example)] == [
        "the article: '67 percent'; `arithmetic` gives: 'share(a, b) = 66.667 percent'"
    ]


def written_at(example: str, at: Location) -> str:
    """What stands at a place of the facts.yaml that an example begins with."""
    return example.split("\n")[at.line][at.column - 1 :]


@pytest.mark.parametrize(
    ("expression", "place", "message", "hint"),
    [
        ("share(a, bb)", "bb)", "no fact `bb` with a value exists in this article", "did you mean `b`?"),
        ("age(birht)", "birht", "no event or fact `birht` with a date exists", "did you mean `birth`?"),
        ("age(a)", "a)'", "no event or fact `a` with a date exists", "name an event"),
        ("count(a, opning)", "opning", "no fact or entity `opning` exists", "did you mean `opening`?"),
    ],
)
def test_a_misspelt_operand_is_found_where_it_stands(expression: str, place: str, message: str, hint: str) -> None:
    example = dossier("12 people", expression, "people", a="1 person", b="2 people")
    (found,) = findings("unknown-fact", example)
    assert found.finding.message == message
    assert hint in found.finding.hint
    assert written_at(example, found.finding.at).startswith(place)


def test_a_misspelt_function_is_found_where_it_stands() -> None:
    example = dossier("12 people", "1 + shar(a, b)", a="1 person", b="2 people")
    (found,) = findings("unreadable-value", example)
    assert "there is no function 'shar'" in found.finding.message
    assert found.finding.hint == "did you mean `share(part, whole)`?"
    assert written_at(example, found.finding.at).startswith("shar(")


def test_an_event_that_only_a_derivation_names_is_used() -> None:
    example = dossier("17 days", "duration(flood)", "time")
    unused = [each.finding.message for each in findings("unused-entity", example)]
    assert not any("`flood`" in message for message in unused)
    assert any("`founding`" in message for message in unused)


def test_a_function_without_quotation_marks_in_braces_is_told_about_the_comma() -> None:
    example = dossier("12 people", "share(a, b)", a="1 person", b="2 people").replace("'share(a, b)'", "share(a, b)")
    (found,) = findings("unknown-field", example)
    assert found.finding.hint == "a comma ends a value inside { }: put text that holds one in quotation marks"


@pytest.mark.parametrize(
    ("value", "expression", "measure", "operands", "expected"),
    [
        ("8.3 percentage points", "a - b", "shares", ("52.4 percent", "44.1 percent"), "supported"),
        ("8.4 percentage points", "a - b", "shares", ("52.4 percent", "44.1 percent"), "overstated"),
        ("8.6 percentage points", "a - b", "shares", ("52.4 percent", "44.1 percent"), "contradicted"),
        ("3.5 percent", "100 - a - b", "shares", ("52.4 percent", "44.1 percent"), "supported"),
        ("3.5 percentage points", "100 - a - b", "shares", ("52.4 percent", "44.1 percent"), "contradicted"),
        ("8.3 percentage points", "( 100 - b ) - ( 100 - a )", "shares", ("52.4 percent", "44.1 percent"), "supported"),
        ("500 people", "a + b", "people", ("about 300 people", "200 people"), "overstated"),
    ],
)
def test_rounding_of_what_is_added_up_is_no_overstatement(
    value: str, expression: str, measure: str, operands: tuple[str, str], expected: str
) -> None:
    stated = dict(zip("ab", operands, strict=True))
    assert judged(dossier(value, expression, measure, **stated)).verdict.value == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("42 years", "supported"), ("43 years", "contradicted"), ("40 years", "contradicted")]
)
def test_years_between_a_day_and_a_year_are_reckoned_by_the_year(value: str, expected: str) -> None:
    assert judged(dossier(value, "duration(founding, opening)", "age")).verdict.value == expected


def test_what_a_figure_came_to_is_kept_for_the_same_facts_only() -> None:
    tree = example_tree(dossier("300 people", "a + b", a="100 people", b="200 people"))
    found = build_workspace(tree, Policy()).dossiers[0]
    fact, grounds = found.facts[-1], Grounds(found, Policy())
    assert isinstance(fact, Derived)
    first = computed_figure(fact, found.by_id, grounds)
    assert computed_figure(fact, found.by_id, grounds) is first
    other = dict(found.by_id) | {"a": found.by_id["b"]}
    changed = computed_figure(fact, other, grounds).amount
    assert changed is not None
    assert changed.interval == exactly(Fraction(400))
    assert computed_figure(fact, found.by_id, grounds) == first
