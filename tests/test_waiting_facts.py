"""Facts without evidence in a pytest run: they fail, and many of them are no wall of text."""

from pathlib import Path

import pytest
from fictional_town import write_town

import factsuite.pytest_items  # noqa: F401  the inner runs find the engine loaded

ENTRY = """\

  - id: waiting-{number}
    kind: quantity
    claim: More than 300 people crossed the bridge.
    anchor: {{exact: More than 300 people crossed it}}
    asserts: {{measure: bridge-visitors, value: more than 300 people}}
    evidence: []
"""


def town(folder: Path, waiting: int) -> None:
    """The town with some facts nobody has looked up."""
    write_town(folder)
    facts = folder / "facts" / "bridge" / "facts.yaml"
    more = "".join(ENTRY.format(number=number) for number in range(waiting))
    facts.write_text(facts.read_text(encoding="utf-8") + more, encoding="utf-8")


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess("--color=no", "-p", "no:hypothesispytest", *arguments)


def test_many_are_counted_by_file_and_still_fail(pytester: pytest.Pytester) -> None:
    town(pytester.path, 5)
    result = run(pytester, "-q")
    result.assert_outcomes(passed=10, failed=5, xfailed=1)
    assert result.ret == 1
    result.stdout.fnmatch_lines(
        [
            "5 facts fail because no evidence is recorded for them yet; `pytest -v` shows each:",
            "     5 in facts/bridge/facts.yaml",
        ]
    )
    result.stdout.no_fnmatch_line("*waiting-*")
    result.stdout.no_fnmatch_line("*= FAILURES =*")


def test_another_failure_beside_them_is_shown(pytester: pytest.Pytester) -> None:
    town(pytester.path, 5)
    facts = pytester.path / "facts" / "bridge" / "facts.yaml"
    text = facts.read_text(encoding="utf-8").replace("reports: {value: 412 people}", "reports: {value: 41 people}")
    facts.write_text(text, encoding="utf-8")
    result = run(pytester, "-q")
    result.assert_outcomes(passed=9, failed=6, xfailed=1)
    result.stdout.fnmatch_lines(["*= FAILURES =*", "*value-contradicted*", "FAILED *::visitors*"])
    result.stdout.no_fnmatch_line("FAILED *::waiting-*")


@pytest.mark.parametrize(("waiting", "argument"), [(3, "-q"), (5, "-v")])
def test_few_of_them_or_a_verbose_run_shows_each_and_says_it_once(
    pytester: pytest.Pytester, waiting: int, argument: str
) -> None:
    town(pytester.path, waiting)
    result = run(pytester, argument)
    text = result.stdout.str()
    assert text.count("error: no-evidence") == waiting
    assert "error: verdict-differs" not in text
    assert text.count("asserts:  measure: bridge-visitors") == waiting


def test_the_markdown_report_lists_them_below_what_is_wrong(pytester: pytest.Pytester) -> None:
    town(pytester.path, 5)
    run(pytester, "-q")
    text = (pytester.path / "reports" / "consistency.md").read_text(encoding="utf-8")
    heading = "### To do: no evidence is recorded yet, so these are unverified, and fail (5)"
    assert text.count("waiting-3") == 1
    listed = text.partition(heading)[2].partition("###")[0].strip().split("\n")
    assert [line.partition(":")[0] for line in listed] == [f"- waiting-{number}" for number in range(5)]
    assert "### What to do (1)" in text


def test_under_workers_they_are_folded_too(pytester: pytest.Pytester) -> None:
    pytest.importorskip("xdist")
    town(pytester.path, 5)
    result = pytester.runpytest_subprocess("--color=no", "-p", "no:hypothesispytest", "-q", "-n1")
    result.assert_outcomes(passed=10, failed=5, xfailed=1)
    result.stdout.fnmatch_lines(["     5 in facts/bridge/facts.yaml"])
    result.stdout.no_fnmatch_line("*waiting-*")


def test_failures_of_other_tests_are_left_alone(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("".join(f"def test_{name}():\n    assert not 1\n" for name in "abcde"))
    result = run(pytester, "-q")
    result.assert_outcomes(failed=5)
    result.stdout.fnmatch_lines(["*= FAILURES =*", "FAILED *::test_e*"])
