"""The summary at the end of a run: counts by verdict, and what to correct."""

import textwrap
from collections.abc import Iterator

from tabulate import tabulate

from factsuite.reports.counting import Counts, count, pinned_and_sealed, to_correct
from factsuite.reports.coverage_text import covered_words
from factsuite.reports.excused import gate_lines
from factsuite.reports.explaining import printable
from factsuite.reports.markdown_text import plural
from factsuite.reports.signoff_text import signed_words
from factsuite.reports.terminal_as_of import as_of_lines
from factsuite.rules.findings import Severity
from factsuite.rules.results import FactResult, Outcome, Result
from factsuite.verdicts.judging import Basis

WIDTH = 100

_MARKS = {
    Outcome.FAILED: "FAILS",
    Outcome.ERROR: "FAILS",
    Outcome.KNOWN: "known",
    Outcome.WAIVED: "waived",
    Outcome.OLD: "old",
    Outcome.PASSED: "passes",
}
"""How a fact that is to be corrected stands to the gate; it passes where policy does not fail on what was found."""


def summary_lines(result: Result) -> Iterator[str]:
    """The summary, within 100 columns."""
    counts = count(result)
    yield from tabulate(_verdict_rows(result), headers=["verdict", "facts", "computed", "mixed", "judged"]).split("\n")
    yield ""
    yield from _paragraph(_compared(counts))
    yield from _paragraph(_not_compared(counts))
    yield from _paragraph(covered_words(result))
    yield from _paragraph(signed_words(result))
    wanted = [fact for fact in to_correct(result.facts) if fact.outcome is not Outcome.OLD]
    if wanted:
        yield ""
        yield f"To correct ({len(wanted)}):"
        for fact in wanted:
            yield from _correction(fact)
    yield from gate_lines(result)
    yield from as_of_lines(result)
    others = [f for f in result.all_findings if f.severity is not Severity.ERROR]
    if others and result.as_of is None:
        yield ""
        yield f"{plural(len(others), 'warning or note', 'warnings and notes')}: see reports/consistency.md"


def _verdict_rows(result: Result) -> list[list[object]]:
    rows: list[list[object]] = []
    judged = [fact.judgement for fact in result.facts if fact.judgement is not None]
    for verdict in count(result).by_verdict:
        of_this = [judgement for judgement in judged if judgement.verdict.value == verdict]
        bases = [sum(judgement.basis is basis for judgement in of_this) for basis in Basis]
        rows.append([verdict, len(of_this), *bases])
    broken = sum(fact.judgement is None for fact in result.facts)
    if broken:
        rows.append(["(defective)", broken, "", "", ""])
    return rows


def _compared(counts: Counts) -> str:
    return (
        f"{plural(counts.comparisons, 'comparison')} on {plural(counts.facts, 'fact')} of "
        f"{plural(counts.articles, 'article')}, {counts.judged} of them judged by a person; "
        f"{plural(counts.by_outcome['known'], 'known inaccuracy', 'known inaccuracies')}, "
        f"{counts.by_outcome['failed'] + counts.by_outcome['error']} failing."
    )


def _not_compared(counts: Counts) -> str:
    return (
        f"Not compared: {plural(counts.not_checked, 'passage')} marked as not checked, "
        f"{plural(counts.without_excerpt, 'entry', 'entries')} without an excerpt, "
        f"{plural(counts.without_exhibit, 'entry', 'entries')} without a pinned copy of the source"
        f"{pinned_and_sealed(counts)}, "
        f"{plural(counts.uncovered_fields, 'asserted field')} no source gives, "
        f"{plural(counts.set_aside, 'entry', 'entries')} set aside "
        f"({counts.hang_on_set_aside} with effect on a verdict)."
    )


def _correction(fact: FactResult) -> Iterator[str]:
    judgement = fact.judgement
    verdict = judgement.verdict.value if judgement is not None else "defective"
    mark = _MARKS[fact.outcome]
    yield f"  {mark}  {verdict:<12}  {fact.slot.label}  ({fact.slot.at.path}:{fact.slot.at.line})"[:WIDTH]
    if fact.outcome is Outcome.KNOWN and judgement is not None and judgement.fact.correction is not None:
        text = judgement.fact.correction.text
    else:
        told = [*fact.findings, *(each.reported for each in fact.waived), *fact.old]
        text = told[0].finding.message if told else fact.slot.claim
    yield from textwrap.wrap(printable(text), WIDTH, initial_indent=" " * 9, subsequent_indent=" " * 9)


def _paragraph(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH)
