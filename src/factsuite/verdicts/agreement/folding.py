"""Reports folded into lines: the one nearest the origin speaks, whatever anybody asserts."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from factsuite.model.registry import Registry
from factsuite.verdicts.agreement.meeting import Meeting
from factsuite.verdicts.agreement.records import Report
from factsuite.verdicts.lines import origins


class Folded(Struct, frozen=True):
    """One line: the places of its reports, the one that speaks first."""

    line: str
    places: tuple[int, ...]

    @property
    def speaks(self) -> int:
        """The place of the report that counts."""
        return self.places[0]


class Way(Struct, frozen=True):
    """How a source goes back to the texts it derives from."""

    line: str
    """The text its line is named for where it joins no other."""
    roots: frozenset[str]
    steps: int
    is_unknown: bool
    """Whether nobody knows what it derives from."""
    is_plain: bool
    """Whether it leads to one text, and so to one line, whatever is reported."""


class Ways:
    """The ways of an article's sources, each looked up once."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._known: dict[str, Way] = {}

    def of(self, source: str) -> Way:
        """The way of one source."""
        known = self._known.get(source)
        if known is None:
            roots, steps = origins(source, self._registry)
            found = self._registry.sources.get(source)
            is_unknown = found is not None and found.unknown_derivation
            known = Way(min(roots), roots, steps, is_unknown, len(roots) == 1 and not is_unknown)
            self._known[source] = known
        return known

    def of_all(self, reports: Iterable[Report]) -> list[Way]:
        """Those of the sources of reports."""
        return [self.of(report.source) for report in reports]


def may_part(ways: Sequence[Way]) -> bool:
    """Whether reports can come to more than one line; copies of one text cannot, whatever they say."""
    return any(not way.is_plain or way.line != ways[0].line for way in ways)


class _Member(Struct, frozen=True):
    is_guest: bool
    """Of unknown derivation: it adds nothing to a line that says the same, and never speaks for it."""
    steps: int
    place: int


def fold(places: Sequence[int], ways: Sequence[Way], meeting: Meeting) -> list[Folded]:
    """Fold reports, by the ways of their sources, into lines as evidence on a fact is, in order of first appearance.

    A source of several origins joins a line it shares. One of unknown derivation joins a line it agrees with, and is
    a line of its own where it agrees with none.
    """
    lines: dict[str, list[_Member]] = {}
    late: list[tuple[int, Way]] = []
    for place in places:
        way = ways[place]
        if way.is_plain:
            lines.setdefault(way.line, []).append(_Member(False, way.steps, place))
        else:
            late.append((place, way))
    for place, way in late:
        shared = sorted(way.roots & set(lines))
        alike = [] if shared or not way.is_unknown else _agreeing(place, lines, meeting)
        if alike:
            lines[alike[0]].append(_Member(True, way.steps, place))
        else:
            lines.setdefault(shared[0] if shared else way.line, []).append(_Member(False, way.steps, place))
    return [Folded(line, _in_order(members, meeting)) for line, members in lines.items()]


def _agreeing(place: int, lines: dict[str, list[_Member]], meeting: Meeting) -> list[str]:
    """The lines a report agrees with, those that say as much or more first."""
    speaking = {line: _in_order(members, meeting)[0] for line, members in lines.items()}
    alike = sorted(line for line, first in speaking.items() if meeting.agree(place, first))
    return sorted(alike, key=lambda line: not meeting.is_as_exact(speaking[line], place))


def _in_order(members: Sequence[_Member], meeting: Meeting) -> tuple[int, ...]:
    """The nearest to the origin first; of equally near ones the most exact speaks."""
    if len(members) == 1:
        return (members[0].place,)
    ordered = sorted(members, key=lambda member: (member.is_guest, member.steps))
    nearest = [m for m in ordered if (m.is_guest, m.steps) == (ordered[0].is_guest, ordered[0].steps)]
    speaks = nearest[0]
    for member in nearest[1:]:
        if meeting.is_as_exact(member.place, speaks.place) and not meeting.is_as_exact(speaks.place, member.place):
            speaks = member
    return (speaks.place, *(member.place for member in ordered if member is not speaks))
