"""From a phrase to the value it denotes, or to the reason why it has none."""

from msgspec.structs import replace

from factsuite.values.calendar import calendar_days as days
from factsuite.values.calendar.calendar_days import MINUTES
from factsuite.values.calendar.date_pieces import Piece, Scene, Span, settle
from factsuite.values.calendar.date_prefixes import AFTER, BEFORE, BY, SINCE, UNTIL, WITHIN
from factsuite.values.calendar.date_ranges import Phrase
from factsuite.values.calendar.edtf_dates import widened
from factsuite.values.calendar.moments import Bounds, DateValue, merged

_DIRECTION = {SINCE: "past", BY: "future", UNTIL: "future"}
_SLACK = {"day": 1, "week": 3, "fortnight": 7, "month": 15, "quarter": 45, "year": 182, "decade": 1826}
"""Days by which the start of "the past two years" may be off: half of its unit. House policy."""


def value_of(phrase: Phrase, scene: Scene, text: str, *, period: bool = False, tense: str = "") -> DateValue | None:
    """What the phrase denotes; None where the calendar leaves it open or contradicts it.

    `tense` (past or future) settles days without a year where the phrase itself does not.
    """
    doubted, clock = False, None
    for piece in phrase.pieces:
        if faulty(piece):
            return None
        doubted, clock = doubted or piece.doubted, clock or piece.clock
    direction = _DIRECTION.get(phrase.sense, tense)
    sets = [_bounds(piece, scene, direction) for piece in phrase.pieces]
    if len(sets) == 2 and direction == "future":
        sets[0] = _begun(sets, _bounds(phrase.pieces[0], scene, ""))
    if () in sets:
        return None
    if len(sets) == 2:
        sets = _in_order(phrase.pieces, sets, scene)
    offset = None if clock is None else clock.offset
    shape = _shape(phrase, sets, scene, period=period)
    if shape is None:  # a range whose ends the tense has pulled apart
        return value_of(phrase, scene, text, period=period) if tense else None
    starts, ends = shape
    return DateValue(starts=starts, ends=ends, offset=offset, uncertain=doubted, text=text)


def _begun(sets: list[tuple[Bounds, ...]], nearer: tuple[Bounds, ...]) -> tuple[Bounds, ...]:
    """What will run from January to May may have begun: the nearer January, if that is within a year of that May."""
    start, end = nearer[0].earliest if nearer else None, sets[1][-1].latest if sets[1] else None
    return sets[0] if start is None or end is None or end - start > 366 * MINUTES else nearer


def _in_order(pieces: tuple[Piece, ...], sets: list[tuple[Bounds, ...]], scene: Scene) -> list[tuple[Bounds, ...]]:
    """`from October to April`: the April after that October, where neither names its year."""
    first, second = pieces
    if first.weekday is not None and second.weekday is not None and first.day is None and second.day is None:
        return [sets[0], tuple(_after(each, sets[0]) for each in sets[1])]
    late, soon = sets[0][0].earliest, sets[1][-1].latest
    yearless = first.year is None and second.month is not None and second.year is None
    if not yearless or late is None or soon is None or late <= soon:
        return sets
    if first.month is not None and scene.today is not None and scene.today * MINUTES < soon:
        year = days.civil(soon // MINUTES)[0]
        for moved in (_bounds(replace(first, year=each), scene, "") for each in (year, year - 1)):
            if moved and moved[0].earliest is not None and moved[0].earliest <= soon:
                return [moved, sets[1]]
        return sets
    year = days.civil(late // MINUTES)[0]
    for moved in (_bounds(replace(second, year=each), scene, "") for each in (year, year + 1)):
        if moved and moved[-1].latest is not None and moved[-1].latest >= late:
            return [sets[0], moved]
    return sets


def _after(bounds: Bounds, others: tuple[Bounds, ...]) -> Bounds:
    """The same day a week on, where it would come before the other end."""
    if bounds.earliest is None or bounds.latest is None or others[-1].earliest is None:
        return bounds
    weeks = 7 * MINUTES if bounds.latest < others[-1].earliest else 0
    return Bounds(earliest=bounds.earliest + weeks, latest=bounds.latest + weeks)


def faulty(piece: Piece) -> bool:
    """Is its day of the week another than its date's, or its order of day and month undecided?"""
    return piece.undecided or not _weekday_fits(piece)


def _weekday_fits(piece: Piece) -> bool:
    if piece.weekday is None or piece.year is None or piece.month is None or piece.day is None:
        return True
    if piece.month > 12 or piece.day > days.days_in_month(piece.year, piece.month):
        return False
    return days.weekday(days.day_number(piece.year, piece.month, piece.day)) == piece.weekday


def _bounds(piece: Piece, scene: Scene, direction: str) -> tuple[Bounds, ...]:
    """Where the moment that a piece names can lie; more than one where it may be read in two ways."""
    found: list[Bounds] = []
    for reading in (piece, piece.other):
        span = None if reading is None else settle(reading, scene, direction)
        if span is not None:
            bounds = Bounds(earliest=span.first, latest=span.last)
            found.append(widened(bounds, span.unit) if piece.about else bounds)
    return merged(found)


_Shape = tuple[tuple[Bounds, ...], tuple[Bounds, ...]]


def _shape(phrase: Phrase, sets: list[tuple[Bounds, ...]], scene: Scene, *, period: bool) -> _Shape | None:
    sense, first = phrase.sense, sets[0]
    low, high = first[0].earliest, first[-1].latest
    if sense == SINCE:
        whole = (Bounds(earliest=low, latest=sets[-1][-1].latest),) if len(sets) == 2 else first
        return _since(whole, scene)
    if len(sets) == 2:
        return _range(first, sets[1], period=period)
    edge = phrase.pieces[0].third
    if sense == BY or (sense == UNTIL and not period):
        return (Bounds(earliest=None, latest=high),), ()
    if sense == UNTIL:
        return (Bounds(earliest=None, latest=high),), first
    if sense == BEFORE:
        limit = high if edge == "end" else low
        return (Bounds(earliest=None, latest=None if limit is None else limit - 1),), ()
    if sense == AFTER:
        limit = low if edge == "start" else high
        return (Bounds(earliest=None if limit is None else limit + 1, latest=None),), ()
    if sense == AFTER + "=":
        return (Bounds(earliest=low, latest=None),), ()
    if sense == WITHIN and scene.today is not None:
        return (Bounds(earliest=scene.today * MINUTES, latest=high),), ()
    if period and phrase.pieces[0].kind == "period" and low is not None and high is not None:
        return _stretch(phrase.pieces[0], Span(first=low, last=high, unit="stretch"))
    return first, ()


def _since(starts: tuple[Bounds, ...], scene: Scene) -> _Shape | None:
    """A period that has begun and had not ended on the reference day."""
    if scene.today is None:
        return None
    today = scene.today * MINUTES
    earliest = starts[0].earliest
    return starts, (Bounds(earliest=max(today, earliest or today), latest=None),)


def _range(first: tuple[Bounds, ...], second: tuple[Bounds, ...], *, period: bool) -> _Shape | None:
    low, high = first[0].earliest, second[-1].latest
    if low is None or high is None or high < low:
        return None
    return (first, second) if period else ((Bounds(earliest=low, latest=high),), ())


def _stretch(piece: Piece, span: Span) -> _Shape:
    """`the past two years` of something that went on."""
    slack = _SLACK.get(piece.unit, 0) * MINUTES
    day = MINUTES - 1
    if piece.backward:
        starts = (Bounds(earliest=span.first - slack, latest=span.first + day + slack),)
        return starts, (Bounds(earliest=span.last - day, latest=span.last),)
    starts = (Bounds(earliest=span.first, latest=span.first + day),)
    return starts, (Bounds(earliest=span.last - day - slack, latest=span.last + slack),)
