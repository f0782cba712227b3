"""Phrases that date something: since early October, by December, between 8 and 13 October, on Wednesday morning."""

from msgspec.structs import replace

from factsuite.values.calendar import calendar_days as days
from factsuite.values.calendar.date_grammar import piece_at
from factsuite.values.calendar.date_pieces import Piece, Scene, of
from factsuite.values.calendar.date_prefixes import (
    BETWEEN,
    BY,
    IN,
    LESS_AGO,
    MORE_AGO,
    NEARLY,
    RANGE,
    SINCE,
    WITHIN,
    hedges_at,
    over_plain_at,
    prefix_at,
)
from factsuite.values.calendar.date_ranges import Phrase, joined, range_first
from factsuite.values.calendar.reckoned_dates import ahead_at
from factsuite.values.calendar.years import century_after


def phrase_at(scene: Scene, index: int, *, whole: bool = False) -> Phrase | None:
    """The longest phrase that begins at a word; `whole` also reads over what only stands before a date."""
    words = scene.words
    start = index
    if whole:
        index = over_plain_at(words, index)
    sense, after = prefix_at(words, index)
    if whole and sense:
        after = over_plain_at(words, after)
    if not sense and whole and words.word(index - 1) == "in":
        sense_in = _in_duration(scene, start, index)
        if sense_in is not None:
            return sense_in
    if not whole and words.word(index) == "in":
        return _in_duration(scene, start, index + 1, sense=IN) or _early_year(scene, index + 1)
    if sense in (MORE_AGO, LESS_AGO, NEARLY):
        return _ago(scene, start, after, sense)
    if sense == WITHIN:
        return _in_duration(scene, start, after, sense=WITHIN)
    doubted, about, after = hedges_at(words, after)
    first = range_first(scene, after) if sense in (RANGE, BETWEEN) or not sense or sense == SINCE else None
    phrase = None if first is None else joined(scene, start, sense, first)
    if phrase is None:
        first = piece_at(scene, after) or _old(scene, after, whole=whole)
        phrase = None if first is None else joined(scene, start, sense, first)
    if phrase is None:
        return None
    if not (about or doubted):
        return phrase
    pieces = phrase.pieces
    if about:
        pieces = (replace(pieces[0], about=True), *pieces[1:])
    if doubted:
        pieces = tuple(replace(piece, doubted=True) for piece in pieces)
    return replace(phrase, pieces=pieces)


def _ago(scene: Scene, start: int, index: int, sense: str) -> Phrase | None:
    """`more than two years ago`, `less than a month ago`, `nearly a decade ago`; as exact as the unit named."""
    piece = piece_at(scene, index)
    if piece is None or scene.words.word(piece.stop - 1) != "ago" or scene.today is None:
        return None
    if sense == NEARLY:
        return Phrase(sense="", pieces=(replace(piece, about=True),), start=start, stop=piece.stop)
    if sense == MORE_AGO:
        return Phrase(sense=BY, pieces=(piece,), start=start, stop=piece.stop)
    now = Piece(start=piece.start, stop=piece.stop, kind="relative", span=of(scene.today, scene.today, "day"))
    return Phrase(sense=RANGE, pieces=(piece, now), start=start, stop=piece.stop)


def _early_year(scene: Scene, index: int) -> Phrase | None:
    """`In 348 she died`: three digits after "in" are a year at the head of a sentence, or in a text of such years."""
    words = scene.words
    word, pause = words.word(index), words.gap(index + 1)[:1] in (",", ".", ";", ")", "\0")
    if not word.isdecimal() or len(word) != 3 or word[0] == "0" or words.gap(index) != "":
        return None
    opens = words.capital(index - 1) and (pause or words.capital(index + 1))
    if not opens and not (pause and _tells_of_early_years(scene)):
        return None
    piece = Piece(start=index, stop=index + 1, kind="year", year=int(word))
    return Phrase(sense="", pieces=(piece,), start=index, stop=index + 1)


def _tells_of_early_years(scene: Scene) -> bool:
    return scene.story is not None and 0 < days.civil(scene.story.first // days.MINUTES)[0] < 1000


def _old(scene: Scene, index: int, *, whole: bool) -> Piece | None:
    """`14c.` is a century where it is the whole text; `c. 523` a year, though it has three digits."""
    words = scene.words
    circa = words.word(index - 1) in ("c", "ca", "circa") or (
        words.word(index - 1) in ("about", "around") and _tells_of_early_years(scene) and words.gap(index + 1) != ""
    )
    word, after = words.word(index), words.word(index + 1)
    if not word.isdecimal() or len(word) > 3 or word[0] == "0":
        return None
    if words.word(index - 1) in ("after", "before", "since", "until") and len(word) == 3 and not after.endswith("s"):
        circa = circa or _tells_of_early_years(scene)
    if not whole and not circa:
        return None
    if after == "c" and words.glued(index + 1) and len(word) < 3:
        return century_after(words, index, (int(word), index + 1))
    if circa and len(word) == 3:
        return Piece(start=index, stop=index + 1, kind="year", year=int(word))
    return None


def _in_duration(scene: Scene, start: int, index: int, sense: str = "") -> Phrase | None:
    """`in three weeks`, `within 3 years`."""
    piece = ahead_at(scene, index, exact=sense == WITHIN)
    return None if piece is None else Phrase(sense=sense, pieces=(piece,), start=start, stop=piece.stop)
