"""Two runs of words laid side by side: which words are the same, and what was done to the rest.

The cost is bounded: a passage is first narrowed to the few places where rare words of the quotation stand, then
aligned word by word over at most `LONGEST` words of the quotation and a window of the passage.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from enum import Enum

from msgspec import Struct

from factsuite.values.wording.word_lists import listed
from factsuite.values.wording.word_tokens import Word

LONGEST = 200  # words of a quotation that are aligned at once; exact comparison has no limit
_WINDOWS = 3  # places of a long passage that are tried
_RARE = 12  # rare words of the quotation that vote for a place
_HITS = 400  # places a voting word may stand at
_FILLERS = frozenset(listed("ah eh er erm hm hmm mhm mm uh uhm um"))


class Step(Enum):
    """What became of a word on the way from the source to the article."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"  # the article's word, not the source's
    DROPPED = "dropped"  # the source's word, left out without a mark
    OMITTED = "omitted"  # the source's word, left out at the article's ellipsis or bracket
    UNPRINTED = "unprinted"  # the article's word, where the source prints nothing: its ellipsis, bracket or end
    INSERTED = "inserted"  # the source's own word in brackets
    FILLER = "filler"  # um, er

    __hash__ = object.__hash__  # the one of Enum is Python code, and every word has a step


class Pair(Struct, frozen=True):
    """One step; the indices are those of the words given, -1 on the side that has none."""

    step: Step
    ours: int
    theirs: int


_MATCH, _CHANGE, _SKIP, _FREE = 1.0, -1.0, -1.0, -0.05
_ACROSS_SENTENCES = -0.3
_BRACKET = -0.15
_DIAGONAL, _UP, _LEFT, _START = 1, 2, 3, 0


class Gaps(Struct, frozen=True):
    """Where the article marks that it left something out or put something in: before which of its words."""

    ellipses: frozenset[int] = frozenset()
    brackets: frozenset[int] = frozenset()


def align(ours: Sequence[Word], theirs: Sequence[Word], gaps: Gaps) -> tuple[float, tuple[Pair, ...]]:
    """Return the best score and its steps; ends of either side that the other does not reach are left free."""
    scores, steps = _table(ours, theirs, gaps)
    rows, columns = len(ours), len(theirs)
    best, row, column = 0.0, 0, 0
    for j in range(columns + 1):
        if scores[rows][j] > best:
            best, row, column = scores[rows][j], rows, j
    for i in range(rows):
        if steps[i][columns] == _DIAGONAL and scores[i][columns] > best and ours[i - 1].same(theirs[-1]):
            best, row, column = scores[i][columns], i, columns
    return best, _walk(ours, theirs, gaps, steps, row, column)


def _table(ours: Sequence[Word], theirs: Sequence[Word], gaps: Gaps) -> tuple[list[list[float]], list[bytearray]]:
    columns = len(theirs)
    wild = [_wild(theirs, j) for j in range(columns + 1)]
    scores = [[0.0] * (columns + 1)]
    steps = [bytearray(columns + 1)]
    for i, word in enumerate(ours):
        above, row, trace = scores[-1], [0.0] * (columns + 1), bytearray(columns + 1)
        add = 0.0 if word.key in _FILLERS else _SKIP
        drop_here = _drop_cost(i + 1, gaps)
        left = 0.0
        for j, other in enumerate(theirs, start=1):
            if word.key == other.key or ((word.others or other.others) and word.same(other)):
                best = above[j - 1] + _MATCH
            else:
                best = above[j - 1] + _CHANGE + (_ACROSS_SENTENCES if other.opens and not word.opens else 0.0)
            step = _DIAGONAL
            up = above[j] + (wild[j] if wild[j] > add else add)
            if up > best:
                best, step = up, _UP
            left += 0.0 if other.bracketed or other.key in _FILLERS else drop_here
            if left > best:
                best, step = left, _LEFT
            row[j] = left = best
            trace[j] = step
        scores.append(row)
        steps.append(trace)
    return scores, steps


def _wild(theirs: Sequence[Word], column: int) -> float:
    """The cost of a word of ours that falls where the source prints an ellipsis or a bracket before this column."""
    after = theirs[column] if column < len(theirs) else None
    before = theirs[column - 1] if column else None
    if after is not None and after.gap:
        return _FREE
    if (after is not None and after.bracketed) or (before is not None and before.bracketed):
        return _BRACKET
    return 2 * _SKIP


def _drop_cost(row: int, gaps: Gaps) -> float:
    if row in gaps.ellipses:
        return _FREE / 5
    if row in gaps.brackets:
        return 2 * _BRACKET
    return _SKIP


def _walk(
    ours: Sequence[Word], theirs: Sequence[Word], gaps: Gaps, steps: list[bytearray], row: int, column: int
) -> tuple[Pair, ...]:
    pairs = [Pair(Step.UNPRINTED, i, -1) for i in range(len(ours) - 1, row - 1, -1)]
    while row and column:
        step = steps[row][column]
        if step == _DIAGONAL:
            row, column = row - 1, column - 1
            same = ours[row].same(theirs[column])
            pairs.append(Pair(Step.SAME if same else Step.CHANGED, row, column))
        elif step == _UP:
            row -= 1
            pairs.append(Pair(_alone(ours[row], theirs, column), row, -1))
        else:
            column -= 1
            pairs.append(Pair(_left_out(theirs[column], row, gaps), -1, column))
    pairs.extend(Pair(Step.UNPRINTED, i, -1) for i in range(row - 1, -1, -1))
    return tuple(reversed(pairs))


def _alone(word: Word, theirs: Sequence[Word], column: int) -> Step:
    if word.key in _FILLERS:
        return Step.FILLER
    return Step.UNPRINTED if _wild(theirs, column) > _SKIP else Step.ADDED


def _left_out(word: Word, row: int, gaps: Gaps) -> Step:
    if word.key in _FILLERS:
        return Step.FILLER
    if word.bracketed:
        return Step.INSERTED
    return Step.OMITTED if row in gaps.ellipses or row in gaps.brackets else Step.DROPPED


def windows(ours: Sequence[Word], theirs: Sequence[Word]) -> tuple[tuple[int, int], ...]:
    """The places of a passage worth aligning: where the quotation's rare words stand at their own distances."""
    width = 2 * len(ours) + 300
    if len(theirs) <= width:
        return ((0, len(theirs)),)
    wanted = {unit for index in range(len(ours)) for unit in _units(ours, index)}
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in range(len(theirs)):
        for unit in _units(theirs, place):
            if unit in wanted:
                places[unit].append(place)
    rare = sorted((unit for unit in places if len(places[unit]) <= _HITS), key=lambda unit: (len(places[unit]), unit))
    votes: Counter[int] = Counter()
    chosen = frozenset(rare[:_RARE])
    step = max(8, len(ours))
    for index in range(len(ours)):
        for unit in chosen.intersection(_units(ours, index)):
            votes.update({(place - index) // step for place in places[unit]})
    ranked = sorted(votes, key=lambda bucket: (-votes[bucket] - votes[bucket + 1] * 0.5, bucket))[:_WINDOWS]
    return tuple((max(0, b * step - 100), min(len(theirs), (b + 1) * step + len(ours) + 100)) for b in ranked)


def _units(words: Sequence[Word], index: int) -> tuple[tuple[str, ...], ...]:
    """What votes for a place: the word, and the word with the one after it."""
    key = words[index].key
    return ((key,), (key, words[index + 1].key)) if index + 1 < len(words) else ((key,),)


def keys_joined(words: Sequence[Word]) -> str:
    """What the words count as, as one text in which `find_all` looks for other words."""
    return "\x1f" + "\x1f".join([word.key for word in words]) + "\x1f" if words else ""


def find_all(wanted: str, text: str, most: int = 20) -> tuple[int, ...]:
    """Where words stand exactly, one after another, both given as their joined keys; linear in both."""
    found: list[int] = []
    position = counted = index = 0
    while wanted and len(found) < most and (position := text.find(wanted, position)) >= 0:
        index += text.count("\x1f", counted, position)
        counted = position
        found.append(index)
        position += 1
    return tuple(found)


def longest_head(words: Sequence[Word], text: str) -> int:
    """How many of the words, from the first, stand exactly, one after another, in a text of joined keys."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if find_all(keys_joined(words[:middle]), text, most=1):
            low = middle
        else:
            high = middle - 1
    return low
