"""The cycle collector, out of the way while much is made."""

import gc
from collections.abc import Iterator

import pytest

from factsuite.load.collector import collector_paused


class Thing:
    """Something the collector follows."""


@pytest.fixture(autouse=True)
def at_work() -> Iterator[None]:
    """Each test begins with the collector at work, and ends as it began."""
    assert gc.isenabled()
    yield
    gc.enable()


def test_nothing_is_looked_through_meanwhile() -> None:
    before = gc.get_stats()[0]["collections"]
    with collector_paused():
        things = [Thing() for _ in range(2000)]
        assert gc.get_stats()[0]["collections"] == before
    assert gc.isenabled()
    assert len(things) == 2000


def test_one_pause_within_another_ends_with_the_outer_one() -> None:
    with collector_paused():
        with collector_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


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
