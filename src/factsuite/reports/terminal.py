"""The summary at the end of a run: counts by verdict, and what to correct."""

import textwrap
from collections import Counter
from collections.abc import Iterator

from tabulate import tabulate

from factsuite.reports.counting import Counts, pinned_and_sealed
from factsuite.reports.coverage_text import covered_words
from factsuite.reports.excused import gate_lines
from factsuite.reports.markdown_text import plural
from factsuite.reports.parts import FactPart, Run, as_run
from factsuite.reports.signoff_text import signed_words
from factsuite.reports.terminal_as_of import as_of_lines
from factsuite.reports.terminal_waiting import waiting_lines, waits
from factsuite.reports.terminal_width import WIDTH, filled, named_place
from factsuite.rules.findings import Severity
from factsuite.rules.results import Outcome, Result
from factsuite.verdicts.judging import Basis

_EXPLAINED = 3
"""Rules that are named with the command that explains them."""

_MARKS = {
    Outcome.FAILED: "FAILS",
    Outcome.ERROR: "FAILS",
    Outcome.KNOWN: "known",
    Outcome.WAIVED: "waived",
    Outcome.OLD: "old",
    Outcome.PASSED: "passes",
}
"""How a fact that is to be corrected stands to the gate; it passes where policy does not fail on what was found."""


def summary_lines(result: Result | Run) -> Iterator[str]:
    """The summary, within 100 columns."""
    run = as_run(result)
    counts = run.counts
    yield from tabulate(_verdict_rows(counts), headers=["verdict", "facts", "computed", "mixed", "judged"]).split("\n")
    yield ""
    yield from _paragraph(_compared(counts))
    yield from _paragraph(_not_compared(counts))
    yield from _paragraph(covered_words(counts))
    yield from _paragraph(signed_words(counts))
    wanted = [
        (fact.gravity, fact) for fact in run.facts if fact.gravity is not None and fact.outcome is not Outcome.OLD
    ]
    wanted.sort(key=lambda each: each[0])
    waiting = [fact for _, fact in wanted if waits(fact)]
    correcting = [fact for _, fact in wanted if not waits(fact)]
    if correcting:
        yield ""
        yield f"To correct ({len(correcting)}):"
        for fact in correcting:
            yield from _correction(fact)
    yield from waiting_lines(waiting)
    yield from gate_lines(run)
    yield from as_of_lines(run)
    others = [f for f in run.all_findings if f.severity is not Severity.ERROR]
    if others and run.as_of is None:
        yield ""
        yield f"{plural(len(others), 'warning or note', 'warnings and notes')}: see reports/consistency.md"
    yield from _explained(run)


def _verdict_rows(counts: Counts) -> list[list[object]]:
    rows: list[list[object]] = []
    for verdict, number in counts.by_verdict.items():
        rows.append([verdict, number, *(counts.by_verdict_and_basis[f"{verdict} {basis.value}"] for basis in Basis)])
    if counts.defective:
        rows.append(["(defective)", counts.defective, "", "", ""])
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


def _correction(fact: FactPart) -> Iterator[str]:
    yield from named_place(f"  {_MARKS[fact.outcome]}  {fact.verdict:<12}  {fact.label}", fact.at, 9)
    yield from filled(fact.told, 9)


def _explained(run: Run) -> Iterator[str]:
    """The command that tells what the rules ask that fail the run, the most frequent first."""
    rules = Counter(found.rule for found in run.all_findings if run.fails(found))
    names = sorted(rules, key=lambda rule: (-rules[rule], rule))[:_EXPLAINED]
    if names:
        yield ""
        yield from filled(f"What a rule asks: factsuite explain {' '.join(names)}", 0)


def _paragraph(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH)
