"""The words of a text as another text is set beside it: what each counts as, and how far apart they stand."""

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping
from functools import lru_cache

from msgspec import Struct

from factsuite.reading.sentences import split_sentences
from factsuite.texts.synonyms import concept
from factsuite.values.numbers.tokens import Tokens, cut
from factsuite.values.wording.word_lists import listed

_FUNCTION_WORDS = frozenset(
    listed(
        "a an the this that these those there here it its he his him she her hers they them their we our us you your i "
        "my me who whom whose which what when where why how of in on at by for from to with without within into onto "
        "upon over under above below between among through during across against about around as than then so such "
        "and or but nor yet if while whereas although though because since until before after is are was were be been "
        "being am has have had having do does did doing will would shall should can could may might must not no never "
        "also only just even still too very much many some any all both each every either "
        "neither other another own same up down out off again ever now already however s t nearly almost roughly "
        "approximately exactly per plus one's upward total currently overall altogether respectively "
        "th st nd rd say said says state states stated give gives gave given get gets got make makes made take takes "
        "took taken receive receives received become becomes became include includes included including originally"
    )
)
_NEGATIONS = frozenset(
    concept(word)
    for word in listed("not no never none neither nor without cannot nobody nothing nowhere fail refuse deny")
)
_STEPS = {",": 3.0, ";": 8.0, ":": 3.0, "(": 1.5, ")": 1.5, "[": 1.5, "]": 1.5, "and": 1.5, "or": 1.5, "-": 0.0}
_STEPS |= dict.fromkeys(("while", "whereas", "but", "although", "though", "whilst", "—", "–", "--", "*", "#"), 4.0)
_SENTENCE_STEP = 14.0
_FUNCTION_STEP = 0.5
"""Distance is counted in words of content; a comma is worth three of them, a sentence's end fourteen. House policy."""

_GLUED = re.compile(r"(?<=[a-z0-9)\]])\.(?=[A-Z][a-z])")
"""A sentence's end with no space after it, as stripped markup leaves it."""
_ABBREVIATED = dict.fromkeys(("US", "U.S.", "U.S", "USA"), "united") | dict.fromkeys(("UK", "U.K.", "U.K"), "kingdom")
"""Countries written by their initials, and the word of their name they count as."""
_FOLDS = (("-LRB-", "  (  "), ("-RRB-", "  )  "), ("-LSB-", "  [  "), ("-RSB-", "  ]  "), ("``", ' "'), ("''", ' "'))


def folded(text: str) -> str:
    """Undo the bracket and quotation signs of tokenised corpora; no character moves."""
    for written, meant in _FOLDS:
        if written in text:
            text = text.replace(written, meant)
    return text


class Word(Struct, frozen=True, kw_only=True):
    """A word of content."""

    key: str
    """What it counts as."""
    token: int
    is_name: bool
    """It is written with a capital inside a sentence, or with capitals only."""


class Wording(Struct, frozen=True, kw_only=True):
    """A text's words of content in order, and where each of them stands."""

    tokens: Tokens
    words: tuple[Word, ...]
    coordinates: tuple[float, ...]
    """One for each token: distances within the text are differences of these."""
    sentences: tuple[int, ...]
    """One for each token: the number of its sentence."""
    places: Mapping[str, tuple[float, ...]]
    """Coordinates of each key's occurrences, in order."""
    negations: tuple[int, ...]
    """Tokens that negate."""

    def has_any(self, words: Collection[str]) -> bool:
        """Whether any of some lower-cased words stands in the text."""
        return any(word in words for word in self.tokens.words)

    def token_at(self, offset: int) -> int:
        """The token that stands at an offset of the text, or the first after it."""
        return bisect_left(self.tokens.ends, offset + 1)


@lru_cache(maxsize=128)  # a claim is set beside its anchor and each of its excerpts
def read_wording(text: str) -> Wording:
    """Read the words of a folded text."""
    tokens = cut(text)
    sentences = _sentences(text, tokens)
    words: list[Word] = []
    coordinates: list[float] = []
    places: dict[str, list[float]] = {}
    here = 0.0
    sentence = -1
    negations: list[int] = []
    for index, low in enumerate(tokens.words):
        if sentences[index] != sentence:
            here += _SENTENCE_STEP
            sentence = sentences[index]
        is_word = low[0].isalnum()
        written = text[tokens.starts[index] : tokens.ends[index]] if is_word else low
        is_content = is_word and (low not in _FUNCTION_WORDS or written in _ABBREVIATED)
        here += _STEPS.get(low, 1.0 if is_content else _FUNCTION_STEP if is_word else 0.0)
        coordinates.append(here)
        counted = concept(low)
        if counted in _NEGATIONS or low.endswith(("n't", "n’t")):
            negations.append(index)
        if is_content:
            key = _ABBREVIATED.get(written) or counted
            words.append(Word(key=key, token=index, is_name=written[0].isupper()))
            places.setdefault(key, []).append(here)
    return Wording(
        tokens=tokens,
        words=tuple(words),
        coordinates=tuple(coordinates),
        sentences=sentences,
        places={key: tuple(found) for key, found in places.items()},
        negations=tuple(negations),
    )


def _sentences(text: str, tokens: Tokens) -> tuple[int, ...]:
    spans = split_sentences(text)
    if len(spans) < 2 and not _GLUED.search(text):
        return (0,) * len(tokens.words)
    starts = sorted({span[0] for span in spans} | {match.end() for match in _GLUED.finditer(text)})
    numbers: list[int] = []
    number = 0
    for start in tokens.starts:
        while number + 1 < len(starts) and starts[number + 1] <= start:
            number += 1
        numbers.append(number)
    return tuple(numbers)


def nearest(places: tuple[float, ...], here: float) -> float:
    """How far the nearest of some places is from here."""
    after = bisect_left(places, here)
    best = float("inf")
    if after < len(places):
        best = places[after] - here
    if after:
        best = min(best, here - places[after - 1])
    return best
