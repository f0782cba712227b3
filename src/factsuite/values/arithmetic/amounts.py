"""Numbers with their units, and what may be done with them: people add to people, not to boats."""

from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from factsuite.values.arithmetic.interval_arithmetic import minus, over, plus, times
from factsuite.values.numbers.conversions import conversion
from factsuite.values.numbers.intervals import Interval, exactly
from factsuite.values.numbers.units import UNITS

PERCENT, POINTS, TIMES = "percent", "percentage point", "times"
SHARES = frozenset((PERCENT, POINTS))
_MEASURED = frozenset((TIMES, *(unit.name for unit in UNITS)))
_HUNDRED = Fraction(100)


class Amount(Struct, frozen=True, kw_only=True):
    """An interval in one unit."""

    interval: Interval
    unit: str | None
    """None: a bare number, which takes the unit of what it meets."""
    per: str = ""
    """The denominator of a rate."""
    based: bool = False
    """A rate per so many: the article may leave the denominator to its sentence."""
    left: bool = False
    """What is left of 100 when shares are taken away: a share itself, not a difference of two."""

    @property
    def in_words(self) -> str:
        """Its unit, for a message."""
        return (self.unit or "a bare number") + (f" per {self.per}" if self.per else "")


class Clash(Struct, frozen=True, kw_only=True):
    """Two units that do not go together."""

    one: str
    other: str


def number(value: Fraction) -> Amount:
    """A bare number."""
    return Amount(interval=exactly(value), unit=None)


def is_counted(unit: str | None) -> bool:
    """Whether a unit is a thing counted (person, boat), not one measured in (kilometre, USD, percent)."""
    if not unit or unit in _MEASURED:
        return False
    return not (len(unit) == 3 and unit.isupper())  # a currency


def added(one: Amount, other: Amount) -> Amount | Clash:
    """A sum. A share and percentage points make a share."""
    met = _met(one, other)
    if isinstance(met, Clash):
        return met
    unit = PERCENT if {one.unit, other.unit} == SHARES else met[0].unit
    return replace(met[0], interval=plus(met[0].interval, met[1].interval), unit=unit)


def subtracted(one: Amount, other: Amount) -> Amount | Clash:
    """A difference. Two shares differ by percentage points; what shares leave of 100 is a share."""
    met = _met(one, other)
    if isinstance(met, Clash):
        return met
    is_whole = one.unit is None and other.unit == PERCENT and one.interval == exactly(_HUNDRED)
    left = (one.left or is_whole) and not other.left
    unit = POINTS if one.unit == other.unit == PERCENT and not left else met[0].unit
    return replace(met[0], interval=minus(met[0].interval, met[1].interval), unit=unit, left=left)


def multiplied(one: Amount, other: Amount) -> Amount:
    """A product. A share of something is something; a rate times its denominator is what it counts."""
    product = times(one.interval, other.interval)
    if other.unit is None or (other.unit == TIMES and one.unit is not None):
        one, other = other, one
    if one.unit is None:
        is_hundred = one.interval == exactly(_HUNDRED)
        return replace(other, interval=product, unit=PERCENT if is_hundred and other.unit == TIMES else other.unit)
    if one.unit == TIMES:
        return replace(other, interval=product)
    if other.unit in SHARES:
        one, other = other, one
    if one.unit in SHARES:
        return replace(other, interval=product.scaled(1 / _HUNDRED))
    for rate, amount in ((one, other), (other, one)):
        factor = _factor(amount.unit or "", rate.per) if rate.per and not amount.per else None
        if factor is not None:
            return Amount(interval=product.scaled(factor), unit=rate.unit)
    return _united(one, other, product)


def divided(one: Amount, other: Amount) -> Amount | None:
    """A quotient; None where the divisor may be zero. Two figures of one unit make a number of times."""
    quotient = over(one.interval, other.interval)
    if quotient is None:
        return None
    if other.unit is None or other.unit == TIMES:
        return replace(one, interval=quotient)
    if {one.unit, other.unit} <= SHARES:
        return Amount(interval=quotient, unit=TIMES)
    if other.unit in SHARES:
        return replace(one, interval=quotient.scaled(_HUNDRED))
    found = _conversion(one, other)
    if found is not None:
        return Amount(interval=quotient.scaled(found), unit=TIMES)
    if other.per:
        factor = _factor(one.unit or "", other.unit) if not one.per else None
        unit = other.per if factor is not None else f"{one.in_words} / {other.in_words}"
        return Amount(interval=quotient.scaled(factor or Fraction(1)), unit=unit)
    return Amount(interval=quotient, unit=one.unit or "number", per=other.unit)


def converted(amount: Amount, unit: str, per: str) -> Interval | None:
    """The numbers of an amount in another unit; None where they are of something else."""
    if (amount.unit, amount.per) == (unit, per):
        return amount.interval
    if amount.unit == unit and amount.per and per:
        factor = _factor(per, amount.per)
        return None if factor is None else amount.interval.scaled(factor)
    found = conversion(amount.unit or "", amount.per, unit, per)
    return None if found is None else amount.interval.scaled(*found)


def _met(one: Amount, other: Amount) -> tuple[Amount, Amount] | Clash:
    """Both in the unit of the first; a bare number takes the other's."""
    if one.unit is None:
        return replace(one, unit=other.unit, per=other.per), other
    if other.unit is None or {one.unit, other.unit} <= SHARES:
        return one, replace(other, unit=one.unit, per=one.per)
    there = converted(other, one.unit, one.per)
    if there is None:
        return Clash(one=one.in_words, other=other.in_words)
    return one, replace(other, interval=there, unit=one.unit, per=one.per)


def _conversion(one: Amount, other: Amount) -> Fraction | None:
    """What a quotient of two units of one kind is multiplied by: 2 kilometres are 2,000 times 1 metre."""
    if (one.unit, one.per) == (other.unit, other.per):
        return Fraction(1)
    found = conversion(one.unit or "", one.per, other.unit or "", other.per)
    return found[0] if found is not None and not found[1] else None


def _factor(unit: str, per: str) -> Fraction | None:
    """How many of a rate's denominator one unit is: a week is 7 of a rate per day."""
    if unit == per or (is_counted(unit) and unit.removesuffix("s") == per.removesuffix("s")):
        return Fraction(1)
    found = conversion(unit, "", per, "")
    return found[0] if found is not None and not found[1] else None


def _united(one: Amount, other: Amount, product: Interval) -> Amount:
    """300 tickets at 5 dollars are dollars; three buses of 50 people are a count, of what the article says."""
    counts = [is_counted(amount.unit) and not amount.per for amount in (one, other)]
    if all(counts):
        return Amount(interval=product, unit=None)
    if any(counts):
        measured = other if counts[0] else one
        return replace(measured, interval=product)
    return Amount(interval=product, unit=f"{one.in_words} x {other.in_words}")
