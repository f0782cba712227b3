"""Two runs at once: nothing that either wrote is lost, and the reports are those of one of them."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from fictional_town import FILES, without, write_town

from factsuite.load.whole_files import LEFT_OVER, Busy, write_whole, writing

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no locks on folders there")
SLOW = """
import os, sys, time
real = os.replace
def slow(*args, **named):
    time.sleep(0.3)
    real(*args, **named)
os.replace = slow
from factsuite.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""The command line on a machine that is slow to put a file in its place, so that two runs surely meet."""
REPORTS = """
import os, sys, time
from pathlib import Path
from factsuite import engine
from factsuite.reports import writing
result = engine.check_workspace(Path(sys.argv[1]))
real = os.replace
def slow(*args, **named):
    time.sleep(0.1)
    real(*args, **named)
os.replace = slow
print("ready", flush=True)
sys.stdin.readline()
writing.write_reports(result, Path(sys.argv[2]))
"""


def at_once(root: Path, *commands: list[str]) -> list[tuple[int, str]]:
    """Start commands together; how each ended, and what it said."""
    started = [
        subprocess.Popen(
            [sys.executable, "-c", SLOW, *command],
            cwd=root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for command in commands
    ]
    ended = [process.communicate(timeout=60)[0] for process in started]
    return [(process.returncode, out) for process, out in zip(started, ended, strict=True)]


def test_of_two_pins_at_once_both_are_kept(tmp_path: Path) -> None:
    write_town(tmp_path)
    (tmp_path / "copy.txt").write_text("QUILL: I never saw that memo.\nWe counted 412 people.\n", encoding="utf-8")
    ended = at_once(
        tmp_path, *(["pin", source, "copy.txt", "--retrieved", "2031-06-03"] for source in ("hearing", "gazette"))
    )
    assert [code for code, _ in ended] == [0, 0], ended
    listed = yaml.safe_load((tmp_path / "facts/bridge/exhibits.yaml").read_text(encoding="utf-8"))
    assert [entry["source"] for entry in listed["exhibits"]] == ["gazette", "hearing"]


def test_of_two_sign_offs_at_once_none_is_lost_in_silence(tmp_path: Path) -> None:
    write_town(tmp_path)
    desk = "format: 1\npeople:\n  - {id: mira, name: Mira Holt}\n  - {id: tom, name: Tom Reed}\n"
    (tmp_path / "facts/desk.yaml").write_text(desk, encoding="utf-8")
    ended = at_once(tmp_path, *(["sign", "memo", "--by", who, "--on", "2031-06-03"] for who in ("mira", "tom")))
    listed = (tmp_path / "facts/bridge/signoffs.yaml").read_text(encoding="utf-8")
    for (code, out), who in zip(ended, ("mira", "tom"), strict=True):
        if code == 0:
            assert f"by: {who}" in listed
        else:
            assert (code, f"by: {who}" in listed) == (2, False)
            assert "was changed meanwhile; it is left as it is" in out
    assert 0 in [code for code, _ in ended]


def test_the_reports_of_two_runs_at_once_are_those_of_one(tmp_path: Path) -> None:
    wrong = without("value: more than 300 people", "value: more than 500 people")
    versions: Mapping[str, str] = {"one": FILES["facts.yaml"], "two": wrong}
    alone, together = {}, tmp_path / "together"
    together.mkdir()
    processes = []
    for name, facts in versions.items():
        write_town(tmp_path / name, facts_yaml=facts)
        for target in (tmp_path / name, together):
            process = subprocess.Popen(
                [sys.executable, "-c", REPORTS, str(tmp_path / name), str(target)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            )  # fmt: skip
            processes.append(process)
    for process in processes:
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    for process in processes:
        process.communicate(timeout=60)
        assert process.returncode == 0
    alone = {name: contents(tmp_path / name / "reports") for name in versions}
    assert alone["one"] != alone["two"]
    assert contents(together / "reports") in alone.values()


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def test_a_run_that_does_not_end_is_told_of_and_not_waited_for_for_ever(tmp_path: Path) -> None:
    with writing(tmp_path), pytest.raises(Busy, match="another run is writing there"), writing(tmp_path, patience=0.1):
        pass
    with writing(tmp_path, patience=0):
        assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_is_removed_once_it_has_no_writer(tmp_path: Path) -> None:
    old, new, foreign = (tmp_path / name for name in (".a.x.factsuite-part", ".a.y.factsuite-part", ".a.part"))
    for file in (old, new, foreign):
        file.write_text("half", encoding="utf-8")
    folder = tmp_path / ".new.x.factsuite-part"
    folder.mkdir()
    (folder / "article.md").write_text("half", encoding="utf-8")
    past = time.time() - LEFT_OVER - 60
    for file in (old, foreign, folder):
        os.utime(file, (past, past))
    with writing(tmp_path):
        write_whole(tmp_path / "a", "whole\n")
    assert sorted(file.name for file in tmp_path.iterdir()) == [".a.part", ".a.y.factsuite-part", "a"]


def test_a_file_keeps_its_permissions_and_a_new_one_has_those_of_a_report(tmp_path: Path) -> None:
    file = tmp_path / "kept.md"
    assert write_whole(file, "one\n").stat().st_mode & 0o777 == 0o644
    file.chmod(0o640)
    assert write_whole(file, b"two\n").stat().st_mode & 0o777 == 0o640
    assert write_whole(tmp_path / "private", "x", private=True).stat().st_mode & 0o777 == 0o600
