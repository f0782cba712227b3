"""Years, decades and centuries in a text: 1976, 300 BC, nineteen seventy-six, the 1990s, the 19th century."""

from msgspec.structs import replace

from factsuite.values.calendar import calendar_days as days
from factsuite.values.calendar.date_pieces import Piece, Scene, of
from factsuite.values.calendar.date_words import MONTHS, Words

_ERAS = {"ce": 1, "ad": 1, "bc": -1, "bce": -1}


def year_at(words: Words, index: int) -> tuple[int, int] | None:
    """A year in four digits, `nineteen seventy-six`, `'76`, with any era after it; and the index after it."""
    word = words.word(index)
    if word.isdecimal():
        found = (int(word), index + 1) if len(word) == 4 and word[0] in "123" else None
        if found is not None and words.gap(index + 1) == "" and words.word(index + 1) in _ERAS:
            found = _with_era(*found, words.word(index + 1))
        return found
    return year_in_words(words, index)


def _with_era(year: int, after: int, era: str) -> tuple[int, int]:
    return (year if _ERAS[era] > 0 else 1 - year), after + 1


def year_in_words(words: Words, index: int) -> tuple[int, int] | None:
    """`nineteen seventy-six`, `two thousand and eighteen`, and the index after it."""
    head = words.word(index)
    if head == "two" and words.word(index + 1) == "thousand":
        rest = index + 2
        if words.word(rest) == "and":
            rest += 1
        tail = words.cardinal(rest)
        return (2000, index + 2) if tail is None or tail[0] > 99 else (2000 + tail[0], tail[1])
    hundreds = {"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}.get(head)
    if hundreds is None or words.gap(index + 1) not in ("", "-"):
        return None
    if words.word(index + 1) in ("zero", "oh"):
        tail = words.cardinal(index + 2)
        return (hundreds * 100 + tail[0], tail[1]) if tail and 0 < tail[0] < 10 else None
    if words.word(index + 1) == "hundred":
        rest = index + 3 if words.word(index + 2) == "and" else index + 2
        tail = words.cardinal(rest)
        return (hundreds * 100 + tail[0], tail[1]) if tail and 0 < tail[0] <= 99 else (hundreds * 100, index + 2)
    tail = words.cardinal(index + 1)
    return (hundreds * 100 + tail[0], tail[1]) if tail and 10 <= tail[0] <= 99 else None


def two_digit_year(number: int) -> int:
    """A year of two digits: 1950 to 2049."""
    return number + (2000 if number < 50 else 1900)


def century_or_decade_at(scene: Scene, index: int) -> Piece | None:
    """`1990s`, `19th century`."""
    words = scene.words
    after = index + 1
    if words.word(after) == "s" and (words.glued(after) or words.gap(after) == "'"):
        return _decade(words, index)
    ordinal = words.ordinal(index)
    if ordinal is None or words.word(ordinal[1]) == "c":
        return None
    return century_after(words, index, ordinal)


def century_after(words: Words, index: int, ordinal: tuple[int, int]) -> Piece | None:
    """The century of this number, if the word after it says so."""
    number, after = ordinal
    if words.word(after) not in ("century", "centuries", "c") or words.gap(after) not in ("", "-"):
        return None
    if not 1 <= number <= 30:
        return None
    first, stop = 100 * (number - 1), after + 1
    if words.word(stop) in _ERAS and words.gap(stop) == "":
        if _ERAS[words.word(stop)] < 0:
            first = 1 - 100 * number
        stop += 1
    span = of(*days.year_span(first, 100), "century")
    return Piece(start=index, stop=stop, kind="century", span=span)


def _decade(words: Words, index: int) -> Piece | None:
    """`1990s`, `'40s`; the 1900s are a century, as the 2000s are a decade."""
    number = words.word(index)
    if len(number) == 4 and number[3] == "0":
        year = int(number)
        count = 100 if number[2] == "0" and year < 2000 else 10
    elif len(number) == 2 and number[1] == "0" and int(number) >= 20:
        year, count = 1900 + int(number), 10
    else:
        return None
    span = of(*days.year_span(year, count), "decade" if count == 10 else "century")
    return Piece(start=index, stop=index + 2, kind="decade" if count == 10 else "century", span=span)


def plain_year_at(scene: Scene, index: int) -> Piece | None:
    """`1976`, `300 BC`, and `2014 June`."""
    words = scene.words
    found = year_at(words, index)
    if found is None:
        return _small_year(words, index)
    year, after = found
    month = MONTHS.get(words.word(after))
    if month is not None and words.gap(after) in ("", ",") and (words.word(after) != "may" or words.capital(after)):
        nearby = words.word(after + 1)
        if not (nearby.isdecimal() and words.gap(after + 1) in ("", ".")):
            return Piece(start=index, stop=after + 1, kind="month", year=year, month=month)
    return Piece(start=index, stop=after, kind="year", year=year)


def _small_year(words: Words, index: int) -> Piece | None:
    """`71 CE`, `300 BC`: a year of fewer digits needs its era."""
    word, era = words.word(index), words.word(index + 1)
    if len(word) > 4 or era not in _ERAS or words.gap(index + 1) != "" or int(word) == 0:
        return None
    year, after = _with_era(int(word), index + 1, era)
    return Piece(start=index, stop=after, kind="year", year=year)


def with_year(words: Words, piece: Piece) -> Piece:
    """The year written after a day or a month, if there is one: `, 2024`, ` of 1849`, ` '24`."""
    year, stop = year_after(words, piece.stop, of_day=piece.day is not None)
    return piece if year is None else replace(piece, stop=stop, year=year)


def year_after(words: Words, index: int, *, of_day: bool) -> tuple[int | None, int]:
    """The year written where a day or a month has ended, and the index after it; None and no further without one."""
    gap, after = words.gap(index), index
    if gap not in _BEFORE_YEAR or (gap in ("-", "/") and not words.tight(index)):
        return None, index
    if gap == "" and words.low[index] == "of":
        after, gap = index + 1, words.gap(index + 1)
    if gap == "'" and words.word(after).isdecimal() and len(words.word(after)) == 2:
        return two_digit_year(int(words.word(after))), after + 1
    found = year_at(words, after) or (_early_year(words, after) if of_day or after > index else None)
    return (None, index) if found is None or words.gap(found[1]) == ":" else found


_BEFORE_YEAR = frozenset(("", ",", ".", "-", "/", ".,", "'"))


def _early_year(words: Words, index: int) -> tuple[int, int] | None:
    """`30 June 531`: three digits are a year where the sentence pauses after them, or with an era."""
    word = words.word(index)
    if not (word.isdecimal() and 1 <= len(word) <= 3 and word[0] != "0"):
        return None
    if words.gap(index + 1) == "" and words.word(index + 1) in _ERAS:
        return _with_era(int(word), index + 1, words.word(index + 1))
    pause = words.gap(index + 1)[:1] in (",", ".", ")", ";", "\0")
    return (int(word), index + 1) if len(word) == 3 and pause and words.gap(index) == "" else None


def fiscal_at(scene: Scene, index: int) -> Piece | None:
    """`FY2024`, `fiscal year 2024`: some twelve months that begin or end in 2024; countries and firms differ."""
    words = scene.words
    after = index + 1 if words.word(index) == "fy" else index + 2
    found = year_at(words, after)
    if found is None:
        return None
    first, last = days.months_span(found[0] - 1, 2, 26)
    return Piece(start=index, stop=found[1], kind="year", span=of(first, last, "fiscal year"))
