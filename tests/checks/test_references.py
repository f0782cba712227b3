"""References: the awkward cases."""

import pytest
from small_facts import findings, found_by

STATEMENT = "kind: statement\nasserts: {that: One., speaker: mayor}\n"


@pytest.mark.parametrize(
    ("example", "ids"),
    [
        (STATEMENT + "evidence: [{source: hearing, reports: {that: One.}}]\n", []),
        (STATEMENT + "evidence: [{source: hearings, reports: {that: One.}}]\n", ["hearings"]),
        (STATEMENT + "evidence: [{source: Hearing, reports: {that: One.}}]\n", None),  # no id at all: its form is wrong
        (STATEMENT + "evidence: [{source: mayor, reports: {that: One.}}]\n", ["mayor"]),
        (
            "# sources.yaml\nformat: 1\nsources:\n  - {id: gazette, publisher: G, kind: blog, derives_from: wir}\n",
            ["wir"],
        ),
        ("# sources.yaml\nformat: 1\nsources:\n  - {id: a, publisher: G, kind: blog}\n", ["gazette"] * 4),
        # the entry is defective, the source is known: mend that first
        ("# sources.yaml\nformat: 1\nsources:\n  - {id: gazette, publisher: G, knid: blog}\n", []),
    ],
)
def test_every_source_named_is_listed(example: str, ids: list[str] | None) -> None:
    found = findings("unknown-source", example)
    if ids is not None:
        assert [each.finding.message for each in found] == [f"no source has the id `{id}`" for id in ids]
        assert all(each.finding.hint for each in found)


def test_the_nearest_source_is_offered() -> None:
    [found] = findings("unknown-source", STATEMENT + "evidence: [{source: hearings, reports: {that: One.}}]\n")
    assert found.finding.hint == "did you mean `hearing`?"
    assert found.fact == "example"


@pytest.mark.parametrize(
    ("asserts", "messages"),
    [
        ("kind: statement\nasserts: {that: One., speaker: mayor}\n", []),
        ("kind: statement\nasserts: {that: One., speaker: mayr}\n", ["`speaker`: nothing has the id `mayr`"]),
        (
            "kind: statement\nasserts: {that: One., speaker: larkhaven}\n",
            ["`speaker`: `larkhaven` is a place, not a person or an organisation"],
        ),
        ("kind: place\nasserts: {what: opening, where: mayor}\n", ["`where`: `mayor` is a person, not a place"]),
        (
            "kind: order\nasserts: {earlier: opening, later: larkhaven}\n",
            ["`later`: `larkhaven` is a place, not an event"],
        ),
        ("kind: place\nasserts: {what: anything, where: larkhaven}\n", ["`what`: nothing has the id `anything`"]),
        (
            "kind: event\nasserts: {event: opening, who: [mayor, nobody, no-one]}\n",
            ["`who`: nothing has the id `nobody`", "`who`: nothing has the id `no-one`"],
        ),
        (
            "kind: office\nasserts: {person: city-council, office: Mayor of Larkhaven, as_of: 2031}\n",
            ["`person`: `city-council` is an organisation, not a person"],
        ),
        (
            "kind: quantity\nasserts: {measure: opening, value: 3 people}\n",
            ["`measure`: `opening` is an event, not a measure"],
        ),
    ],
)
def test_every_id_leads_to_the_right_sort_of_thing(asserts: str, messages: list[str]) -> None:
    assert [each.finding.message for each in findings("unknown-entity", asserts)] == messages


def test_a_report_and_an_entity_are_looked_at_too() -> None:
    assert found_by("unknown-entity", STATEMENT + "evidence: [{source: hearing, reports: {speaker: mayr}}]\n")
    assert found_by("unknown-entity", "# entities.yaml\nformat: 1\nplaces:\n  - {id: a, name: A, within: b}\n")
    assert not found_by("unknown-entity", "# entities.yaml\nformat: 1\nplaces:\n  - {id: a, name: A}\n")


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Mayor of Larkhaven", False),
        ("mayor of larkhaven", False),
        ("Spokeswoman", False),
        ("Harbour Master", False),  # an office, though another's
        ("Mayor", True),
        ("Deputy Mayor of Larkhaven", True),
    ],
)
def test_a_title_is_declared_or_unknown(title: str, found: bool) -> None:
    example = f"kind: office\nasserts: {{person: ada-quill, office: {title}, as_of: 2031-06-01}}\n"
    assert found_by("unknown-office", example) is found


@pytest.mark.parametrize(
    ("expression", "found"),
    [("saturday * 2", False), ("saturday + sunday", True), ("both - 1", False), ("opening + 1", True)],
)
def test_a_figure_is_derived_from_facts_with_values(expression: str, found: bool) -> None:
    example = f"""# facts.yaml
format: 1
facts:
  - id: saturday
    kind: quantity
    claim: One.
    anchor: {{exact: One}}
    asserts: {{measure: bridge-visitors, value: 200 people}}
  - id: opening
    kind: date
    claim: Two.
    anchor: {{exact: Two}}
    asserts: {{event: opening, on: 2031-06-01}}
  - id: both
    kind: derived
    claim: Three.
    anchor: {{exact: Three}}
    asserts: {{measure: bridge-visitors, value: 400 people, from: {expression}}}
"""
    assert found_by("unknown-fact", example) is found


@pytest.mark.parametrize(
    ("example", "count"),
    [
        (
            "# sources.yaml\nformat: 1\nsources:\n" + "  - {id: a, publisher: A, kind: blog}\n" * 2,
            1,
        ),
        ("# entities.yaml\nformat: 1\npeople:\n  - {id: a, name: A}\nplaces:\n  - {id: a, name: A}\n", 1),
        (
            "# entities.yaml\nformat: 1\npeople:\n  - {id: gazette, name: A}\n",
            0,
        ),  # a source and a person are two things
        (
            "# facts.yaml\nformat: 1\nfacts:\n"
            + "  - {id: one, kind: statement, claim: One., anchor: {exact: One}, asserts: {that: One.}}\n" * 3,
            2,
        ),
    ],
)
def test_one_id_is_one_thing(example: str, count: int) -> None:
    assert len(findings("repeated-id", example)) == count
