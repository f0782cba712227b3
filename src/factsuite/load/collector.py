"""Python's cycle collector, out of the way while much is made that stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def set_aside() -> None:
    """Leave what there is now out of every later collection, until it is taken back.

    pytest collects at its end; it would look through all that was judged.
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
