"""The cycle collector, out of the way while much is made."""

import gc
from collections.abc import Iterator

import pytest

from factsuite.load.collector import collector_paused


class Thing:
    """Something the collector follows."""


@pytest.fixture(autouse=True)
def nothing_set_aside() -> Iterator[None]:
    """Each test begins with the collector at work, and ends as it began."""
    assert gc.isenabled()
    gc.unfreeze()
    yield
    gc.unfreeze()
    gc.enable()


def _is_old(thing: object) -> bool:
    return any(each is thing for each in gc.get_objects(generation=2))


def test_nothing_is_looked_through_meanwhile_and_what_was_made_counts_as_old() -> None:
    with collector_paused():
        things = [Thing() for _ in range(2000)]
        assert not gc.isenabled()
    assert gc.isenabled()
    assert _is_old(things[0])
    assert not gc.get_freeze_count()


def test_one_pause_within_another_ends_with_the_outer_one() -> None:
    with collector_paused():
        with collector_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_somebody_has_set_aside_stays_aside() -> None:
    kept = Thing()
    gc.freeze()
    with collector_paused():
        pass
    assert gc.get_freeze_count()
    assert not _is_old(kept)


def test_a_circle_made_meanwhile_is_found_in_the_end() -> None:
    with collector_paused():
        circle = Thing()
        circle.itself = circle  # type: ignore[attr-defined]
        del circle
    assert gc.collect() >= 1


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    with collector_paused():
        pass
    assert not gc.isenabled()
