"""How alike the words around two mentions are: the share of a claim's words that a passage has near the other."""

from bisect import bisect_left
from collections.abc import Collection, Sequence

from msgspec import Struct

from factsuite.texts.mentions import Mention
from factsuite.texts.synonyms import concept
from factsuite.texts.wording import Word, Wording, nearest

_NEAR_IN_CLAIM = 3.0
_NEAR_IN_PASSAGE = 5.0
"""Distances at which a word bears half as much on a mention as one beside it. House policy."""
_AGAIN = 0.1
"""Share of the way from a sentence's first mention to a later one that counts for a word before both."""
_BESIDE = 3
"""Tokens to either side of a mention that are right beside it."""
_NAME = 0.9
_MISSING_NAME = 0.6
"""What a name weighs against another word: a passage often says *he* or *it* instead."""


class Place(Struct, frozen=True, kw_only=True):
    """Where a mention stands among its text's words."""

    mention: Mention
    first: int
    last: int
    """Its first and last token."""
    here: float
    """Its coordinate."""
    sentence: int
    opens: float
    """The coordinate of the first mention of its sentence: what stands before that is said of all of them."""
    extra: frozenset[str] = frozenset()
    """What its form alone says it dates: the first date in brackets after a name is a birth."""


def place_of(
    mention: Mention, wording: Wording, extra: frozenset[str] = frozenset(), before: Place | None = None
) -> Place:
    """Find a mention among its text's words; `before` is the place of the mention before it."""
    first = wording.token_at(mention.start)
    last = max(first, wording.token_at(max(mention.start, mention.end - 1)))
    last = min(last, len(wording.tokens.words) - 1)
    first = min(first, last)
    here = (wording.coordinates[first] + wording.coordinates[last]) / 2
    sentence = wording.sentences[first]
    is_first = before is None or before.sentence != sentence
    opens = wording.coordinates[first] if before is None or is_first else before.opens
    return Place(mention=mention, first=first, last=last, here=here, sentence=sentence, opens=opens, extra=extra)


def beside(place: Place, wording: Wording) -> frozenset[str]:
    """Return what the words right beside a mention count as."""
    tokens = range(max(0, place.first - _BESIDE), min(len(wording.tokens.words), place.last + _BESIDE + 1))
    return frozenset(concept(wording.tokens.word(token)) for token in tokens)


class Weight(Struct, frozen=True, kw_only=True):
    """A word of the claim, and how much it bears on one of the claim's mentions."""

    key: str
    text: str
    """As the claim writes it."""
    weight: float


def weigh(claim: Wording, place: Place, taken: Collection[int], passage: Wording) -> tuple[Weight, ...]:
    """Weigh the claim's words for one of its mentions: the nearer the more; names and repeated words less.

    `taken` are the tokens of mentions, which are no words here.
    """
    found: dict[str, Weight] = {}
    for word in claim.words:
        if word.token in taken:
            continue
        weight = _bearing(claim, word, place) * (_NAME if word.is_name else 1.0)
        weight /= max(1, len(passage.places.get(word.key, ()))) ** 0.5
        known = found.get(word.key)
        if known is None or known.weight < weight:
            found[word.key] = Weight(key=word.key, text=claim.tokens.written(word.token), weight=weight)
    return tuple(found.values())


def _bearing(claim: Wording, word: Word, place: Place) -> float:
    distance = min(
        abs(claim.coordinates[word.token] - claim.coordinates[place.first]),
        abs(claim.coordinates[word.token] - claim.coordinates[place.last]),
    )
    return _NEAR_IN_CLAIM / (_NEAR_IN_CLAIM + distance)


def likeness(weights: Sequence[Weight], place: Place, passage: Wording) -> float:
    """Return the weighted share of a claim's words that stand near a passage's mention, from 0 to 1."""
    total = sum(weight.weight for weight in weights)
    if not total:
        return 0.0
    shared = 0.0
    for weight in weights:
        if weight.key in place.extra:
            shared += weight.weight
            continue
        places = passage.places.get(weight.key)
        if places:
            distance = max(0.0, _distance(places, place) - 1)
            shared += weight.weight * _NEAR_IN_PASSAGE / (_NEAR_IN_PASSAGE + distance)
    return shared / total


def _distance(places: tuple[float, ...], place: Place) -> float:
    """How far the nearest occurrence is; what stands before the sentence's first mention is as near to all of them."""
    direct = nearest(places, place.here)
    if place.opens == place.here:
        return direct
    before = bisect_left(places, place.opens)
    if not before:
        return direct
    return min(direct, place.opens - places[before - 1] + _AGAIN * (place.here - place.opens))


def shared_words(weights: Sequence[Weight], place: Place, passage: Wording) -> tuple[str, ...]:
    """Return the claim's words that did most to make a pair, most telling first."""
    near = [
        (weight.weight / (1 + _distance(passage.places[weight.key], place)), weight.text)
        for weight in weights
        if weight.key in passage.places
    ]
    return tuple(text for _, text in sorted(near, key=lambda pair: -pair[0])[:3])


def share_told(claim: Wording, keys: Collection[str], taken: Collection[int]) -> float:
    """Return the share of a claim's words outside its mentions among some keys; missing names count for less."""
    words = [word for word in claim.words if word.token not in taken]
    missing = sum(_MISSING_NAME if word.is_name else 1.0 for word in words if word.key not in keys)
    return 1 - missing / len(words) if words else 0.0
