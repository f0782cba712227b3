"""Dates reckoned from the reference day: yesterday, last week, two years ago, the past 40 days."""

from fractions import Fraction

from msgspec.structs import replace

from factsuite.values.calendar import calendar_days as days
from factsuite.values.calendar.calendar_days import MINUTES
from factsuite.values.calendar.clock_times import PARTS_OF_DAY
from factsuite.values.calendar.date_pieces import Clock, Piece, Scene, Span, nearest_weekday, of
from factsuite.values.calendar.date_words import CARDINALS, MONTHS, SEASON_WORDS, TENS, WEEKDAYS
from factsuite.values.calendar.holidays import holiday_beside_today
from factsuite.values.calendar.reckoned_dates import TOLD, Inner, moved, reckoned_at, today_of, told_at, unit_beside
from factsuite.values.durations import UNITS, VAGUE, Duration, duration_at

DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "tmrw": 1, "tmr": 1}
WHICH = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1,
    "this": 0, "current": 0,
    "next": 1, "coming": 1, "following": 1, "upcoming": 1,
}  # fmt: skip

RELATIVE_WORDS = (
    frozenset(DAYS) | frozenset(WHICH) | frozenset(TOLD) | frozenset(VAGUE) | frozenset(CARDINALS) | frozenset(TENS)
    | {"that", "same", "year", "month", "week", "day", "earlier", "later", "a", "an", "another", "all", "full", "whole"}
    | {"half"}
)  # fmt: skip
"""Words that may begin a relative date, figures apart."""


def relative_at(scene: Scene, index: int, inner: Inner) -> Piece | None:
    """The relative date written at a word; None where it needs a reference day and there is none."""
    word = scene.words.word(index)
    if word in ("that", "same"):
        return told_at(scene, index)
    if word in TOLD and scene.words.word(index - 1) == "the":
        told = told_at(scene, index)
        next_word = scene.words.word(index + 1)
        if told is not None or next_word in ("day", "morning", "afternoon", "evening", "night"):
            return told
        if scene.story is not None and not scene.from_today and next_word not in UNITS:
            return None
    if scene.today is None:
        return reckoned_at(scene, index, inner)
    if word in DAYS:
        return _named_day(scene, index)
    if word in ("year", "month", "week") and scene.words.word(index + 1) in ("after", "before"):
        return _unit_but_one(scene, index)
    if word == "day" and scene.words.word(index + 1) in ("before", "after"):
        return _next_but_one(scene, index)
    if word in WHICH:
        return _which(scene, index, inner)
    if word in ("earlier", "later"):
        return _side_of_today(scene, index, inner)
    return reckoned_at(scene, index, inner)


def _named_day(scene: Scene, index: int) -> Piece:
    word = scene.words.word(index)
    number = today_of(scene) + DAYS[word]
    clock = Clock(first=18 * 60, last=30 * 60 - 1) if word == "tonight" else None
    stop = index + 1
    if scene.words.word(stop) == "s" and scene.words.gap(stop) == "'":
        stop += 1
    return Piece(start=index, stop=stop, kind="relative", span=of(number, number, "day"), clock=clock)


def _next_but_one(scene: Scene, index: int) -> Piece | None:
    """`day before yesterday`, `day after tomorrow`."""
    pair = (scene.words.word(index + 1), scene.words.word(index + 2))
    shift = {("before", "yesterday"): -2, ("after", "tomorrow"): 2, ("after", "tmrw"): 2}.get(pair)
    if shift is None:
        return None
    number = today_of(scene) + shift
    return Piece(start=index, stop=index + 3, kind="relative", span=of(number, number, "day"))


def _unit_but_one(scene: Scene, index: int) -> Piece | None:
    """`year after next`, `month before last`."""
    words = scene.words
    after = index + 3 if words.word(index + 2) == "the" else index + 2
    shift = {("after", "next"): 2, ("before", "last"): -2}.get((words.word(index + 1), words.word(after)))
    span = None if shift is None else unit_beside(today_of(scene), words.word(index), shift)
    return None if span is None else Piece(start=index, stop=after + 1, kind="relative", span=span)


def _which(scene: Scene, index: int, inner: Inner) -> Piece | None:
    """`last week`, `next June`, `this Friday`, `past two years`, `last night`."""
    words = scene.words
    shift, after = WHICH[words.word(index)], index + 1
    if words.word(index) == "this" and words.word(after) in ("past", "last", "coming", "next"):
        shift, after = WHICH[words.word(after)], after + 1
    word = words.word(after)
    if words.gap(after) not in ("", "-"):
        return None
    span: Span | None = None
    clock = None
    if word == "calendar" and words.word(after + 1) == "year":
        after, word = after + 1, "year"
    if word in WEEKDAYS:
        return _which_weekday(scene, index, after, shift, inner)
    feast = holiday_beside_today(scene, after, shift)
    if feast is not None:
        return replace(feast, start=index)
    if word in MONTHS or word in SEASON_WORDS:
        span = _which_month(scene, MONTHS.get(word) or SEASON_WORDS[word], shift)
    elif word in ("morning", "afternoon", "evening", "night"):
        span = of(today_of(scene) + shift, today_of(scene) + shift, "day")
        clock = Clock(first=PARTS_OF_DAY[word][0], last=PARTS_OF_DAY[word][1])
    elif words.word(index) == "past" and word in ("week", "month", "year", "decade"):
        return _stretch_beside_today(scene, index, after, shift)
    elif (word in ("working", "work") and words.word(after + 1) == "week") or word == "workweek":
        monday = days.week_start(today_of(scene)) + 7 * shift
        after = after if word == "workweek" else after + 1
        span = of(monday, monday + 4, "stretch")
    elif word == "weekend" and shift == 0:
        past, ahead = weekends(today_of(scene))
        return Piece(start=index, stop=after + 1, kind="relative", span=ahead, behind=past)
    elif word in UNITS and not word.endswith("s"):
        span = unit_beside(today_of(scene), UNITS[word], shift)
    elif words.word(index) != "this":
        return _quarters_beside_today(scene, index, after, shift) or _stretch_beside_today(scene, index, after, shift)
    if span is None:
        return None
    if span.unit == "week" and words.word(after + 1) in WEEKDAYS and words.gap(after + 1) in ("", ","):
        number = span.first // MINUTES + WEEKDAYS[words.word(after + 1)]
        return Piece(start=index, stop=after + 2, kind="weekday", span=of(number, number, "day"))
    return Piece(start=index, stop=after + 1, kind="relative", span=span, clock=clock)


def weekends(today: int) -> tuple[Span, Span]:
    """The weekend that began last, and the one of this week; on a Saturday or Sunday both are the one that runs."""
    coming = days.week_start(today) + 5
    past = coming if days.weekday(today) > 4 else coming - 7
    return of(past, past + 1, "weekend"), of(coming, coming + 1, "weekend")


def _which_month(scene: Scene, code: int, shift: int) -> Span:
    today = today_of(scene)
    year = days.civil(today)[0]
    unit = "month" if code <= 12 else "season"
    spans = [days.season_span(each, code) for each in (year - 1, year, year + 1)]
    if shift < 0:
        return of(*max(span for span in (days.season_span(year - 2, code), *spans) if span[1] < today), unit)
    if shift > 0:
        return of(*min(span for span in (*spans, days.season_span(year + 2, code)) if span[0] > today), unit)
    inside = [span for span in spans if span[0] <= today <= span[1]]
    return of(*(inside[0] if inside else spans[1]), unit)


def _which_weekday(scene: Scene, index: int, after: int, shift: int, inner: Inner) -> Piece:
    """`next Friday` may be the coming one or that of next week, `last Monday` this week's or that of last week."""
    today, weekday = today_of(scene), WEEKDAYS[scene.words.word(after)]
    dated = inner(scene, after)
    if dated is not None and dated.day is not None:
        return replace(dated, start=index)
    other = None
    if shift < 0:
        number = nearest_weekday(today - 1, weekday, "past")
        before = days.week_start(today) - 7 + weekday
        if before != number:
            other = Piece(start=index, stop=after + 1, kind="weekday", span=of(before, before, "day"))
    elif shift == 0:
        number = days.week_start(today) + weekday
    else:
        number = days.week_start(today) + 7 + weekday
        coming = nearest_weekday(today + 1, weekday, "future")
        if coming != number:
            other = Piece(start=index, stop=after + 1, kind="weekday", span=of(coming, coming, "day"))
    span = of(number, number, "day")
    return Piece(start=index, stop=after + 1, kind="weekday", span=span, other=other)


def _stretch_beside_today(scene: Scene, index: int, after: int, shift: int) -> Piece | None:
    """`past two-and-a-half years`, `next 3 months`, `last few days`: up to today, or from it."""
    found = duration_at(scene.words, after)
    word = scene.words.word(after)
    if found is None and word in ("week", "month", "year", "decade"):
        one = Duration(parts=((UNITS[word], Fraction(1), Fraction(1)),), text=word)
        found = one, after + 1
    if found is None:
        return None
    duration, stop = found
    if duration.unit in ("second", "minute", "hour"):
        return None  # finer than the reference day
    today = today_of(scene)
    if shift < 0:
        first, last = moved(today, duration, -1, longest=True), today
    else:
        first, last = today, moved(today, duration, 1, longest=True)
    span = of(first, last, "stretch")
    return Piece(start=index, stop=stop, kind="period", span=span, unit=duration.unit, backward=shift < 0)


def _quarters_beside_today(scene: Scene, index: int, after: int, shift: int) -> Piece | None:
    """`last three quarters`: whole quarters of the calendar, not those months up to today."""
    count = scene.words.cardinal(after)
    if count is None or scene.words.word(count[1]) != "quarters" or not 0 < count[0] < 100:
        return None
    near, far = (unit_beside(today_of(scene), "quarter", shift * each) for each in (1, count[0]))
    if near is None or far is None:
        return None
    span = Span(first=min(near.first, far.first), last=max(near.last, far.last), unit="stretch")
    return Piece(start=index, stop=count[1] + 1, kind="period", span=span)


def _side_of_today(scene: Scene, index: int, inner: Inner) -> Piece | None:
    """`earlier this year` ends today, `later this week` begins today."""
    words = scene.words
    after = index + 1
    if words.word(after) == "in" and words.word(after + 1) == "the":
        unit = UNITS.get(words.word(after + 2), "")
        if scene.story is not None and scene.story_year is not None and unit:
            return _side_of_story(scene, index, after + 1)
        span = unit_beside(today_of(scene), unit, 0) if unit else None
        stop = after + 3
    elif words.word(after) == "that":
        return _side_of_story(scene, index, after)
    elif words.word(after) in ("this", "in", "on"):
        piece = inner(scene, after if words.word(after) == "this" else after + 1)
        if piece is None:
            return None
        if words.word(after) != "this":
            return replace(piece, start=index, core=(piece.start, piece.stop))
        span, stop = piece.span, piece.stop
    else:
        return None
    if span is None:
        return None
    core = (stop - 2, stop)
    midnight = today_of(scene) * MINUTES
    if span.first <= midnight <= span.last:
        if words.word(index) == "earlier":
            span = Span(first=span.first, last=midnight + MINUTES - 1, unit="part")
        else:
            span = Span(first=midnight, last=span.last, unit="part")
    return Piece(start=index, stop=stop, kind="relative", span=span, core=core)


def _side_of_story(scene: Scene, index: int, after: int) -> Piece | None:
    """`later that year` begins with the date told of last, `earlier in the year` ends with it."""
    words, story = scene.words, scene.story
    whole = told_at(scene, after) if words.word(after) == "that" else None
    if words.word(after) == "the" and story is not None:
        span = unit_beside(story.first // MINUTES, UNITS[words.word(after + 1)], 0)
        whole = None if span is None else Piece(start=after, stop=after + 2, kind="told", span=span)
    if whole is None or whole.span is None or story is None or whole.span.unit not in ("week", "month", "year"):
        return None
    first, last = whole.span.first, whole.span.last
    if words.word(index) == "earlier":
        last = min(last, story.last)
    else:
        first = max(first, story.first)
    core = (whole.start, whole.stop)
    return replace(whole, start=index, span=Span(first=first, last=last, unit="part"), core=core)
