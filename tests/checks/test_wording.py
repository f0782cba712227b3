"""Wording: near misses that must stay silent, and slips that must not."""

import pytest
from small_facts import findings, found_by


def anchored(kind: str, asserts: str, exact: str) -> str:
    return f"kind: {kind}\nanchor: {{exact: '{exact}'}}\nasserts: {asserts}\n"


VALUE = '{measure: bridge-visitors, value: "more than 300 people"}'


@pytest.mark.parametrize(
    ("exact", "found"),
    [
        ("more than 300 people crossed it", False),
        ("over 300 visitors crossed it", False),
        ("300 people crossed it", True),
        ("at least 300 people crossed it", True),
        ("more than 3,000 people crossed it", True),
        ("more than three hundred people", False),
        ("more than 300 boats passed", False),  # counts something else
        ("people crossed it", False),
        ("On 1 June 2031 more than 300 people came", False),
    ],
)
def test_the_articles_figure_is_the_asserted_one(exact: str, found: bool) -> None:
    assert found_by("anchor-says-otherwise", anchored("quantity", VALUE, exact)) is found


@pytest.mark.parametrize(
    ("exact", "found"),
    [
        ("It opened on 1 June 2031", False),
        ("It opened on 2 June 2031", True),
        ("It opened on Sunday", False),  # 1 June 2031 is the Sunday before the article's Monday
        ("It opened yesterday", False),
        ("It opened on Saturday", True),
        ("It opened at last", False),
    ],
)
def test_the_articles_date_is_the_asserted_one(exact: str, found: bool) -> None:
    assert found_by("anchor-says-otherwise", anchored("date", "{event: opening, on: 2031-06-01}", exact)) is found


SPOKEN = "{that: The bridge is open., speaker: ada-quill}"


@pytest.mark.parametrize(
    ("exact", "asserts", "found"),
    [
        ("Ada Quill said that the bridge is open", SPOKEN, False),
        ("Noor Vane said that the bridge is open", SPOKEN, True),
        ("She said that the bridge is open", SPOKEN, False),
        ("the bridge is open", SPOKEN, False),
        ("Noor Vane looked on as it opened", SPOKEN, False),  # named, and said to say nothing
        # the article names a person, the fact asserts the body she speaks for: it says less than the article
        ("Ada Quill said that the bridge is open", SPOKEN.replace("ada-quill", "city-council"), True),
        ("Larkhaven City Council said that the bridge is open", SPOKEN, False),
    ],
)
def test_the_articles_speaker_is_the_asserted_one(exact: str, asserts: str, found: bool) -> None:
    assert found_by("anchor-says-otherwise", anchored("statement", asserts, exact)) is found


@pytest.mark.parametrize(
    ("exact", "where", "found"),
    [
        ("It opened in Old Town", "old-town", False),
        ("It opened in Northport", "old-town", True),
        ("It opened in Larkhaven", "old-town", False),
        ("It opened in Old Town", "larkhaven", True),  # the fact would assert less than the article
        ("It opened in Old Town, Larkhaven", "larkhaven", False),
        ("It opened by the river", "old-town", False),
    ],
)
def test_the_articles_place_is_the_asserted_one(exact: str, where: str, found: bool) -> None:
    asserts = f"{{what: closing, where: {where}}}"
    assert found_by("anchor-says-otherwise", anchored("place", asserts, exact)) is found


@pytest.mark.parametrize(
    ("exact", "found"),
    [
        ("Mayor of Larkhaven Ada Quill", False),
        ("Harbour Master Ada Quill", True),
        ("Ada Quill, who opened the bridge", False),
        ("Mayor of Larkhaven Noor Vane", True),
    ],
)
def test_the_articles_office_and_person_are_the_asserted_ones(exact: str, found: bool) -> None:
    asserts = "{person: ada-quill, office: Mayor of Larkhaven, as_of: 2031-06-01}"
    assert found_by("anchor-says-otherwise", anchored("office", asserts, exact)) is found


@pytest.mark.parametrize(
    ("exact", "link", "found"),
    [
        ("In response, the council closed it", "in response", False),
        ("Reacting to this, the council closed it", "in response", False),
        ("Then the council closed it", "in response", True),
        ("Despite this, the council closed it", "despite", False),
        ("Then the council closed it", "after", False),
    ],
)
def test_the_articles_link_is_the_asserted_one(exact: str, link: str, found: bool) -> None:
    asserts = f"{{earlier: opening, later: closing, link: {link}}}"
    assert found_by("anchor-says-otherwise", anchored("order", asserts, exact)) is found


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("More than 300 people crossed the bridge.", False),
        ("More than 400 people crossed the bridge.", True),
        ("The bridge was crossed.", False),
    ],
)
def test_the_claim_says_what_is_asserted(claim: str, found: bool) -> None:
    example = f"kind: quantity\nclaim: {claim}\nasserts: {VALUE}\n"
    assert found_by("claim-says-otherwise", example) is found


def excerpted(value: str, text: str, more: str = "") -> str:
    return (
        f'kind: quantity\nasserts: {VALUE}\nevidence:\n  - source: gazette\n    excerpt: "{text}"\n'
        f'    reports: {{value: "{value}"}}\n{more}'
    )


@pytest.mark.parametrize(
    ("value", "text", "more", "found"),
    [
        ("412 people", "We counted 412 people.", "", False),
        ("412 people", "We counted 421 people.", "", True),
        ("412 people", "We counted 412 people on 2 boats.", "", False),
        ("412 people", "We counted 421 boats.", "", True),  # the only figure there is counts something else
        ("412 people", "Crowds came.", "", False),
        ("412 people", "On Saturday 300 people came, on Sunday 412 people.", "", False),
        ("412 people", "Wir zählten 421 people.", "    translated_from: de\n", False),
        ("412 people", "We counted 421 people.", "    set_aside: a slip\n", True),
        ("1,412 people", "We counted 1412 people.", "", False),
        ("412 people", "We counted about 412 people.", "", True),
    ],
)
def test_an_excerpt_says_what_it_is_recorded_to_report(value: str, text: str, more: str, found: bool) -> None:
    assert found_by("excerpt-says-otherwise", excerpted(value, text, more)) is found


def test_the_finding_names_both_places() -> None:
    [found] = findings("excerpt-says-otherwise", excerpted("412 people", "We counted 421 people."))
    assert "'421 people'" in found.finding.message or "421" in found.finding.message
    assert "`value: 412 people`" in found.finding.message
    assert found.finding.at.line + 1 == found.finding.related[0].at.line


@pytest.mark.parametrize(
    ("excerpt", "on", "found"),
    [
        ("It opened on 1 June 2031.", "2031-06-01", False),
        ("It opened on 2 June 2031.", "2031-06-01", True),
        ("It opened on 1 June 2031 at 10.00.", "2031-06", False),
        ("It opened in glory.", "2031-06-01", False),
    ],
)
def test_an_events_excerpt_says_what_it_is_recorded_to_report(excerpt: str, on: str, found: bool) -> None:
    example = (
        "# entities.yaml\nformat: 1\nevents:\n  - id: opening\n    name: the opening\n    on: 2031-06\n    evidence:\n"
        f"      - {{source: gazette, excerpt: {excerpt}, reports: {{on: {on}}}}}\n"
    )
    assert found_by("record-excerpt-says-otherwise", example) is found


def test_of_several_figures_the_one_said_of_what_the_claim_is_about_counts() -> None:
    excerpt = "The council paid 5 million dollars for the bridge and 2 million dollars for the road."
    fact = f"""kind: quantity
claim: The council paid 2 million dollars for the bridge.
asserts: {{measure: bridge-visitors, value: 2 million dollars}}
evidence:
  - {{source: gazette, excerpt: {excerpt}, reports: {{value: 2 million dollars}}}}
"""
    assert found_by("excerpt-says-otherwise", fact)
    swapped = "The council paid 2 million dollars for the bridge and 5 million dollars for the road."
    assert not found_by("excerpt-says-otherwise", fact.replace(excerpt, swapped))
