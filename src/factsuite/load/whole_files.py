"""Files written whole or not at all, and one writer at a time.

A file is written under another name beside its place, flushed to the disk, and only then takes its name in one step;
then the folder is flushed too. Whenever a run is killed, or the machine stops, the old file stands there or the new
one. What a killed run leaves is a hidden file `.NAME.*.factsuite-part`, which the next writer in that folder removes.
"""

import errno
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows; there two writers at once are not kept apart, and each file is whole all the same
    fcntl = None  # type: ignore[assignment]

PART = ".factsuite-part"
"""How the name ends of a file, or a whole folder, that is being written."""
PATIENCE = 20.0
"""Seconds to wait for another writer."""
LEFT_OVER = 3600
"""Seconds after which an unfinished file has no writer any more."""


class Busy(OSError):
    """Another run is writing in the same folder, and does not end."""

    def __init__(self, folder: Path) -> None:
        super().__init__(errno.EAGAIN, "another run is writing there, and does not end", str(folder))


def write_whole(file: Path, data: str | bytes, *, private: bool = False) -> Path:
    """Replace a file in one step; text is written as UTF-8. Raises OSError, and then nothing has changed.

    A file keeps its permissions; a new one can be read by all, or by its owner alone if it is `private`. A terminal,
    a pipe or a device cannot be replaced, and is written to.
    """
    content = data.encode("utf-8") if isinstance(data, str) else data
    mode = 0o600 if private else 0o644
    with suppress(FileNotFoundError):
        status = file.stat()
        if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
            file.write_bytes(content)
            return file
        mode = mode if private else stat.S_IMODE(status.st_mode)
    try:
        _put(file, content, mode)
    except OSError as error:  # it may name the other name, which nobody has asked for
        error.filename, error.filename2 = str(file), None
        raise
    return file


def _put(file: Path, content: bytes, mode: int) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name[:200]}.", suffix=PART)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, mode)
        os.replace(name, file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    flush_folder(file.parent)


def flush_folder(folder: Path) -> None:
    """See the names in a folder onto the disk, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def writing(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Be the only one of our runs that writes in a folder. Raises Busy when another one does, and does not end.

    Nothing is left in the folder for it, and a killed run keeps nobody waiting. Where the system knows no such locks,
    every file is whole all the same.
    """
    handle = _opened(folder)
    try:
        if handle is not None:
            _lock(handle, folder, patience)
        _sweep(folder)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _opened(folder: Path) -> int | None:
    if fcntl is None:
        return None
    try:
        return os.open(folder, os.O_RDONLY)
    except OSError:  # writing will say why
        return None


def _lock(handle: int, folder: Path, patience: float) -> None:
    end = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() >= end:
                raise Busy(folder) from None
            time.sleep(0.05)
        except OSError:  # a file system without locks
            return


def _sweep(folder: Path) -> None:
    """Remove what killed runs have left unfinished."""
    with suppress(OSError):
        for file in folder.glob(f".*{PART}"):
            if time.time() - file.lstat().st_mtime > LEFT_OVER:
                shutil.rmtree(file) if file.is_dir() and not file.is_symlink() else file.unlink(missing_ok=True)
