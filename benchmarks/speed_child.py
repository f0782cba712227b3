"""One measurement in a process of its own, so that nothing is warm: prints processor seconds and peak megabytes.

python -m benchmarks.speed_child floor|engine|engine-without-text|pytest FOLDER
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from factsuite.engine import asked_of, check_in_parts, files_of
from factsuite.load.collector import collector_paused
from factsuite.reports.json_report import render_json
from factsuite.rules.collecting import collect_rules
from factsuite.scaling.outcomes import Bench
from factsuite.scaling.whole_runs import Means, whole_run

READS_TEXT = frozenset(
    {
        "coverage",
        "denials",
        "headline",
        "leftovers",
        "naming",
        "pinned_excerpts",
        "scenes",
        "sourcing",
        "strength",
        "wording",
    }
)
"""The families of rules that read running text: the words of articles, claims and excerpts, not single values."""
READS_TEXT_TOO = frozenset({"near-copies"})
"""Rules of other families that do."""


def floor(folder: Path) -> Callable[[], object]:
    """Positioned values of every YAML file, from bytes in memory."""
    from benchmarks.speed_floor import read_all

    files = [file.read_bytes() for file in sorted(folder.glob("facts/**/*.yaml"))]
    return lambda: read_all(files)


def engine(folder: Path) -> Callable[[], object]:
    """Files to the JSON report, every rule."""
    collect_rules(folder)  # imports them: part of starting, not of the work

    def whole() -> bytes:
        return render_json(check_in_parts(folder, asked_of(folder, json=True), Means(jobs=1, cached=False)))

    return whole


def engine_without_text(folder: Path) -> Callable[[], object]:
    """The same without the rules that read running text, and without what they ask for."""
    from factsuite.rules.providing import OF_ARTICLE
    from factsuite.verdicts.coverage.coverage import Coverage

    OF_ARTICLE[Coverage] = lambda _: None
    rules = tuple(
        rule for rule in collect_rules(folder) if rule.family not in READS_TEXT and rule.name not in READS_TEXT_TOO
    )

    def without() -> bytes:
        with collector_paused():
            bench = Bench.with_rules(asked_of(folder, json=True), rules)
            return render_json(whole_run(files_of(folder), bench, Means(jobs=1, cached=False)))

    return without


def under_pytest(folder: Path) -> Callable[[], object]:
    """A run of pytest, less the engine and the reports inside it: what collecting and reporting items adds."""
    import contextlib
    import io

    import pytest

    import factsuite.pytest_protocol  # noqa: F401  # before the clock runs: part of starting
    from factsuite import pytest_session

    inside = 0.0

    def counted(function: Callable[..., object]) -> Callable[..., object]:
        def timed(*args: object, **kwargs: object) -> object:
            nonlocal inside
            start = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                inside += time.process_time() - start

        return timed

    for name in INSIDE:
        setattr(pytest_session, name, counted(getattr(pytest_session, name)))

    def outside() -> float:
        with contextlib.redirect_stdout(io.StringIO()):
            code = pytest.main(
                [str(folder), "--rootdir", str(folder), "-q", "-p", "no:cacheprovider", "-p", "factsuite.plugin"]
            )
        if code not in (0, 1):
            raise SystemExit(f"pytest ended with {code}")
        return inside

    return outside


INSIDE = ("check_workspace", "write_reports")
"""What a session calls to check, and to write reports."""
MEASURES = {
    "floor": floor,
    "engine": engine,
    "engine-without-text": engine_without_text,
    "pytest": under_pytest,
}


def main() -> None:
    """Measure one thing once."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    work = MEASURES[name](folder)
    start = time.process_time()
    done = work()
    seconds = time.process_time() - start - (done if isinstance(done, float) else 0)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak_mb": peak}))


if __name__ == "__main__":
    main()
