"""Reports folded into lines: the one nearest the origin speaks, whatever anybody asserts."""

from collections.abc import Container, Iterable, Sequence

from msgspec import Struct

from factsuite.model.registry import Registry
from factsuite.verdicts.agreement.meeting import Meeting
from factsuite.verdicts.agreement.records import Report
from factsuite.verdicts.lines import origins


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

    def of_all(self, reports: Iterable[Report]) -> list[Way]:
        """Those of the sources of reports."""
        known = self._known
        return [known.get(report.source) or self._find(report.source) for report in reports]

    def _find(self, source: str) -> Way:
        roots, steps = origins(source, self._registry)
        found = self._registry.sources.get(source)
        is_unknown = found is not None and found.unknown_derivation
        way = Way(min(roots), roots, steps, is_unknown, len(roots) == 1 and not is_unknown)
        self._known[source] = way
        return way


def may_part(ways: Sequence[Way]) -> bool:
    """Whether reports, one at least, can come to more than one line; copies of one text cannot, whatever they say."""
    return len({way.line for way in ways}) > 1 or not all(way.is_plain for way in ways)


Lines = dict[str, list[int]]
"""By the name of each line the places of its reports, the one that speaks first."""


def fold(places: Sequence[int], ways: Sequence[Way], meeting: Meeting) -> Lines:
    """Fold reports, by the ways of their sources, into lines as evidence on a fact is, in order of first appearance.

    A source of several origins joins a line it shares. One of unknown derivation joins a line it agrees with, and is
    a line of its own where it agrees with none.
    """
    lines: Lines = {}
    late: list[int] = []
    for place in places:
        way = ways[place]
        if not way.is_plain:
            late.append(place)
        elif way.line in lines:
            lines[way.line].append(place)
        else:
            lines[way.line] = [place]
    if len(lines) == len(places):
        return lines  # each of one report: none joins another, and nothing is to be ordered
    guests: set[int] = set()
    for place in late:
        way = ways[place]
        shared = sorted(way.roots & lines.keys())
        alike = (
            [] if shared or not way.is_unknown else _agreeing(place, _ordered(lines, ways, guests, meeting), meeting)
        )
        if alike:
            guests.add(place)
        lines.setdefault((alike or shared or [way.line])[0], []).append(place)
    return _ordered(lines, ways, guests, meeting)


def _agreeing(place: int, lines: Lines, meeting: Meeting) -> list[str]:
    """The lines a report agrees with, those that say as much or more first."""
    alike = sorted(line for line, places in lines.items() if meeting.agree(place, places[0]))
    return sorted(alike, key=lambda line: not meeting.is_as_exact(lines[line][0], place))


def _ordered(lines: Lines, ways: Sequence[Way], guests: Container[int], meeting: Meeting) -> Lines:
    """The nearest to the origin first; of equally near ones the most exact speaks.

    `guests` are of unknown derivation: one adds nothing to a line that says the same, and never speaks for it.
    """

    def distance(place: int) -> tuple[bool, int]:
        return place in guests, ways[place].steps

    found: Lines = {}
    for line, places in lines.items():
        if len(places) > 1:
            ordered = sorted(places, key=distance)
            speaks = ordered[0]
            for place in ordered[1:]:
                if distance(place) != distance(speaks):
                    break
                if meeting.is_as_exact(place, speaks) and not meeting.is_as_exact(speaks, place):
                    speaks = place
            places = [speaks, *(place for place in ordered if place != speaks)]
        found[line] = places
    return found
