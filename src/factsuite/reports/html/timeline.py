"""The timeline as a picture: events with uncertain ends, and the orders that are impossible."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import log1p

from msgspec import Struct

from factsuite.reports.html.shapes import Picture, Shape, arrow, clipped, line, path, words
from factsuite.reports.html.shown_text import Ids
from factsuite.reports.markdown_text import plural
from factsuite.reports.times import span_in_words
from factsuite.values.calendar.calendar_days import MINUTES, civil
from factsuite.verdicts.timeline.reasons import Conflict
from factsuite.verdicts.timeline.timelines import Occurrence, Timeline

MOST_EVENTS = 200
"""Events that are drawn: the picture of more could not be read. How many are left out is said beside it."""
_WIDTH, _LEFT, _LANE = 860, 330, 16
_TOP, _ROW = 34, 22
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_TICK = 74


class _Dated(Struct, frozen=True, kw_only=True):
    """An event by one clock: minutes of UTC where its zone is known, else as they are written."""

    id: str
    name: str
    first: int | None
    starts_by: int | None
    ends_from: int | None
    last: int | None

    @property
    def ends(self) -> tuple[int, ...]:
        """Every end that is known."""
        known = (self.first, self.starts_by, self.ends_from, self.last)
        return tuple(end for end in known if end is not None)


class Drawn(Struct, frozen=True, kw_only=True):
    """The picture, and what it leaves out."""

    picture: Picture
    undated: tuple[str, ...]
    """Names of events without a date."""
    left_out: int
    """Dated events beyond the most that are drawn."""


def timeline_picture(timeline: Timeline | None, ids: Ids) -> Drawn | None:
    """The events of an article; None where none is dated."""
    if timeline is None:
        return None
    events = [_dated(each) for each in timeline.events]
    dated = [each for each in events if each.ends]
    if not dated:
        return None
    shown = dated[:MOST_EVENTS]
    numbered = enumerate(timeline.facts, start=1)
    impossible = {number: rows for number, each in numbered if (rows := _rows(each, shown)) is not None}
    lanes = max(1, min(len(timeline.facts), 8))
    scale = _scale(shown, _WIDTH - 20 - lanes * _LANE)
    spans = "; ".join(f"{each.name}: {span_in_words(each)}" for each in timeline.events[:MOST_EVENTS])
    picture = Picture(
        id=ids.new("timeline", "events"),
        title="When each event was, by the records alone",
        description=f"{spans}.{_crossed(len(impossible))}",
        width=_WIDTH,
        height=_TOP + _ROW * len(shown) + 12,
        shapes=tuple(_drawn(shown, impossible, scale)),
    )
    undated = tuple(each.name for each in events if not each.ends)
    return Drawn(picture=picture, undated=undated, left_out=len(dated) - len(shown))


def _crossed(number: int) -> str:
    if not number:
        return ""
    noun = plural(number, "impossible order is", "impossible orders are")
    return f" {noun} marked with a cross and told below."


def _dated(each: Occurrence) -> _Dated:
    shift = each.offset or 0

    def utc(minute: int | None) -> int | None:
        return None if minute is None else minute - shift

    return _Dated(
        id=each.id,
        name=each.name,
        first=utc(each.starts.earliest),
        starts_by=utc(each.starts.latest),
        ends_from=utc(each.ends.earliest),
        last=utc(each.ends.latest),
    )


def _rows(conflict: Conflict, events: Sequence[_Dated]) -> tuple[int, int] | None:
    """The rows of the two events of an impossible order; None where it is no order of two events that are drawn."""
    reason = conflict.blamed
    row_of = {each.id: row for row, each in enumerate(events)}
    keys = [key.rpartition("/")[2] for key in reason.of]
    if reason.orders is None or len(keys) != 2 or not all(key in row_of for key in keys):
        return None
    return row_of[keys[0]], row_of[keys[1]]


def _scale(events: Sequence[_Dated], right: float) -> dict[int, float]:
    """Where each moment stands. Long stretches without an event are drawn shorter, in the order of logarithms."""
    moments = sorted({end for each in events for end in each.ends})
    places = [0.0]
    for before, after in pairwise(moments):
        places.append(places[-1] + log1p((after - before) / MINUTES * 4))
    whole = places[-1] or 1.0
    left = _LEFT + 24
    return {moment: left + place / whole * (right - left - 20) for moment, place in zip(moments, places, strict=True)}


def _drawn(
    events: Sequence[_Dated], impossible: Mapping[int, tuple[int, int]], scale: Mapping[int, float]
) -> Iterator[Shape]:
    """The picture; `impossible` are rows by the number of the conflict in the list below it."""
    bottom = _TOP + _ROW * len(events)
    free = float("-inf")
    days: set[int] = set()
    for moment, x in scale.items():
        day = (moment + 1) // MINUTES  # the last minute of a day is drawn where the next one begins
        if x >= free and day not in days:
            year, month, date = civil(day)
            yield line(x, _TOP - 14, x, bottom, "grid")
            yield words(x, _TOP - 18, f"{date} {_MONTHS[month - 1]} {year}", "small", anchor="middle")
            free = x + _TICK
            days.add(day)
    for row, event in enumerate(events):
        y = _TOP + row * _ROW
        yield words(0, y + 4, clipped(event.name, 52))
        yield from _event(event, y, scale)
    for number, (earlier, later) in impossible.items():
        yield from _impossible(number, _TOP + earlier * _ROW, _TOP + later * _ROW)


def _event(event: _Dated, y: float, scale: Mapping[int, float]) -> Iterator[Shape]:
    """Thick where it surely went on, thin where it may have been; an arrow where an end is open."""
    first = scale[event.first] if event.first is not None else min(scale[end] for end in event.ends) - 26
    last = scale[event.last] if event.last is not None else max(scale[end] for end in event.ends) + 26
    if last - first < 6:
        first, last = first - 3, last + 3
    yield line(first, y, last, y, "stroke maybe")
    if event.starts_by is not None and event.ends_from is not None and event.starts_by < event.ends_from:
        yield line(scale[event.starts_by], y, scale[event.ends_from], y, "stroke surely")
    yield _end(first, y, -6, is_open=event.first is None)
    yield _end(last, y, 6, is_open=event.last is None)


def _end(x: float, y: float, step: float, *, is_open: bool) -> Shape:
    return arrow(x, y, step, "stroke maybe") if is_open else line(x, y - 5, x, y + 5, "stroke maybe")


def _impossible(number: int, earlier: float, later: float) -> Iterator[Shape]:
    """A bracket from the event said to come first to the one said to come after it, crossed out."""
    x = _WIDTH - 12 - ((number - 1) % 8) * _LANE
    yield path(((x - 8, earlier), (x, earlier), (x, later), (x - 8, later)), "stroke contradicted")
    yield arrow(x - 10, later, -5, "stroke contradicted")
    yield words(x, (earlier + later) / 2 + 5, f"✕{number}", "contradicted strong crossed", anchor="middle")
