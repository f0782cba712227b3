"""The pages of fields and settings: complete, and true."""

import tomllib
from pathlib import Path

import pytest

from factsuite.cli import main
from factsuite.load.schemas import schema
from factsuite.model.policy import Policy, read_policy
from factsuite.reports.setting_pages import MACHINE_SETTINGS, SETTINGS

FILES = ("article", "sources", "entities", "facts", "exhibits", "signoffs", "waivers", "desk")


def test_every_setting_of_policy_has_a_row() -> None:
    assert list(SETTINGS) == sorted(SETTINGS, key=[name for name, _ in Policy().describe()].index)
    assert set(SETTINGS) == {name for name, _ in Policy().describe()}


@pytest.mark.parametrize("name", SETTINGS)
def test_the_example_of_a_setting_changes_that_setting_alone(name: str) -> None:
    told = dict(read_policy(tomllib.loads(SETTINGS[name][1])).describe())
    default = dict(Policy().describe())
    assert {each for each in told if told[each] != default[each]} == {name}


def test_the_examples_of_other_settings_are_toml() -> None:
    for name, (_, default, example) in MACHINE_SETTINGS.items():
        assert name in tomllib.loads(example)
        tomllib.loads(f"x = {default}")


@pytest.mark.parametrize("name", FILES)
def test_every_field_has_a_row(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fields"]) == 0
    page = capsys.readouterr().out
    whole = schema(name)
    for definition in (whole, *whole.get("definitions", {}).values()):
        for field in definition.get("properties", {}):
            assert f"| `{field}`" in page, field


def test_no_row_is_without_a_meaning(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("fields", "settings"):
        assert main([command]) == 0
        for line in capsys.readouterr().out.splitlines():
            if line.startswith("| "):
                assert all(cell.strip() for cell in line.strip("|").split(" | ")), line


@pytest.mark.parametrize("page", ["fields", "settings"])
def test_a_page_is_written_and_checked(page: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / f"{page}.md"
    assert main([page, "--check", str(file)]) == 1
    assert "not up to date" in capsys.readouterr().out
    assert main([page, "--write", str(file)]) == 0
    assert main([page, "--check", str(file)]) == 0
