"""Writing reports: whole or not at all."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from factsuite.load.regular_files import NotRead, leads_out
from factsuite.load.whole_files import write_whole as write_whole
from factsuite.load.whole_files import writing
from factsuite.reports.html.mutation import Tried, stored_operators
from factsuite.reports.html.page_files import INDEX
from factsuite.reports.html.pages import html_pages
from factsuite.reports.html.templating import MADE_HERE
from factsuite.reports.json_report import render_json
from factsuite.reports.markdown import MARKDOWN, PART, markdown_files
from factsuite.reports.markdown_text import plural
from factsuite.reports.mutation_stored import stored_mutation, summary_of
from factsuite.rules.results import Result
from factsuite.runs.comparing import compare_runs
from factsuite.runs.stored import StoredRun, run_in

REPORTS = "reports"
JSON = "consistency.json"
_NAMED = (JSON, MARKDOWN)
_HEAD = 2000  # bytes of a page in which it says what made it


def rendered(
    result: Result,
    mutation: dict[str, Any] | None = None,
    operators: Mapping[str, Tried] | None = None,
    earlier: StoredRun | None = None,
) -> dict[str, str | bytes]:
    """Every report by its file name; `mutation` is what is stored of the mutation score, where it is about these files.

    `operators` are the mistakes it counts, operator by operator. With an `earlier` run the index and the Markdown say
    what has changed since; the JSON never does, so that runs can be compared with one another.
    """
    as_json = render_json(result, summary_of(mutation))
    changes = compare_runs(earlier, run_in(as_json, JSON)) if earlier is not None else None
    return {
        **html_pages(result, operators or {}, changes=changes),
        JSON: as_json,
        **markdown_files(result, mutation, changes),
    }


def write_reports(result: Result, root: Path, earlier: StoredRun | None = None) -> list[Path]:
    """Write every report under `root/reports`, each replaced in one step, by one run at a time. Raises OSError.

    Nothing of what lies there goes into them; `earlier` is a run that was named by hand.
    """
    folder = root / REPORTS
    if folder.is_symlink() and leads_out(folder, root):
        raise NotRead(f"{REPORTS}/ is a link that leads out of the workspace", folder)
    folder.mkdir(parents=True, exist_ok=True)
    mutation = stored_mutation(root)
    operators = stored_operators(root) if mutation is not None else {}
    reports = sorted(rendered(result, mutation, operators, earlier).items())
    with writing(folder):
        written = [write_whole(folder / name, text) for name, text in reports]
        _remove_others(folder, {name for name, _ in reports})
    return written


def in_words(written: Sequence[Path]) -> str:
    """What was written, in one line however many articles there are."""
    names = [f"{REPORTS}/{file.name}" for file in written if file.name in (*_NAMED, INDEX)]
    others = len(written) - len(names)
    return ", ".join(names) + (f" and {plural(others, 'page')} it leads to" if others else "")


def _remove_others(folder: Path, kept: Collection[str]) -> None:
    """Remove our pages of articles that are gone, and of evidence that is less now; nobody else's page is touched."""
    for pattern, mark in (("*.html", MADE_HERE), ("consistency.*.md", PART)):
        for file in sorted(folder.glob(pattern)):
            if file.name not in kept and file.is_file():
                with file.open("rb") as stream:
                    is_ours = mark.encode("utf-8") in stream.read(_HEAD)
                if is_ours:
                    file.unlink()
