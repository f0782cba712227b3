"""Writing reports: whole or not at all."""

import os
import tempfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from factsuite.reports.html.mutation import Tried, stored_operators
from factsuite.reports.html.pages import INDEX, html_pages
from factsuite.reports.html.templating import MADE_HERE
from factsuite.reports.json_report import render_json
from factsuite.reports.markdown import render_markdown
from factsuite.reports.markdown_text import plural
from factsuite.reports.mutation_stored import stored_mutation, summary_of
from factsuite.rules.results import Result

REPORTS = "reports"
_NAMED = ("consistency.json", "consistency.md")
_HEAD = 2000  # bytes of a page in which it says what made it


def rendered(
    result: Result, mutation: dict[str, Any] | None = None, operators: Mapping[str, Tried] | None = None
) -> dict[str, str]:
    """Every report by its file name; `mutation` is what is stored of the mutation score, where it is about these files.

    `operators` are the mistakes it counts, operator by operator.
    """
    return {
        **html_pages(result, operators or {}),
        "consistency.json": render_json(result, summary_of(mutation)),
        "consistency.md": render_markdown(result, mutation),
    }


def write_reports(result: Result, root: Path) -> list[Path]:
    """Write every report under `root/reports`; each file is replaced in one step. Raises OSError."""
    folder = root / REPORTS
    folder.mkdir(parents=True, exist_ok=True)
    mutation = stored_mutation(root)
    operators = stored_operators(root) if mutation is not None else {}
    reports = sorted(rendered(result, mutation, operators).items())
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
    for file in sorted(folder.glob("*.html")):
        if file.name not in kept and file.is_file():
            with file.open("rb") as stream:
                is_ours = MADE_HERE.encode("utf-8") in stream.read(_HEAD)
            if is_ours:
                file.unlink()


def write_whole(file: Path, text: str) -> Path:
    """Replace a file in one step, so that a reader never sees half of it."""
    try:
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    except OSError as error:  # it names a file nobody has asked for
        error.filename = str(file)
        raise
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, 0o644)
        os.replace(name, file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return file
