"""Sums, differences, products and quotients of intervals; open and closed ends are kept exactly."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from msgspec import Struct

from factsuite.values.numbers.intervals import Interval, exactly


def plus(one: Interval, other: Interval) -> Interval:
    """Every sum of a number of each."""
    low = _sum(one.low, other.low)
    are_numbers = one.low is one.high and other.low is other.high
    return Interval(
        low,
        low if are_numbers else _sum(one.high, other.high),
        one.low_closed and other.low_closed,
        one.high_closed and other.high_closed,
    )


def _sum(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one + other


def negative(one: Interval) -> Interval:
    """Every number of it with the other sign."""
    low = None if one.high is None else -one.high
    high = low if one.low is one.high else None if one.low is None else -one.low
    return Interval(
        low,
        high,
        one.high_closed,
        one.low_closed,
    )


def minus(one: Interval, other: Interval) -> Interval:
    """Every difference."""
    return plus(one, negative(other))


def times(one: Interval, other: Interval) -> Interval:
    """Every product."""
    if _is_number(one) and _is_number(other):
        assert one.low is not None and other.low is not None
        return exactly(one.low * other.low)
    corners = [_product(a, b) for a in _ends(one) for b in _ends(other)]
    low, high = min(corner.key for corner in corners), max(corner.key for corner in corners)
    return Interval(
        None if low[0] else low[1],
        None if high[0] else high[1],
        any(corner.closed for corner in corners if corner.key == low),
        any(corner.closed for corner in corners if corner.key == high),
    )


def _is_number(interval: Interval) -> bool:
    """Whether it is one number, as most figures are."""
    return interval.low is not None and interval.low is interval.high and interval.low_closed and interval.high_closed


def over(one: Interval, other: Interval) -> Interval | None:
    """Every quotient; None, undefined, where the divisor may be zero."""
    inverse = _inverse(other)
    return None if inverse is None else times(one, inverse)


def least(intervals: Sequence[Interval]) -> Interval:
    """What the smallest of several numbers may be."""
    lows, highs = [i.low for i in intervals], [i.high for i in intervals if i.high is not None]
    bounded = [low for low in lows if low is not None]
    low = min(bounded) if len(bounded) == len(lows) else None
    high = min(highs, default=None)
    return Interval(
        low,
        high,
        low is None or any(i.low_closed for i in intervals if i.low == low),
        all(i.high_closed for i in intervals if i.high == high),
    )


def greatest(intervals: Iterable[Interval]) -> Interval:
    """What the largest of several numbers may be."""
    return negative(least([negative(interval) for interval in intervals]))


class _End(Struct, frozen=True):
    """One end: `infinite` is its sign where there is no bound."""

    infinite: int
    value: Fraction
    closed: bool

    @property
    def key(self) -> tuple[int, Fraction]:
        return self.infinite, self.value

    @property
    def sign(self) -> int:
        return self.infinite or (self.value > 0) - (self.value < 0)


def _ends(interval: Interval) -> tuple[_End, _End]:
    zero = Fraction(0)
    low, high = interval.low, interval.high
    return (
        _End(-1, zero, False) if low is None else _End(0, low, interval.low_closed),
        _End(1, zero, False) if high is None else _End(0, high, interval.high_closed),
    )


def _product(one: _End, other: _End) -> _End:
    """A zero that is reached makes zero with any number, however large."""
    if not one.sign or not other.sign:
        reached = any(not end.sign and end.closed for end in (one, other))
        return _End(0, Fraction(0), reached)
    if one.infinite or other.infinite:
        return _End(one.sign * other.sign, Fraction(0), False)
    return _End(0, one.value * other.value, one.closed and other.closed)


def _inverse(divisor: Interval) -> Interval | None:
    low, high = divisor.low, divisor.high
    if low is not None and low.numerator and _is_number(divisor):
        return exactly(1 / low)
    if low is not None and (low > 0 or (low == 0 and not divisor.low_closed)):
        return Interval(
            Fraction(0) if high is None else 1 / high,
            None if low == 0 else 1 / low,
            high is not None and divisor.high_closed,
            low != 0 and divisor.low_closed,
        )
    if high is not None and (high < 0 or (high == 0 and not divisor.high_closed)):
        turned = _inverse(negative(divisor))
        return None if turned is None else negative(turned)
    return None
