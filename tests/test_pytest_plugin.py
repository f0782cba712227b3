"""The pytest plugin, end to end: small workspaces go in, outcomes and reports come out."""

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fictional_town import FACTS, FILES, without, write_town

import factsuite.pytest_items  # noqa: F401  the inner runs find the engine loaded, and take no second each

REPORTS = ("bridge.html", "consistency.json", "consistency.md", "index.html")
WRONG_NUMBER = without("value: more than 300 people", "value: more than 500 people")
ANCHOR_GONE = without('Ada Quill, the Harbour Master of Larkhaven"}', 'Ada Quill, the Harbour Master of Northport"}')
CORRECTED = without("office: Harbour Master of Larkhaven, as_of", "office: Mayor of Larkhaven, as_of")
A_TEST = "def test_arithmetic():\n    assert 1 + 1 == 2\n"


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """An inner run; without Hypothesis, whose plugin takes a second to load."""
    return pytester.runpytest_inprocess("--color=no", "-p", "no:hypothesispytest", *arguments)


def reports(pytester: pytest.Pytester) -> dict[str, bytes]:
    """The reports that were written."""
    folder = pytester.path / "reports"
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())} if folder.is_dir() else {}


# What is collected


def test_every_fact_file_and_question_is_an_item_with_a_node_id(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    found = run(pytester, "--collect-only", "-q").outlines
    assert found[: found.index("")] == [
        "facts::across-articles",
        "facts/bridge/article.md::article",
        "facts/bridge/article.md::coverage",
        "facts/bridge/entities.yaml::entities",
        "facts/bridge/facts.yaml::facts",
        "facts/bridge/facts.yaml::timeline",
        *(f"facts/bridge/facts.yaml::{id}" for id in FACTS),
        "facts/bridge/sources.yaml::sources",
    ]
    assert reports(pytester) == {}


def test_a_whole_run_passes_with_the_known_inaccuracy_expected(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    result = run(pytester)
    result.assert_outcomes(passed=10, xfailed=1)
    assert result.ret == 0
    result.stdout.fnmatch_lines(["contradicted*1*", "supported*3*", "To correct (1):", "*quill-office*facts.yaml:27*"])
    result.stdout.fnmatch_lines(
        ["written: reports/consistency.json, reports/consistency.md, reports/index.html and 1 page it leads to"]
    )


def test_articles_and_shared_files_are_collected_by_name(pytester: pytest.Pytester) -> None:
    write_town(pytester.path, "second", entities_yaml="format: 1\n", sources_yaml="format: 1\nsources: []\n")
    folder = write_town(pytester.path, "first", entities_yaml="format: 1\n", sources_yaml="format: 1\nsources: []\n")
    for name in ("entities.yaml", "sources.yaml"):
        (folder.parent / name).write_text(FILES[name], encoding="utf-8")
    found = [line for line in run(pytester, "--collect-only", "-q").outlines if "::" in line]
    order = [line.partition("::")[0] for line in found]
    assert (
        list(dict.fromkeys(order))
        == [
            "facts",
            "facts/entities.yaml",
            "facts/first/article.md",
            "facts/first/entities.yaml",
            "facts/first/facts.yaml",
            "facts/first/sources.yaml",
            "facts/second/article.md",
            "facts/second/entities.yaml",
            "facts/second/facts.yaml",
            "facts/second/sources.yaml",
            "facts/sources.yaml",
        ]
        or order[1] == "facts/first/article.md"
    )
    run(pytester).assert_outcomes(passed=21, xfailed=2)


def test_one_fact_runs_by_its_node_id(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    result = run(pytester, "facts/bridge/facts.yaml::visitors")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["reports/ left as it is: 1 of 11 checks ran"])
    assert reports(pytester) == {}


@pytest.mark.parametrize(
    ("expression", "chosen"),
    [
        ("numbers", ["visitors"]),
        ("quotation", ["memo"]),
        ("opening", ["opening-day"]),
        ("contradicted", ["quill-office"]),
        ("numbers or calendar", ["opening-day", "visitors"]),
        ("bridge and not facts", []),
    ],
)
def test_words_choose_facts_by_id_tag_kind_and_verdict(
    pytester: pytest.Pytester, expression: str, chosen: list[str]
) -> None:
    write_town(pytester.path)
    lines = run(pytester, "-k", expression, "--collect-only", "-q").outlines
    found = [line.partition("::")[2] for line in lines if line.startswith("facts/bridge/facts.yaml::")]
    assert [name for name in found if name in FACTS] == chosen


@pytest.mark.parametrize(
    ("expression", "chosen"),
    [
        ("fact", list(FACTS)),
        ("fact(kind='quantity')", ["visitors"]),
        ("fact(article='bridge', kind='date')", ["opening-day"]),
        ("fact(verdict='contradicted')", ["quill-office"]),
        ("fact(article='other')", []),
        ("not fact(kind='quantity') and fact", ["opening-day", "memo", "quill-office"]),
    ],
)
def test_the_marker_chooses_facts_by_kind_article_and_verdict(
    pytester: pytest.Pytester, expression: str, chosen: list[str]
) -> None:
    write_town(pytester.path)
    lines = run(pytester, "-m", expression, "--collect-only", "-q", "--strict-markers").outlines
    assert [line.partition("::")[2] for line in lines if "::" in line] == chosen


# How much is printed


@pytest.mark.parametrize(
    ("verbosity", "summary", "note"),
    [("-v", True, True), ("-q", False, True), ("-qq", False, False)],
)
def test_quiet_runs_print_less(pytester: pytest.Pytester, verbosity: str, summary: bool, note: bool) -> None:
    write_town(pytester.path)
    text = run(pytester, verbosity).stdout.str()
    assert ("To correct (1):" in text) is summary
    assert ("written: reports/consistency.json" in text) is note
    assert set(reports(pytester)) == set(REPORTS)


def test_verbose_runs_name_every_fact(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    lines = run(pytester, "-v").outlines
    for id in FACTS[:3]:
        assert any(line.startswith(f"facts/bridge/facts.yaml::{id} PASSED") for line in lines)
    assert any(line.startswith("facts/bridge/facts.yaml::quill-office XFAIL (known inaccuracy") for line in lines)


@pytest.mark.parametrize("style", ["short", "long", "native", "line", "no", "auto"])
def test_a_failure_is_a_text_for_an_editor_and_no_traceback(pytester: pytest.Pytester, style: str) -> None:
    write_town(pytester.path, facts_yaml=WRONG_NUMBER)
    result = run(pytester, f"--tb={style}")
    text = result.stdout.str()
    assert result.ret == 1
    assert "Traceback" not in text
    assert "pytest_items.py" not in text
    if style not in ("no", "line"):
        result.stdout.fnmatch_lines(
            [
                "facts/bridge/facts.yaml:10:5: error: verdict-differs",
                "  hint: *",
                "facts/bridge/facts.yaml:13:21: error: anchor-says-otherwise",
                "  the article says 'More than 300'; the fact asserts `value: more than 500 people`",
                "  hint: *",
                "facts/bridge/facts.yaml:14:48: error: value-contradicted",
                '  *article:*"More than 300 people crossed it" (facts/bridge/article.md:8:35)',
                '  *hearing*"412 people"',
            ]
        )


# How runs are steered


def test_the_first_failure_stops_a_run_that_asks_for_it(pytester: pytest.Pytester) -> None:
    write_town(pytester.path, facts_yaml=WRONG_NUMBER)
    result = run(pytester, "-x")
    result.assert_outcomes(failed=1, passed=7)
    assert reports(pytester) == {}
    result.stdout.fnmatch_lines(["reports/ left as it is: 8 of 11 checks ran"])


def test_last_failed_runs_the_failing_fact_alone(pytester: pytest.Pytester) -> None:
    write_town(pytester.path, facts_yaml=WRONG_NUMBER)
    run(pytester).assert_outcomes(failed=1, passed=9, xfailed=1)
    before = reports(pytester)
    result = run(pytester, "--last-failed")
    result.assert_outcomes(failed=1)
    assert reports(pytester) == before
    result.stdout.fnmatch_lines(["reports/ left as it is: 1 of 11 checks ran"])


def test_two_workers_write_the_same_bytes(pytester: pytest.Pytester) -> None:
    write_town(pytester.path, facts_yaml=WRONG_NUMBER)
    run(pytester).assert_outcomes(failed=1, passed=9, xfailed=1)
    alone = reports(pytester)
    result = run(pytester, "-n", "2")
    result.assert_outcomes(failed=1, passed=9, xfailed=1)
    assert set(alone) == set(REPORTS)
    assert reports(pytester) == alone
    result.stdout.fnmatch_lines(
        ["written: reports/consistency.json, reports/consistency.md, reports/index.html and 1 page it leads to"]
    )


def test_the_same_files_give_the_same_bytes(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    run(pytester)
    first = reports(pytester)
    run(pytester, "-p", "no:randomly")
    assert reports(pytester) == first
    assert json.loads(first["consistency.json"])["summary"]["facts"] == 4
    assert first["consistency.md"].startswith(b"# ")


def test_a_selection_leaves_the_reports_alone_and_says_so(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    run(pytester)
    (pytester.path / "reports" / "consistency.md").write_text("kept", encoding="utf-8")
    result = run(pytester, "-k", "visitors")
    assert reports(pytester)["consistency.md"] == b"kept"
    result.stdout.fnmatch_lines(["reports/ left as it is: 1 of 11 checks ran"])
    result.stdout.no_fnmatch_line("*To correct*")


def test_junit_names_places_and_properties(pytester: pytest.Pytester) -> None:
    write_town(pytester.path, facts_yaml=WRONG_NUMBER)
    run(pytester, "--junitxml=out.xml", "-o", "junit_family=xunit1")
    cases = {case.get("name"): case for case in ElementTree.parse(pytester.path / "out.xml").iter("testcase")}
    visitors = cases["visitors"]
    known = {prop.get("name"): prop.get("value") for prop in visitors.iter("property")}
    assert visitors.get("file") == "facts/bridge/facts.yaml"
    assert visitors.get("line") == "9"
    assert known["location"] == "facts/bridge/facts.yaml:10:5"
    assert known["verdict"] == "contradicted"
    assert known["basis"] == "computed"
    assert "verdict-differs" in (known["rules"] or "")
    failure = visitors.find("failure")
    assert failure is not None
    assert "value-contradicted" in (failure.text or "")
    assert cases["quill-office"].find("skipped") is not None


# Known inaccuracies


def test_before_publication_a_known_inaccuracy_fails(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    result = run(pytester, "--publish")
    result.assert_outcomes(failed=1, passed=10)
    assert result.ret == 1
    result.stdout.fnmatch_lines(["*known-inaccuracy*", "*hint: correct the article: Ada Quill was the Mayor*"])


def test_a_known_inaccuracy_may_be_run_as_what_it_is(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    result = run(pytester, "--runxfail", "--tb=short")
    result.assert_outcomes(failed=1, passed=10)
    result.stdout.fnmatch_lines(["contradicted: Ada Quill was the Mayor of Larkhaven."])
    assert "Traceback" not in result.stdout.str()


def test_a_correction_that_was_made_fails(pytester: pytest.Pytester) -> None:
    facts = CORRECTED.replace("the Harbour Master of Larkhaven", "the Mayor of Larkhaven")
    article = without("Harbour Master", "Mayor", "article.md")
    write_town(pytester.path, facts_yaml=facts, article_md=article)
    result = run(pytester)
    result.assert_outcomes(failed=1, passed=10)
    result.stdout.fnmatch_lines(
        [
            "facts/bridge/facts.yaml:34:14: error: correction-made",
            "*the correction has been made",
            "*`verdict:`*",
        ]
    )


def test_a_known_inaccuracy_with_another_defect_fails(pytester: pytest.Pytester) -> None:
    write_town(pytester.path, facts_yaml=ANCHOR_GONE)
    result = run(pytester)
    result.assert_outcomes(failed=1, passed=10)
    result.stdout.fnmatch_lines(["facts/bridge/facts.yaml:30:21: error: anchor-missing"])
    result.stdout.no_fnmatch_line("*known-inaccuracy*")


# Files that cannot be read


@pytest.mark.parametrize(
    ("name", "text", "failing", "rule"),
    [
        ("facts_yaml", "format: 1\nfacts:\n\t- id: one\n", "facts.yaml::facts", "tab-indentation"),
        ("sources_yaml", "format: 1\nsources: [\n", "sources.yaml::sources", "yaml-syntax"),
        ("entities_yaml", "", "entities.yaml::entities", "unreadable-file"),
        ("article_md", "no front matter\n", "article.md::article", "yaml-syntax"),
        ("sources_yaml", "\ufefformat: 1\n", "sources.yaml::sources", "unreadable-file"),
    ],
)
def test_a_broken_file_is_a_failing_item_and_the_rest_runs(
    pytester: pytest.Pytester, name: str, text: str, failing: str, rule: str
) -> None:
    write_town(pytester.path, **{name: text})
    result = run(pytester, "-rA")
    lines = result.outlines
    assert result.ret == 1
    assert any(line.startswith(f"FAILED facts/bridge/{failing}") for line in lines)
    assert ("PASSED facts::across-articles" in lines) is (name != "facts_yaml")
    assert "PASSED facts/bridge/article.md::article" in lines or name == "article_md"
    assert not any(line.startswith("ERROR") for line in lines)
    assert any(f": error: {rule}" in line for line in lines)
    assert set(reports(pytester)) == set(REPORTS)


def test_a_defective_fact_fails_under_its_own_name_and_the_others_run(pytester: pytest.Pytester) -> None:
    write_town(pytester.path, facts_yaml=without("    kind: quantity", "    kind: quantitty"))
    result = run(pytester, "-rA")
    result.assert_outcomes(failed=1, passed=9, xfailed=1)
    assert any(line.startswith("FAILED facts/bridge/facts.yaml::visitors") for line in result.outlines)
    result.stdout.fnmatch_lines(["facts/bridge/facts.yaml:11:11: error: invalid-value", "*did you mean `quantity`?"])


def test_a_missing_file_fails(pytester: pytest.Pytester) -> None:
    (write_town(pytester.path) / "sources.yaml").unlink()
    result = run(pytester)
    assert result.ret == 1
    result.stdout.fnmatch_lines(["facts/bridge/sources.yaml:1:1: error: unreadable-file", "*the file is missing"])
    assert set(reports(pytester)) == set(REPORTS)


def test_two_facts_of_one_id_are_two_items(pytester: pytest.Pytester) -> None:
    write_town(pytester.path, facts_yaml=without("  - id: memo", "  - id: visitors"))
    lines = run(pytester, "-rA").outlines
    assert "PASSED facts/bridge/facts.yaml::visitors" in lines
    assert "PASSED facts/bridge/facts.yaml::visitors@19" in lines
    assert any(line.startswith("FAILED facts/bridge/facts.yaml::facts") for line in lines)
    assert "facts/bridge/facts.yaml:19:5: error: repeated-id" in lines


def test_nothing_under_facts_fails(pytester: pytest.Pytester) -> None:
    (pytester.path / "facts").mkdir()
    result = run(pytester)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*nothing was collected under facts/, so nothing was checked"])


@pytest.mark.parametrize(
    ("text", "place"),
    [("format: 1\nfacts: [\n", "3:1 (yaml-syntax)"), ("format: 1\nfacts: []\n", "1:1 (no-facts)")],
)
def test_where_no_fact_can_be_read_the_place_to_mend_is_named(pytester: pytest.Pytester, text: str, place: str) -> None:
    write_town(pytester.path, facts_yaml=text)
    result = run(pytester)
    result.stdout.fnmatch_lines(
        [
            "facts: error: no fact could be read in 1 article, so nothing was checked",
            f"  hint: mend what is wrong in the files, told by an item of each: facts/bridge/facts.yaml:{place}",
            "FAILED facts/bridge/facts.yaml::facts - *",
        ]
    )
    assert "nothing was collected" not in result.stdout.str()
    assert sum("/facts.yaml:" in line and "error:" in line and "FAILED" not in line for line in result.outlines) == 1


def test_an_article_folder_without_files_fails(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    (pytester.path / "facts" / "harbour").mkdir()
    result = run(pytester)
    assert result.ret == 1
    result.stdout.fnmatch_lines(["*facts/harbour/facts.yaml*unreadable-file*"])


def test_reports_that_cannot_be_written_fail_the_run(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    (pytester.path / "reports").write_text("in the way", encoding="utf-8")
    result = run(pytester, "-q")
    assert result.ret == 1
    result.stdout.fnmatch_lines(["reports/ could not be written: *"])
    assert "Traceback" not in result.stdout.str() + result.stderr.str()


def test_a_setting_that_is_not_known_stops_the_run_with_a_hint(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    pytester.makepyprojecttoml("[tool.factsuite]\nlines_requird = 2\n")
    result = run(pytester)
    text = result.stdout.str() + result.stderr.str()
    assert result.ret != 0
    assert "lines_requird" in text
    assert "did you mean `lines_required`?" in text
    assert reports(pytester) == {}


def test_a_rule_that_crashes_is_an_error_and_never_a_pass(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    write_house_rule(pytester, "slip", "1 / 0")
    result = run(pytester)
    assert result.ret not in (0, 5)
    assert "ZeroDivisionError" in result.stdout.str() + result.stderr.str()
    assert reports(pytester) == {}


def test_a_house_rule_joins_ours_and_its_examples_run(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    write_house_rule(pytester, "quarrel", "()")
    run(pytester, "facts").assert_outcomes(passed=10, xfailed=1)
    result = run(pytester, "checks")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*quarrel: the example under [*]Fails[*] yields no finding of this rule"])


# Beside other tests


def test_tests_beside_facts_are_left_alone(pytester: pytest.Pytester) -> None:
    write_town(pytester.path, facts_yaml=WRONG_NUMBER)
    pytester.mkdir("tests").joinpath("test_town.py").write_text(A_TEST, encoding="utf-8")
    result = run(pytester, "tests")
    result.assert_outcomes(passed=1)
    assert result.ret == 0
    assert reports(pytester) == {}
    result.stdout.no_fnmatch_line("*reports/*")
    result.stdout.no_fnmatch_line("*To correct*")


def test_tests_beside_facts_do_not_stumble_over_its_settings(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    pytester.makepyprojecttoml("[tool.factsuite]\nlines_requird = 2\n")
    pytester.mkdir("tests").joinpath("test_town.py").write_text(A_TEST, encoding="utf-8")
    result = run(pytester, "tests")
    result.assert_outcomes(passed=1)
    assert result.ret == 0


def test_a_run_within_a_test_is_not_this_runs(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    pytester.mkdir("tests").joinpath("conftest.py").write_text('pytest_plugins = ["pytester"]\n', encoding="utf-8")
    inner = "import sys\nsys.path.insert(0, {here!r})\nfrom fictional_town import write_town\n\n" + (
        "def test_inner(pytester):\n    write_town(pytester.path)\n"
        "    pytester.runpytest_inprocess().assert_outcomes(passed=10, xfailed=1)\n"
    )
    here = str(Path(__file__).parent)
    (pytester.path / "tests" / "test_inner.py").write_text(inner.replace("{here!r}", repr(here)), encoding="utf-8")
    result = run(pytester, "tests")
    result.assert_outcomes(passed=1)
    assert reports(pytester) == {}
    assert not [line for line in result.outlines[-3:] if line.startswith(("reports/", "written:"))]


def test_tests_and_facts_run_together(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    pytester.mkdir("tests").joinpath("test_town.py").write_text(A_TEST, encoding="utf-8")
    run(pytester).assert_outcomes(passed=11, xfailed=1)
    assert set(reports(pytester)) == set(REPORTS)


def test_a_failing_test_elsewhere_does_not_keep_the_reports_back(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    pytester.mkdir("tests").joinpath("test_town.py").write_text(A_TEST.replace("2\n", "3\n"), encoding="utf-8")
    run(pytester).assert_outcomes(passed=10, failed=1, xfailed=1)
    assert set(reports(pytester)) == set(REPORTS)


def test_facts_of_a_tests_data_are_not_this_runs(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    write_town(pytester.mkdir("tests") / "data", facts_yaml=WRONG_NUMBER)
    run(pytester).assert_outcomes(passed=10, xfailed=1)


@pytest.mark.parametrize("argument", ["facts", "./facts", "facts/"])
def test_the_facts_folder_may_be_named_where_no_settings_exist(pytester: pytest.Pytester, argument: str) -> None:
    write_town(pytester.path)
    result = run(pytester, argument)
    result.assert_outcomes(passed=10, xfailed=1)
    assert set(reports(pytester)) == set(REPORTS)


def test_a_run_may_start_inside_the_facts_folder(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    write_town(pytester.path)
    monkeypatch.chdir(pytester.path / "facts")
    result = run(pytester, ".")
    result.assert_outcomes(passed=10, xfailed=1)
    assert set(reports(pytester)) == set(REPORTS)


def test_an_article_named_alone_runs_alone(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    result = run(pytester, "facts/bridge")
    assert result.parseoutcomes()["xfailed"] == 1
    result.stdout.fnmatch_lines(["reports/ left as it is: *"])
    assert reports(pytester) == {}


def test_a_workspace_may_lie_below_the_root(pytester: pytest.Pytester) -> None:
    write_town(pytester.mkdir("desk"))
    pytester.makepyprojecttoml("[tool.pytest.ini_options]\n")
    run(pytester, "desk/facts").assert_outcomes(passed=10, xfailed=1)
    assert (pytester.path / "desk" / "reports" / "consistency.json").is_file()


def test_pytests_root_may_lie_elsewhere(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    pytester.mkdir("elsewhere")
    run(pytester, "--rootdir=elsewhere", "facts").assert_outcomes(passed=10, xfailed=1)
    assert set(reports(pytester)) == set(REPORTS)


def test_a_project_without_facts_is_not_touched_and_loads_no_engine(tmp_path: Path) -> None:
    (tmp_path / "test_town.py").write_text(
        "import sys\n\ndef test_loaded():\n"
        "    ours = sorted(name for name in sys.modules if name.startswith('factsuite'))\n"
        "    assert ours == ['factsuite', 'factsuite.plugin', 'factsuite.pytest_names'], ours\n"
        "    assert not {'jsonschema', 'yaml', 'tabulate'} & set(sys.modules)\n",
        encoding="utf-8",
    )
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    command = [sys.executable, "-m", "pytest", "-q", "-W", "error"]
    ran = subprocess.run(command, cwd=tmp_path, env=plain, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "reports" not in ran.stdout
    assert sorted(file.name for file in tmp_path.iterdir() if not file.name.startswith((".", "_"))) == ["test_town.py"]


def write_house_rule(pytester: pytest.Pytester, name: str, returns: str) -> None:
    """A rule of the workspace's own, with its handbook."""
    rule = _HOUSE_RULE.replace("slip", name).replace("()\n", f"{returns}\n")
    pytester.mkdir("checks").joinpath(f"{name}s.py").write_text(rule, encoding="utf-8")
    pytester.mkdir("docs").joinpath("house.md").write_text("# House\n", encoding="utf-8")


_HOUSE_RULE = '''"""House: does anything go wrong here?"""

from factsuite import Fact, Severity, rule


@rule(severity=Severity.ERROR, handbook="docs/house.md#house")
def slip(fact: Fact):
    """A rule of the house.

    ## Why it matters
    It is a test.

    ## Fails
        kind: statement
        asserts: {that: One.}

    ## Passes
        kind: statement
        asserts: {that: Two.}

    ## Limits
    None known.
    """
    return ()
'''


def test_a_folder_of_that_name_with_somebodys_python_code_is_left_alone(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(**{"facts/test_of_theirs": "def test_it():\n    assert True\n"})
    result = pytester.runpytest_subprocess("facts")
    result.assert_outcomes(passed=1)
