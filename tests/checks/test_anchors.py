"""Anchors: the awkward cases."""

import unicodedata

import pytest
from small_facts import findings, found_by

from factsuite.reading.nearest import splits_character

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


def hint_and_message(article: str, exact: str, more: str = "") -> tuple[str, str]:
    [found] = findings("anchor-missing", anchored(article, exact, more))
    return found.finding.message, found.finding.hint


def test_a_rewording_is_called_one_and_the_command_is_named() -> None:
    message, hint = hint_and_message("On Sunday, the council opened the bridge.", "the council opened the new bridge")
    assert "reworded: it has 'the council opened the bridge'" in message
    assert "factsuite reanchor example --apply" in hint


def test_a_changed_value_is_called_one_with_what_is_said_now() -> None:
    [found] = findings(
        "anchor-missing",
        "kind: quantity\narticle: At least 500 people crossed it.\nanchor: {exact: At least 300 people crossed it}\n"
        "asserts: {measure: bridge-visitors, value: at least 300 people}\n",
    )
    assert "value changed: it has 'At least 500 people crossed it'" in found.finding.message
    assert "the fact asserts `value: at least 300 people`" in found.finding.message
    assert "--apply" not in found.finding.hint


def test_the_headline_is_searched_for_the_nearest_passage_too() -> None:
    message, _ = hint_and_message("It rained.", "Larkhaven opens a bridge")
    assert "it has 'Larkhaven opens its bridge'" in message


def test_words_without_their_prefix_are_not_called_missing() -> None:
    message, hint = hint_and_message("Late on Friday the council met.", "the council met", ', prefix: "On Friday "')
    assert "stands in the article, but not beside its prefix or suffix" in message
    assert "factsuite reanchor example --apply" in hint


def test_several_passages_as_near_are_all_named() -> None:
    message, hint = hint_and_message("They counted 15 boats. At night they counted 16 boats.", "counted 14 boats")
    assert "'counted 15 boats', 'counted 16 boats'" in message
    assert "none is nearer than the others" in hint


@pytest.mark.parametrize(
    ("article", "exact", "near"),
    [
        ("🙂 The 🚢 Aurora sailed 🌊 at dawn.", "The 🚢 Aurora left 🌊 at dawn", "The 🚢 Aurora sailed 🌊 at dawn"),
        (
            "The Cafe\u0301 Re\u0301my opened early.",
            "The Cafe\u0301 Re\u0301my opened late",
            "The Cafe\u0301 Re\u0301my opened early",
        ),
        ("She met Jose\u0301 again.", "She saw Jose\u0301", "She met Jose\u0301"),
        (
            "על הגשר עברו מאות אנשים ביום ראשון",
            "על הגשר עברו מאות אנשים ביום שני",
            "על הגשר עברו מאות אנשים ביום ראשון",
        ),
    ],
)
def test_places_are_code_points_whatever_the_script(article: str, exact: str, near: str) -> None:
    [found] = findings("anchor-missing", anchored(article, exact))
    assert f"'{near}'" in found.finding.message
    [related] = found.finding.related
    assert related.at.column == article.index(near) + 1


@pytest.mark.parametrize(
    ("article", "exact", "splits"),
    [
        ("The Cafe\u0301 opened.", "The Cafe", True),
        ("The Cafe\u0301 opened.", "\u0301 opened", True),
        ("The Cafe\u0301 opened.", "The Cafe\u0301", False),
        ("The Café opened.", "The Café", False),
        ("A ❤\ufe0f for the town", "A ❤", True),
        ("A 👩\u200d🚒 spoke.", "A 👩", True),
        ("A 👩\u200d🚒 spoke.", "🚒 spoke", True),
        ("A 👩\u200d🚒 spoke.", "A 👩\u200d🚒 spoke", False),
        ("A 👋🏽 to all", "A 👋", True),
        ("The bridge", "The bridge", False),
    ],
)
def test_an_anchor_that_cuts_a_letter_is_noted(article: str, exact: str, splits: bool) -> None:
    assert found_by("anchor-splits-character", anchored(article, exact)) is splits


def test_no_letter_before_the_first_combining_mark_belongs_to_the_one_before_it() -> None:
    early = [chr(number) for number in range(0x300)]
    assert not [letter for letter in early if unicodedata.category(letter)[0] == "M"]
    assert not [letter for letter in early if splits_character(f"a{letter}b", 1)]
    assert all(splits_character(f"\u200d{letter}", 1) for letter in early)
    assert splits_character("a\u0300", 1)


def test_an_unchecked_passage_that_is_missing_is_offered_its_nearest_words() -> None:
    passage = "  - {anchor: {exact: a cold and grey morning}, because: colour}"
    [found] = findings("unchecked-passage-missing", article(passage, "It was a cold and bright morning."))
    assert "near are 'a cold and bright morning'" in found.finding.hint
