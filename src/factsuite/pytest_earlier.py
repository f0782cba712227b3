"""An earlier report, and what a run says of it: the one that lies there, or the one that `--compare-with` names.

Reports that are committed must not depend on what lay in their folder: the same facts give the same bytes. So the
report that lies there is compared on the terminal alone, before it is replaced. Only a report that is named by hand is
compared in the index and in the Markdown.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factsuite.reports.run_changes_text import since_lines
from factsuite.reports.writing import JSON, REPORTS
from factsuite.runs.comparing import compare_runs
from factsuite.runs.stored import StoredReportError, StoredRun, read_run, run_in

EARLIER: "pytest.StashKey[StoredRun]" = pytest.StashKey()
"""Where a run keeps the report that `--compare-with` names."""
_LARGEST = 30_000_000
"""Bytes of a report that is compared without being asked for: reading a larger one would be felt."""


def read_earlier(config: pytest.Config) -> None:
    """Read the report of `--compare-with` before a run replaces it; raises pytest's usage error where it is none."""
    named: str | None = config.option.factsuite_compare_with
    if named is None:
        return
    try:
        config.stash[EARLIER] = read_run(config.invocation_params.dir / named)
    except StoredReportError as error:
        raise pytest.UsageError(f"--compare-with {error}") from error


def report_there(root: Path) -> bytes:
    """The report that lies there; empty for none, or one too large."""
    file = root / REPORTS / JSON
    try:
        return file.read_bytes() if file.is_file() and file.stat().st_size <= _LARGEST else b""
    except OSError:
        return b""


def lines_since(before: bytes, root: Path, config: pytest.Config) -> Iterator[str]:
    """What has changed since the report that was named, else since the one that lay there."""
    now = report_there(root)
    named = config.stash.get(EARLIER, None)
    try:
        if named is not None:
            changes = compare_runs(named, read_run(root / REPORTS / JSON))
            yield from since_lines(changes, f"Since {config.option.factsuite_compare_with}")
        elif before and now and before != now:
            changes = compare_runs(run_in(before, JSON), run_in(now, JSON))
            yield from since_lines(changes, "Since the last report")
    except StoredReportError:  # an older version wrote it, or somebody else: it is no report to compare with
        return
