"""Rules on names and titles: the awkward cases."""

import pytest
from small_facts import findings, found_by

RECORD = """
# entities.yaml
format: 1
people:
  - id: ada-quill
    name: Ada Quill
    aliases: [Quill]
    within: council
    offices: [{title: Mayor of Larkhaven, aliases: [Mayor of the town]}]
  - {id: noor-vane, name: Noor Vane, offices: [{title: Harbour Master}]}
  - {id: tom-reed, name: Tom Reed}
organisations:
  - {id: council, name: Larkhaven City Council, aliases: [City Council]}
labels: [spokesman]
"""


def town(body: str, fact: str = "kind: statement\nasserts: {that: It is open.}", headline: str = "It is open") -> str:
    article = (
        f"# article.md\n---\nformat: 1\nheadline: {headline}\npublisher: The Larkhaven Gazette\n"
        f"published: 2031-06-02\nfictional: yes\n---\n{body}\n"
    )
    return f"{fact}\n{article}{RECORD}"


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        ("Mayor Ada Quill spoke.", []),
        ("Ada Quill, the Mayor of Larkhaven, spoke.", []),
        ("City Council spokesman Tom Reed spoke.", []),
        ("Former Harbour Master Ada Quill spoke.", []),
        ("### Harbour Master Ada Quill Speaks", []),  # headings are left out
        ("Harbour Master Ada Quill spoke.", ["Harbour Master"]),
        ("Ada Quill, the Harbour Master, spoke.", ["Harbour Master"]),
        ("Harbour Master Noor Vane spoke.", []),
        ("Quill met the Harbour Master.", []),
    ],
)
def test_a_title_of_another(body: str, titles: list[str]) -> None:
    found = findings("title-of-another", town(body))
    assert [each.finding.message.split("'")[1] for each in found] == titles
    assert not found_by("title-not-declared", town(body))


def test_a_title_that_a_fact_asserts_is_that_fact_s_business() -> None:
    fact = "kind: office\nasserts: {person: ada-quill, office: Harbour Master, as_of: 2031-06-01}"
    assert not found_by("title-of-another", town("Harbour Master Ada Quill spoke.", fact))


def test_a_title_nobody_declared_is_a_note_at_its_place() -> None:
    (found,) = findings("title-not-declared", town("It rained.\n\nDeputy Clerk Tom Reed said nothing."))
    assert found.severity.value == "note"
    assert (found.finding.at.line, found.finding.at.column) == (10, 1)
    assert "stands beside Tom Reed" in found.finding.message


def test_a_name_misspelt_in_the_headline_is_found_there() -> None:
    (found,) = findings("name-misspelt", town("Ada Quill spoke.", headline="Ada Quil speaks"))
    assert found.finding.message == "'Quil' is nearly 'Quill', a name of `ada-quill`"
    assert (found.finding.at.line, found.finding.at.column) == (3, 15)


def test_a_name_misspelt_behind_markdown_is_found_at_its_place() -> None:
    (found,) = findings("name-misspelt", town("It is open.\n\n**Ada Quil** spoke."))
    assert (found.finding.at.line, found.finding.at.column) == (10, 7)


def test_two_spellings_are_told_at_the_second() -> None:
    (found,) = findings("name-written-two-ways", town("Tim Brookes came.\n\nTim Brooks left."))
    assert found.finding.message == "'Brooks' here, 'Brookes' before"
    assert found.finding.at.line == 10
