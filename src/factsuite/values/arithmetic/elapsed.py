"""Time between two dates, by the calendar: months and years as they are, not thirty days and 365."""

from fractions import Fraction

from factsuite.values.calendar.calendar_days import MINUTES, add_months
from factsuite.values.calendar.moments import Bounds, DateValue, hull
from factsuite.values.numbers.intervals import Interval

MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
MINUTES_IN = {"second": Fraction(1, 60), "minute": Fraction(1), "hour": Fraction(60)}
TIME_UNITS = frozenset((*MONTHS_IN, *DAYS_IN, *MINUTES_IN))
"""The units in which a duration can be given."""


def time_between(start: DateValue, end: DateValue, unit: str) -> Interval | None:
    """How long it was from the beginning of one to the beginning of the other; None where a date is open.

    In hours and less, by the zones of both where they are known.
    """
    found = _between(hull(start.starts), hull(end.starts), unit)
    if found is None or unit not in MINUTES_IN or start.offset is None or end.offset is None:
        return found
    return found.scaled(Fraction(1), (start.offset - end.offset) / MINUTES_IN[unit])


def length(period: DateValue, unit: str) -> Interval | None:
    """How long a period went on; None where it is a moment or an end of it is open."""
    return _between(hull(period.starts), hull(period.ends), unit) if period.is_period else None


def completed_years(birth: DateValue, on: DateValue) -> Interval | None:
    """An age: birthdays passed. Someone born on 29 February has theirs on 28 February in other years."""
    years = time_between(birth, on, "year")
    if years is None or years.low is None or years.high is None:
        return None
    return Interval(Fraction(years.low // 1), Fraction(years.high // 1))


def months_between(first: int, last: int) -> Fraction:
    """Months from one day to another, both as day numbers: whole months, then the share of the one begun."""
    if last < first:
        return -months_between(last, first)
    whole = (last - first) // 31
    while add_months(first, whole + 1) <= last:
        whole += 1
    reached, following = add_months(first, whole), add_months(first, whole + 1)
    return whole + Fraction(last - reached, following - reached)


def _between(start: Bounds, end: Bounds, unit: str) -> Interval | None:
    first, last = (start.earliest, start.latest), (end.earliest, end.latest)
    if first[0] is None or first[1] is None or last[0] is None or last[1] is None:
        return None
    if unit in MINUTES_IN:
        each = MINUTES_IN[unit]
        return Interval((last[0] - first[1]) / each, (last[1] - first[0]) / each)
    shortest, longest = (first[1] // MINUTES, last[0] // MINUTES), (first[0] // MINUTES, last[1] // MINUTES)
    if unit in MONTHS_IN:
        count = MONTHS_IN[unit]
        return Interval(months_between(*shortest) / count, months_between(*longest) / count)
    days = DAYS_IN[unit]
    return Interval(Fraction(shortest[1] - shortest[0], days), Fraction(longest[1] - longest[0], days))
