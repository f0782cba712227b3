"""What is ruled out by a quick look is what the slow look would not have found."""

from pathlib import PurePosixPath

import pytest

from factsuite.load.decoding import decode, hidden_line_end
from factsuite.load.documents import load_document
from factsuite.load.entries import list_facts
from factsuite.load.odd_characters import _odd, may_be_odd

PATH = PurePosixPath("facts/harbour/facts.yaml")
CHARACTERS = [chr(code) for code in (*range(0x500), *range(0x2000, 0x2070), *range(0xFE00, 0x10000), 0x1D400, 0xE0020)]


@pytest.mark.parametrize("around", ["plain words", "caf\u00e9 \u201cfr\u00e8re\u201d \u4e2d"])
def test_a_character_that_does_not_print_is_refused_among_any_others(around: str) -> None:
    for char in CHARACTERS:
        text = f"{around} {char} {around}"
        unprintable = char in "\x7f\ufffe\uffff" or (char < " " and char not in "\t\n\r")
        assert (decode(text.encode(), PATH)[0] is None) is unprintable, hex(ord(char))


@pytest.mark.parametrize("around", ["plain words", "caf\u00e9 \u201cfr\u00e8re\u201d \u4e2d"])
def test_a_line_end_that_editors_do_not_show_is_named_where_the_first_one_stands(around: str) -> None:
    for char in CHARACTERS:
        problem = hidden_line_end(f"{around} {char} {around}", PATH)
        assert (problem is not None) is (char in "\x85\u2028\u2029"), hex(ord(char))
    both = hidden_line_end(f"{around}\u2029 and \x85", PATH)
    assert both is not None
    assert both.at.column == len(around) + 1


@pytest.mark.parametrize("around", ["plain words", "caf\u00e9 \u201cfr\u00e8re\u201d \u4e2d"])
def test_nothing_odd_is_ruled_out(around: str) -> None:
    for char in CHARACTERS:
        text = f"{around} a{char}b"
        assert may_be_odd(text) or not list(_odd(text)), hex(ord(char))
    assert may_be_odd(f"{around} '\\u200b'")
    assert not may_be_odd(f"{around} \u2019 \\")


@pytest.mark.parametrize(
    ("id", "label"),
    [
        ("kirby-at_least.3000", "kirby-at_least.3000"),
        ("\u00e9tat-2", "\u00e9tat-2"),
        ("two words/3", "two-words-3"),
        ("a" * 90, "a" * 80),
        ("a\u2028b", "a-b"),
    ],
)
def test_a_label_is_the_id_as_far_as_a_label_can_be(id: str, label: str) -> None:
    data = f'format: 1\nfacts:\n  - id: "{id}"\n'.replace("\u2028", "\\L").encode()
    assert [entry.label for entry in list_facts(load_document({PATH: data}, PATH))] == [label]
