"""The passages of a text most like some words: offered to an editor, never accepted for them."""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from factsuite.reading.sentences import split_sentences
from factsuite.values.wording.word_judgement import FUNCTION_WORDS

_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
_FUNCTION_WORD_WEIGHT = 0.25  # *the* and *of* stand everywhere: they say little about where a passage went
LEAST_LIKE = 0.45
"""Likeness from which a passage is offered: twice the weight of the shared words, over that of both sides' words."""
_WHOLE = 0.1  # a whole sentence became a whole sentence, unless part of that is more like it by this much
_MORE = 3  # words by which a rewording may be longer than the words it stands for: *said* / *it was stressed by*
_LOOKED_AT = 16  # stretches of sentences compared closely, those that share most with the words first
_JOINERS = "\u200d\ufe0e\ufe0f"
_FIRST_MARK = "\u0300"
"""No character before it is a combining mark or a joiner."""


class Near(Struct, frozen=True, kw_only=True):
    """A passage like some words, by code points."""

    start: int
    end: int
    likeness: float


class _Token(Struct, frozen=True):
    key: str
    start: int
    end: int

    @property
    def weight(self) -> float:
        return _FUNCTION_WORD_WEIGHT if self.key in FUNCTION_WORDS else 1.0


def nearest_passages(text: str, words: str) -> tuple[Near, ...]:
    """The passages like the words, the most like first; nothing, if nothing is near.

    A passage lies within neighbouring sentences, at most one more than the words have. Passages may overlap.
    """
    wanted = _tokens(words)
    if not wanted:
        return ()
    tokens, spans = _read(text)
    regions = _regions(tokens, spans, len(split_sentences(words)) + 1)
    weighed = ((_shared(wanted, region), region) for region in regions)
    ranked = sorted(weighed, key=lambda each: (-each[0], len(each[1]), each[1][0].start))
    found = (_fit(wanted, region) for shared, region in ranked[:_LOOKED_AT] if shared > 0)
    nears = {_with_marks(text, words, near) for near in found if near.likeness >= LEAST_LIKE}
    return tuple(sorted(nears, key=lambda near: (-near.likeness, near.end - near.start, near.start)))


def likeness(one: str, other: str) -> float:
    """How much two texts share: 1 where they have the same words, in whatever order; 0 where they share none."""
    return _alike(_tokens(one), _tokens(other))


def share(words: str, text: str) -> float:
    """The part of some words that a text has too, in whatever order: from 0 to 1."""
    wanted = _tokens(words)
    return _shared(wanted, _tokens(text)) / _weight(wanted) if wanted else 0.0


def counterpart(old: str, start: int, end: int, new: str) -> tuple[int, int] | None:
    """Where in a reworded text its former words from `start` to `end` went; None where they were cut.

    The two texts are aligned word by word. A replacement that reaches beyond the words is taken whole: an editor sees
    at once where an offer is too long, and does not see what is missing from it.
    """
    before, after = _tokens(old), _tokens(new)
    first = bisect_left([token.end for token in before], start + 1)
    last = bisect_left([token.start for token in before], end)
    if first >= last:
        return None
    matcher = SequenceMatcher(None, [token.key for token in before], [token.key for token in after], autojunk=False)
    taken: list[tuple[int, int]] = []
    beside: list[tuple[int, int]] = []
    lost = 0
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        low, high = max(first, i1), min(last, i2)
        if tag == "insert" and i1 in (first, last):
            beside.append((j1, j2))
        elif tag == "equal" and low < high:
            taken.append((j1 + low - i1, j1 + high - i1))
        elif tag == "replace" and low < high:
            taken.append((j1, j2))
        elif tag == "delete":
            lost += max(0, high - low)
    if not taken:
        return None
    taken += [put for put in beside if lost and put[1] - put[0] <= lost + _MORE]  # what stands for the words cut
    found = after[min(taken)[0] : max(taken)[1]]
    if first == 0 and last == len(before) and _alike(before, after) >= _alike(before, found) - _WHOLE:
        found = after
    near = Near(start=found[0].start, end=found[-1].end, likeness=_alike(before, found))
    marked = _with_marks(new, old[start:end], near)
    return marked.start, marked.end


def splits_character(text: str, place: int) -> bool:
    """Whether a cut at `place` parts a letter from its accent, or an emoji from what it is joined with.

    Combining marks, joiners, variation selectors and skin tones: the part of Unicode's grapheme clusters (UAX #29) that
    can be told from the two characters beside the cut.
    """
    if not 0 < place < len(text):
        return False
    after, before = text[place], text[place - 1]
    if after < _FIRST_MARK:
        return before == "\u200d"
    joined = after in _JOINERS or before == "\u200d" or "\U0001f3fb" <= after <= "\U0001f3ff"
    return joined or unicodedata.category(after)[0] == "M"


def _tokens(text: str) -> tuple[_Token, ...]:
    return tuple(_Token(match.group().casefold(), match.start(), match.end()) for match in _WORD.finditer(text))


@lru_cache(maxsize=8)  # every fact of an article asks about the same text
def _read(text: str) -> tuple[tuple[_Token, ...], tuple[tuple[int, int], ...]]:
    return _tokens(text), split_sentences(text)


def _regions(
    tokens: tuple[_Token, ...], spans: Sequence[tuple[int, int]], longest: int
) -> Iterator[tuple[_Token, ...]]:
    """The words of each stretch of up to `longest` neighbouring sentences."""
    starts = [token.start for token in tokens]
    cuts = [(bisect_left(starts, start), bisect_left(starts, end)) for start, end in spans]
    for index, (first, _) in enumerate(cuts):
        for _, last in cuts[index : index + longest]:
            if first < last:
                yield tokens[first:last]


def _weight(tokens: Iterable[_Token]) -> float:
    return sum(token.weight for token in tokens)


def _shared(one: Sequence[_Token], other: Sequence[_Token]) -> float:
    """The weight of the words that both have, each as often as both have it."""
    common = Counter(token.key for token in one) & Counter(token.key for token in other)
    return sum((_FUNCTION_WORD_WEIGHT if key in FUNCTION_WORDS else 1.0) * count for key, count in common.items())


def _alike(one: Sequence[_Token], other: Sequence[_Token]) -> float:
    total = _weight(one) + _weight(other)
    return 2 * _shared(one, other) / total if total else 0.0


def _fit(wanted: Sequence[_Token], region: Sequence[_Token]) -> Near:
    """The stretch of a region that is most like the words, with what stands in place of their first and last."""
    matcher = SequenceMatcher(None, [w.key for w in wanted], [r.key for r in region], autojunk=False)
    pairs = {b.b + k: b.a + k for b in matcher.get_matching_blocks() for k in range(b.size)}
    left = Counter(w.key for w in wanted) - Counter(region[index].key for index in pairs)
    matched = set(pairs)
    for index, token in enumerate(region):
        if index not in pairs and token.weight == 1.0 and left[token.key] > 0:  # the same word, moved
            matched.add(index)
            left[token.key] -= 1
    ends = sorted(matched)
    totals = [0.0, *accumulate(token.weight for token in region)]
    shared = [0.0, *accumulate(token.weight * (index in matched) for index, token in enumerate(region))]
    whole = _weight(wanted)
    _, first, last = max(
        (2 * (shared[last + 1] - shared[first]) / (whole + totals[last + 1] - totals[first]), first, last)
        for place, first in enumerate(ends)
        for last in ends[place:]
    )
    inside = [pairs[index] for index in range(first, last + 1) if index in pairs]
    before = min(inside) if inside else 0
    after = len(wanted) - 1 - max(inside) if inside else 0
    first -= _reach(before, first)
    last += _reach(after, len(region) - 1 - last)
    alike = 2 * (shared[last + 1] - shared[first]) / (whole + totals[last + 1] - totals[first])
    return Near(start=region[first].start, end=region[last].end, likeness=alike)


def _reach(missing: int, room: int) -> int:
    """How many words beyond those found stand for the missing ones: as many, or to the end where it is near."""
    if not missing:
        return 0
    return room if room <= missing + 2 else missing


def _with_marks(text: str, words: str, near: Near) -> Near:
    """The passage with marks at its edges like those of the words, and no letter parted from its accent."""
    start, end = near.start, near.end
    while splits_character(text, end):
        end += 1
    inner = list(_WORD.finditer(words))
    lead = inner[0].start() if inner else 0
    trail = len(words) - inner[-1].end() if inner else 0
    while lead and start and not (text[start - 1].isalnum() or text[start - 1].isspace()):
        start, lead = start - 1, lead - 1
    while trail and end < len(text) and not (text[end].isalnum() or text[end].isspace()):
        end, trail = end + 1, trail - 1
    return Near(start=start, end=end, likeness=near.likeness)
