"""Lines that stand alone: a source of the speaker's own words needs no second one beside it."""

from collections.abc import Iterable

from factsuite.model.facts import Fact
from factsuite.model.lines_policy import LinesPolicy
from factsuite.model.registry import Registry
from factsuite.values.relation import ENTAILS
from factsuite.verdicts.entries import JudgedEntry
from factsuite.verdicts.line import Line


def standing_alone(fact: Fact, lines: Iterable[Line], registry: Registry, policy: LinesPolicy) -> tuple[str, ...]:
    """The sources of which one would suffice, in the order of their lines.

    Policy names their kinds. Of words somebody said, such a source must report the speaker the article names:
    a ministry's transcript of its own briefing is no official text of another's words.
    """
    kinds = policy.sufficing_alone(fact.kind)
    if not kinds:
        return ()
    asks_speaker = "speaker" in fact.fields.claimed
    found: dict[str, None] = {}
    for line in lines:
        if line.relation is not ENTAILS or not line.counts:
            continue
        for entry in line.entries:
            source = registry.sources.get(entry.source)
            if source is None or source.kind not in kinds or entry.relation is not ENTAILS or entry.unnamed:
                continue
            if not asks_speaker or _entails_speaker(entry):
                found[entry.source] = None
    return tuple(found)


def _entails_speaker(entry: JudgedEntry) -> bool:
    """Whether it reports the speaker whom the article names."""
    return any(comparison.field == "speaker" and comparison.relation is ENTAILS for comparison in entry.comparisons)
