"""House rules: the code in a workspace's own `checks/`, and whether a run leaves it out."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path, PurePosixPath

from factsuite.load.files import shown_name

OURS = "factsuite.checks"
VARIABLE = "FACTSUITE_NO_HOUSE_RULES"
"""Set in the environment, it leaves the house rules out of every command, and of every process they start."""


def house_files(root: Path | None) -> list[Path]:
    """The files of the workspace's `checks/` that may hold rules; none where that is the folder ours come from, and
    none that is a copy of one of ours.
    """
    ours = Path(next(iter(import_module(OURS).__path__))).resolve()
    folder = (root / "checks") if root is not None else ours
    if not folder.is_dir() or folder.resolve() == ours:
        return []
    return [file for file in rule_files(folder) if not _is_copy(file, ours / file.name)]


def rule_files(folder: Path) -> list[Path]:
    """The files of a folder that may hold rules, in sorted order; test modules hold none."""
    named = (file for file in folder.glob("*.py") if not file.name.startswith(("_", "test_", "conftest")))
    return sorted(file for file in named if file.is_file())


def are_left_out() -> bool:
    """Whether no house rule is to be loaded."""
    return bool(os.environ.get(VARIABLE))


def left_out(root: Path | None) -> tuple[PurePosixPath, ...]:
    """The files of house rules that are there and are not loaded."""
    files = house_files(root) if are_left_out() else []
    return tuple(PurePosixPath("checks", shown_name(file.name)) for file in files)


@contextmanager
def leaving_out(asked: bool) -> Iterator[None]:
    """Leave the house rules out as long as it lasts, where that is asked for."""
    before = os.environ.get(VARIABLE)
    if asked:
        os.environ[VARIABLE] = "1"
    try:
        yield
    finally:
        if before is not None:
            os.environ[VARIABLE] = before
        else:
            os.environ.pop(VARIABLE, None)


def _is_copy(file: Path, ours: Path) -> bool:
    return ours.is_file() and ours.read_bytes() == file.read_bytes()
