"""What cannot all hold in a time network: the smallest sets of assertions that leave it without a solution.

A round of constraints with a positive sum that visits no moment twice is irreducible: take away any one of them and
what is left is a way from one moment to another, which some times always fit. So a smallest conflict is such a round
with the fewest labelled constraints; between two of these, it goes along the strongest chain of what is certain.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush

from factsuite.values.time_network import Constraint, leaving, parts, settle

Round = tuple[Constraint, ...]

MOST_SEARCHED = 120
"""Labelled constraints of one part among which the smallest set is searched for; with more, the first one found counts.
It is irreducible too, but there may be a smaller one."""


def conflicts(
    constraints: Iterable[Constraint], taken_out: Callable[[frozenset[str]], frozenset[str]] = frozenset
) -> Iterator[Round]:
    """Conflict after conflict, smallest first within each part of the network.

    After each, some of its labels are taken out (all of them, unless `taken_out` says which), and the rest is looked
    at again. Raises ValueError where the constraints without a label contradict one another.
    """
    for part in parts(constraints):
        left: Sequence[Constraint] = part
        while found := smallest_conflict(left):
            yield found
            out = taken_out(frozenset(each.label for each in found if each.label))
            left = [each for each in left if each.label not in out]


def smallest_conflict(known: Sequence[Constraint]) -> Round:
    """Of constraints in order, the round of positive sum with the fewest labelled ones; empty if there is none."""
    _, first = settle(known)
    if not first:
        return ()
    certain = [each for each in known if not each.label]
    asserted = [each for each in known if each.label]
    if len(asserted) > MOST_SEARCHED:
        labels = {each.label for each in first}
        asserted = [each for each in asserted if each.label in labels]
    return _Search(certain, asserted).smallest()


class _Search:
    """Rounds of labelled constraints, joined by the strongest chains of certain ones."""

    def __init__(self, certain: Sequence[Constraint], asserted: Sequence[Constraint]) -> None:
        self._asserted = asserted
        heights, ring = settle(certain)
        if ring:
            raise ValueError("the constraints without a label contradict one another")
        ways = leaving(certain)
        self._chains = {each.after: _strongest(each.after, ways, heights) for each in asserted}

    def smallest(self) -> Round:
        """Rounds with one labelled constraint first, then with two, and so on."""
        count = len(self._asserted)
        steps = [[self._step(i, j) for j in range(count)] for i in range(count)]
        best: list[dict[int, tuple[int, tuple[int, ...]]]] = [{i: (0, (i,))} for i in range(count)]
        for _ in range(count):
            for start in range(count):
                closing = [
                    (total + gap, trail)
                    for at, (total, trail) in sorted(best[start].items())
                    if (gap := steps[at][start]) is not None
                ]
                found = max(closing, key=lambda each: each[0], default=(0, ()))
                if found[0] > 0:
                    return self._simple(self._walk(found[1]))
            best = [_further(reached, steps) for reached in best]
        raise AssertionError("a round with a positive sum has no more constraints than there are")

    def _step(self, one: int, other: int) -> int | None:
        """The largest sum of gaps from the end of one constraint to the end of another, that one's gap included."""
        chain = self._chains[self._asserted[one].after].get(self._asserted[other].before)
        return None if chain is None else chain[0] + self._asserted[other].gap

    def _walk(self, trail: Sequence[int]) -> list[Constraint]:
        walk: list[Constraint] = []
        for place, index in enumerate(trail):
            each, following = self._asserted[index], self._asserted[trail[(place + 1) % len(trail)]]
            walk += [each, *self._chain(each.after, following.before)]
        return walk

    def _chain(self, start: str, end: str) -> list[Constraint]:
        chains, links = self._chains[start], []
        while end != start:
            link = chains[end][1]
            assert link is not None
            links.append(link)
            end = link.before
        return links[::-1]

    def _simple(self, walk: list[Constraint]) -> Round:
        """A round that visits no moment twice: of two rounds that meet, the one whose sum is positive."""
        seen: dict[str, int] = {}
        for index, each in enumerate(walk):
            if each.before in seen:
                inner = walk[seen[each.before] : index]
                outer = walk[: seen[each.before]] + walk[index:]
                return self._simple(inner if sum(one.gap for one in inner) > 0 else outer)
            seen[each.before] = index
        return tuple(walk)


def _further(
    reached: Mapping[int, tuple[int, tuple[int, ...]]], steps: Sequence[Sequence[int | None]]
) -> dict[int, tuple[int, tuple[int, ...]]]:
    """One labelled constraint more, by the way with the largest sum."""
    found: dict[int, tuple[int, tuple[int, ...]]] = {}
    for at in sorted(reached):
        total, trail = reached[at]
        for other, gap in enumerate(steps[at]):
            if gap is not None and (other not in found or total + gap > found[other][0]):
                found[other] = (total + gap, (*trail, other))
    return found


def _strongest(
    start: str, ways: Mapping[str, list[Constraint]], heights: Mapping[str, int]
) -> dict[str, tuple[int, Constraint | None]]:
    """From one moment to every other: the largest sum of gaps, with the last constraint on the way.

    Dijkstra's search on what each constraint leaves unused of one solution (`heights`); of equals the shortest.
    """
    origin = heights.get(start, 0)
    found: dict[str, tuple[int, Constraint | None]] = {}
    waiting: list[tuple[int, int, str, int, Constraint | None]] = [(0, 0, start, 0, None)]
    order = 0
    while waiting:
        slack, length, point, _, link = heappop(waiting)
        if point in found:
            continue
        found[point] = (heights.get(point, 0) - origin - slack, link)
        for each in ways.get(point, ()):
            if each.after not in found:
                order += 1
                unused = heights[each.after] - heights[each.before] - each.gap
                heappush(waiting, (slack + unused, length + 1, each.after, order, each))
    return found
