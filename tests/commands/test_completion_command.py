"""`factsuite completion`: what the shells are told, and what the tab key offers, asked as a shell asks."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fictional_town import write_town

from factsuite.cli import main

FACTSUITE = Path(sys.executable).parent / "factsuite"


def offered(line: str, folder: Path) -> list[str]:
    """What is offered at the end of a line: the command is run as the shells' functions run it."""
    asked = {
        **os.environ,
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_IFS": "\n",
        "_ARGCOMPLETE_SUPPRESS_SPACE": "1",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(folder / "offered.txt"),
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
        "COMP_TYPE": "9",
    }
    (folder / "offered.txt").write_text("", encoding="utf-8")
    subprocess.run([sys.executable, "-m", "factsuite"], cwd=folder, env=asked, timeout=60, check=False)
    return (folder / "offered.txt").read_text(encoding="utf-8").split("\n")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A workspace with a person at the desk."""
    write_town(tmp_path)
    (tmp_path / "facts" / "desk.yaml").write_text(
        "format: 1\npeople:\n  - {id: pia, name: Pia Marsh}\n", encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("factsuite expl", ["explain"]),
        ("factsuite check --pub", ["--publish"]),
        ("factsuite check --format s", ["sarif"]),
        ("factsuite explain verdict-d", ["verdict-differs"]),
        ("factsuite explain quantit", ["quantity"]),
        ("factsuite mutate ", ["bridge"]),
        ("factsuite reanchor m", ["memo"]),
        ("factsuite reanchor --article ", ["bridge"]),
        ("factsuite sign visitors --by ", ["pia"]),
        ("factsuite pin ", ["gazette", "hearing"]),
        ("factsuite impact ad", ["ada-quill"]),
        ("factsuite pin he", ["hearing"]),
    ],
)
def test_the_tab_key_offers_what_fits(desk: Path, line: str, expected: list[str]) -> None:
    found = [word.strip() for word in offered(line, desk) if word.strip()]
    assert sorted(found) == expected


def test_a_file_that_cannot_be_read_offers_nothing_and_breaks_nothing(desk: Path) -> None:
    (desk / "facts" / "bridge" / "facts.yaml").write_bytes(b"\xff\xfe id: x")
    assert [word for word in offered("factsuite reanchor ", desk) if word.strip()] == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_is_told_and_understands_it(shell: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert "factsuite" in script
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed here")
    (tmp_path / "script").write_text(script, encoding="utf-8")
    done = subprocess.run([program, "-n", str(tmp_path / "script")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_bash_completes_a_fact_end_to_end(desk: Path) -> None:
    bash = shutil.which("bash")
    assert bash is not None
    script = f"""
export PATH={FACTSUITE.parent}:$PATH
eval "$(factsuite completion bash)"
COMP_LINE="factsuite reanchor vis"; COMP_POINT=${{#COMP_LINE}}; COMP_WORDS=(factsuite reanchor vis); COMP_CWORD=2
COMP_TYPE=9
_python_argcomplete factsuite
echo "offered: ${{COMPREPLY[*]}}"
"""
    done = subprocess.run([bash, "-c", script], cwd=desk, capture_output=True, text=True, timeout=60, check=False)
    assert "offered: visitors" in done.stdout, done.stdout + done.stderr
