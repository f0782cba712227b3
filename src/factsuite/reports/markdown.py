"""The report for a person: what to correct first, then disputed and overstated, then the rest."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from factsuite.model.policy import Policy
from factsuite.reports.counting import count, pinned_and_sealed
from factsuite.reports.markdown_article import Block, article_blocks, article_head, in_order, title_of
from factsuite.reports.markdown_facts import finding_items
from factsuite.reports.markdown_gate import excused_lines, switched_off_lines
from factsuite.reports.markdown_size import LONGEST_FILE, length
from factsuite.reports.markdown_text import plural, table
from factsuite.reports.mutation_stored import stored_lines
from factsuite.reports.policy_words import policy_in_words
from factsuite.reports.run_changes_markdown import run_changes_lines
from factsuite.rules.results import ArticleResult, Result
from factsuite.runs.comparing import RunChanges

MARKDOWN = "consistency.md"
PART = "<!-- factsuite: a part of consistency.md -->"
"""The first line of the files that consistency.md leads to where it would be too long to be shown."""


def markdown_files(
    result: Result,
    mutation: dict[str, Any] | None = None,
    changes: RunChanges | None = None,
    longest: int = LONGEST_FILE,
) -> dict[str, str]:
    """The report by file name: one file, or where it is longer than a forge shows, one that leads to the others."""
    whole = render_markdown(result, mutation, changes)
    if len(whole.encode("utf-8")) <= longest:
        return {MARKDOWN: whole}
    files: dict[str, str] = {}
    lines = [*_head(result, changes), "**The facts stand in files of their own:** this report would be too long.", ""]
    for article in result.articles:
        parts = _parts(article, result.policy, longest)
        lines += [*article_head(article), f"Its facts: {', '.join(f'[{name}]({name})' for name in parts)}", ""]
        files |= parts
    return {MARKDOWN: _joined([*lines, *_tail(result, mutation)]), **files}


def render_markdown(result: Result, mutation: dict[str, Any] | None = None, changes: RunChanges | None = None) -> str:
    """The whole report as one text; `mutation` is what is stored of the mutation score, where it is about these files.

    `changes` is what an earlier report says otherwise, where one was named.
    """
    lines = _head(result, changes)
    for article in result.articles:
        lines += [*article_head(article), *in_order(article_blocks(article, result.policy))]
    return _joined([*lines, *_tail(result, mutation)])


def _head(result: Result, changes: RunChanges | None) -> list[str]:
    since = run_changes_lines(changes) if changes is not None else ()
    return ["# Consistency report", "", *_introduction(result), *since]


def _tail(result: Result, mutation: dict[str, Any] | None) -> Iterator[str]:
    if result.findings:
        yield from ("## Across articles", "", *finding_items(result.findings), "")
    yield from excused_lines(result)
    yield from stored_lines(mutation)


def _parts(article: ArticleResult, policy: Policy, longest: int) -> dict[str, str]:
    """An article's blocks in files that are short enough; no block is cut."""
    files: dict[str, str] = {}
    for number, blocks in enumerate(_packed(article_blocks(article, policy), longest), start=1):
        head = [PART, f"# {title_of(article)}", "", f"A part of the [consistency report]({MARKDOWN}).", ""]
        files[f"consistency.{article.dossier.id}-{number}.md"] = _joined([*head, *in_order(blocks)])
    return files


def _packed(blocks: Iterable[Block], longest: int) -> Iterator[Sequence[Block]]:
    packed: list[Block] = []
    size = 0
    for block in blocks:
        more = 2 * length(block.lines)  # a character may be more than one byte
        if packed and size + more > longest:
            yield packed
            packed, size = [], 0
        packed.append(block)
        size += more
    if packed:
        yield packed


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"


def _introduction(result: Result) -> Iterator[str]:
    counts = count(result)
    yield "The article, the fact file and the cited sources were compared link by link. A green fact means that none of"
    yield "its comparisons disagreed; it is no promise that a claim is true."
    yield ""
    bases = [fact.judgement for fact in result.facts if fact.judgement is not None]
    rows = []
    for verdict, number in counts.by_verdict.items():
        of_this = [judgement.basis.value for judgement in bases if judgement.verdict.value == verdict]
        rows.append([verdict, str(number), *(str(of_this.count(basis)) for basis in counts.by_basis)])
    yield from table(["verdict", "facts", *counts.by_basis], rows)
    yield ""
    failing = counts.by_outcome["failed"] + counts.by_outcome["error"]
    yield (
        f"{plural(counts.comparisons, 'comparison')} on {plural(counts.facts, 'fact')} of "
        f"{plural(counts.articles, 'article')}, {counts.judged} of them judgements of a person. "
        f"{plural(counts.by_outcome['known'], 'known inaccuracy', 'known inaccuracies')}, "
        f"{plural(failing, 'failing fact')}, {plural(counts.findings, 'finding')}."
    )
    yield ""
    yield (
        f"**Not compared:** {plural(counts.not_checked, 'passage')} marked as not checked; "
        f"{plural(counts.without_excerpt, 'evidence entry', 'evidence entries')} without an excerpt; "
        f"{counts.without_exhibit} without a pinned copy of the source{pinned_and_sealed(counts)}; "
        f"{plural(counts.uncovered_fields, 'asserted field')} that no source gives. "
        f"{plural(counts.set_aside, 'entry is', 'entries are')} set aside, with effect on "
        f"{plural(counts.hang_on_set_aside, 'verdict')}. {plural(counts.parent_only, 'supported fact')} "
        f"{'rests' if counts.parent_only == 1 else 'rest'} on the article's own parent only. "
        f"{plural(counts.hang_on_one_line, 'verdict hangs', 'verdicts hang')} on one line of evidence, "
        f"{counts.stand_alone} of them on a source that may stand alone."
    )
    yield ""
    yield from switched_off_lines(result)
    yield policy_in_words(result.policy)
    yield ""
