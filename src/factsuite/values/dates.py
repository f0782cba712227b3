"""Dates: what EDTF strings and the date phrases of news English denote, and how two of them compare."""

from functools import lru_cache

from msgspec.structs import replace

from factsuite.values.calendar.calendar_days import days_in_month
from factsuite.values.calendar.date_lists import LONGEST as LONGEST_LIST
from factsuite.values.calendar.date_lists import after_join, phrases_at
from factsuite.values.calendar.date_phrases import phrase_at
from factsuite.values.calendar.date_pieces import Scene
from factsuite.values.calendar.date_prefixes import IN, over_plain_at
from factsuite.values.calendar.date_printing import describe_date
from factsuite.values.calendar.date_ranges import Phrase
from factsuite.values.calendar.date_relations import compare_dates, compare_order, same_date, with_offset
from factsuite.values.calendar.date_values import faulty, value_of
from factsuite.values.calendar.date_words import MONTHS, Words
from factsuite.values.calendar.moments import NO_CALENDAR, Bounds, Calendar, DateValue, merged
from factsuite.values.edtf import edtf_problem, read_edtf

__all__ = [
    "Bounds", "Calendar", "DateValue", "compare_dates", "compare_order", "describe_date", "read_date", "same_date",
    "scene_of", "why_unreadable", "with_offset",
]  # fmt: skip

LONGEST = 400
"""A text of more characters than this is not one date."""


def read_date(text: str, calendar: Calendar = NO_CALENDAR, *, period: bool = False) -> DateValue | None:
    """The date that the whole text is: EDTF, or a phrase of news English; None when it is neither.

    `period` says that the thing dated went on: then "between X and Y" and "from X to Y" are a period that began within
    X and ended within Y, else one moment somewhere between them.
    """
    stripped = text.strip()
    value = read_edtf(stripped)
    if value is not None or len(stripped) > LONGEST:
        return value
    return _phrase(stripped, calendar.day, calendar.year, calendar.day_first, period)


@lru_cache(maxsize=1024)
def _phrase(text: str, day: int | None, year: int | None, day_first: bool | None, period: bool) -> DateValue | None:
    """Read once: sources report what the article asserts, mostly in its words."""
    scene = Scene(words=Words(text), today=day, year=year, day_first=day_first)
    phrase, doubted = _whole(scene)
    if phrase is None:
        return _list(scene, text)
    if doubted:
        phrase = doubt(phrase)
    return value_of(phrase, scene, text, period=period)


def _list(scene: Scene, text: str) -> DateValue | None:
    """`3 and 4 October`: each of the dates; `3 or 4 October`: one of them."""
    words = scene.words
    if not len(words) or words.starts[0]:
        return None
    phrases: list[Phrase] = []
    at: int | None = over_plain_at(words, 0)
    while at is not None and len(phrases) < LONGEST_LIST:
        more = phrases_at(scene, at)
        phrases += more
        at = after_join(words, more[-1].stop) if more else None
    last = phrases[-1] if len(phrases) > 1 else None
    if last is None or last.stop != len(words) or text[words.ends[-1] :].strip(" ."):
        return None
    if any(phrase.sense not in ("", IN) or len(phrase.pieces) > 1 for phrase in phrases):
        return None
    values = [value_of(phrase, scene, text) for phrase in phrases]
    starts = [bounds for value in values if value is not None for bounds in value.starts]
    if len(starts) < len(phrases):
        return None
    return DateValue(starts=merged(starts), every=words.word(last.start - 1) != "or", text=text)


def scene_of(words: Words, calendar: Calendar) -> Scene:
    """What a text is read against."""
    return Scene(words=words, today=calendar.day, year=calendar.year, day_first=calendar.day_first)


def doubt(phrase: Phrase) -> Phrase:
    """The same phrase, doubted."""
    return replace(phrase, pieces=tuple(replace(piece, doubted=True) for piece in phrase.pieces))


_AFTER_DOUBT = ("maybe", "guess", "possibly", "probably")


def _whole(scene: Scene) -> tuple[Phrase | None, bool]:
    """The phrase that takes up the whole text, and whether the text doubts it."""
    words = scene.words
    if not len(words) or words.text[: words.starts[0]].strip("('\""):
        return None, False
    phrase = phrase_at(scene, 0, whole=True)
    if phrase is None:
        return None, False
    stop = phrase.stop
    doubted = False
    if words.word(stop) in _AFTER_DOUBT:
        doubted, stop = True, stop + 1
    if words.word(stop) == "not" and words.word(stop + 1) == "ended":
        stop += 2
    rest = words.text[words.ends[stop - 1] :].strip() if stop == len(words) else "\0"
    if rest.strip("?.,)"):
        return None, False
    return phrase, doubted or "?" in rest


def why_unreadable(text: str) -> str:
    """Why a text is not read as a date, for an editor."""
    stripped = text.strip()
    if not stripped:
        return "it is empty"
    if len(stripped) > LONGEST:
        return "it is too long for one date"
    words = Words(stripped)
    scene = Scene(words=words, today=REFERENCE, year=None, day_first=None)
    phrase, _ = _whole(scene)
    if phrase is not None:
        return _why_without_value(phrase, scene, stripped)
    impossible = _impossible_day(words)
    if impossible:
        return impossible
    if not any(character in stripped for character in " ,") or stripped[0] in "[{":
        return edtf_problem(stripped)
    return "it is neither EDTF nor a date phrase that is known"


REFERENCE = 739_000
"""Any day: with it, a phrase that only lacks its reference becomes readable."""


def _why_without_value(phrase: Phrase, scene: Scene, text: str) -> str:
    for piece in phrase.pieces:
        if piece.undecided:
            return "it does not say which number is the day and which the month"
        if faulty(piece):
            return "the date does not fall on that day of the week"
        if piece.day is not None and piece.month is not None and piece.month <= 12:
            impossible = piece.day > days_in_month(2000 if piece.year is None else piece.year, piece.month)
            if impossible:
                return f"month {piece.month} has no day {piece.day}"
    if value_of(phrase, scene, text) is None:
        return "its end comes before its start, or there is no such day"
    return "it is reckoned from the day of the text, which is not known"


def _impossible_day(words: Words) -> str:
    """`31 February`, `30 February 2024`."""
    for index, word in enumerate(words.low[: min(words.size, 40)]):
        month = MONTHS.get(word)
        for beside in (words.word(index - 1), words.word(index + 1)):
            day = int(beside) if beside.isdecimal() and len(beside) <= 2 else 1
            if month is not None and not 1 <= day <= days_in_month(2000, month):
                return f"month {month} has no day {day}"
    return ""
