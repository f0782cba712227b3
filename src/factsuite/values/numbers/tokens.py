"""Words, numerals and signs of a text, cut once, each with its place."""

import re
from itertools import accumulate

from msgspec import Struct

_TOKEN = re.compile(
    r"((?=\S)(?:"  # blanks are between tokens: none of the forms is tried there
    r"[A-Za-z]++(?=[ ,;:\n])"  # a plain word, the most frequent
    r"|[^\W\d_](?:\.[^\W\d_])+\.?(?![^\W\d_])"  # an abbreviation: U.S., p.m.
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"  # a word; superscripts and ½ count as letters
    r"|[0-9]+(?:[.,][0-9]+)*"  # a numeral with its marks
    r"|(?<![\w.])\.[0-9]+"  # a decimal that starts at its point
    r"|[\"“”'‘’`´]+"  # quotation marks
    r"|([^\w\s])\2*"  # a run of one sign
    r"|[\d_]+"  # digits of other scripts: nothing is read from them
    r"))"
)


_EDGE = ("",) * 64
"""Empty words after those of a text, so that looking a few words on needs no check; nor does looking a few back, as a
negative index counts from their end."""


class Tokens(Struct, frozen=True):
    """The tokens of a text in parallel tuples: lower-cased word, start and end in code points."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    edged: tuple[str, ...]
    """The words, then empty ones: `edged[at]` is `word(at)` for an index at most 64 outside the text."""

    def word(self, index: int) -> str:
        """Return the lower-cased token at the index, empty outside the text."""
        try:
            return self.edged[index]
        except IndexError:
            return ""

    def written(self, index: int) -> str:
        """Return the token as the author wrote it, empty outside the text."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.words) else ""

    def is_capital(self, index: int) -> bool:
        """Tell whether the author wrote the token with a capital; nothing is outside the text."""
        return 0 <= index < len(self.words) and self.text[self.starts[index]].isupper()

    def glued(self, index: int) -> bool:
        """Tell whether the token touches the one before it, with no space between."""
        return 0 < index < len(self.words) and self.ends[index - 1] == self.starts[index]

    def gap(self, index: int) -> str:
        """Return what stands between the token and the one before it, empty at both ends of the text."""
        return self.text[self.ends[index - 1] : self.starts[index]] if 0 < index < len(self.words) else ""


def cut(text: str) -> Tokens:
    """Cut a text into tokens, in one pass."""
    lowered = text.lower()
    is_ascii = text.isascii()
    pieces = _TOKEN.split(lowered if is_ascii else text)  # what is between tokens, a token, the sign it repeats or None
    del pieces[2::3]
    places = tuple(accumulate(map(len, pieces)))
    starts, ends = places[:-1:2], places[1::2]
    if is_ascii:
        words = tuple(pieces[1::2])
    elif len(lowered) == len(text):
        words = tuple([lowered[start:end] for start, end in zip(starts, ends, strict=True)])
    else:  # a letter whose small form is longer: İ
        words = tuple([piece.lower() for piece in pieces[1::2]])
    return Tokens(text, words, starts, ends, words + _EDGE)


def listed(words: str) -> frozenset[str]:
    """Return the words of a list written with spaces between them."""
    return frozenset(words.split())


def paired(pairs: str) -> dict[str, str]:
    """Return the dictionary written as key:value key:value."""
    return {key: value for key, _, value in (pair.rpartition(":") for pair in pairs.split())}
