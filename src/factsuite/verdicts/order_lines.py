"""Lines below an order by dates: it takes both dates, so a line that gives one counts only beside one that gives the
other.

The number of such lines is the lesser of those for the one date and those for the other.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from factsuite.values.relation import Relation
from factsuite.verdicts.line import Line

_BY = {"earlier": "the earlier event", "later": "the later event"}


def pair_dates(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Join lines that give one date each, two and two, in their order; what is left over does not count."""
    lines = tuple(lines)
    if not _any_dates(lines):
        return lines
    joined: dict[int, Line | None] = {}
    for relation in Relation:
        halves = {event: _halves(lines, relation, event) for event in _BY}
        for first, second in zip(halves["earlier"], halves["later"], strict=False):
            joined[min(first, second)] = _join(lines[first], lines[second])
            joined[max(first, second)] = None
        paired = min(len(found) for found in halves.values())
        for event, found in halves.items():
            joined |= {index: _left_over(lines[index], event) for index in found[paired:]}
    kept = (joined.get(index, line) for index, line in enumerate(lines))
    return tuple(line for line in kept if line is not None)


def _any_dates(lines: Iterable[Line]) -> bool:
    """Whether any source gives the date of one event only, as it can below an order alone."""
    for line in lines:
        for entry in line.entries:
            if entry.dates_only:
                return True
    return False


def _only(line: Line) -> str:
    """The one event whose date a line gives; empty if it gives both, or the order itself."""
    given = {entry.dates_only for entry in line.entries}
    return given.pop() if len(given) == 1 else ""


def _halves(lines: tuple[Line, ...], relation: Relation, event: str) -> list[int]:
    return [index for index, line in enumerate(lines) if line.relation is relation and _only(line) == event]


def _join(earlier: Line, later: Line) -> Line:
    return Line(
        id=f"{earlier.id} + {later.id}",
        entries=(*earlier.entries, *later.entries),
        relation=earlier.relation,
        is_parent=earlier.is_parent and later.is_parent,
    )


def _left_over(line: Line, event: str) -> Line:
    return replace(line, discount=f"it dates {_BY[event]} only, and no line is left that dates the other")
