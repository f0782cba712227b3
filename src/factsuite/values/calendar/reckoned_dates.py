"""Dates so long before or after another: two years ago, three weeks from tomorrow, the next day, that year."""

from collections.abc import Callable
from fractions import Fraction

from msgspec.structs import replace

from factsuite.values.calendar import calendar_days as days
from factsuite.values.calendar.calendar_days import MINUTES
from factsuite.values.calendar.clock_times import PARTS_OF_DAY
from factsuite.values.calendar.date_pieces import Clock, Piece, Scene, Span, of, settle
from factsuite.values.calendar.date_words import WEEKDAYS
from factsuite.values.durations import MONTHS_OF, UNITS, Duration, amount_at, duration_at

Inner = Callable[[Scene, int], Piece | None]


TOLD = {"next": 1, "following": 1, "previous": -1, "preceding": -1}


def told_at(scene: Scene, index: int) -> Piece | None:
    """`that year`, `the same month`, `the next day`, `the following week`: beside the date told of last."""
    words = scene.words
    after = index + 1
    if words.word(index) == "that" and words.word(after) in ("same", "very"):
        after += 1
    word = words.word(after)
    shift = TOLD.get(words.word(index), 0)
    story = scene.story
    if story is None or words.gap(after) != "":
        return None
    number = story.first // MINUTES
    clock = None
    if word in ("morning", "afternoon", "evening", "night") and story.unit == "day":
        span: Span | None = of(number + shift, number + shift, "day")
        clock = Clock(first=PARTS_OF_DAY[word][0], last=PARTS_OF_DAY[word][1])
    elif word in WEEKDAYS and shift and story.unit == "day":
        ahead = (WEEKDAYS[word] - days.weekday(number) - 1) % 7 + 1
        number += ahead if shift > 0 else (ahead - 7 or -7)
        span = of(number, number, "day")
    elif word in UNITS and _FINER.get(story.unit, 9) <= _FINER.get(UNITS[word], 0):
        span = unit_beside(number, UNITS[word], shift)
    else:
        return None
    if span is None:
        return None
    return Piece(start=index, stop=after + 1, kind="told", span=span, clock=clock)


_FINER = {"day": 1, "week": 2, "month": 3, "season": 4, "quarter": 4, "year": 5, "decade": 6, "century": 7}


def today_of(scene: Scene) -> int:
    """The reference day, where there is known to be one."""
    return scene.today or 0


def unit_beside(today: int, unit: str, shift: int) -> Span | None:
    """The day, week, month ... that holds a day, or the one before or after it."""
    year, month, _ = days.civil(today)
    if unit == "day":
        return of(today + shift, today + shift, "day")
    if unit == "fortnight" and shift:
        return of(today + 1, today + 14, "stretch") if shift > 0 else of(today - 14, today - 1, "stretch")
    if unit == "week":
        monday = days.week_start(today) + 7 * shift
        return of(monday, monday + 6, "week")
    if unit == "weekend":
        saturday = days.week_start(today) + 5 + 7 * shift
        return of(saturday, saturday + 1, "weekend")
    if unit == "quarter":
        return of(*days.months_span(year, (month - 1) // 3 * 3 + 1 + 3 * shift, 3), "season")
    if unit == "month":
        return of(*days.months_span(year, month + shift, 1), "month")
    if unit == "year":
        return of(*days.year_span(year + shift), "year")
    if unit in ("decade", "century"):
        count = 10 if unit == "decade" else 100
        return of(*days.year_span((year // count + shift) * count, count), unit)
    return None


def moved(number: int, duration: Duration, sign: int, *, longest: bool = False) -> int:
    """The day so long before or after another."""
    months, left = Fraction(0), Fraction(0)
    for unit, low, high in duration.parts:
        amount = high if longest else low
        if unit in MONTHS_OF:
            months += MONTHS_OF[unit] * amount
        elif unit == "business day":
            return _business_days(number, int(amount), sign)
        elif unit in ("second", "minute", "hour"):
            left += amount * {"second": 1, "minute": 60, "hour": 3600}[unit] / Fraction(86400)
        else:
            left += amount * {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}[unit]
    whole = int(months)
    result = days.add_months(number, sign * whole)
    return result + sign * int((months - whole) * 30 + left)


def _business_days(number: int, count: int, sign: int) -> int:
    for _ in range(min(count, 1000)):
        number += sign
        while days.weekday(number) > 4:
            number += sign
    return number


def reckoned_at(scene: Scene, index: int, inner: Inner) -> Piece | None:
    """`two years ago`, `three weeks from tomorrow`, `five days before 4 July 1903`."""
    words = scene.words
    if amount_at(words, index) is None:
        return None
    found = duration_at(words, index)
    if found is None:
        return None
    duration, after = found
    word = words.word(after)
    if words.gap(after) != "":
        return None
    if word == "ago" and scene.today is not None:
        return _reached(index, after + 1, scene.today, duration, -1)
    if word == "later" and scene.story is not None and scene.story.unit in ("day", "month", "year"):
        later = _later(scene.story, _reached(index, after + 1, scene.story.first // MINUTES, duration, 1))
        return None if later is None else replace(later, kind="told")
    if word == "from" and words.word(after + 1) in ("now", "today") and scene.today is not None:
        return _reached(index, after + 2, scene.today, duration, 1)
    if word in ("before", "after", "from", "following") and words.word(after + 1) not in ("the", "a", "his", "her"):
        return _from_other(scene, index, after, duration, inner)
    return None


def _later(story: Span, piece: Piece | None) -> Piece | None:
    """No more exact than the date it is reckoned from."""
    if piece is None or piece.span is None or _FINER.get(piece.span.unit, 9) >= _FINER[story.unit]:
        return piece
    if _FINER[story.unit] == 5:
        year = days.civil(piece.span.first // MINUTES)[0]
        whole = _FINER.get(piece.span.unit, 9) < 5 and year != days.civil(story.first // MINUTES)[0]
        return None if whole else replace(piece, span=of(*days.year_span(year), "year"))
    return None


def _from_other(scene: Scene, index: int, after: int, duration: Duration, inner: Inner) -> Piece | None:
    piece = inner(scene, after + 1)
    if piece is None:
        return None
    sign = -1 if scene.words.word(after) == "before" else 1
    direction = "future" if scene.words.word(after) == "from" else ""  # a week from Friday
    readings = []
    for reading in (piece, piece.other):
        span = None if reading is None else settle(reading, scene, direction)
        if span is not None and span.unit == "day":
            readings.append(_reached(index, piece.stop, span.first // MINUTES, duration, sign))
    if len(readings) == 2:
        return replace(readings[0], other=readings[1])
    return readings[0] if readings and piece.other is None else None


def _reached(start: int, stop: int, origin: int, duration: Duration, sign: int) -> Piece:
    """As exact as what was said: days to the day, weeks to three days, months and years to theirs."""
    near, far = moved(origin, duration, sign), moved(origin, duration, sign, longest=True)
    first, last = min(near, far), max(near, far)
    unit = duration.unit
    if unit in ("week", "fortnight", "weekend"):
        first, last, unit = first - 3, last + 3, "week"
    elif unit in ("month", "quarter"):
        first, last, unit = days.month_start(*days.civil(first)[:2]), _month_end(last), "month"
    elif unit in ("year", "decade", "century"):
        first, last = days.year_span(days.civil(first)[0])[0], days.year_span(days.civil(last)[0])[1]
        unit = "year"
    else:
        unit = "day"
    return Piece(start=start, stop=stop, kind="relative", span=of(first, last, unit))


def _month_end(number: int) -> int:
    year, month, _ = days.civil(number)
    return days.months_span(year, month, 1)[1]


def ahead_at(scene: Scene, index: int, *, exact: bool = False) -> Piece | None:
    """`in three weeks`, as exact as it was said; exact to the day for the limit of `within 3 years`."""
    found = duration_at(scene.words, index)
    if found is None or scene.today is None:
        return None
    if not exact:
        return _reached(index, found[1], scene.today, found[0], 1)
    limit = moved(scene.today, found[0], 1, longest=True)
    return Piece(start=index, stop=found[1], kind="relative", span=of(limit, limit, "day"))
