"""Where lines cannot all be right, and what is set aside for nothing: the awkward cases."""

import pytest
from small_facts import findings, found_by

BRIDGE = "kind: quantity\nasserts: {measure: bridge-visitors, value: ASSERTED}\nevidence:\n"


def bridge(asserted: str, *entries: str) -> str:
    return BRIDGE.replace("ASSERTED", asserted) + "".join(f"  - {{{entry}}}\n" for entry in entries)


HEARING = "source: hearing, reports: {value: 300 people}"
GAZETTE = "source: gazette, reports: {value: 500 people}"


def test_the_message_says_who_says_what_and_who_is_the_outlier() -> None:
    (found,) = findings(
        "sources-disagree", bridge("300 people", HEARING, GAZETTE, "source: wire-copy, reports: {value: 300 people}")
    )
    assert found.finding.message == (
        "the lines on visitors to the bridge cannot all be right: `hearing`, `wire-copy`: '300 people'; "
        "`gazette`: '500 people'; the smallest clash: `hearing` against `gazette`; without `gazette` the rest agree"
    )
    assert found.fact == "example"
    assert [related.message for related in found.finding.related] == [
        "`hearing`: '300 people'",
        "`gazette`: '500 people'",
    ]


def test_a_tie_is_called_none() -> None:
    (found,) = findings("sources-disagree", bridge("300 people", HEARING, GAZETTE))
    assert found.finding.message.endswith("no outlier: the rest agree without `gazette`, or without `hearing`")


def test_an_article_that_leaves_room_for_all_is_left_alone() -> None:
    assert not found_by("sources-disagree", bridge("at least 300 people", HEARING, GAZETTE))


def test_copies_of_one_text_are_another_rule_s_business() -> None:
    minutes = "source: minutes, reports: {value: 500 people}"
    assert not found_by("sources-disagree", bridge("300 people", HEARING, minutes))


def test_a_disagreement_is_told_once_where_two_facts_rest_on_it() -> None:
    facts = "# facts.yaml\nformat: 1\nfacts:\n"
    for number, value in enumerate(("300 people", "about 300 people")):
        facts += (
            f"  - id: f{number}\n    kind: quantity\n    claim: A claim.\n    anchor: {{exact: example}}\n"
            f"    asserts: {{measure: bridge-visitors, value: {value}}}\n"
            f"    evidence:\n      - {{{HEARING}}}\n      - {{{GAZETTE}}}\n"
        )
    assert len(findings("sources-disagree", facts)) == 1


SAID = "kind: quotation\nasserts: {speaker: mayor, words: I never saw that memo.}\nevidence:\n"


@pytest.mark.parametrize(
    ("first", "second", "disagree"),
    [
        ("I never saw that memo.", "I hardly saw that memo.", True),
        ("I hardly saw that memo.", "I really never saw those memos.", False),
        ("I never saw that memo.", "never saw that memo", False),
    ],
)
def test_quotations_disagree_only_where_one_line_prints_the_article_s_words(
    first: str, second: str, disagree: bool
) -> None:
    example = SAID + f"  - {{source: hearing, excerpt: {first}}}\n  - {{source: gazette, excerpt: {second}}}\n"
    assert found_by("sources-disagree", example) is disagree


def aside(value: str) -> str:
    return f"source: gazette, reports: {{value: {value}}}, set_aside: It is of another day."


def test_what_differs_is_set_aside_with_reason() -> None:
    assert not found_by("set-aside-needlessly", bridge("300 people", HEARING, aside("500 people")))


def test_what_agrees_is_set_aside_needlessly() -> None:
    (found,) = findings("set-aside-needlessly", bridge("about 300 people", HEARING, aside("about 310 people")))
    assert found.finding.message == (
        "`gazette` is set aside, but agrees with the other lines on visitors to the bridge: 300 people"
    )


def test_nothing_is_said_where_the_others_disagree_among_themselves() -> None:
    other = "source: wire-copy, reports: {value: 700 people}"
    assert not found_by("set-aside-needlessly", bridge("300 people", HEARING, other, aside("300 people")))


def test_an_entry_that_differs_in_another_field_is_not_set_aside_needlessly() -> None:
    entities = """# entities.yaml
format: 1
places:
  - {id: old-town, name: Old Town}
  - {id: northport, name: Northport}
events:
  - id: opening
    name: the opening
    on: 2031-06-01
    where: old-town
    evidence:
      - {source: hearing, reports: {on: 2031-06-01, where: old-town}}
      - {source: gazette, reports: {on: DAY, where: old-town}, set_aside: It is about the rehearsal.}
"""
    assert not found_by("set-aside-needlessly", entities.replace("DAY", "2031-05-31"))
    assert found_by("set-aside-needlessly", entities.replace("DAY", "2031-06-01"))
