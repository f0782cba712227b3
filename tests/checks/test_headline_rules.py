"""Rules on the headline against the body: what is found, and what only looks like it."""

import pytest
from small_facts import findings, found_by

RULES = (
    "headline-figure-not-in-body",
    "headline-drops-hedge",
    "headline-date-not-in-body",
    "headline-name-not-in-body",
    "headline-stronger-than-body",
)


def article(headline: str, body: str, facts: str = "") -> str:
    return (
        f'# article.md\n---\nformat: 1\nheadline: "{headline}"\npublisher: The Larkhaven Gazette\n'
        f"published: 2031-06-05\nfictional: yes\n---\n{body}\n{facts}"
    )


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Nearly 3,000 people cross new bridge", "The council counted 2,980 people on the bridge."),
        ("3,000 people cross new bridge", "The council counted 3,012 people on the bridge."),
        ("Five things to know about the bridge", "The bridge cost $4 million."),
        ("Bridge cost $4m, council says", "The bridge cost $4 million, the council said."),
        ("Two dead after ferry fire", "Two people died when a ferry burned."),
        ("Woman, 43, rescued from river", "A 43-year-old woman was pulled from the river."),
        ("Bridge to close on Monday", "The bridge will close on Monday, 9 June 2031."),
        ("Bridge to close in 2032", "The bridge will close in the spring of 2032."),
        ("Bridge closes this spring", "The bridge closes on 1 May 2031, a day late."),
        ("Mayor denies seeing memo", "'I never saw that memo,' said the mayor."),
        ("Mayor denies seeing memo", "The mayor said that was not so: 'I didn't see it.'"),
        ("Bridge may close in winter", "The bridge may close in winter, the harbour master said."),
        ("Bridge will close in winter", "The bridge may close in winter. In winter the bridge will close, said Vane."),
        ("Will the bridge close in winter?", "The bridge may close in winter, the harbour master said."),
        ("Council: bridge closes in winter", "The bridge may close in winter, the council said."),
        ("Budget cut by a third", "The budget was cut by 33 percent."),
        ("20 percent cut for schools", "The budget of the schools was cut by a fifth."),
        ("Police: 12 arrested", "Police arrested a dozen people at the bridge."),
        ("Hundreds march", "More than 300 people marched through the town."),
        ("Up to 10,000 expected", "Up to 10,000 people are expected by December."),
        ("10,000 troops on parade", "On parade were 10,000 soldiers."),
        ("Turnout rises 10 points", "Turnout rose by 10 percentage points, to 50 percent."),
        ("Clinic confirms fever", "There is no confirmation but the clinic's, which said so."),
        ("Quill opens bridge", "Ada Quill cut the ribbon."),
        ("Mayor opens bridge", "The mayor cut the ribbon."),
        ("Two-year delay for bridge", "The bridge will be two years late."),
        ("Two-year delay for bridge", "The bridge will be 24 months late."),
        ("43-year-old rescued", "A woman aged 43 was pulled from the river."),
        ("Ferry saves dog for third time", "The ferry saved a dog again, as it had twice before."),
    ],
)
def test_the_body_bears_it_out(headline: str, body: str) -> None:
    found = [each.finding.message for rule in RULES for each in findings(rule, article(headline, body))]
    assert found == []


@pytest.mark.parametrize(
    ("headline", "body", "rule", "message"),
    [
        ("500 cross bridge", "300 people crossed.", RULES[0], "'500', the body does not: the nearest there is '300'"),
        ("3,100 cross bridge", "3,012 people crossed.", RULES[0], "the nearest there is '3,012'"),
        ("$12.5 million bridge", "The bridge cost $1.25 million.", RULES[0], "the nearest there is '$1.25 million'"),
        ("500 cross bridge", "The bridge opened.", RULES[0], "it has no such figure"),
        ("300 cross bridge", "At least 300 people crossed.", RULES[1], "'300', the body 'At least 300'"),
        ("Two-year delay", "The bridge will be three years late.", RULES[0], "the nearest there is 'three years'"),
        ("$4 million bridge", "It cost nearly $4 million.", RULES[1], "the body 'nearly $4 million'"),
        ("10,000 expected", "Up to 10,000 are expected.", RULES[1], "the body 'Up to 10,000'"),
        ("Closed in July", "The bridge closed on 1 June 2031.", RULES[2], "'July'; the body has '1 June 2031'"),
        ("Closed on 1 June 2031", "The bridge closed.", RULES[2], "the body has no date"),
        ("Noor Vane quits", "Ada Quill resigned.", RULES[3], "names 'Noor Vane', the body does not"),
        (
            "Clinic confirms fever",
            "It may be fever, the clinic said.",
            RULES[4],
            "'confirms'; nobody does so in the body",
        ),
        ("Bridge will close", "The bridge may close, said Vane.", RULES[4], "'will'; the body has 'may'"),
        ("Bridge closes early", "The bridge may close early.", RULES[4], "'Bridge closes early'; the body has 'may'"),
        ("Most oppose bridge toll", "Some oppose the bridge toll.", RULES[4], "'Most'; the body has 'some'"),
    ],
)
def test_the_body_does_not_bear_it_out(headline: str, body: str, rule: str, message: str) -> None:
    found = findings(rule, article(headline, body))
    assert len(found) == 1, [each.finding.message for each in found]
    assert message in found[0].finding.message
    assert found[0].severity.value == "warning"
    assert found[0].finding.at.line == 3


def test_a_figure_that_a_derived_fact_computes_need_not_stand_in_the_body() -> None:
    fact = """\
# facts.yaml
format: 1
facts:
  - id: schools
    kind: derived
    claim: Three schools close.
    anchor: {exact: 3 schools}
    asserts: {measure: bridge-visitors, value: 3 schools, from: "count(opening, closing, larkhaven)"}
"""
    body = "The North School closes, and so do the Mill School and the Harbour School."
    assert found_by("headline-figure-not-in-body", article("3 schools to close", body))
    assert not found_by("headline-figure-not-in-body", article("3 schools to close", body, fact))


def test_the_place_is_that_of_the_words() -> None:
    (found,) = findings("headline-drops-hedge", article("Bridge: 300 cross", "At least 300 people crossed."))
    assert found.finding.at.column == len('headline: "Bridge: ') + 1
