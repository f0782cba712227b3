"""The short way of reporting a fact that has passed: nobody can tell it from pytest's own."""

import re
import shutil
from xml.etree import ElementTree

import pytest
from fictional_town import FILES, without, write_town

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


COUNTS_PHASES = """
from collections import Counter

SEEN = Counter()

def pytest_runtest_logreport(report):
    SEEN[report.when] += 1

def pytest_terminal_summary(terminalreporter):
    terminalreporter.write_line(f"seen: {sorted(SEEN.items())}")
"""
A_TEST_WITH_SURROUNDINGS = """
import pytest

@pytest.fixture(scope="module")
def around():
    print("set up")
    yield
    print("torn down")

def test_one(around):
    pass

def test_two(around):
    pass
"""
WRAPS_THE_LOOP = """
import pytest

@pytest.hookimpl(wrapper=True)
def pytest_runtestloop(session):
    print("around all")
    return (yield)
"""
RUNS_ALL_BACKWARDS = """
import pytest

@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session):
    for item in reversed(session.items):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
    return True
"""
LOOKS_AROUND = """
import pytest

@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    print("around", item.name)
    return (yield)
"""
A_TEST_THAT_WARNS = """
import warnings

def test_warns():
    warnings.warn("something is old", UserWarning)
"""
LEAVES_A_CIRCLE = """
class Node:
    def __init__(self):
        self.me = self

    def __del__(self):
        raise ValueError("on its way out")

def pytest_runtest_logfinish(nodeid):
    if "opening-day" in nodeid:
        Node()
"""
TIMES = re.compile(r" in |[0-9]s (call|setup|teardown)|durations")
DEFECTIVE = without("kind: quotation", "kind: quotatoin")


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


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether our own loop was thought to do, each time that was asked."""
    told: list[bool] = []
    asked = protocol._is_pytests_alone

    def remembered(config: pytest.Config) -> bool:
        told.append(asked(config))
        return told[-1]

    monkeypatch.setattr(protocol, "_is_pytests_alone", remembered)
    return told


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


def test_what_does_not_pass_and_what_ends_a_folder_that_was_set_up_goes_pytests_own_way(
    pytester: pytest.Pytester, shortly: list[str]
) -> None:
    empty = {"entities_yaml": "format: 1\n", "sources_yaml": "format: 1\nsources: []\n"}
    folder = write_town(pytester.path, "first", facts_yaml=WRONG_NUMBER, **empty).parent
    write_town(pytester.path, "second", **empty)
    for name in ("entities.yaml", "sources.yaml"):
        (folder / name).write_text(FILES[name], encoding="utf-8")
    run(pytester).assert_outcomes(passed=20, failed=1, xfailed=2)
    assert shortly.count("visitors") == 1  # that of the second
    assert "quill-office" not in shortly
    assert shortly.count("opening-day") == 2
    assert "sources" not in shortly  # two end a folder in which something went the long way, the third ends the run


def test_a_selection_over_several_articles_tears_down_what_its_first_item_set_up(
    pytester: pytest.Pytester, shortly: list[str]
) -> None:
    empty = {"entities_yaml": "format: 1\n", "sources_yaml": "format: 1\nsources: []\n"}
    for article in ("first", "second", "third"):
        folder = write_town(pytester.path, article, **empty).parent
    for name in ("entities.yaml", "sources.yaml"):
        (folder / name).write_text(FILES[name], encoding="utf-8")
    run(pytester, "-k", "visitors or memo").assert_outcomes(passed=6)
    assert shortly == ["visitors", "memo", "visitors"]


def test_what_surrounds_other_tests_is_set_up_and_torn_down_once(
    pytester: pytest.Pytester, shortly: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_town(pytester.path, facts_yaml=WRONG_NUMBER)
    for folder in ("early", "zz"):
        pytester.mkdir(folder).joinpath(f"test_{folder}.py").write_text(A_TEST_WITH_SURROUNDINGS, encoding="utf-8")
    arguments = ("-s", "-v", "early", "facts", "zz")
    lines = [line for line in run(pytester, *arguments).outlines if " in " not in line]
    assert shortly
    assert sum("set up" in line for line in lines) == sum("torn down" in line for line in lines) == 2
    monkeypatch.setattr(protocol, "report_shortly", lambda *_: False)
    assert [line for line in run(pytester, *arguments).outlines if " in " not in line] == lines


@pytest.mark.parametrize("arguments", [(), ("-v",), ("-q", "-rA"), ("--durations=3", "-vv")])
def test_the_terminal_shows_the_same_where_the_call_alone_is_reported(
    pytester: pytest.Pytester, shortly: list[str], monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    def shown() -> list[str]:
        return [line for line in run(pytester, *arguments).outlines if not TIMES.search(line)]

    write_town(pytester.path)
    lines = shown()
    assert "coverage" in shortly  # it warns
    assert any("Captured warnings and notes" in line for line in lines) is ("-rA" in arguments)
    monkeypatch.setattr(protocol, "report_shortly", lambda *_: False)
    assert shown() == lines


def test_a_conftest_that_listens_to_reports_hears_every_phase(pytester: pytest.Pytester, shortly: list[str]) -> None:
    write_town(pytester.path)
    pytester.makeconftest(COUNTS_PHASES)
    run(pytester).stdout.fnmatch_lines(["seen: [[]('call', 11), ('setup', 11), ('teardown', 11)]"])
    assert shortly


@pytest.mark.parametrize("dossier", [{}, {"facts_yaml": DEFECTIVE}, {"facts_yaml": "facts: [\n"}])
def test_a_run_collects_what_listing_collects(pytester: pytest.Pytester, dossier: dict[str, str]) -> None:
    write_town(pytester.path, **dossier)
    listed = [line for line in run(pytester, "--collect-only", "-q").outlines if "::" in line]
    lines = [line.split(" ")[0] for line in run(pytester, "-v").outlines if "%]" in line]
    assert lines == listed


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


@pytest.mark.parametrize("arguments", [(), ("-v",), ("-x",), ("--maxfail=2",), ("--sw",)])
def test_a_loop_of_our_own_ends_as_pytests_does(
    pytester: pytest.Pytester, alone: list[bool], monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    def told() -> tuple[int | pytest.ExitCode, list[str]]:
        shutil.rmtree(pytester.path / ".pytest_cache", ignore_errors=True)
        result = run(pytester, *arguments)
        return result.ret, [line for line in result.outlines if not TIMES.search(line)]

    empty = {"entities_yaml": "format: 1\n", "sources_yaml": "format: 1\nsources: []\n"}
    for article in ("first", "second", "third"):
        folder = write_town(pytester.path, article, **empty).parent
    for article in ("fourth", "fifth"):
        write_town(pytester.path, article, facts_yaml=WRONG_NUMBER, **empty)
    for name in ("entities.yaml", "sources.yaml"):
        (folder / name).write_text(FILES[name], encoding="utf-8")
    (pytester.path / "test_other.py").write_text(A_TEST_THAT_WARNS, encoding="utf-8")
    ours = told()
    assert alone == [True]
    monkeypatch.setattr(protocol, "run_items", lambda _: None)
    assert told() == ours
    assert ours[0] == (pytest.ExitCode.INTERRUPTED if "--sw" in arguments else pytest.ExitCode.TESTS_FAILED)
    assert any("something is old" in line for line in ours[1]) is (arguments in ((), ("-v",)))


def test_a_conftest_that_wraps_each_test_wraps_every_item(pytester: pytest.Pytester, shortly: list[str]) -> None:
    write_town(pytester.path)
    pytester.makeconftest(LOOKS_AROUND)
    assert sum("around" in line for line in run(pytester, "-s").outlines) == 11
    assert shortly


def test_a_conftest_that_runs_the_items_itself_runs_them(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    pytester.makeconftest(RUNS_ALL_BACKWARDS)
    result = run(pytester, "-v")
    result.assert_outcomes(passed=10, xfailed=1)
    result.stdout.fnmatch_lines(["*sources.yaml::sources PASSED*", "*facts::across-articles PASSED*"])


def test_a_conftest_that_runs_the_items_in_its_turn_runs_them_too(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    pytester.makeconftest(RUNS_ALL_BACKWARDS.replace("@pytest.hookimpl(tryfirst=True)\n", ""))
    passed = [line for line in run(pytester, "-v").outlines if "PASSED" in line]
    assert "across-articles" in passed[-1]


def test_what_wraps_the_loop_stands_around_it(pytester: pytest.Pytester, alone: list[bool]) -> None:
    write_town(pytester.path)
    pytester.makeconftest(WRAPS_THE_LOOP)
    run(pytester, "-s").stdout.fnmatch_lines(["around all", "*facts/bridge/facts.yaml ..*"])
    assert alone == [True]


def test_where_somebody_listens_the_loop_is_left_to_pytest(pytester: pytest.Pytester, alone: list[bool]) -> None:
    write_town(pytester.path)
    pytester.makeconftest(COUNTS_PHASES)
    run(pytester).assert_outcomes(passed=10, xfailed=1)
    assert alone == [False]


def test_what_cannot_be_collected_interrupts_the_run(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    pytester.makepyfile(test_broken="import nothing_there")
    assert run(pytester).ret == pytest.ExitCode.INTERRUPTED


def test_an_error_on_the_way_out_of_what_a_hook_left_is_told(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    pytester.makeconftest(LEAVES_A_CIRCLE)
    arguments = ("-q", "-p", "no:hypothesispytest", "-W", "error", "facts/bridge/facts.yaml")
    result = pytester.runpytest_subprocess(*arguments)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stderr.fnmatch_lines(["*PytestUnraisableExceptionWarning*"])


def test_an_article_may_be_called_facts(pytester: pytest.Pytester) -> None:
    write_town(pytester.path, "facts")
    run(pytester, "-k", "visitors").assert_outcomes(passed=1, deselected=10)
