"""What was done to the words of a quotation, from their steps to the edits of the published table."""

from collections.abc import Sequence

from factsuite.values.relation import Relation
from factsuite.values.wording.polarity import LIMITING, limits_among
from factsuite.values.wording.word_alignment import Gaps, Pair, Step, find_all, keys_joined, longest_head
from factsuite.values.wording.word_changes import changes
from factsuite.values.wording.word_edits import EDIT_RELATIONS, Edit
from factsuite.values.wording.word_lists import listed
from factsuite.values.wording.word_runs import Run
from factsuite.values.wording.word_tokens import Word

_UNMARKED = frozenset((Step.CHANGED, Step.ADDED, Step.DROPPED))
_LEFT_OUT = frozenset((Step.OMITTED, Step.DROPPED))
_KEPT = frozenset((Step.SAME, Step.FILLER))
_INNOCENT = frozenset((Step.SAME, Step.FILLER, Step.OMITTED, Step.INSERTED))
LONGEST_OMISSION = 120  # words left out at one ellipsis; beyond, two remarks were joined
FUNCTION_WORDS = frozenset(
    listed(
        "a an and are as at be been being but by can did do does for from had has have he her him his i "
        "in is it its me my of on or our she so than that the their them there they this to us was we "
        "were what which who will with would you your 's 'd"
    )
)


def judge(
    ours: Sequence[Word], gaps: Gaps, run: Run, passage: Sequence[Word], pairs: Sequence[Pair]
) -> tuple[list[Edit], tuple[str, ...]]:
    """Name everything that was done to the words, and what limits their sentence outside the cut."""
    steps = {pair.step for pair in pairs}
    edits = _marked(ours, gaps, run, pairs, steps)
    if not steps.isdisjoint(_UNMARKED):
        edits += changes(ours, run.words, pairs)
    if _is_spliced(run, pairs, steps):
        edits.append(Edit.SPLICED)
    if any(EDIT_RELATIONS[edit] is Relation.CONTRADICTS for edit in edits) and _in_two_places(ours, run.words):
        edits.append(Edit.SPLICED)
    kept = {run.places[pair.theirs] for pair in pairs if pair.theirs >= 0 and pair.step in _KEPT}
    if not kept:
        return edits, ()
    first, last = min(kept), max(kept)
    lost = _lost(passage, kept, first, last)
    if lost:
        edits.append(Edit.LIMIT_LOST)
    if steps <= _INNOCENT:
        edits.insert(0, _extent(passage, len(kept), first, last))
    return edits, lost


def plain_extent(ours: Sequence[Word], passage: Sequence[Word], first: int) -> Edit | None:
    """The one edit that `judge` names of words that stand from a place of the passage on, soon told.

    None where they are spelt or marked otherwise, or a limit stands near: then each word must be looked at.
    """
    last = first + len(ours) - 1
    if passage[first].turn != passage[last].turn:
        return None
    for place, word in enumerate(ours, start=first):
        theirs = passage[place]
        if theirs.text != word.text or theirs.bracketed or theirs.gap:
            return None
    start, end = _sentences_around(passage, first, last)
    for word in (*passage[start:first], *passage[last + 1 : end + 1]):
        if word.key in LIMITING:
            return None
    return _extent(passage, len(ours), first, last)


def _marked(ours: Sequence[Word], gaps: Gaps, run: Run, pairs: Sequence[Pair], steps: set[Step]) -> list[Edit]:
    """What was done openly: by the article with its marks, by the source with its own, and in spelling."""
    edits: list[Edit] = []
    if any(cut < len(ours) for cut in gaps.ellipses if cut):
        edits.append(Edit.OMISSION)
    if gaps.brackets:
        edits.append(Edit.BRACKETED)
    if Step.FILLER in steps:
        edits.append(Edit.FILLER)
    if Step.UNPRINTED in steps or _has_marks_of_its_own(gaps, run, pairs):
        edits.append(Edit.PARTIAL)
    if _is_respelt(ours, run.words, pairs):
        edits.append(Edit.RESPELT)
    return edits


def _is_respelt(ours: Sequence[Word], theirs: Sequence[Word], pairs: Sequence[Pair]) -> bool:
    for pair in pairs:
        if pair.step is Step.SAME:
            one, two = ours[pair.ours].text, theirs[pair.theirs].text
            if one != two and _spelt(one) != _spelt(two):
                return True
    return False


def _spelt(word: str) -> str:
    return word.lower().replace("\u2019", "'")


def _has_marks_of_its_own(gaps: Gaps, run: Run, pairs: Sequence[Pair]) -> bool:
    """Whether the source puts a bracket, an ellipsis or a reporter's full stop among the words."""
    last: Word | None = None
    place = 0
    for pair in pairs:
        step = pair.step
        if pair.ours >= 0:
            place = pair.ours
        if pair.theirs < 0:
            continue
        word = run.words[pair.theirs]
        if step is Step.INSERTED and not gaps.brackets.intersection((place, place + 1)):
            return True
        if step is not Step.SAME:
            last = word if last is not None else None
            continue
        if word.bracketed or (word.gap and last is not None and place not in gaps.ellipses):
            return True
        if last is not None and not run.is_passage and last.quoted != word.quoted and last.sentence != word.sentence:
            return True
        last = word
    return False


def _is_spliced(run: Run, pairs: Sequence[Pair], steps: set[Step]) -> bool:
    """Whether the words are taken from two speakers' turns, or from places far apart."""
    if run.words[0].turn != run.words[-1].turn:
        kept = [run.words[pair.theirs] for pair in pairs if pair.step is Step.SAME]
        if kept and kept[0].turn != kept[-1].turn:
            return True
    if steps.isdisjoint(_LEFT_OUT):
        return False
    omitted = 0
    for pair in pairs:
        omitted = omitted + 1 if pair.step in _LEFT_OUT else 0
        if omitted > LONGEST_OMISSION:
            return True
    return False


def _in_two_places(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether the quotation is two runs of the source's words, from two sentences, put together."""
    text = keys_joined(theirs)
    low = longest_head(ours, text)
    head, tail = ours[:low], ours[low:]
    if any(len(part) < 3 or all(word.key in FUNCTION_WORDS for word in part) for part in (head, tail)):
        return False
    first, second = find_all(keys_joined(head), text, most=1), find_all(keys_joined(tail), text, most=1)
    if not first or not second:
        return False
    return theirs[first[0] + len(head) - 1].sentence != theirs[second[0]].sentence


def _extent(passage: Sequence[Word], kept: int, first: int, last: int) -> Edit:
    """How much of the source the quotation takes: all, whole sentences, or a cut out of one."""
    if kept == len(passage):
        return Edit.SAME
    after = passage[last + 1] if last + 1 < len(passage) else None
    begins = first == 0 or passage[first - 1].sentence != passage[first].sentence
    ends = after is None or after.sentence != passage[last].sentence
    if _is_whole_quotation(passage, first, last) or (begins and ends):
        return Edit.PIECE
    return Edit.CUT_EDGE


def _is_whole_quotation(passage: Sequence[Word], first: int, last: int) -> bool:
    number = passage[first].quoted
    if not number or passage[last].quoted != number:
        return False
    before = passage[first - 1].quoted if first else 0
    after = passage[last + 1].quoted if last + 1 < len(passage) else 0
    return before != number and after != number


def _lost(passage: Sequence[Word], kept: set[int], first: int, last: int) -> tuple[str, ...]:
    """The limits in the sentences the quotation was cut from, outside the cut.

    Where the source quotes the speaker's sentence from its start, the reporter's own words do not count.
    """
    start, end = _sentences_around(passage, first, last)
    scope = range(start, end + 1)
    if not any(place not in kept and passage[place].key in LIMITING for place in scope):
        return ()
    quoted = [place for place in scope if passage[place].quoted]
    places = quoted if quoted and kept <= set(quoted) and passage[quoted[0]].text[:1].isupper() else scope
    return limits_among([passage[place] for place in places], [place not in kept for place in places])


def _sentences_around(passage: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """The first word and the last of the sentences in which a stretch begins and ends."""
    first, last, turn = passage[start].sentence, passage[end].sentence, passage[start].turn
    while start and passage[start - 1].sentence == first and passage[start - 1].turn == turn:
        start -= 1
    while end + 1 < len(passage) and passage[end + 1].sentence == last and passage[end + 1].turn == turn:
        end += 1
    return start, end
