"""Rules on percentages: the awkward cases."""

import pytest
from small_facts import findings, found_by

FACTS = """\
# facts.yaml
format: 1
facts:
  - {{id: asked, kind: quantity, claim: One., anchor: {{exact: One}}, asserts: {{measure: bridge-visitors, value: {whole}}}}}
  - {{id: part, kind: quantity, claim: Two., anchor: {{exact: Two}}, asserts: {{measure: bridge-visitors, value: {part}}}}}
  - {{id: last, kind: {kind}, claim: Three., anchor: {{exact: Three}}, asserts: {{measure: bridge-visitors, {fields}}}}}
"""  # noqa: E501


def facts(whole: str, part: str, fields: str) -> str:
    return FACTS.format(whole=whole, part=part, fields=fields, kind="derived" if "from" in fields else "quantity")


@pytest.mark.parametrize(
    ("whole", "fields", "found"),
    [
        ("20 people", "value: 37 percent, of: asked", True),
        ("20 people", "value: 35 percent, of: asked", False),
        ("20 people", "value: about 37 percent, of: asked", False),
        ("about 20 people", "value: 37 percent, of: asked", False),
        ("200 people", "value: 37 percent, of: asked", False),
        ("200 people", "value: 37.3 percent, of: asked", True),
        ("3 people", "value: 66 percent, of: asked", True),
        ("3 people", "value: two-thirds, of: asked", False),
        ("20 people", "value: 37 percent", False),
        ("20 people", 'value: 37 percent, from: "share(part, asked)"', True),
        ("20 people", 'value: 37 percent, from: "share(part, asked) - 1"', False),  # no longer a share of them
        ("20 dollars", "value: 37 percent, of: asked", False),
    ],
)
def test_a_percentage_must_be_somebody_s_share(whole: str, fields: str, found: bool) -> None:
    assert found_by("percentage-impossible", facts(whole, "7 people", fields)) is found


def test_the_nearest_shares_are_offered() -> None:
    (found,) = findings("percentage-impossible", facts("20 people", "1 person", "value: 37 percent, of: asked"))
    assert found.finding.message == (
        "'37 percent' of '20 people' is no whole number: 7 are 35 percent and 8 are 40 percent"
    )
    assert [each.at.line for each in found.finding.related] == [3]  # the line of `asked`


@pytest.mark.parametrize(
    ("whole", "fields", "found"),
    [
        ("300 people", "value: 350 people, of: asked", True),
        ("300 people", "value: 300 people, of: asked", False),
        ("fewer than 300 people", "value: 300 people, of: asked", True),
        ("about 300 people", "value: 310 people, of: asked", False),
        ("at least 300 people", "value: 350 people, of: asked", False),
        ("300 people", "value: 60 percent, of: asked", False),
        ("300 people", "value: 120 percent, of: asked", True),
        ("50 percent", "value: 60 percent, of: asked", False),  # six in ten of that half
        ("300 people", 'value: 33 percent, from: "share(asked, part)"', True),
        ("300 people", 'value: 33 percent, from: "share(part, asked)"', False),
        ("300 people", "value: three times, from: asked / part", False),
        ("300 dollars", "value: 350 people, of: asked", False),
    ],
)
def test_a_part_is_no_more_than_its_whole(whole: str, fields: str, found: bool) -> None:
    assert found_by("parts-exceed-whole", facts(whole, "100 people", fields)) is found


@pytest.mark.parametrize(
    ("one", "other", "expression", "found"),
    [
        ("58 percent", "47 percent", "asked + part", True),
        ("58 percent", "43 percent", "asked + part", False),  # each may be rounded up by half a point
        ("58 percent", "44 percent", "asked + part", True),
        ("about 58 percent", "44 percent", "asked + part", False),
        ("58 percent", "47 percent", "asked - part", False),
        ("58 people", "47 people", "asked + part", False),
        ("58 percent", "47 percent", "mean(asked, part)", False),
    ],
)
def test_shares_of_one_whole_add_up_to_no_more_than_it(one: str, other: str, expression: str, found: bool) -> None:
    fields = f'value: 100 percent, from: "{expression}"'
    assert found_by("shares-exceed-hundred", facts(one, other, fields)) is found


@pytest.mark.parametrize(
    ("value", "expression", "found"),
    [
        ("10 percent", "points(asked, part)", True),
        ("10 percent", "part - asked", True),
        ("10 percent", "change(asked, part)", True),
        ("25 percent", "change(asked, part)", False),
        ("10 percentage points", "points(asked, part)", False),
        ("10 percentage points", "change(asked, part)", True),
        ("11 percent", "change(asked, part)", False),  # wrong, and not for this reason
        ("90 percent", "asked + part", False),
    ],
)
def test_points_are_not_percent(value: str, expression: str, found: bool) -> None:
    example = facts("40 percent", "50 percent", f'value: {value}, from: "{expression}"')
    assert found_by("percent-for-points", example) is found
