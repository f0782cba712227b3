"""Sets of numbers with a low and a high end, each open, closed or absent; exact arithmetic only."""

from dataclasses import dataclass, replace
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between two ends. An end that is None is no bound on that side."""

    low: Fraction | None
    high: Fraction | None
    low_closed: bool = True
    high_closed: bool = True

    def is_empty(self) -> bool:
        """Tell whether no number lies in the interval."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and not (self.low_closed and self.high_closed))

    def contains(self, other: "Interval") -> bool:
        """Tell whether every number of the other interval lies in this one."""
        return _starts_no_later(self, other) and _ends_no_sooner(self, other)

    def meets(self, other: "Interval") -> bool:
        """Tell whether the two have a number in common."""
        return not intersection(self, other).is_empty()

    def scaled(self, factor: Fraction, offset: Fraction = Fraction(0)) -> "Interval":
        """Return the interval with each number multiplied by a positive factor, then moved by the offset."""
        if factor == 1 and not offset:
            return self
        return replace(
            self,
            low=None if self.low is None else self.low * factor + offset,
            high=None if self.high is None else self.high * factor + offset,
        )


def exactly(value: Fraction) -> Interval:
    """Return the set of the one number."""
    return Interval(value, value)


def _starts_no_later(outer: Interval, inner: Interval) -> bool:
    if outer.low is None:
        return True
    if inner.low is None or inner.low < outer.low:
        return False
    return inner.low > outer.low or outer.low_closed or not inner.low_closed


def _ends_no_sooner(outer: Interval, inner: Interval) -> bool:
    if outer.high is None:
        return True
    if inner.high is None or inner.high > outer.high:
        return False
    return inner.high < outer.high or outer.high_closed or not inner.high_closed


def intersection(one: Interval, other: Interval) -> Interval:
    """Return what two intervals have in common, empty if nothing."""
    later = other if _starts_no_later(one, other) else one
    sooner = other if _ends_no_sooner(one, other) else one
    return Interval(later.low, sooner.high, later.low_closed, sooner.high_closed)
