"""Which expressions are dates in running text, and what a text has told of by then."""

from msgspec.structs import replace

from factsuite.reading.date_tense import Tense, is_generic, tense_around
from factsuite.values.calendar.date_pieces import Piece, Scene, settle
from factsuite.values.calendar.date_prefixes import AFTER, IN, WITHIN
from factsuite.values.calendar.date_ranges import Phrase
from factsuite.values.calendar.date_words import (
    WEEKDAYS,
    Words,
    word_set,
)

_REACH = 12  # words before a day in which "open" or "weekly" still bears on it
_HABITS = word_set("weekly daily usually normally typically always hours week day")

_TIME_PREPOSITIONS = word_set(
    "in since by until till of from during after before between throughout through to and late early mid circa ca "
    "around about or c for on as"
)
_BEFORE_MONTHS = _TIME_PREPOSITIONS | {"last", "next", "this"}
_SHORT_WEEKDAYS = word_set("mon tue tues wed weds thu thur thurs fri sat sun")
_SHORT_MONTHS = word_set("jan mar")
_WORDS_TOO = word_set("may march")
_OWNERS = word_set("his her their my your our its")


def told(scene: Scene, phrase: Phrase) -> Scene:
    """What the text has told of by then: the date told of last, and the year stated last.

    A date in brackets is told in passing, a doubted one not at all.
    """
    words, piece = scene.words, phrase.pieces[-1]
    if (
        words.gap(phrase.start) in ("(", "[")
        or words.text[max(0, words.starts[phrase.start] - 1)] == "("
        or piece.about
    ):
        return scene
    whole = replace(piece, third="", clock=None) if piece.third or piece.clock is not None else piece
    span = settle(whole, scene)
    if span is None or span.unit not in ("day", "week", "month", "season", "year"):
        return scene
    from_today = scene.from_today or (piece.year is None and piece.kind in ("relative", "weekday", "time"))
    year = None if from_today else piece.year or scene.story_year
    if (span, year, from_today) == (scene.story, scene.story_year, scene.from_today):
        return scene
    return replace(scene, story=span, story_year=year, from_today=from_today)


def believable(words: Words, phrase: Phrase) -> Phrase | None:
    """The phrase if it dates something in prose, perhaps without a preposition that does not bear on it."""
    if phrase.sense == AFTER + "=":
        phrase = replace(phrase, sense="", start=phrase.pieces[0].start)
    for piece in phrase.pieces:
        if not _stands(words, phrase, piece):
            return None
    if phrase.sense in (WITHIN, IN):
        timed = "time" in (words.word(phrase.stop), words.word(phrase.stop + 1))  # in two weeks' time
        if not timed and tense_around(words, phrase.start, phrase.stop) is not Tense.FUTURE:
            return None
        phrase = replace(phrase, sense="" if phrase.sense == IN else WITHIN)
    if words.glued(phrase.stop) and words.text[words.starts[phrase.stop]].isalnum():
        return None
    return phrase


def recurs(words: Words, phrase: Phrase) -> bool:
    """`every Wednesday`, `on Saturdays`, `on a Monday`, `Sunday mornings`: no one day."""
    piece, low = phrase.pieces[0], words.low
    for before in range(piece.start - 1, piece.start - _REACH, -1):  # every Monday and Thursday
        if low[before] in ("every", "each"):
            return True
        if low[before] not in WEEKDAYS and low[before] not in ("and", "or"):
            break
    if piece.kind in ("weekday", "time") and piece.day is None and _by_the_week(words, phrase):
        return True
    if piece.weekday is None or piece.day is not None:
        return False
    weekday = words.word(piece.start)
    single = weekday.removesuffix("s") not in WEEKDAYS or weekday in _SHORT_WEEKDAYS
    plural = not single and weekday.endswith("s")
    return plural or words.word(piece.start - 1) == "a" or words.word(piece.stop) in ("mornings", "nights", "evenings")


def _by_the_week(words: Words, phrase: Phrase) -> bool:
    """`two flights a week on Monday`, `Mon-Fri 9-5`, `open Monday to Saturday`: no one day."""
    if len(phrase.pieces) > 1 and all(words.word(piece.start) in _SHORT_WEEKDAYS for piece in phrase.pieces):
        return True
    if _HABITS.isdisjoint(words.low[max(0, phrase.start - _REACH) : phrase.start]):
        return False
    for back in range(phrase.start - 1, max(-1, phrase.start - _REACH), -1):
        word = words.word(back)
        rate = word in ("week", "day")
        if word in _HABITS and (not rate or words.word(back - 1) in ("a", "per", "each", "every")):
            return True
        if words.gap(back)[:1] in (".", ";", "\0"):
            break
    return False


def _stands(words: Words, phrase: Phrase, piece: Piece) -> bool:
    if piece.clock is not None and piece.weekday is None and piece.span is None and piece.month is None:
        return False
    if piece.month in (40, 41) and piece.year is None:
        return False  # the first half of a match
    if piece.kind == "year" and words.word(piece.stop - 1).isdecimal():
        return _is_year(words, phrase, piece)
    if piece.kind == "month" and piece.start + 1 == piece.stop:
        return _is_month(words, phrase, piece)
    if piece.kind == "weekday" and words.word(piece.stop - 1) in _SHORT_WEEKDAYS:
        return words.capital(piece.stop - 1) and words.word(piece.stop - 1) != "sun"
    if piece.kind == "week":
        return len(phrase.pieces) > 1 or not words.capital(piece.start)
    if piece.kind in ("holiday", "time") and piece.year is None and _in_name(words, piece):
        return False
    if piece.kind == "decade" and words.word(piece.start - 1) in _OWNERS:
        return False
    if piece.kind == "decade" and words.gap(piece.stop).startswith("°"):
        return False
    last = piece.stop - 1
    if piece.kind == "relative" and words.word(last) in _WORDS_TOO and not words.capital(last):
        return False
    if piece.kind == "relative" and words.word(last) == "day" and words.word(last - 1) == "this":
        return False
    if piece.kind == "relative" and words.word(piece.start) == "today" and last == piece.start:
        return not is_generic(words, last)
    if piece.kind == "season" and piece.year is None and not piece.third:
        return False
    if piece.kind == "date" and piece.month is None and piece.weekday is None and piece.span is None:
        return _day_alone(words, piece)
    return True


def _in_name(words: Words, piece: Piece) -> bool:
    """`The Christmas Cottage`, `Saturday Morning Cartoons`: a capital goes on after it, where no verb could stand."""
    last = piece.stop - 1
    return words.capital(last) and words.capital(piece.stop) and words.gap(piece.stop) == "" and last >= piece.start


def _day_alone(words: Words, piece: Piece) -> bool:
    """`on the 27th` and no noun after it."""
    asked = (
        words.word(piece.start - 1) in ("on", "by", "since", "until", "for") and words.word(piece.stop - 2).isdecimal()
    )
    return asked and words.word(piece.start) == "the" and words.gap(piece.stop)[:1] in (",", ".", ";", "!", "?", "\0")


def _is_month(words: Words, phrase: Phrase, piece: Piece) -> bool:
    """`may` and `march` are months only with a capital and after a word that asks for one."""
    word = words.word(piece.start)
    if word in _SHORT_MONTHS and not words.capital(piece.start):
        return False
    if word not in _WORDS_TOO:
        return words.capital(piece.start) or phrase.sense != ""
    if not words.capital(piece.start):
        return False
    return bool(phrase.sense) or words.word(piece.start - 1) in _BEFORE_MONTHS


def _is_year(words: Words, phrase: Phrase, piece: Piece) -> bool:
    """A number of four digits is a year where nothing counts or measures with it."""
    index = piece.stop - 1
    text, start, end = words.text, words.starts[index], words.ends[index]
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    ranged = len(phrase.pieces) > 1
    if (
        (words.word(index - 1) in _QUANTIFIERS and not ranged)
        or before in ("$", "€", "£", "¥", "#", ".", "+")
        or after[:1] in ("%", "°", "$", "€")
    ):
        return False
    if after[:1] in (",", ".") and after[1:].isdecimal():
        return False
    dashed = before == "-" and start > 1 and text[start - 2].isdecimal()
    runs_on = after[:1] == "-" and after[1:].isdecimal()
    if (dashed and piece is phrase.pieces[0]) or (runs_on and ranged and piece is phrase.pieces[-1]):
        return False  # a telephone number
    if before == "," and start > 1 and text[start - 2].isdecimal():
        return False
    year = piece.year or 0
    follows = words.word(index + 1) if words.gap(index + 1) in ("", "-") else ""
    asked = bool(phrase.sense) or words.word(index - 1) in _YEAR_WORDS or ranged
    aged = follows in _AGES and (words.gap(index + 1) == "-" or words.word(index + 2) in ("old", "long"))
    if follows in _COUNTED or aged or (not asked and _plural(words, index + 1, follows)):
        return False
    if not asked and words.capital(index + 1) and words.gap(index + 1) == "" and words.word(index + 2) in _STREETS:
        return False
    return year <= (2200 if asked and not ranged else 2060) and (asked or year >= 1400)


def _plural(words: Words, index: int, word: str) -> bool:
    """May the word after a number be what it counts?"""
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss") or words.capital(index):
        return False
    return words.word(index - 2) != "the"


_STREETS = word_set("street st avenue ave boulevard blvd road rd lane ln drive dr way court ct highway hwy route")
_QUANTIFIERS = word_set("over than least most nearly almost some only just another additional exactly")
_AGES = word_set("year day week month hour minute second")
_YEAR_WORDS = _TIME_PREPOSITIONS | {"ad", "year"}
_COUNTED = word_set(
    "people men women soldiers troops children students workers employees members deaths cases victims hours days "
    "years months weeks minutes seconds km kilometers kilometres meters metres miles feet ft m acres hectares "
    "tons tonnes kg pounds dollars euros percent square cubic hp rpm mah mhz mw gw votes seats words units copies "
    "more other million billion thousand homes houses jobs points species"
)
