"""Numbers of every written form: digits, words, fractions, powers, ordinals, dozens."""

from fractions import Fraction

from factsuite.values.numbers.cardinals import DASHES, Cardinal, is_numeral, read_cardinal
from factsuite.values.numbers.fractional_numbers import read_digit_fraction, read_mixed, read_odds, read_parts
from factsuite.values.numbers.money import SINGLE
from factsuite.values.numbers.nouns import STOPS
from factsuite.values.numbers.number_words import (
    ABBREVIATED,
    COUNTED_BY_MILLIONS,
    DENOMINATORS,
    DOZENS,
    MAGNITUDES,
    MONEY_ABBREVIATED,
    ORDINALS,
    SCALE_FROM,
    SMALL,
    VULGAR,
)
from factsuite.values.numbers.numerals import Numeral, read_numeral
from factsuite.values.numbers.powers import POWERS, read_power
from factsuite.values.numbers.tokens import Tokens
from factsuite.values.numbers.written_numbers import Form, Number

_SPACES = frozenset(" \u00a0\u2009\u202f")
_NO_STEP = Fraction(0)
_RANKS = ("st", "nd", "rd", "th")
GOES_ON = frozenset(
    (*VULGAR, *MAGNITUDES, *ABBREVIATED, *map(str.lower, MONEY_ABBREVIATED), *DOZENS, *DASHES, *POWERS, *_RANKS)
) | {"hundred", "hundreds", "/", "out", "in", "over"}
"""The words and ASCII signs after its first digits by which a number goes on: *3 million*, *3/4*, *3 in 5*."""
STARTS = frozenset((*SMALL, *MAGNITUDES, *ORDINALS, *VULGAR)) | {"a", "an", "half", "quarter", "hundred"}
"""The words, besides numerals, by which a number begins."""
_AFTER_MAGNITUDE = GOES_ON | SMALL.keys() | DENOMINATORS.keys() | {"and", "of", "point"}
"""The words and ASCII signs by which a number goes on after a magnitude: *3 million and a half*."""


def read_number(tokens: Tokens, start: int, is_money: bool = False) -> Number | None:
    """Read the number that starts at a token; None when none does or its form is not understood."""
    word = tokens.edged[start]
    if is_numeral(word):
        return _from_digits(tokens, start, is_money)
    if word in VULGAR:
        return _dozens(tokens, Number(VULGAR[word], start + 1, Form.FRACTION))
    if word in ("a", "an", "half", "quarter"):
        return _from_article(tokens, start)
    if word in ORDINALS:
        return Number(Fraction(ORDINALS[word]), start + 1, Form.ORDINAL)
    cardinal = read_cardinal(tokens, start)
    return None if cardinal is None else _from_words(tokens, start, cardinal)


def _from_digits(tokens: Tokens, start: int, is_money: bool) -> Number | None:
    numeral = read_numeral(tokens.edged[start])
    if numeral is None:
        return None
    following = tokens.edged[start + 1]
    scale = MAGNITUDES.get(following)
    if scale is not None and _ends_with_magnitude(tokens.edged[start + 2]):
        return _times(numeral, scale, start + 2)
    is_whole = following.isascii() and following not in GOES_ON and not is_numeral(following)
    grouped = None if is_whole else _grouped_by_spaces(tokens, start)
    if grouped is not None:
        return _scaled(tokens, grouped, is_money)
    step = _NO_STEP if numeral.step == 1 else numeral.step
    number = Number(numeral.value, start + 1, Form.DIGITS, step)
    if is_whole:
        return number
    special = read_power(tokens, number) or read_digit_fraction(tokens, start, number) or _digit_ordinal(tokens, number)
    if special is not None:
        return special if special.form is Form.ORDINAL else _scaled(tokens, special, is_money)
    cardinal = read_cardinal(tokens, start)
    if cardinal is not None and cardinal.end > start + 1:
        return _from_words(tokens, start, cardinal)
    odds = None if cardinal is None or is_money else read_odds(tokens, cardinal)
    if odds is not None:
        return odds
    return _dozens(tokens, _scaled(tokens, number, is_money))


def _ends_with_magnitude(following: str) -> bool:
    """Tell whether the word after *3 million* is none by which it could go on."""
    return following.isascii() and following not in _AFTER_MAGNITUDE and not is_numeral(following)


def _times(numeral: Numeral, scale: int, end: int) -> Number:
    step = numeral.step
    is_rounded = scale >= SCALE_FROM or step != 1
    value = Fraction(numeral.value.numerator * scale, numeral.value.denominator)
    if not is_rounded:
        return Number(value, end, Form.DIGITS)
    return Number(value, end, Form.DIGITS, Fraction(step.numerator * scale, step.denominator), True)


def _grouped_by_spaces(tokens: Tokens, start: int) -> Number | None:
    word = tokens.word(start)
    if not (word.isascii() and word.isdigit() and len(word) <= 3 and word[0] != "0"):
        return None
    digits, end = word, start + 1
    while end - start < 8 and tokens.gap(end) in _SPACES:
        group, _, decimals = tokens.word(end).partition(".")
        if len(group) != 3 or not group.isdigit() or not group.isascii():
            break
        digits, end = digits + group, end + 1
        if decimals:
            numeral = read_numeral(f"{digits}.{decimals}")
            return None if numeral is None else Number(numeral.value, end, Form.DIGITS, numeral.step)
    return None if end == start + 1 else Number(Fraction(int(digits)), end, Form.DIGITS)


def _scaled(tokens: Tokens, number: Number, is_money: bool) -> Number:
    at = number.end
    written, word = tokens.written(at), tokens.word(at)
    touches = tokens.glued(at)
    scale = MAGNITUDES.get(word) or (ABBREVIATED.get(word) if written != "K" and (touches or word != "k") else None)
    if scale is None and touches and word == "m" and _is_million(tokens, at):
        scale = 10**6
    if scale is None and is_money and touches:
        scale = MONEY_ABBREVIATED.get(written)
    if scale is None and not is_money and touches and written in ("MM", "K") and number.value.denominator == 1:
        scale = {"MM": 10**6, "K": 10**3}[written]
    if scale is None:
        return number
    step = (number.step or Fraction(1)) * scale
    return Number(number.value * scale, at + 1, number.form, step, True)


def _is_million(tokens: Tokens, at: int) -> bool:
    """Tell whether an m against a number is of millions, not of metres: 1.5m people, a population of 3m."""
    return tokens.word(at + 1) in COUNTED_BY_MILLIONS or any(
        tokens.word(at - back) in ("population", "populations", "audience", "turnout") for back in range(2, 6)
    )


def _dozens(tokens: Tokens, number: Number) -> Number:
    size = DOZENS.get(tokens.word(number.end))
    return number if size is None else Number(number.value * size, number.end + 1, Form.WORDS)


def _digit_ordinal(tokens: Tokens, number: Number) -> Number | None:
    is_plain = number.value.denominator == 1 and "." not in tokens.word(number.end - 1)
    if is_plain and tokens.word(number.end) in _RANKS and tokens.glued(number.end):
        return Number(number.value, number.end + 1, Form.ORDINAL)
    return None


def _from_article(tokens: Tokens, start: int) -> Number | None:
    """Read a hundred, half a million, a half, a third, a quarter of a million, a dozen."""
    word, after = tokens.word(start), tokens.word(start + 1)
    if word in ("a", "an"):
        if after in ("half", "quarter") and tokens.word(start + 2) in MAGNITUDES:
            return _part_of_magnitude(tokens, start + 1)
        if after in DENOMINATORS and not after.endswith(("s", "ves")):
            return Number(Fraction(1, DENOMINATORS[after]), start + 2, Form.FRACTION)
        if (after in SINGLE and _is_last(tokens, start + 2)) or (
            after == "percentage" and tokens.word(start + 2) == "point"
        ):
            return Number(Fraction(1), start + 1, Form.WORDS)
        if after in DOZENS:
            return Number(Fraction(12), start + 2, Form.WORDS)
        cardinal = read_cardinal(tokens, start + 1) if after == "hundred" or after in MAGNITUDES else None
        return None if cardinal is None else _from_words(tokens, start, cardinal)
    return _part_of_magnitude(tokens, start)


def _is_last(tokens: Tokens, at: int) -> bool:
    """Tell whether a noun phrase ends before a token, so that what stands there is no further noun of it."""
    return (not tokens.word(at)[:1].isalnum() and tokens.word(at) != "-") or tokens.word(at) in STOPS


def _part_of_magnitude(tokens: Tokens, start: int) -> Number | None:
    part = Fraction(1, DENOMINATORS[tokens.word(start)])
    at = start + 1
    at += tokens.word(at) in DASHES
    at += tokens.word(at) == "of"
    at += tokens.word(at) in ("a", "an")
    if tokens.word(at) in DOZENS:
        return Number(12 * part, at + 1, Form.WORDS)
    if tokens.word(at) in MAGNITUDES:
        scale = MAGNITUDES[tokens.word(at)]
        return Number(scale * part, at + 1, Form.WORDS, Fraction(scale, 10), True)
    return Number(part, start + 1, Form.FRACTION)


def _from_words(tokens: Tokens, start: int, cardinal: Cardinal) -> Number | None:
    form = Form.DIGITS if is_numeral(tokens.word(start)) else Form.WORDS
    parts = (
        read_odds(tokens, cardinal)
        or read_parts(tokens, cardinal)
        or read_mixed(tokens, cardinal)
        or _point(tokens, cardinal)
    )
    if parts is not None:
        return parts
    rank = _rank(tokens, cardinal) if form is Form.WORDS else None
    if rank is not None:
        return rank
    plain = Number(cardinal.value, cardinal.end, form, cardinal.step, cardinal.step != 0)
    return _dozens(tokens, _scaled(tokens, plain, False) if form is Form.DIGITS else plain)


def _point(tokens: Tokens, whole: Cardinal) -> Number | None:
    """Read five point five."""
    if tokens.word(whole.end) != "point":
        return None
    digits, at = "", whole.end + 1
    while SMALL.get(tokens.word(at), 10) < 10 and len(digits) < 12:
        digits, at = digits + str(SMALL[tokens.word(at)]), at + 1
    if not digits:
        return None
    step = Fraction(1, 10 ** len(digits))
    scale = MAGNITUDES.get(tokens.word(at), 1)
    end = at + 1 if scale != 1 else at
    return Number((whole.value + int(digits) * step) * scale, end, Form.WORDS, step * scale, scale != 1)


def _rank(tokens: Tokens, count: Cardinal) -> Number | None:
    """Read twenty-fifth, one hundred twenty fifth, two hundredth."""
    if count.step:
        return None
    at = count.end + 1 if tokens.word(count.end) in DASHES else count.end
    if tokens.word(at) == "and" and count.value % 100 == 0:
        at += 1
    last = ORDINALS.get(tokens.word(at))
    if last is None or (tokens.word(at) == "second" and count.value < 20):
        return None
    if last >= 100:
        return Number(count.value * last, at + 1, Form.ORDINAL)
    fits = count.value % 100 == 0 or (last < 10 and count.value % 10 == 0 and count.value % 100 >= 20)
    return Number(count.value + last, at + 1, Form.ORDINAL) if fits and count.value > 0 else None
