"""Whose figure it is: names of a claim that a passage has, replaces by a pronoun, or has another in place of."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from factsuite.texts.contexts import Place
from factsuite.texts.wording import Wording
from factsuite.values.word_lists import listed

_PRONOUNS = frozenset(listed("he she it they his her its their him them himself herself itself themselves i we our my"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
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
        if not word.is_name or word.token in taken:
            continue
        previous = wording.words[runs[-1][-1]] if runs else None
        if previous is not None and runs[-1][-1] == index - 1 and previous.token == word.token - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return tuple(_name(wording, run) for run in runs)


def _name(wording: Wording, run: list[int]) -> Name:
    words = [wording.words[index] for index in run]
    return Name(
        keys=tuple(word.key for word in words),
        first=words[0].token,
        last=words[-1].token,
        initials="".join(wording.tokens.word(word.token)[0] for word in words),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The names of a claim and of a passage."""

    claim: Wording
    passage: Wording
    asserted: tuple[Name, ...]
    missing: tuple[Name, ...]
    """Those of the claim that the passage has not, or not whole."""
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
    missing = tuple(
        name for name in names
        if name.keys[-1] not in passage.places and name.initials not in passage.places
        and not (len(name.keys) == 1 and name.keys[0] in initials)
    )
    return Parties(
        claim=claim, passage=passage, asserted=names, missing=missing,
        of_sentence={number: tuple(found) for number, found in by_sentence.items()},
    )


def same_party(parties: Parties, place: Place) -> bool:
    """Whether nothing in the passage says that the figure at a place is another's than the claim's."""
    before = [n for n in parties.of_sentence.get(place.sentence, ()) if n.last < place.first]
    foreign = [n for n in before if not any(key in parties.claim.places for key in n.keys)]
    if parties.missing:
        first = parties.asserted[0]
        if parties.missing != (first,) or any(key in parties.passage.places for key in first.keys):
            return False
        return not foreign or _begins_with_pronoun(parties.passage, place, before)
    if not foreign or not parties.asserted or foreign[0] is not before[0]:
        return True
    subject = parties.asserted[0].keys[-1]
    return any(subject in name.keys for name in before) or _begins_with_pronoun(parties.passage, place, before)


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
