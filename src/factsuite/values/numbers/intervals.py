"""Sets of numbers with a low and a high end, each open, closed or absent; exact arithmetic only."""

from fractions import Fraction

from msgspec import Struct


class Interval(Struct, frozen=True, gc=False):
    """All numbers between two ends. An end that is None is no bound on that side."""

    low: Fraction | None
    high: Fraction | None
    low_closed: bool = True
    high_closed: bool = True

    def is_empty(self) -> bool:
        """Tell whether no number lies in the interval."""
        if self.low is None or self.high is None:
            return False
        if self.low is self.high:
            return not (self.low_closed and self.high_closed)
        apart = _beyond(self.high, self.low)
        return apart < 0 or (not apart and not (self.low_closed and self.high_closed))

    def contains(self, other: "Interval") -> bool:
        """Tell whether every number of the other interval lies in this one."""
        return self is other or (_starts_no_later(self, other) and _ends_no_sooner(self, other))

    def meets(self, other: "Interval") -> bool:
        """Tell whether the two have a number in common."""
        return not intersection(self, other).is_empty()

    def scaled(self, factor: Fraction, offset: Fraction = Fraction(0)) -> "Interval":
        """Return the interval with each number multiplied by a positive factor, then moved by the offset."""
        if factor == 1 and not offset:
            return self
        low = _scaled(self.low, factor, offset)
        high = low if self.high is self.low else _scaled(self.high, factor, offset)
        return Interval(low, high, self.low_closed, self.high_closed)


def _scaled(end: Fraction | None, factor: Fraction, offset: Fraction) -> Fraction | None:
    if end is None:
        return None
    return end * factor + offset if offset else end * factor


def same_end(one: Fraction | None, other: Fraction | None) -> bool:
    """Tell whether two ends are the same number, or both no bound."""
    if one is other:
        return True
    if one is None or other is None:
        return False
    return not _beyond(one, other)


def exactly(value: Fraction) -> Interval:
    """Return the set of the one number."""
    return Interval(value, value)


def _starts_no_later(outer: Interval, inner: Interval) -> bool:
    if outer.low is None:
        return True
    if inner.low is None:
        return False
    later = _beyond(inner.low, outer.low)
    return later > 0 or (not later and (outer.low_closed or not inner.low_closed))


def _ends_no_sooner(outer: Interval, inner: Interval) -> bool:
    if outer.high is None:
        return True
    if inner.high is None:
        return False
    sooner = _beyond(outer.high, inner.high)
    return sooner > 0 or (not sooner and (outer.high_closed or not inner.high_closed))


def _beyond(one: Fraction, other: Fraction) -> int:
    """Return a number above, at or below 0 as one number is above, at or below the other.

    Whole numbers are compared: the operators of `Fraction` first ask what kind of number the other is, at ten times
    the price, and intervals are compared more often than anything else.
    """
    if one is other:
        return 0
    return one.numerator * other.denominator - other.numerator * one.denominator


def intersection(one: Interval, other: Interval) -> Interval:
    """Return what two intervals have in common, empty if nothing."""
    later = other if _starts_no_later(one, other) else one
    sooner = other if _ends_no_sooner(one, other) else one
    return Interval(later.low, sooner.high, later.low_closed, sooner.high_closed)
