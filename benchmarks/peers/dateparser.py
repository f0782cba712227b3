"""dateparser: dates found in text and read against a day."""

from datetime import datetime, timedelta

from benchmarks.peers.guarding import guarded
from benchmarks.systems import DateReading, Days, System
from factsuite.values.calendar import calendar_days as days

NAME = "dateparser"
ABILITIES = frozenset(("dates",))
_EPOCH = days.day_number(1, 1, 1) - 1
"""What lies between a day number and a date's ordinal."""


def system() -> System:
    """The library as a system: English, its own settings, each date as wide as the period it reports."""
    from dateparser.search import search_dates

    search = guarded(search_dates, None)

    def dates(text: str, day: int | None) -> list[DateReading]:
        base = datetime(2000, 1, 1) if day is None else datetime(*days.civil(day))
        found = search(text, languages=["en"], settings={"RELATIVE_BASE": base}, add_period=True)
        readings, free = [], 0
        for words, moment, period in found or ():
            start = text.find(words, free)
            if start >= 0:
                free = start + len(words)
                readings.append(DateReading(start=start, end=free, choices=(_span(moment, period),)))
        return readings

    return System(name=NAME, dates=dates)


def _span(moment: datetime, period: str) -> Days:
    first = moment.toordinal() + _EPOCH
    match period:
        case "year":
            return days.year_span(moment.year)
        case "month":
            return days.months_span(moment.year, moment.month, 1)
        case "week":
            monday = days.week_start(first)
            return monday, monday + timedelta(days=6).days
        case _:
            return first, first
