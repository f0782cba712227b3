"""A computed figure against the article's: in the article's unit, and to the precision the article prints."""

import re
from fractions import Fraction

from msgspec.structs import replace

from factsuite.model.fact_kinds import Derived
from factsuite.values.arithmetic.amounts import PERCENT, POINTS, TIMES, Amount, converted, is_counted
from factsuite.values.arithmetic.elapsed import TIME_UNITS
from factsuite.values.arithmetic.terms import Call, Expression
from factsuite.values.numbers.intervals import Interval, exactly
from factsuite.values.quantities import Quantity, compare_quantities
from factsuite.values.relation import CONTRADICTS, INCOMPARABLE, Relation
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.measuring import counts_as

_HALF = Fraction(1, 2)
_WHOLE = Fraction(100)
_TWO = Fraction(2)  # units that a length may vary by if both of its ends are known to one unit
_HEADS = frozenset(("head", "capita", "person", "people"))
_EXACT = re.compile(r"\b(?:exactly|precisely)\b", re.IGNORECASE)


def compare_computed(amount: Amount, fact: Derived, grounds: Grounds) -> Relation:
    """How a computed amount stands to the article's; a percentage for percentage points contradicts."""
    asserted = in_units(fact, grounds)
    if {amount.unit, asserted.unit} == {PERCENT, POINTS} and fact.asserts.expression is not None:
        return CONTRADICTS
    there = computed_in(amount, asserted)
    if there is None:
        return INCOMPARABLE
    computed = replace(
        asserted, low=there.low, high=there.high, low_closed=there.low_closed, high_closed=there.high_closed
    )
    return compare_quantities(computed, as_printed(fact, asserted, grounds))


def in_units(fact: Derived, grounds: Grounds) -> Quantity:
    """The article's value in the unit of its measure."""
    measure = grounds.registry.measure(fact.asserts.measure.value) if fact.asserts.measure is not None else None
    value = fact.value.value
    unit = counts_as(value, measure) or value.noun
    return value if unit == value.unit else replace(value, unit=unit)


def computed_in(amount: Amount, asserted: Quantity) -> Interval | None:
    """The computed numbers in the article's unit; None where they are of something else."""
    unit, per = asserted.unit, asserted.per
    if amount.unit is None or (amount.unit == TIMES and (unit in ("", "ratio") or is_counted(unit))):
        return amount.interval
    is_ratio = amount.unit == TIMES or (is_counted(amount.unit) and is_counted(amount.per))
    if is_ratio and unit == PERCENT:
        return amount.interval.scaled(_WHOLE)
    if is_ratio and unit == TIMES:
        return amount.interval
    if amount.unit == PERCENT and unit == TIMES:
        return amount.interval.scaled(1 / _WHOLE)
    if amount.per and (_same_denominator(amount.per, per) or (amount.based and not per)):
        amount = replace(amount, per=per)
    return converted(amount, unit, per)


def as_printed(fact: Derived, asserted: Quantity, grounds: Grounds) -> Quantity:
    """The article's value with the room its print leaves: of a quotient, all that rounds to a whole number.

    Of a duration, also what has completed that many: two years and eight months are two years. Shares that add up to
    100 may miss it by half a point each.
    """
    stated = fact.asserts.expression
    whole = asserted.low
    is_plain = whole is not None and whole == asserted.high and whole.denominator == 1
    if stated is None or whole is None or not is_plain or _EXACT.search(fact.value.text):
        return asserted
    if not grounds.policy.reach.rounding:
        return asserted
    if asserted.unit == PERCENT and whole == _WHOLE and _adds(stated.value):
        room = _HALF * len(stated.value.operands)
        return replace(asserted, low=whole - room, high=whole + room)
    if not any(call.function.rounds for call in stated.value.calls):
        return asserted
    is_time = asserted.unit in TIME_UNITS and any(call.name == "duration" for call in stated.value.calls)
    room = Fraction(1) if is_time else _HALF
    return replace(asserted, low=whole - _HALF, high=whole + room, high_closed=False)


def whole_span(amount: Amount, fact: Derived) -> Amount:
    """A length of time between dates known no better than its unit, reckoned as people do: 1871 to 1988 are 117 years.

    Of the lengths that are possible it is the middle one.
    """
    low, high = amount.interval.low, amount.interval.high
    stated = fact.asserts.expression
    if stated is None or low is None or high is None or amount.unit not in TIME_UNITS or high - low > _TWO:
        return amount
    if not isinstance(stated.value.root, Call) or stated.value.root.name != "duration":
        return amount
    return replace(amount, interval=exactly((low + high) / 2))


def _adds(expression: Expression) -> bool:
    return all(call.name in ("sum", "+") for call in expression.calls) and isinstance(expression.root, Call)


def _same_denominator(one: str, other: str) -> bool:
    """*A head*, *per capita* and *per person* are one; else the words must be, but for a plural."""
    return bool(other) and (one.removesuffix("s") == other.removesuffix("s") or {one, other} <= _HEADS)
