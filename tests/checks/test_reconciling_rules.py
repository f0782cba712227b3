"""The same thing asserted twice: what the findings say, and where they stand."""

from small_facts import findings, found_by

SHARED = "# shared/entities.yaml\nformat: 1\nmeasures:\n  - {id: berths, name: berths, unit: berth, nouns: [berths]}\n"
EMPTY = "# second/entities.yaml\nformat: 1\n"


def berths(name: str, *asserts: str) -> str:
    text = f"# {name}\nformat: 1\nfacts:\n"
    for number, each in enumerate(asserts):
        text += (
            f"  - id: f{number}\n    kind: quantity\n    claim: A claim.\n    anchor: {{exact: example}}\n"
            f"    asserts: {{measure: berths, {each}}}\n"
        )
    return text


def test_two_articles_the_finding_stands_at_the_later_day_and_leads_to_the_other() -> None:
    first = berths("facts.yaml", "value: 150 berths, as_of: 2031-06-01")
    second = berths("second/facts.yaml", "value: 120 berths, as_of: June 2031")
    (found,) = findings("measure-asserted-twice", first + second + SHARED + EMPTY)
    assert (found.article, found.fact) == ("second", "f0")
    assert found.finding.message == (
        "`berths`: this fact gives '120 berths' (June 2031), the fact `example/f0` gives '150 berths' (2031-06-01); "
        "both cannot be right"
    )
    assert [str(related.at.path) for related in found.finding.related] == ["facts/example/facts.yaml"]


def test_a_figure_that_grew_is_no_contradiction() -> None:
    first = berths("facts.yaml", "value: 120 berths, as_of: 2031-06-01")
    assert not found_by(
        "measure-asserted-twice", first + berths("second/facts.yaml", "value: 150 berths, as_of: 2031-07-01") + SHARED
    )
    assert found_by(
        "measure-asserted-twice", first + berths("second/facts.yaml", "value: 150 berths, as_of: 2031-06-01") + SHARED
    )


def test_one_against_seven_is_one_finding_that_shows_five_of_them() -> None:
    many = berths("facts.yaml", "value: 150 berths", *["value: 120 berths"] * 7)
    (found,) = findings("measure-asserted-twice", many + SHARED)
    assert found.fact == "f0"
    assert "`f1` gives '120 berths' (2031-06-02) (and 6 more facts)" in found.finding.message
    assert len(found.finding.related) == 5


def test_whose_word_it_is_is_told() -> None:
    town = "according_to: city-council"
    both = berths("facts.yaml", f"value: 120 berths, {town}", "value: 150 berths, according_to: mayor")
    (found,) = findings("measure-asserted-twice", both + SHARED)
    assert "according to `mayor`" in found.finding.message
    assert "according to `city-council`" in found.finding.message


def test_a_fact_stated_as_wrong_asserts_nothing() -> None:
    both = berths("facts.yaml", "value: 120 berths", "value: 150 berths")
    assert found_by("measure-asserted-twice", both + SHARED)
    known = both + "    verdict: contradicted\n    correction: It has 120.\n"
    assert not found_by("measure-asserted-twice", known + SHARED)
