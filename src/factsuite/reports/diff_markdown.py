"""The diff as a comment on a pull request: what to do first, the rest folded, never longer than a comment may be."""

from collections.abc import Iterator, Sequence
from functools import partial

from factsuite.diffs.changes import GRAVEST_FIRST, Change, Diff
from factsuite.diffs.sorts import SORTS
from factsuite.reports.diff_text import HOUSE, summary, told
from factsuite.reports.markdown_size import LONGEST_COMMENT, fitting, length
from factsuite.reports.markdown_text import code, escape_message, plural, table
from factsuite.rules.findings import Severity

_ROOM = 2_000  # characters kept for what is said of what was left out
_HEADINGS = {
    Severity.ERROR: "Stops the change",
    Severity.WARNING: "To look at",
    Severity.NOTE: "To note",
}


def render_diff_markdown(diff: Diff) -> str:
    """The summary, a table of what stops the change, and the rest folded; what does not fit is counted."""
    parts = ["### Facts changed", "", escape_message(summary(diff)), ""]
    left = 0
    for severity in GRAVEST_FIRST:
        changes = [change for change in diff.changes if change.severity is severity]
        if changes:
            room = LONGEST_COMMENT - _ROOM - length(parts)
            section, shown = fitting(changes, partial(_section, severity), room)
            left += len(changes) - len(shown)
            parts += section
    if left:
        parts += [
            f"{plural(left, 'more change')} did not fit here: {code(f'factsuite diff {diff.before}')} lists all.",
            "",
        ]
    return "\n".join(parts)


def change_table() -> Iterator[str]:
    """Every rule of the diff with its severity and meaning: the table of docs/diff.md."""
    rows = []
    for sort in SORTS:
        severity = sort.severity.value
        if sort.eased is not None:
            severity = f"{severity}; {sort.eased.value} where {sort.eased_when}"
        rows.append([f"`{sort.name}`", severity, sort.meaning])
    yield from table(("change", "severity", "what it means"), rows)


def _section(severity: Severity, changes: Sequence[Change]) -> Iterator[str]:
    heading = f"{_HEADINGS[severity]} ({len(changes)})"
    what_to_do = severity is not Severity.NOTE
    columns = ["article", "what changed", *(["what to do"] if what_to_do else []), "where"]
    grave = severity is Severity.ERROR
    yield from (f"**{heading}**", "") if grave else (f"<details><summary>{heading}</summary>", "")
    yield from table(columns, [_row(each, what_to_do) for each in changes])
    yield from () if grave else ("", "</details>")
    yield ""


def _row(change: Change, what_to_do: bool) -> list[str]:
    at = change.at
    gone = " (before)" if change.now is None else ""
    hint = [escape_message(change.hint)] if what_to_do else []
    where = f"{code(f'{at.path}:{at.line}')}{gone}"
    return [escape_message(change.article or HOUSE), escape_message(told(change)), *hint, where]
