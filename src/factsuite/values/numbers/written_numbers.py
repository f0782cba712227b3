"""How a number is written, and what it comes to."""

from enum import Enum
from fractions import Fraction

from msgspec import Struct


class Form(Enum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    FRACTION = "fraction"
    ORDINAL = "ordinal"


class Number(Struct, frozen=True):
    """A number, where its tokens end, and the size of its last place if it is a rounded one (else zero)."""

    value: Fraction
    end: int
    form: Form
    step: Fraction = Fraction(0)
    is_scaled: bool = False
