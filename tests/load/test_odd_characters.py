"""Odd characters are found however they are written, and no file is looked through for nothing."""

from pathlib import PurePosixPath

import pytest

from factsuite.load.documents import load_document
from factsuite.load.entries import load_sources

PATH = PurePosixPath("facts/harbour/sources.yaml")


@pytest.mark.parametrize("written", ["Har\u200bbour", r"Har\u200bbour", r"Har\U0000200bbour"])
def test_an_invisible_character_is_told_however_it_is_written(written: str) -> None:
    text = f'format: 1\nsources:\n  - {{id: paper, publisher: "{written} News"}}\n'
    found = load_sources(load_document({PATH: text.encode()}, PATH)).problems
    assert [(each.rule, each.at.line) for each in found if each.rule == "invisible-character"] == [
        ("invisible-character", 3)
    ]


def test_the_name_of_a_field_is_looked_at_too() -> None:
    text = "format: 1\nsources:\n  - {id: paper, publ\u200bisher: News}\n"
    found = load_sources(load_document({PATH: text.encode()}, PATH)).problems
    assert "invisible-character" in {each.rule for each in found}


@pytest.mark.parametrize(("text", "expected"), [("d\u00e9j\u00e0 vu", False), (r"a\\b", False), (r"\x41", True)])
def test_only_what_may_hold_one_is_looked_through(text: str, expected: bool) -> None:
    assert load_document({PATH: f"format: '{text}'\n".encode()}, PATH).may_be_odd is expected
