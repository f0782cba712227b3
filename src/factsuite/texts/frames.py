"""The same sentence with another figure in it: how far two texts have the same words before and after a mention."""

from collections.abc import Sequence

from msgspec import Struct

from factsuite.texts.contexts import Place
from factsuite.texts.wording import Wording

_FIGURE = "#"
FARTHEST = 40
"""Words looked at on either side of a mention."""
_LEAST = 4
"""Words that must be the same before two places are one frame."""


class Frame(Struct, frozen=True, kw_only=True):
    """The words and marks of a text with a sign in place of every figure."""

    units: tuple[str, ...]
    at: dict[int, int]
    """The unit of each mention, by the mention's start."""

    @property
    def size(self) -> int:
        """How many units it has, without the marks at its end."""
        return len(self.units) - (self.units[-1:] in ((".",), ("!",), ("?",)))


def read_frame(wording: Wording, places: Sequence[Place]) -> Frame:
    """Put a sign in place of each mention and of each numeral that none was read from."""
    units: list[str] = []
    at: dict[int, int] = {}
    index = 0
    words = wording.tokens.words
    for place in places:
        units += _signed(words[index : place.first])
        at[place.mention.start] = len(units)
        units.append(_FIGURE)
        index = max(index, place.last + 1)
    units += _signed(words[index:])
    return Frame(units=tuple(units), at=at)


def _signed(words: Sequence[str]) -> list[str]:
    return [_FIGURE if word[0].isdigit() else word for word in words if word != "-"]


def same_words(one: Frame, asserted: Place, other: Frame, reported: Place) -> tuple[int, int]:
    """Return how many words are the same before, and how many after, two mentions."""
    here, there = one.at.get(asserted.mention.start), other.at.get(reported.mention.start)
    if here is None or there is None:
        return 0, 0
    before = _run(one.units, here - 1, other.units, there - 1, -1)
    return before, _run(one.units, here + 1, other.units, there + 1, 1)


def are_enough(same: tuple[int, int], one: Frame) -> bool:
    """Whether so many words are the same that the two mentions stand in one frame."""
    return sum(same) >= min(_LEAST, max(1, one.size - 1))


def _run(one: Sequence[str], here: int, other: Sequence[str], there: int, step: int) -> int:
    count = 0
    while 0 <= here < len(one) and 0 <= there < len(other) and one[here] == other[there] and count < FARTHEST:
        count += 1
        here += step
        there += step
    return count
