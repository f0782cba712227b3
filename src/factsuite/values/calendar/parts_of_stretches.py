"""Parts of a stretch of time: early October, the end of 2024, the first Friday in May, the rest of the year."""

from msgspec.structs import replace

from factsuite.values.calendar import calendar_days as days
from factsuite.values.calendar.absolute_dates import quarter_after
from factsuite.values.calendar.calendar_days import MINUTES
from factsuite.values.calendar.date_pieces import Piece, Scene, Span, of, settle
from factsuite.values.calendar.date_words import WEEKDAYS
from factsuite.values.calendar.reckoned_dates import Inner
from factsuite.values.calendar.relative_dates import relative_at
from factsuite.values.durations import UNITS

THIRDS = {"early": "early", "mid": "mid", "late": "late"}

_COMPARED = {"earlier": "early", "later": "late"}

EDGES = {"beginning": "start", "start": "start", "end": "end", "middle": "mid", "close": "end"}


def third_at(scene: Scene, index: int, inner: Inner) -> Piece | None:
    """`early October`, `mid-1990s`, `late in 2014`, `early next year`."""
    words = scene.words
    after = index + 1
    if words.gap(after) not in ("", "-"):
        return None
    if words.word(after) in ("in", "on"):
        after += 1
    if words.word(after) == "the":
        after += 1
    piece = inner(scene, after)
    if piece is None or piece.third or piece.clock is not None or (piece.day is not None and piece.span is None):
        return None
    if piece.weekday is not None:
        return None
    return replace(piece, start=index, third=THIRDS[words.word(index)], core=(piece.start, piece.stop))


def compared_third_at(scene: Scene, index: int, inner: Inner) -> Piece | None:
    """`the later 1800s`, `the earlier 20th century`: of decades and centuries only."""
    piece = inner(scene, index + 1) if scene.words.gap(index + 1) == "" else None
    if piece is None or piece.kind not in ("decade", "century") or piece.third:
        return None
    return replace(piece, start=index, third=_COMPARED[scene.words.word(index)], core=(piece.start, piece.stop))


def edge_at(scene: Scene, index: int, inner: Inner) -> Piece | None:
    """`end of 2024`, `beginning of this week`."""
    words = scene.words
    if words.word(index + 1) != "of":
        return None
    after = index + 2
    piece = inner(scene, after)
    if piece is not None and piece.kind == "year" and words.word(after) == "the":
        return None  # the start of the 2014 Games
    if piece is None:
        at = after + 1 if words.word(after) == "the" else after
        unit = UNITS.get(words.word(at), "")
        piece = _unit_of_today(scene, at, unit) if unit else None
    if piece is None or piece.third or piece.clock is not None or (piece.day is not None and piece.span is None):
        return None
    return replace(piece, start=index, third=EDGES[words.word(index)], core=(piece.start, piece.stop))


def year_end_at(scene: Scene, index: int) -> Piece | None:
    """`year-end`, `year's end`: the last day of the year of the reference day."""
    words = scene.words
    after = index + 2 if words.word(index + 1) == "s" else index + 1
    if scene.today is None or words.word(after) != "end" or words.gap(index + 1) not in ("", "-", "'"):
        return None
    last = days.year_span(days.civil(scene.today)[0])[1]
    return Piece(start=index, stop=after + 1, kind="relative", span=of(last, last, "day"))


def to_date_at(scene: Scene, index: int) -> Piece | None:
    """`year to date`, `month to date`: from its start to the reference day."""
    words = scene.words
    if scene.today is None or (words.word(index + 1), words.word(index + 2)) != ("to", "date"):
        return None
    whole = _unit_of_today(scene, index, UNITS[words.word(index)])
    if whole is None or whole.span is None:
        return None
    span = Span(first=whole.span.first, last=scene.today * MINUTES + MINUTES - 1, unit="part")
    return Piece(start=index, stop=index + 3, kind="period", span=span)


def rest_at(scene: Scene, index: int, inner: Inner) -> Piece | None:
    """`rest of the year`, `rest of this week`: from the reference day on."""
    whole = _span_after(scene, index + 2, inner)
    if whole is None or scene.today is None:
        return None
    midnight = scene.today * MINUTES
    if not whole[0].first <= midnight <= whole[0].last or whole[0].unit == "day":
        return None
    span = Span(first=midnight, last=whole[0].last, unit="part")
    return Piece(start=index, stop=whole[1], kind="relative", span=span)


def _unit_of_today(scene: Scene, index: int, unit: str) -> Piece | None:
    """`the year`, `the month`: of the reference day."""
    if scene.today is None or unit not in ("week", "month", "year", "decade", "century"):
        return None
    year, month, _ = days.civil(scene.today)
    if unit == "week":
        monday = days.week_start(scene.today)
        span = of(monday, monday + 6, "week")
    elif unit == "month":
        span = of(*days.months_span(year, month, 1), "month")
    else:
        count = {"year": 1, "decade": 10, "century": 100}[unit]
        span = of(*days.year_span(year // count * count, count), unit)
    return Piece(start=index, stop=index + 1, kind="relative", span=span)


def counted_at(scene: Scene, index: int, inner: Inner) -> Piece | None:
    """`first Friday in May`, `third quarter of 2019`, `last week of August`, `second half of the year`."""
    words = scene.words
    ordinal = (-1, index + 1) if words.word(index) == "last" else words.ordinal(index)
    if words.word(index) in ("first", "last"):
        several = _first_few(scene, index, inner)
        if several is not None:
            return several
    if ordinal is None:
        return None
    number, after = ordinal
    word = words.word(after)
    if number > 0 and (of_month := _day_of_month(scene, index, ordinal, inner)) is not None:
        return of_month
    if word in ("quarter", "half") and number > 0:
        return _quarter(scene, index, ordinal, inner)
    if word not in WEEKDAYS and word not in ("day", "week", "month", "weekend"):
        return None
    following = after + 1
    if words.word(following) not in ("of", "in"):
        return None
    whole = _span_after(scene, following + 1, inner)
    if whole is None:
        return None
    span = _nth(whole[0], word, number)
    return None if span is None else Piece(start=index, stop=whole[1], kind="date", span=span)


def _first_few(scene: Scene, index: int, inner: Inner) -> Piece | None:
    """`first three months of 2024`, `last two weeks of August`."""
    words = scene.words
    count = words.cardinal(index + 1)
    unit = UNITS.get(words.word(count[1]), "") if count else ""
    if count is None or unit not in ("day", "week", "month", "year") or words.word(count[1] + 1) not in ("of", "in"):
        return None
    whole = _span_after(scene, count[1] + 2, inner)
    if whole is None:
        return None
    first, last = whole[0].first // MINUTES, whole[0].last // MINUTES
    months = {"month": 1, "year": 12}.get(unit, 0) * count[0]
    length = {"day": 1, "week": 7}.get(unit, 0) * count[0]
    if words.word(index) == "first":
        last = (days.add_months(first, months) if months else first + length) - 1
    else:
        first = (days.add_months(last + 1, -months)) if months else last + 1 - length
    if first < whole[0].first // MINUTES or last > whole[0].last // MINUTES:
        return None
    return Piece(start=index, stop=whole[1], kind="part", span=of(first, last, "part"))


def _day_of_month(scene: Scene, index: int, ordinal: tuple[int, int], inner: Inner) -> Piece | None:
    """`20th of next month`, `15th day of last month`, `21st this month`."""
    words = scene.words
    after = ordinal[1] + 1 if words.word(ordinal[1]) == "day" else ordinal[1]
    if words.word(after) == "of":
        after += 1
    if words.word(after + 1) != "month" or words.gap(after) != "":
        return None
    month = relative_at(scene, after, inner)
    if month is None or month.span is None or month.span.unit != "month":
        return None
    number = month.span.first // MINUTES + ordinal[0] - 1
    if number > month.span.last // MINUTES:
        return None
    return Piece(start=index, stop=month.stop, kind="date", span=of(number, number, "day"))


def _quarter(scene: Scene, index: int, ordinal: tuple[int, int], inner: Inner) -> Piece | None:
    words = scene.words
    piece = quarter_after(words, index, ordinal)
    if piece is None:
        return None
    after = piece.stop
    if piece.year is None and words.word(after) == "of":
        whole = _span_after(scene, after + 1, inner)
        if whole is not None and whole[0].unit == "year":
            year = days.civil(whole[0].first // MINUTES)[0]
            return replace(piece, stop=whole[1], year=year)
        if whole is not None and words.word(ordinal[1]) == "half":
            third, core = f"half{ordinal[0]}", (after + 1, whole[1])
            return Piece(start=index, stop=whole[1], kind="part", span=whole[0], third=third, core=core)
    return piece


def _span_after(scene: Scene, index: int, inner: Inner) -> tuple[Span, int] | None:
    piece = inner(scene, index)
    if piece is None and scene.words.word(index) == "the":
        unit = UNITS.get(scene.words.word(index + 1), "")
        piece = _unit_of_today(scene, index + 1, unit) if unit else None
    if piece is None:
        return None
    span = settle(piece, scene)
    return None if span is None else (span, piece.stop)


def _nth(whole: Span, word: str, number: int) -> Span | None:
    """The nth weekday, day, week or month of a stretch; -1 is the last."""
    first, last = whole.first // MINUTES, whole.last // MINUTES
    if word == "month":
        year, month, _ = days.civil(first if number > 0 else last)
        start, stop = days.months_span(year, month + (number - 1 if number > 0 else 0), 1)
        return of(start, stop, "month") if start >= first and stop <= last else None
    step = 1 if word == "day" else 7
    if word in WEEKDAYS:
        origin = first + (WEEKDAYS[word] - days.weekday(first)) % 7
        final = last - (days.weekday(last) - WEEKDAYS[word]) % 7
    elif word == "day":
        origin, final = first, last
    else:
        shift = 5 if word == "weekend" else 0
        thursday = first + (3 - days.weekday(first)) % 7  # a week belongs to the stretch that holds its Thursday
        origin = thursday - 3 + shift
        final = last - (days.weekday(last) - 3) % 7 - 3 + shift
    day = origin + step * (number - 1) if number > 0 else final
    if day > last or day > final:
        return None
    length = {"week": 6, "weekend": 1}.get(word, 0)
    return of(day, day + length, word if word in ("week", "weekend") else "day")
