"""What the steps of an alignment amount to: words changed, added, dropped, moved, or only tidied."""

from collections import Counter
from collections.abc import Sequence

from factsuite.values.wording.polarity import limits_among
from factsuite.values.wording.word_alignment import Pair, Step
from factsuite.values.wording.word_edits import Edit
from factsuite.values.wording.word_lists import listed
from factsuite.values.wording.word_tokens import Word

_FORMS = (
    frozenset(listed("am are be been being is was were 's")),
    frozenset(listed("do does did")),
    frozenset(listed("has have had 's 'd")),
    frozenset(listed("this these")),
    frozenset(listed("that those")),
    frozenset(listed("a an the")),
    frozenset(listed("who whom")),
    frozenset(listed("i me")),
    frozenset(listed("he him")),
    frozenset(listed("we us")),
    frozenset(listed("they them")),
    frozenset(listed("ain't not")),
    frozenset(listed("gonna going")),
    frozenset(listed("good well")),
)
_INFLECTIONS = ("s", "es", "d", "ed", "ing", "ly")


def changes(ours: Sequence[Word], theirs: Sequence[Word], pairs: Sequence[Pair]) -> tuple[Edit, ...]:
    """Name what was done without a mark; nothing if every step is innocent.

    A word that only seems added, because it stands beside the cut in the source's sentence, was moved.
    """
    only_ours = [ours[p.ours] for p in pairs if p.step in (Step.CHANGED, Step.ADDED)]
    only_theirs = [theirs[p.theirs] for p in pairs if p.step in (Step.CHANGED, Step.DROPPED)]
    if not only_ours and not only_theirs:
        return ()
    gained = limits_among(only_ours, [True] * len(only_ours))
    edits: list[Edit] = []
    left_ours = Counter(word.key for word in only_ours)
    left_theirs = Counter(word.key for word in only_theirs)
    moved = left_ours & left_theirs
    left_ours, left_theirs = left_ours - moved, left_theirs - moved
    if moved:
        edits.append(Edit.MOVED)
    if left_ours and left_theirs:
        edits.append(Edit.TIDIED if _only_grammar(left_ours, left_theirs) else Edit.CHANGED)
    elif left_ours:
        edits.append(Edit.MOVED if left_ours <= _beside(theirs, pairs) else Edit.ADDED)
    elif left_theirs:
        edits.append(Edit.DROPPED)
    if gained and not set(gained) <= set(limits_among(only_theirs, [True] * len(only_theirs))):
        edits.append(Edit.LIMIT_GAINED)
    return tuple(dict.fromkeys(edits))


def _beside(theirs: Sequence[Word], pairs: Sequence[Pair]) -> Counter[str]:
    """The words of the source's sentences that stand before or after those aligned."""
    places = [pair.theirs for pair in pairs if pair.theirs >= 0]
    if not places:
        return Counter()
    first, last = min(places), max(places)
    before = [word for word in theirs[max(0, first - 20) : first] if word.sentence == theirs[first].sentence]
    after = [word for word in theirs[last + 1 : last + 21] if word.sentence == theirs[last].sentence]
    return Counter(word.key for word in (*before, *after))


def _only_grammar(ours: Counter[str], theirs: Counter[str]) -> bool:
    """Whether each word of ours is another form of one of theirs, and none is left over."""
    if ours.total() != theirs.total() or ours.total() > 4:
        return False
    waiting = list(theirs.elements())
    for word in ours.elements():
        form = next((other for other in waiting if _another_form(word, other)), None)
        if form is None:
            return False
        waiting.remove(form)
    return True


def _another_form(first: str, second: str) -> bool:
    if any(first in forms and second in forms for forms in _FORMS):
        return True
    short, long = sorted((first, second), key=len)
    return len(short) > 2 and long in {short + ending for ending in _INFLECTIONS}
