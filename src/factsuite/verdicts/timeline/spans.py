"""Events as moments of a network, and dates as constraints on them.

Times with a known distance from UTC are counted by its clock. What has none is counted by the clock of one place that
nobody states, somewhere on earth: so two such dates are compared as they are written, and one of them with a known time
within the reach of the world's zones, as everywhere else.
"""

from msgspec import Struct

from factsuite.values.calendar.date_relations import EASTERNMOST, WESTERNMOST, in_utc
from factsuite.values.calendar.moments import Bounds, hull
from factsuite.values.dates import DateValue
from factsuite.values.time_network import ORIGIN, Constraint, not_after, not_before, within

LOCAL = "local"
"""Minute 0 by the clock of the unstated place."""

ZONES: tuple[Constraint, ...] = within(LOCAL, Bounds(earliest=-EASTERNMOST, latest=-WESTERNMOST))


class Span(Struct, frozen=True, kw_only=True):
    """The moments at which something begins and ends: the same one, unless it is a period."""

    start: str
    end: str
    offset: int | None = None
    """Its distance from UTC in minutes, where known; else it is counted by the clock of the unstated place."""

    @property
    def is_period(self) -> bool:
        """Whether it has a beginning and an end of its own."""
        return self.start != self.end

    @property
    def reference(self) -> str:
        """What its times are counted from."""
        return LOCAL if self.offset is None else ORIGIN


def moment(name: str, offset: int | None = None) -> Span:
    """Something without an extent."""
    return Span(start=name, end=name, offset=offset)


def period(name: str, offset: int | None = None) -> Span:
    """Something that went on."""
    return Span(start=f"{name} (start)", end=f"{name} (end)", offset=offset)


def shape(span: Span) -> tuple[Constraint, ...]:
    """What holds of it whatever anybody says: a period does not end before it begins."""
    return (Constraint(span.start, span.end, 0),) if span.is_period else ()


def dated(span: Span, value: DateValue) -> tuple[Constraint, ...]:
    """It is dated so. A doubted date says nothing; a day given for a period is one that it touches."""
    if value.uncertain:
        return ()
    if span.offset is not None:
        value = in_utc(value)
    ref = span.reference
    if value.is_period and span.is_period:
        began, ended = hull(value.starts), hull(value.ends)
        return within(span.start, began, reference=ref) + within(span.end, ended, reference=ref)
    return not_after(span.start, value.latest, reference=ref) + not_before(span.end, value.earliest, reference=ref)


def ordered(earlier: Span, later: Span) -> tuple[Constraint, ...]:
    """One comes before the other: it has begun before the other is over.

    For two moments that is *before*; of periods it refutes only what surely came too late.
    """
    return (Constraint(earlier.start, later.end, 1),)
