"""Keeping copies: written beside what is there, made valid by one step, and only then is anything removed.

Whenever a run is killed, the list names files that are whole: the old ones or the new ones.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from factsuite.load.exhibits import FOLDER, MANIFEST
from factsuite.load.whole_files import write_whole
from factsuite.pinning.errors import PinError

SUFFIXES = {
    "text/html": "html",
    "text/plain": "txt",
    "application/pdf": "pdf",
    "application/warc": "warc",
}


def write_copy(home: Path, source: str, suffix: str, data: bytes, *, private: bool = False) -> str:
    """Write a file below `exhibits/` under a name that is free, or that holds these bytes already; return its path."""
    folder = home / FOLDER
    _refuse_links(home, folder)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700 if private else 0o777)
    number = 1
    while True:
        name = f"{source}.{suffix}" if number == 1 else f"{source}.{number}.{suffix}"
        file = folder / name
        if not os.path.lexists(file):
            write_whole(file, data, private=private)
            return f"{FOLDER}/{name}"
        if file.is_file() and not file.is_symlink() and file.read_bytes() == data:
            return f"{FOLDER}/{name}"
        number += 1


def write_list(home: Path, text: str, *, private: bool = False) -> Path:
    """Replace the list of pinned sources: the one step that makes new copies count."""
    _refuse_links(home, home / MANIFEST)
    return write_whole(home / MANIFEST, text, private=private)


def remove_copies(home: Path, names: Iterable[str]) -> None:
    """Remove copies that no entry of the list names any longer."""
    for name in sorted(names):
        (home / name).unlink(missing_ok=True)


def _refuse_links(home: Path, *files: Path) -> None:
    """A link could lead the copy out of the workspace."""
    for file in files:
        if file.is_symlink():
            raise PinError(f"{file.relative_to(home.parent)} is a link", hint="put a folder or a file of its own there")
