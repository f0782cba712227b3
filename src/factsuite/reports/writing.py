"""Writing reports: whole or not at all."""

import os
import tempfile
from pathlib import Path
from typing import Any

from factsuite.reports.json_report import render_json
from factsuite.reports.markdown import render_markdown
from factsuite.reports.mutation_stored import stored_score
from factsuite.rules.results import Result

REPORTS = "reports"


def rendered(result: Result, mutation: dict[str, Any] | None = None) -> dict[str, str]:
    """Every report by its file name; `mutation` is the stored score, where it is about these files."""
    return {
        "consistency.json": render_json(result, mutation),
        "consistency.md": render_markdown(result, mutation),
    }


def write_reports(result: Result, root: Path) -> list[Path]:
    """Write every report under `root/reports`; each file is replaced in one step. Raises OSError."""
    folder = root / REPORTS
    folder.mkdir(parents=True, exist_ok=True)
    return [write_whole(folder / name, text) for name, text in sorted(rendered(result, stored_score(root)).items())]


def write_whole(file: Path, text: str) -> Path:
    """Replace a file in one step, so that a reader never sees half of it."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
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
