"""Words a passage has in place of a claim's: *the north tower* where the claim has *the south tower*.

A claim's word that the passage lacks may merely be left out. Beside a word that both have, with a word of the
passage's own in its place, it is another thing that is talked about.
"""

from collections.abc import Collection, Iterator
from difflib import SequenceMatcher

from factsuite.texts.synonyms import is_classed
from factsuite.texts.wording import Word, Wording

_BESIDE = 2.0
"""Content words further apart than this (with a function word or two between them) are not side by side."""

_NAME = 3
"""Shorter names are initials, numerals or abbreviations, which exclude nothing."""
_MISSPELT = 0.75
"""Names that share this much of their letters may be one name in two spellings."""


def replaced(claim: Wording, passage: Wording, sentence: int, taken: Collection[int]) -> tuple[str, str] | None:
    """Return the first word of the claim outside its mentions that a sentence of the passage has another in place of.

    `taken` are the claim's tokens that belong to mentions.
    """
    told = [word for word in passage.words if passage.sentences[word.token] == sentence]
    for word, neighbour, step in _beside_missing(claim, passage, taken):
        other = _in_its_place(told, neighbour, step, passage)
        if other is not None and other.key not in claim.places and _excludes(word, other, claim):
            return word.key, other.key
    return None


def _excludes(word: Word, other: Word, claim: Wording) -> bool:
    """Whether what has one word cannot well have the other: two names, or two words of different known classes."""
    if not word.is_name and not other.is_name:
        return is_classed(word.key) and is_classed(other.key)
    if not word.is_name or not other.is_name or min(len(word.key), len(other.key)) < _NAME or "." in other.key:
        return False
    is_misspelt = SequenceMatcher(None, word.key, other.key, autojunk=False).ratio() >= _MISSPELT
    return not is_misspelt and not _abbreviates(other.key, claim)


def _abbreviates(key: str, claim: Wording) -> bool:
    """Whether a word is the initials of a name of the claim."""
    initials = "".join(word.key[0] for word in claim.words if word.is_name)
    return len(key) > 1 and key in initials


def _beside_missing(claim: Wording, passage: Wording, taken: Collection[int]) -> Iterator[tuple[Word, Word, int]]:
    """Each missing word with a neighbour that the passage has; the step leads from the neighbour to the word."""
    words = claim.words
    for index, word in enumerate(words):
        if word.key in passage.places or word.token in taken or not word.key[0].isalpha():
            continue
        for step in (-1, 1):
            beside = index + step
            if not 0 <= beside < len(words):
                continue
            neighbour = words[beside]
            near = abs(claim.coordinates[neighbour.token] - claim.coordinates[word.token]) <= _BESIDE
            if near and neighbour.key in passage.places and neighbour.token not in taken:
                yield word, neighbour, -step


def _in_its_place(told: list[Word], neighbour: Word, step: int, passage: Wording) -> Word | None:
    for index, word in enumerate(told):
        beside = index + step
        if word.key != neighbour.key or not 0 <= beside < len(told):
            continue
        other = told[beside]
        near = abs(passage.coordinates[other.token] - passage.coordinates[word.token]) <= _BESIDE
        if near and other.key[0].isalpha():
            return other
    return None
