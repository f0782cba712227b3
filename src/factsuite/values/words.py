"""Quoted words against the words a source prints: what was done to them, and what that leaves of the quotation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from factsuite.values.relation import Relation, weakest
from factsuite.values.wording.passages import likely_parts
from factsuite.values.wording.word_alignment import LONGEST, Gaps, Pair, Step, align, find_all, windows
from factsuite.values.wording.word_diff import show
from factsuite.values.wording.word_edits import EDIT_RELATIONS, Edit
from factsuite.values.wording.word_judgement import FUNCTION_WORDS, LONGEST_OMISSION, judge
from factsuite.values.wording.word_reading import has_label_within, read_words
from factsuite.values.wording.word_runs import Run, runs
from factsuite.values.wording.word_tokens import Word

__all__ = ["EDIT_RELATIONS", "Edit", "WordComparison", "compare_words"]

_ALIGNED = 0.5  # share of the words that must be the source's own before a difference is called one
_OVERLAP = 4  # words at the end of a source that must be ours before it is said to print part of them
_PREFERENCE = {Relation.ENTAILS: 3, Relation.COMPATIBLE: 2, Relation.CONTRADICTS: 1, Relation.INCOMPARABLE: 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class WordComparison:
    """How the words an article prints between quotation marks stand to those of a source."""

    relation: Relation
    edits: tuple[Edit, ...]
    lost: tuple[str, ...]  # what limits the source's sentence and lies outside the cut
    diff: str  # from the article's words to the source's: the [-memo-][+letter+]


@dataclass(frozen=True, slots=True)
class _Found:
    """One place of the source where the quotation may stand."""

    comparison: WordComparison
    score: float


@lru_cache(maxsize=4096)
def compare_words(source_words: str, asserted: str) -> WordComparison:
    """Compare a quotation with what a source prints: its passage, its transcript, or the words alone.

    Speaker labels of a transcript are not words; where the source has quotation marks of its own, the reporter's
    words between two halves of a quotation are passed over.
    """
    ours, gaps = _own(asserted)
    if not ours:
        return _UNALIGNED
    wanted = frozenset(word.key for word in ours)
    places = []
    for part in likely_parts(source_words, asserted):
        for passage in _readings(part.text, asserted):
            places += [(run, passage) for run in runs(passage, wanted, part) if passage]
    found = [place for run, passage in places for place in _exact(ours, gaps, run, passage)]
    if not found:
        found = [place for run, passage in places for place in _aligned(ours, gaps, run, passage)]
    best = max(found, key=lambda place: (place.score, _PREFERENCE[place.comparison.relation]), default=None)
    return _UNALIGNED if best is None else best.comparison


def _readings(source_words: str, asserted: str) -> Iterator[tuple[Word, ...]]:
    """A passage without its speaker labels; and as it stands, where the quotation has words that look like one."""
    yield read_words(source_words, labels=True)
    if has_label_within(asserted):  # "I know one thing. NATO: never again."
        yield read_words(source_words)


def _result(edits: Sequence[Edit], lost: tuple[str, ...], diff: str) -> WordComparison:
    named = tuple(dict.fromkeys(edits))
    return WordComparison(relation=weakest(EDIT_RELATIONS[edit] for edit in named), edits=named, lost=lost, diff=diff)


def _compared(
    ours: Sequence[Word], gaps: Gaps, run: Run, passage: Sequence[Word], pairs: Sequence[Pair]
) -> WordComparison:
    edits, lost = judge(ours, gaps, run, passage, pairs)
    return _result(edits, lost, show(ours, run.words, pairs))


_UNALIGNED = _result((Edit.UNALIGNED,), (), "")


def _own(asserted: str) -> tuple[tuple[Word, ...], Gaps]:
    """The article's words without what it put in brackets, and where it marks that it left words out."""
    words = read_words(asserted)
    kept: list[Word] = []
    ellipses: set[int] = set()
    brackets: set[int] = set()
    for word in words:
        if word.gap:
            ellipses.add(len(kept))
        if word.bracketed:
            brackets.add(len(kept))
        else:
            kept.append(word)
    return tuple(kept), Gaps(frozenset(ellipses), frozenset(brackets))


def _exact(ours: Sequence[Word], gaps: Gaps, run: Run, passage: Sequence[Word]) -> Iterator[_Found]:
    """The places where every part of the quotation stands word for word, the parts in order."""
    cuts = [0, *sorted(cut for cut in gaps.ellipses | gaps.brackets if 0 < cut < len(ours)), len(ours)]
    parts = [ours[start:end] for start, end in pairwise(cuts)]
    places = [find_all(part, run.words) for part in parts]
    for first in places[0]:
        pairs = [Pair(Step.SAME, index, first + index) for index in range(len(parts[0]))]
        for cut, part, starts in zip(cuts[1:], parts[1:], places[1:], strict=False):
            after = pairs[-1].theirs + 1
            start = next((start for start in starts if start >= after), None)
            if start is None or start - after > LONGEST_OMISSION:
                break
            pairs += [Pair(Step.OMITTED, -1, index) for index in range(after, start)]
            pairs += [Pair(Step.SAME, cut + index, start + index) for index in range(len(part))]
        else:
            yield _Found(_compared(ours, gaps, run, passage, pairs), float(len(ours)))


def _aligned(ours: Sequence[Word], gaps: Gaps, run: Run, passage: Sequence[Word]) -> Iterator[_Found]:
    """The places where enough of the quotation stands to say what is different."""
    offset = 0
    if len(ours) > LONGEST:
        offset = _first_difference(ours, run.words)
        ours = ours[offset : offset + LONGEST]
        gaps = Gaps(frozenset(cut - offset for cut in gaps.ellipses), frozenset(cut - offset for cut in gaps.brackets))
    for start, end in windows(ours, run.words):
        score, steps = align(ours, run.words[start:end], gaps)
        starts, ends = run.starts and start == 0, run.ends and end == len(run.words)
        pairs = _ends_checked(
            [Pair(p.step, p.ours, p.theirs + start if p.theirs >= 0 else -1) for p in steps], starts, ends
        )
        if _enough(ours, run, pairs):
            comparison = _compared(ours, gaps, run, passage, pairs)
            if not _is_paraphrase(comparison, run, passage, pairs):
                yield _Found(comparison, score)


def _ends_checked(pairs: list[Pair], starts: bool, ends: bool) -> list[Pair]:
    """Words beyond the end of a window are added words unless the source itself begins or ends there."""
    printed = [place for place, pair in enumerate(pairs) if pair.theirs >= 0]
    if not printed:
        return []
    return [
        Pair(Step.ADDED, pair.ours, -1)
        if pair.step is Step.UNPRINTED and ((place < printed[0] and not starts) or (place > printed[-1] and not ends))
        else pair
        for place, pair in enumerate(pairs)
    ]


def _first_difference(ours: Sequence[Word], theirs: Sequence[Word]) -> int:
    """Where a quotation too long to align at once stops being word for word, less some context."""
    low, high = 0, len(ours)
    while low < high:
        middle = (low + high + 1) // 2
        if find_all(ours[:middle], theirs, most=1):
            low = middle
        else:
            high = middle - 1
    return max(0, min(low - LONGEST // 2, len(ours) - LONGEST))


def _enough(ours: Sequence[Word], run: Run, pairs: Sequence[Pair]) -> bool:
    """Whether so many of the words stand here that what differs was done to them, and is not another remark."""
    same = [ours[pair.ours] for pair in pairs if pair.step is Step.SAME]
    content = sum(word.key not in FUNCTION_WORDS for word in same)
    unprinted = sum(pair.step is Step.UNPRINTED for pair in pairs)
    is_all_used = sum(pair.theirs >= 0 for pair in pairs) == len(run.words)
    dropped = [run.words[pair.theirs] for pair in pairs if pair.step in (Step.CHANGED, Step.DROPPED)]
    added = [ours[pair.ours] for pair in pairs if pair.step in (Step.CHANGED, Step.ADDED)]
    if not dropped and not added:
        if unprinted and not is_all_used:
            return len(same) >= _OVERLAP and content > 1 and len(same) >= unprinted
        return content > 0 or (bool(same) and not unprinted)
    elsewhere = {word.key for word in dropped}
    moved = [word for word in added if word.key in elsewhere]
    content += sum(word.key not in FUNCTION_WORDS for word in moved)
    if len(same) < _OVERLAP - 1 or (content < 2 and 5 * len(same) < 4 * len(ours)):
        return False
    reach = [
        ours[pair.ours] for pair in pairs if pair.ours >= 0 and (pair.step is not Step.UNPRINTED or not is_all_used)
    ]
    return _weight((*same, *moved)) >= _ALIGNED * _weight(reach) and len(dropped) <= max(_OVERLAP, 2 * len(ours))


def _weight(words: Sequence[Word]) -> float:
    return sum(0.5 if word.key in FUNCTION_WORDS else 1.0 for word in words)


def _is_paraphrase(comparison: WordComparison, run: Run, passage: Sequence[Word], pairs: Sequence[Pair]) -> bool:
    """Whether words that differ are a reporter's own, in a source that marks what is quoted."""
    if comparison.relation is not Relation.CONTRADICTS or passage[-1].turn or not run.is_passage:
        return False
    quoted = sum(word.quoted > 0 for word in passage)
    if quoted < 4 and quoted * 5 < len(passage):
        return False
    matched = [run.words[pair.theirs] for pair in pairs if pair.step is Step.SAME]
    return 2 * sum(word.quoted > 0 for word in matched) < len(matched)
