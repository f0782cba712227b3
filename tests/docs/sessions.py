"""Pages of documentation as sessions at a terminal: what a page tells its reader to do is done, in order.

A comment before a fence says what the fence is:

    <!-- workspace: first article -->   (no fence) begin in a copy of the repository's facts
    <!-- file: PATH -->                 the fence is a file, written
    <!-- append: PATH -->               the fence is put below what the file holds
    <!-- edit: PATH -->                 a diff: the lines with a minus become those with a plus
    <!-- run -->                        commands after `$ `, each with what it prints

In what a command prints, `...` stands for anything, on a line of its own for any lines; times are not compared.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
_STEP = re.compile(
    r"^<!-- (?:(?P<what>file|append|edit): (?P<path>[^\n]+?)|(?P<run>run)|workspace: (?P<workspace>[^\n]+?)) -->\n"
    r"(?:(?P<fence>`{3,})[^\n]*\n(?P<body>.*?)^(?P=fence)$)?",
    re.MULTILINE | re.DOTALL,
)
_TIME = re.compile(r"\b\d+\.\d+ ?s\b")
_END = "\x1e"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a page does, with the line it stands on."""

    what: str
    path: str
    body: str
    line: int


def steps_of(text: str) -> list[Step]:
    """The steps of a page, in its order."""
    return [
        Step(
            what=match["what"] or ("run" if match["run"] else "workspace"),
            path=match["path"] or match["workspace"] or "",
            body=match["body"] or "",
            line=text.count("\n", 0, match.start()) + 1,
        )
        for match in _STEP.finditer(text)
    ]


class Session:
    """A folder in which the steps of a page are done."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.here = folder

    def do(self, step: Step) -> None:
        """Do one step; raises AssertionError where a command prints something else."""
        file = self.here / step.path
        if step.what == "workspace":
            assert step.path == "first article", step.path
            _copy_facts(self.folder)
        elif step.what == "run":
            self._run(step)
        elif step.what == "edit":
            file.write_text(edited(file.read_text(encoding="utf-8"), step.body), encoding="utf-8")
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            before = file.read_text(encoding="utf-8") if step.what == "append" else ""
            file.write_text(before + step.body, encoding="utf-8")

    def _run(self, step: Step) -> None:
        for command, expected in commands_of(step.body):
            ended = subprocess.run(
                ["bash", "-c", f"{command}\nprintf '{_END}%s' \"$PWD\""],
                cwd=self.here,
                env=_environment(),
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=120,
                check=False,
            )
            printed, _, here = ended.stdout.decode("utf-8").rpartition(_END)
            self.here = Path(here or self.here)
            assert agrees(printed, expected), f"line {step.line}: $ {command}\nprints:\n{printed}\nnot:\n{expected}"


def commands_of(body: str) -> Iterator[tuple[str, str]]:
    """Every command of a fence with what it prints; a line that ends in a backslash goes on below."""
    for part in re.split(r"(?m)^\$ ", body)[1:]:
        lines = part.split("\n")
        last = next(number for number, line in enumerate(lines) if not line.endswith("\\"))
        yield "\n".join(lines[: last + 1]), "\n".join(lines[last + 1 :])


def agrees(printed: str, expected: str) -> bool:
    """Whether what was printed is what a page shows."""
    pattern = ""
    for line in _plain(expected).split("\n"):
        if line == "...":
            pattern += r"(?:[^\n]*\n)*?"
        else:
            pattern += r"[^\n]*?".join(re.escape(part) for part in line.split("...")) + r"\n"
    return re.fullmatch(pattern, _plain(printed) + "\n") is not None


def edited(text: str, diff: str) -> str:
    """A text with a diff made in it; its old lines must stand there once."""
    lines = [line for line in diff.split("\n") if line]
    old = "".join(line[1:] + "\n" for line in lines if line[0] in "- ")
    new = "".join(line[1:] + "\n" for line in lines if line[0] in "+ ")
    assert text.count(old) == 1, f"stands {text.count(old)} times:\n{old}"
    return text.replace(old, new)


def _plain(text: str) -> str:
    lines = [re.sub(r"^=+ | =+$", "", line.rstrip()) for line in _TIME.sub("N s", text).strip("\n").split("\n")]
    return "\n".join(lines)


def _environment() -> dict[str, str]:
    """Nothing of this machine but where the commands are."""
    return {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": "/nonexistent",
        "NO_COLOR": "1",
        "COLUMNS": "100",
        "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "Desk",
        "GIT_AUTHOR_EMAIL": "desk@example.org",
        "GIT_COMMITTER_NAME": "Desk",
        "GIT_COMMITTER_EMAIL": "desk@example.org",
    }


def _copy_facts(folder: Path) -> None:
    shutil.copytree(ROOT / "facts", folder / "facts", dirs_exist_ok=True)
    shutil.copytree(ROOT / "reports", folder / "reports", dirs_exist_ok=True)
    shutil.copy(ROOT / "pyproject.toml", folder)
