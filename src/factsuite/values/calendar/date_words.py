"""Words and numbers of a text with their places, and the words that dates are made of."""

import re
from functools import lru_cache
from itertools import accumulate

_TOKEN = re.compile(r"([^\W\d_]+|[0-9]+)")
_PLAIN_TOKEN = re.compile(r"([a-z]+|[0-9]+)")  # the same of a lower-cased text of ASCII, found in less time
_DASHES = {"–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "--": "-", "’": "'", "‘": "'", "`": "'"}


def word_set(text: str) -> frozenset[str]:
    """The words of a text, for asking whether one is among them."""
    return frozenset(text.split())


def numbered(text: str, start: int = 0) -> dict[str, int]:
    """The words of a text, each with its number."""
    return {word: number for number, word in enumerate(text.split(), start=start)}


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon mondays", "tuesday tue tues tuesdays", "wednesday wed weds wednesdays",
            "thursday thu thur thurs thursdays", "friday fri fridays", "saturday sat saturdays",
            "sunday sun sundays",
        )
    )
    for name in names.split()
}  # fmt: skip

SEASON_WORDS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

CARDINALS = numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
TENS = {
    word: 10 * number
    for word, number in numbered("twenty thirty forty fifty sixty seventy eighty ninety", start=2).items()
}
ORDINALS = numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    start=1,
) | {"thirtieth": 30}

NUMBERS = frozenset(CARDINALS) | frozenset(TENS) | frozenset(ORDINALS)
"""The words that write a number, or begin one."""

DECADE_WORDS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90, "noughties": 100,
}  # fmt: skip


_PAD = [""] * 32  # so that looking a few words past either end finds nothing


_LONG_GAP = 7  # characters; so long a gap, whatever it is, joins no two words of one date


@lru_cache(maxsize=512)
def _trimmed(gap: str) -> str:
    """A short gap between words as it is compared."""
    between = gap.strip()
    return _DASHES.get(between, between)


class Words:
    """The words and whole numbers of a text, and what stands between them."""

    __slots__ = ("_gaps", "_raw_gaps", "ends", "low", "size", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        lower = text.lower()
        token = _PLAIN_TOKEN if text.isascii() else _TOKEN
        parts = token.split(lower if len(lower) == len(text) else text)  # gap, word, gap, word, ..., gap
        reached = list(accumulate(map(len, parts)))
        self.starts = reached[0:-1:2]
        self.ends = reached[1::2]
        self.size = len(self.ends)
        self._raw_gaps = parts[0::2]
        self._gaps = ["" if gap == " " else _trimmed(gap) if len(gap) < _LONG_GAP else "\0" for gap in self._raw_gaps]
        self._gaps[0] = self._gaps[-1] = "\0"
        self.low = parts[1::2] + _PAD
        if len(lower) != len(text):
            self.low = [word.lower() for word in self.low]

    def __len__(self) -> int:
        return self.size

    def word(self, index: int) -> str:
        """The word or number in lower case; empty beyond either end."""
        return self.low[index]

    def gap(self, index: int) -> str:
        """What stands before a word, trimmed: "" for a space or nothing; "\\0" at the ends and for long gaps."""
        return self._gaps[index] if 0 < index < self.size else "\0"

    def tight(self, index: int) -> bool:
        """Does at most one character stand before it?"""
        return 0 < index < self.size and len(self._raw_gaps[index]) <= 1

    def glued(self, index: int) -> bool:
        """Does it follow the word before it without anything between?"""
        return 0 < index < self.size and not self._raw_gaps[index]

    def capital(self, index: int) -> bool:
        """Does it begin with a capital letter?"""
        return self.text[self.starts[index]].isupper() if 0 <= index < self.size else False

    def said(self, start: int, stop: int) -> str:
        """The text from one word up to, not including, another."""
        return self.text[self.starts[start] : self.ends[stop - 1]]

    def ordinal(self, index: int) -> tuple[int, int] | None:
        """A number such as `4th`, `first` or `twenty-second`, and the index after it."""
        word = self.word(index)
        if word.isdecimal():
            follows = self.word(index + 1) in ("st", "nd", "rd", "th") and self.glued(index + 1)
            return (int(word), index + 2) if follows and len(word) < 4 else None
        if word in ORDINALS:
            return ORDINALS[word], index + 1
        if word in TENS and self.gap(index + 1) in ("", "-") and ORDINALS.get(self.word(index + 1), 99) < 10:
            return TENS[word] + ORDINALS[self.word(index + 1)], index + 2
        return None

    def cardinal(self, index: int) -> tuple[int, int] | None:
        """A whole number up to 9999 in digits, up to 99 in words, and the index after it."""
        word = self.word(index)
        if word.isdecimal():
            return (int(word), index + 1) if len(word) <= 4 else None
        if word in CARDINALS:
            return CARDINALS[word], index + 1
        if word in TENS:
            unit = CARDINALS.get(self.word(index + 1), 0) if self.gap(index + 1) in ("", "-") else 0
            return (TENS[word] + unit, index + 2) if 0 < unit < 10 else (TENS[word], index + 1)
        return None
