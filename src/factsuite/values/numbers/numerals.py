"""Numbers written with digits: grouping and decimal marks are read exactly, or not at all.

A comma before groups of three digits groups (1,234,567), as does the Indian form (12,34,567); a single point
is a decimal mark (12.500 is twelve and a half). Marks that fit no English form force another reading where
only one is left (5,00 and 1.234.567,89), else the numeral is unreadable.
"""

import re
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

LONGEST = 40
"""Digits and marks a numeral may have; a longer row of digits is no quantity."""

_ONE = Fraction(1)
_PLAIN = re.compile(r"[0-9]+")
_DECIMAL = re.compile(r"[0-9]*\.[0-9]+")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_INDIAN = re.compile(r"[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"[0-9]{1,3},(?:[0-9]{1,2}|[0-9]{4,})|0,[0-9]+")
_POINT_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]{1,2}")


class Numeral(Struct, frozen=True):
    """A number written with digits: its value, and the size of the last digit written (0.01 in 12.50)."""

    value: Fraction
    step: Fraction


@lru_cache(maxsize=4096)  # each of the forms a number may have begins by reading its numeral
def read_numeral(text: str) -> Numeral | None:
    """Read digits with their marks; None when the marks fit no form."""
    if len(text) > LONGEST:
        return None
    if _PLAIN.fullmatch(text):
        return Numeral(Fraction(int(text)), _ONE)
    if _DECIMAL.fullmatch(text):
        return _decimal(text)
    if _GROUPED.fullmatch(text) or _INDIAN.fullmatch(text):
        return _decimal(text.replace(",", ""))
    if _POINT_GROUPED.fullmatch(text):
        return _decimal(text.replace(".", "").replace(",", "."))
    if _DECIMAL_COMMA.fullmatch(text):
        return _decimal(text.replace(",", "."))
    return None


def is_no_time(numeral: str) -> bool:
    """Tell whether digits before am or pm can be no time of day: 2.125, 0.5."""
    _, point, decimals = numeral.partition(".")
    return bool(point) and len(decimals) != 2


def _decimal(text: str) -> Numeral:
    whole, _, decimals = text.partition(".")
    if not decimals:
        return Numeral(Fraction(int(whole)), _ONE)
    step = Fraction(1, 10 ** len(decimals))
    return Numeral(int((whole or "0") + decimals) * step, step)
