"""Values that are opposed two by two: the fewest that cannot all be right, and the most that can.

For places, people, titles and words there is no line to sweep along: two of them can be right together or not, and
several can be where every two of them can. Two opposed values are then the smallest clash.
"""

from collections.abc import Callable, Sequence


def opposed_pair(values: Sequence[str], opposed: Callable[[int, int], bool]) -> tuple[int, ...]:
    """The first two values that are opposed, by their places in the sequence. Equal keys are one value."""
    first = _first_places(values)
    for position, one in enumerate(first):
        for other in first[position + 1 :]:
            if opposed(one, other):
                return tuple(sorted((one, other)))
    return ()


def largest_unopposed(values: Sequence[str], opposed: Callable[[int, int], bool]) -> tuple[frozenset[int], ...]:
    """The largest groups of values of which no two are opposed, by their places in the sequence.

    Equal values stay together, so the search is over the different ones: each is left out, or all opposed to it are.
    """
    first = _first_places(values)
    members = {one: [place for place, value in enumerate(values) if value == values[one]] for one in first}
    against = {one: frozenset(other for other in first if other != one and opposed(one, other)) for one in first}
    best: list[frozenset[int]] = []
    least = len(values)

    def leave_out(kept: frozenset[int], cost: int) -> None:
        nonlocal least
        if cost > least:
            return
        torn = [one for one in first if one in kept and against[one] & kept]
        if not torn:
            if cost < least:
                best.clear()
            least = cost
            if kept not in best:
                best.append(kept)
            return
        worst = max(torn, key=lambda one: (len(against[one] & kept), -one))
        leave_out(kept - {worst}, cost + len(members[worst]))
        rivals = against[worst] & kept
        leave_out(kept - rivals, cost + sum(len(members[rival]) for rival in rivals))

    leave_out(frozenset(first), 0)
    groups = (frozenset(place for one in kept for place in members[one]) for kept in best)
    return tuple(sorted(groups, key=sorted))


def _first_places(values: Sequence[str]) -> list[int]:
    return [place for place, value in enumerate(values) if value not in values[:place]]
