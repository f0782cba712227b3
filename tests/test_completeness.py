"""What was collected is reported, or the run fails: alone, under workers, and whatever else is installed."""

from pathlib import Path

import pytest
from fictional_town import without, write_town

import factsuite.pytest_items  # noqa: F401  the inner runs find the engine loaded, and take no second each

SWALLOW = """
import pytest
from _pytest.runner import runtestprotocol

@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    if item.name in {names}:
        runtestprotocol(item, nextitem=nextitem, log=False)
        return True
"""
"""A conftest.py that runs items and forgets to report them, as plugins that run tests again might."""

DYING_RULE = '''"""House: does the worker live?"""

import os
from collections.abc import Iterator

from factsuite import Fact, Finding, Severity, rule


@rule(severity=Severity.ERROR, handbook="docs/house.md#house")
def dying(fact: Fact) -> Iterator[Finding]:
    """A rule that takes its worker with it.

    ## Why it matters
    A worker may be killed at any moment.

    ## Fails
        asserts: {speaker: mayor}

    ## Passes
        asserts: {speaker: mayor}

    ## Limits
    None.
    """
    if os.environ.get("PYTEST_XDIST_WORKER"):
        os._exit(0)
    yield from ()
'''

WORKERS = pytest.mark.parametrize("workers", [[], ["-n", "2"]], ids=["alone", "two-workers"])
LOST = "*were collected and never reported, so the run fails:"


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess("--color=no", "-p", "no:hypothesispytest", *arguments)


def town_that_swallows(pytester: pytest.Pytester, *names: str) -> None:
    write_town(pytester.path)
    pytester.makeconftest(SWALLOW.format(names=set(names)))


@WORKERS
def test_a_swallowed_fact_fails_the_run_and_is_named(pytester: pytest.Pytester, workers: list[str]) -> None:
    town_that_swallows(pytester, "visitors", "coverage")
    result = run(pytester, *workers)
    assert result.ret == 1
    result.assert_outcomes(passed=8, xfailed=1)
    result.stdout.fnmatch_lines(
        [
            "2 of 11 checks were collected and never reported, so the run fails:",
            "  facts/bridge/article.md::coverage",
            "  facts/bridge/facts.yaml::visitors",
            "  hint: *",
            "reports/ left as it is: 9 of 11 checks ran",
        ]
    )
    assert not (pytester.path / "reports").exists()


def test_what_another_plugin_runs_itself_is_torn_down(pytester: pytest.Pytester) -> None:
    town_that_swallows(pytester, "article")
    run(pytester).assert_outcomes(passed=9, xfailed=1)


def test_a_run_that_reports_nothing_at_all_fails(pytester: pytest.Pytester) -> None:
    town_that_swallows(pytester, "visitors")
    result = run(pytester, "-q", "facts/bridge/facts.yaml::visitors")
    assert result.ret == 1
    result.stdout.fnmatch_lines(["1 of 1 checks " + LOST[1:]])


def test_the_quietest_run_says_it_too(pytester: pytest.Pytester) -> None:
    town_that_swallows(pytester, "visitors")
    run(pytester, "-qq").stdout.fnmatch_lines([LOST])


def test_a_run_whose_root_lies_elsewhere_counts_as_well(pytester: pytest.Pytester) -> None:
    town_that_swallows(pytester, "visitors")
    pytester.mkdir("elsewhere")
    result = run(pytester, "--rootdir=elsewhere", "--confcutdir=.", "facts")
    assert result.ret == 1
    result.stdout.fnmatch_lines([LOST, "*visitors"])


def test_many_lost_checks_are_counted_and_some_named(pytester: pytest.Pytester) -> None:
    facts = "".join(f"  - {{id: fact-{number}}}\n" for number in range(30))
    write_town(pytester.path, facts_yaml=f"format: 1\nfacts:\n{facts}")
    pytester.makeconftest(SWALLOW.format(names={f"fact-{number}" for number in range(30)}))
    result = run(pytester)
    assert result.ret == 1
    result.stdout.fnmatch_lines(["30 of 37 checks " + LOST[1:], "  and 10 more"])


def test_an_exit_that_calls_itself_a_success_is_none(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    pytester.makeconftest(
        "import pytest\n\ndef pytest_runtest_setup(item):\n"
        "    if item.name == 'memo':\n        pytest.exit('enough', returncode=0)\n"
    )
    result = run(pytester)
    assert result.ret == 1
    result.stdout.fnmatch_lines([LOST, "*::memo"])


def test_dead_workers_never_pass(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)  # this test may itself run in a worker
    write_town(pytester.path)
    pytester.mkdir("checks").joinpath("dyings.py").write_text(DYING_RULE, encoding="utf-8")
    pytester.mkdir("docs").joinpath("house.md").write_text("# House\n", encoding="utf-8")
    assert run(pytester, "facts").ret == 0
    (pytester.path / "reports" / "consistency.md").unlink()
    result = pytester.runpytest_subprocess(
        "-p", "no:hypothesispytest", "-n", "2", "--max-worker-restart=0", "facts", timeout=120
    )
    assert result.ret == 1
    result.stdout.fnmatch_lines(["*crashed and worker restarting disabled", LOST])
    assert not (pytester.path / "reports" / "consistency.md").exists()


# What is no loss


@pytest.mark.parametrize(
    "selection",
    [
        ["-k", "visitors"],
        ["-k", "visitors or memo", "-n", "2"],
        ["--deselect=facts/bridge/facts.yaml::memo"],
        ["-m", "fact(kind='date')"],
    ],
)
def test_what_was_deselected_is_no_loss(pytester: pytest.Pytester, selection: list[str]) -> None:
    write_town(pytester.path)
    result = run(pytester, *selection)
    assert result.ret == 0
    result.stdout.no_fnmatch_line(LOST)


@WORKERS
def test_a_run_that_was_stopped_says_so_itself(pytester: pytest.Pytester, workers: list[str]) -> None:
    write_town(pytester.path, facts_yaml=without("value: more than 300 people", "value: more than 500 people"))
    result = run(pytester, *workers, "-x")
    assert result.ret in (1, 2)
    result.stdout.no_fnmatch_line(LOST)


def test_a_skipped_fact_is_reported(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    pytester.makeconftest(
        "import pytest\n\ndef pytest_collection_modifyitems(items):\n"
        "    [item.add_marker(pytest.mark.skip) for item in items if item.name == 'memo']\n"
    )
    result = run(pytester)
    assert result.ret == 0
    result.assert_outcomes(passed=9, xfailed=1, skipped=1)
    result.stdout.no_fnmatch_line(LOST)


def test_other_tests_are_not_ours_to_count(pytester: pytest.Pytester) -> None:
    town_that_swallows(pytester, "test_lost")
    Path(pytester.mkdir("tests"), "test_town.py").write_text("def test_lost():\n    assert 1\n", encoding="utf-8")
    result = run(pytester)
    assert result.ret == 0
    result.stdout.no_fnmatch_line(LOST)


def test_collecting_alone_loses_nothing(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    result = run(pytester, "--collect-only")
    assert result.ret == 0
    result.stdout.no_fnmatch_line(LOST)
