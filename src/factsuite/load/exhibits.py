"""The files of pinned sources: those a manifest names, read from `exhibits/` beside it and from nowhere else."""

import stat
from pathlib import Path, PurePosixPath

from factsuite.load.decoding import decode
from factsuite.load.positioned import Map, Seq, Text
from factsuite.load.regular_files import LARGEST_COPY, read_regular
from factsuite.load.yaml_tree import read_yaml

MANIFEST = "exhibits.yaml"
"""Lists the pinned sources of an article, or the shared ones; written by `factsuite pin`."""
FOLDER = "exhibits"
SEALED = PurePosixPath("sealed")
"""Where a tree holds the store of sealed exhibits, which lies outside the workspace."""
LARGEST = LARGEST_COPY
"""Bytes of a file that are read; a larger one could not be looked at."""


def may_hold(name: str) -> bool:
    """Whether a path in a manifest names a file directly below `exhibits/`, and nothing else."""
    head, _, tail = name.partition("/")
    plain = all(ord(char) >= 32 and char not in '/\\:*?"<>|' for char in tail)
    return head == FOLDER and plain and tail not in ("", ".", "..")


def named_files(manifest: bytes) -> tuple[str, ...]:
    """The files a manifest names that may be read, sorted; a manifest that cannot be read names none."""
    text, _ = decode(manifest, PurePosixPath(MANIFEST))
    data = read_yaml(text, PurePosixPath(MANIFEST))[0] if text is not None else None
    entries = data.get("exhibits") if isinstance(data, Map) else None
    found: set[str] = set()
    for entry in entries if isinstance(entries, Seq) else ():
        names = (entry.get("file"), entry.get("text")) if isinstance(entry, Map) else ()
        found.update(str(name) for name in names if isinstance(name, Text) and may_hold(name))
    return tuple(sorted(found))


def read_guarded(folder: Path, name: str) -> bytes | str | None:
    """The bytes of a file below `exhibits/`; None if it is not there; the reason where it is not read.

    A link could lead anywhere, so none is followed: neither the file nor the folder may be one.
    """
    file = folder / name
    try:
        if file.parent.is_symlink():
            return f"{FOLDER}/ is a link to another folder"
        status = file.lstat()
        if stat.S_ISLNK(status.st_mode):
            return "it is a link to another file"
        if not stat.S_ISREG(status.st_mode):
            return "it is no file"
        return read_regular(file, LARGEST_COPY)
    except FileNotFoundError:
        return None
    except OSError as error:
        return error.strerror or type(error).__name__
