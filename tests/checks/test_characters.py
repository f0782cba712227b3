"""Characters: what a reader does not see is named at its place, and ordinary text in any alphabet is left alone."""

from pathlib import PurePosixPath

import pytest
from fictional_town import FILES, without

from factsuite.engine import check_tree
from factsuite.load.lookalikes import strangers
from factsuite.load.odd_characters import MOST, odd_in_text
from factsuite.model.policy import Policy
from factsuite.rules.results import Result

FOLDER = PurePosixPath("facts/bridge")
RULES = ("bidi-control", "invisible-character", "mixed-script-word")


def checked(**changed: str) -> Result:
    tree = {FOLDER / name: changed.get(name.replace(".", "_"), text).encode() for name, text in FILES.items()}
    return check_tree(tree, Policy())


def found(result: Result) -> list[tuple[str, str, int, int]]:
    places = ((each.rule, each.finding.at) for each in result.all_findings if each.rule in RULES)
    return sorted((rule, at.path.name, at.line, at.column) for rule, at in places)


@pytest.mark.parametrize(
    ("file", "old", "new", "rule", "line", "column"),
    [
        ("article.md", "crossed it", "cros\u202esed\u202c it", "bidi-control", 8, 60),
        ("article.md", "headline: Larkhaven", "headline: Lark\u200bhaven", "invisible-character", 3, 11),
        ("article.md", "Ada Quill", "\u0410da Quill", "mixed-script-word", 10, 31),
        ("entities.yaml", "name: Ada Quill", "name: Ada Qu\u0456ll", "mixed-script-word", 4, 11),
        ("sources.yaml", "The Larkhaven Gazette", '"The \\u2066Larkhaven Gazette"', "bidi-control", 4, 30),
        ("facts.yaml", "claim: The bridge", "claim: The bri\ufeffdge", "invisible-character", 5, 12),
    ],
)
def test_an_odd_character_is_named_in_every_file(
    file: str, old: str, new: str, rule: str, line: int, column: int
) -> None:
    result = checked(**{file.replace(".", "_"): without(old, new, file) if FILES[file].count(old) == 1 else ""})
    assert (rule, file, line, column) in found(result)
    assert [name for name, *_ in found(result)] == [rule]


def test_a_fact_with_an_odd_character_is_compared_all_the_same() -> None:
    result = checked(facts_yaml=without("words: I never saw that memo", 'words: "I never \\u202esaw that memo"'))
    memo = next(fact for fact in result.facts if fact.slot.label == "memo")
    assert memo.judgement is not None
    assert "bidi-control" in {reported.rule for reported in memo.findings}


@pytest.mark.parametrize(
    "word",
    [
        "Ада", "Путин", "Анна", "СССР", "Ηλίας", "Σωκράτης", "Հայաստան", "VIPы", "TNFα", "κB",
        "γδT", "ΔT", "μSv", "kΩ", "Ωmega", "ＡＢＣ", "mℓ", "naïve", "Łódź", "İstanbul", "ﬁne",
    ],
)  # fmt: skip
def test_a_word_of_one_alphabet_or_as_science_writes_it_holds_no_stranger(word: str) -> None:
    assert strangers(word) == ("", "")


@pytest.mark.parametrize(
    ("word", "letters", "alphabet"),
    [
        ("\u0410da", "\u0410", "Cyrillic"),
        ("\u0440\u0430\u0443\u0440\u0430l", "\u0440\u0430\u0443\u0440\u0430", "Cyrillic"),
        ("М\u006fсква", "o", "Latin"),
        ("\u0391da", "\u0391", "Greek"),
        ("Qui\u0578", "\u0578", "Armenian"),
        ("\uff21da", "\uff21", "of another width or style"),
    ],
)
def test_a_letter_that_only_looks_right_is_a_stranger(word: str, letters: str, alphabet: str) -> None:
    assert strangers(word) == (letters, alphabet)


@pytest.mark.parametrize(
    "text",
    [
        "שלום \u200fx", "\u2067שלום\u2069 and on", "می\u200cروم", "👩\u200d🚀", "क\u094d\u200dष",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "re\u00adsign", "“a” – b…", "戰場",
    ],
)  # fmt: skip
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert list(odd_in_text(text, FOLDER / "article.md", 1)) == []


@pytest.mark.parametrize("text", ["שלום \u202ex\u202c", "\u2067שלום", "שלום\u2069", "x\u200fy"])
def test_marks_are_named_where_no_script_needs_them_or_they_are_left_open(text: str) -> None:
    assert [each.rule for each in odd_in_text(text, FOLDER / "article.md", 1)] == ["bidi-control"]


def test_what_is_odd_over_and_over_is_listed_so_often_and_no_more() -> None:
    assert len(list(odd_in_text("a\u200bb\n" * 10_000, FOLDER / "article.md", 1))) == MOST


def test_a_page_that_is_only_copied_holds_nothing_odd() -> None:
    assert found(checked()) == []
