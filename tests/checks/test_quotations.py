"""Quotations: the awkward cases of their rules. Word by word they are compared in `values`."""

import pytest
from small_facts import findings, found_by

QUOTATION_RULES = ("quotation-altered", "quotation-lost-condition", "quotation-in-no-source", "other-speaker")


def quoted(words: str, *entries: str, more: str = "", speaker: str = "mayor") -> str:
    listed = "".join(f"  - {entry}\n" for entry in entries)
    return f'kind: quotation\nasserts: {{speaker: {speaker}, words: "{words}"}}\nevidence:\n{listed}{more}'


def excerpt(text: str, more: str = "reports: {speaker: mayor}", source: str = "hearing") -> str:
    return f'{{source: {source}, excerpt: "{text}", {more}}}'


@pytest.mark.parametrize(
    ("words", "printed", "rules"),
    [
        ("I never saw that memo.", "MAYOR: I never saw that memo.", set()),
        ("never saw that memo", "MAYOR: I never saw that memo.", set()),
        ("I never saw the memo.", "MAYOR: I never saw that memo.", {"quotation-altered"}),
        ("I never ever saw that memo.", "MAYOR: I never saw that memo.", {"quotation-altered"}),
        ("I saw that memo.", "MAYOR: I never saw that memo.", {"quotation-altered", "quotation-lost-condition"}),
        ("I never saw that memo", "“I never saw that memo,” she said.", set()),
        ("It’s open — at last", "It's open - at last", set()),
        ("the colour of the bridge", "the color of the bridge", set()),
        ("We will close the bridge", "If the river rises, we will close the bridge.", {"quotation-lost-condition"}),
        ("The harbour is full of herring", "MAYOR: I never saw that memo.", {"quotation-in-no-source"}),
    ],
)
def test_what_was_done_to_the_words_is_named(words: str, printed: str, rules: set[str]) -> None:
    example = quoted(words, excerpt(printed))
    assert {name for name in QUOTATION_RULES if found_by(name, example)} == rules


def test_a_quotation_two_sources_print_otherwise_is_told_once() -> None:
    example = quoted(
        "I never saw the memo.",
        excerpt("I never saw that memo."),
        excerpt("I never saw this memo.", source="gazette"),
    )
    assert len(findings("quotation-altered", example)) == 1


def test_words_nobody_prints_are_not_excused_by_a_judgement() -> None:
    entry = excerpt(
        "MAYOR: I never saw that memo.", "reports: {speaker: mayor}, stance: partly, because: so, of: claim"
    )
    assert found_by("quotation-in-no-source", quoted("The harbour is full of herring", entry))


def test_words_nobody_prints_are_what_unverified_states() -> None:
    stated = "verdict: unverified\ncorrection: Nobody is known to have said it.\n"
    entry = excerpt("MAYOR: I never saw that memo.")
    assert not found_by("quotation-in-no-source", quoted("The harbour is full of herring", entry, more=stated))


@pytest.mark.parametrize(
    ("speaker", "reported", "found"),
    [
        ("mayor", "mayor", False),
        ("city-council", "mayor", False),
        ("mayor", "city-council", False),
        ("clerk", "mayor", True),
        ("noor-vane", "city-council", True),
    ],
)
def test_another_speaker_is_named_at_the_asserted_one(speaker: str, reported: str, found: bool) -> None:
    example = quoted(
        "I never saw that memo.",
        excerpt("I never saw that memo.", f"reports: {{speaker: {reported}}}"),
        speaker=speaker,
    )
    assert found_by("other-speaker", example) is found


def test_another_speaker_of_other_words_is_no_other_speaker() -> None:
    example = quoted("I never saw that memo.", excerpt("The herring are back.", "reports: {speaker: noor-vane}"))
    assert not found_by("other-speaker", example)


def test_a_translation_is_left_to_an_editor() -> None:
    entry = excerpt("Ich habe das nie gesehen.", "translated_from: de, reports: {speaker: mayor}")
    assert {name for name in QUOTATION_RULES if found_by(name, quoted("I never saw that memo.", entry))} == {
        "quotation-in-no-source"
    }
