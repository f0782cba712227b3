"""Two runs compared, in Markdown: a section of the report, or a comment on a pull request."""

from collections.abc import Iterator, Sequence
from functools import partial

from factsuite.reports.markdown_size import LONGEST_COMMENT, fitting, length
from factsuite.reports.markdown_text import code, escape, escape_message, plural, table
from factsuite.reports.run_changes_sections import NAMES, Section, sections_of
from factsuite.reports.run_changes_text import counts_in_words
from factsuite.runs.comparing import RunChanges

_ROOM = 1_000  # characters kept for what is said of what was left out


def render_run_changes_markdown(changes: RunChanges, old: str) -> str:
    """The comparison as a comment, never longer than one may be; what does not fit is counted."""
    parts, left = [f"### Since {escape(old)}", "", *_counts(changes)], 0
    for section in sections_of(changes):
        room = LONGEST_COMMENT - _ROOM - length(parts)
        written, shown = fitting(section.rows, partial(_folded, section), room)
        left += len(section.rows) - len(shown)
        parts += written
    if left:
        parts += [f"{plural(left, 'more row')} did not fit here: `factsuite compare-runs` prints all.", ""]
    return "\n".join(parts).rstrip() + "\n"


def run_changes_lines(changes: RunChanges) -> Iterator[str]:
    """The section of the report: everything, the longer lists folded."""
    yield "## Since the earlier report"
    yield ""
    yield from _counts(changes)
    for section in sections_of(changes):
        yield from _folded(section, section.rows)


def _counts(changes: RunChanges) -> Iterator[str]:
    yield " ".join(counts_in_words(changes))
    yield ""
    if changes.is_worse:
        facts, findings = len(changes.failing_now), len(changes.findings_failing_now)
        yield f"**Worse:** {plural(facts, 'fact')} and {plural(findings, 'finding')} fail now that did not fail before."
        yield ""


def _folded(section: Section, rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """What fails stands open, the rest is folded."""
    heading = f"{section.title} ({len(section.rows)})"
    yield from (f"**{heading}**", "") if section.first else (f"<details><summary>{heading}</summary>", "")
    yield from table(section.columns, [_row(section, row) for row in rows])
    yield from ("",) if section.first else ("", "</details>", "")


def _row(section: Section, cells: tuple[str, ...]) -> list[str]:
    pairs = zip(section.columns, cells, strict=True)
    return [code(cell) if column in NAMES else escape_message(cell) for column, cell in pairs]
