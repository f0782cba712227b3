"""The same files give the same bytes, whatever the hash seed, locale, time zone and order of the file system."""

import json
import locale
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
DOSSIERS = HERE.parent / "dossiers"


def turkish() -> str:
    """A Turkish locale, whose small and capital i are others, where the machine has one; else the C locale."""
    kept = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in ("tr_TR.UTF-8", "tr_TR.utf8"):
            try:
                locale.setlocale(locale.LC_CTYPE, name)
            except locale.Error:
                continue
            return name
    finally:
        locale.setlocale(locale.LC_CTYPE, kept)
    return "C"


MACHINES = {
    "plain": ({"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}, 0),
    "far east": ({"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Kiritimati", "CI": "1", "TERM": "dumb"}, 7),
    "far west": (
        {
            "PYTHONHASHSEED": "random",
            "LC_ALL": turkish(),
            "TZ": "America/St_Johns",
            "PYTHONUTF8": "0",
            "COLUMNS": "200",
        },
        11,
    ),
}
"""Environments, and a seed for the order in which the file system names what is in a folder."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """Digests of all that is printed and written, by machine; each has the workspace in a folder of its own."""
    started = {}
    for name, (environment, seed) in MACHINES.items():
        root = tmp_path_factory.mktemp("a-folder") / name / "desk"
        files = sorted((file for file in DOSSIERS.rglob("*") if file.is_file()), reverse=bool(seed % 2))
        for file in files:
            (root / file.relative_to(DOSSIERS)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, root / file.relative_to(DOSSIERS))
        (root / "home").mkdir()
        own = {"HOME": str(root / "home"), "XDG_CACHE_HOME": str(root / "home"), "SOURCE_DATE_EPOCH": "1940000000"}
        started[name] = subprocess.Popen(
            [sys.executable, str(HERE / "printing.py"), str(root), str(seed)],
            env={**os.environ, **own, **environment}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
    found = {}
    for name, process in started.items():
        out, problems = process.communicate(timeout=300)
        assert process.returncode == 0, problems
        found[name] = json.loads(out)
    return found


@pytest.mark.parametrize("name", [name for name in MACHINES if name != "plain"])
def test_another_machine_says_the_same_in_the_same_bytes(told: dict[str, dict[str, str]], name: str) -> None:
    plain = told["plain"]
    assert {"reports/consistency.json", "reports/consistency.md", "reports/index.html", "check --format sarif"} <= set(
        plain
    )
    assert {each for each in plain if told[name].get(each) != plain[each]} == set()
    assert told[name] == plain


def test_what_is_compared_is_not_all_the_same(told: dict[str, dict[str, str]]) -> None:
    assert len(set(told["plain"].values())) >= len(told["plain"]) - 1
