"""Times of a timeline, in words and in ISO 8601."""

from factsuite.values.calendar.calendar_days import MINUTES, civil
from factsuite.values.calendar.moments import Bounds
from factsuite.values.dates import DateValue, describe_date
from factsuite.verdicts.timeline.timelines import Occurrence

_EDGE = 60
"""Minutes by which an order alone may move the edge of a day: shown as the day."""


def span_in_words(each: Occurrence) -> str:
    """When something was: `21 October 2024`, `from 22 October 2024 to 24 October 2024`, `not dated`."""
    starts = _whole_days(each.starts)
    if each.starts == each.ends == Bounds(earliest=None, latest=None):
        return "not dated"
    if each.is_period and each.ends.latest is None:
        return f"{describe_date(DateValue(starts=(starts,), text=''))}, end not known"
    ends = (_whole_days(each.ends),) if each.is_period else ()
    timed = any(_has_clock(bounds) for bounds in (starts, *ends))
    return describe_date(DateValue(starts=(starts,), ends=ends, offset=each.offset if timed else None, text=""))


def iso(minute: int | None, offset: int | None) -> str | None:
    """A minute as ISO 8601, with its distance from UTC where that is known; None where it is open."""
    if minute is None:
        return None
    year, month, day = civil(minute // MINUTES)
    hour, rest = divmod(minute % MINUTES, 60)
    zone = ""
    if offset is not None:
        zone = f"{'-' if offset < 0 else '+'}{abs(offset) // 60:02}:{abs(offset) % 60:02}"
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}-{month:02}-{day:02}T{hour:02}:{rest:02}{zone}"


def _whole_days(bounds: Bounds) -> Bounds:
    """Bounds that an order has moved by some minutes, shown as the days they are."""
    first, last = bounds.earliest, bounds.latest
    if first is not None and first % MINUTES < _EDGE and first != last:
        first -= first % MINUTES
    if last is not None and last % MINUTES >= MINUTES - _EDGE and last != first:
        last += MINUTES - 1 - last % MINUTES
    return Bounds(earliest=first, latest=last)


def _has_clock(bounds: Bounds) -> bool:
    starts = bounds.earliest is not None and bounds.earliest % MINUTES != 0
    return starts or (bounds.latest is not None and (bounds.latest + 1) % MINUTES != 0)
