"""Words counted within a text are those that the stretch by itself is cut into."""

import random

import pytest

from factsuite.verdicts.coverage.assertions import plain_words
from factsuite.verdicts.coverage.word_counts import WordCounts

PIECES = ("a", "ab", "3", "_", "'", "’", ",", ".", "...", ". . .", "-", "--", "%", "$", "€", "`", " ", "\n", "ﬁ", "İ")


@pytest.mark.parametrize("seed", range(200))
def test_every_stretch_has_the_words_it_would_have_alone(seed: int) -> None:
    chance = random.Random(seed)
    pieces = PIECES if seed % 2 else [piece for piece in PIECES if piece.isascii() and piece != "`"]
    text = "".join(chance.choices(pieces, k=12))
    counts = WordCounts(text)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            assert counts.within(start, end) == len(plain_words(text[start:end])), (text, start, end)
