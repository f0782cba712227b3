"""Prose: what is read of a long text, and what is left alone."""

import random
import time

import pytest

from factsuite.reading.dates import read_dates
from factsuite.reading.prose import LEAST_LETTERS, STRETCH, prose_of
from factsuite.reading.quantities import read_quantities

SENTENCE = "At least 3,200 people crossed the bridge on 1 June 2031. "


def test_prose_of_any_length_stays_as_it_is() -> None:
    text = SENTENCE * 500
    assert prose_of(text) == text
    assert len(read_quantities(text)) == 500


def test_a_short_text_is_read_whatever_it_is_made_of() -> None:
    assert prose_of("1,2 " * 100) == "1,2 " * 100


def test_places_stay_where_they_are_behind_a_stretch_of_figures() -> None:
    data = "7;" * STRETCH
    text = data + SENTENCE * 100
    assert len(prose_of(text)) == len(text)
    last = read_quantities(text)[-1]
    assert text[last.start : last.end] == "At least 3,200"


def test_line_ends_stay() -> None:
    assert prose_of("1,2\n" * STRETCH).count("\n") == STRETCH


def test_the_share_of_letters_decides() -> None:
    letters = int(STRETCH * LEAST_LETTERS)
    assert prose_of(("a" * letters + "1" * (STRETCH - letters)) * 2).startswith("a")
    assert not prose_of(("a" * (letters - 1) + "1" * (STRETCH - letters + 1)) * 2).strip()


@pytest.mark.parametrize("signs", ["0123456789,", '0123456789,"', "1,“”", "1 ", '1" ', "$1 ", "2024-"])
def test_a_megabyte_of_figures_and_marks_ends_soon(signs: str) -> None:
    mixed = "".join(random.Random(7).choices(signs, k=1_000_000))
    for text in (mixed, signs * (1_000_000 // len(signs))):
        start = time.process_time()
        read_quantities(text)
        read_dates(text)
        assert time.process_time() - start < 10  # a guard against hanging: it takes about a tenth of a second
