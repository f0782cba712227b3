"""Lines below an order by dates: it takes both dates, so a line that gives one counts only beside one that gives the
other.

The number of such lines is the lesser of those for the one date and those for the other.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from factsuite.values.relation import Relation
from factsuite.verdicts.line import Line

_BY = {"earlier": "the earlier event", "later": "the later event"}


def pair_dates(lines: Sequence[Line]) -> list[Line]:
    """Join lines that give one date each, two and two, in their order; what is left over does not count."""
    halves: dict[tuple[Relation, str], list[int]] = {}
    for index, line in enumerate(lines):
        halves.setdefault((line.relation, _only(line)), []).append(index)
    joined: dict[int, Line | None] = {}
    for relation in {relation for relation, _ in halves}:
        each = {event: halves.get((relation, event), []) for event in _BY}
        for first, second in zip(each["earlier"], each["later"], strict=False):
            joined[min(first, second)] = _join(lines[first], lines[second])
            joined[max(first, second)] = None
        paired = min(map(len, each.values()))
        for event, found in each.items():
            for index in found[paired:]:
                joined[index] = _left_over(lines[index], event)
    kept = (joined.get(index, line) for index, line in enumerate(lines))
    return [line for line in kept if line is not None]


def _only(line: Line) -> str:
    """The one event whose date a line gives; empty if it gives both, or the order itself."""
    given = {entry.dates_only for entry in line.entries}
    return given.pop() if len(given) == 1 else ""


def _join(earlier: Line, later: Line) -> Line:
    return Line(
        id=f"{earlier.id} + {later.id}",
        entries=(*earlier.entries, *later.entries),
        relation=earlier.relation,
        is_parent=earlier.is_parent and later.is_parent,
    )


def _left_over(line: Line, event: str) -> Line:
    return replace(line, discount=f"it dates {_BY[event]} only, and no line is left that dates the other")
