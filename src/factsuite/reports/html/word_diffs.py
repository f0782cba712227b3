"""Quoted words beside the words a source prints, word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from factsuite.values.folding import fold

_WORD = re.compile(r"\S+")
_EDGES = re.compile(r"^\W+|\W+$")
_ROOM = 8
"""Words on either side of the passage in which a quotation is looked for: so many may have been added to it."""


class Part(Struct, frozen=True, kw_only=True):
    """Some words: `same` in both, `gone` from the source, `added` by it, or `around` what is quoted."""

    kind: str
    text: str


class QuotedDiff(Struct, frozen=True, kw_only=True):
    """The article's words and the source's, each cut into parts."""

    article: tuple[Part, ...]
    source: tuple[Part, ...]
    differs: bool


def quoted_diff(quoted: str, printed: str) -> QuotedDiff | None:
    """The difference; None where the two have no word in common."""
    ours, theirs = _WORD.findall(quoted), _WORD.findall(printed)
    keys, their_keys = [_key(word) for word in ours], [_key(word) for word in theirs]
    best = SequenceMatcher(None, keys, their_keys, autojunk=False).find_longest_match()
    if best.size == 0:
        return None
    first = max(0, best.b - best.a - _ROOM)
    last = min(len(theirs), best.b + len(ours) - best.a + _ROOM)
    blocks = SequenceMatcher(None, keys, their_keys[first:last], autojunk=False).get_matching_blocks()
    spans = [(block.a, block.b + first, block.size) for block in blocks if block.size]
    article = tuple(_parts(ours, [(a, size) for a, _, size in spans], "gone", "gone"))
    source = tuple(_parts(theirs, [(b, size) for _, b, size in spans], "added", "around"))
    differs = any(part.kind in ("gone", "added") for part in (*article, *source))
    return QuotedDiff(article=article, source=source, differs=differs)


def _parts(words: Sequence[str], same: Sequence[tuple[int, int]], between: str, outside: str) -> Iterator[Part]:
    """Words as parts; what lies between two that are the same is of one kind, what lies outside of another."""
    reached = 0
    for index, (start, size) in enumerate(same):
        if start > reached:
            yield Part(kind=outside if index == 0 else between, text=" ".join(words[reached:start]))
        yield Part(kind="same", text=" ".join(words[start : start + size]))
        reached = start + size
    if reached < len(words):
        yield Part(kind=outside, text=" ".join(words[reached:]))


def _key(word: str) -> str:
    """What a word counts as here: its letters, without marks at its edges."""
    folded = fold(word).casefold()
    return _EDGES.sub("", folded) or folded
