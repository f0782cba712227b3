"""The part of a long passage that is read against a claim: the sentences that share most words with it."""

import re

from factsuite.reading.sentences import split_sentences
from factsuite.texts.synonyms import concept

READ = 20_000
"""Characters of a passage that are read; a longer one is cut down to the sentences most like the claim."""
_SENTENCE = 4_000
"""A sentence of a long passage with more characters than this is no prose."""
_WORD = re.compile(r"[^\W\d_]{3,40}")


def relevant(passage: str, claim: str) -> str:
    """Blank out all of a long passage but the sentences that share most words with the claim; no character moves."""
    if len(passage) <= READ:
        return passage
    wanted = frozenset(concept(word.lower()) for word in _WORD.findall(claim))
    spans = [span for span in split_sentences(passage) if span[1] - span[0] <= _SENTENCE]
    ranked = sorted(((-_shared(passage[start:end], wanted), start, end) for start, end in spans))
    kept: list[tuple[int, int]] = []
    room = READ
    for shared, start, end in ranked:
        if not shared or end - start > room:
            break
        room -= end - start
        kept.append((start, end))
    return _blanked(passage, sorted(kept))


def _shared(sentence: str, wanted: frozenset[str]) -> int:
    return len(wanted.intersection(concept(word.lower()) for word in _WORD.findall(sentence)))


def _blanked(text: str, kept: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    free = 0
    for start, end in [*kept, (len(text), len(text))]:
        gap = start - free
        pieces.append("\n\n" + " " * (gap - 2) if gap > 1 else " " * gap)
        pieces.append(text[start:end])
        free = end
    return "".join(pieces)
