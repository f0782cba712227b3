"""Figures of one measure that cannot both hold at one time: found by a sweep over time, in n log n."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush

from msgspec import Struct

from factsuite.values.numbers.intervals import Interval
from factsuite.verdicts.agreement.ranges import Key, end, start


class Timed(Struct, frozen=True):
    """An interval of numbers that holds at some time within these bounds, both inclusive."""

    first: int
    last: int
    numbers: Interval


def opponents(asking: Sequence[Timed], others: Sequence[Timed]) -> list[int | None]:
    """For each one that asks, another of an overlapping time it has no number in common with; None if there is none.

    It is the one that begins highest, or that ends lowest, by its place among the others. Whatever overlaps has begun
    and not ended when the asking one begins, or begins later and before it ends. The first sort is kept in two heaps
    while time moves on; the second is a stretch of the others in the order they begin, and its extremes are looked up
    in a table. So n of them take n log n steps, where comparing every two would take n squared.
    """
    rank = _ranks((*asking, *others))
    lows = [rank[start(each.numbers)] for each in others]
    highs = [rank[end(each.numbers)] for each in others]
    order = sorted(range(len(others)), key=lambda place: (others[place].first, place))
    highest, lowest = _Extremes([-lows[place] for place in order]), _Extremes([highs[place] for place in order])
    begins = [others[place].first for place in order]
    begun = _Begun(lows, highs, [each.last for each in others])
    found: list[int | None] = [None] * len(asking)
    at = 0
    for place in sorted(range(len(asking)), key=lambda place: asking[place].first):
        each = asking[place]
        while at < len(order) and begins[at] <= each.first:
            begun.add(order[at])
            at += 1
        candidates = [begun.highest(each.first), begun.lowest(each.first)]
        stop = bisect_right(begins, each.last)
        if at < stop:
            candidates += [order[highest.least(at, stop)], order[lowest.least(at, stop)]]
        low, high = rank[start(each.numbers)], rank[end(each.numbers)]
        apart = (other for other in candidates if other is not None and (lows[other] > high or highs[other] < low))
        found[place] = next(apart, None)
    return found


def _ranks(timed: Iterable[Timed]) -> dict[Key, int]:
    """The first and last numbers in order: exact fractions are compared once, and then only their ranks."""
    keys = {key for each in timed for key in (start(each.numbers), end(each.numbers))}
    return {key: rank for rank, key in enumerate(sorted(keys))}


class _Begun:
    """Those that have begun: the one with the highest start, and the one with the lowest end, that still goes on."""

    def __init__(self, lows: Sequence[int], highs: Sequence[int], lasts: Sequence[int]) -> None:
        self._lows = lows
        self._highs = highs
        self._lasts = lasts
        self._by_low: list[tuple[int, int]] = []
        self._by_high: list[tuple[int, int]] = []

    def add(self, place: int) -> None:
        """One begins."""
        heappush(self._by_low, (-self._lows[place], place))
        heappush(self._by_high, (self._highs[place], place))

    def highest(self, now: int) -> int | None:
        """The one whose numbers begin highest; `now` never goes back, so what has ended is dropped for good."""
        return self._top(self._by_low, now)

    def lowest(self, now: int) -> int | None:
        """The one whose numbers end lowest."""
        return self._top(self._by_high, now)

    def _top(self, heap: list[tuple[int, int]], now: int) -> int | None:
        while heap and self._lasts[heap[0][1]] < now:
            heappop(heap)
        return heap[0][1] if heap else None


class _Extremes:
    """The place of the least number within any stretch: a table of stretches whose lengths are powers of two."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self._numbers = numbers
        self._table = [list(range(len(numbers)))]
        length = 1
        while 2 * length <= len(numbers):
            row = self._table[-1]
            self._table.append([self._less(row[at], row[at + length]) for at in range(len(numbers) - 2 * length + 1)])
            length *= 2

    def least(self, begin: int, stop: int) -> int:
        """The place of the least number from `begin` to before `stop`, which lies beyond it."""
        level = (stop - begin).bit_length() - 1
        row = self._table[level]
        return self._less(row[begin], row[stop - (1 << level)])

    def _less(self, one: int, other: int) -> int:
        return one if self._numbers[one] <= self._numbers[other] else other
