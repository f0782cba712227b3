"""The command line: what it checks, what it prints, and how it ends."""

import contextlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from fictional_town import FACTS, FILES, without, write_town
from jsonschema import Draft7Validator

from factsuite.cli import main
from factsuite.load.schemas import schema

WRONG_NUMBER = without("value: more than 300 people", "value: more than 500 people")


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace, and the directory the command is started in."""
    write_town(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of `factsuite check`."""
    capsys.readouterr()
    code = main(["check", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    """Exit code and report of `factsuite check --format json`."""
    code, out, err = check(capsys, *arguments, "--format", "json")
    assert err == ""
    loaded: dict[str, Any] = json.loads(out)
    return code, loaded


def edit(root: Path, name: str, text: str) -> None:
    (root / "facts" / "bridge" / name).write_text(text, encoding="utf-8")


def test_a_sound_workspace_ends_with_zero_and_a_summary(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = check(capsys)
    assert (code, err) == (0, "")
    assert "To correct (1):" in out
    assert "known  contradicted  quill-office" in out
    assert "0 failing" in out
    assert not (town / "reports").exists()


def test_a_finding_ends_with_one_and_names_place_rule_and_hint(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(town, "facts.yaml", WRONG_NUMBER)
    code, out, _ = check(capsys)
    assert code == 1
    assert "facts/bridge/facts.yaml:14:48: error: value-contradicted" in out
    assert "  hint: " in out
    assert "FAILS  contradicted  visitors" in out


def test_known_inaccuracies_fail_before_publication(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = check(capsys, str(town), "--publish")
    assert code == 1
    assert "error: known-inaccuracy" in out
    assert "hint: correct the article: Ada Quill was the Mayor of Larkhaven." in out


@pytest.mark.parametrize("state", ["sound", "wrong", "broken", "publish", "empty"])
def test_the_report_keeps_its_schema(town: Path, capsys: pytest.CaptureFixture[str], state: str) -> None:
    if state == "wrong":
        edit(town, "facts.yaml", WRONG_NUMBER)
    if state == "broken":
        edit(town, "facts.yaml", without("    kind: quantity", "    kind: quantitty"))
        edit(town, "article.md", "no front matter\n")
        edit(town, "sources.yaml", "")
    if state == "empty":
        edit(town, "facts.yaml", "format: 1\nfacts: []\n")
    code, found = report(capsys, *(["--publish"] if state == "publish" else []))
    Draft7Validator.check_schema(schema("report"))
    assert [error.message for error in Draft7Validator(schema("report")).iter_errors(found)] == []
    assert code == (0 if state == "sound" else 1)


def test_the_report_says_what_was_compared(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, found = report(capsys)
    assert found["schema_version"] == "1"
    assert found["summary"]["facts"] == len(FACTS)
    assert found["summary"]["by_verdict"]["supported"] == 3
    assert [fact["id"] for fact in found["articles"][0]["facts"]] == list(FACTS)
    visitors = found["articles"][0]["facts"][1]
    assert visitors["location"] == {"path": "facts/bridge/facts.yaml", "line": 10, "column": 5}
    assert (visitors["verdict"], visitors["outcome"], visitors["basis"]) == ("supported", "passed", "computed")
    assert [(entry["source"], entry["relation"]) for entry in visitors["evidence"]] == [("hearing", "entails")]
    assert found["articles"][0]["facts"][3]["outcome"] == "known"
    assert town.is_dir()


def test_pytest_and_the_command_line_come_to_the_same_bytes(
    pytester: pytest.Pytester, capsys: pytest.CaptureFixture[str]
) -> None:
    write_town(pytester.path, facts_yaml=WRONG_NUMBER)
    pytester.runpytest_inprocess("-p", "no:hypothesispytest")
    written = (pytester.path / "reports" / "consistency.json").read_text(encoding="utf-8")
    _, out, _ = check(capsys, str(pytester.path), "--format", "json")
    assert out == written


def test_the_same_files_give_the_same_bytes(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = [check(capsys), check(capsys, "--format", "json")]
    assert [check(capsys), check(capsys, "--format", "json")] == first
    assert str(town) not in first[1][1]


# Paths


@pytest.mark.parametrize(
    "path",
    [".", "facts", "facts/", "facts/bridge", "facts/bridge/facts.yaml", "facts/bridge/article.md", "./facts/../facts"],
)
def test_any_path_of_the_workspace_leads_to_it(town: Path, capsys: pytest.CaptureFixture[str], path: str) -> None:
    code, found = report(capsys, path)
    assert code == 0
    assert [article["id"] for article in found["articles"]] == ["bridge"]
    code, found = report(capsys, str(town / path))
    assert [article["id"] for article in found["articles"]] == ["bridge"]


def test_paths_choose_articles(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("harbour", "market"):
        write_town(
            town, name, facts_yaml=WRONG_NUMBER, sources_yaml="format: 1\nsources: []\n", entities_yaml="format: 1\n"
        )
    for name in ("sources.yaml", "entities.yaml"):
        (town / "facts" / "bridge" / name).rename(town / "facts" / name)
        edit(town, name, "format: 1\n" + ("sources: []\n" if name == "sources.yaml" else ""))
    code, found = report(capsys, "facts/bridge")
    assert (code, [article["id"] for article in found["articles"]]) == (0, ["bridge"])
    code, found = report(capsys, "facts/harbour", "facts/bridge/facts.yaml")
    assert (code, [article["id"] for article in found["articles"]]) == (1, ["bridge", "harbour"])
    code, found = report(capsys)
    assert (code, [article["id"] for article in found["articles"]]) == (1, ["bridge", "harbour", "market"])


def test_what_lies_across_articles_is_kept_where_it_stands_in_a_chosen_one(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(town, "facts.yaml", without("  - id: memo", "  - id: visitors"))
    for arguments in ([], ["facts/bridge"]):
        code, found = report(capsys, *arguments)
        assert code == 1
        assert [each["rule"] for each in found["findings"] if each["severity"] == "error"] == ["repeated-id"]


def test_a_path_without_an_article_is_no_pass(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (town / "docs").mkdir()
    code, out, _ = check(capsys, "docs")
    assert code != 0
    assert "nothing was found to check" in out


def test_an_empty_workspace_is_no_pass(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "facts").mkdir()
    code, out, _ = check(capsys, str(tmp_path))
    assert code == 1
    assert "nothing was found to check" in out


# Usage


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "there is no such file or folder"),
        (["facts/bridg"], "there is no such file or folder"),
        (["facts", "nowhere"], "there is no such file or folder"),
    ],
)
def test_an_unknown_path_is_a_slip_of_usage(
    town: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    code, out, err = check(capsys, *arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert "hint: " in err
    assert "Traceback" not in err
    assert town.is_dir()


def test_a_folder_without_facts_is_a_slip_of_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = check(capsys, str(tmp_path))
    assert code == 2
    assert "no folder `facts/` is found here" in err


def test_paths_of_two_workspaces_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_town(tmp_path / "one")
    write_town(tmp_path / "two")
    code, _, err = check(capsys, str(tmp_path / "one"), str(tmp_path / "two" / "facts" / "bridge"))
    assert code == 2
    assert "several workspaces" in err


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "--format", "xml"], ["check", "--no-such-option"]])
def test_arguments_nobody_knows_end_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: factsuite" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("[tool.factsuite]\nlines_requird = 2\n", "did you mean `lines_required`?"),
        ("[tool.factsuite]\nlines_required = 0\n", "is not a count"),
        ("[tool.factsuite]\nlines_required = true\n", "is not a count"),
        ("[tool.factsuite]\nabout = -0.1\n", "out of range"),
        ("[tool.factsuite]\nabout = inf\n", "out of range"),
        ("[tool.factsuite]\nabout = nan\n", "is not a number"),
        ("[tool.factsuite]\nrounding = 'no'\n", "neither true nor false"),
        ("[tool]\nfactsuite = 3\n", "is not a table"),
        ("[tool.factsuite\n", "cannot be read"),
    ],
)
def test_a_setting_that_cannot_be_used_ends_with_two(
    town: Path, capsys: pytest.CaptureFixture[str], settings: str, message: str
) -> None:
    (town / "pyproject.toml").write_text(settings, encoding="utf-8")
    code, out, err = check(capsys)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


def test_a_setting_changes_what_is_enough(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (town / "pyproject.toml").write_text("[tool.factsuite]\nlines_required = 2\n", encoding="utf-8")
    code, found = report(capsys)
    assert code == 1
    assert found["summary"]["policy"]["lines_required"] == "2"
    assert found["summary"]["by_verdict"]["unverified"] == 2  # the transcript of the mayor's own words stands alone


# Processes


def run_process(root: Path, *arguments: str, **options: Any) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "factsuite", *arguments],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        **options,
    )


def test_a_reader_that_has_seen_enough_is_no_error(town: Path) -> None:
    process = run_process(town, "check", "--format", "json")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) in (0, 1)
    assert err == b""


def test_the_module_runs_as_a_command_and_prints_names_of_any_script(town: Path) -> None:
    edit(town, "facts.yaml", FILES["facts.yaml"].replace("tags: [numbers]", "tags: [數字]").replace("412", "４１２"))
    out, err = run_process(town, "check").communicate(timeout=60)
    assert err == b""
    assert "quill-office" in out.decode("utf-8")


def test_the_rules_are_listed_and_their_pages_written_and_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["rules"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert any(line.startswith("quotation-altered ") for line in listed)
    assert main(["rules", "--write", "pages"]) == 0
    assert main(["rules", "--check", "pages"]) == 0
    assert len(list(Path("pages").glob("*.md"))) == len(listed) + 1
    Path("pages/quotation-altered.md").write_text("edited", encoding="utf-8")
    Path("pages/no-such-rule.md").write_text("left over", encoding="utf-8")
    Path("pages/anchor-missing.md").unlink()
    capsys.readouterr()
    assert main(["rules", "--check", "pages"]) == 1
    out = capsys.readouterr().out
    assert [line.partition(":")[0] for line in out.splitlines()] == [
        "pages/anchor-missing.md",
        "pages/no-such-rule.md",
        "pages/quotation-altered.md",
    ]


@pytest.mark.usefixtures("town")
def test_the_json_report_is_the_same_where_standard_output_takes_text_alone(capsys: pytest.CaptureFixture[str]) -> None:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert main(["check", "--format", "json"]) == 0
    assert out.getvalue() == check(capsys, "--format", "json")[1]
