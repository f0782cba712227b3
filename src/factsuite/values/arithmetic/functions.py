"""The functions an expression may use: what each takes, and what it makes."""

from collections.abc import Callable, Sequence
from enum import Enum
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from factsuite.values.arithmetic.amounts import (
    PERCENT,
    POINTS,
    SHARES,
    Amount,
    Clash,
    added,
    converted,
    divided,
    is_counted,
    multiplied,
    number,
    subtracted,
)
from factsuite.values.arithmetic.interval_arithmetic import greatest, least, negative, over, plus
from factsuite.values.numbers.intervals import Interval, exactly

_HUNDRED = Fraction(100)


class Sort(Enum):
    """What an operand is."""

    AMOUNT = "a fact with a value"
    MOMENT = "an event or a fact with a date"
    THING = "a fact, event or other entity"


Made = Amount | Clash | None
"""A result; two units that do not go together; or None, undefined."""


class Function(Struct, frozen=True, kw_only=True):
    """One function: `share(part, whole)`."""

    form: str
    """As it is written, for hints."""
    takes: Sort
    least: int
    most: int | None = None
    makes: Callable[[Sequence[Amount]], Made] | None = None
    """None for those over dates and things, which need more than amounts."""
    rounds: bool = False
    """Whether a whole number in the article stands for all that round to it."""


def _total(amounts: Sequence[Amount]) -> Made:
    total = amounts[0]
    for amount in amounts[1:]:
        following = added(total, amount)
        if isinstance(following, Clash):
            return following
        total = following
    return total


def _mean(amounts: Sequence[Amount]) -> Made:
    total = _total(amounts)
    return divided(total, number(Fraction(len(amounts)))) if isinstance(total, Amount) else total


def _extreme(of: Callable[[Sequence[Interval]], Interval]) -> Callable[[Sequence[Amount]], Made]:
    def make(amounts: Sequence[Amount]) -> Made:
        first = next((amount for amount in amounts if amount.unit is not None), amounts[0])
        intervals = []
        for amount in amounts:
            there = amount.interval if amount.unit is None else converted(amount, first.unit or "", first.per)
            if there is None:
                return Clash(one=first.in_words, other=amount.in_words)
            intervals.append(there)
        return replace(first, interval=of(intervals))

    return make


def _share(amounts: Sequence[Amount]) -> Made:
    """Things counted may be parts of each other under other names: women of people. Kilometres are no part of hours."""
    part, whole = amounts
    if {part.unit, whole.unit} <= SHARES or (is_counted(part.unit) and is_counted(whole.unit)):
        there: Interval | None = whole.interval
    else:
        there = whole.interval if None in (part.unit, whole.unit) else converted(whole, part.unit or "", part.per)
    if there is None:
        return Clash(one=part.in_words, other=whole.in_words)
    quotient = over(part.interval, there)
    return None if quotient is None else Amount(interval=quotient.scaled(_HUNDRED), unit=PERCENT)


def _change(amounts: Sequence[Amount]) -> Made:
    """Unlike a part and its whole, what was and what is are counted in one unit."""
    old, new = amounts
    if isinstance(subtracted(new, old), Clash):
        return Clash(one=old.in_words, other=new.in_words)
    share = _share((new, old))
    if isinstance(share, Amount):
        return replace(share, interval=plus(share.interval, exactly(-_HUNDRED)))
    return share


def _fall(amounts: Sequence[Amount]) -> Made:
    change = _change(amounts)
    return replace(change, interval=negative(change.interval)) if isinstance(change, Amount) else change


def _points(amounts: Sequence[Amount]) -> Made:
    old, new = amounts
    wrong = [amount.in_words for amount in amounts if amount.unit != PERCENT]
    if wrong:
        return Clash(one=PERCENT, other=wrong[0])
    change = subtracted(new, old)
    return replace(change, unit=POINTS) if isinstance(change, Amount) else change


def _rate(amounts: Sequence[Amount]) -> Made:
    count, of, *base = amounts
    quotient = over(count.interval, of.interval)
    if quotient is None:
        return None
    if not base:
        return Amount(interval=quotient, unit=count.unit, per=of.unit or "")
    many = base[0].interval.low
    per = f"{int(many or 0):,} {of.unit}s" if of.unit else ""
    return multiplied(base[0], Amount(interval=quotient, unit=count.unit, per=per, based=True))


FUNCTIONS: dict[str, Function] = {
    "age": Function(form="age(birth, on)", takes=Sort.MOMENT, least=1, most=2),
    "change": Function(form="change(old, new)", takes=Sort.AMOUNT, least=2, most=2, makes=_change, rounds=True),
    "count": Function(form="count(a, b, ...)", takes=Sort.THING, least=1),
    "duration": Function(form="duration(start, end)", takes=Sort.MOMENT, least=1, most=2, rounds=True),
    "fall": Function(form="fall(old, new)", takes=Sort.AMOUNT, least=2, most=2, makes=_fall, rounds=True),
    "max": Function(form="max(a, b, ...)", takes=Sort.AMOUNT, least=2, makes=_extreme(greatest)),
    "mean": Function(form="mean(a, b, ...)", takes=Sort.AMOUNT, least=2, makes=_mean, rounds=True),
    "min": Function(form="min(a, b, ...)", takes=Sort.AMOUNT, least=2, makes=_extreme(least)),
    "points": Function(form="points(old, new)", takes=Sort.AMOUNT, least=2, most=2, makes=_points),
    "rate": Function(form="rate(count, of, 1000)", takes=Sort.AMOUNT, least=2, most=3, makes=_rate, rounds=True),
    "share": Function(form="share(part, whole)", takes=Sort.AMOUNT, least=2, most=2, makes=_share, rounds=True),
    "sum": Function(form="sum(a, b, ...)", takes=Sort.AMOUNT, least=2, makes=_total),
}
"""By name. Where the article gives a fall as a positive figure, `fall` does too."""

OPERATORS: dict[str, Function] = {
    "+": Function(form="a + b", takes=Sort.AMOUNT, least=2, makes=lambda two: added(two[0], two[1])),
    "-": Function(form="a - b", takes=Sort.AMOUNT, least=2, makes=lambda two: subtracted(two[0], two[1])),
    "*": Function(form="a * b", takes=Sort.AMOUNT, least=2, makes=lambda two: multiplied(two[0], two[1])),
    "/": Function(form="a / b", takes=Sort.AMOUNT, least=2, makes=lambda two: divided(two[0], two[1]), rounds=True),
}
"""The operators between spaces."""
