"""Time networks: moments with least gaps between them, and when each of them can be.

A simple temporal network (Dechter, Meiri and Pearl, Temporal constraint networks, Artificial Intelligence 49, 1991). A
constraint says that one moment comes at least so many minutes after another; bounds are constraints against a fixed
moment. The network has a solution if and only if no round of constraints has a positive sum: walking such a round, a
moment would have to come after itself. *Before* is a gap of one minute, *not before* one of none, so what is strict and
what is not are told apart at the resolution of a minute.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from msgspec import Struct

from factsuite.values.calendar.moments import Bounds

ORIGIN = ""
"""The fixed moment: minute 0 by the clock of UTC."""


class Constraint(Struct, frozen=True):
    """`after` comes at least `gap` minutes after `before`; a negative gap lets it come that much earlier."""

    before: str
    after: str
    gap: int
    label: str = ""
    """Who says so: constraints of one label stand or fall together. Empty is how things are."""


_KEY = attrgetter("before", "after", "gap", "label")


def in_order(constraints: Iterable[Constraint]) -> list[Constraint]:
    """Each constraint once, in an order that depends on nothing else."""
    return sorted(set(constraints), key=_KEY)


def within(point: str, bounds: Bounds, label: str = "", reference: str = ORIGIN) -> tuple[Constraint, ...]:
    """A moment lies within bounds, counted from a reference."""
    earliest = not_before(point, bounds.earliest, label, reference)
    return earliest + not_after(point, bounds.latest, label, reference)


def not_before(point: str, earliest: int | None, label: str = "", reference: str = ORIGIN) -> tuple[Constraint, ...]:
    """A moment comes no earlier than a minute, counted from a reference."""
    return () if earliest is None else (Constraint(reference, point, earliest, label),)


def not_after(point: str, latest: int | None, label: str = "", reference: str = ORIGIN) -> tuple[Constraint, ...]:
    """A moment comes no later than a minute, counted from a reference."""
    return () if latest is None else (Constraint(point, reference, -latest, label),)


def windows(constraints: Iterable[Constraint], reference: str = ORIGIN) -> Mapping[str, Bounds]:
    """The tightest bounds of every moment, counted from a reference. The network must have a solution.

    Each bound is the largest sum of gaps on a way from the reference, or back to it: O(VE) at worst, and in networks of
    dates, where few constraints meet in most moments, near the number of constraints.
    """
    found = tuple(constraints)  # in any order: each bound is the largest sum there is
    firsts = _spread(reference, found, backward=False)
    lasts = _spread(reference, found, backward=True)
    points = sorted({each.before for each in found} | {each.after for each in found})
    return {p: Bounds(earliest=firsts.get(p), latest=-lasts[p] if p in lasts else None) for p in points}


def has_solution(constraints: Sequence[Constraint]) -> bool:
    """Whether all can hold, in whatever order they come: which moment comes first decides nothing but the round."""
    return not settle(constraints)[1]


def settle(found: Sequence[Constraint]) -> tuple[Mapping[str, int], tuple[Constraint, ...]]:
    """A solution of constraints, or how far it got with a round that leaves none: which one depends on their order.

    Label-correcting search. A round shows itself among the constraints that were last to move each moment, so these are
    looked through after every so many moves: the cost is spread over them. It must show itself once a moment has
    moved further than all positive gaps together.
    """
    outgoing = leaving(found)
    value = dict.fromkeys(sorted({each.before for each in found} | {each.after for each in found}), 0)
    furthest = sum(each.gap for each in found if each.gap > 0)
    moved_by: dict[str, Constraint] = {}
    waiting, queued, moves = deque(value), set(value), 0
    while waiting:
        point = waiting.popleft()
        queued.discard(point)
        for each in outgoing.get(point, ()):
            reached = value[point] + each.gap
            if reached <= value[each.after]:
                continue
            value[each.after], moved_by[each.after] = reached, each
            moves += 1
            if moves % len(value) == 0 or reached > furthest:
                closed = _closed(moved_by)
                if closed:
                    return value, closed
            if each.after not in queued:
                waiting.append(each.after)
                queued.add(each.after)
    return value, ()


def parts(constraints: Iterable[Constraint]) -> Iterator[tuple[Constraint, ...]]:
    """The parts that hang together by more than the origin, each in order.

    Every round without a repeated moment lies within one.
    """
    found = in_order(constraints)
    leader: dict[str, str] = {}

    def first(point: str) -> str:
        while leader.setdefault(point, point) != point:
            leader[point] = leader[leader[point]]
            point = leader[point]
        return point

    for each in found:
        if ORIGIN not in (each.before, each.after):
            one, other = sorted((first(each.before), first(each.after)))
            leader[other] = one
    groups: dict[str, list[Constraint]] = {}
    for each in found:
        groups.setdefault(first(each.after if each.before == ORIGIN else each.before), []).append(each)
    for name in sorted(groups):
        yield tuple(groups[name])


def leaving(constraints: Iterable[Constraint]) -> Mapping[str, list[Constraint]]:
    """The constraints by the moment they start from."""
    outgoing: dict[str, list[Constraint]] = {}
    for each in constraints:
        outgoing.setdefault(each.before, []).append(each)
    return outgoing


def _spread(start: str, constraints: Iterable[Constraint], *, backward: bool) -> dict[str, int]:
    """The largest sum of gaps on a way from (or back to) one moment."""
    ways: dict[str, list[tuple[str, int]]] = {}
    for each in constraints:
        near, far = (each.after, each.before) if backward else (each.before, each.after)
        ways.setdefault(near, []).append((far, each.gap))
    value = {start: 0}
    waiting, queued = deque([start]), {start}
    while waiting:
        point = waiting.popleft()
        queued.discard(point)
        for other, gap in ways.get(point, ()):
            reached = value[point] + gap
            if other not in value or reached > value[other]:
                value[other] = reached
                if other not in queued:
                    waiting.append(other)
                    queued.add(other)
    return value


def _closed(moved_by: Mapping[str, Constraint]) -> tuple[Constraint, ...]:
    """The round that the last movers close, if they do."""
    done: set[str] = set()
    for start in moved_by:
        walked: dict[str, None] = {}
        point = start
        while point in moved_by and point not in done and point not in walked:
            walked[point] = None
            point = moved_by[point].before
        if point in walked:
            ring = [moved_by[point]]
            while ring[-1].before != point:
                ring.append(moved_by[ring[-1].before])
            return tuple(reversed(ring))
        done.update(walked)
    return ()
