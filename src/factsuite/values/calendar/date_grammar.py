"""One date expression at a word: which of the forms it has, and what may stand before and after it."""

from collections.abc import Callable

from msgspec.structs import replace

from factsuite.values.calendar import calendar_days as days
from factsuite.values.calendar.absolute_dates import MARKS, absolute_at, quarter_after, weekday_at
from factsuite.values.calendar.calendar_days import MINUTES
from factsuite.values.calendar.clock_times import PARTS_OF_DAY
from factsuite.values.calendar.date_pieces import Piece, Scene, of
from factsuite.values.calendar.date_words import (
    CARDINALS,
    MONTHS,
    ORDINALS,
    SEASON_WORDS,
    TENS,
    WEEKDAYS,
    Words,
    word_set,
)
from factsuite.values.calendar.holidays import HOLIDAYS, holiday_at, war_at
from factsuite.values.calendar.parts_of_stretches import (
    EDGES,
    THIRDS,
    compared_third_at,
    counted_at,
    edge_at,
    rest_at,
    third_at,
    to_date_at,
    year_end_at,
)
from factsuite.values.calendar.reckoned_dates import Inner, reckoned_at
from factsuite.values.calendar.relative_dates import RELATIVE_WORDS, relative_at, weekends
from factsuite.values.calendar.times_on_days import time_first_at, with_time
from factsuite.values.calendar.years import year_at
from factsuite.values.durations import UNITS

Form = Callable[[Scene, int, Inner], Piece | None]


def piece_at(scene: Scene, index: int, depth: int = 0) -> Piece | None:
    """The longest date expression that begins at a word."""
    if depth > 4:
        return None

    def inner(where: Scene, at: int) -> Piece | None:
        return piece_at(where, at, depth + 1)

    piece = _piece(scene, index, inner)
    if piece is None:
        return None
    if piece.month is not None and piece.year is None:
        piece = _with_named_year(scene, piece, inner)
    elif piece.month is None and piece.day is None and not piece.third:
        piece = _quarter_of(scene, piece)
    return with_time(scene, piece)


def _with_named_year(scene: Scene, piece: Piece, inner: Inner) -> Piece:
    """`June next year`, `March of the same year`, `8 July last year`."""
    words = scene.words
    after = piece.stop
    if words.word(after) in ("of", "in"):
        after += 1
    told = words.word(after) == "the" and words.word(after + 1) in ("same", "following", "previous", "next")
    which = after + 1 if told else after
    if words.word(which + 1) not in ("year", "same") or words.gap(after) not in ("", ","):
        return piece
    year = relative_at(scene, which, inner)
    if year is None or year.span is None or year.span.unit != "year":
        return piece
    dated = (piece.start, piece.stop)
    return replace(piece, stop=year.stop, year=days.civil(year.span.first // MINUTES)[0], core=dated)


def _quarter_of(scene: Scene, piece: Piece) -> Piece:
    """`next year's fourth quarter`, `2016 third quarter`: the quarter or half named after its year."""
    words, at, year = scene.words, piece.stop, piece.year
    if piece.span is not None and piece.span.unit == "year":
        year = days.civil(piece.span.first // MINUTES)[0]
    if year is None:
        return piece
    if words.word(at) == "s" and words.gap(at) == "'":
        at += 1
    if words.word(at) == "the":
        at += 1
    ordinal = words.ordinal(at) if words.gap(at) == "" else None
    quarter = None if ordinal is None else quarter_after(words, at, ordinal)
    if quarter is None or quarter.year is not None:
        return piece
    return replace(quarter, start=piece.start, year=year)


def _week(scene: Scene, index: int, _: Inner) -> Piece | None:
    """`week 31 of 2024`, `week 31`: by ISO 8601; without its year in that of the reference day."""
    words = scene.words
    number = words.word(index + 1)
    if not number.isdecimal() or len(number) > 2 or not 1 <= int(number) <= 53 or words.gap(index + 1) != "":
        return None
    after = index + 2
    following = after + 1 if words.word(after) in ("of", "in") else after
    found = year_at(words, following) if words.gap(after) in ("", ",") else None
    year, stop = found or (scene.year if scene.today is None else days.civil(scene.today)[0], after)
    if year is None:
        return None
    monday = days.iso_week(year, int(number))
    kind = "period" if found else "week"
    return Piece(start=index, stop=stop, kind=kind, span=of(monday, monday + 6, "week"))


def _piece(scene: Scene, index: int, inner: Inner) -> Piece | None:
    word = scene.words.low[index]
    forms = _FORMS.get(word)
    if forms is None:
        if not word.isdecimal():
            return None
        forms = _number_forms(scene.words, index)
    for form in forms:
        piece = form(scene, index, inner)
        if piece is not None:
            return piece
    return None


def _number_forms(words: Words, index: int) -> tuple[Form, ...]:
    """The forms that may begin with figures, by a quick look at what follows them."""
    after, gap = words.low[index + 1], words.gap(index + 1)
    if after in _ORDINAL_ENDINGS:
        return (counted_at, _absolute)
    if after in _AFTER_HOUR or gap == ":":
        return (time_first_at, _absolute)
    if gap == ".":
        return (time_first_at, _absolute, reckoned_at)
    return (_absolute, reckoned_at) if after in _AFTER_COUNT else (_absolute,)


def _definite(scene: Scene, index: int, inner: Inner) -> Piece | None:
    piece = _after_the(scene, index + 1, inner)
    return None if piece is None else replace(piece, start=index)


def _after_the(scene: Scene, index: int, inner: Inner) -> Piece | None:
    """What may follow "the": the year 64, the month of May, the week of 4 July, the weekend, the 22nd."""
    words = scene.words
    word = words.word(index)
    if word == "year":
        found = year_at(words, index + 1)
        number = words.word(index + 1)
        if found is None and number.isdecimal() and len(number) < 4 and int(number):
            found = int(number), index + 2
        return None if found is None else Piece(start=index, stop=found[1], kind="year", year=found[0])
    if words.word(index + 1) == "to" and words.word(index + 2) == "date" and word in UNITS:
        return inner(scene, index)
    if word in ("month", "week", "night", "morning", "afternoon", "evening") or word in EDGES or word in THIRDS:
        return edge_at(scene, index, inner) if word in EDGES else inner(scene, index)
    if word == "weekend" and scene.today is not None:
        past, ahead = weekends(scene.today)
        usual = past if days.weekday(scene.today) < 3 else ahead  # looked back on until Wednesday
        return Piece(start=index, stop=index + 1, kind="relative", span=usual, ahead=ahead, behind=past)
    piece = inner(scene, index)
    ordinal = words.ordinal(index) if piece is None else None
    if ordinal is not None and 1 <= ordinal[0] <= 31:
        return Piece(start=index, stop=ordinal[1], kind="date", day=ordinal[0])
    return piece


def _weekday(scene: Scene, index: int, inner: Inner) -> Piece | None:
    """`Monday`, `Monday, 8 June 2015`, `Friday the 9th`, `Tuesday of next week`."""
    words = scene.words
    found = weekday_at(scene, index)
    if found is None:
        return None
    weekday, after = found
    if words.word(after) == "s" and words.gap(after) == "'":
        after += 1
    alone = Piece(start=index, stop=after, kind="weekday", weekday=weekday)
    if words.gap(after) not in ("", ",", ".", ".,", "("):
        return alone
    following = after + 1 if words.word(after) in ("the", "of", "on") and words.gap(after) == "" else after
    ordinal = words.ordinal(following) if words.word(after) == "the" else None
    dated = absolute_at(scene, following)
    if dated is not None and dated.day is not None:
        return replace(dated, start=index, weekday=weekday)
    if ordinal is None and words.word(after) == "the":
        ordinal = words.cardinal(following)
    if ordinal is None and words.word(following).isdecimal() and words.gap(after) == "":
        pause = words.gap(following + 1)[:1] in (".", ",", ";", "!", "?", ")", "\0") and not words.glued(following + 1)
        ordinal = words.ordinal(following) or (words.cardinal(following) if pause else None)
    if ordinal is not None and 1 <= ordinal[0] <= 31:
        return Piece(start=index, stop=ordinal[1], kind="date", weekday=weekday, day=ordinal[0])
    if words.gap(after) == "" and words.word(following) in ("this", "last", "next", "the"):
        week = relative_at(scene, following + 1 if words.word(following) == "the" else following, inner)
        if week is not None and week.span is not None and week.span.unit == "week":
            number = week.span.first // MINUTES + weekday
            return Piece(start=index, stop=week.stop, kind="weekday", span=of(number, number, "day"))
    return alone


def _war(scene: Scene, index: int, _: Inner) -> Piece | None:
    return war_at(scene, index)


def _holiday(scene: Scene, index: int, _: Inner) -> Piece | None:
    return holiday_at(scene, index)


def _absolute(scene: Scene, index: int, _: Inner) -> Piece | None:
    return absolute_at(scene, index)


def _to_date(scene: Scene, index: int, _: Inner) -> Piece | None:
    return to_date_at(scene, index)


def _year_end(scene: Scene, index: int, _: Inner) -> Piece | None:
    return year_end_at(scene, index)


def _forms() -> dict[str, tuple[Form, ...]]:
    """For each word that may begin a date, the forms to try, the more telling first."""
    found: dict[str, tuple[Form, ...]] = {}
    for words, form in (
        (("the",), _definite),
        (THIRDS, third_at),
        (EDGES, edge_at),
        (("earlier", "later"), compared_third_at),
        (("rest", "remainder"), rest_at),
        (("week", "month", "year"), _to_date),
        (("year",), _year_end),
        (("week",), _week),
        (WEEKDAYS, _weekday),
        (("world", "first", "second"), _war),
        ((*ORDINALS, *TENS, "last"), counted_at),
        ((*PARTS_OF_DAY, *CARDINALS, "month", "week"), time_first_at),
        ((name[0] for name in HOLIDAYS), _holiday),
        ((*MONTHS, *SEASON_WORDS, *ORDINALS, *TENS, *CARDINALS, *MARKS), _absolute),
        (RELATIVE_WORDS, relative_at),
    ):
        for word in dict.fromkeys(words):
            found[word] = (*found.get(word, ()), form)
    return found


_FORMS = _forms()
BEGINNERS = frozenset(_FORMS)
"""The words that may begin a date expression, figures apart."""
_ORDINAL_ENDINGS = word_set("st nd rd th")
_AFTER_HOUR = word_set("am pm a p")
LENGTHENED = word_set("full whole more long further additional consecutive straight business working")
"""Words between a number and its unit of time."""
_AFTER_COUNT = frozenset(UNITS) | LENGTHENED | {"and"}
