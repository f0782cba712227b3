"""The network solved: what the records cannot all mean, what the facts cannot all mean, and when everything can be."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from factsuite.values.calendar.moments import Bounds
from factsuite.values.time_conflicts import Round, conflicts
from factsuite.values.time_network import Constraint, has_solution, windows
from factsuite.verdicts.timeline.reasons import Conflict, Meant, Reason, Said, last_of
from factsuite.verdicts.timeline.spans import LOCAL, ZONES


class Solved(Struct, frozen=True, kw_only=True, dict=True):
    """What came of a network."""

    records: tuple[Conflict, ...]
    """Records that cannot all hold; they are left out of everything that follows."""
    facts: tuple[Conflict, ...]
    """Facts that cannot hold beside the records, or beside one another."""
    given: tuple[Constraint, ...]
    """What the records come to, and what is certain whatever they say."""

    @cached_property
    def by_utc(self) -> Mapping[str, Bounds]:
        """When each moment can be by the records alone, by the clock of UTC."""
        return windows(self.given)

    @cached_property
    def by_local(self) -> Mapping[str, Bounds]:
        """The same by the clock of the unstated place."""
        return windows(self.given, LOCAL)


def solve(shapes: Iterable[Constraint], records: Iterable[Said | Meant], facts: Iterable[Said | Meant]) -> Solved:
    """First the records alone, then the facts beside them."""
    certain = [*ZONES, *shapes]
    records, facts = tuple(records), tuple(facts)
    given = [*certain, *_all_of(records)]
    if has_solution([*given, *_all_of(facts)]):
        return Solved(records=(), facts=(), given=tuple(given))
    return _searched(certain, [each.said() for each in records], [each.said() for each in facts])


def _all_of(said: Iterable[Said | Meant]) -> list[Constraint]:
    return [constraint for each in said for constraint in each.constraints]


def _searched(certain: Sequence[Constraint], records: Sequence[Said], facts: Sequence[Said]) -> Solved:
    """The same where something cannot hold."""
    named = {said.reason.label: said.reason for said in (*records, *facts)}
    wrong = [
        _conflict(ring, named, ())
        for ring in conflicts([*certain, *(each for said in records for each in said.labelled())])
    ]
    refused = {reason.label for conflict in wrong for reason in conflict.reasons}
    sound = [said for said in records if said.reason.label not in refused] if refused else records
    given = [*certain, *_all_of(sound)]

    def taken_out(labels: frozenset[str]) -> frozenset[str]:
        """What is known to be wrong; else what the article says last."""
        in_it = [named[label] for label in sorted(labels)]
        wrong = [reason for reason in in_it if reason.known] or [last_of(in_it)]
        return frozenset(reason.label for reason in wrong)

    asserted = [each for said in facts for each in said.labelled()]
    found = [_conflict(ring, named, sound) for ring in conflicts([*given, *asserted], taken_out)]
    return Solved(records=tuple(wrong), facts=tuple(dict.fromkeys(found)), given=tuple(given))


def _conflict(ring: Round, named: Mapping[str, Reason], sound: Iterable[Said]) -> Conflict:
    """The reasons of a round, each once, from the first fact on."""
    behind: dict[Constraint, Reason] = {}
    for said in sound:
        for each in said.constraints:
            behind.setdefault(each, said.reason)
    reasons = [named.get(each.label) or behind.get(replace(each, label="")) for each in ring]
    known = [reason for reason in reasons if reason is not None]
    start = next((index for index, reason in enumerate(known) if reason.fact is not None), 0)
    return Conflict(reasons=tuple(dict.fromkeys([*known[start:], *known[:start]])))
