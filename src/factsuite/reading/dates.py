"""Dates in running English: every expression that dates something, with its place and what it denotes."""

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from factsuite.reading.date_context import believable, recurs, told
from factsuite.reading.date_tense import tense_around
from factsuite.reading.date_triggers import triggers
from factsuite.reading.prose import prose_of
from factsuite.values.calendar.date_lists import phrases_at
from factsuite.values.calendar.date_pieces import Piece, Scene
from factsuite.values.calendar.date_prefixes import SINCE
from factsuite.values.calendar.date_ranges import Phrase
from factsuite.values.calendar.date_values import value_of
from factsuite.values.calendar.date_words import Words
from factsuite.values.calendar.moments import NO_CALENDAR
from factsuite.values.dates import Calendar, DateValue, scene_of


class DateMention(Struct, frozen=True, kw_only=True):
    """A date expression in a text."""

    start: int  # offset of its first character
    end: int  # offset after its last
    value: DateValue
    text: str
    kind: str  # date, month, season, quarter, year, decade, century, weekday, relative, told, period, time, holiday
    parts: tuple["DateMention", ...] = ()  # the dates it is made of: the ends of a range, the month of "early May"


@lru_cache(maxsize=128)
def read_dates(text: str, calendar: Calendar = NO_CALENDAR, *, period: bool = False) -> tuple[DateMention, ...]:
    """All date expressions of a text that can be read, in order, none within another.

    A mention takes in the words that bear on its meaning (since, by, before, between). Expressions that need a
    reference day are left out where the calendar has none, as is whatever may be read in two ways. A long stretch that
    is no prose is not read: see `prose`.
    """
    words, begins = _cut(prose_of(text))
    if not begins:
        return ()
    scene = scene_of(words, calendar)
    found: list[DateMention] = []
    free = 0
    for index in begins:
        phrases = _phrases(scene, index) if index >= free else []
        for phrase in phrases:
            free = phrase.stop
            mention = None if recurs(words, phrase) else _mention(scene, phrase, period=period)
            if mention is None:
                continue
            found.append(mention)
            if free <= begins[-1] or phrase is not phrases[-1]:  # else there is none to read against it
                scene = told(scene, phrase)
    return tuple(found)


def find_date_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where date expressions stand, whether or not they can be read without a reference day."""
    words, begins = _cut(text)
    scene = Scene(words=words, today=_ANY_DAY, year=None, day_first=True)
    found: list[tuple[int, int]] = []
    free = 0
    for index in begins:
        for phrase in _phrases(scene, index) if index >= free else []:
            free = phrase.stop
            if not recurs(words, phrase):
                found.append((words.starts[phrase.start], words.ends[phrase.stop - 1]))
    return tuple(found)


_ANY_DAY = 739_000


@lru_cache(maxsize=4)
def _cut(text: str) -> tuple[Words, tuple[int, ...]]:
    """The words of a text and where a date may begin; kept, as a text is often asked for its dates twice."""
    words = Words(text)
    return words, tuple(triggers(words))


def _phrases(scene: Scene, index: int) -> list[Phrase]:
    """The phrases at a word that date something."""
    found = [believable(scene.words, phrase) for phrase in phrases_at(scene, index)]
    return [phrase for phrase in found if phrase is not None]


def _mention(scene: Scene, phrase: Phrase, *, period: bool, tense: str | None = None) -> DateMention | None:
    words = scene.words
    text = words.said(phrase.start, phrase.stop)
    if tense is None:
        tense = tense_around(words, phrase.start, phrase.stop).value if _is_open(phrase) else ""
    value = value_of(phrase, scene, text, period=period, tense=tense)
    if value is None:
        return None
    parts = _parts(scene, phrase, tense, value)
    start, end = words.starts[phrase.start], words.ends[phrase.stop - 1]
    return DateMention(start=start, end=end, value=value, text=text, kind=phrase.kind, parts=parts)


def _is_open(phrase: Phrase) -> bool:
    """Does the tense of the sentence bear on what it denotes?"""
    for piece in phrase.pieces:
        if piece.year is None and (piece.span is None or piece.ahead is not None or piece.behind is not None):
            return True
    return False


def _parts(scene: Scene, phrase: Phrase, tense: str, whole: DateValue) -> tuple[DateMention, ...]:
    """Each date of the phrase by itself, without what bears on it: of "early May" the month, of a range its ends."""
    pieces: list[Piece] = []
    for piece in phrase.pieces:
        if phrase.sense or len(phrase.pieces) > 1 or piece.about:
            pieces.append(replace(piece, about=False))
        elif piece.core is not None:
            start, stop = piece.core
            pieces.append(replace(piece, start=start, stop=stop, third="", clock=None, core=None, kind="date"))
    parts = []
    for piece in pieces:
        if phrase.sense == SINCE and piece.year is None:
            tense = "past"
        alone = Phrase(sense="", pieces=(piece,), start=piece.start, stop=piece.stop)
        mention = _mention(scene, alone, period=False, tense=tense)
        if len(pieces) == 2 and piece is pieces[0] and (mention is None or mention.value.earliest != whole.earliest):
            mention = _mention(scene, alone, period=False, tense="") or mention  # what is to run may have begun
        if mention is not None:
            parts.append(mention)
    return tuple(parts)
