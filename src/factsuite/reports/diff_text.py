"""The diff for a terminal: one line a change, by article, the gravest first."""

from collections.abc import Iterator
from itertools import groupby

from factsuite.diffs.changes import GRAVEST_FIRST, Change, Diff
from factsuite.reports.explaining import printable
from factsuite.reports.markdown_text import plural
from factsuite.rules.findings import Severity

WORDS = {Severity.ERROR: "stops", Severity.WARNING: "look", Severity.NOTE: "note"}
"""What a change asks of an editor, by its severity."""
HOUSE = "the house"
"""The heading of what belongs to no single article."""


def render_diff_text(diff: Diff) -> str:
    """Every change in one line, what to do below those that stop; then the count."""
    lines = []
    for article, changes in groupby(diff.changes, key=lambda change: change.article):
        lines += ["", article or HOUSE]
        for each in changes:
            lines += _lines(each)
    return printable("\n".join([*lines, "", summary(diff)]).lstrip("\n")) + "\n"


def _lines(change: Change) -> Iterator[str]:
    yield f"  {WORDS[change.severity]:<6} {change.rule:<24} {told(change)}  [{change.at}]"
    if change.severity is Severity.ERROR and change.hint:
        yield f"         {change.hint}"


def told(change: Change) -> str:
    """The message, with the fact it is a change of where the message does not name it."""
    if change.fact is None or f"`{change.fact}`" in change.message:
        return change.message
    return f"`{change.fact}`: {change.message}"


def summary(diff: Diff) -> str:
    """How many changes of which severity, between which versions."""
    between = f"{diff.before} -> {diff.now}"
    if not diff.changes:
        return f"{between}: no fact, no sentence and no setting says anything else."
    counts = [sum(change.severity is severity for change in diff.changes) for severity in GRAVEST_FIRST]
    words = (f"{count} {name}" for count, name in zip(counts, ("to stop for", "to look at", "to note"), strict=True))
    return f"{between}: {plural(len(diff.changes), 'change')}: {', '.join(words)}."
