"""Blast radius for the terminal and as JSON."""

import json
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from tabulate import tabulate

from factsuite.impact.blast import Blast
from factsuite.impact.sentences import sentence_of
from factsuite.impact.targets import Sort
from factsuite.impact.withdrawal import Struck, entailing
from factsuite.model.dossiers import Dossier
from factsuite.model.facts import Fact
from factsuite.reports.explaining import printable
from factsuite.reports.markdown_text import plural

_WIDTH = 100
_SHOWN = 15


def render_impact_text(blast: Blast) -> str:
    """What falls, worst first: for an editor at a terminal."""
    return printable("\n".join(_told(blast))) + "\n"


def render_impact_json(blast: Blast) -> str:
    """The same as data."""
    data = {
        "target": {"sort": blast.target.sort.value, "id": blast.target.id, "article": blast.target.article},
        "falls": list(blast.fallen),
        "articles": list(blast.articles),
        "measures": list(blast.measures),
        "facts": [_struck_data(each) for each in blast.struck],
        "following": [{**_fact_data(each.dossier, each.fact), "because": each.because} for each in blast.following],
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def render_ranking_text(blasts: Sequence[Blast]) -> str:
    """The sources on which most hangs."""
    rows = [
        [printable(b.target.id), len(b.articles), len(b.struck), len(b.changing), len(b.orphaned)]
        for b in blasts[:_SHOWN]
    ]
    head = ["if this source falls", "articles", "facts that cite it", "verdicts change", "lose their last line"]
    lines = tabulate(rows, headers=head).split("\n")
    left = len(blasts) - len(rows)
    if left:
        lines += ["", f"and {plural(left, 'more source')}: --format json lists all of them"]
    if not rows:
        lines = ["no fact rests on any source"]
    return "\n".join([*lines, "", "factsuite impact SOURCE tells which facts these are."]) + "\n"


def render_ranking_json(blasts: Sequence[Blast]) -> str:
    """The same as data, all of it."""
    data = [
        {
            "source": b.target.id,
            "article": b.target.article,
            "falls": list(b.fallen),
            "articles": list(b.articles),
            "facts": len(b.struck),
            "verdicts_change": [_label(each) for each in b.changing],
            "lose_last_line": [_label(each) for each in b.orphaned],
        }
        for b in blasts
    ]
    return json.dumps({"sources": data}, indent=1, ensure_ascii=False) + "\n"


def _told(blast: Blast) -> Iterator[str]:
    yield from _headline(blast)
    worse = [each for each in blast.struck if each.changes or each.loses_last_line]
    if worse:
        yield ""
        yield f"Falls ({len(worse)}):"
        for each in worse:
            yield from _struck(each)
    if blast.following:
        yield ""
        yield f"To look at again ({len(blast.following)}):"
        for mention in blast.following:
            yield f"  {mention.fact.label}  {mention.because}  ({mention.fact.at.path}:{mention.fact.at.line})"
            yield from _sentence_lines(mention.dossier, mention.fact)
    held = [each for each in blast.struck if each not in worse]
    if held:
        yield ""
        yield f"Holds without it ({len(held)}):"
        for each in held:
            yield f"  {each.fact.label}  {each.after.verdict.value}  {_lines_left(each)}"
    if blast.measures:
        yield ""
        yield f"Measures concerned: {', '.join(blast.measures)}"
    if not blast.struck and not blast.following:
        yield "Nothing rests on it."


def _headline(blast: Blast) -> Iterator[str]:
    copies = [id for id in blast.fallen if id != blast.target.id]
    if blast.target.sort is Sort.SOURCE:
        yield f"If {blast.target} falls" + (", and with it what copies it:" if copies else ":")
        yield from _wrapped(", ".join(copies), "  ") if copies else ()
    elif blast.target.sort is Sort.ENTITY:
        yield f"If what is recorded of {blast.target} falls:"
    else:
        yield f"If {blast.target} falls:"
    if blast.struck:
        yield (
            f"{plural(len(blast.struck), 'fact')} of {plural(len(blast.articles), 'article')} "
            f"{'rests' if len(blast.struck) == 1 else 'rest'} on it; {plural(len(blast.changing), 'verdict')} "
            f"would change, {plural(len(blast.orphaned), 'fact')} would lose the last line."
        )


def _struck(each: Struck) -> Iterator[str]:
    before, after = each.before.verdict.value, each.after.verdict.value
    verdict = f"{before} -> {after}" if each.changes else before
    last = "  loses its last line" if each.loses_last_line else ""
    yield f"  {each.fact.label}  {verdict}{last}  ({each.fact.at.path}:{each.fact.at.line})"
    yield from _sentence_lines(each.dossier, each.fact)


def _lines_left(each: Struck) -> str:
    """How many lines there are, and how many are left: those that support it, where any did."""
    if entailing(each.before):
        before, after, what = entailing(each.before), entailing(each.after), "support it"
    else:
        before, after, what = len(each.before.lines), len(each.after.lines), "bear on it"
    return f"{plural(before, 'line')} {what}, {after} without"


def _sentence_lines(dossier: Dossier, fact: Fact) -> Iterator[str]:
    sentence, at = sentence_of(dossier, fact)
    if at is not None:
        yield from _wrapped(f"{at.path.name}:{at.line}:{at.column} {sentence}", "      ")


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(printable(text), _WIDTH, initial_indent=indent, subsequent_indent=indent)


def _struck_data(each: Struck) -> dict[str, Any]:
    return {
        **_fact_data(each.dossier, each.fact),
        "verdict": each.before.verdict.value,
        "verdict_without": each.after.verdict.value,
        "lines": entailing(each.before),
        "lines_without": entailing(each.after),
        "loses_last_line": each.loses_last_line,
    }


def _fact_data(dossier: Dossier, fact: Fact) -> dict[str, Any]:
    sentence, at = sentence_of(dossier, fact)
    return {
        "article": dossier.id,
        "fact": fact.label,
        "claim": fact.claim.text,
        "sentence": sentence,
        "sentence_at": {"path": str(at.path), "line": at.line, "column": at.column} if at is not None else None,
        "location": {"path": str(fact.at.path), "line": fact.at.line, "column": fact.at.column},
    }


def _label(each: Struck) -> str:
    return f"{each.dossier.id}/{each.fact.label}"
