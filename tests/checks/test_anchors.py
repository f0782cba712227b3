"""Anchors: the awkward cases."""

import pytest
from small_facts import findings, found_by

FACT = "kind: statement\nasserts: {that: The bridge opened.}\n"


def anchored(article: str, exact: str, more: str = "") -> str:
    return f'{FACT}article: {article}\nanchor: {{exact: "{exact}"{more}}}\n'


@pytest.mark.parametrize(
    ("article", "exact", "more", "missing"),
    [
        ("The bridge opened on Sunday.", "bridge opened", "", False),
        ("The bridge opened on Sunday.", "Bridge opened", "", True),
        ("The bridge opened on Sunday.", "bridge  opened", "", True),
        ("It’s open.", "It's open", "", True),
        ("It’s open.", "It’s open", "", False),
        ("1,500 people came.", "1500 people came", "", True),
        ("The mayor spoke.", "spoke", ', prefix: "mayor "', False),
        ("The mayor spoke.", "spoke", ', prefix: "clerk "', True),
        ("The mayor spoke.", "mayor", ', suffix: " spoke"', False),
        ("Larkhaven opens.", "opens its bridge", "", False),
        ("Ein Café öffnet.", "Café öffnet", "", False),
        ("Ein Café öffnet.", "Cafe\\u0301 öffnet", "", True),
    ],
)
def test_an_anchor_is_exact_to_the_letter(article: str, exact: str, more: str, missing: bool) -> None:
    assert found_by("anchor-missing", anchored(article, exact, more)) is missing


def test_the_nearest_passage_is_offered_with_what_differs() -> None:
    [found] = findings(
        "anchor-missing", anchored("On Sunday 412 people crossed it.", "On Sunday 300 people crossed it")
    )
    assert "it has 'On Sunday 412 people crossed it" in found.finding.message
    assert "[-300-]" in found.finding.hint or "412" in found.finding.hint
    assert [str(each.at.path) for each in found.finding.related] == ["facts/example/article.md"]


def test_nothing_is_offered_where_nothing_is_near() -> None:
    [found] = findings("anchor-missing", anchored("It rained.", "An unrelated sentence about harbour dues"))
    assert found.finding.related == ()


@pytest.mark.parametrize(
    ("article", "exact", "more", "ambiguous"),
    [
        ("The mayor spoke. Then the mayor spoke.", "mayor spoke", "", True),
        ("The mayor spoke. Then the mayor spoke.", "mayor spoke", ', prefix: "Then the "', False),
        ("The mayor spoke. Then the clerk spoke.", "mayor spoke", "", False),
        ("The bridge opens.", "bridge", "", True),  # once in the headline, once in the text
        ("aaa", "aa", "", True),
    ],
)
def test_words_that_stand_twice_are_ambiguous(article: str, exact: str, more: str, ambiguous: bool) -> None:
    assert found_by("anchor-ambiguous", anchored(article, exact, more)) is ambiguous


def test_a_missing_anchor_is_not_ambiguous_too() -> None:
    assert not found_by("anchor-ambiguous", anchored("Nothing here.", "the mayor"))


def article(passages: str, text: str) -> str:
    return f"""# article.md
---
format: 1
headline: A bridge opens
publisher: The Larkhaven Gazette
published: 2031-06-02
not_checked:
{passages}
---
{text}
"""


@pytest.mark.parametrize(
    ("passages", "text", "expected"),
    [
        ("  - {anchor: {exact: a grey morning}, because: colour}", "It was a grey morning.", 0),
        ("  - {anchor: {exact: a grey morning}, because: colour}", "It was a bright morning.", 1),
        ("  - {anchor: {exact: grey}, because: colour}", "A grey morning, a grey day.", 1),
        ("  - {anchor: {exact: A bridge}, because: colour}", "Nothing.", 0),
        ("  - {id: left-out, because: the article leaves it out}", "Nothing.", 0),
    ],
)
def test_what_is_not_checked_stands_in_the_article_once(passages: str, text: str, expected: int) -> None:
    assert len(findings("unchecked-passage-missing", article(passages, text))) == expected
