"""Quoted words against the words a source prints: what was done to them, and what that leaves of the quotation."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from factsuite.values.relation import Relation, weakest
from factsuite.values.wording.passages import likely_parts
from factsuite.values.wording.word_alignment import (
    LONGEST,
    Gaps,
    Pair,
    Step,
    align,
    find_all,
    keys_joined,
    longest_head,
    windows,
)
from factsuite.values.wording.word_diff import shortened, show
from factsuite.values.wording.word_edits import EDIT_RELATIONS, Edit
from factsuite.values.wording.word_judgement import FUNCTION_WORDS, LONGEST_OMISSION, judge, plain_extent
from factsuite.values.wording.word_reading import has_label_within, read_words
from factsuite.values.wording.word_runs import Run, runs
from factsuite.values.wording.word_tokens import Word

__all__ = ["EDIT_RELATIONS", "Edit", "WordComparison", "compare_words"]

_ALIGNED = 0.5  # share of the words that must be the source's own before a difference is called one
_OVERLAP = 4  # words at the end of a source that must be ours before it is said to print part of them
_PREFERENCE = {Relation.ENTAILS: 3, Relation.COMPATIBLE: 2, Relation.CONTRADICTS: 1, Relation.INCOMPARABLE: 0}


class WordComparison(Struct, frozen=True, kw_only=True):
    """How the words an article prints between quotation marks stand to those of a source."""

    relation: Relation
    edits: tuple[Edit, ...]
    lost: tuple[str, ...]  # what limits the source's sentence and lies outside the cut
    diff: str  # from the article's words to the source's: the [-memo-][+letter+]


class _Quotation(Struct, frozen=True):
    """What the article prints between quotation marks, read once for all the sources it is compared with."""

    words: tuple[Word, ...]
    gaps: Gaps
    wanted: frozenset[str]
    cuts: tuple[int, ...]
    """Where its parts begin, which need not stand side by side, and where the last one ends."""
    parts: tuple[str, ...]
    """Their keys, joined."""
    has_label: bool
    """Words in it look like a speaker label."""
    shown: str
    """What an editor is shown where no word differs."""


class _Found(Struct, frozen=True):
    """One place of the source where the quotation may stand, and what was done to the words."""

    score: float
    relation: Relation
    edits: tuple[Edit, ...]
    lost: tuple[str, ...]
    ours: Sequence[Word]
    run: Run
    pairs: Sequence[Pair]


@lru_cache(maxsize=4096)
def compare_words(source_words: str, asserted: str) -> WordComparison:
    """Compare a quotation with what a source prints: its passage, its transcript, or the words alone.

    Speaker labels of a transcript are not words; where the source has quotation marks of its own, the reporter's
    words between two halves of a quotation are passed over.
    """
    quotation = _quotation(asserted)
    if not quotation.words:
        return _UNALIGNED
    tried: list[tuple[Run, Sequence[Word]]] = []
    best: _Found | None = None
    for run, passage in _runs(source_words, asserted, quotation):
        plain = _as_it_stands(quotation, run) if not tried else None
        if plain is not None:
            return plain
        tried.append((run, passage))
        for found in _exact(quotation, run, passage):
            if found.relation is Relation.ENTAILS:  # word for word, and nothing lost: no other place can be better
                return _comparison(found)
            best = _better(best, found)
    if best is None:
        for run, passage in tried:
            for found in _aligned(quotation.words, quotation.gaps, run, passage):
                best = _better(best, found)
    return _UNALIGNED if best is None else _comparison(best)


def _better(best: _Found | None, other: _Found) -> _Found:
    if best is None or other.score > best.score:
        return other
    preferred = other.score == best.score and _PREFERENCE[other.relation] > _PREFERENCE[best.relation]
    return other if preferred else best


def _comparison(found: _Found) -> WordComparison:
    diff = show(found.ours, found.run.words, found.pairs)
    return WordComparison(relation=found.relation, edits=found.edits, lost=found.lost, diff=diff)


_UNALIGNED = WordComparison(relation=EDIT_RELATIONS[Edit.UNALIGNED], edits=(Edit.UNALIGNED,), lost=(), diff="")


def _as_it_stands(quotation: _Quotation, run: Run) -> WordComparison | None:
    """The most frequent case, told soon: the words stand in the passage as they are written, and nothing is lost.

    None says only that the words must be looked at one by one.
    """
    if len(quotation.parts) > 1 or quotation.gaps.brackets:
        return None
    text = keys_joined(run.words)
    position = text.find(quotation.parts[0])
    if position < 0:
        return None
    extent = plain_extent(quotation.words, run.words, text.count("\x1f", 0, position))
    if extent is None:
        return None
    return WordComparison(relation=EDIT_RELATIONS[extent], edits=(extent,), lost=(), diff=quotation.shown)


def _runs(source_words: str, asserted: str, quotation: _Quotation) -> Iterator[tuple[Run, Sequence[Word]]]:
    """The stretches of the source in which the quotation may stand, each with the passage it belongs to.

    A passage is read without its speaker labels; and as it stands, where the quotation has words that look like one.
    """
    for part in likely_parts(source_words, asserted):
        passage = read_words(part.text, labels=True)
        as_it_stands = read_words(part.text) if quotation.has_label else passage  # "I know it. NATO: never again."
        for each in (passage,) if as_it_stands is passage else (passage, as_it_stands):
            if each:
                for run in runs(each, quotation.wanted, part):
                    yield run, each


@lru_cache(maxsize=512)
def _quotation(asserted: str) -> _Quotation:
    """The article's words without what it put in brackets, and where it marks that it left words out."""
    kept: list[Word] = []
    ellipses: set[int] = set()
    brackets: set[int] = set()
    for word in read_words(asserted):
        if word.gap:
            ellipses.add(len(kept))
        if word.bracketed:
            brackets.add(len(kept))
        else:
            kept.append(word)
    cuts = (0, *sorted(cut for cut in ellipses | brackets if 0 < cut < len(kept)), len(kept))
    return _Quotation(
        words=tuple(kept),
        gaps=Gaps(frozenset(ellipses), frozenset(brackets)),
        wanted=frozenset(word.key for word in kept),
        cuts=cuts,
        parts=tuple(keys_joined(kept[start:end]) for start, end in pairwise(cuts)),
        has_label=has_label_within(asserted),
        shown=shortened(kept),
    )


def _found(
    score: float, ours: Sequence[Word], gaps: Gaps, run: Run, passage: Sequence[Word], pairs: Sequence[Pair]
) -> _Found:
    edits, lost = judge(ours, gaps, run, passage, pairs)
    named = tuple(dict.fromkeys(edits))
    return _Found(score, weakest(EDIT_RELATIONS[edit] for edit in named), named, lost, ours, run, pairs)


def _exact(quotation: _Quotation, run: Run, passage: Sequence[Word]) -> Iterator[_Found]:
    """The places where every part of the quotation stands word for word, the parts in order."""
    ours, cuts = quotation.words, quotation.cuts
    text = keys_joined(run.words)
    places = [find_all(part, text) for part in quotation.parts]
    if not all(places):
        return
    for first in places[0]:
        pairs = [Pair(Step.SAME, index, first + index) for index in range(cuts[1])]
        for (start, end), starts in zip(pairwise(cuts[1:]), places[1:], strict=True):
            after = pairs[-1].theirs + 1
            there = next((place for place in starts if place >= after), None)
            if there is None or there - after > LONGEST_OMISSION:
                break
            pairs += [Pair(Step.OMITTED, -1, index) for index in range(after, there)]
            pairs += [Pair(Step.SAME, start + index, there + index) for index in range(end - start)]
        else:
            yield _found(float(len(ours)), ours, quotation.gaps, run, passage, pairs)


def _aligned(ours: Sequence[Word], gaps: Gaps, run: Run, passage: Sequence[Word]) -> Iterator[_Found]:
    """The places where enough of the quotation stands to say what is different."""
    offset = 0
    if len(ours) > LONGEST:
        offset = _first_difference(ours, run.words)
        ours = ours[offset : offset + LONGEST]
        gaps = Gaps(frozenset(cut - offset for cut in gaps.ellipses), frozenset(cut - offset for cut in gaps.brackets))
    for start, end in windows(ours, run.words):
        score, steps = align(ours, run.words[start:end], gaps)
        shifted = [Pair(p.step, p.ours, p.theirs + start if p.theirs >= 0 else -1) for p in steps] if start else steps
        pairs = _ends_checked(shifted, run.starts and start == 0, run.ends and end == len(run.words))
        if _enough(ours, run, pairs):
            found = _found(score, ours, gaps, run, passage, pairs)
            if not _is_paraphrase(found.relation, run, passage, pairs):
                yield found


def _ends_checked(pairs: Sequence[Pair], starts: bool, ends: bool) -> Sequence[Pair]:
    """Words beyond the end of a window are added words unless the source itself begins or ends there."""
    printed = [place for place, pair in enumerate(pairs) if pair.theirs >= 0]
    if not printed or (starts and ends):
        return pairs if printed else ()
    return [
        Pair(Step.ADDED, pair.ours, -1)
        if pair.step is Step.UNPRINTED and ((place < printed[0] and not starts) or (place > printed[-1] and not ends))
        else pair
        for place, pair in enumerate(pairs)
    ]


def _first_difference(ours: Sequence[Word], theirs: Sequence[Word]) -> int:
    """Where a quotation too long to align at once stops being word for word, less some context."""
    low = longest_head(ours, keys_joined(theirs))
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


def _is_paraphrase(relation: Relation, run: Run, passage: Sequence[Word], pairs: Sequence[Pair]) -> bool:
    """Whether words that differ are a reporter's own, in a source that marks what is quoted."""
    if relation is not Relation.CONTRADICTS or passage[-1].turn or not run.is_passage:
        return False
    quoted = sum(word.quoted > 0 for word in passage)
    if quoted < 4 and quoted * 5 < len(passage):
        return False
    matched = [run.words[pair.theirs] for pair in pairs if pair.step is Step.SAME]
    return 2 * sum(word.quoted > 0 for word in matched) < len(matched)
