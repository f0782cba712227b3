"""Runs as of another day, end to end: what is listed, what is written, what is refused."""

import pytest
from fictional_town import write_town

import factsuite.pytest_items  # noqa: F401  the inner runs find the engine loaded, and take no second each

AS_OF = ("--as-of", "2032-01-01")
NOTHING = "As of 1 January 2032 nothing has expired"


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess("--color=no", "-p", "no:hypothesispytest", *arguments)


def test_a_run_as_of_a_day_lists_and_leaves_the_reports_alone(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    run(pytester)
    before = {file: file.read_bytes() for file in (pytester.path / "reports").iterdir()}
    result = run(pytester, *AS_OF)
    result.stdout.fnmatch_lines([f"{NOTHING}, and nothing is due or will expire by 31 January 2032."])
    assert "(0)" not in result.stdout.str()
    result.stdout.fnmatch_lines(["reports/ left as it is: this run is as of 1 January 2032"])
    assert {file: file.read_bytes() for file in (pytester.path / "reports").iterdir()} == before


def test_the_lists_are_shown_to_those_who_want_little(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    result = run(pytester, "-q", *AS_OF)
    result.stdout.fnmatch_lines([f"{NOTHING}, *"])
    assert not (pytester.path / "reports").exists()


def test_the_same_facts_pass_and_are_expected_to_fail(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    counts = run(pytester).parseoutcomes()
    assert run(pytester, *AS_OF).parseoutcomes() == counts


def test_what_is_no_day_is_refused_before_anything_runs(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    result = run(pytester, "--as-of", "soon")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: --as-of: 'soon' is not one day"])
