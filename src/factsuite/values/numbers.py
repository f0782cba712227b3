"""Numbers of every written form: digits, words, fractions, powers, ordinals, dozens."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from factsuite.values.cardinals import DASHES, Cardinal, is_numeral, read_cardinal
from factsuite.values.number_words import (
    ABBREVIATED,
    DENOMINATORS,
    DOZENS,
    MAGNITUDES,
    MONEY_ABBREVIATED,
    ORDINALS,
    SMALL,
    VULGAR,
)
from factsuite.values.numerals import read_numeral
from factsuite.values.tokens import Tokens
from factsuite.values.units import TIME_WORDS

_LARGEST_POWER = 64
_NO_WHOLES = frozenset(("%", "percent", "-", "–", ":", "/", "per", "to"))
_SPACES = frozenset(" \u00a0\u2009\u202f")
_WRITTEN_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 64, 100, 1000))


class Form(Enum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    FRACTION = "fraction"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Number:
    """A number, where its tokens end, and the size of its last place if it is a rounded one (else zero)."""

    value: Fraction
    end: int
    form: Form
    step: Fraction = Fraction(0)
    is_scaled: bool = False


def read_number(tokens: Tokens, start: int, is_money: bool = False) -> Number | None:
    """Read the number that starts at a token; None when none does or its form is not understood."""
    word = tokens.word(start)
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
    grouped = _grouped_by_spaces(tokens, start)
    if grouped is not None:
        return _scaled(tokens, grouped, is_money)
    numeral = read_numeral(tokens.word(start))
    if numeral is None:
        return None
    step = numeral.step if numeral.step < 1 else Fraction(0)
    number = Number(numeral.value, start + 1, Form.DIGITS, step)
    special = (
        _power(tokens, number) or _digit_fraction(tokens, start, number) or _digit_ordinal(tokens, number)
    )
    if special is not None:
        return special if special.form is Form.ORDINAL else _scaled(tokens, special, is_money)
    cardinal = read_cardinal(tokens, start)
    if cardinal is not None and cardinal.end > start + 1:
        return _from_words(tokens, start, cardinal)
    odds = None if cardinal is None or is_money else _odds(tokens, cardinal)
    if odds is not None:
        return odds
    return _dozens(tokens, _scaled(tokens, number, is_money))


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
    scale = MAGNITUDES.get(word) or (
        ABBREVIATED.get(word) if written != "K" and (touches or word != "k") else None
    )
    if scale is None and is_money and touches:
        scale = MONEY_ABBREVIATED.get(written)
    if (
        scale is None
        and not is_money
        and touches
        and written in ("MM", "K")
        and number.value.denominator == 1
    ):
        scale = {"MM": 10**6, "K": 10**3}[written]
    if scale is None:
        return number
    step = (number.step or Fraction(1)) * scale
    return Number(number.value * scale, at + 1, number.form, step, True)


def _dozens(tokens: Tokens, number: Number) -> Number:
    size = DOZENS.get(tokens.word(number.end))
    return number if size is None else Number(number.value * size, number.end + 1, Form.WORDS)


def _power(tokens: Tokens, number: Number) -> Number | None:
    """Read 1.3×10^6, 4.3 × 10−8, 1.3e6 and 1.1^23."""
    at = number.end
    base = number.value
    factor = Fraction(1)
    if tokens.word(at) in ("×", "x", "·", "∙", "*") and tokens.word(at + 1) == "10":
        factor, base, at = number.value, Fraction(10), at + 2
        if tokens.word(at) == "^":
            at += 1
        elif not tokens.glued(at) and tokens.word(at) not in ("−", "-"):
            return None
    elif tokens.word(at) == "e" and tokens.glued(at) and tokens.glued(at + 1):
        factor, base, at = number.value, Fraction(10), at + 1
    elif tokens.word(at) == "^":
        at += 1
    elif number.value == 10 and tokens.word(at) == "−" and tokens.glued(at):
        pass
    else:
        return None
    sign = -1 if tokens.word(at) in ("−", "-", "–") else 1
    at += tokens.word(at) in ("−", "-", "–", "+")
    exponent = tokens.word(at)
    if (
        not (exponent.isascii() and exponent.isdigit() and len(exponent) <= 2)
        or int(exponent) > _LARGEST_POWER
    ):
        return None
    power = base ** (sign * int(exponent)) if base else Fraction(0)
    return Number(
        factor * power, at + 1, Form.DIGITS, number.step * power if factor != 1 else Fraction(0), True
    )


def _digit_fraction(tokens: Tokens, start: int, number: Number) -> Number | None:
    """Read 3/4, 1 / 2, 2 1/4, 2½ and 1/100th."""
    if "," in tokens.word(start):
        return None
    at = number.end
    if tokens.word(at) in VULGAR:
        return Number(number.value + VULGAR[tokens.word(at)], at + 1, Form.DIGITS)
    simple = _ratio(tokens, start)
    if simple is not None:
        return simple
    part = _ratio(tokens, at, is_part=True) if not tokens.glued(at) else None
    if part is not None and part.value < 1:
        return Number(number.value + part.value, part.end, Form.DIGITS)
    return None


def _ratio(tokens: Tokens, start: int, is_part: bool = False) -> Number | None:
    above, below = tokens.word(start), tokens.word(start + 2)
    if tokens.word(start + 1) not in ("/", "⁄") or not below.isdigit():
        return None
    if "." in above and below in ("5", "10", "100"):
        score = read_numeral(above)
        is_score = score is not None and score.value <= int(below)
        return Number(score.value / int(below), start + 3, Form.FRACTION) if score and is_score else None
    if not above.isdigit():
        return None
    if not (above.isascii() and below.isascii() and len(above) <= 4 and len(below) <= 4):
        return None
    if (tokens.word(start + 3) in ("/", "-") and tokens.glued(start + 3)) or tokens.word(start - 1) == "/":
        return None
    if above.startswith("0") or below.startswith("0") or int(above) >= 10 * int(below):
        return None
    if not is_part and int(below) not in _WRITTEN_DENOMINATORS:
        return None
    end = start + 3
    if tokens.word(end) in ("th", "rd", "ths") and tokens.glued(end):
        end += 1
    return Number(Fraction(int(above), int(below)), end, Form.FRACTION)


def _digit_ordinal(tokens: Tokens, number: Number) -> Number | None:
    is_plain = number.value.denominator == 1 and "." not in tokens.word(number.end - 1)
    if is_plain and tokens.word(number.end) in ("st", "nd", "rd", "th") and tokens.glued(number.end):
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
        if after in DOZENS:
            return Number(Fraction(12), start + 2, Form.WORDS)
        cardinal = read_cardinal(tokens, start + 1) if after == "hundred" or after in MAGNITUDES else None
        return None if cardinal is None else _from_words(tokens, start, cardinal)
    return _part_of_magnitude(tokens, start)


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
        _odds(tokens, cardinal)
        or _parts(tokens, cardinal)
        or _mixed(tokens, cardinal)
        or _point(tokens, cardinal)
    )
    if parts is not None:
        return parts
    rank = _rank(tokens, cardinal) if form is Form.WORDS else None
    if rank is not None:
        return rank
    plain = Number(cardinal.value, cardinal.end, form, cardinal.step, cardinal.step != 0)
    return _dozens(tokens, _scaled(tokens, plain, False) if form is Form.DIGITS else plain)


def _odds(tokens: Tokens, count: Cardinal) -> Number | None:
    """Read one in five, 9 out of 10, one over three: a share of the whole."""
    word, at = tokens.word(count.end), count.end + 1
    if word == "out" and tokens.word(at) == "of":
        at += 1
    elif word not in ("in", "over"):
        return None
    whole = read_cardinal(tokens, at)
    if whole is None or not _is_share(tokens, word, count, whole):
        return None
    return Number(count.value / whole.value, whole.end, Form.FRACTION)


def _is_share(tokens: Tokens, word: str, count: Cardinal, whole: Cardinal) -> bool:
    is_below = 0 < count.value < whole.value
    if word == "over" and 0 < whole.value <= 10:
        is_below = count.value > 0
    if not is_below or (word != "out" and count.value.denominator * whole.value.denominator != 1):
        return False
    following = tokens.word(whole.end)
    if word == "out":
        return True
    if (
        following in _NO_WHOLES
        or following in TIME_WORDS
        or (tokens.glued(whole.end) and following[:1].isalnum())
    ):
        return False
    if word == "over":
        return not following[:1].isalnum()
    is_year = len(tokens.word(whole.end - 1)) == 4 and tokens.word(whole.end - 1).isdigit()
    return not is_year and (count.value == 1 or whole.value in (3, 4, 5, 10, 100, 1000))


def _parts(tokens: Tokens, count: Cardinal) -> Number | None:
    """Read three fifths, one-eighth, two hundred and fifty-four hundredths, three quarters of a million."""
    below = _denominator(tokens, count.end, is_one=count.value == 1)
    if below is None:
        return None
    size, end = below
    if count.joined_at:
        tail = read_cardinal(tokens, count.joined_at + 1)
        if tail is not None and tail.end == count.end:
            return Number(count.value - tail.value + tail.value / size, end, Form.WORDS)
    value = count.value / size
    if tokens.word(end) in MAGNITUDES or (tokens.word(end) == "of" and tokens.word(end + 2) in MAGNITUDES):
        at = end if tokens.word(end) in MAGNITUDES else end + 2
        return Number(value * MAGNITUDES[tokens.word(at)], at + 1, Form.WORDS, Fraction(0), True)
    return Number(value, end, Form.FRACTION)


def _denominator(tokens: Tokens, start: int, is_one: bool) -> tuple[int, int] | None:
    at = start + 1 if tokens.word(start) in DASHES else start
    word = tokens.word(at)
    if word == "quarters" and tokens.word(start - 1) != "three":  # two quarters are half a year
        return None
    if word in DENOMINATORS and (word.endswith("s") or is_one):
        return DENOMINATORS[word], at + 1
    tens = SMALL.get(word, 0)
    if tens >= 20:
        after = at + 2 if tokens.word(at + 1) in DASHES else at + 1
        ones = tokens.word(after)
        if ones.endswith("s") and ORDINALS.get(ones[:-1], 99) < 10:
            return tens + ORDINALS[ones[:-1]], after + 1
    return None


def _mixed(tokens: Tokens, whole: Cardinal) -> Number | None:
    """Read two and a half, two-and-a-half, three and one fourth, one million and a half, 2 and a half million."""
    at = whole.end + 1 if tokens.word(whole.end) in DASHES else whole.end
    if tokens.word(at) != "and":
        return None
    at += 1
    at += tokens.word(at) in DASHES
    if tokens.word(at) in ("a", "one"):
        after = at + 2 if tokens.word(at + 1) in DASHES else at + 1
        below = DENOMINATORS.get(tokens.word(after))
        if below is None or tokens.word(after).endswith("s"):
            return None
        part, end = Fraction(1, below), after + 1
        unit = whole.scale if tokens.word(at) == "a" else Fraction(1)
    else:
        count = read_cardinal(tokens, at)
        size = None if count is None else _denominator(tokens, count.end, is_one=False)
        if count is None or size is None:
            return None
        part, end, unit = count.value / size[0], size[1], Fraction(1)
    if part >= 1:
        return None
    number = Number(whole.value + part * unit, end, Form.WORDS, Fraction(0))
    scale = MAGNITUDES.get(tokens.word(end + 1 if tokens.word(end) in DASHES else end))
    if scale is None or whole.scale != 1:
        return number
    end += 2 if tokens.word(end) in DASHES else 1
    return Number(number.value * scale, end, Form.WORDS, Fraction(scale, 10), True)


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
