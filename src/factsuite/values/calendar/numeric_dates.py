"""Dates in figures alone: 2024-10-23, 23/10/2024, 14.6.2017, 9/2011."""

from msgspec.structs import replace

from factsuite.values.calendar import calendar_days as days
from factsuite.values.calendar.clock_times import zone_at
from factsuite.values.calendar.date_pieces import Clock, Piece, Scene
from factsuite.values.calendar.date_words import MONTHS, Words
from factsuite.values.calendar.years import two_digit_year


def iso_at(scene: Scene, index: int) -> Piece | None:
    """`2024-10-23`, `2024/10`, `2017.3.21`, `2018/nov/05`, with a time after a `T`."""
    words = scene.words
    separator = words.gap(index + 1)
    if len(words.word(index)) != 4 or separator not in ("-", "/", "."):
        return None
    second = words.word(index + 1)
    month = MONTHS.get(second) or (int(second) if second.isdecimal() and len(second) <= 2 else 0)
    if not 1 <= month <= 12:
        return None
    year = int(words.word(index))
    third = words.word(index + 2)
    if words.gap(index + 2) == separator and third.isdecimal() and len(third) <= 2:
        if not 1 <= int(third) <= days.days_in_month(year, month):
            return None
        piece = Piece(start=index, stop=index + 3, kind="date", year=year, month=month, day=int(third))
        return _iso_time(words, piece)
    if separator == ".":
        return None
    return Piece(start=index, stop=index + 2, kind="month", year=year, month=month)


def _iso_time(words: Words, piece: Piece) -> Piece:
    index = piece.stop
    if words.word(index) != "t" or not words.glued(index) or not words.glued(index + 1):
        return piece
    hour, minute = words.word(index + 1), words.word(index + 2)
    if not (hour.isdecimal() and minute.isdecimal() and words.gap(index + 2) == ":" and len(hour) == len(minute) == 2):
        return piece
    if int(hour) > 23 or int(minute) > 59:
        return piece
    at, after = int(hour) * 60 + int(minute), index + 3
    if words.gap(after) == ":" and len(words.word(after)) == 2 and words.word(after).isdecimal():
        after += 1
    offset, after = _iso_offset(words, after)
    return replace(piece, stop=after, kind="time", clock=Clock(first=at, last=at, offset=offset))


def _iso_offset(words: Words, index: int) -> tuple[int | None, int]:
    if words.word(index) == "z" and words.glued(index):
        return 0, index + 1
    sign, hours = words.gap(index), words.word(index)
    if sign not in ("+", "-") or not (hours.isdecimal() and len(hours) == 2 and int(hours) <= 14):
        return zone_at(words, index)
    minutes, after = 0, index + 1
    if words.gap(after) == ":" and words.word(after).isdecimal() and len(words.word(after)) == 2:
        minutes, after = int(words.word(after)), after + 1
    return (int(hours) * 60 + minutes) * (1 if sign == "+" else -1), after


def slashed_at(scene: Scene, index: int) -> Piece | None:
    """`23/10/2024`, `14.6.2017`, `9/2011`; day and month stay undecided where the calendar does not say."""
    words = scene.words
    separator, second = words.gap(index + 1), words.word(index + 1)
    if separator not in ("/", "-", ".") or not second.isdecimal() or len(words.word(index)) > 2:
        return None
    first = int(words.word(index))
    third = words.word(index + 2)
    if len(second) == 4:
        fits = 1 <= first <= 12 and separator in ("/", "-") and second[0] in "12"
        return Piece(start=index, stop=index + 2, kind="month", year=int(second), month=first) if fits else None
    if words.gap(index + 2) != separator or not third.isdecimal() or len(second) > 2 or len(third) not in (2, 4):
        return None
    year = int(third) if len(third) == 4 else two_digit_year(int(third))
    return _day_and_month(scene, index, first, int(second), year)


def _day_and_month(scene: Scene, index: int, first: int, second: int, year: int) -> Piece | None:
    readings = []
    for day, month in ((first, second), (second, first)):
        if 1 <= month <= 12 and 1 <= day <= days.days_in_month(year, month):
            readings.append(Piece(start=index, stop=index + 3, kind="date", year=year, month=month, day=day))
    if not readings:
        return None
    if len(readings) == 2 and scene.day_first is not None:
        return readings[0 if scene.day_first else 1]
    return readings[0] if readings[0] == readings[-1] else replace(readings[0], undecided=True)
