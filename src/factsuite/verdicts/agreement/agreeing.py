"""The agreements of an article: for every thing several lines report on, whether they can all be right.

Lines are counted, never sources: ten copies of one dispatch weigh as much as one transcript.
"""

from collections.abc import Container, Iterator, Mapping, Sequence

from msgspec import Struct

from factsuite.model.registry import Registry
from factsuite.verdicts.agreement.folding import Lines, Way, Ways, fold, may_part
from factsuite.verdicts.agreement.meeting import Meeting
from factsuite.verdicts.agreement.records import Agreement, Aside, Asserted, Report, Standing, Thing, Told
from factsuite.verdicts.agreement.settling import settle
from factsuite.verdicts.agreement.things import things_of
from factsuite.verdicts.grounds import Grounds

_INSIDE = Standing.INSIDE


class Agreements(Struct, frozen=True, kw_only=True):
    """Everything that two or more lines of an article report on, those set aside included."""

    items: tuple[Agreement, ...]

    @property
    def differing(self) -> tuple[Agreement, ...]:
        """Where lines cannot all be right, or could not if nothing had been set aside."""
        return tuple(each for each in self.items if not each.agrees or each.would_break)


def agreements_of(grounds: Grounds) -> Agreements:
    """The agreements of one article; a pure function of its facts, entities and sources."""
    ways = Ways(grounds.registry)
    found = [agreement_on(thing, grounds.registry, ways) for thing in things_of(grounds)]
    return Agreements(items=tuple([each for each in found if each is not None]))


def agreement_on(thing: Thing, registry: Registry, ways: Ways) -> Agreement | None:
    """How the lines on one thing stand to one another; None where fewer than two report on it."""
    reports = thing.reports
    came = ways.of_all(reports)
    if not may_part(came):
        return None
    meeting = settle(thing, registry)
    everywhere = range(len(reports))
    aside = [report for report in reports if report.set_aside]
    if not aside and meeting.is_one:
        lines = fold(everywhere, came, meeting)
        return _undisputed(thing, lines, meeting) if len(lines) > 1 else None
    silent = frozenset(meeting.silent)
    heard = [place for place in everywhere if place not in silent] if silent else everywhere
    lines = fold(heard, came, meeting)
    if len(lines) < 2:
        return None
    counting = [place for place in heard if not reports[place].set_aside] if aside else heard
    if len(counting) < len(heard):
        lines = fold(counting, came, meeting)
    members = [places[0] for places in lines.values()]
    values = meeting.different(members)
    clash = meeting.clash(values) if len(values) > 1 else ()
    names = dict(zip(members, lines, strict=True)) if clash else {}
    claimed = [place for place, _ in enumerate(thing.claims, start=len(reports)) if place not in silent]
    return Agreement(
        thing=thing,
        lines=tuple([_told(line, places, reports, meeting) for line, places in lines.items()]),
        shared=meeting.shared(values) if values and not clash else "",
        clash=tuple([names[member] for member in clash]),
        outliers=_outliers(meeting, members, names) if clash else (),
        asides=tuple(_asides(reports, heard, counting, meeting, came)) if len(counting) < len(heard) else (),
        asserted=_asserted(thing, frozenset(claimed), meeting, () if clash else values),
        left_open=_left_open(claimed, meeting, values),
        divided=len(values) > 1 and _divided(claimed, meeting, values),
        silent=tuple([report for place, report in enumerate(reports) if place in silent]) if silent else (),
    )


def _undisputed(thing: Thing, lines: Lines, meeting: Meeting) -> Agreement:
    """The same where every report and claim is of one value: nothing is weighed."""
    reports = thing.reports
    told = []
    for line, places in lines.items():
        heard = (reports[places[0]],) if len(places) == 1 else tuple([reports[place] for place in places])
        told.append(Told(line, heard))
    return Agreement(
        thing=thing,
        lines=tuple(told),
        shared=meeting.shared(next(iter(lines.values()))[:1]),
        clash=(),
        outliers=(),
        asides=(),
        asserted=tuple([Asserted(claim, _INSIDE) for claim in thing.claims]),
        left_open=bool(thing.claims),
        divided=False,
        silent=(),
    )


def _told(line: str, places: Sequence[int], reports: Sequence[Report], meeting: Meeting) -> Told:
    speaks = places[0]
    if len(places) == 1:
        return Told(line, (reports[speaks],))
    differing = [reports[place] for place in places[1:] if not meeting.agree(speaks, place)]
    return Told(line, tuple([reports[place] for place in places]), tuple(differing))


def _outliers(meeting: Meeting, members: Sequence[int], names: Mapping[int, str]) -> tuple[tuple[str, ...], ...]:
    """Of each largest group that can be right, the lines that do not belong to it."""
    return tuple(tuple(names[member] for member in members if member not in kept) for kept in meeting.largest(members))


def _asides(
    reports: Sequence[Report], heard: Sequence[int], counting: Sequence[int], meeting: Meeting, ways: Sequence[Way]
) -> Iterator[Aside]:
    """What each report set aside would do, if it alone counted beside the others."""
    before = [places[0] for places in fold(counting, ways, meeting).values()]
    was_whole = not before or not meeting.clash(before)
    for place in heard:
        report = reports[place]
        if report.set_aside:
            with_it = [places[0] for places in fold(sorted((*counting, place)), ways, meeting).values()]
            yield Aside(report=report, breaks=was_whole and bool(meeting.clash(with_it)))


def _asserted(thing: Thing, claimed: Container[int], meeting: Meeting, values: Sequence[int]) -> tuple[Asserted, ...]:
    """Each claim against the values, where these can all be right."""
    found = []
    for place, claim in enumerate(thing.claims, start=len(thing.reports)):
        standing = meeting.standing(place, values) if values and place in claimed else None
        found.append(Asserted(claim, standing))
    return tuple(found)


def _divided(claimed: Sequence[int], meeting: Meeting, values: Sequence[int]) -> bool:
    """Whether one value says all that a claim says, and another cannot be right together with it."""
    return any(
        not all(meeting.agree(value, claim) for value in values)
        and any(meeting.is_as_exact(value, claim) for value in values)
        for claim in claimed
    )


def _left_open(claimed: Sequence[int], meeting: Meeting, values: Sequence[int]) -> bool:
    """Whether every value says all that every claim says, and there is a claim."""
    for claim in claimed:
        for value in values:
            if not meeting.is_as_exact(value, claim):
                return False
    return bool(claimed)
