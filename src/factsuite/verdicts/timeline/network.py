"""The network solved: what the records cannot all mean, what the facts cannot all mean, and when everything can be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from factsuite.values.calendar.moments import Bounds
from factsuite.values.time_conflicts import Round, conflicts
from factsuite.values.time_network import Constraint, windows
from factsuite.verdicts.timeline.reasons import Conflict, Reason, Said, last_of
from factsuite.verdicts.timeline.spans import LOCAL, ZONES


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """What came of a network."""

    records: tuple[Conflict, ...]
    """Records that cannot all hold; they are left out of everything that follows."""
    facts: tuple[Conflict, ...]
    """Facts that cannot hold beside the records, or beside one another."""
    by_utc: Mapping[str, Bounds]
    """When each moment can be by the records alone, by the clock of UTC."""
    by_local: Mapping[str, Bounds]
    """The same by the clock of the unstated place."""


def solve(shapes: Iterable[Constraint], records: Iterable[Said], facts: Iterable[Said]) -> Solved:
    """First the records alone, then the facts beside them."""
    certain = [*ZONES, *shapes]
    records, facts = tuple(records), tuple(facts)
    named = {said.reason.label: said.reason for said in (*records, *facts)}
    wrong = [
        _conflict(ring, named, ())
        for ring in conflicts([*certain, *(each for said in records for each in said.labelled())])
    ]
    refused = {reason.label for conflict in wrong for reason in conflict.reasons}
    sound = [said for said in records if said.reason.label not in refused] if refused else records
    given = [*certain, *(each for said in sound for each in said.constraints)]

    def taken_out(labels: frozenset[str]) -> frozenset[str]:
        """What is known to be wrong; else what the article says last."""
        in_it = [named[label] for label in sorted(labels)]
        wrong = [reason for reason in in_it if reason.known] or [last_of(in_it)]
        return frozenset(reason.label for reason in wrong)

    asserted = [each for said in facts for each in said.labelled()]
    found = [_conflict(ring, named, sound) for ring in conflicts([*given, *asserted], taken_out)]
    return Solved(
        records=tuple(wrong),
        facts=tuple(dict.fromkeys(found)),
        by_utc=windows(given),
        by_local=windows(given, LOCAL),
    )


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
