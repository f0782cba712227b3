"""Near copies: excerpts of sources said to be independent whose own prose is nearly the same.

Texts are compared by their shingles, runs of consecutive words: the containment of one in the other is the share of
its shingles that the other has too (Broder 1997, On the resemblance and containment of documents). Shingles are an
established measure of reuse between agencies and papers (Clough and others 2002, METER; Nicholls 2019, Detecting
textual reuse in news stories, at scale). The numbers below are the house's own: excerpts are short, and a run of
words that two reporters would find by themselves is shorter than what is asked here.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct

from factsuite.model.registry import Registry
from factsuite.values.folding import fold
from factsuite.verdicts.lines import origins
from factsuite.verdicts.own_prose import LEAST_WORDS, OwnProse

SHINGLE = 5
"""Words in a shingle."""
LEAST_SHARE = 0.5
"""The containment of the shorter text in the longer from which they are near copies."""
_PARTNERS = 4
"""Excerpts with one shingle that every later one is compared with: many copies of one text stay cheap."""
_WORD = re.compile(r"[^\W_]+(?:['.,-][^\W_]+)*")
_Shingle = tuple[str, ...]


class NearCopy(Struct, frozen=True, kw_only=True):
    """Two excerpts of different lines whose words are nearly the same."""

    first: OwnProse
    second: OwnProse
    share: float
    """Containment of the shorter in the longer, from 0 to 1."""
    shared: str
    """The longest run of words both have, as the second prints it."""


class _Shingled(Struct, frozen=True):
    prose: OwnProse
    parts: tuple[tuple[str, ...], ...]
    """Its words; no shingle reaches from one part into the next."""
    shingles: frozenset[_Shingle]
    roots: frozenset[str]


def find_near_copies(excerpts: Iterable[OwnProse], registry: Registry) -> tuple[NearCopy, ...]:
    """Every pair of sources, once, of different lines and nearly the same prose; in the order given.

    Time and memory grow with the number of words: excerpts are found through their shingles, never pair by pair.
    """
    texts = [*_shingled(excerpts, registry)]
    holders: defaultdict[_Shingle, list[int]] = defaultdict(list)
    told: set[tuple[str, str]] = set()
    found: list[NearCopy] = []
    for place, text in enumerate(texts):
        shared: list[int] = []
        for shingle in text.shingles:
            before = holders[shingle]
            shared += before
            if len(before) < _PARTNERS:
                before.append(place)
        copied = _nearest(text, texts, Counter(shared)) if shared else None
        if copied is None or (copied.first.source, text.prose.source) in told:
            continue
        told |= {(copied.first.source, text.prose.source), (text.prose.source, copied.first.source)}
        found.append(copied)
    return tuple(found)


def _nearest(text: _Shingled, texts: list[_Shingled], common: Counter[int]) -> NearCopy | None:
    """The excerpt before it, of another line, that has the greatest share of its words in common; or None."""
    best: tuple[float, int] | None = None
    for place in sorted(common):
        other = texts[place]
        share = common[place] / min(len(text.shingles), len(other.shingles))
        if share >= LEAST_SHARE and not text.roots & other.roots and (best is None or share > best[0]):
            best = (share, place)
    if best is None:
        return None
    first = texts[best[1]]
    return NearCopy(first=first.prose, second=text.prose, share=best[0], shared=_longest_run(first, text))


def _shingled(excerpts: Iterable[OwnProse], registry: Registry) -> Iterator[_Shingled]:
    for prose in excerpts:
        known = registry.sources.get(prose.source)
        if known is None or known.unknown_derivation:
            continue
        parts = tuple([tuple(_WORD.findall(fold(part).casefold())) for part in prose.parts])
        if sum(map(len, parts)) < LEAST_WORDS:
            continue
        shingles = frozenset(chain.from_iterable(map(_runs, parts)))
        if shingles:
            yield _Shingled(prose, parts, shingles, origins(prose.source, registry)[0])


def _runs(words: tuple[str, ...]) -> Iterator[_Shingle]:
    return zip(*(words[start:] for start in range(SHINGLE)), strict=False)


def _longest_run(first: _Shingled, second: _Shingled) -> str:
    """The longest run of the second's words every shingle of which the first has."""
    best: tuple[str, ...] = ()
    for words in second.parts:
        start = 0
        for place, run in enumerate(_runs(words)):
            if run not in first.shingles:
                start = place + 1
            elif place + SHINGLE - start > len(best):
                best = words[start : place + SHINGLE]
    return " ".join(best)
