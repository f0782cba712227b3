"""A date in words that are read back as the same date."""

from factsuite.values.calendar import calendar_days as days
from factsuite.values.calendar.calendar_days import MINUTES
from factsuite.values.calendar.moments import Bounds, DateValue, merged

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def describe_date(value: DateValue) -> str:
    """A date in English: 23 October 2024, between 1 and 20 October 2024, since 8 October 2024 (not ended).

    Read back it is the same date, from 1000 to 3999 and whatever the words; "not ended" on the same reference day.
    """
    starts = merged(value.starts)
    if value.is_period:
        text = _period(starts, merged(value.ends))
    else:
        text = (" and " if value.every else " or ").join(_moment(each) for each in starts)
    if value.offset is not None:
        text += _offset(value.offset)
    return f"possibly {text}" if value.uncertain else text


def _period(starts: tuple[Bounds, ...], ends: tuple[Bounds, ...]) -> str:
    start = " or ".join(_moment(each) for each in starts)
    if len(ends) == 1 and ends[0].latest is None:
        return f"since {start} (not ended)" if starts != (Bounds(earliest=None, latest=None),) else "at any time"
    end = " or ".join(_moment(each) for each in ends)
    return f"until {end}" if starts[0].earliest is None else f"from {start} to {end}"


def _offset(minutes: int) -> str:
    sign = "-" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f" UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def _moment(bounds: Bounds) -> str:
    first, last = bounds.earliest, bounds.latest
    if first is None and last is None:
        return "at any time"
    if last is None:
        return f"{_edge(first or 0, MINUTES)} or later"
    if first is None:
        return f"by {_edge(last, MINUTES)}"
    if first == last:
        return f"{_time(first)} on {_day(first // MINUTES)}"
    if first % MINUTES or (last + 1) % MINUTES:
        return f"between {_time(first)} on {_day(first // MINUTES)} and {_time(last)} on {_day(last // MINUTES)}"
    return _days(first // MINUTES, last // MINUTES)


def _edge(minute: int, _: int) -> str:
    if minute % MINUTES in (0, MINUTES - 1):
        return _day(minute // MINUTES)
    return f"{_time(minute)} on {_day(minute // MINUTES)}"


def _days(first: int, last: int) -> str:
    if first == last:
        return _day(first)
    (year, month, day), (year2, month2, day2) = days.civil(first), days.civil(last)
    starts_year, ends_year = (month, day) == (1, 1), (month2, day2) == (12, 31)
    if starts_year and ends_year:
        return _year(year) if year == year2 else f"between {_year(year)} and {_year(year2)}"
    whole_months = day == 1 and day2 == days.days_in_month(year2, month2)
    if whole_months and (year, month) == (year2, month2):
        return f"{_MONTHS[month - 1]} {_year(year)}"
    if whole_months:
        name = _MONTHS[month - 1] if year == year2 else f"{_MONTHS[month - 1]} {_year(year)}"
        return f"between {name} and {_MONTHS[month2 - 1]} {_year(year2)}"
    if (year, month) == (year2, month2):
        return f"between {day} and {_day(last)}"
    return f"between {_day(first)} and {_day(last)}"


def _day(number: int) -> str:
    year, month, day = days.civil(number)
    return f"{day} {_MONTHS[month - 1]} {_year(year)}"


def _year(year: int) -> str:
    if year <= 0:
        return f"{1 - year} BCE"
    return str(year) if year > 999 else f"{year} CE"


def _time(minute: int) -> str:
    return f"{minute % MINUTES // 60:02}:{minute % 60:02}"
