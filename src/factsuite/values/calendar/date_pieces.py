"""One date expression before it is settled: what was said of year, month and day, and what was left out."""

from msgspec import Struct
from msgspec.structs import replace

from factsuite.values.calendar import calendar_days as days
from factsuite.values.calendar.calendar_days import MINUTES
from factsuite.values.calendar.date_words import Words

AHEAD = 122
"""A day or month without its year is the last one that began at most so many days after the reference day (about
four months), unless the words look back (since, ago) or ahead (by, next). House policy."""


class Clock(Struct, frozen=True, kw_only=True):
    """A stretch of a day, in minutes from its midnight; `last` may run into the next day."""

    first: int
    last: int
    offset: int | None = None


class Span(Struct, frozen=True, kw_only=True):
    """A settled stretch of time in minutes, both ends included, with the precision it was given in."""

    first: int
    last: int
    unit: str  # minute, hour, day, week, month, season, year, decade, century


class Piece(Struct, frozen=True, kw_only=True):
    """What one expression says; None where it says nothing."""

    start: int  # index of its first word
    stop: int  # index after its last word
    kind: str
    year: int | None = None
    month: int | None = None  # 1-12, or a season, quarter or half of the year by its EDTF code
    day: int | None = None
    weekday: int | None = None
    span: Span | None = None  # already settled: relative expressions, decades, centuries
    third: str = ""  # early, mid, late, start, end, half1, half2
    clock: Clock | None = None
    about: bool = False
    doubted: bool = False
    undecided: bool = False  # 03/04/2024 where nobody said which comes first
    unit: str = ""  # of "the past two years": the finest unit named
    backward: bool = False  # ... and that it ends today
    ahead: Span | None = None  # what it stands for where the text speaks of what is to come
    behind: Span | None = None  # ... or of what is past
    core: tuple[int, int] | None = None  # words of the date itself, without "early", a time of day, "the"
    other: "Piece | None" = None  # the other reading of "next Friday"

    @property
    def bare(self) -> bool:
        """Is it only a number or only "early", to be completed from the other end of a range?"""
        return self.span is None and self.year is None and self.month is None and self.weekday is None


def complete(piece: Piece, other: Piece) -> Piece:
    """A piece with what it leaves out taken from the other end of its range: 8-13 October."""
    if piece.weekday is not None and piece.day is None and piece.start > other.start:
        return _weekday_after(piece, other)
    if piece.span is not None or other.span is not None:
        if piece.bare and piece.day is None and piece.third and other.span is not None:
            return replace(piece, span=other.span)
        return piece
    if piece.bare and (piece.day is not None or piece.third):
        month, year = other.month, other.year
        if piece.day is None and other.month is None:
            return replace(piece, year=year)
        return replace(piece, month=month, year=year)
    if piece.month is not None and piece.year is None and other.year is not None:
        year = other.year
        if other.month is not None and other.month <= 12 and piece.month <= 12:
            earlier_piece = piece.start < other.start
            if earlier_piece and _order(piece) > _order(other):
                year -= 1
            if not earlier_piece and _order(piece) < _order(other):
                year += 1
        return replace(piece, year=year)
    return piece


def _weekday_after(piece: Piece, other: Piece) -> Piece:
    """`next Monday to Friday`, `Friday through Sunday`: the first such day after the other end."""
    if other.span is None or other.span.unit != "day":
        return piece
    day = other.span.first // MINUTES
    number = day + ((piece.weekday or 0) - days.weekday(day) - 1) % 7 + 1
    return replace(piece, weekday=None, span=of(number, number, "day"))


def _order(piece: Piece) -> tuple[int, int]:
    return piece.month or 0, (piece.day or 0) if piece.day is not None else 0


def settle(piece: Piece, scene: "Scene", direction: str = "") -> Span | None:
    """The stretch of time a piece stands for, or None where it cannot be known."""
    span = _whole(piece, scene, direction)
    if span is None:
        return None
    if piece.third:
        span = part_of(span, piece.third)
    if piece.clock is not None and span.last - span.first < MINUTES:
        midnight = span.first // MINUTES * MINUTES
        unit = "minute" if piece.clock.first == piece.clock.last else "hour"
        return Span(first=midnight + piece.clock.first, last=midnight + piece.clock.last, unit=unit)
    return span


def _whole(piece: Piece, scene: "Scene", direction: str) -> Span | None:
    today = scene.today
    if piece.span is not None:
        other = {"future": piece.ahead, "past": piece.behind}.get(direction)
        return piece.span if other is None else other
    if piece.month is None and piece.day is None and piece.year is not None:
        return of(*days.year_span(piece.year), "year")
    if piece.month is not None:
        return _month_or_day(piece, scene, direction)
    if piece.day is not None:
        return _day_alone(piece, today, direction)
    if piece.weekday is not None and today is not None:
        number = nearest_weekday(today, piece.weekday, direction)
        return of(number, number, "day")
    return of(today, today, "day") if piece.clock is not None and today is not None else None


def _month_or_day(piece: Piece, scene: "Scene", direction: str) -> Span | None:
    today, year = scene.today, scene.year
    if piece.year is not None:
        return _dated(piece, piece.year)
    if scene.story_year is not None and direction != "future" and piece.weekday is None:
        return _dated(piece, scene.story_year)
    if today is None:
        return None if year is None else _dated(piece, year)
    this = days.civil(today)[0]
    found = [span for each in (this - 1, this, this + 1) if (span := _dated(piece, each)) is not None]
    if piece.weekday is not None:
        found = [span for span in found if _falls_near(span.first // MINUTES, piece.weekday, today)]
    return _choose(found, today, direction)


def _falls_near(number: int, weekday: int, today: int) -> bool:
    """Does a date fall on that day of the week, within half a year of the reference day?"""
    return days.weekday(number) == weekday and abs(number - today) <= 183


def _dated(piece: Piece, year: int) -> Span | None:
    month = piece.month or 1
    if piece.day is None:
        return of(*days.season_span(year, month), "month" if month <= 12 else "season")
    if month > 12 or not 1 <= piece.day <= days.days_in_month(year, month):
        return None
    number = days.day_number(year, month, piece.day)
    return of(number, number, "day")


def _day_alone(piece: Piece, today: int | None, direction: str) -> Span | None:
    """`the 22nd`: of this month, or of the month before or after it."""
    if today is None or piece.day is None:
        return None
    found = []
    reach = 1 if piece.weekday is None else 12  # a Friday the 13th may be a year off
    for shift in range(-reach, reach + 1):
        year, month, _ = days.civil(days.add_months(today, shift))
        if 1 <= piece.day <= days.days_in_month(year, month):
            number = days.day_number(year, month, piece.day)
            if piece.weekday in (None, days.weekday(number)):
                found.append(of(number, number, "day"))
    return _choose(found, today, direction, ahead=9)


def _choose(found: list[Span], today: int, direction: str, ahead: int = AHEAD) -> Span | None:
    midnight = today * MINUTES
    if direction == "future":
        return next((span for span in found if span.last >= midnight), None)
    limit = midnight + MINUTES if direction == "past" else midnight + (ahead + 1) * MINUTES
    before = [span for span in found if span.first < limit]
    return before[-1] if before else (found[0] if found else None)


def nearest_weekday(today: int, weekday: int, direction: str) -> int:
    """A day of the week as news uses it: the last one up to today, or the next from today on."""
    if direction == "future":
        return today + (weekday - days.weekday(today)) % 7
    return today - (days.weekday(today) - weekday) % 7


def of(first: int, last: int, unit: str) -> Span:
    """The stretch from one day to another."""
    return Span(first=first * MINUTES, last=last * MINUTES + MINUTES - 1, unit=unit)


def part_of(span: Span, part: str) -> Span:
    """The early, middle or late third, or a half, of a stretch of days.

    House policy: a month is cut after its 10th and 20th day, a year after April and August, a decade after
    its fourth and seventh year, a century after its 33rd and 66th; anything else into equal thirds. "The end of" is
    the late third, "the start of" the early.
    """
    first, last = span.first // MINUTES, span.last // MINUTES
    if last - first < 2:
        return span
    early, late = _cuts(first, last, span.unit)
    if part in ("half1", "half2"):
        early = late = _middle(first, last, span.unit)
    if part in ("early", "start", "half1"):
        return of(first, early - 1, "part")
    if part in ("late", "end", "half2"):
        return of(late, last, "part")
    return of(early, late - 1, "part")


def _cuts(first: int, last: int, unit: str) -> tuple[int, int]:
    """First day of the middle third and of the late third."""
    if unit == "month":
        return first + 10, first + 20
    if unit == "year":
        return days.add_months(first, 4), days.add_months(first, 8)
    if unit == "decade":
        return days.add_months(first, 48), days.add_months(first, 84)
    if unit == "century":
        return days.add_months(first, 396), days.add_months(first, 792)
    length = last - first + 1
    return first + length // 3, first + length * 2 // 3


def _middle(first: int, last: int, unit: str) -> int:
    months = {"year": 6, "decade": 60, "century": 600}.get(unit)
    if months is not None:
        return days.add_months(first, months)
    return first + 15 if unit == "month" else first + (last - first + 1) // 2


class Scene(Struct, frozen=True, kw_only=True):
    """What expressions are read from, and against."""

    words: Words
    today: int | None  # day number of the reference day
    year: int | None  # year of the reference, where its day is unknown
    day_first: bool | None
    story: Span | None = None  # the date told of last, for "that year", "the next day", "two years later"
    story_year: int | None = None  # the year stated last, in a text that is not told from its own day
    from_today: bool = False  # it has spoken of days by their distance from its own
