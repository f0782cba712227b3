"""The bytes of a file that is one: no device, no pipe, no link out of the workspace, no more than can be looked at."""

import os
import stat
from pathlib import Path, PurePath

LARGEST_TEXT = 2_000_000
"""Bytes of an article that are read: some 300,000 words. The time to read one grows with its length."""
LARGEST_LIST = 10_000_000
"""Bytes of a YAML or JSON file that are read: some 10,000 facts."""
LARGEST_COPY = 100_000_000
"""Bytes of the pinned copy of a source that are read."""

_NO_FILE = "it is no file"
_OUTSIDE = "it is a link that leads out of the workspace"
_PLAIN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""A pipe that took the place of a file after it was looked at keeps nobody waiting."""


class NotRead(OSError):
    """A file that is there and is not read; `strerror` says why, as for any other error of the system."""

    def __init__(self, why: str, file: str | Path) -> None:
        super().__init__(0, why, str(file))


def limit_of(path: str | PurePath) -> int:
    """How many bytes of a fact file are read, by its name."""
    return LARGEST_TEXT if str(path).endswith(".md") else LARGEST_LIST


def too_large(limit: int) -> str:
    """Why a file is not read that is larger than this."""
    return f"it is larger than {limit:,} bytes"


def read_regular(file: str | Path, limit: int, within: Path | None = None) -> bytes:
    """The bytes of a file. Raises OSError, with the reason, for what is no file, is too large or cannot be opened.

    A link is followed as long as it ends `within` a folder; without one, wherever it ends.
    """
    status = os.lstat(file)
    if stat.S_ISLNK(status.st_mode):
        if within is not None and leads_out(Path(file), within):
            raise NotRead(_OUTSIDE, file)
        status = os.stat(file)
    _look_at(status, file, limit)
    with os.fdopen(os.open(file, _PLAIN), "rb") as stream:
        status = os.fstat(stream.fileno())
        _look_at(status, file, limit)
        data = stream.read(status.st_size + 1)
        if len(data) > status.st_size:  # it grows while it is read
            data += stream.read(limit + 1 - len(data))
    if len(data) > limit:
        raise NotRead(too_large(limit), file)
    return data


def leads_out(path: Path, within: Path) -> bool:
    """Whether a link ends outside a folder."""
    try:
        return not path.resolve().is_relative_to(within.resolve())
    except (OSError, RuntimeError):  # a ring of links; opening it tells the reason
        return False


def _look_at(status: os.stat_result, file: str | Path, limit: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(21, "Is a directory", str(file))
    if not stat.S_ISREG(status.st_mode):
        raise NotRead(_NO_FILE, file)
    if status.st_size > limit:
        raise NotRead(too_large(limit), file)
