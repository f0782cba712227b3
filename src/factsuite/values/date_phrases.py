"""Phrases that date something: since early October, by December, between 8 and 13 October, on Wednesday morning."""

from dataclasses import dataclass, replace

from factsuite.values import calendar_days as days
from factsuite.values.date_grammar import piece_at
from factsuite.values.date_pieces import Piece, Scene, complete, of
from factsuite.values.date_words import Words, word_set
from factsuite.values.reckoned_dates import ahead_at
from factsuite.values.years import century_after, with_year, year_at

SINCE, BY, UNTIL, BEFORE, AFTER, WITHIN, RANGE, BETWEEN = (
    "since", "by", "until", "before", "after", "within", "range", "between",
)  # fmt: skip

IN = "in"
MORE_AGO, LESS_AGO, NEARLY = "more ago", "less ago", "nearly"

PREFIXES: dict[tuple[str, ...], str] = {
    ("since",): SINCE,
    ("ever", "since"): SINCE,
    ("starting",): SINCE,
    ("starting", "in"): SINCE,
    ("starting", "from"): SINCE,
    ("by",): BY,
    ("no", "later", "than"): BY,
    ("not", "later", "than"): BY,
    ("until",): UNTIL,
    ("till",): UNTIL,
    ("up", "to"): UNTIL,
    ("before",): BEFORE,
    ("prior", "to"): BEFORE,
    ("earlier", "than"): BEFORE,
    ("after",): AFTER,
    ("later", "than"): AFTER,
    ("within",): WITHIN,
    ("between",): BETWEEN,
    ("from",): RANGE,
    ("more", "than"): MORE_AGO,
    ("over",): MORE_AGO,
    ("less", "than"): LESS_AGO,
    ("under",): LESS_AGO,
    ("nearly",): NEARLY,
    ("almost",): NEARLY,
    ("roughly",): NEARLY,
}
_PLAIN: dict[tuple[str, ...], str] = {
    ("in",): "in",
    ("on",): "",
    ("at",): "",
    ("during",): "",
    ("of",): "",
    ("for",): "",
    ("over",): "",
    ("throughout",): "",
    ("as", "of"): "",
    ("as", "early", "as"): "",
    ("active",): "",
    ("dated",): "",
    ("year", "in"): "",
}
"""Words before a date that leave its meaning alone; read over only where the whole text is a date."""

_BY_FIRST: dict[str, tuple[tuple[str, ...], ...]] = {
    word: tuple(sorted((p for p in PREFIXES if p[0] == word), key=len, reverse=True))
    for word in {p[0] for p in PREFIXES}
}
_ABOUT = word_set("about around circa c ca approximately approx roughly")
_DOUBT = word_set("possibly probably perhaps maybe uncertain")
_JOINERS = word_set("to until till through thru")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
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


def phrase_at(scene: Scene, index: int, *, whole: bool = False) -> Phrase | None:
    """The longest phrase that begins at a word; `whole` also reads over what only stands before a date."""
    words = scene.words
    start = index
    if whole:
        index = _over_plain(words, index)
    sense, after = _prefix(words, index)
    if whole and sense:
        after = _over_plain(words, after)
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
    doubted, about, after = _hedges(words, after)
    first = _range_first(scene, after) if sense in (RANGE, BETWEEN) or not sense or sense == SINCE else None
    phrase = None if first is None else _joined(scene, start, sense, first)
    if phrase is None:
        first = piece_at(scene, after) or _old(scene, after, whole=whole)
        phrase = None if first is None else _joined(scene, start, sense, first)
    if phrase is None:
        return None
    pieces = phrase.pieces
    if about:
        pieces = (replace(pieces[0], about=True), *pieces[1:])
    if doubted:
        pieces = tuple(replace(piece, doubted=True) for piece in pieces)
    return replace(phrase, pieces=pieces)


def _ago(scene: Scene, start: int, index: int, sense: str) -> Phrase | None:
    """`more than two years ago`, `less than a month ago`, `nearly a decade ago`; never more exact than the unit named."""
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
    """`In 348 she died`: three digits after "in" are a year where they open a sentence, or the text tells of such years."""
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


def _over_plain(words: Words, index: int) -> int:
    for length in (3, 2, 1):
        if tuple(words.low[index : index + length]) in _PLAIN:
            return index + length
    return index


def _prefix(words: Words, index: int) -> tuple[str, int]:
    for prefix in _BY_FIRST.get(words.word(index), ()):
        if tuple(words.low[index : index + len(prefix)]) == prefix:
            return PREFIXES[prefix], index + len(prefix)
    return "", index


def _hedges(words: Words, index: int) -> tuple[bool, bool, int]:
    """Doubt and "about" before a date, and the index after them."""
    doubted = about = False
    for _ in range(4):
        word = words.word(index)
        if word in _DOUBT:
            doubted = True
        elif word in _ABOUT:
            about = True
        elif not (word == "the" and words.word(index + 1) in _ABOUT):
            break
        index += 1
    return doubted, about, index


def _in_duration(scene: Scene, start: int, index: int, sense: str = "") -> Phrase | None:
    """`in three weeks`, `within 3 years`."""
    piece = ahead_at(scene, index, exact=sense == WITHIN)
    return None if piece is None else Phrase(sense=sense, pieces=(piece,), start=start, stop=piece.stop)


def _range_first(scene: Scene, index: int) -> Piece | None:
    """The first end of a range where it is only a number or only "early": `8-13 October`, `early to mid-May`."""
    words = scene.words
    if words.word(index) == "the":
        index += 1
    bare = _bare(words, index)
    if bare is None:
        return None
    word, gap = words.word(bare.stop), words.gap(bare.stop)
    if (bare.third and gap in ("", "-") and word in _JOINERS | {"and"}) or (
        bare.day is not None and (gap == "-" or (gap == "" and word in _JOINERS | {"and"}))
    ):
        return bare
    return None


def _bare(words: Words, index: int) -> Piece | None:
    word = words.word(index)
    if word in ("early", "mid", "late"):
        return Piece(start=index, stop=index + 1, kind="part", third=word)
    found = words.ordinal(index) or words.cardinal(index)
    if found is None or not 1 <= found[0] <= 31 or words.glued(found[1]) or words.glued(index):
        return None
    return Piece(start=index, stop=found[1], kind="date", day=found[0])


def _joined(scene: Scene, start: int, sense: str, first: Piece) -> Phrase | None:
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
    if sense != RANGE and (sense or words.gap(index) != "-"):
        return None
    for name in _NOW:
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
    if gap == "-" and word not in _JOINERS:
        return index
    if gap not in ("", ",", "-", "."):
        return None
    if word in _JOINERS or (word == "and" and sense == BETWEEN):
        return index + 1
    return None


def _second(scene: Scene, index: int, first: Piece) -> Piece | None:
    words = scene.words
    _, about, index = _hedges(words, index)
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
