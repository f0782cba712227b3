"""Numbers that name no number: dozens, hundreds of thousands, a few, several hundred, various.

A plural scale is at least two of it, and less than two of the next larger scale: *hundreds* is from 200 to
under 2,000, *tens of thousands* from 20,000 to under 200,000. *A few* is three or more, *a couple* two.
"""

from fractions import Fraction

from msgspec import Struct

from factsuite.values.numbers.hedges import Reach
from factsuite.values.numbers.intervals import Interval, exactly
from factsuite.values.numbers.number_words import MAGNITUDES, VAGUE_SCALES
from factsuite.values.numbers.tokens import Tokens

_NEXT = 1000
_SEVERAL = frozenset(("several", "various", "multiple", "numerous", "handful"))
STARTS = frozenset(VAGUE_SCALES) | _SEVERAL | {"few", "couple", "pair", "number", "scores"}
"""The words by which a vague number is found."""


class VagueNumber(Struct, frozen=True):
    """A vague number: what it allows, and the tokens it is written with."""

    start: int
    end: int
    interval: Interval


def read_vague_number(tokens: Tokens, at: int, reach: Reach) -> VagueNumber | None:
    """Read the vague number found by a word at a token; None if the word is used otherwise."""
    word, before = tokens.word(at), tokens.word(at - 1)
    if word in VAGUE_SCALES or word == "scores":
        return _plural_scale(tokens, at)
    if word in ("few", "couple", "pair", "number", "handful"):
        if before != "a" or (word in ("number", "handful", "pair") and tokens.word(at + 1) != "of"):
            return None
        return _counted(tokens, at - 1, at, reach)
    return _counted(tokens, at, at, reach) if before not in ("the", "these", "those", "his", "her") else None


def _plural_scale(tokens: Tokens, at: int) -> VagueNumber | None:
    if tokens.word(at) == "scores":
        return VagueNumber(at, at + 1, Interval(Fraction(40), Fraction(200), True, False)) if _of(tokens, at) else None
    size = VAGUE_SCALES[tokens.word(at)]
    inner = MAGNITUDES.get(tokens.word(at + 2)) if _of(tokens, at) else None
    if tokens.word(at) == "tens" and inner is None:
        return None
    end = at + 3 if inner is not None else at + 1
    whole = Fraction(size * (inner or 1))
    if size == 12:  # dozens
        return VagueNumber(at, end, Interval(2 * whole, whole / 12 * 200, True, False))
    beyond = 10 if size < _NEXT else _NEXT
    return VagueNumber(at, end, Interval(2 * whole, 2 * whole * beyond, True, False))


def _of(tokens: Tokens, at: int) -> bool:
    return tokens.word(at + 1) == "of"


def _counted(tokens: Tokens, start: int, at: int, reach: Reach) -> VagueNumber:
    end = at + 1
    scale_at = end + 1 if _of(tokens, at) else end
    scale_word = tokens.word(scale_at)
    scale = 100 if scale_word == "hundred" else 12 if scale_word == "dozen" else MAGNITUDES.get(scale_word, 1)
    end = scale_at + 1 if scale > 1 else end
    word = tokens.word(at)
    if word in ("couple", "pair"):
        half = Fraction(scale, 2) if scale > 1 else Fraction(0)
        two = Fraction(2 * scale)
        return VagueNumber(start, end, Interval(two - half, two + half) if half else exactly(two))
    if scale > 1:
        return VagueNumber(start, end, Interval(Fraction(reach.several * scale), Fraction(10 * scale), True, False))
    return VagueNumber(start, end, Interval(Fraction(3 if word == "few" else reach.several), None, True, False))
