"""A day and the time on it: 1:42 p.m. on Friday, the morning of 4 March, Wednesday night; weeks around a day."""

from msgspec.structs import replace

from factsuite.values.calendar import calendar_days as days
from factsuite.values.calendar.calendar_days import MINUTES
from factsuite.values.calendar.clock_times import PARTS_OF_DAY, clock_at, zone_at
from factsuite.values.calendar.date_pieces import Clock, Piece, Scene, of, settle
from factsuite.values.calendar.reckoned_dates import Inner


def time_first_at(scene: Scene, index: int, inner: Inner) -> Piece | None:
    """`1:42 p.m. on Friday`, `morning of 2024-10-23`, `month of Jan`, `week of 4 July`."""
    words = scene.words
    word = words.word(index)
    if word in PARTS_OF_DAY and words.word(index + 1) in ("of", "on"):
        piece = inner(scene, index + 2)
        if piece is None or piece.clock is not None:
            return None
        first, last = PARTS_OF_DAY[word]
        core = (piece.start, piece.stop)
        return replace(piece, start=index, kind="time", clock=Clock(first=first, last=last), core=core)
    if word in ("month", "week") and words.word(index + 1) in ("of", "commencing", "beginning", "starting"):
        return _unit_around(scene, index, inner)
    clock = clock_at(scene, index)
    if clock is None or words.glued(index):
        return None
    after = clock[1]
    if words.word(after) in ("on", "of") and words.gap(after) in ("", ",", ".", ".,"):
        after += 1
    dated = words.gap(after) in ("", ",", ".", ".,") and clock_at(scene, after) is None
    piece = inner(scene, after) if dated else None
    if piece is not None and piece.clock is None and (piece.day, piece.weekday, piece.span) != (None, None, None):
        offset, stop = zone_at(words, piece.stop) if clock[0].offset is None else (clock[0].offset, piece.stop)
        at = Clock(first=clock[0].first, last=clock[0].last, offset=offset)
        return replace(piece, start=index, stop=stop, kind="time", clock=at, core=(piece.start, piece.stop))
    if scene.today is None:
        return None
    return Piece(start=index, stop=clock[1], kind="time", clock=clock[0])


def _unit_around(scene: Scene, index: int, inner: Inner) -> Piece | None:
    piece = inner(scene, index + 2)
    if piece is None:
        return None
    if scene.words.word(index) == "month":
        fits = piece.month is not None and piece.day is None
        return replace(piece, start=index) if fits else None
    span = settle(piece, scene)
    if span is None or span.last - span.first >= MINUTES:
        return None
    monday = days.week_start(span.first // MINUTES)
    return Piece(start=index, stop=piece.stop, kind="period", span=of(monday, monday + 6, "week"))


def with_time(scene: Scene, piece: Piece) -> Piece:
    """A day with the time written after it: Wednesday morning, 4 March at 3 p.m."""
    if piece.clock is not None or piece.third or piece.other is not None:
        return piece
    if piece.day is None and piece.weekday is None and (piece.span is None or piece.span.unit != "day"):
        return piece
    words = scene.words
    after = piece.stop
    if words.gap(after) not in ("", ","):
        return piece
    word = words.word(after)
    if word in PARTS_OF_DAY and words.gap(after) == "" and word not in ("mornings",):
        first, last = PARTS_OF_DAY[word]
        core = (piece.start, piece.stop)
        return replace(piece, stop=after + 1, kind="time", clock=Clock(first=first, last=last), core=core)
    if word == "at":
        after += 1
    clock = clock_at(scene, after)
    if clock is None:
        return piece
    return replace(piece, stop=clock[1], kind="time", clock=clock[0], core=(piece.start, piece.stop))
