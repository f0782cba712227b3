"""What docs/ci.md shows, the action and the hook: valid for their services, and run as far as a machine can."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from fictional_town import without as edited
from fictional_town import write_town

from factsuite.cli import main
from factsuite.commands.check import FORMATS

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"^<!-- ([\w-]+) -->\n```\w+\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL))
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
WRONG_NUMBER = edited("value: more than 300 people", "value: more than 500 people")
COMMIT = "git add -A && git -c user.name=A -c user.email=a@larkhaven.example commit -qm facts"
SHELL = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"]
"""How GitHub runs a step with `shell: bash`, and GitLab a script."""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A sound workspace."""
    write_town(tmp_path / "desk")
    return tmp_path / "desk"


def spoil(desk: Path) -> None:
    (desk / "facts" / "bridge" / "facts.yaml").write_text(WRONG_NUMBER, encoding="utf-8")


def environment(**more: str) -> dict[str, str]:
    """The commands of this environment come first; nothing of an outer pytest or service is left.

    Hypothesis, whose plugin takes a second to load, stays out of the pytest that is run.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "GITHUB_", "GIT_"))}
    path = os.pathsep.join([str(Path(sys.executable).parent), kept.get("PATH", "")])
    return {**kept, "PATH": path, "GIT_CONFIG_GLOBAL": os.devnull, "PYTEST_ADDOPTS": "-p no:hypothesispytest", **more}


def bash(script: str, cwd: Path, env: Mapping[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*SHELL, script], cwd=cwd, env=env or environment(), capture_output=True, text=True, timeout=120, check=False
    )


def tool(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", *arguments], env=environment(), capture_output=True, text=True, timeout=120, check=False
    )


# Valid for the services


@pytest.mark.parametrize(
    ("block", "schema"),
    [
        ("github-workflow", ["vendor.github-workflows"]),
        ("github-code-scanning", ["vendor.github-workflows"]),
        ("github-pytest", ["vendor.github-workflows"]),
        ("gitlab-ci", ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"]),
    ],
)
def test_what_the_page_shows_is_valid_for_its_service(tmp_path: Path, block: str, schema: list[str]) -> None:
    file = tmp_path / "shown.yml"
    file.write_text(BLOCKS[block], encoding="utf-8")
    found = tool("check_jsonschema", "--builtin-schema", *schema, str(file))
    assert found.returncode == 0, found.stdout + found.stderr
    file.write_text(BLOCKS[block].replace("script:", "scirpt:").replace("runs-on:", "run-on:"), encoding="utf-8")
    assert tool("check_jsonschema", "--builtin-schema", *schema, str(file)).returncode == 1


def test_the_action_is_valid() -> None:
    found = tool("check_jsonschema", "--builtin-schema", "vendor.github-actions", str(ROOT / "action.yml"))
    assert found.returncode == 0, found.stdout + found.stderr


def test_the_hook_and_the_settings_that_ask_for_it_are_valid(tmp_path: Path) -> None:
    manifest = ROOT / ".pre-commit-hooks.yaml"
    found = tool("pre_commit", "validate-manifest", str(manifest))
    assert (found.returncode, found.stdout) == (0, ""), found.stdout + found.stderr
    (tmp_path / "settings.yaml").write_text(BLOCKS["pre-commit"].replace("COMMIT", 40 * "a"), encoding="utf-8")
    found = tool("pre_commit", "validate-config", str(tmp_path / "settings.yaml"))
    assert (found.returncode, found.stdout) == (0, ""), found.stdout + found.stderr
    asked = {hook["id"] for repo in yaml.safe_load(BLOCKS["pre-commit"])["repos"] for hook in repo["hooks"]}
    assert asked == {hook["id"] for hook in yaml.safe_load(manifest.read_text(encoding="utf-8"))}


@pytest.mark.parametrize(
    ("path", "looked_at"),
    [
        ("facts/bridge/facts.yaml", True),
        ("desk/facts/entities.yaml", True),
        ("facts/bridge/exhibits/hearing.html", True),
        ("checks/house.py", True),
        ("pyproject.toml", True),
        ("docs/artefacts/x.md", False),
        ("src/pyproject.toml.py", False),
        ("reports/consistency.md", False),
    ],
)
def test_the_hook_looks_at_what_a_check_reads(path: str, looked_at: bool) -> None:
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert bool(re.search(hook["files"], path)) == looked_at


# GitHub


def action_step(desk: Path, temporary: Path, **given: str) -> "subprocess.CompletedProcess[str]":
    """The action's second step, with the installed command in the place of the one that the first step installs."""
    step = ACTION["runs"]["steps"][1]
    inputs = {name: given.get(name, each["default"]) for name, each in ACTION["inputs"].items()}
    env = {
        name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda match: inputs[match[1]], value)
        for name, value in step["env"].items()
    }
    assert not any("${{" in text for text in (*env.values(), step["run"]))
    files = {f"GITHUB_{name}": str(temporary / name.lower()) for name in ("OUTPUT", "STEP_SUMMARY")}
    return bash(step["run"], desk, environment(RUNNER_TEMP=str(temporary), **files, **env))


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """What a runner offers: a temporary folder, where `factsuite` is installed."""
    command = tmp_path / "runner" / "factsuite" / "bin" / "factsuite"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factsuite "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return tmp_path / "runner"


def test_the_action_passes_a_sound_workspace_and_writes_a_summary(desk: Path, runner: Path) -> None:
    ran = action_step(desk, runner)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "factsuite: passed" in (runner / "step_summary").read_text(encoding="utf-8")
    assert not (runner / "output").exists()


def test_the_action_fails_and_annotates_and_writes_sarif_before_it_does(desk: Path, runner: Path) -> None:
    spoil(desk)
    ran = action_step(desk, runner, sarif="out.sarif")
    assert ran.returncode == 1
    assert re.search(r"^::error file=facts/bridge/facts\.yaml,line=14,", ran.stdout, flags=re.MULTILINE)
    assert json.loads((desk / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (runner / "output").read_text(encoding="utf-8") == "sarif=out.sarif\n"
    assert "factsuite: failed" in (runner / "step_summary").read_text(encoding="utf-8")


@pytest.mark.parametrize("sarif", ["", "out.sarif"])
def test_the_action_ends_with_two_where_it_cannot_check(desk: Path, runner: Path, sarif: str) -> None:
    assert action_step(desk, runner, path="nowhere", sarif=sarif).returncode == 2


def test_the_action_fails_on_known_inaccuracies_before_publication(desk: Path, runner: Path) -> None:
    assert action_step(desk, runner, publish="true").returncode == 1


def test_the_action_lets_pass_what_was_wrong_before_the_change(desk: Path, runner: Path) -> None:
    spoil(desk)
    assert bash(f"git init -q && {COMMIT}", desk).returncode == 0
    assert action_step(desk, runner).returncode == 1
    assert action_step(desk, runner, since="HEAD").returncode == 0
    article = desk / "facts" / "bridge" / "article.md"
    article.write_text(article.read_text(encoding="utf-8").replace("300 people", "700 people"), encoding="utf-8")
    assert action_step(desk, runner, since="HEAD").returncode == 1


def test_every_input_reaches_the_command_and_none_is_run(desk: Path, runner: Path) -> None:
    command = runner / "factsuite" / "bin" / "factsuite"
    command.write_text('#!/bin/sh\nfor word in "$@"; do printf "<%s>" "$word"; done; echo\n', encoding="utf-8")
    ran = action_step(
        desk, runner, path="$(touch gone) a", format="lines", publish="true", since="HEAD~1; touch gone", sarif="`x`"
    )
    words = "<--publish><--since=HEAD~1; touch gone><--><$(touch gone) a>"
    assert ran.stdout == f"<check><--format><sarif><--output=`x`>{words}\n<check><--format=lines>{words}\n"
    assert not (desk / "gone").exists()


def test_the_page_lists_every_input_of_the_action_with_its_default() -> None:
    for name, each in ACTION["inputs"].items():
        default = f"`{each['default']}`" if each["default"] else ""
        assert re.search(rf"^\| `{name}` \| {re.escape(default)} ?\| ", PAGE, flags=re.MULTILINE), name


def test_the_two_steps_with_pytest_do_as_the_page_says(desk: Path) -> None:
    job = yaml.safe_load(BLOCKS["github-pytest"])["jobs"]["facts"]
    commands = [step["run"] for step in job["steps"] if "run" in step and not step["run"].startswith("pip ")]
    assert bash(f"pytest -q facts && git init -q && {COMMIT}", desk).returncode == 0
    assert bash(commands[1], desk).returncode == 0
    (desk / "reports" / "consistency.md").write_text("an older one\n", encoding="utf-8")
    assert bash(COMMIT, desk).returncode == 0
    assert [bash(command, desk).returncode for command in commands] == [0, 1]
    spoil(desk)
    assert bash(commands[0], desk).returncode == 1


# GitLab, reviewdog, editors


@pytest.mark.parametrize("sound", [True, False])
def test_the_gitlab_job_writes_both_reports_and_ends_as_it_should(desk: Path, sound: bool) -> None:
    if not sound:
        spoil(desk)
    job = yaml.safe_load(BLOCKS["gitlab-ci"])["facts"]
    ran = bash("\n".join(line for line in job["script"] if not line.startswith("pip ")), desk)
    assert ran.returncode == (0 if sound else 1), ran.stdout + ran.stderr
    reports = job["artifacts"]["reports"]
    issues = json.loads((desk / reports["codequality"]).read_text(encoding="utf-8"))
    assert any(issue["severity"] == "major" for issue in issues) != sound
    assert {"description", "check_name", "fingerprint", "severity", "location"} == {*issues[0]}
    suite = ElementTree.parse(desk / reports["junit"]).find("testsuite")
    assert suite is not None and suite.get("failures") == ("0" if sound else "1")


def test_reviewdog_gets_one_diagnostic_a_line_and_does_not_hide_the_failure(desk: Path, tmp_path: Path) -> None:
    spoil(desk)
    stand_in = tmp_path / "bin" / "reviewdog"
    stand_in.parent.mkdir()
    stand_in.write_text('#!/bin/sh\nprintf "%s\\n" "$@" >asked\nexec cat >got\n', encoding="utf-8")
    stand_in.chmod(0o755)
    path = f"{stand_in.parent}{os.pathsep}{environment()['PATH']}"
    assert bash(BLOCKS["reviewdog"], desk, environment(PATH=path)).returncode == 1
    assert "-f=rdjsonl" in (desk / "asked").read_text(encoding="utf-8")
    diagnostics = [json.loads(line) for line in (desk / "got").read_text(encoding="utf-8").splitlines()]
    assert {"ERROR", "WARNING"} >= {each["severity"] for each in diagnostics} >= {"ERROR"}
    assert all(each["location"]["range"]["start"]["line"] >= 1 for each in diagnostics)


def lines(desk: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    spoil(desk)
    main(["check", str(desk), "--format", "lines"])
    found = capsys.readouterr().out.splitlines()
    assert len(found) >= 3
    return found


def test_the_problem_matcher_of_visual_studio_code_reads_every_line(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [task] = json.loads(BLOCKS["vscode"])["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    for line in lines(desk, capsys):
        match = re.search(pattern["regexp"], line)
        assert match is not None, line
        assert match[pattern["file"]].startswith("facts/bridge/")
        assert match[pattern["severity"]] in ("error", "warning", "note")
        assert re.fullmatch("[a-z-]+", match[pattern["code"]])


def test_vims_errorformat_reads_every_line(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [format] = re.findall(r"^set errorformat=(.*)$", BLOCKS["vim"], flags=re.MULTILINE)
    means = {"%f": "(.+?)", "%l": r"(\d+)", "%c": r"(\d+)", "%t": "(.)", "%*[a-z]": "[a-z]+", "%m": "(.+)"}
    pattern = re.sub(r"%\*\[a-z\]|%.", lambda match: means[match[0]], format.replace("\\ ", " "))
    for line in lines(desk, capsys):
        match = re.fullmatch(pattern, line)
        assert match is not None, line
        assert match[1].startswith("facts/bridge/") and match[4] in "ewn"


def test_the_page_lists_every_format() -> None:
    table = PAGE.partition("## Formats")[2].partition("\n\nA fingerprint")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, flags=re.MULTILINE) == list(FORMATS)


def test_every_local_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", PAGE):
        assert (ROOT / "docs" / target).exists(), target
