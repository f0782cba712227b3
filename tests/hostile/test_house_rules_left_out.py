"""House rules are code: a run that is told not to trust them opens none of them, and says so."""

import json
from pathlib import Path

import pytest
from fictional_town import write_town

from factsuite.cli import main
from factsuite.engine import asked_of, check_workspace, files_of
from factsuite.load.errors import FactsuiteError
from factsuite.rules.collecting import collect_rules
from factsuite.rules.house import VARIABLE, house_files, leaving_out
from factsuite.scaling.cluster import work_on
from factsuite.seeds.reading import read_seeds

CODE = "from pathlib import Path\nPath(__file__).with_name('ran').touch()\nraise RuntimeError('the house rules ran')\n"
ALWAYS = '''"""House: does a fact keep to the house's style?"""

from collections.abc import Iterator

from factsuite import Fact, Finding, Severity, rule


@rule(severity=Severity.NOTE, handbook="docs/editorial.md#style")
def house_style(fact: Fact) -> Iterator[Finding]:
    """A fact of the house.

    ## Why it matters
    It is ours.

    ## Fails
        claim: The bridge opened.

    ## Passes
        claim: The bridge opened.

    ## Limits
    None.
    """
    yield Finding(at=fact.claim.at, message="a fact of the house", hint="none")
'''
SETTINGS = '[tool.factsuite.severity]\nhouse-style = "note"\n'


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)
    write_town(tmp_path)
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "style.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def test_without_the_option_they_run(desk: Path) -> None:
    with pytest.raises(RuntimeError, match="the house rules ran"):
        main(["check"])
    assert (desk / "checks" / "ran").exists()


@pytest.mark.parametrize("name", ["text", "json", "lines", "sarif", "github", "gitlab", "rdjsonl"])
def test_check_opens_none_and_every_format_says_so(desk: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["check", "--no-house-rules", "--format", name]) == 0
    told = capsys.readouterr().out
    assert "house-rules-left-out" in told
    assert "the house rules of 1 file were not run: style.py" in told
    assert not (desk / "checks" / "ran").exists()


@pytest.mark.parametrize("arguments", [["rules"], ["policy"], ["seeds"]])
def test_every_command_that_collects_rules_can_leave_them_out(
    desk: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    first = read_seeds()[:1]
    monkeypatch.setattr("factsuite.seeds.reading.read_seeds", lambda: first)
    assert main([*arguments, "--no-house-rules"]) in (0, 1)
    assert not (desk / "checks" / "ran").exists()


def test_the_environment_leaves_them_out_of_every_command(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "1")
    assert main(["check"]) == 0
    assert not (desk / "checks" / "ran").exists()


def test_other_processes_leave_them_out_too(desk: Path) -> None:
    write_town(desk, "market")
    assert main(["check", "--no-house-rules", "--jobs", "2", "--no-cache"]) in (0, 1)
    assert not (desk / "checks" / "ran").exists()


def test_a_machine_that_works_for_another_leaves_them_out_though_there_are_none_there(desk: Path) -> None:
    (desk / "checks").rename(desk / "away")
    with leaving_out(True):
        asked = asked_of(desk)
    (desk / "away").rename(desk / "checks")
    divided = files_of(desk)
    answer = work_on(asked, divided.shared, divided.of(["bridge"]), {"bridge": ()})
    assert [outcome.id for outcome in answer.outcomes] == ["bridge"]
    assert not (desk / "checks" / "ran").exists()


def test_what_is_kept_from_run_to_run_is_not_mixed_up(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "checks" / "style.py").write_text(ALWAYS, encoding="utf-8")
    (desk / "docs").mkdir()
    (desk / "docs" / "editorial.md").write_text("# House\n\n## Style\n", encoding="utf-8")
    told = {}
    for options in (
        ["--no-cache"],
        ["--no-house-rules", "--no-cache"],
        [],
        ["--no-house-rules"],
        [],
        ["--no-house-rules"],
    ):
        main(["check", "--format", "json", *options])
        told.setdefault("--no-house-rules" in options, []).append(capsys.readouterr().out)
    assert len(set(told[True])) == 1
    assert len(set(told[False])) == 1
    assert '"house-style"' in told[False][0]
    assert "house-rules-left-out" in told[True][0]


@pytest.mark.usefixtures("desk")
def test_what_was_left_out_is_collected_again_afterwards() -> None:
    with leaving_out(True):
        assert [rule.name for rule in collect_rules(Path())] == [rule.name for rule in collect_rules(None)]
    with pytest.raises(RuntimeError, match="the house rules ran"):
        collect_rules(Path())


def test_what_the_house_says_about_its_own_rules_is_no_mistake(desk: Path) -> None:
    (desk / "facts" / "waivers.yaml").write_text(
        "format: 1\nwaivers:\n  - {rule: house-style, article: bridge, because: Soon., by: desk, until: 2099-01-01}\n"
    )
    entry = {"article": "bridge", "fact": "memo", "rule": "house-style", "message": "m", "fingerprint": "0" * 32}
    (desk / "factsuite-baseline.json").write_text(json.dumps({"format": 1, "findings": [entry]}))
    with leaving_out(True):
        found = {reported.rule for reported in check_workspace(desk).all_findings}
    assert "house-rules-left-out" in found
    assert not found & {"waiver-of-unknown", "waiver-unused", "baseline-stale"}


def test_a_baseline_is_not_compared_without_them(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "1")
    assert main(["baseline"]) == 2
    assert not (desk / "checks" / "ran").exists()


def test_without_house_rules_nothing_is_said(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "checks" / "style.py").unlink()
    (desk / "pyproject.toml").unlink()
    assert main(["check", "--no-house-rules"]) == 0
    assert "house rules" not in capsys.readouterr().out


def test_what_is_no_file_holds_no_rule(desk: Path) -> None:
    (desk / "checks" / "folder.py").mkdir()
    assert [file.name for file in house_files(desk)] == ["style.py"]


def test_pytest_leaves_them_out_and_leaves_the_reports(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    (pytester.path / "checks").mkdir()
    (pytester.path / "checks" / "style.py").write_text(CODE, encoding="utf-8")
    result = pytester.runpytest("--no-house-rules")
    assert result.ret == 0
    result.stdout.fnmatch_lines(["reports/ left as it is: the house rules were left out"])
    assert not (pytester.path / "checks" / "ran").exists()
    assert not (pytester.path / "reports").exists()


@pytest.mark.usefixtures("desk")
def test_a_setting_for_a_rule_nobody_knows_is_a_mistake_where_all_rules_are_run() -> None:
    Path("checks/style.py").unlink()
    with leaving_out(True), pytest.raises(FactsuiteError, match="there is no such rule"):
        check_workspace(Path())
