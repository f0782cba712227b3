"""A line that counts while something takes its time: on a terminal only, never in a log or a pipe."""

import os
import sys
from collections.abc import Callable

_WIDTH = 30
_EVERY = 10


def progress(what: str, *, quiet: bool = False, every: int = _EVERY) -> Callable[[int, int], None] | None:
    """What is called with how many are done, of how many; None where nobody looks on.

    The line stands on standard error and is wiped at the end. `NO_COLOR` has no say in it, since it has no colour.
    """
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return None

    def show(done: int, of: int) -> None:
        if done >= of:
            sys.stderr.write("\r" + " " * (_WIDTH + len(what) + 30) + "\r")
        elif done % every == 0:
            filled = _WIDTH * done // of
            sys.stderr.write(f"\r[{'#' * filled}{'.' * (_WIDTH - filled)}] {done} of {of} {what}")
        sys.stderr.flush()

    return show
