"""Whole numbers in words, or in digits and words: three hundred and five, 2.5 million."""

from fractions import Fraction

from msgspec import Struct

from factsuite.values.numbers.number_words import HUNDRED, MAGNITUDES, SCALE_FROM, SMALL
from factsuite.values.numbers.numerals import Numeral, read_numeral
from factsuite.values.numbers.tokens import Tokens

DASHES = frozenset("-‐‑–")


class Cardinal(Struct, frozen=True):
    """A number read from some tokens, and the size of the last place written when it is a rounded one."""

    value: Fraction
    end: int
    step: Fraction = Fraction(0)
    joined_at: int = 0
    """The index of its last *and*: before the parts of a whole, the number divides there."""
    scale: Fraction = Fraction(1)
    """The last magnitude it names."""


def is_numeral(word: str) -> bool:
    """Tell whether a token is written with ASCII digits."""
    return "0" <= word[-1:] <= "9"


def read_cardinal(tokens: Tokens, start: int) -> Cardinal | None:
    """Read the longest whole number, or decimal with its magnitude, that starts at a token."""
    chunk = _below_thousand(tokens, start)
    if chunk is None:
        return None
    chunk = _with_magnitudes(tokens, chunk)
    whole = chunk
    while chunk.scale >= 1000 and whole.value.denominator == 1:
        after, joined = _after_joint(tokens, whole.end)
        following = _below_thousand(tokens, after)
        if following is None or following.step not in (0, 1) or following.value == 0:
            break
        chunk = _with_magnitudes(tokens, following)
        if chunk.value >= whole.scale:
            break
        last_joint = chunk.joined_at or (after - 1 if joined else whole.joined_at)
        whole = Cardinal(whole.value + chunk.value, chunk.end, Fraction(0), last_joint, chunk.scale)
    return whole


def _below_thousand(tokens: Tokens, start: int) -> Cardinal | None:
    word = tokens.word(start)
    if is_numeral(word):
        numeral = read_numeral(word)
        return None if numeral is None else _hundreds(tokens, _from_numeral(numeral, start + 1))
    if word == "hundred" or (word in MAGNITUDES and not word.endswith("s")):
        lone = Cardinal(Fraction(1), start)
        return _hundreds(tokens, lone) if word == "hundred" else lone
    small = _below_hundred(tokens, start)
    return None if small is None else _hundreds(tokens, small)


def _from_numeral(numeral: Numeral, end: int) -> Cardinal:
    return Cardinal(numeral.value, end, numeral.step)


def _below_hundred(tokens: Tokens, start: int) -> Cardinal | None:
    first = SMALL.get(tokens.word(start))
    if first is None:
        return None
    if first < 20:
        return Cardinal(Fraction(first), start + 1)
    after = start + 2 if tokens.word(start + 1) in DASHES else start + 1
    ones = SMALL.get(tokens.word(after), 0)
    if 0 < ones < 10:
        return Cardinal(Fraction(first + ones), after + 1)
    return Cardinal(Fraction(first), start + 1)


def _hundreds(tokens: Tokens, count: Cardinal) -> Cardinal:
    at = count.end + 1 if tokens.word(count.end) in DASHES else count.end
    if tokens.word(at) not in ("hundred", "hundreds") or count.value >= HUNDRED:
        return count
    value = count.value * HUNDRED
    after, joined = _after_joint(tokens, at + 1)
    rest = _digits_below_hundred(tokens, after) or _below_hundred(tokens, after)
    if rest is None or rest.value == 0 or tokens.word(rest.end) == "hundred":
        return Cardinal(value, at + 1, Fraction(0), 0, Fraction(HUNDRED))
    return Cardinal(value + rest.value, rest.end, Fraction(0), after - 1 if joined else 0)


def _digits_below_hundred(tokens: Tokens, start: int) -> Cardinal | None:
    word = tokens.word(start)
    if len(word) <= 2 and word.isascii() and word.isdigit():
        return Cardinal(Fraction(int(word)), start + 1)
    return None


def _with_magnitudes(tokens: Tokens, count: Cardinal) -> Cardinal:
    scale, end = 1, count.end
    while True:
        at = end + 1 if tokens.word(end) in DASHES else end
        magnitude = MAGNITUDES.get(tokens.word(at))
        if magnitude is None or scale * magnitude > 10**21:
            break
        scale, end = scale * magnitude, at + 1
    if scale == 1:
        return count
    is_rounded = scale >= SCALE_FROM or count.step not in (0, 1)
    step = (count.step or Fraction(1)) * scale if is_rounded else Fraction(0)
    return Cardinal(count.value * scale, end, step, count.joined_at, Fraction(scale))


def _after_joint(tokens: Tokens, at: int) -> tuple[int, bool]:
    """Skip the hyphens and the *and* between two parts of a number."""
    after = at + 1 if tokens.word(at) in DASHES else at
    if tokens.word(after) != "and":
        return after, False
    after += 1
    return (after + 1 if tokens.word(after) in DASHES else after), True
