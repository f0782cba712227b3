"""One date, or two joined to a range: 8-13 October, from March to May, between early and mid-May, 2015 to now."""

from msgspec import Struct
from msgspec.structs import replace

from factsuite.values.calendar import calendar_days as days
from factsuite.values.calendar.date_grammar import piece_at
from factsuite.values.calendar.date_pieces import Piece, Scene, complete, of
from factsuite.values.calendar.date_prefixes import AFTER, BETWEEN, RANGE, SINCE, hedges_at
from factsuite.values.calendar.date_words import NUMBERS, Words, word_set
from factsuite.values.calendar.years import with_year, year_at

JOINERS = word_set("to until till through thru")
_JOINERS_OF_PARTS = JOINERS | {"and"}


class Phrase(Struct, frozen=True, kw_only=True):
    """One or two date expressions and how they bound the thing dated."""

    sense: str  # "", or one of the senses above
    pieces: tuple[Piece, ...]
    start: int  # words, the preposition that bears on the sense included
    stop: int
    ended: bool = False  # `since`: False while it goes on

    @property
    def kind(self) -> str:
        """What sort of expression it is."""
        if self.sense in (RANGE, BETWEEN, SINCE) or len(self.pieces) == 2:
            return "period"
        return self.pieces[0].kind


def range_first(scene: Scene, index: int) -> Piece | None:
    """The first end of a range where it is only a number or only "early": `8-13 October`, `early to mid-May`."""
    words = scene.words
    if words.word(index) == "the":
        index += 1
    bare = _bare(words, index)
    if bare is None:
        return None
    word, gap = words.word(bare.stop), words.gap(bare.stop)
    if (bare.third and gap in ("", "-") and word in _JOINERS_OF_PARTS) or (
        bare.day is not None and (gap == "-" or (gap == "" and word in _JOINERS_OF_PARTS))
    ):
        return bare
    return None


def _bare(words: Words, index: int) -> Piece | None:
    word = words.low[index]
    if word in ("early", "mid", "late"):
        return Piece(start=index, stop=index + 1, kind="part", third=word)
    if word not in NUMBERS and (not word.isdecimal() or (len(word) > 2 and word[0] != "0")):
        return None
    found = words.ordinal(index) or words.cardinal(index)
    if found is None or not 1 <= found[0] <= 31 or words.glued(found[1]) or words.glued(index):
        return None
    return Piece(start=index, stop=found[1], kind="date", day=found[0])


def joined(scene: Scene, start: int, sense: str, first: Piece) -> Phrase | None:
    """A phrase of one date, or of two where a second is joined to the first."""
    words = scene.words
    after = _joiner(words, first.stop, sense)
    second = None
    if after is not None:
        now = _now(words, after, sense)
        if now is not None and not first.bare:
            return Phrase(sense=SINCE, pieces=(first,), start=start, stop=now)
        second = _second(scene, after, first)
    if second is None:
        alone = first.bare and (first.day is not None or first.third != "")
        return None if alone and words.word(first.start) != "the" else _single(words, start, sense, first)
    if first.bare and first.day is not None and second.month is None:
        return _centuries(start, first, second)
    second = _tail_year(words, first, second)
    first, second = complete(first, second), complete(second, first)
    if sense == SINCE:
        pieces = (first, second)
        return Phrase(sense=SINCE, pieces=pieces, start=start, stop=second.stop)
    sense = sense if sense in (BETWEEN, RANGE) else RANGE
    return Phrase(sense=sense, pieces=(first, second), start=start, stop=second.stop)


_NOW = (("the", "present", "day"), ("the", "present"), ("present", "day"), ("present",), ("now",), ("date",))


def _now(words: Words, index: int, sense: str) -> int | None:
    """`2015–present`, `from March to date`: the index after the end of what has not ended."""
    by_dash = words.gap(index) == "-"
    if sense not in ("", RANGE):
        return None
    for name in _NOW:
        if name[-1] in ("present", "date") and len(name) == 1 and not (sense or by_dash):
            continue  # from 2019 to date, but not "2019 to present findings"
        if tuple(words.low[index : index + len(name)]) == name:
            return index + len(name)
    return None


def _centuries(start: int, first: Piece, second: Piece) -> Phrase | None:
    """`16-18th centuries`."""
    if second.kind != "century" or first.day is None or second.span is None:
        return None
    span = of(*days.year_span(100 * (first.day - 1), 100), "century")
    piece = replace(first, kind="century", day=None, span=span)
    return Phrase(sense=RANGE, pieces=(piece, second), start=start, stop=second.stop)


def _single(words: Words, start: int, sense: str, first: Piece) -> Phrase | None:
    stop = first.stop
    if sense == RANGE:
        if words.word(stop) in ("on", "onward", "onwards", "forward") and words.gap(stop) == "":
            onward = words.word(stop) != "on" or words.gap(stop + 1) != ""
            return Phrase(sense=SINCE, pieces=(first,), start=start, stop=stop + 1) if onward else None
        return Phrase(sense=AFTER + "=", pieces=(first,), start=start, stop=stop)
    if sense == BETWEEN:
        return None
    return Phrase(sense=sense, pieces=(first,), start=start, stop=stop)


def _joiner(words: Words, index: int, sense: str) -> int | None:
    """The index after "to", a dash, or the "and" of "between"."""
    word, gap = words.word(index), words.gap(index)
    if gap == "-" and word not in JOINERS:
        return index
    if gap not in ("", ",", "-", "."):
        return None
    if word in JOINERS or (word == "and" and sense == BETWEEN):
        return index + 1
    return None


def _second(scene: Scene, index: int, first: Piece) -> Piece | None:
    words = scene.words
    _, about, index = hedges_at(words, index)
    piece = piece_at(scene, index)
    if piece is None or piece.kind == "time":
        short = _short_second(scene, index, first)
        piece = short or piece
    if piece is None or (piece.third and first.bare is False and piece.bare):
        return None
    return replace(piece, about=True) if about else piece


def _day_of_named_month(scene: Scene, index: int) -> Piece | None:
    """`22 this month`, `9th of next month`, where a range has begun with a day."""
    words = scene.words
    bare = _bare(words, index)
    if bare is None or bare.day is None:
        return None
    after = bare.stop + 1 if words.word(bare.stop) == "of" else bare.stop
    month = piece_at(scene, after) if words.word(after + 1) == "month" else None
    if month is None or month.span is None or month.span.unit != "month":
        return None
    year, number, _ = days.civil(month.span.first // days.MINUTES)
    return replace(bare, stop=month.stop, year=year, month=number)


def _short_second(scene: Scene, index: int, first: Piece) -> Piece | None:
    """The second end where it is only a number: `October 8-13, 2024`, `1914-18`."""
    words = scene.words
    if words.word(index) == "the" and words.ordinal(index + 1):
        index += 1
    digits = words.word(index)
    if first.bare and first.day is not None:
        return _day_of_named_month(scene, index)
    if first.kind == "year" and first.year is not None and 99 < first.year < 1000 and len(digits) == 3:
        fits = digits.isdecimal() and int(digits) > first.year
        return Piece(start=index, stop=index + 1, kind="year", year=int(digits)) if fits else None
    if first.month is not None and first.day is not None:
        bare = _bare(words, index)
        if bare is None or bare.day is None or words.gap(bare.stop) in (":", "%"):
            return None
        return with_year(words, bare) if first.year is None else bare
    if first.kind == "year" and first.year is not None and len(digits) == 2 and digits.isdecimal():
        year = first.year // 100 * 100 + int(digits)
        if year > first.year and words.gap(index) == "-":
            return Piece(start=index, stop=index + 1, kind="year", year=year)
    return None


def _tail_year(words: Words, first: Piece, second: Piece) -> Piece:
    """`between March and May in 1987`, `from 3 to 9 March, 2018`."""
    if second.year is not None or second.span is not None or second.month is None or first.year is not None:
        return second
    if words.word(second.stop) == "in":
        found = year_at(words, second.stop + 1)
        if found is not None:
            return replace(second, year=found[0], stop=found[1])
    return second
