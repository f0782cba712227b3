"""The parts of a long source that may hold a quotation, so that only these are read word by word."""

import re
from collections import Counter

from msgspec import Struct

_SHORT = 8_000  # characters; a source up to this long is read whole
_BLOCK = 2_000  # characters; never less than twice the quotation
_BLOCKS = 6  # parts that are read
_HITS = 2_000  # places a word may stand at before it says nothing about where the quotation is
_WORD = re.compile(r"\w+")


class Part(Struct, frozen=True):
    """A stretch of a source, and whether it begins and ends where the source does."""

    text: str
    starts: bool
    ends: bool


def likely_parts(source: str, quotation: str) -> tuple[Part, ...]:
    """Return the source if it is short, else the parts where most of the quotation's rarer words stand together."""
    if len(source) <= _SHORT:
        return (Part(source, True, True),)
    block = max(_BLOCK, 2 * len(quotation))
    lowered = source.lower() if len(source.lower()) == len(source) else source
    votes: Counter[int] = Counter()
    for word in sorted(set(_WORD.findall(quotation.lower()[:20_000])))[:400]:
        places = _places(lowered, word)
        if len(places) < _HITS:
            weight = 1000 // (1 + len(places))
            for number in {place // block for place in places}:
                votes[number] += 10 + weight
    ranked = sorted(votes, key=lambda number: (-votes[number] - votes[number + 1], number))[
        : _BLOCKS if block == _BLOCK else _BLOCKS // 2
    ]
    return tuple(_slice(source, number * block, (number + 2) * block) for number in _merged(ranked))


def _places(text: str, word: str) -> list[int]:
    places: list[int] = []
    position = text.find(word)
    while position >= 0 and len(places) < _HITS:
        end = position + len(word)
        if not (text[position - 1 : position].isalnum() or text[end : end + 1].isalnum()):
            places.append(position)
        position = text.find(word, end)
    return places


def _merged(ranked: list[int]) -> list[int]:
    """Leave out a part that a better one already reads to its end."""
    kept: list[int] = []
    for number in ranked:
        if number - 1 not in kept or number + 1 not in kept:
            kept.append(number)
    return kept


def _slice(source: str, start: int, end: int) -> Part:
    """The part, begun at a line or sentence where there is one close before it."""
    begin = max(0, start - 600)
    line = max(source.rfind("\n", begin, start), source.rfind(". ", begin, start) + 1)
    begin = line + 1 if line > 0 else begin
    return Part(source[begin : end + 600], begin == 0, end + 600 >= len(source))
