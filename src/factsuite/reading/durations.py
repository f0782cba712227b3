"""Lengths of time in running English: three days, a decade, two-and-a-half years."""

from msgspec import Struct

from factsuite.values.calendar.date_words import CARDINALS, TENS, Words
from factsuite.values.durations import UNITS, VAGUE, Duration, duration_at

_TRIGGERS = frozenset(CARDINALS) | frozenset(TENS) | frozenset(VAGUE) | {"a", "an", "another", "half", "all", "full"}


class DurationMention(Struct, frozen=True, kw_only=True):
    """A length of time in a text."""

    start: int  # offset of its first character
    end: int  # offset after its last
    value: Duration
    text: str


def read_durations(text: str) -> tuple[DurationMention, ...]:
    """All lengths of time a text states, in order, none within another.

    "Two years ago" names a date, but the length of time in it is read as well.
    """
    words = Words(text)
    found: list[DurationMention] = []
    free = 0
    for index, word in enumerate(words.low[: words.size]):
        if index < free or not (word in _TRIGGERS or word[0] in "0123456789"):
            continue
        if not _unit_near(words, index):
            continue
        match = duration_at(words, index)
        if match is None or (words.glued(index) and not word.isdecimal()):
            continue
        value, free = match
        start, end = words.starts[index], words.ends[free - 1]
        found.append(DurationMention(start=start, end=end, value=value, text=text[start:end]))
    return tuple(found)


_FARTHEST = 7  # words from a count to its unit: "two and a half", "a couple of full"


def _unit_near(words: Words, index: int) -> bool:
    return any(word in UNITS for word in words.low[index + 1 : index + _FARTHEST])
