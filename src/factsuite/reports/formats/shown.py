"""What every format shows: the findings that count, and those that are excused, each with the reason."""

from collections.abc import Iterator

from msgspec import Struct

from factsuite.reports.excused import old_words, waiver_words
from factsuite.reports.parts import Run
from factsuite.rules.findings import Reported, Severity

GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


class Excused(Struct, frozen=True, kw_only=True):
    """A finding that is shown and does not count."""

    reported: Reported
    because: str
    in_source: bool = False
    """Whether the reason stands in the file the finding is about, not in one beside it."""


def counting(result: Run) -> tuple[Reported, ...]:
    """The findings that count, gravest first, then by place."""
    return tuple(sorted(result.all_findings, key=lambda f: (GRAVEST_FIRST.index(f.severity), f.sort_key)))


def excused(result: Run) -> Iterator[Excused]:
    """The findings that explain a known inaccuracy (the desk knows, and the correction is written down); then what is
    waived, and what is old.
    """
    for fact in result.facts:
        because = f"known inaccuracy; correction: {fact.correction}" if fact.correction else "known inaccuracy"
        yield from (Excused(reported=reported, because=because, in_source=True) for reported in fact.expected)
    for waived in result.all_waived:
        yield Excused(reported=waived.reported, because=waiver_words(waived))
    for reported in result.all_old:
        yield Excused(reported=reported, because=f"old: {old_words(result)}")


def message_of(reported: Reported) -> str:
    """The message and its hint in one text."""
    hint = f"\nhint: {reported.finding.hint}" if reported.finding.hint else ""
    return reported.finding.message + hint
