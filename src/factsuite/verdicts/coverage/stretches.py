"""Stretches of a text taken together: what they hold, and what they meet."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

Span = tuple[int, int]
"""A stretch: its first place, and the place after its last."""

NOWHERE: Span = (0, 0)


class Stretches:
    """A union of stretches; stretches that touch or overlap are one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans: list[Span] = []
        for start, end in sorted(spans):
            if self.spans and start <= self.spans[-1][1]:
                self.spans[-1] = self.spans[-1][0], max(end, self.spans[-1][1])
            elif start < end:
                self.spans.append((start, end))
        self._starts = [start for start, _ in self.spans]
        self._ends = [end for _, end in self.spans]

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch lies within them."""
        place = bisect_right(self._starts, start) - 1
        return place >= 0 and end <= self._ends[place]

    def meets(self, start: int, end: int) -> bool:
        """Whether a stretch shares a character with them."""
        place = bisect_right(self._ends, start)
        return place < len(self.spans) and self._starts[place] < end

    def within(self, start: int, end: int) -> list[Span]:
        """The parts of them that lie in a stretch, in order."""
        place = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end)
        return [(max(start, first), min(end, stop)) for first, stop in self.spans[place:last]]
