"""Sets of points on a line: what they have in common, the fewest that cannot all hold, the most that can.

A set is a union of intervals, in order and apart. Points are written as keys, so that *5* (closed) and *just after 5*
(open) sort as they should.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from factsuite.values.numbers.intervals import Interval, intersection

Ranges = tuple[Interval, ...]
"""Intervals in order, none of them empty, no two of them with a point in common."""

Key = tuple[Fraction | float, int]

EVERYTHING: Ranges = (Interval(None, None),)


def start(interval: Interval) -> Key:
    """The first point of an interval; of an open end, the point just after it."""
    return (float("-inf"), 0) if interval.low is None else (interval.low, 0 if interval.low_closed else 1)


def end(interval: Interval) -> Key:
    """The last point of an interval; of an open end, the point just before it."""
    return (float("inf"), 0) if interval.high is None else (interval.high, 0 if interval.high_closed else -1)


def meet(one: Ranges, other: Ranges) -> Ranges:
    """What two sets have in common."""
    if one is other:
        return one
    if len(one) == len(other) == 1:
        shared = intersection(one[0], other[0])
        return () if shared.is_empty() else (shared,)
    found = (intersection(left, right) for left in one for right in other)
    return tuple(sorted((each for each in found if not each.is_empty()), key=start))


def common(sets: Iterable[Ranges]) -> Ranges:
    """What all sets have in common; everything, if there are none."""
    shared = EVERYTHING
    for each in sets:
        shared = meet(shared, each)
    return shared


def within(inner: Ranges, outer: Ranges) -> bool:
    """Whether every point of one set is a point of the other."""
    if inner is outer:
        return True
    if len(inner) == len(outer) == 1:
        return outer[0].contains(inner[0])
    return all(any(wide.contains(narrow) for wide in outer) for narrow in inner)


def within_on_lines(inner: Sequence[Ranges], outer: Sequence[Ranges]) -> bool:
    """The same on each of several lines."""
    return all(map(within, inner, outer))


def meet_on_lines(one: Sequence[Ranges], other: Sequence[Ranges]) -> bool:
    """Whether two sets have something in common on each of several lines."""
    return all(map(meet, one, other))


def holds(ranges: Ranges, point: Key) -> bool:
    """Whether a point belongs to a set."""
    return any(start(each) <= point <= end(each) for each in ranges)


def beginnings(sets: Iterable[Ranges]) -> list[Key]:
    """Where the intervals begin: whatever several sets have in common begins at one of these points."""
    return sorted({start(each) for ranges in sets for each in ranges})


def deepest(sets: Sequence[Ranges]) -> tuple[frozenset[int], ...]:
    """The largest groups of sets that have a point in common, by their places in the sequence.

    One sweep over the ends: n log n for n intervals, and the size of what is returned.
    """
    events = [(start(each), 0, index) for index, ranges in enumerate(sets) for each in ranges]
    events += [(end(each), 1, index) for index, ranges in enumerate(sets) for each in ranges]
    events.sort()
    depth = most = 0
    for _, closes, _ in events:
        depth += -1 if closes else 1
        most = max(most, depth)
    active: set[int] = set()
    found: dict[frozenset[int], None] = {}
    for _, closes, index in events:
        if closes:
            active.discard(index)
        else:
            active.add(index)
            if len(active) == most:
                found[frozenset(active)] = None
    return tuple(found)


def fewest_apart(sets: Sequence[Ranges]) -> tuple[int, ...]:
    """The fewest sets without a point in common, by their places in the sequence; none, if all have one in common.

    Intervals are settled by their two extremes (Helly's theorem in one dimension): all of them hold the last of their
    first points unless it lies beyond the first of their last points, and then the two intervals these points belong
    to are apart. So two are the fewest there can be, found in one pass. Unions of intervals (*3 or 5 October*) may
    meet two by two and not all at once, so for them more and more sets are tried. A set without a point clashes alone.
    """
    if not sets:
        return ()
    if all(len(each) == 1 for each in sets):
        first = min(range(len(sets)), key=lambda index: end(sets[index][0]))
        last = max(range(len(sets)), key=lambda index: (start(sets[index][0]), -index))
        return tuple(sorted((first, last))) if start(sets[last][0]) > end(sets[first][0]) else ()
    distinct = tuple(dict.fromkeys(sets))
    points = beginnings(distinct)
    if any(all(holds(each, point) for each in distinct) for point in points):
        return ()
    for size in range(1, len(distinct) + 1):
        found = _excluding(distinct, points, size)
        if found is not None:
            return tuple(sorted(sets.index(distinct[index]) for index in found))
    return tuple(range(len(sets)))


def _excluding(sets: Sequence[Ranges], points: Sequence[Key], size: int) -> tuple[int, ...] | None:
    """At most `size` sets of which none of the points is in all; one of them must lack the first point."""
    if not points:
        return ()
    if not size:
        return None
    for index, each in enumerate(sets):
        if not holds(each, points[0]):
            rest = _excluding(sets, [point for point in points[1:] if holds(each, point)], size - 1)
            if rest is not None:
                return (index, *rest)
    return None
