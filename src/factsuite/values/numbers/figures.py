"""One figure: a number with its sign, its currency or unit, and its tolerance: −0.42, US$1.2bn."""

from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from factsuite.values.numbers.cardinals import is_numeral
from factsuite.values.numbers.hedge_phrases import hedge_after
from factsuite.values.numbers.hedges import AFTER, Reach
from factsuite.values.numbers.intervals import Interval, exactly
from factsuite.values.numbers.money import CODES, CODES_IN_MILLIONS, DOLLARS, NAMES, SIGNS, code, in_millions
from factsuite.values.numbers.numbers import read_number
from factsuite.values.numbers.tokens import Tokens
from factsuite.values.numbers.unit_phrases import STARTS as UNIT_STARTS
from factsuite.values.numbers.unit_phrases import UnitPhrase, read_unit
from factsuite.values.numbers.units import PERCENT, PLAIN, Dimension, Unit
from factsuite.values.numbers.written_numbers import Form, Number

_SIGNS = frozenset("-−")
_TOLERANCES = frozenset(("±", "+"))
_SIGNED_BY = _SIGNS | {"minus", "negative"}
_BEFORE_OWED = frozenset(("is", "was", "are", "were", "of", "at", "=", ":"))
_LOSSES = frozenset(("loss", "losses", "deficit", "deficits", "shortfall", "outflow", "outflows", "debt", "debts"))
_FARTHEST_LOSS = 10
_PREFIXED = frozenset(("dollar", "sen", "rmb", "rs"))
_CURRENCY_WORDS = NAMES.keys() & ({name.lower() for name in CODES} | _PREFIXED)
_CURRENCY_ENDS = _CURRENCY_WORDS | SIGNS.keys() | _SIGNS | {"."}
"""What can stand last before a figure where its currency does: *USD 5*, *$5*, *$-5*, *Rs. 5*."""
MORE_BEFORE = _CURRENCY_ENDS | _SIGNED_BY | {"("}
"""The words and signs that make more of a number after them than a bare one."""
MORE_AFTER = UNIT_STARTS | AFTER.keys() | CODES_IN_MILLIONS | {"±", "+", "-", "of", "a", "an"}
"""The words and ASCII signs that make more of a number before them than a bare one."""


class Figure(Struct, frozen=True):
    """A figure as written: tokens from start to end, its value in its unit, and all that rounds to it."""

    start: int
    end: int
    number: Number
    point: Interval
    reach: Interval
    unit: Unit
    per: str
    number_start: int
    number_end: int

    @property
    def has_unit(self) -> bool:
        """Tell whether a unit was written."""
        return self.unit is not PLAIN


def read_figure(tokens: Tokens, at: int, reach: Reach) -> Figure | None:
    """Read the figure whose number starts at a token, with what stands before it, or None."""
    start, currency, opened, sign = at, None, False, 1
    is_alone = tokens.edged[at - 1] not in MORE_BEFORE
    if not is_alone:
        opened = tokens.edged[at - 1] == "(" and tokens.edged[at - 2] in SIGNS and tokens.glued(at - 1)
        start, currency = currency_before(tokens, at - 1 if opened else at)  # $(1,200)
    number = read_number(tokens, at, is_money=currency is not None)
    if number is None:
        return None
    if not is_alone:
        start, sign = _sign_before(tokens, start, at)
    tolerance, unit, per, end = None, currency or PLAIN, "", number.end
    following = tokens.edged[end]
    if following in MORE_AFTER or not following.isascii():
        if following in _TOLERANCES and number.form is not Form.ORDINAL:
            tolerance, end = _tolerance(tokens, end)
        if currency is None:
            number, found = _with_unit(tokens, at, number, end)
            if found is not None:
                unit, per, end = found.unit, found.per, found.end
        elif tokens.edged[end] in NAMES and not tokens.glued(end):
            end += NAMES[tokens.edged[end]].name == currency.name
    if unit.dimension is Dimension.TEMPERATURE and tokens.edged[start - 1] == "-" and not tokens.glued(start - 1):
        start, sign = start - 1, -1
    if opened:
        if tokens.edged[end] != ")":
            return None
        sign, end = -sign, end + 1
    elif currency is not None and sign == 1 and _is_owed(tokens, start, end):
        start, sign, end = start - 1, -1, end + 1
    value, half = (number.value if sign == 1 else -number.value), number.step
    if number.form is Form.FRACTION and unit is PLAIN:
        unit, value, half = PERCENT, value * 100, Fraction(1)
    if unit is not PLAIN and unit.factor != 1:
        value, half = value * unit.factor, half * unit.factor
    point = around = exactly(value)
    if tolerance is not None:
        margin = tolerance * unit.factor
        around = Interval(value - margin, value + margin)
    elif half and reach.rounding:
        around = _rounding(point, value, half, reach)
    return Figure(start, end, number, point, around, unit, per, start if currency is None else at, number.end)


def _rounding(point: Interval, value: Fraction, step: Fraction, reach: Reach) -> Interval:
    """Return all that rounds to a value whose last place is a step, no farther than half of what *about* allows.

    Whole numbers are reckoned with: each operation on a `Fraction` would be as dear as all of these.
    """
    above, below, about = value.numerator, value.denominator, reach.about
    rounded, of = step.numerator, step.denominator
    if rounded * below * about.denominator > abs(above) * about.numerator * of:
        rounded, of = abs(above) * about.numerator, below * about.denominator
    if not rounded:
        return point
    middle, half, whole = 2 * above * of, rounded * below, 2 * below * of
    return Interval(Fraction(middle - half, whole), Fraction(middle + half, whole), True, False)


def currency_before(tokens: Tokens, at: int) -> tuple[int, Unit | None]:
    """Return the currency written before a token, and where it starts: US$, £, usd."""
    before = tokens.edged[at - 1]
    if before not in _CURRENCY_ENDS:
        return at, None
    if before == "." and tokens.edged[at - 2] == "rs":
        return at - 2, code("INR")
    if before in _SIGNS and tokens.edged[at - 2] in SIGNS:  # $-5
        before, at = tokens.edged[at - 2], at - 1
    if before in SIGNS:
        prefix = tokens.edged[at - 2]
        if before == "$" and prefix in DOLLARS and (tokens.glued(at - 1) or len(prefix) > 1):
            return at - 2, code(DOLLARS[prefix])
        if before == "$" and prefix in ("c", "hk") and not tokens.glued(at - 1):
            return at - 2, code(DOLLARS[prefix])
        return at - 1, code(SIGNS[before])
    if before in _CURRENCY_WORDS and not is_numeral(tokens.edged[at - 2]):
        return at - 1, NAMES[before]
    return at, None


def _sign_before(tokens: Tokens, start: int, at: int) -> tuple[int, int]:
    """Return where the figure starts and its sign."""
    if start != at and tokens.edged[at - 1] in _SIGNS:
        return start, -1
    before = tokens.edged[start - 1]
    if before not in _SIGNED_BY:
        return start, 1
    if before in ("minus", "negative"):
        return start - 1, -1
    if (before in _SIGNS and not tokens.glued(start - 1)) or before == "−":
        if tokens.glued(start) or start == 1 or before == "−":
            return start - 1, -1
        return start, 1
    if before in _SIGNS and tokens.glued(start) and tokens.edged[start - 2] in ("(", "<", ">", "=", "~", "∼", "≈", ","):
        return start - 1, -1
    return start, 1


def _is_owed(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether brackets make a sum negative, as accounts write it: income was ($3,000).

    Elsewhere a sum in brackets explains what stands before it. After words of loss it says how large that is.
    """
    if tokens.word(start - 1) != "(" or tokens.word(end) != ")" or tokens.word(start - 2) not in _BEFORE_OWED:
        return False
    return not any(tokens.word(start - back) in _LOSSES for back in range(3, _FARTHEST_LOSS))


def _tolerance(tokens: Tokens, end: int) -> tuple[Fraction | None, int]:
    if tokens.word(end) == "±":
        at = end + 1
    elif tokens.word(end) == "+" and tokens.word(end + 1) == "/" and tokens.word(end + 2) in _SIGNS:
        at = end + 3
    else:
        return None, end
    margin = read_number(tokens, at) if is_numeral(tokens.word(at)) else None
    return (None, end) if margin is None else (margin.value, margin.end)


def _with_unit(tokens: Tokens, at: int, number: Number, end: int) -> tuple[Number, UnitPhrase | None]:
    """Return a number and its unit; in a currency written with an M, the number is of millions."""
    found = _unit_after(tokens, at, number, end)
    if found is not None:
        return number, found
    hedge = hedge_after(tokens, end)
    if hedge is not None:  # three-plus years
        found = _unit_after(tokens, at, number, hedge[1])
    if found is not None or tokens.word(end) not in CODES_IN_MILLIONS:
        return number, found
    currency = in_millions(tokens.written(end))
    if currency is None:
        return number, None
    number = replace(number, value=number.value * 10**6, step=number.step * 10**6, is_scaled=True)
    return number, UnitPhrase(currency, end + 1)


def _unit_after(tokens: Tokens, at: int, number: Number, end: int) -> UnitPhrase | None:
    if number.form is Form.ORDINAL:
        return None
    in_words = not is_numeral(tokens.word(at))
    found = read_unit(tokens, end, after_words=in_words, is_scaled=number.is_scaled)
    if found is not None:
        return found
    after = end + 1 if tokens.edged[end] in ("of", "-") else end  # three quarters of an hour, half a mile
    if tokens.edged[after] not in ("a", "an") or (number.form is not Form.FRACTION and number.value >= 1):
        return None
    return read_unit(tokens, after + 1, after_words=True, is_scaled=False)
