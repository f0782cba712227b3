"""Dates that name their place in the calendar: days, months, seasons, quarters, years, decades, centuries."""

from msgspec.structs import replace

from factsuite.values.calendar import calendar_days as days
from factsuite.values.calendar.date_pieces import Piece, Scene, of
from factsuite.values.calendar.date_words import (
    CARDINALS,
    DECADE_WORDS,
    MONTHS,
    ORDINALS,
    SEASON_WORDS,
    TENS,
    WEEKDAYS,
    Words,
    word_set,
)
from factsuite.values.calendar.numeric_dates import iso_at, slashed_at
from factsuite.values.calendar.years import (
    century_after,
    century_or_decade_at,
    fiscal_at,
    plain_year_at,
    with_year,
    year_after,
    year_in_words,
)

_MAY_TOUCH = frozenset(MONTHS) | {"c", "ca", "fy"}
MARKS = frozenset(DECADE_WORDS) | {"q", "h", "fy", "fiscal", "ad"}
"""Words other than months, seasons and numbers that begin a date."""

_QUARTERS = {"quarter": (33, 4), "half": (40, 2)}


def absolute_at(scene: Scene, index: int) -> Piece | None:
    """The calendar date written at a word."""
    word = scene.words.word(index)
    if word.isdecimal():
        return _numbers(scene, index)
    if word in MONTHS:
        return _month(scene, index)
    if word in SEASON_WORDS:
        return _season(scene, index)
    if word in ORDINALS or word in TENS or word in CARDINALS:
        return _worded(scene, index)
    return _marked(scene, index)


def _numbers(scene: Scene, index: int) -> Piece | None:
    words = scene.words
    if words.glued(index) and words.word(index - 1) not in _MAY_TOUCH:
        return None
    word = words.low[index]
    piece = None
    if words.gap(index + 1) in ("-", "/", "."):
        piece = iso_at(scene, index) or slashed_at(scene, index)
    if piece is None and words.low[index + 1] in _COUNTING:
        piece = century_or_decade_at(scene, index)
    if piece is None and (len(word) < 3 or word[0] == "0"):
        piece = _day_month(scene, index)
    return piece or plain_year_at(scene, index)


_COUNTING = frozenset(("s", "st", "nd", "rd", "th"))
"""What is written behind the figures of a decade, or of an ordinal."""


def _day_month(scene: Scene, index: int) -> Piece | None:
    """`23 October 2024`, `4th of March`, `22-Nov-2020`."""
    words = scene.words
    nine_eleven = words.low[index : index + 2] == ["9", "11"] and words.gap(index + 1) == "/"
    if nine_eleven and scene.day_first is None and words.gap(index + 2) != "/":
        return Piece(start=index, stop=index + 2, kind="date", year=2001, month=9, day=11)
    found = words.ordinal(index) or words.cardinal(index)
    return None if found is None or not 1 <= found[0] <= 31 else day_before_month(scene, index, found)


def day_before_month(scene: Scene, index: int, found: tuple[int, int]) -> Piece | None:
    """A day whose month follows it."""
    words = scene.words
    day, after = found
    if words.word(after) == "day":
        after += 1
    if words.word(after) == "of" and words.gap(after) == "":
        after += 1
    month = MONTHS.get(words.word(after))
    if month is None or not 1 <= day <= 31 or words.gap(after) not in ("", ".", "-", "/"):
        return None
    year, stop = year_after(words, after + 1, of_day=True)
    return Piece(start=index, stop=stop, kind="date", year=year, month=month, day=day)


def _month(scene: Scene, index: int) -> Piece | None:
    """`October`, `Oct. 23, 2024`, `May, 1849`, `June of 2017`."""
    words = scene.words
    month = MONTHS[words.word(index)]
    after = index + 1
    if words.word(after) == "the" and words.ordinal(after + 1):
        after += 1
    if year_in_words(words, after) is not None:
        return with_year(words, Piece(start=index, stop=index + 1, kind="month", month=month))
    found = words.ordinal(after) or words.cardinal(after)
    gap = words.gap(after)
    joined = gap in ("", ".", ",") or (gap in ("-", "/") and words.tight(after) and words.word(after).isdecimal())
    if found and 1 <= found[0] <= 31 and joined:
        short = not words.word(after).isdecimal() or len(words.word(after)) <= 2
        counted = words.gap(found[1]) == ":" or (gap == "," and found[1] == after + 1)  # in May, 12 people
        counted = counted or (words.word(index - 1) == "in" and _counts(words, after))
        if short and not counted:
            year, stop = year_after(words, found[1], of_day=True)
            return Piece(start=index, stop=stop, kind="date", year=year, month=month, day=found[0])
    year, stop = year_after(words, index + 1, of_day=False)
    return Piece(start=index, stop=stop, kind="month", year=year, month=month)


def _counts(words: Words, index: int) -> bool:
    """`in May 12 people`: do figures go on to a word that they may count?"""
    follows = words.word(index + 1)
    if not words.word(index).isdecimal() or words.gap(index + 1) != "" or words.glued(index + 1):
        return False
    return not follows.isdecimal() and follows not in _AFTER_DAY


_AFTER_DAY = word_set("of this last next to and or until till through thru at in by he she they it the a when as ad bc")


def _season(scene: Scene, index: int) -> Piece | None:
    words = scene.words
    code = SEASON_WORDS[words.word(index)]
    piece = with_year(words, Piece(start=index, stop=index + 1, kind="season", month=code))
    after = piece.stop
    turn = words.word(after)
    if piece.year is None or words.gap(after) not in ("-", "/") or len(turn) not in (2, 4) or not turn.isdecimal():
        return piece
    return replace(piece, stop=after + 1) if (piece.year + 1) % 100 == int(turn) % 100 else piece


def _worded(scene: Scene, index: int) -> Piece | None:
    """Expressions that begin with a number in words: `twenty-first of June`, `nineteenth century`, `first quarter`."""
    words = scene.words
    ordinal = words.ordinal(index)
    if ordinal is not None:
        for piece in (
            century_after(words, index, ordinal),
            day_before_month(scene, index, ordinal),
        ):
            if piece is not None:
                return piece
    cardinal = words.cardinal(index)
    dated = None if cardinal is None else day_before_month(scene, index, cardinal)
    if dated is not None and dated.year is not None:  # fifteen August 1993, not "ten May be"
        return dated
    found = year_in_words(words, index)
    if found is not None and found[1] - index > 1:
        return Piece(start=index, stop=found[1], kind="year", year=found[0])
    return None


def _marked(scene: Scene, index: int) -> Piece | None:
    """Expressions that begin with a letter or an era: Q3 2024, H1 2024, AD 731; decades in words."""
    words = scene.words
    word, number = words.word(index), words.word(index + 1)
    if (
        word in ("q", "h")
        and words.glued(index + 1)
        and len(number) == 1
        and number in "1234"[: 4 if word == "q" else 2]
    ):
        code = (32 if word == "q" else 39) + int(number)
        return with_year(words, Piece(start=index, stop=index + 2, kind="quarter", month=code))
    if word == "fy" or (word == "fiscal" and number == "year"):
        return fiscal_at(scene, index)
    if word == "ad" and number.isdecimal() and len(number) <= 4 and words.gap(index + 1) in ("", "."):
        return Piece(start=index, stop=index + 2, kind="year", year=int(number)) if int(number) else None
    if word in DECADE_WORDS:
        span = of(*days.year_span(1900 + DECADE_WORDS[word], 10), "decade")
        return Piece(start=index, stop=index + 1, kind="decade", span=span)
    return None


def weekday_at(scene: Scene, index: int) -> tuple[int, int] | None:
    """A day of the week, and the index after it."""
    word = scene.words.word(index)
    return (WEEKDAYS[word], index + 1) if word in WEEKDAYS else None


def quarter_after(words: Words, index: int, ordinal: tuple[int, int]) -> Piece | None:
    """`third quarter of 2019`, `first half of next year` without its year."""
    number, after = ordinal
    kind = _QUARTERS.get(words.word(after)) if words.gap(after) in ("", "-") else None
    if kind is None or number > kind[1]:
        return None
    piece = Piece(start=index, stop=after + 1, kind="quarter", month=kind[0] - 1 + number)
    return with_year(words, piece)
