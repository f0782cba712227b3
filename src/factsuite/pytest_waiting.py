"""A run in which many facts wait for their evidence: they fail, and are counted by file instead of shown one by one."""

from collections import Counter
from collections.abc import Iterator

import pytest

from factsuite.pytest_names import WAITS

_IN_FULL = 3
"""As many as these are shown as every other failure is: somebody is at work on just them."""


def fold(reporter: pytest.TerminalReporter) -> list[pytest.TestReport]:
    """Take the facts that only wait out of the failures to be shown; they are put back by `unfold`.

    None are taken where there are few, or where the run is told to be verbose.
    """
    failed = reporter.stats.get("failed", [])
    waiting = [report for report in failed if (WAITS, "yes") in map(tuple, report.user_properties)]
    if reporter.verbosity > 0 or len(waiting) <= _IN_FULL:
        return []
    out = set(map(id, waiting))
    reporter.stats["failed"] = [report for report in failed if id(report) not in out]
    if not reporter.stats["failed"]:
        del reporter.stats["failed"]
    return waiting


def unfold(reporter: pytest.TerminalReporter, waiting: list[pytest.TestReport]) -> None:
    """Count them as failed again, and say how many there are of each file."""
    if waiting:
        reporter.stats["failed"] = [*reporter.stats.get("failed", []), *waiting]
        for line in _told(waiting):
            reporter.write_line(line)


def _told(waiting: list[pytest.TestReport]) -> Iterator[str]:
    yield f"{len(waiting)} facts fail because no evidence is recorded for them yet; `pytest -v` shows each:"
    by_file = Counter(report.nodeid.partition("::")[0] for report in waiting)
    yield from (f"  {number:4} in {file}" for file, number in by_file.items())
