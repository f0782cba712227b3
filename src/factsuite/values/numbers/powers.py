"""Powers: 1.3×10^6, 4.3 × 10−8, 5 × 10²⁴, 1.3e6, 10⁶ and 1.1^23."""

from fractions import Fraction

from factsuite.values.numbers.tokens import Tokens
from factsuite.values.numbers.written_numbers import Form, Number

_LARGEST = 64
_TIMES = frozenset(("×", "x", "·", "∙", "*", "⋅"))
_MINUS = frozenset(("−", "-", "–", "⁻"))
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
POWERS = _TIMES | {"e", "^", "−"}
"""The words and signs after a number, besides superscripts, by which a power may be found."""


def read_power(tokens: Tokens, number: Number) -> Number | None:
    """Return the number that a factor or base goes on to; None if no exponent follows it."""
    at, factor, base = number.end, Fraction(1), number.value
    if tokens.word(at) in _TIMES and tokens.word(at + 1) == "10":
        factor, base, at = number.value, Fraction(10), at + 2
        if not _is_raised(tokens, at) and tokens.word(at) != "^":
            if not tokens.glued(at) and tokens.word(at) not in ("−", "-"):
                return None
            return _raised(tokens, number, factor, base, at)
    elif tokens.word(at) == "e" and tokens.glued(at) and tokens.glued(at + 1):
        return _raised(tokens, number, number.value, Fraction(10), at + 1)
    elif tokens.word(at) == "−" and number.value == 10 and tokens.glued(at):
        return _raised(tokens, number, factor, base, at)
    if tokens.word(at) == "^":
        at += 1
    elif not _is_raised(tokens, at) or base != 10:
        return None
    return _raised(tokens, number, factor, base, at)


def _is_raised(tokens: Tokens, at: int) -> bool:
    """Tell whether a superscript number starts here, against what stands before it."""
    at += tokens.word(at) == "⁻"
    word = tokens.word(at)
    return bool(word) and tokens.glued(at) and word.translate(_RAISED).isascii() and not word.isascii()


def _raised(tokens: Tokens, number: Number, factor: Fraction, base: Fraction, at: int) -> Number | None:
    sign = -1 if tokens.word(at) in _MINUS else 1
    at += sign < 0 or tokens.word(at) == "+"
    exponent = tokens.word(at).translate(_RAISED)
    if not (exponent.isascii() and exponent.isdigit() and len(exponent) <= 2) or int(exponent) > _LARGEST:
        return None
    power = base ** (sign * int(exponent)) if base else Fraction(0)
    step = number.step * power if factor != 1 else Fraction(0)
    return Number(factor * power, at + 1, Form.DIGITS, step, True)
