"""The short way of reporting a fact that has passed: nobody can tell it from pytest's own."""

from xml.etree import ElementTree

import pytest
from fictional_town import without, write_town

import factsuite.pytest_protocol as protocol

WRONG_NUMBER = without("value: more than 300 people", "value: more than 500 people")
LOOKS_AT_PHASES = "def pytest_runtest_setup(item):\n    print('setting up', item.name)\n"
SKIPS_ONE = """
import pytest

def pytest_collection_modifyitems(items):
    for item in items:
        if item.name == "sources":
            item.add_marker(pytest.mark.skip(reason="not today"))
"""


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """An inner run; without Hypothesis, whose plugin takes a second to load."""
    return pytester.runpytest_inprocess("--color=no", "-p", "no:hypothesispytest", *arguments)


@pytest.fixture
def shortly(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the items that went the short way."""
    gone: list[str] = []
    report = protocol.report_shortly

    def remembered(item: pytest.Item, nextitem: pytest.Item | None) -> bool:
        went = report(item, nextitem)
        gone.extend([item.name] if went else [])
        return went

    monkeypatch.setattr(protocol, "report_shortly", remembered)
    return gone


def told(pytester: pytest.Pytester, *arguments: str) -> tuple[list[object], list[str]]:
    """What JUnit is told of every test, and the lines of the terminal, without times."""
    result = run(pytester, "-v", "-rA", "--junitxml=junit.xml", *arguments)
    cases = [
        (case.get("classname"), case.get("name"), [(child.tag, child.get("message")) for child in case.iter()],
         [(each.get("name"), each.get("value")) for each in case.iter("property")])
        for case in ElementTree.parse(pytester.path / "junit.xml").iter("testcase")
    ]  # fmt: skip
    return list(cases), [line for line in result.outlines if " in " not in line and "setting up" not in line]


@pytest.mark.parametrize("dossier", [{}, {"facts_yaml": WRONG_NUMBER}])
def test_reports_are_those_of_pytests_own_way(
    pytester: pytest.Pytester, shortly: list[str], monkeypatch: pytest.MonkeyPatch, dossier: dict[str, str]
) -> None:
    write_town(pytester.path, **dossier)
    short = told(pytester)
    assert shortly
    monkeypatch.setattr(protocol, "report_shortly", lambda *_: False)
    assert told(pytester) == short


def test_the_last_item_of_a_file_and_what_does_not_pass_go_pytests_own_way(
    pytester: pytest.Pytester, shortly: list[str]
) -> None:
    write_town(pytester.path, facts_yaml=WRONG_NUMBER)
    run(pytester).assert_outcomes(passed=9, failed=1, xfailed=1)
    assert "visitors" not in shortly
    assert "quill-office" not in shortly
    assert "sources" not in shortly


def test_a_conftest_that_looks_at_the_phases_sees_all_of_them(pytester: pytest.Pytester, shortly: list[str]) -> None:
    write_town(pytester.path)
    pytester.makeconftest(LOOKS_AT_PHASES)
    result = run(pytester, "-s")
    assert shortly == []
    assert sum("setting up" in line for line in result.outlines) == 11


def test_a_mark_put_on_an_item_is_heeded(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    pytester.makeconftest(SKIPS_ONE)
    run(pytester).assert_outcomes(passed=9, skipped=1, xfailed=1)


def test_stopping_at_the_first_failure_and_running_the_last_failed_still_work(pytester: pytest.Pytester) -> None:
    write_town(pytester.path, facts_yaml=WRONG_NUMBER)
    run(pytester, "-x").assert_outcomes(passed=7, failed=1)
    run(pytester, "--lf").assert_outcomes(failed=1)
