"""Lines that stand alone: a source of the speaker's own words needs no second one beside it."""

from collections.abc import Iterable

from factsuite.model.facts import Fact
from factsuite.model.lines_policy import LinesPolicy
from factsuite.model.registry import Registry
from factsuite.values.relation import Relation
from factsuite.verdicts.entries import JudgedEntry
from factsuite.verdicts.line import Line


def standing_alone(fact: Fact, lines: Iterable[Line], registry: Registry, policy: LinesPolicy) -> tuple[str, ...]:
    """The sources of which one would suffice, in the order of their lines.

    Policy names their kinds. Of words somebody said, such a source must report the speaker the article names:
    a ministry's transcript of its own briefing is no official text of another's words.
    """
    found = (
        entry.source
        for line in lines
        if line.counts and line.relation is Relation.ENTAILS
        for entry in line.entries
        if entry.relation is Relation.ENTAILS and not entry.unnamed and _suffices(fact, entry, registry, policy)
    )
    return tuple(dict.fromkeys(found))


def _suffices(fact: Fact, entry: JudgedEntry, registry: Registry, policy: LinesPolicy) -> bool:
    source = registry.sources.get(entry.source)
    if source is None or not policy.suffices_alone(fact.kind, source.kind):
        return False
    return "speaker" not in fact.fields.claimed or any(
        comparison.field == "speaker" and comparison.relation is Relation.ENTAILS for comparison in entry.comparisons
    )
