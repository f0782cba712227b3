"""Two runs compared: what is new, fixed, changed and unchanged, and what is no change at all."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fictional_town import FILES, without, write_town
from jsonschema import Draft7Validator

from factsuite.cli import main
from factsuite.load.schemas import schema
from factsuite.reports.markdown_size import LONGEST_COMMENT
from factsuite.reports.run_changes_markdown import render_run_changes_markdown
from factsuite.runs.comparing import RunChanges, compare_runs
from factsuite.runs.stored import run_in

Report = dict[str, Any]
WRONG_NUMBER = without("value: more than 300 people", "value: more than 500 people")


def report_of(folder: Path, capsys: pytest.CaptureFixture[str], **files: str) -> Report:
    """The report of the town, written below a folder."""
    write_town(folder, **files)
    capsys.readouterr()
    main(["check", str(folder), "--format", "json"])
    report: Report = json.loads(capsys.readouterr().out)
    return report


@pytest.fixture
def sound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Report:
    return report_of(tmp_path / "sound", capsys)


@pytest.fixture
def wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Report:
    return report_of(tmp_path / "wrong", capsys, facts_yaml=WRONG_NUMBER)


def compared(old: Report, new: Report) -> RunChanges:
    return compare_runs(run_in(json.dumps(old).encode(), "old"), run_in(json.dumps(new).encode(), "new"))


def copied(report: Report, change: Callable[[Report], None]) -> Report:
    copy: Report = json.loads(json.dumps(report))
    change(copy)
    return copy


def test_a_run_and_itself_differ_in_nothing(sound: Report) -> None:
    changes = compared(sound, sound)
    assert changes.is_same
    assert not changes.is_worse
    assert len(changes.facts_kept) == 4


def test_what_went_wrong_is_new_fails_and_has_another_verdict(sound: Report, wrong: Report) -> None:
    changes = compared(sound, wrong)
    assert changes.is_worse
    assert [fact.id for fact in changes.failing_now] == ["visitors"]
    assert {found.rule for found in changes.found_new} >= {"value-contradicted", "verdict-differs"}
    assert [(old.verdict, new.verdict) for old, new in changes.verdicts] == [("supported", "contradicted")]
    assert not changes.fixed


def test_what_was_mended_is_fixed_and_nothing_is_worse(sound: Report, wrong: Report) -> None:
    changes = compared(wrong, sound)
    assert not changes.is_worse
    assert {found.rule for found in changes.fixed} >= {"value-contradicted", "verdict-differs"}
    assert not changes.found_new


def test_lines_above_a_finding_are_no_change(wrong: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lower = report_of(tmp_path / "lower", capsys, facts_yaml="# one line more\n" + WRONG_NUMBER)
    changes = compared(wrong, lower)
    assert changes.is_same
    assert all(old.place != new.place for old, new in changes.unchanged if "facts.yaml" in old.place)


def test_an_article_in_another_folder_is_no_change(
    wrong: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_town(tmp_path / "moved", "old-bridge", facts_yaml=WRONG_NUMBER)
    main(["check", str(tmp_path / "moved"), "--format", "json"])
    changes = compared(wrong, json.loads(capsys.readouterr().out))
    assert changes.articles_moved == (("bridge", "old-bridge"),)
    assert changes.is_same


def test_a_fact_under_another_id_is_no_change(
    wrong: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    renamed = report_of(tmp_path / "renamed", capsys, facts_yaml=WRONG_NUMBER.replace("id: visitors", "id: crowd"))
    changes = compared(wrong, renamed)
    assert changes.is_same
    assert [(old.id, new.id) for old, new in changes.renamed] == [("visitors", "crowd")]


def test_the_same_rule_about_the_same_fact_with_other_words_is_changed(
    wrong: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = WRONG_NUMBER.replace("more than 500 people", "more than 600 people")
    changes = compared(wrong, report_of(tmp_path / "other", capsys, facts_yaml=other))
    assert "value-contradicted" in {new.rule for _, new in changes.changed}
    assert not changes.is_worse


def test_what_is_waived_now_is_changed_and_not_worse_and_the_other_way_round_it_is(wrong: Report) -> None:
    def waive(report: Report) -> None:
        found = [each for each in report["findings"] if each["fact"] == "visitors"]
        report["findings"] = [each for each in report["findings"] if each["fact"] != "visitors"]
        report["waived"] = [{"finding": each} for each in found]
        next(f for f in report["articles"][0]["facts"] if f["id"] == "visitors")["outcome"] = "waived"

    waived = copied(wrong, waive)
    there = compared(wrong, waived)
    assert not there.is_worse
    assert {(old.standing, new.standing) for old, new in there.changed} == {("counts", "waived")}
    assert compared(waived, wrong).is_worse


def test_a_graver_severity_is_worse_where_it_fails(wrong: Report) -> None:
    lenient = copied(wrong, lambda report: [each.update(severity="warning") for each in report["findings"]])  # type: ignore[arg-type,func-returns-value]
    assert compared(lenient, wrong).is_worse
    strict = copied(lenient, lambda report: report["summary"]["policy"].update(fail_on='"warning"'))
    assert not compared(strict, wrong).findings_failing_now
    assert ("fail_on", '"error"', '"warning"') in compared(lenient, strict).settings


def test_facts_that_come_and_go_are_told(sound: Report) -> None:
    fewer = copied(sound, lambda report: report["articles"][0]["facts"].pop())
    assert [fact.id for fact in compared(sound, fewer).facts_removed] == ["quill-office"]
    added = compared(fewer, sound)
    assert [fact.id for fact in added.facts_added] == ["quill-office"]
    assert not added.is_worse


def test_a_fact_that_is_new_and_fails_is_worse(wrong: Report) -> None:
    fewer = copied(wrong, lambda report: report["articles"][0]["facts"].pop(1))
    assert compared(fewer, wrong).is_worse


# The command


@pytest.fixture
def files(sound: Report, wrong: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """sound.json and wrong.json, where the command is started."""
    for name, report in (("sound", sound), ("wrong", wrong)):
        (tmp_path / f"{name}.json").write_text(json.dumps(report), encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("files")
def test_the_command_tells_what_fails_now_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare-runs", "sound.json", "wrong.json"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("sound.json -> wrong.json\n")
    assert out.index("Fails now (1):") < out.index("New findings") < out.index("Another verdict")
    assert "bridge/visitors: supported -> contradicted, fails" in out
    assert max(map(len, out.split("\n"))) <= 110
    assert main(["compare-runs", "wrong.json", "wrong.json"]) == 0
    assert "Nothing has changed: 4 facts" in capsys.readouterr().out


@pytest.mark.usefixtures("files")
def test_the_command_tells_programs_under_its_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare-runs", "sound.json", "wrong.json", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    Draft7Validator.check_schema(schema("run-changes"))
    assert [error.message for error in Draft7Validator(schema("run-changes")).iter_errors(told)] == []
    assert told["worse"] is True
    assert told["facts"]["failing_now"][0]["id"] == "visitors"


def test_a_comment_is_never_longer_than_one_may_be_and_counts_what_is_left_out(sound: Report) -> None:
    def many(report: Report) -> None:
        one = {
            "severity": "warning",
            "message": "some words | <b> `code` " * 3,
            "hint": "",
            "article": None,
        }
        place = {"path": "facts/bridge/facts.yaml", "line": 1, "column": 1}
        more = {"fact": None, "related": [], "location": place, "fingerprint": ""}
        report["findings"] = [{**one, **more, "rule": f"rule-{number}"} for number in range(2000)]

    comment = render_run_changes_markdown(compared(sound, copied(sound, many)), "old.json")
    assert len(comment) <= LONGEST_COMMENT
    assert "more rows did not fit here" in comment
    assert "<b>" not in comment
    assert comment.count("<details>") == comment.count("</details>")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "old.json:1:2: error: this is no JSON"),
        ("[]", "this is no report of factsuite"),
        ("null", "this is no report of factsuite"),
        ('{"schema_version": "1"}', "this is no report of factsuite"),
        ('{"schema_version": "9", "summary": {}, "articles": [], "findings": []}', "a report of version '9'"),
        ('{"schema_version": "1", "summary": {}, "articles": [], "findings": []}', "`policy` is missing"),
        ('{"schema_version": "1", "summary": {"policy": {}}, "articles": [3], "findings": []}', "another form"),
        ("[" * 100_000, "this is no JSON"),
        ('{"schema_version": ' + "1" * 10_000 + "}", "too many digits"),
        ("\ufeff{}", "this is no report of factsuite"),
    ],
)
@pytest.mark.usefixtures("files")
def test_what_is_no_report_is_told_with_what_is_wrong(text: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("old.json").write_text(text, encoding="utf-8")
    assert main(["compare-runs", "old.json", "sound.json"]) == 2
    err = capsys.readouterr().err
    assert told in err
    assert "hint: " in err


@pytest.mark.parametrize("format", ["text", "markdown", "json"])
@pytest.mark.usefixtures("files")
def test_whatever_a_report_says_is_shown_and_never_obeyed(
    format: str, sound: Report, capsys: pytest.CaptureFixture[str]
) -> None:
    def hostile(report: Report) -> None:
        fact = report["articles"][0]["facts"][0]
        fact.update(id=["a", "list"], claim="\ud800", verdict={"odd": 1}, outcome="\x1b]0;x\x07<script>")
        report["articles"][0]["headline"] = 3

    Path("odd.json").write_text(json.dumps(copied(sound, hostile)), encoding="utf-8")
    assert main(["compare-runs", "sound.json", "odd.json", "--format", format]) == 0
    out = capsys.readouterr().out
    out.encode("utf-8")
    assert "\x1b" not in out
    assert "<script>" not in out or format != "markdown"


@pytest.mark.usefixtures("files")
def test_a_report_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare-runs", "nowhere.json", "sound.json"]) == 2
    assert "nowhere.json: cannot be read: No such file" in capsys.readouterr().err


# In a run of pytest


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess("--color=no", "-p", "no:hypothesispytest", *arguments)


def reports(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (folder / "reports").iterdir() if file.is_file()}


def test_a_run_tells_what_has_changed_since_the_report_that_lies_there(pytester: pytest.Pytester) -> None:
    folder = write_town(pytester.path)
    assert "Since the last report" not in run(pytester).stdout.str()
    assert "Since the last report" not in run(pytester).stdout.str()
    (folder / "facts.yaml").write_text(WRONG_NUMBER, encoding="utf-8")
    result = run(pytester)
    result.stdout.fnmatch_lines(["Since the last report: * new findings, 1 fact with another verdict or outcome."])
    result.stdout.fnmatch_lines(["  fails now  bridge/visitors  (facts/bridge/facts.yaml:10:5)"])


def test_the_reports_are_the_same_whatever_lay_there(pytester: pytest.Pytester) -> None:
    folder = write_town(pytester.path)
    run(pytester)
    sound = reports(pytester.path)
    (folder / "facts.yaml").write_text(WRONG_NUMBER, encoding="utf-8")
    run(pytester)
    (folder / "facts.yaml").write_text(FILES["facts.yaml"], encoding="utf-8")
    run(pytester)
    assert reports(pytester.path) == sound


@pytest.mark.parametrize("there", [b"", b"{", b"\xff", b'{"schema_version": "0"}'])
def test_what_lies_there_and_is_no_report_disturbs_nothing(pytester: pytest.Pytester, there: bytes) -> None:
    write_town(pytester.path)
    (pytester.path / "reports").mkdir()
    (pytester.path / "reports" / "consistency.json").write_bytes(there)
    result = run(pytester)
    assert result.ret == 0
    assert "Since" not in result.stdout.str()


def test_a_report_that_is_named_is_compared_in_the_index_and_in_markdown_but_not_in_json(
    pytester: pytest.Pytester,
) -> None:
    folder = write_town(pytester.path)
    run(pytester)
    plain = reports(pytester.path)
    (pytester.path / "old.json").write_bytes(plain["consistency.json"])
    (folder / "facts.yaml").write_text(WRONG_NUMBER, encoding="utf-8")
    result = run(pytester, "--compare-with", "old.json")
    result.stdout.fnmatch_lines(["Since old.json: *"])
    written = reports(pytester.path)
    assert b"## Since the earlier report" in written["consistency.md"]
    assert b'id="since"' in written["index.html"]
    assert b"Since the earlier" not in written["consistency.json"]
    run(pytester)
    assert b"Since the earlier report" not in reports(pytester.path)["index.html"]


def test_the_report_that_is_named_may_be_the_one_that_is_replaced(pytester: pytest.Pytester) -> None:
    folder = write_town(pytester.path)
    run(pytester)
    (folder / "facts.yaml").write_text(WRONG_NUMBER, encoding="utf-8")
    result = run(pytester, "--compare-with", "reports/consistency.json")
    result.stdout.fnmatch_lines(["Since reports/consistency.json: * new findings, *"])


@pytest.mark.parametrize("named", ["nowhere.json", "facts/bridge/facts.yaml"])
def test_a_report_that_is_named_and_is_none_is_a_usage_error(pytester: pytest.Pytester, named: str) -> None:
    write_town(pytester.path)
    result = run(pytester, "--compare-with", named)
    assert result.ret is pytest.ExitCode.USAGE_ERROR
    assert "--compare-with" in result.stderr.str()
    assert not (pytester.path / "reports").exists()


def test_a_revision_nobody_knows_is_one_usage_error_before_the_first_check(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(pytester.path.parent))
    write_town(pytester.path)
    result = run(pytester, "--since", "nonsense")
    assert result.ret is pytest.ExitCode.USAGE_ERROR
    assert "facts.yaml F" not in result.stdout.str()
    assert result.stderr.str().count("ERROR:") == 1


def test_what_the_page_on_ci_shows_writes_a_comment(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (Path(__file__).parent.parent.parent / "docs" / "ci.md").read_text(encoding="utf-8")
    script = page.partition("<!-- compare-runs -->\n```sh\n")[2].partition("```")[0]
    folder = write_town(tmp_path)
    report = tmp_path / "reports" / "consistency.json"
    report.parent.mkdir()
    assert main(["check", str(tmp_path), "--format", "json", "--output", str(report)]) == 0
    name = "-c user.name=A -c user.email=a@larkhaven.example -c commit.gpgsign=false"
    commit = f"git init -q -b main && git add -A && git {name} commit -qm facts"
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["bash", "-ec", commit], cwd=tmp_path, env=environment, check=True)
    (folder / "facts.yaml").write_text(WRONG_NUMBER, encoding="utf-8")
    assert main(["check", str(tmp_path), "--format", "json", "--output", str(report)]) == 1
    done = subprocess.run(["bash", "-ec", script], cwd=tmp_path, env=environment, check=False)
    assert done.returncode == 1
    assert (tmp_path / "comment.md").read_text(encoding="utf-8").startswith("### Since main.json\n")
    assert capsys.readouterr().err == ""
