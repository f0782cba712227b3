"""Dates named together that share a month or a year: 3 and 4 October, May 3, 5 and 9, March and April 2020."""

from msgspec.structs import replace

from factsuite.values.calendar import calendar_days as days
from factsuite.values.calendar.date_grammar import piece_at
from factsuite.values.calendar.date_phrases import phrase_at
from factsuite.values.calendar.date_pieces import Piece, Scene, complete, of
from factsuite.values.calendar.date_ranges import Phrase
from factsuite.values.calendar.date_words import MONTHS, Words, word_set
from factsuite.values.calendar.years import century_after, with_year

LONGEST = 8
"""A list of more dates than this is not looked for."""

_JOINS = word_set("and or")
_AFTER_LIST = word_set(
    "in at to for with when after before as and or the by from on of was were had has is are will but while where who "
    "respectively this last next"
)


def list_at(scene: Scene, index: int) -> tuple[Piece, ...]:
    """The days or centuries of a list that is named at its end, `3, 4 and 6 October`; empty if there is none."""
    words = scene.words
    numbers: list[tuple[int, int, int]] = []  # number, its first word, the word after it
    at = index + 1 if words.word(index) == "the" else index
    while len(numbers) < LONGEST:
        if numbers and words.word(at) == "the":
            at += 1
        found = words.ordinal(at) or words.cardinal(at)
        if found is None or not 1 <= found[0] <= 31:
            return ()
        numbers.append((found[0], at, found[1]))
        following = after_join(words, found[1])
        if following is None:
            break
        at = following
    if len(numbers) < 2:
        return ()
    last = _closing(scene, numbers[-1])
    if last is None:
        return ()
    pieces = [_like(last, number, start, stop) for number, start, stop in numbers[:-1]]
    return (*pieces, last)


def _closing(scene: Scene, number: tuple[int, int, int]) -> Piece | None:
    """The last of a list, which names the month, or the centuries."""
    words = scene.words
    value, start, stop = number
    century = century_after(words, start, (value, stop))
    if century is not None:
        return century if words.word(stop) == "centuries" else None
    if words.word(stop) != "of" and words.word(stop) not in MONTHS:
        return None
    piece = piece_at(scene, start)
    return piece if piece is not None and piece.day == value and piece.month is not None else None


def _like(last: Piece, number: int, start: int, stop: int) -> Piece:
    if last.kind == "century":
        return replace(last, start=start, stop=stop, span=of(*days.year_span(100 * (number - 1), 100), "century"))
    return Piece(start=start, stop=stop, kind="date", day=number, month=last.month, year=last.year)


def after_join(words: Words, index: int) -> int | None:
    """The index after a comma, "and", or both; None where no list goes on."""
    gap = words.gap(index)
    if words.word(index) in _JOINS and gap in ("", ","):
        return index + 1
    return index if gap in (",", "&") else None


def days_after(scene: Scene, first: Piece) -> tuple[Piece, ...]:
    """More days of the month just named, the first among them: `May 3, 5 and 9`; empty where no list goes on.

    The last must be followed by its year, a pause or a word that nothing is counted with: not "May 3 and 5 people".
    """
    words = scene.words
    if first.month is None or first.day is None or first.year is not None or not first.month < 13:
        return ()
    pieces, at, joined = [first], first.stop, False
    while len(pieces) < LONGEST:
        following = after_join(words, at)
        if following is None or words.word(following) == "the":
            break
        found = words.ordinal(following) or words.cardinal(following)
        if found is None or not 1 <= found[0] <= 31 or words.word(found[1]) in MONTHS:
            break
        joined = joined or following > at
        pieces.append(Piece(start=following, stop=found[1], kind="date", day=found[0], month=first.month))
        at = found[1]
    if not joined:
        return ()
    last = with_year(words, pieces[-1])
    if last.year is None and words.gap(last.stop) == "" and words.word(last.stop) not in _AFTER_LIST:
        return ()
    if words.gap(last.stop) in (":", "%", "-") or words.gap(last.stop)[:1] in ("$", "€", "£"):
        return ()
    return (*(replace(piece, year=last.year) for piece in pieces[:-1]), last)


def year_lent(scene: Scene, piece: Piece) -> Piece:
    """A day or month with the year of the list it begins: `March, April and May 2020`, `3 May and 9 June 2020`."""
    words = scene.words
    if piece.month is None or piece.year is not None or piece.span is not None:
        return piece
    at = piece.stop
    for _ in range(3):
        following = after_join(words, at)
        if following is None:
            return piece
        if words.word(following) not in MONTHS and words.word(following + 1) not in MONTHS:
            return piece
        other = piece_at(scene, following)
        if other is None or other.month is None or other.kind != piece.kind:
            return piece
        if other.year is not None:
            return complete(piece, other)
        at = other.stop
    return piece


def phrases_at(scene: Scene, index: int, *, whole: bool = False) -> tuple[Phrase, ...]:
    """The date phrase that begins at a word, or those of the list of dates that does."""
    phrase = phrase_at(scene, index, whole=whole)
    if phrase is None:
        return tuple(_alone(piece) for piece in list_at(scene, index))
    if len(phrase.pieces) > 1 or phrase.pieces[0].stop != phrase.stop:
        return (phrase,)
    first = phrase.pieces[0]
    pieces = days_after(scene, first)
    if not pieces:
        lent = year_lent(scene, first)
        return (phrase if lent is first else replace(phrase, pieces=(lent,)),)
    return (replace(phrase, pieces=pieces[:1]), *(_alone(piece) for piece in pieces[1:]))


def _alone(piece: Piece) -> Phrase:
    return Phrase(sense="", pieces=(piece,), start=piece.start, stop=piece.stop)
