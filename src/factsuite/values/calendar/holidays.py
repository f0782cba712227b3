"""Feast days and the two world wars: what else news dates things by."""

from collections.abc import Callable

from msgspec.structs import replace

from factsuite.values.calendar import calendar_days as days
from factsuite.values.calendar.date_pieces import Piece, Scene, of
from factsuite.values.calendar.date_words import Words
from factsuite.values.calendar.years import with_year


def _nth_weekday(month: int, weekday: int, nth: int) -> Callable[[int], int]:
    """The nth weekday of a month; -1 is the last."""

    def day(year: int) -> int:
        first = days.month_start(year, month)
        if nth < 0:
            last = days.months_span(year, month, 1)[1]
            return last - (days.weekday(last) - weekday) % 7
        return first + (weekday - days.weekday(first)) % 7 + 7 * (nth - 1)

    return day


def _fixed(month: int, day: int) -> Callable[[int], int]:
    return lambda year: days.day_number(year, month, day)


def _after(rule: Callable[[int], int], shift: int) -> Callable[[int], int]:
    return lambda year: rule(year) + shift


_THANKSGIVING = _nth_weekday(11, 3, 4)

HOLIDAYS: dict[tuple[str, ...], Callable[[int], int]] = {
    ("christmas",): _fixed(12, 25),
    ("christmas", "day"): _fixed(12, 25),
    ("christmas", "eve"): _fixed(12, 24),
    ("boxing", "day"): _fixed(12, 26),
    ("new", "year", "s", "day"): _fixed(1, 1),
    ("new", "years", "day"): _fixed(1, 1),
    ("new", "year", "s", "eve"): _fixed(12, 31),
    ("new", "years", "eve"): _fixed(12, 31),
    ("valentine", "s", "day"): _fixed(2, 14),
    ("valentines", "day"): _fixed(2, 14),
    ("st", "patrick", "s", "day"): _fixed(3, 17),
    ("saint", "patrick", "s", "day"): _fixed(3, 17),
    ("april", "fools", "day"): _fixed(4, 1),
    ("april", "fool", "s", "day"): _fixed(4, 1),
    ("earth", "day"): _fixed(4, 22),
    ("may", "day"): _fixed(5, 1),
    ("juneteenth",): _fixed(6, 19),
    ("independence", "day"): _fixed(7, 4),
    ("bastille", "day"): _fixed(7, 14),
    ("halloween",): _fixed(10, 31),
    ("veterans", "day"): _fixed(11, 11),
    ("armistice", "day"): _fixed(11, 11),
    ("martin", "luther", "king", "day"): _nth_weekday(1, 0, 3),
    ("martin", "luther", "king", "jr", "day"): _nth_weekday(1, 0, 3),
    ("mlk", "day"): _nth_weekday(1, 0, 3),
    ("presidents", "day"): _nth_weekday(2, 0, 3),
    ("president", "s", "day"): _nth_weekday(2, 0, 3),
    ("memorial", "day"): _nth_weekday(5, 0, -1),
    ("mother", "s", "day"): _nth_weekday(5, 6, 2),
    ("mothers", "day"): _nth_weekday(5, 6, 2),
    ("father", "s", "day"): _nth_weekday(6, 6, 3),
    ("fathers", "day"): _nth_weekday(6, 6, 3),
    ("labor", "day"): _nth_weekday(9, 0, 1),
    ("columbus", "day"): _nth_weekday(10, 0, 2),
    ("thanksgiving",): _THANKSGIVING,
    ("thanksgiving", "day"): _THANKSGIVING,
    ("thanks", "giving", "day"): _THANKSGIVING,
    ("black", "friday"): _after(_THANKSGIVING, 1),
    ("cyber", "monday"): _after(_THANKSGIVING, 4),
    ("easter",): days.easter,
    ("easter", "sunday"): days.easter,
    ("easter", "monday"): _after(days.easter, 1),
    ("good", "friday"): _after(days.easter, -2),
    ("palm", "sunday"): _after(days.easter, -7),
    ("ash", "wednesday"): _after(days.easter, -46),
    ("pentecost",): _after(days.easter, 49),
    ("whit", "monday"): _after(days.easter, 50),
}
"""Western church feasts, and holidays of the United States where several countries share a name."""

WARS: dict[tuple[str, ...], tuple[tuple[int, int, int], tuple[int, int, int]]] = {
    ("world", "war", "i"): ((1914, 7, 28), (1918, 11, 11)),
    ("world", "war", "one"): ((1914, 7, 28), (1918, 11, 11)),
    ("first", "world", "war"): ((1914, 7, 28), (1918, 11, 11)),
    ("world", "war", "ii"): ((1939, 9, 1), (1945, 9, 2)),
    ("world", "war", "two"): ((1939, 9, 1), (1945, 9, 2)),
    ("second", "world", "war"): ((1939, 9, 1), (1945, 9, 2)),
}
"""The two wars by which English dates things as by a calendar, from the first declaration to the last surrender."""

_FIRST: dict[str, tuple[tuple[str, ...], ...]] = {
    word: tuple(sorted((name for name in HOLIDAYS if name[0] == word), key=len, reverse=True))
    for word in {name[0] for name in HOLIDAYS}
}
_WINDOW = 122


def war_at(scene: Scene, index: int) -> Piece | None:
    """The world war named at a word, as a stretch of time."""
    if scene.words.word(index) not in ("world", "first", "second"):
        return None
    name = tuple(scene.words.low[index : index + 3])
    if name not in WARS:
        return None
    first, last = WARS[name]
    span = of(days.day_number(*first), days.day_number(*last), "war")
    return Piece(start=index, stop=index + 3, kind="war", span=span)


def holiday_at(scene: Scene, index: int) -> Piece | None:
    """The feast day named at a word, in the year after it or that nearest to the reference day."""
    name = _name_at(scene.words, index)
    if name is None:
        return None
    rule = HOLIDAYS[name]
    dated = _with_year(scene, Piece(start=index, stop=index + len(name), kind="holiday"))
    year = dated.year
    if year is None:
        if scene.today is None:
            return None
        this = days.civil(scene.today)[0]
        year = max((y for y in (this - 1, this, this + 1) if rule(y) <= scene.today + _WINDOW), default=this)
    day = rule(year)
    return Piece(start=index, stop=dated.stop, kind="holiday", span=of(day, day, "day"))


def holiday_beside_today(scene: Scene, index: int, shift: int) -> Piece | None:
    """The feast day named at a word: the last one before the reference day, that of its year, or the next one."""
    name = _name_at(scene.words, index)
    if name is None or scene.today is None:
        return None
    this = days.civil(scene.today)[0]
    feasts = [HOLIDAYS[name](year) for year in (this - 1, this, this + 1)]
    if shift < 0:
        day = max(feast for feast in feasts if feast < scene.today)
    else:
        day = feasts[1] if shift == 0 else min(feast for feast in feasts if feast > scene.today)
    return Piece(start=index, stop=index + len(name), kind="holiday", span=of(day, day, "day"))


def _name_at(words: Words, index: int) -> tuple[str, ...] | None:
    for name in _FIRST.get(words.word(index), ()):
        if tuple(words.low[index : index + len(name)]) == name:
            return name
    return None


def _with_year(scene: Scene, piece: Piece) -> Piece:
    """`Easter 1916`, `Labor Day of this year`, `Christmas last year`."""
    words = scene.words
    after = piece.stop + 1 if words.word(piece.stop) in ("of", "in") else piece.stop
    shift = {"last": -1, "this": 0, "next": 1}.get(words.word(after))
    if shift is None or words.word(after + 1) != "year" or scene.today is None or words.gap(after) != "":
        return with_year(words, piece)
    return replace(piece, stop=after + 2, year=days.civil(scene.today)[0] + shift)
