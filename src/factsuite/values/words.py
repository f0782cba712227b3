"""Quoted words against the words a source prints: what was done to them, and what that leaves of the quotation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factsuite.values.passages import likely_parts
from factsuite.values.polarity import limits_among
from factsuite.values.relation import Relation, weakest
from factsuite.values.word_alignment import LONGEST, Gaps, Pair, Step, align, find_all, windows
from factsuite.values.word_changes import changes
from factsuite.values.word_diff import show
from factsuite.values.word_edits import EDIT_RELATIONS, Edit
from factsuite.values.word_lists import listed
from factsuite.values.word_runs import Run, runs
from factsuite.values.word_tokens import Word, read_words

__all__ = ["EDIT_RELATIONS", "Edit", "WordComparison", "compare_words"]

_LONGEST_OMISSION = 120  # words left out at one ellipsis; beyond, two remarks were joined
_ALIGNED = 0.5  # share of the words that must be the source's own before a difference is called one
_OVERLAP = 4  # words at the end of a source that must be ours before it is said to print part of them
_FUNCTION_WORDS = frozenset(
    listed(
        "a an and are as at be been being but by can did do does for from had has have he her him his i "
        "in is it its me my of on or our she so than that the their them there they this to us was we "
        "were what which who will with would you your 's 'd"
    )
)
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
        passage = read_words(part.text, labels=True)
        places += [(run, passage) for run in runs(passage, wanted, part) if passage]
    found = [place for run, passage in places for place in _exact(ours, gaps, run, passage)]
    if not found:
        found = [place for run, passage in places for place in _aligned(ours, gaps, run, passage)]
    best = max(found, key=lambda place: (place.score, _PREFERENCE[place.comparison.relation]), default=None)
    return _UNALIGNED if best is None else best.comparison


def _result(edits: Sequence[Edit], lost: tuple[str, ...], diff: str) -> WordComparison:
    named = tuple(dict.fromkeys(edits))
    return WordComparison(relation=weakest(EDIT_RELATIONS[edit] for edit in named), edits=named, lost=lost, diff=diff)


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
            if start is None or start - after > _LONGEST_OMISSION:
                break
            pairs += [Pair(Step.OMITTED, -1, index) for index in range(after, start)]
            pairs += [Pair(Step.SAME, cut + index, start + index) for index in range(len(part))]
        else:
            yield _Found(_judged(ours, gaps, run, passage, pairs), float(len(ours)))


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
            comparison = _judged(ours, gaps, run, passage, pairs)
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
    same = [ours[pair.ours] for pair in pairs if pair.step is Step.SAME]
    content = sum(word.key not in _FUNCTION_WORDS for word in same)
    unprinted = sum(pair.step is Step.UNPRINTED for pair in pairs)
    used = sum(pair.theirs >= 0 for pair in pairs)
    differs = any(pair.step in (Step.CHANGED, Step.ADDED, Step.DROPPED) for pair in pairs)
    if not differs and (not unprinted or used == len(run.words)):
        return content > 0 or (bool(same) and not unprinted)
    if not differs:
        return len(same) >= _OVERLAP and content > 1 and len(same) >= unprinted
    if len(same) < _OVERLAP - 1 or (content < 2 and 5 * len(same) < 4 * len(ours)):
        return False
    weights = [0.5 if word.key in _FUNCTION_WORDS else 1.0 for word in ours]
    matched = sum(0.5 if word.key in _FUNCTION_WORDS else 1.0 for word in same)
    reach = (
        sum(weights)
        if used < len(run.words)
        else sum(weights[pair.ours] for pair in pairs if pair.ours >= 0 and pair.step is not Step.UNPRINTED)
    )
    dropped = sum(pair.step is Step.DROPPED for pair in pairs)
    return matched >= _ALIGNED * reach and dropped <= max(4, len(ours))


def _is_paraphrase(comparison: WordComparison, run: Run, passage: Sequence[Word], pairs: Sequence[Pair]) -> bool:
    """Whether words that differ are a reporter's own, in a source that marks what is quoted."""
    if comparison.relation is not Relation.CONTRADICTS or passage[-1].turn or not run.is_passage:
        return False
    quoted = sum(word.quoted > 0 for word in passage)
    if quoted < 4 and quoted * 5 < len(passage):
        return False
    matched = [run.words[pair.theirs] for pair in pairs if pair.step is Step.SAME]
    return 2 * sum(word.quoted > 0 for word in matched) < len(matched)


def _judged(
    ours: Sequence[Word], gaps: Gaps, run: Run, passage: Sequence[Word], pairs: Sequence[Pair]
) -> WordComparison:
    edits = [*_marked(ours, gaps, run, pairs), *changes(ours, run.words, pairs)]
    if _is_spliced(run, pairs):
        edits.append(Edit.SPLICED)
    if any(EDIT_RELATIONS[edit] is Relation.CONTRADICTS for edit in edits) and _in_two_places(ours, run.words):
        edits.append(Edit.SPLICED)
    kept = {run.places[pair.theirs] for pair in pairs if pair.step in (Step.SAME, Step.FILLER) and pair.theirs >= 0}
    lost = _lost(passage, kept)
    if lost:
        edits.append(Edit.LIMIT_LOST)
    return _result(_extent(passage, kept, pairs) + edits, lost, show(ours, run.words, pairs))


def _marked(ours: Sequence[Word], gaps: Gaps, run: Run, pairs: Sequence[Pair]) -> list[Edit]:
    """What was done openly: by the article with its marks, by the source with its own, and in spelling."""
    edits: list[Edit] = []
    steps = {pair.step for pair in pairs}
    if any(cut < len(ours) for cut in gaps.ellipses if cut):
        edits.append(Edit.OMISSION)
    if gaps.brackets:
        edits.append(Edit.BRACKETED)
    if Step.FILLER in steps:
        edits.append(Edit.FILLER)
    if Step.UNPRINTED in steps or _has_marks_of_its_own(gaps, run, pairs):
        edits.append(Edit.PARTIAL)
    if any(_spelt(ours[p.ours]) != _spelt(run.words[p.theirs]) for p in pairs if p.step is Step.SAME):
        edits.append(Edit.RESPELT)
    return edits


def _spelt(word: Word) -> str:
    return word.text.lower().replace("\u2019", "'")


def _has_marks_of_its_own(gaps: Gaps, run: Run, pairs: Sequence[Pair]) -> bool:
    """Whether the source puts a bracket, an ellipsis or a reporter's full stop among the words."""
    last: Word | None = None
    place = 0
    for pair in pairs:
        place = pair.ours if pair.ours >= 0 else place
        if pair.theirs < 0:
            continue
        word = run.words[pair.theirs]
        if pair.step is Step.INSERTED and not gaps.brackets.intersection((place, place + 1)):
            return True
        if pair.step is not Step.SAME:
            last = word if last is not None else None
            continue
        if word.bracketed or (word.gap and last is not None and place not in gaps.ellipses):
            return True
        if last is not None and not run.is_passage and last.quoted != word.quoted and last.sentence != word.sentence:
            return True
        last = word
    return False


def _is_spliced(run: Run, pairs: Sequence[Pair]) -> bool:
    """Whether the words are taken from two speakers' turns, or from places far apart."""
    kept = [run.words[pair.theirs] for pair in pairs if pair.step is Step.SAME]
    if kept and kept[0].turn != kept[-1].turn:
        return True
    omitted = 0
    for pair in pairs:
        omitted = omitted + 1 if pair.step in (Step.OMITTED, Step.DROPPED) else 0
        if omitted > _LONGEST_OMISSION:
            return True
    return False


def _in_two_places(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether the quotation is two runs of the source's words, from two sentences, put together."""
    low, high = 0, len(ours)
    while low < high:
        middle = (low + high + 1) // 2
        if find_all(ours[:middle], theirs, most=1):
            low = middle
        else:
            high = middle - 1
    head, tail = ours[:low], ours[low:]
    if any(len(part) < 3 or all(word.key in _FUNCTION_WORDS for word in part) for part in (head, tail)):
        return False
    first, second = find_all(head, theirs, most=1), find_all(tail, theirs, most=1)
    if not first or not second:
        return False
    return theirs[first[0] + len(head) - 1].sentence != theirs[second[0]].sentence


def _extent(passage: Sequence[Word], kept: set[int], pairs: Sequence[Pair]) -> list[Edit]:
    """How much of the source the quotation takes: all, whole sentences, or a cut out of one."""
    if not kept or any(pair.step not in (Step.SAME, Step.FILLER, Step.OMITTED, Step.INSERTED) for pair in pairs):
        return []
    if len(kept) == len(passage):
        return [Edit.SAME]
    first, last = min(kept), max(kept)
    after = passage[last + 1] if last + 1 < len(passage) else None
    begins = first == 0 or passage[first - 1].sentence != passage[first].sentence
    ends = after is None or after.sentence != passage[last].sentence
    if _is_whole_quotation(passage, first, last) or (begins and ends):
        return [Edit.PIECE]
    return [Edit.CUT_EDGE]


def _is_whole_quotation(passage: Sequence[Word], first: int, last: int) -> bool:
    number = passage[first].quoted
    if not number or passage[last].quoted != number:
        return False
    before = passage[first - 1].quoted if first else 0
    after = passage[last + 1].quoted if last + 1 < len(passage) else 0
    return before != number and after != number


def _lost(passage: Sequence[Word], kept: set[int]) -> tuple[str, ...]:
    """The limits in the sentences the quotation was cut from, outside the cut.

    Where the source quotes the speaker's sentence from its start, the reporter's own words do not count.
    """
    if not kept:
        return ()
    start, end = min(kept), max(kept)
    first, last, turn = passage[start].sentence, passage[end].sentence, passage[start].turn
    while start and passage[start - 1].sentence == first and passage[start - 1].turn == turn:
        start -= 1
    while end + 1 < len(passage) and passage[end + 1].sentence == last and passage[end + 1].turn == turn:
        end += 1
    scope = list(range(start, end + 1))
    quoted = [place for place in scope if passage[place].quoted]
    if quoted and kept <= set(quoted) and passage[quoted[0]].text[:1].isupper():
        scope = quoted
    return limits_among([passage[place] for place in scope], [place not in kept for place in scope])
