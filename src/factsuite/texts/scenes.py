"""A claim and a passage, read: their words, their mentions, and whose they are."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from factsuite.texts.contexts import Place, place_of, share_told
from factsuite.texts.frames import Frame, read_frame
from factsuite.texts.mentions import Mention
from factsuite.texts.names import Parties, read_parties
from factsuite.texts.wording import Wording

_PROSE = 60
"""A sentence with more figures than this is a table, from which nothing is read."""
_NEGATED = 8.0
_NEAR_TOKENS = 30
"""A negation bears on a figure at most this far away, in words of content; and in tokens, to look no further."""
_SENTENCES = 200
"""Of a long passage, the sentences that share most words with the claim are looked at, and no more than this."""


class Scene(Struct, frozen=True, kw_only=True, dict=True):
    """Two texts, side by side."""

    claim: Wording
    passage: Wording
    asserted: tuple[Place, ...]
    told: tuple[Place, ...]
    """The places of all of the passage's mentions."""
    reported: tuple[Place, ...]
    """The places a pair may be made with: of a range, its ends besides."""
    taken: frozenset[int]
    """The claim's tokens that belong to its mentions."""

    @cached_property
    def parties(self) -> Parties:
        """Whose the figures are; asked only of what seems to be a pair."""
        return read_parties(self.claim, self.passage, self.asserted, self.told)

    @cached_property
    def keys(self) -> Mapping[int, frozenset[str]]:
        """The keys of the passage's words, by sentence."""
        return _keys_by_sentence(self.passage)

    @cached_property
    def frame(self) -> Frame:
        """The claim's."""
        return read_frame(self.claim, self.asserted)

    @cached_property
    def other_frame(self) -> Frame:
        """The passage's."""
        return read_frame(self.passage, self.told)

    def keys_of(self, sentence: int) -> frozenset[str]:
        """The keys of the words of one of the passage's sentences."""
        return self.keys.get(sentence, frozenset())

    def told_at(self, sentence: int) -> float:
        """The share of the claim's words that a sentence of the passage has, with the sentences beside it."""
        keys = frozenset().union(*(self.keys_of(sentence + step) for step in (-1, 0, 1)))
        return share_told(self.claim, keys, self.taken)

    def is_negated(self, place: Place) -> bool:
        """Whether the claim denies something near a mention of its own."""
        return _is_negated(self.claim, place)

    def is_told_negated(self, place: Place) -> bool:
        """Whether the passage denies something near one of its mentions."""
        return _is_negated(self.passage, place)


def _is_negated(wording: Wording, place: Place) -> bool:
    """Whether a negation stands near a mention, in its sentence and outside its own words (*no more than*)."""
    first = bisect_left(wording.negations, place.first - _NEAR_TOKENS)
    for token in wording.negations[first:]:
        if token > place.last + _NEAR_TOKENS:
            return False
        near = abs(wording.coordinates[token] - place.here) <= _NEGATED
        if near and wording.sentences[token] == place.sentence and not place.first <= token <= place.last:
            return True
    return False


def read_scene(claim: Wording, passage: Wording, asserted: Sequence[Mention], reported: Sequence[Mention]) -> Scene:
    """Put two texts side by side."""
    mine = _places(asserted, claim)
    theirs = _places(reported, passage)
    taken = frozenset(token for place in mine for token in range(place.first, place.last + 1))
    looked_at = _worth_looking_at(claim, passage, theirs)
    named = _numbered_names(claim, taken)
    near = [place for place in theirs if place.sentence in looked_at and _with_word_before(passage, place) not in named]
    return Scene(
        claim=claim,
        passage=passage,
        asserted=mine,
        told=theirs,
        reported=tuple(each for place in near for each in (place, *_ends(place, passage))),
        taken=taken,
    )


def _places(mentions: Sequence[Mention], wording: Wording) -> tuple[Place, ...]:
    places: list[Place] = []
    for mention in mentions:
        places.append(place_of(mention, wording, before=places[-1] if places else None))
    return tuple(places)


def _ends(place: Place, wording: Wording) -> tuple[Place, ...]:
    """The two ends of a range of dates: what began, what ended; in brackets after a name, a birth and a death."""
    parts = place.mention.parts
    if len(parts) != 2:
        return ()
    in_brackets = "(" in (wording.tokens.word(place.first - 1), wording.tokens.word(place.first - 2))
    events = (("begin", "birth"), ("end", "die")) if in_brackets else (("begin",), ("end",))
    return tuple(
        place_of(part, wording, extra=frozenset(event), before=place) for part, event in zip(parts, events, strict=True)
    )


def _numbered_names(claim: Wording, taken: Collection[int]) -> frozenset[tuple[str, str]]:
    """The numbers that the claim has in names, each with the word before it: *Fortune 500*."""
    tokens = claim.tokens
    return frozenset(
        (tokens.words[token - 1], word)
        for token, word in enumerate(tokens.words)
        if word[0].isdigit() and token > 1 and token not in taken and tokens.written(token - 1)[0].isupper()
    )


def _with_word_before(wording: Wording, place: Place) -> tuple[str, str]:
    return wording.tokens.word(place.first - 1), wording.tokens.word(place.first)


def _keys_by_sentence(wording: Wording) -> Mapping[int, frozenset[str]]:
    keys: dict[int, set[str]] = {}
    for word in wording.words:
        keys.setdefault(wording.sentences[word.token], set()).add(word.key)
    return {number: frozenset(found) for number, found in keys.items()}


def _worth_looking_at(claim: Wording, passage: Wording, places: Sequence[Place]) -> frozenset[int]:
    if len(places) <= _PROSE:  # so few that no sentence is a table, nor are there too many
        return frozenset([place.sentence for place in places])
    figures = Counter(place.sentence for place in places)
    prose = [sentence for sentence, count in figures.items() if count <= _PROSE]
    if len(prose) > _SENTENCES:
        wanted, keys = frozenset(claim.places), _keys_by_sentence(passage)
        prose.sort(key=lambda sentence: (-len(wanted & keys.get(sentence, frozenset())), sentence))
    return frozenset(prose[:_SENTENCES])
