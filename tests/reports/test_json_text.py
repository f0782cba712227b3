"""The JSON report's writing, against the standard library's."""

import json
from enum import Enum
from fractions import Fraction
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.load.positioned import Text
from factsuite.reports.json_text import compact, indented

TEXTS = st.text(st.characters(exclude_categories=()))
"""Halves of surrogate pairs included."""
SHARES = st.integers(min_value=-10_000, max_value=10_000).map(lambda number: number / 10_000)
SCALARS = st.none() | st.booleans() | st.integers() | SHARES | TEXTS | TEXTS.map(Text)
DATA = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(TEXTS, inner, max_size=4)
        | st.dictionaries(TEXTS.map(Text), inner, max_size=4)
    ),
    max_leaves=20,
)


class Colour(Enum):
    RED = "red"


class Said(Struct):
    words: str
    colour: Colour
    at: Location


def by_the_standard_library(data: Any) -> str:
    return json.dumps(data, indent=1, ensure_ascii=False)


@given(data=DATA)
def test_it_writes_what_the_standard_library_writes(data: Any) -> None:
    assert indented(compact(data)) == by_the_standard_library(data).encode("utf-8", "surrogatepass")


@given(data=DATA, depth=st.integers(min_value=0, max_value=4))
def test_further_in_every_line_but_the_first_begins_with_more_blanks(data: Any, depth: int) -> None:
    """JSON texts hold no line ends of their own."""
    further_in = by_the_standard_library(data).replace("\n", "\n" + " " * depth)
    assert indented(compact(data), depth) == further_in.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("words", ["plain", "half of a pair: \ud83d"])
def test_of_a_member_the_value_is_written(words: str) -> None:
    written = compact({"words": words, "colour": Colour.RED})
    assert json.loads(written.decode("utf-8", "surrogatepass")) == {"words": words, "colour": "red"}


@pytest.mark.parametrize("words", ["plain", "half of a pair: \ud83d"])
def test_what_is_no_data_is_refused(words: str) -> None:
    with pytest.raises(TypeError, match="Fraction"):
        compact({"words": words, "share": Fraction(1, 3)})


@given(words=TEXTS)
def test_a_struct_is_written_field_by_field_and_a_place_with_its_path(words: str) -> None:
    at = Location(PurePosixPath("facts/example/facts.yaml"), 14, 10)
    place = {"path": "facts/example/facts.yaml", "line": 14, "column": 10}
    expected = by_the_standard_library([{"words": words, "colour": "red", "at": place}])
    assert indented(compact([Said(words, Colour.RED, at)])) == expected.encode("utf-8", "surrogatepass")
