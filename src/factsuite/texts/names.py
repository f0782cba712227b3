"""Whose figure it is: names of a claim that a passage has, replaces by a pronoun, or has another in place of."""

from collections.abc import Collection, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from msgspec import Struct

from factsuite.texts.contexts import Place
from factsuite.texts.wording import Wording
from factsuite.values.wording.word_lists import listed

_BESIDE = 6.0
_TOGETHER = 3.0
"""Distances as in `wording`: a name this near after a figure is said of it; names this near are one thing's."""
_EXCERPT = 8
_BEFORE = 3
"""Sentences: a passage of no more than so many is an excerpt; a name bears on the so many sentences after it."""
_PREPOSITIONS = frozenset(listed("on to of by in with from for at as during after before"))
_MISSPELT = 0.85
_LONG = 5
"""Names of so many letters that share this much of them are one name in two spellings."""
_PRONOUNS = frozenset(listed("he she it they his her its their him them himself herself itself themselves i we our my"))


class Name(Struct, frozen=True, kw_only=True):
    """A run of capitalised words."""

    keys: tuple[str, ...]
    first: int
    last: int
    """Its first and last token."""
    initials: str


def names_of(wording: Wording, taken: Collection[int] = ()) -> tuple[Name, ...]:
    """Find the runs of capitalised words of content outside the tokens taken by mentions."""
    runs: list[list[int]] = []
    for index, word in enumerate(wording.words):
        if not word.is_name or word.token in taken or _only_begins(wording, word.token):
            continue
        previous = wording.words[runs[-1][-1]] if runs else None
        if previous is not None and runs[-1][-1] == index - 1 and previous.token == word.token - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return tuple(_name(wording, run) for run in runs)


def _only_begins(wording: Wording, token: int) -> bool:
    """Whether a capital is that of a sentence which begins with a participle: *Based on*, *Accused of*."""
    begins = token == 0 or wording.sentences[token - 1] != wording.sentences[token]
    low = wording.tokens.word(token)
    return begins and low.endswith(("ed", "ing")) and wording.tokens.word(token + 1) in _PREPOSITIONS


def _name(wording: Wording, run: list[int]) -> Name:
    words = [wording.words[index] for index in run]
    return Name(
        keys=tuple(word.key for word in words),
        first=words[0].token,
        last=words[-1].token,
        initials="".join(wording.tokens.word(word.token)[0] for word in words),
    )


class Parties(Struct, frozen=True, kw_only=True):
    """The names of a claim and of a passage."""

    claim: Wording
    passage: Wording
    asserted: tuple[Name, ...]
    missing: tuple[Name, ...]
    """Those of the claim that the passage has not, or not whole."""
    is_one_missing: bool
    """Those missing stand together in the claim: one thing that the passage may call otherwise."""
    of_sentence: Mapping[int, tuple[Name, ...]]
    """The passage's names by sentence."""


def read_parties(claim: Wording, passage: Wording, asserted: Sequence[Place], reported: Sequence[Place]) -> Parties:
    """Read the names of both texts."""
    names = names_of(claim, _tokens(asserted))
    told = names_of(passage, _tokens(reported))
    initials = {name.initials for name in told}
    by_sentence: dict[int, list[Name]] = {}
    for name in told:
        by_sentence.setdefault(passage.sentences[name.first], []).append(name)
    missing = tuple(name for name in names if not _is_told(name, told, passage, initials))
    return Parties(
        claim=claim,
        passage=passage,
        asserted=names,
        missing=missing,
        is_one_missing=_stand_together(claim, missing),
        of_sentence={number: tuple(found) for number, found in by_sentence.items()},
    )


def _is_told(name: Name, told: Sequence[Name], passage: Wording, initials: Collection[str]) -> bool:
    """Whether the passage has the name: whole, by its last word, by its initials, or cut short and nobody else's."""
    if name.keys[-1] in passage.places or name.initials in passage.places:
        return True
    if any(_is_misspelt(name.keys[-1], key) for other in told for key in other.keys):
        return True
    if len(name.keys) == 1:
        return name.keys[0] in initials
    shared = [other for other in told if any(key in name.keys for key in other.keys)]
    return any(all(key in name.keys for key in other.keys) for other in shared)


def _is_misspelt(one: str, other: str) -> bool:
    """Whether two longer names differ in a letter or so: *Gorbachev*, *Gorbachov*."""
    if one[0] != other[0] or min(len(one), len(other)) < _LONG or abs(len(one) - len(other)) > 1:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _MISSPELT


def same_party(parties: Parties, place: Place) -> bool:
    """Whether nothing in the passage says that the figure at a place is another's than the claim's.

    One name of the claim may be missing if a pronoun or a common noun may stand in its place: the sentence has no
    name of its own there that the claim has not.
    """
    beside = [n for n in parties.of_sentence.get(place.sentence, ()) if _is_beside(parties, n, place)]
    before = [n for n in beside if n.last < place.first]
    foreign = [n for n in beside if not any(key in parties.claim.places for key in n.keys)]
    if parties.missing:
        return parties.is_one_missing and (not foreign or _begins_with_pronoun(parties.passage, place, before))
    if not foreign or not parties.asserted or not before or foreign[0] is not before[0]:
        return True
    if len(parties.asserted) > 1 and _all_told(parties, place.sentence):
        return True
    known = {name.keys[-1] for name in parties.asserted}
    is_known = any(key in known for name in before for key in name.keys)
    return is_known or _begins_with_pronoun(parties.passage, place, before)


def _all_told(parties: Parties, sentence: int) -> bool:
    """Whether a sentence has every name of the claim."""
    keys = {key for name in parties.of_sentence.get(sentence, ()) for key in name.keys}
    return all(name.keys[-1] in keys for name in parties.asserted)


def is_excerpt_or_named(parties: Parties, place: Place) -> bool:
    """Whether the passage is so short that it is an excerpt about the claim's subject, or names whom the claim names.

    A long text speaks of many; in it a figure counts only where a name of the claim is near.
    """
    passage = parties.passage
    if not parties.asserted or passage.sentences[-1] < _EXCERPT:
        return True
    wanted = frozenset(key for name in parties.asserted for key in name.keys)
    nearby = range(place.sentence - _BEFORE, place.sentence + 1)
    return not parties.missing and any(
        key in wanted for number in nearby for name in parties.of_sentence.get(number, ()) for key in name.keys
    )


def _is_beside(parties: Parties, name: Name, place: Place) -> bool:
    coordinates = parties.passage.coordinates
    return name.last < place.first or coordinates[name.first] - coordinates[place.last] < _BESIDE


def _stand_together(claim: Wording, names: Sequence[Name]) -> bool:
    """Whether only function words stand between names: *the Prince and the Pauper*."""
    return all(
        claim.coordinates[after.first] - claim.coordinates[name.last] <= _TOGETHER for name, after in pairwise(names)
    )


def _begins_with_pronoun(passage: Wording, place: Place, before: Sequence[Name]) -> bool:
    index = place.first
    found = index
    while index >= 0 and passage.sentences[index] == place.sentence:
        if passage.tokens.word(index) in _PRONOUNS:
            found = index
        index -= 1
    return found < place.first and not any(name.first < found for name in before)


def _tokens(places: Sequence[Place]) -> frozenset[int]:
    return frozenset(token for place in places for token in range(place.first, place.last + 1))
