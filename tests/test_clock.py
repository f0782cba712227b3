"""What day it is: asked, given, or the machine's."""

import os
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factsuite.clock import today_of
from factsuite.load.errors import FactsuiteError
from factsuite.model.as_of import read_as_of


def test_the_day_asked_for_comes_before_all_others() -> None:
    asked = read_as_of("2031-07-01")
    assert today_of(asked, {"SOURCE_DATE_EPOCH": "0"}) is asked


@pytest.mark.parametrize(
    ("seconds", "day"), [("0", "1 January 1970"), ("86399", "1 January 1970"), ("86400", "2 January 1970")]
)
def test_the_day_given_is_that_of_utc(seconds: str, day: str) -> None:
    assert str(today_of(None, {"SOURCE_DATE_EPOCH": seconds})) == day


@pytest.mark.parametrize("seconds", ["soon", "1e9", "9" * 30])
def test_what_is_no_number_of_seconds_is_refused(seconds: str) -> None:
    with pytest.raises(FactsuiteError, match="is no number of seconds"):
        today_of(None, {"SOURCE_DATE_EPOCH": seconds})


def test_else_it_is_the_day_of_the_machine() -> None:
    before = datetime.now(UTC).date()
    today = today_of(None, {})
    after = datetime.now(UTC).date()
    assert today.number in {read_as_of(day.isoformat()).number for day in (before, after)}


def test_a_clock_that_is_behind_its_own_files_is_refused_where_there_are_waivers(tmp_path: Path) -> None:  # issue 8
    (tmp_path / "facts").mkdir()
    today_of(None, {}, root=tmp_path)
    waivers = tmp_path / "facts" / "waivers.yaml"
    waivers.write_text("format: 1\nwaivers: []\n", encoding="utf-8")
    today_of(None, {}, root=tmp_path)
    ahead = time.time() + 40 * 86400
    os.utime(waivers, (ahead, ahead))
    with pytest.raises(FactsuiteError, match="nobody can say which waivers have expired"):
        today_of(None, {}, root=tmp_path)
    assert str(today_of(None, {"SOURCE_DATE_EPOCH": "0"}, root=tmp_path)) == "1 January 1970"
    asked = read_as_of("2031-07-01")
    assert today_of(asked, {}, root=tmp_path) is asked


def test_a_clock_that_is_behind_the_last_commit_is_refused_where_there_are_waivers(tmp_path: Path) -> None:  # issue 8
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "waivers.yaml").write_text("format: 1\nwaivers: []\n", encoding="utf-8")
    then = str(int(time.time()) + 40 * 86400)
    who = {
        f"GIT_{role}_{part}": "a@larkhaven.example" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")
    }
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
        environment = {**os.environ, **who, "GIT_COMMITTER_DATE": then, "GIT_CONFIG_GLOBAL": os.devnull}
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True, env=environment)
    with pytest.raises(FactsuiteError, match="but the last commit was made on"):
        today_of(None, {}, root=tmp_path)
