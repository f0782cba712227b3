"""A worker lost, a disk full, a tree that cannot be written, a clock moved back: said, and never green."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fictional_town import write_town

KILL = """
import os, signal

def pytest_runtest_setup(item):
    if item.name == "visitors" and os.environ.get("PYTEST_XDIST_WORKER"):
        os.kill(os.getpid(), signal.SIGKILL)
"""
PYTEST = ("-m", "pytest", "-q", "--color=no", "-p", "no:hypothesispytest")


def run(root: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a workspace; both streams in one."""
    return subprocess.run(
        [sys.executable, *command], cwd=root, env={**os.environ, **environment},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


def test_a_worker_that_is_killed_fails_the_run_and_leaves_the_reports(tmp_path: Path) -> None:
    write_town(tmp_path)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports/consistency.json").write_text("before\n", encoding="utf-8")
    (tmp_path / "conftest.py").write_text(KILL, encoding="utf-8")
    ended = run(tmp_path, *PYTEST, "-n", "2")
    assert ended.returncode == 1, ended.stdout
    assert "crashed while running 'facts/bridge/facts.yaml::visitors'" in ended.stdout
    assert "reports/ left as it is: " in ended.stdout
    assert [file.name for file in (tmp_path / "reports").iterdir()] == ["consistency.json"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("command", [("check", "--format", "json"), ("rules",)])
def test_what_cannot_be_printed_for_want_of_room_is_an_error(tmp_path: Path, command: tuple[str, ...]) -> None:
    write_town(tmp_path)
    with open("/dev/full", "w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "factsuite", *command],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert ended.returncode == 2
    assert ended.stderr == (
        "factsuite: not all of it could be printed: No space left on device\n  hint: make room, and run it again\n"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_job_summary_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    write_town(tmp_path)
    ended = run(tmp_path, "-m", "factsuite", "check", "--format", "github", GITHUB_STEP_SUMMARY="/dev/full")
    assert ended.returncode == 2
    assert "No space left on device" in ended.stdout
    assert "Traceback" not in ended.stdout


def test_reports_that_cannot_be_written_fail_a_green_run(tmp_path: Path) -> None:
    write_town(tmp_path)
    (tmp_path / "reports").write_text("a file where the folder should be\n", encoding="utf-8")
    ended = run(tmp_path, *PYTEST)
    assert ended.returncode == 1, ended.stdout
    assert "reports/ could not be written: " in ended.stdout
    assert "Traceback" not in ended.stdout


def test_the_clock_and_the_age_of_files_decide_nothing_without_waivers(tmp_path: Path) -> None:
    folder = write_town(tmp_path)
    printed = set()
    for seconds in ("0", "1000000000", "4000000000"):
        for file in folder.iterdir():
            os.utime(file, (int(seconds), int(seconds)))
        ended = run(tmp_path, "-m", "factsuite", "check", "--format", "json", SOURCE_DATE_EPOCH=seconds)
        assert ended.returncode == 0, ended.stdout
        printed.add(ended.stdout)
    assert len(printed) == 1
