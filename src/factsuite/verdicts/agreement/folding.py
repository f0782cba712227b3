"""Reports folded into lines: the one nearest the origin speaks, whatever anybody asserts."""

from collections.abc import Sequence
from dataclasses import dataclass

from factsuite.model.registry import Registry
from factsuite.verdicts.agreement.meeting import Meeting
from factsuite.verdicts.agreement.records import Report
from factsuite.verdicts.lines import origins


@dataclass(frozen=True, slots=True)
class Folded:
    """One line: the places of its reports, the one that speaks first."""

    line: str
    places: tuple[int, ...]

    @property
    def speaks(self) -> int:
        """The place of the report that counts."""
        return self.places[0]


@dataclass(frozen=True, slots=True)
class _Member:
    place: int
    steps: int
    is_guest: bool = False
    """Of unknown derivation: it adds nothing to a line that says the same, and never speaks for it."""


def fold(places: Sequence[int], reports: Sequence[Report], meeting: Meeting, registry: Registry) -> list[Folded]:
    """Fold reports into lines as evidence on a fact is folded, in order of first appearance.

    A source of several origins joins a line it shares. One of unknown derivation joins a line it agrees with, and is
    a line of its own where it agrees with none.
    """
    lines: dict[str, list[_Member]] = {}
    late: list[tuple[int, frozenset[str], int]] = []
    for place in places:
        source = reports[place].source
        roots, steps = origins(source, registry)
        if len(roots) > 1 or _is_unknown(source, registry):
            late.append((place, roots, steps))
        else:
            lines.setdefault(min(roots), []).append(_Member(place, steps))
    for place, roots, steps in late:
        shared = sorted(roots & set(lines))
        alike = [] if shared or not _is_unknown(reports[place].source, registry) else _agreeing(place, lines, meeting)
        if alike:
            lines[alike[0]].append(_Member(place, steps, is_guest=True))
        else:
            lines.setdefault(shared[0] if shared else min(roots), []).append(_Member(place, steps))
    return [Folded(line, _in_order(members, meeting)) for line, members in lines.items()]


def _agreeing(place: int, lines: dict[str, list[_Member]], meeting: Meeting) -> list[str]:
    """The lines a report agrees with, those that say as much or more first."""
    speaking = {line: _in_order(members, meeting)[0] for line, members in lines.items()}
    alike = sorted(line for line, first in speaking.items() if meeting.agree(place, first))
    return sorted(alike, key=lambda line: not meeting.is_as_exact(speaking[line], place))


def _in_order(members: Sequence[_Member], meeting: Meeting) -> tuple[int, ...]:
    """The nearest to the origin first; of equally near ones the most exact speaks."""
    ordered = sorted(members, key=lambda member: (member.is_guest, member.steps))
    nearest = [m for m in ordered if (m.is_guest, m.steps) == (ordered[0].is_guest, ordered[0].steps)]
    speaks = nearest[0]
    for member in nearest[1:]:
        if meeting.is_as_exact(member.place, speaks.place) and not meeting.is_as_exact(speaks.place, member.place):
            speaks = member
    return (speaks.place, *(member.place for member in ordered if member is not speaks))


def _is_unknown(source: str, registry: Registry) -> bool:
    found = registry.sources.get(source)
    return found is not None and found.unknown_derivation
