"""`factsuite seeds`, against the policy of a workspace: what it prints and what it ends with."""

import json
from pathlib import Path

import pytest

from factsuite.cli import main
from factsuite.seeds import reading

SEEDS = tuple(seed for seed in reading.read_seeds() if seed.id in ("bound-a-tenth", "hedge-dropped", "word-dropped"))


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of one's own, and three seeds of the corpus."""
    (tmp_path / "facts").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(reading, "read_seeds", lambda: SEEDS)
    return tmp_path


def policy(workspace: Path, settings: str) -> None:
    (workspace / "pyproject.toml").write_text(f"[tool.factsuite]\n{settings}\n", encoding="utf-8")


@pytest.mark.usefixtures("workspace")
def test_by_the_defaults_all_are_caught(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["seeds"]) == 0
    assert capsys.readouterr().out.split("\n")[2:] == [
        "contradictions          2         2              2        2",
        "quotations              1         1              1        1",
        "all                     3         3              3        3",
        "",
    ]


def test_a_setting_that_lets_a_defect_pass(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    policy(workspace, "bound_factor = 20")
    assert main(["seeds"]) == 1
    told = capsys.readouterr().out
    assert (
        "bound-a-tenth: a lower bound ten times too low: true, and misleading: missed (bound-far-from-sources)" in told
    )
    assert "  should be found at: asserts:\n  found instead: no error\n" in told
    assert "hedge-dropped" not in told


def test_a_setting_that_fails_a_near_miss_as_data(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    policy(workspace, "lines_required = 2")
    assert main(["seeds", "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert (data["defects"], data["near_misses"], data["green"]) == (3, 3, 1)  # a transcript stands alone
    assert {alarm["rule"] for seed in data["seeds"] for alarm in seed["false_alarms"]} == {"verdict-differs"}


def test_how_much_must_be_covered_is_not_asked_of_a_seed(workspace: Path) -> None:
    policy(workspace, "coverage.sentences = 1.0\ncoverage.numbers = 1.0")
    assert main(["seeds"]) == 0


def test_a_policy_that_cannot_be_read_is_a_usage_error(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    policy(workspace, "lines_requird = 2")
    assert main(["seeds"]) == 2
    assert "did you mean `lines_required`?" in capsys.readouterr().err


@pytest.mark.usefixtures("workspace")
def test_every_seed_is_listed_for_those_who_ask(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["seeds", "--verbose"]) == 0
    told = capsys.readouterr().out
    assert [seed.id for seed in SEEDS if f"{seed.id}: {seed.error}: caught ({seed.rule})" not in told] == []
