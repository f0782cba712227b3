"""Python's cycle collector, out of the way while much is made that stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 100_000
"""After how many new objects a program of our own is looked through: Python does so after 700, and what is imported
and loaded stays to the end."""


def alone_in_the_process() -> None:
    """Let the collector look seldom, in a program that is ours from its start to its end."""
    gc.set_threshold(_SELDOM, 20, 20)


def set_aside() -> None:
    """Leave what there is now out of every later collection, until it is taken back.

    pytest and Python itself collect at their end; they would look through all that was judged and imported.
    """
    gc.freeze()


def set_aside_items() -> None:
    """The same for the items that have run; what hooks and rules have left since is collected first, so that an error
    on its way out is still told.
    """
    gc.collect(1)
    set_aside()


def take_back() -> None:
    """Let the collector look at everything again; what an earlier run has left goes now, or it would never go."""
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()


@contextmanager
def collector_paused() -> Iterator[None]:
    """Make objects without the cycle collector looking through all of them again and again.

    What is loaded and judged holds hardly any circles, so next to nothing waits for the collector in the meantime.
    """
    was_running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_running:
            gc.enable()
