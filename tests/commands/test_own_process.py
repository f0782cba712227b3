"""The command, in a process of its own: the collector looks seldom, and has nothing left to do at the end."""

import subprocess
import sys

_LOOK = "import gc; usual = gc.get_threshold()"
_STATE = "print(gc.get_threshold() > usual, gc.get_freeze_count() > 1000)"


def _printed(code: str) -> str:
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    return run.stdout.splitlines()[-1]


def test_the_collector_looks_seldom_and_is_left_nothing() -> None:
    called = "import sys; sys.argv[1:] = ['tables']; from factsuite.__main__ import run; run()"
    assert _printed(f"{_LOOK}; {called}; {_STATE}") == "True True"


def test_a_command_called_by_another_program_leaves_its_collector_alone() -> None:
    called = "from factsuite.cli import main; main(['tables'])"
    assert _printed(f"{_LOOK}; {called}; {_STATE}") == "False False"
