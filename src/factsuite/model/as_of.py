"""The day a run is as of: another than that of the articles, where somebody asks what has expired by then."""

from msgspec import Struct

from factsuite.load.errors import FactsuiteError
from factsuite.values.calendar.calendar_days import MINUTES
from factsuite.values.dates import DateValue, describe_date, read_date


class AsOf(Struct, frozen=True, kw_only=True):
    """One day; nothing looks at a clock, so without it nothing depends on a day."""

    value: DateValue
    number: int
    """The day counted as everywhere else: minutes since 0000-03-01, divided by those of a day."""

    def __str__(self) -> str:
        return describe_date(self.value)


def read_as_of(text: str) -> AsOf:
    """The day that a text names: 2025-03-01, or 1 March 2025. Raises FactsuiteError for anything but one day."""
    value = read_date(text)
    day = one_day(value) if value is not None else None
    if day is None:
        raise FactsuiteError(f"--as-of: {text!r} is not one day", hint="write it as 2025-03-01")
    return day


def one_day(value: DateValue) -> AsOf | None:
    """The day that a date stands for; None for anything longer, shorter or open."""
    first, last = value.earliest, value.latest
    if first is None or last is None or value.is_period or last - first != MINUTES - 1:
        return None
    return AsOf(value=value, number=first // MINUTES)
