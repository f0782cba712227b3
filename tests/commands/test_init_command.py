"""`factsuite init`: a workspace that works at once, and whose one failure teaches how to read the output."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from factsuite.cli import main
from factsuite.load.schemas import schema

EXAMPLE = Path("facts/gull-island-ferry")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A new workspace, where the tests are started."""
    monkeypatch.chdir(tmp_path)
    assert main(["init", "desk"]) == 0
    monkeypatch.chdir(tmp_path / "desk")
    capsys.readouterr()
    return tmp_path / "desk"


def run_pytest(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """The installed pytest with the installed package, as a user starts it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}
    command = [sys.executable, "-m", "pytest", "-p", "no:hypothesispytest", *arguments]
    return subprocess.run(command, cwd=folder, env=kept, capture_output=True, text=True, timeout=120, check=False)


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_pytest_runs_there_and_one_of_two_facts_fails(desk: Path) -> None:
    ran = run_pytest(desk)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "1 failed, 8 passed" in ran.stdout
    assert "error: verdict-differs" in ran.stdout
    assert "warning" not in ran.stdout
    assert (desk / "reports" / "index.html").is_file()


def test_the_comment_beside_the_failing_fact_quotes_what_is_printed(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 1
    first = capsys.readouterr().out.split("\n")[0]
    assert first == f"{EXAMPLE}/facts.yaml:12:5: error: verdict-differs"
    assert first in (desk / EXAMPLE / "facts.yaml").read_text(encoding="utf-8")


def test_either_way_to_mend_it_that_the_comment_names_makes_it_green(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts, article = desk / EXAMPLE / "facts.yaml", desk / EXAMPLE / "article.md"
    before = facts.read_text(encoding="utf-8")
    known = before.replace("    # verdict:", "    verdict:").replace("    # correction:", "    correction:")
    assert known != before
    facts.write_text(known, encoding="utf-8")
    assert main(["check"]) == 0, capsys.readouterr().out
    corrected = before.replace("More than 1,500", "1,240").replace("more than 1,500", "1,240")
    facts.write_text(corrected, encoding="utf-8")
    article.write_text(article.read_text(encoding="utf-8").replace("More than 1,500", "1,240"), encoding="utf-8")
    assert main(["check"]) == 0, capsys.readouterr().out


def test_every_first_line_leads_to_a_schema_that_is_there(desk: Path) -> None:
    for name in ("article.md", "sources.yaml", "entities.yaml", "facts.yaml"):
        file = desk / EXAMPLE / name
        found = re.search(r"yaml-language-server: \$schema=(\S+)", file.read_text(encoding="utf-8"))
        assert found is not None
        there = (file.parent / found[1]).resolve()
        assert there == (desk / "schemas" / f"{name.partition('.')[0]}.schema.json").resolve()
        assert yaml.safe_load(there.read_text(encoding="utf-8")) == schema(name.partition(".")[0])


@pytest.mark.parametrize(("service", "file"), [("github", ".github/workflows/facts.yml"), ("gitlab", ".gitlab-ci.yml")])
def test_the_file_for_ci_is_valid_for_its_service(tmp_path: Path, service: str, file: str) -> None:
    assert main(["init", str(tmp_path / "desk"), "--ci", service]) == 0
    kind = ["vendor.github-workflows"] if service == "github" else ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"]
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", *kind, str(tmp_path / "desk" / file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    others = {".github/workflows/facts.yml", ".gitlab-ci.yml"} - {file}
    assert not any((tmp_path / "desk" / other).exists() for other in others)


def test_the_settings_can_be_read_and_so_can_those_in_comments(desk: Path) -> None:
    text = (desk / "pyproject.toml").read_text(encoding="utf-8")
    opened = re.sub(r"^# (?=[\[a-z_]+[\w.]*(?:\]| =))", "", text, flags=re.MULTILINE)
    settings: dict[str, Any] = tomllib.loads(opened)["tool"]["factsuite"]
    assert settings["fail_on"] == "warning"
    assert settings["coverage"]["numbers"] == 1.0
    (desk / "pyproject.toml").write_text(opened, encoding="utf-8")
    assert main(["policy"]) == 0


def test_the_house_rule_of_the_readme_works_when_it_is_copied(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readme = (desk / "checks" / "README.md").read_text(encoding="utf-8")
    code = re.search(r"```python\n(.*?)```", readme, flags=re.DOTALL)
    assert code is not None
    (desk / "checks" / "figures.py").write_text(code[1], encoding="utf-8")
    (desk / "docs").mkdir()
    (desk / "docs" / "handbook.md").write_text("## Round figures\n", encoding="utf-8")
    facts = desk / EXAMPLE / "facts.yaml"
    text = facts.read_text(encoding="utf-8").replace("        excerpt: We carried 1,240 passengers on Sunday.\n", "")
    facts.write_text(text, encoding="utf-8")
    main(["check"])
    assert "warning: figure-without-excerpt" in capsys.readouterr().out
    ran = run_pytest(desk, "checks", "-q")
    assert "1 passed" in ran.stdout, ran.stdout


# What is there already


def test_a_workspace_is_never_overwritten(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / EXAMPLE / "facts.yaml").write_text("mine\n", encoding="utf-8")
    before = files_of(desk)
    assert main(["init", "."]) == 2
    assert "facts is there already; nothing was written" in capsys.readouterr().err
    assert files_of(desk) == before


def test_files_of_a_repository_are_left_as_they_are_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "README.md").write_text("ours\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").symlink_to("nowhere.toml")
    assert main(["init"]) == 0
    out = capsys.readouterr().out
    assert "left as they are:\n  README.md\n  pyproject.toml\n" in out
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "ours\n"
    assert not (tmp_path / "nowhere.toml").exists()
    assert (tmp_path / EXAMPLE / "facts.yaml").is_file()


def test_a_file_in_the_place_of_a_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "desk").write_text("a file\n", encoding="utf-8")
    assert main(["init", str(tmp_path / "desk")]) == 2
    assert "is a file" in capsys.readouterr().err
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "schemas").write_text("a file\n", encoding="utf-8")
    assert main(["init", str(tmp_path / "other")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_without_the_example_there_is_nothing_to_check_and_it_is_said_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "--bare", "--ci", "none"]) == 0
    assert "factsuite draft ARTICLE" in capsys.readouterr().out
    assert not (tmp_path / EXAMPLE).exists()
    assert not (tmp_path / ".github").exists()
    assert main(["check"]) == 1
    assert "nothing was found to check" in capsys.readouterr().out


def test_after_an_update_the_schemas_are_written_again(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "--schemas"]) == 0
    assert capsys.readouterr().out == "schemas/ is up to date\n"
    stale = desk / "schemas" / "facts.schema.json"
    stale.write_text("{}\n", encoding="utf-8")
    kept = (desk / EXAMPLE / "facts.yaml").read_bytes()
    assert main(["init", "--schemas"]) == 0
    assert capsys.readouterr().out == "written: schemas/facts.schema.json\n"
    assert "definitions" in stale.read_text(encoding="utf-8")
    assert (desk / EXAMPLE / "facts.yaml").read_bytes() == kept


def test_schemas_are_renewed_in_a_workspace_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path), "--schemas"]) == 2
    assert "no folder `facts/`" in capsys.readouterr().err
