"""What a date denotes: a moment somewhere within bounds, or a period whose two ends lie within bounds."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from msgspec import Struct

from factsuite.values.calendar.calendar_days import MINUTES, civil


class Bounds(Struct, frozen=True, kw_only=True, gc=False):
    """One uncertain moment: somewhere from earliest to latest, both inclusive.

    In whole minutes of local time since 0000-03-01T00:00 (proleptic Gregorian); None is open.
    """

    earliest: int | None
    latest: int | None


class DateValue(Struct, frozen=True, kw_only=True, gc=False):
    """A moment (one of `starts`), or a period (it began in one of `starts` and ended in one of `ends`).

    A period that still goes on has an end whose earliest is the day it was reported and whose latest is open.
    """

    starts: tuple[Bounds, ...]
    ends: tuple[Bounds, ...] = ()
    offset: int | None = None  # minutes east of UTC where stated, else the local time of an unstated place
    uncertain: bool = False  # the writer doubts it (EDTF ? and %, "perhaps")
    every: bool = False  # all of `starts`, not one of them (EDTF {..})
    text: str

    @property
    def is_period(self) -> bool:
        """Has it a beginning and an end of its own?"""
        return bool(self.ends)

    @property
    def earliest(self) -> int | None:
        """The first minute it can touch; None if open."""
        return self.starts[0].earliest if len(self.starts) == 1 else hull(self.starts).earliest

    @property
    def latest(self) -> int | None:
        """The last minute it can touch; None if open."""
        last = self.ends or self.starts
        return last[0].latest if len(last) == 1 else hull(last).latest


class Calendar(Struct, frozen=True, kw_only=True, dict=True):
    """What phrases are read against.

    Without a reference, phrases such as "Wednesday" or "since March" are unreadable. `day_first` settles 03/04/2024;
    None leaves it undecided, so that it is read as either.
    """

    reference: DateValue | None = None  # the article's (or the source's) own day
    day_first: bool | None = None

    @cached_property
    def day(self) -> int | None:
        """The day number of the reference, if it is a single day."""
        if self.reference is None:
            return None
        first, last = self.reference.earliest, self.reference.latest
        if first is None or last is None or first // MINUTES != last // MINUTES:
            return None
        return first // MINUTES

    @cached_property
    def year(self) -> int | None:
        """The year of the reference, if it lies within one."""
        if self.reference is None or self.reference.earliest is None or self.reference.latest is None:
            return None
        year = civil(self.reference.earliest // MINUTES)[0]
        return year if year == civil(self.reference.latest // MINUTES)[0] else None


NO_CALENDAR = Calendar()
"""Nothing to read relative phrases against."""


def hull(bounds: Iterable[Bounds]) -> Bounds:
    """The smallest bounds around all of these."""
    earliest: int | None = None
    latest: int | None = None
    for index, each in enumerate(bounds):
        if index == 0:
            earliest, latest = each.earliest, each.latest
            continue
        earliest = None if earliest is None or each.earliest is None else min(earliest, each.earliest)
        latest = None if latest is None or each.latest is None else max(latest, each.latest)
    return Bounds(earliest=earliest, latest=latest)


def merged(bounds: Sequence[Bounds]) -> tuple[Bounds, ...]:
    """The same set of minutes in order, with bounds that touch or overlap made one."""
    if len(bounds) < 2:
        return tuple(bounds)
    result: list[Bounds] = []
    for each in sorted(bounds, key=lambda b: (b.earliest is not None, b.earliest or 0)):
        last = result[-1] if result else None
        if last is not None and (last.latest is None or each.earliest is None or each.earliest <= last.latest + 1):
            result[-1] = hull((last, each))
        else:
            result.append(each)
    return tuple(result)


def of_days(first: int | None, last: int | None) -> Bounds:
    """The bounds from the first minute of one day to the last minute of another."""
    return Bounds(
        earliest=None if first is None else first * MINUTES,
        latest=None if last is None else last * MINUTES + MINUTES - 1,
    )
