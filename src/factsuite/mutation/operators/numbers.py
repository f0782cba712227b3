"""Figures got wrong: digits turned round, one more or less, a nought too many, another scale, two exchanged."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from factsuite.mutation.changes import Change, like, splice, swapped
from factsuite.mutation.newsroom_copy import Copy, neighbours
from factsuite.reading.quantities import QuantityMention
from factsuite.values.numbers.number_words import SMALL

_NUMERAL = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_WORD = re.compile(r"[A-Za-z]+")
_WORDS = {number: word for word, number in sorted(SMALL.items(), reverse=True) if word not in ("fourty", "nought")}
_SCALES = {
    "thousand": ("million",),
    "million": ("billion", "thousand"),
    "billion": ("million", "trillion"),
    "trillion": ("billion",),
    "dozens": ("hundreds",),
    "hundreds": ("thousands", "dozens"),
    "thousands": ("hundreds", "tens of thousands"),
    "bn": ("m",),
    "m": ("bn",),
}


def digits_transposed(copy: Copy) -> Iterator[Change]:
    """1,520 for 1,250: the first two neighbouring digits that differ, unless a nought would come first."""
    for start, end in _numerals(copy):
        digits = [at for at in range(start, end) if copy.text[at].isdigit()]
        for one, other in pairwise(digits):
            first, second = copy.text[one], copy.text[other]
            if first != second and not (one == start and second == "0"):
                between = copy.text[one + 1 : other]
                after = copy.text[start:one] + second + between + first + copy.text[other + 1 : end]
                yield splice(copy.text, start, end, after)
                break


def off_by_one(copy: Copy) -> Iterator[Change]:
    """3,001 and 2,999 for 3,000; *three-and-a-half* for *two-and-a-half*; 12.6 for 12.5."""
    for start, end in _numerals(copy):
        written = copy.text[start:end]
        step = Decimal(1).scaleb(-_decimals(written))
        value = Decimal(written.replace(",", ""))
        for other in (value + step, value - step):
            if other > 0:
                yield splice(copy.text, start, end, _written(other, written))
    for mention in copy.quantities:
        for word in _number_words(copy, mention):
            for number in (SMALL[word[0].lower()] + 1, SMALL[word[0].lower()] - 1):
                if number in _WORDS:
                    yield splice(copy.text, word.start(), word.end(), like(_WORDS[number], word[0]))


def nought_added_or_lost(copy: Copy) -> Iterator[Change]:
    """30,000 and 300 for 3,000: ten times too much, or too little."""
    for start, end in _numerals(copy):
        written = copy.text[start:end]
        value = Decimal(written.replace(",", ""))
        yield splice(copy.text, start, end, _written(value * 10, written))
        if value % 10 == 0 and value > 0:
            yield splice(copy.text, start, end, _written(value / 10, written))


def scale_word_replaced(copy: Copy) -> Iterator[Change]:
    """*Billion* for *million*."""
    for mention in copy.quantities:
        for word in _WORD.finditer(copy.text, mention.number_start, mention.number_end):
            for other in _SCALES.get(word[0].lower(), ()):
                yield splice(copy.text, word.start(), word.end(), like(other, word[0]))


def numbers_swapped(copy: Copy) -> Iterator[Change]:
    """Two figures of one sentence, each in the other's place."""
    figures = [m for m in copy.quantities if m.kind != "vague" and not copy.in_quotation(m.start)]
    for one, other in neighbours(figures, copy.sentences):
        first, second = (one.number_start, one.number_end), (other.number_start, other.number_end)
        if copy.text[first[0] : first[1]] != copy.text[second[0] : second[1]]:
            yield swapped(copy.text, first, second)


def _numerals(copy: Copy) -> Iterator[tuple[int, int]]:
    """Every number in digits, whole: 1,500 and 12.50 are one each."""
    for mention in copy.quantities:
        found = _NUMERAL.search(copy.text, mention.number_start, mention.number_end)
        if found is not None:
            yield found.span()


def _number_words(copy: Copy, mention: QuantityMention) -> Iterator[re.Match[str]]:
    """The number word that says how many whole ones: *two* of *two-and-a-half*, *five* of *twenty-five*."""
    found = _WORD.finditer(copy.text, mention.number_start, mention.number_end)
    small = [word for word in found if SMALL.get(word[0].lower(), 0) > 0]
    yield from small[-1:]


def _decimals(written: str) -> int:
    return len(written.partition(".")[2])


def _written(value: Decimal, pattern: str) -> str:
    """A number with as many decimals as the pattern has, and grouping marks where the pattern has them, or is short."""
    whole = f"{value:,.{_decimals(pattern)}f}"
    grouped = "," in pattern or len(pattern.partition(".")[0]) <= 3
    return whole if grouped else whole.replace(",", "")
