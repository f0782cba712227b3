"""The agreements of an article: for every thing several lines report on, whether they can all be right.

Lines are counted, never sources: ten copies of one dispatch weigh as much as one transcript.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factsuite.model.registry import Registry
from factsuite.verdicts.agreement.folding import Folded, Way, Ways, fold, may_part
from factsuite.verdicts.agreement.meeting import Meeting
from factsuite.verdicts.agreement.records import Agreement, Aside, Asserted, Thing, Told
from factsuite.verdicts.agreement.settling import settle
from factsuite.verdicts.agreement.things import things_of
from factsuite.verdicts.grounds import Grounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreements:
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
    came = ways.of_all(thing.reports)
    if not may_part(came):
        return None
    meeting = settle(thing, registry)
    heard = [place for place in range(len(thing.reports)) if not meeting.is_silent(place)]
    counting = [place for place in heard if not thing.reports[place].set_aside]
    folded = fold(heard, came, meeting)
    if len(folded) < 2:
        return None
    if counting != heard:
        folded = fold(counting, came, meeting)
    members = [each.speaks for each in folded]
    values = _different(members, thing)
    clash = meeting.clash(values) if len(values) > 1 else ()
    names = {each.speaks: each.line for each in folded}
    claims = range(len(thing.reports), len(thing.reports) + len(thing.claims))
    claimed = [place for place in claims if not meeting.is_silent(place)]
    return Agreement(
        thing=thing,
        lines=tuple([_told(each, thing, meeting) for each in folded]),
        shared=meeting.shared(values) if values and not clash else "",
        clash=tuple([names[member] for member in clash]),
        outliers=_outliers(meeting, members, names) if clash else (),
        asides=tuple(_asides(thing, heard, counting, meeting, came)) if counting != heard else (),
        asserted=tuple(_asserted(thing, meeting, values)),
        left_open=_left_open(claimed, meeting, values),
        divided=_divided(claimed, meeting, values),
        silent=tuple([report for place, report in enumerate(thing.reports) if meeting.is_silent(place)]),
    )


def _different(members: Sequence[int], thing: Thing) -> list[int]:
    """Of members with one value the first: what is asked of all members together need not be asked twice of a value."""
    first: dict[object, int] = {}
    for member in members:
        said = thing.reports[member].said
        first.setdefault(said if isinstance(said, (str, tuple)) else id(said), member)
    return list(first.values())


def _told(folded: Folded, thing: Thing, meeting: Meeting) -> Told:
    places = folded.places
    differing = [place for place in places if not meeting.agree(places[0], place)]
    return Told(
        line=folded.line,
        reports=tuple([thing.reports[place] for place in places]),
        differing=tuple([thing.reports[place] for place in differing]) if differing else (),
    )


def _outliers(meeting: Meeting, members: Sequence[int], names: dict[int, str]) -> tuple[tuple[str, ...], ...]:
    """Of each largest group that can be right, the lines that do not belong to it."""
    return tuple(tuple(names[member] for member in members if member not in kept) for kept in meeting.largest(members))


def _asides(
    thing: Thing, heard: Sequence[int], counting: Sequence[int], meeting: Meeting, ways: Sequence[Way]
) -> Iterator[Aside]:
    """What each report set aside would do, if it alone counted beside the others."""
    before = {each.line: each.speaks for each in fold(counting, ways, meeting)}
    was_whole = not before or not meeting.clash(list(before.values()))
    for place in heard:
        report = thing.reports[place]
        if report.set_aside:
            with_it = fold(sorted((*counting, place)), ways, meeting)
            breaks = was_whole and bool(meeting.clash([each.speaks for each in with_it]))
            yield Aside(report=report, breaks=breaks)


def _asserted(thing: Thing, meeting: Meeting, values: Sequence[int]) -> Iterator[Asserted]:
    for place, claim in enumerate(thing.claims, start=len(thing.reports)):
        can_stand = bool(values) and not meeting.is_silent(place)
        yield Asserted(claim=claim, standing=meeting.standing(place, values) if can_stand else None)


def _divided(claims: Sequence[int], meeting: Meeting, values: Sequence[int]) -> bool:
    """Whether one value says all that a claim says, and another cannot be right together with it."""
    return any(
        not all(meeting.agree(value, claim) for value in values)
        and any(meeting.is_as_exact(value, claim) for value in values)
        for claim in claims
    )


def _left_open(claims: Sequence[int], meeting: Meeting, values: Sequence[int]) -> bool:
    """Whether every value says all that every claim says, and there is a claim."""
    return bool(claims) and all(meeting.is_as_exact(value, claim) for value in values for claim in claims)
