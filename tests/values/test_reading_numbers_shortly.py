"""A number is read the short way where no word beside it can make more of it: that never changes what is read."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsuite.reading.quantities import QuantityMention, read_quantities
from factsuite.values.numbers import (
    compound_figures,
    cores,
    figures,
    nouns,
    number_words,
    numbers,
    ranges,
    unit_phrases,
)
from factsuite.values.numbers.hedges import AFTER, BEFORE
from factsuite.values.numbers.money import BY_COUNTRY, CODES, NAMES, SIGNS
from factsuite.values.numbers.powers import POWERS
from factsuite.values.numbers.units import PHRASES, SYMBOLS, WORDS

CHECKS = (
    (cores, "_BESIDE"),
    (cores, "MORE_BEFORE"),
    (numbers, "GOES_ON"),
    (numbers, "_AFTER_MAGNITUDE"),
    (unit_phrases, "STARTS"),
    (compound_figures, "NUMBER_STARTS"),
    (figures, "MORE_AFTER"),
    (figures, "MORE_BEFORE"),
    (figures, "_CURRENCY_ENDS"),
    (figures, "_SIGNED_BY"),
    (ranges, "JOINED_BY"),
    (nouns, "_ENDS"),
)
"""The sets of words that rule the long way out where a word is not among them."""

HEDGES = [" ".join(words) for table in (AFTER, BEFORE) for entries in table.values() for words, _ in entries]
UNITS = [" ".join(words) for entries in PHRASES.values() for words, _ in entries]
OTHERS = "people boats of in the a an and or to from between not 10 5 1,200 0.5 2026 7 - – . , ( ) [ ] / : ± + % ' \""
WORDS_BESIDE = sorted(
    {*HEDGES, *UNITS, *WORDS, *SYMBOLS, *NAMES, *SIGNS, *POWERS, *OTHERS.split(), "minus", "negative", "Rs.", "pounds"}
    | {*number_words.SMALL, *number_words.MAGNITUDES, *number_words.ABBREVIATED, *number_words.MONEY_ABBREVIATED}
    | {
        *number_words.VULGAR,
        *number_words.ORDINALS,
        *number_words.DENOMINATORS,
        *number_words.DOZENS,
        "hundred",
        "out of",
    }
    | {f"M{code}" for code in CODES}
    | {f"{country} {name}" for country, name in BY_COUNTRY}
    | {
        "new zealand dollars",
        "+/- 2",
        ": 1 ratio",
        "of a mile",
        "square miles",
        "full days",
        "m²",
        "10⁶",
        "−",
        "°C",
        "old",
        "ago",
        "(km)",
        "per day",
    }
)
NUMBERS = ("3", "2.5", "five", "$7", "half", "1/4", "21st", "3 million", "2.5 thousand")

Read = Callable[[str], tuple[QuantityMention, ...]]


class Everything(frozenset[str]):
    """A set that rules nothing out."""

    def __contains__(self, word: object) -> bool:
        return True


@pytest.fixture(scope="module")
def long_way() -> Read:
    """Read a text with no check that rules anything out."""

    def read(text: str) -> tuple[QuantityMention, ...]:
        with pytest.MonkeyPatch.context() as patch:
            for module, name in CHECKS:
                patch.setattr(module, name, Everything())
            for name in ("_PLAIN", "_CURRENCIES"):
                patch.setattr(unit_phrases, name, {})
            patch.setattr(unit_phrases, "_PHRASED", frozenset())
            return read_quantities.__wrapped__(text)

    return read


short_way: Read = partial(read_quantities.__wrapped__)


def test_no_word_beside_a_number_is_ruled_out_that_makes_more_of_it(long_way: Read) -> None:
    texts = [
        form.format(number, word)
        for index, word in enumerate(WORDS_BESIDE)
        for number in {"3", NUMBERS[index % len(NUMBERS)]}
        for form in ("It had {0} {1} there", "{1} {0}{1}")
    ]

    assert [text for text in texts if short_way(text) != long_way(text)] == []


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.one_of(st.sampled_from(NUMBERS), st.sampled_from(WORDS_BESIDE)), st.sampled_from((" ", " ", "", "-"))
        ),
        min_size=1,
        max_size=8,
    )
)
def test_a_row_of_such_words_is_read_the_same_both_ways(long_way: Read, row: list[tuple[str, str]]) -> None:
    text = "".join(word + space for word, space in row)

    assert short_way(text) == long_way(text)
