"""What became of the mutants, on a terminal: the scores, then every survivor with its place."""

import textwrap
from collections.abc import Iterator, Sequence

from tabulate import tabulate

from factsuite.mutation.catching import would_catch
from factsuite.mutation.mutants import Fate, Outcome
from factsuite.mutation.operators.table import ARTICLE_OPERATORS
from factsuite.mutation.running import Mutated
from factsuite.mutation.scoring import Score, by_kind, by_link, by_operator, score_of, shown
from factsuite.reports.explaining import printable
from factsuite.reports.markdown_text import plural

_WIDTH = 100
_HEADERS = ("noticed", "survived", "equivalent", "redundant", "score", "by comparing")


def render_mutation_text(mutated: Sequence[Mutated]) -> str:
    """By link, by operator, by kind; the survivors; and the score."""
    outcomes = [outcome for each in mutated for outcome in each.outcomes]
    parts = [
        tabulate([[link.value, *_row(s)] for link, s in by_link(outcomes).items()], headers=["link", *_HEADERS]),
        tabulate([[name, *_row(s)] for name, s in by_operator(outcomes).items()], headers=["operator", *_HEADERS]),
        tabulate([[name, *_row(s)] for name, s in by_kind(outcomes).items()], headers=["kind of fact", *_HEADERS]),
    ]
    survivors = [each for each in outcomes if each.fate is Fate.SURVIVED]
    if survivors:
        lines = [f"Survivors ({len(survivors)}):"]
        for each in survivors:
            lines += _told(each)
        parts.append("\n".join(lines))
    parts.append("\n".join(_conclusion(outcomes, sum(each.errors for each in mutated))))
    return "\n\n".join(parts) + "\n"


def render_operators() -> str:
    """The operators by name, with what each does."""
    rows = [[operator.name, operator.meaning] for operator in ARTICLE_OPERATORS]
    return tabulate(rows, headers=["operator", "what it does"]) + "\n"


def _row(score: Score) -> list[object]:
    return [score.killed, score.survived, score.equivalent, score.redundant, shown(score.percent), score.compared]


def _told(outcome: Outcome) -> Iterator[str]:
    mutant = outcome.mutant
    yield f"  {mutant.location}: {mutant.operator} ({mutant.link.value})"
    after = f"'{printable(mutant.after)}'" if mutant.after.strip() else "nothing"
    facts = f" ({', '.join(mutant.facts[:3])})" if mutant.facts else ""
    text = f"'{printable(mutant.before)}' became {after}; {outcome.because}{facts}"
    yield from textwrap.wrap(text, _WIDTH, initial_indent="    ", subsequent_indent="    ")
    hint = f"would be caught by {would_catch(mutant)}"
    yield from textwrap.wrap(hint, _WIDTH, initial_indent="    ", subsequent_indent="    ")


def _conclusion(outcomes: Sequence[Outcome], errors: int) -> Iterator[str]:
    score = score_of(outcomes)
    if errors:
        yield f"{plural(errors, 'error')} stood before any mistake: mend them first, the score means little with them."
    if not score.counted:
        yield "No mistake could be made: there is no article with facts here that can be read."
        return
    killed = [each for each in outcomes if each.fate is Fate.KILLED]
    by_anchor, by_value = sum(e.by_anchor for e in killed), sum(e.by_value for e in killed)
    yield f"{score.killed} of {score.counted} mistakes were noticed: {shown(score.percent)}."
    yield (
        f"{score.compared} by comparing ({shown(score.compared_percent)}); "
        f"{score.killed - score.compared} only because copied words (an anchor, `of`, `corrects`) no longer stand."
    )
    if by_anchor:
        yield f"In the article alone, {by_anchor} by an anchor that no longer stands, {by_value} by what its words say."
    yield (
        f"Left out: {score.equivalent} that say the same or less, {score.redundant} in evidence no verdict hangs on, "
        f"{score.unchecked} in words marked as not checked."
    )
