"""Figures as newsrooms print them: rounded percentages, a change from one figure to another, rows of a table."""

import pytest
from small_facts import found_by, verdict

SHARE = """\
kind: quantity
article: In the end {article} of the members voted.
anchor: {{exact: {article} of the members}}
claim: '{article} of the members voted.'
asserts: {{measure: share, value: '{asserted}'}}
evidence: [{{source: hearing, reports: {{value: '{reported}'}}}}]
# entities.yaml
format: 1
measures:
  - {{id: share, name: the share of members who voted, unit: percent}}
"""


@pytest.mark.parametrize(
    ("reported", "asserted", "expected"),
    [
        ("61.0 percent", "61 percent", "supported"),
        ("60.8 percent", "61 percent", "supported"),
        ("60.5 percent", "61 percent", "supported"),
        ("60.4 percent", "61 percent", "contradicted"),
        ("61.5 percent", "61 percent", "contradicted"),
        ("60.8 percent", "exactly 61 percent", "contradicted"),
        ("2.6 percent", "3 percent", "contradicted"),
        ("61 percent", "60.8 percent", "contradicted"),
        ("60.8 percent", "at least 61 percent", "contradicted"),
    ],
)
def test_a_whole_percentage_is_what_the_decimals_of_its_source_round_to(
    reported: str, asserted: str, expected: str
) -> None:
    assert verdict(SHARE.format(article=asserted, asserted=asserted, reported=reported)) == expected


CHANGE = """\
kind: quantity
article: The fare goes {article} a day.
anchor: {{exact: '{anchor}'}}
claim: One.
asserts: {{measure: fare, value: '{asserted}'}}
evidence: [{{source: hearing, excerpt: 'goes {article} a day', reports: {{value: '{asserted}'}}}}]
# entities.yaml
format: 1
measures:
  - {{id: fare, name: the fare, unit: USD}}
"""


@pytest.mark.parametrize(("asserted", "is_wrong"), [("$4 a day", False), ("$6 a day", False), ("$5 a day", True)])
def test_what_a_figure_went_from_and_to_are_two_figures(asserted: str, is_wrong: bool) -> None:
    example = CHANGE.format(article="from $4 to $6", anchor="from $4 to $6 a day", asserted=asserted)
    assert found_by("excerpt-says-otherwise", example) is is_wrong
    assert found_by("anchor-says-otherwise", example) is is_wrong


ROW = """\
kind: quantity
claim: The club has 22 points.
asserts: {measure: points, value: 22 points}
evidence: [{source: hearing, excerpt: '{row}', reports: {value: 22 points}}]
# entities.yaml
format: 1
measures:
  - {id: points, name: points of the club, unit: point, nouns: [points]}
"""


@pytest.mark.parametrize(("row", "is_wrong"), [("1 Larkhaven Rovers 9 7 1 1 22", False), ("Points: 23", True)])
def test_a_row_of_a_table_has_the_figure_somewhere(row: str, is_wrong: bool) -> None:
    assert found_by("excerpt-says-otherwise", ROW.replace("{row}", row)) is is_wrong


UNIT = """\
kind: quantity
article: The pipe is {article} long.
anchor: {{exact: '{article}'}}
claim: The pipe is {asserted} long.
asserts: {{measure: pipe, value: '{asserted}'}}
# entities.yaml
format: 1
measures:
  - {{id: pipe, name: length of the pipe, unit: {unit}}}
"""


@pytest.mark.parametrize(
    ("article", "asserted", "unit", "is_wrong"),
    [
        ("62 miles", "62 kilometers", "kilometer", True),
        ("62 km", "62 kilometers", "kilometer", False),
        ("62,000 metres", "62 kilometers", "kilometer", False),
        ("€18.4 million", "$18.4 million", "USD", True),
        ("62 boats", "62 kilometers", "kilometer", False),
    ],
)
def test_another_unit_of_the_same_sort_is_another_figure(
    article: str, asserted: str, unit: str, is_wrong: bool
) -> None:
    example = UNIT.format(article=article, asserted=asserted, unit=unit)
    assert found_by("anchor-says-otherwise", example) is is_wrong
