"""Parts of a whole: 3/4, two thirds, two and a half, one in five, 9 out of 10."""

from fractions import Fraction

from factsuite.values.numbers.cardinals import DASHES, Cardinal, read_cardinal
from factsuite.values.numbers.number_words import DENOMINATORS, MAGNITUDES, ORDINALS, SMALL, VULGAR
from factsuite.values.numbers.numerals import read_numeral
from factsuite.values.numbers.tokens import Tokens
from factsuite.values.numbers.units import TIME_WORDS
from factsuite.values.numbers.written_numbers import Form, Number

_NO_WHOLES = frozenset(("%", "percent", "-", "–", ":", "/", "per", "to"))
_WRITTEN_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 64, 100, 1000))


def read_digit_fraction(tokens: Tokens, start: int, number: Number) -> Number | None:
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


def read_odds(tokens: Tokens, count: Cardinal) -> Number | None:
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
    if following in _NO_WHOLES or following in TIME_WORDS or (tokens.glued(whole.end) and following[:1].isalnum()):
        return False
    if word == "over":
        return not following[:1].isalnum()
    is_year = len(tokens.word(whole.end - 1)) == 4 and tokens.word(whole.end - 1).isdigit()
    return not is_year and (count.value == 1 or whole.value in (3, 4, 5, 10, 100, 1000))


def read_parts(tokens: Tokens, count: Cardinal) -> Number | None:
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


def read_mixed(tokens: Tokens, whole: Cardinal) -> Number | None:
    """Read two and a half, two-and-a-half million, three and one fourth, one million and a half."""
    at = whole.end + 1 if tokens.word(whole.end) in DASHES else whole.end
    if tokens.word(at) != "and":
        return None
    at += 1
    at += tokens.word(at) in DASHES
    if tokens.word(at) == "half":
        part, end, unit = Fraction(1, 2), at + 1, Fraction(1)
    elif tokens.word(at) in ("a", "one"):
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
