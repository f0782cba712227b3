"""Broken off at any write: every file is the old one or the new one, nothing is lost, and the next run mends it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from fictional_town import FILES, write_town

from factsuite.reports.html.templating import MADE_HERE

pytestmark = pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="needs fork")
BREAKING = Path(__file__).parent / "breaking.py"
KILLED = 77
PAGE = "<title>x</title><p>QUILL: I never saw that memo.<p>We counted 412 people."
DESK = "format: 1\npeople:\n  - {id: mira, name: Mira Holt, role: checker}\n"
WRONG = FILES["facts.yaml"].replace("value: more than 300 people", "value: more than 500 people")

COMMANDS = {
    "reports": ["write-reports"],
    "sign": ["sign", "opening-day", "--by", "mira", "--on", "2031-06-03"],
    "baseline": ["baseline", "--write", "--grow", "5"],
    "pin": ["pin", "gazette", "page.html", "--retrieved", "2031-06-03"],
    "pin-replace": ["pin", "hearing", "page.html", "--replace", "--retrieved", "2031-06-04"],
    "reanchor": ["reanchor", "--before", "before.md", "--apply", "--all-reworded"],
    "tables": ["tables", "--write", "reports/values.md"],
    "rules": ["rules", "--write", "reports"],
    "init": ["init", "desk"],
    "draft": ["draft", "before.md", "--into", "facts/new"],
    "add": ["add", "--at", "The bridge opened on", "bridge"],
}
"""What writes, and needs no network. `check`, `mutate` and `export` write one file as `tables` does."""


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Every command, broken off in every way."""
    root = tmp_path_factory.mktemp("workspace")
    folder = write_town(root, facts_yaml=WRONG)
    (root / "facts" / "desk.yaml").write_text(DESK, encoding="utf-8")
    (root / "page.html").write_text(PAGE, encoding="utf-8")
    (root / "copy.txt").write_text("QUILL: I never saw that memo.\nWe counted 412 people.\n", encoding="utf-8")
    shutil.copy(folder / "article.md", root / "before.md")
    reworded = FILES["article.md"].replace("More than 300 people crossed it.", "More than 300 people soon crossed it.")
    (folder / "article.md").write_text(reworded, encoding="utf-8")
    reports = root / "reports"
    reports.mkdir()
    for name in ("consistency.json", "consistency.md", "bridge.html", "values.md", "gone.html"):
        (reports / name).write_text(f"{MADE_HERE} an older run\n", encoding="utf-8")
    factsuite(root, "pin", "hearing", "copy.txt", "--retrieved", "2031-06-03")
    factsuite(root, "sign", "memo", "--by", "mira", "--on", "2031-06-03")
    (root / "factsuite-baseline.json").write_text('{"format": 1, "findings": []}\n', encoding="utf-8")
    commands = root.parent / "commands.json"
    commands.write_text(json.dumps(COMMANDS), encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-B", str(BREAKING), str(root), str(commands)], capture_output=True, text=True
    )
    assert told.returncode == 0, told.stderr
    found: dict[str, dict[str, Any]] = json.loads(told.stdout)
    return found


def factsuite(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a workspace."""
    command = [sys.executable, "-m", "factsuite", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True)


@pytest.mark.parametrize("name", COMMANDS)
def test_unbroken_it_writes_and_no_file_in_its_place(broken: dict[str, dict[str, Any]], name: str) -> None:
    whole = broken[name]
    assert whole["code"] in (0, 1), whole["out"]
    assert whole["changes"], whole["out"]
    opened = [write.removeprefix("open ") for write in whole["writes"] if write.startswith("open ")]
    assert opened
    assert all(name.endswith(".factsuite-part") for name in opened), "a file is opened for writing where it stands"


@pytest.mark.parametrize("name", COMMANDS)
def test_killed_anywhere_every_file_is_the_old_or_the_new(broken: dict[str, dict[str, Any]], name: str) -> None:
    killed = [run for run in broken[name]["runs"] if run["how"] == "kill"]
    assert len(killed) >= 3
    for run in killed:
        assert run["code"] == KILLED, run
        assert (run["torn"], run["lost"]) == ([], []), run


@pytest.mark.parametrize("name", COMMANDS)
def test_after_a_kill_the_next_run_comes_to_the_same_end(broken: dict[str, dict[str, Any]], name: str) -> None:
    for run in (run for run in broken[name]["runs"] if run["how"] == "kill"):
        if name == "init" and run["again"] == 2:  # killed after its last write: all of it was there
            assert "is there already; nothing was written" in run["out_again"]
        assert run["same_in_the_end"], run
        assert "Traceback" not in run["out_again"], run


@pytest.mark.parametrize("how", ["full", "cut", "read-only"])
@pytest.mark.parametrize("name", COMMANDS)
def test_a_disk_that_refuses_is_told_and_nothing_is_left(
    broken: dict[str, dict[str, Any]], name: str, how: str
) -> None:
    reason = {"full": "No space left on device", "cut": "File too large", "read-only": "Read-only file system"}[how]
    runs = [run for run in broken[name]["runs"] if run["how"] == how]
    assert runs
    for run in runs:
        assert "Traceback" not in run["out"], run
        assert (run["torn"], run["lost"], run["left"]) == ([], [], []), run
        if how == "full" and run["at"].startswith("os.remove"):
            continue  # what is removed needs no room
        assert run["code"] in (1, 2), run
        assert reason in run["out"], run
        assert "factsuite-part" not in run["out"], run
        if how == "read-only":
            assert run["changed"] == []
