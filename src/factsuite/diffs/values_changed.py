"""Two values of one thing, the former and the present: the same, wider, narrower, or another.

By the one order of values: where the present one entails the former, it says more; the other way round, less.
"""

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from factsuite.diffs.changes import Difference, quoted
from factsuite.model.entities import Measure
from factsuite.model.registry import Registry
from factsuite.values.calendar.date_words import MONTHS
from factsuite.values.dates import DateValue, compare_dates, same_date
from factsuite.values.folding import fold
from factsuite.values.numbers.hedges import AFTER, BEFORE
from factsuite.values.quantities import Quantity
from factsuite.values.relation import Relation
from factsuite.values.strength import compare_acts
from factsuite.values.words import Edit, compare_words
from factsuite.verdicts.containment import compare_lists
from factsuite.verdicts.measuring import compare_measured, same_measured
from factsuite.verdicts.titles import folded_title

_PHRASES = {" ".join(words) for table in (BEFORE, AFTER) for found in table.values() for words, _ in found}
_HEDGE = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(re.escape(phrase) for phrase in sorted(_PHRASES, key=lambda p: (-len(p), p)))
    + r")(?!\w)"
)
_CALENDAR_WORD = re.compile(r"[A-Za-z]+|\d{4}(?!\d)")
_CLOSE = 1  # words that stay, between two changes that are told as one
_NAMED = 3  # changes of words that are shown
_TYPOGRAPHIC = (Edit.SAME, Edit.RESPELT)


def to(before: str, now: str) -> str:
    """The two as a message has them: the former, an arrow, the present."""
    return f"{quoted(before)} -> {quoted(now)}"


def figure(
    before: Quantity, now: Quantity, was: str, written: str, measure: Measure | None = None
) -> Difference | None:
    """A quantity, as it was written and as it is now; None where both allow the same numbers."""
    if same_measured(before, now, measure) and same_measured(now, before, measure):
        return None
    words = to(was, written)
    core, other = _bare(was), _bare(written)
    if core and core == other:
        return Difference(rule=_hedging(was, written, before, now, measure), words=words)
    if compare_measured(now, before, measure) is Relation.ENTAILS:
        return Difference(rule="figure-narrowed", words=words)
    if compare_measured(before, now, measure) is Relation.ENTAILS:
        return Difference(rule="figure-widened", words=words)
    return Difference(rule="figure-changed", words=words)


def _hedging(was: str, written: str, before: Quantity, now: Quantity, measure: Measure | None) -> str:
    """The same number with another hedge: gone, new, or another."""
    had, has = _HEDGE.search(_plain(was)) is not None, _HEDGE.search(_plain(written)) is not None
    if had and not has:
        return "hedge-dropped"
    if compare_measured(before, now, measure) is Relation.ENTAILS:
        return "hedge-added"
    return "hedge-changed"


def _bare(text: str) -> str:
    """The number without its hedges, and without what it counts: words after the last figure or number word."""
    return " ".join(_HEDGE.sub(" ", _plain(text)).split())


def _plain(text: str) -> str:
    return " ".join(fold(text).casefold().split())


def date(before: DateValue | None, now: DateValue | None, was: str, written: str) -> Difference | None:
    """A date, as it was written and as it is now; without a value, it could not be read."""
    words = to(was, written)
    relative = names_calendar(was) and not names_calendar(written)
    if before is None or now is None:
        rule = "date-made-relative" if relative else "date-changed"
        return None if _plain(was) == _plain(written) else Difference(rule=rule, words=words)
    if same_date(before, now):
        return Difference(rule="date-made-relative", words=words) if relative else None
    if compare_dates(now, before) is Relation.ENTAILS:
        rule = "date-narrowed"
    elif compare_dates(before, now) is Relation.ENTAILS:
        rule = "date-widened"
    else:
        rule = "date-changed"
    return Difference(rule="date-made-relative" if relative else rule, words=words)


def names_calendar(text: str) -> bool:
    """Whether a date names a month or a year, so that a reader need not know when it was written."""
    return any(word.isdigit() or word.casefold() in MONTHS for word in _CALENDAR_WORD.findall(text))


def parties(
    before: Sequence[str],
    now: Sequence[str],
    topic: str,
    compare: Callable[[str, str, Registry], Relation],
    registry: Registry,
    words: str,
) -> Difference | None:
    """People or places by their ids; `topic` is `speaker` or `place`."""
    if sorted(before) == sorted(now):
        return None
    if compare_lists(now, before, compare, registry) is Relation.ENTAILS:
        return Difference(rule=f"{topic}-narrowed", words=words)
    if compare_lists(before, now, compare, registry) is Relation.ENTAILS:
        return Difference(rule=f"{topic}-widened", words=words)
    return Difference(rule=f"{topic}-changed", words=words)


def quotation(before: str, now: str) -> Difference | None:
    """Words inside quotation marks."""
    if _plain(before) == _plain(now):
        return None
    found = compare_words(before, now)
    if all(edit in _TYPOGRAPHIC for edit in found.edits):
        return None
    if found.relation is Relation.ENTAILS:
        return Difference(rule="quotation-shortened", words=to(before, now))
    shown = word_changes(before, now) if _is_alike(before, now) else to(before, now)
    return Difference(rule="quotation-altered", words=shown)


def office(before: str, now: str) -> Difference | None:
    """A title."""
    same = folded_title(before) == folded_title(now)
    return None if same else Difference(rule="office-changed", words=to(before, now))


def act(before: str, now: str) -> Difference | None:
    """A verb of speech: said, confirmed, denied."""
    forth, back = compare_acts(before, now), compare_acts(now, before)
    if forth is back is Relation.ENTAILS:
        return None
    if Relation.CONTRADICTS in (forth, back):
        return Difference(rule="negation-changed", words=to(before, now))
    rule = "claim-weakened" if forth is Relation.ENTAILS else "claim-strengthened"
    return Difference(rule=rule, words=to(before, now))


def word_changes(before: str, now: str) -> str:
    """The words that changed, each with the former one, in their places: 'left to be' -> 'remains to be'.

    Where words only came or went, the words beside them are shown; changes close together are one.
    """
    old, new = before.split(), now.split()
    groups: list[list[int]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if groups and i1 - groups[-1][1] <= _CLOSE:
            groups[-1] = [groups[-1][0], i2, groups[-1][2], j2]
        else:
            groups.append([i1, i2, j1, j2])
    parts = []
    for i1, i2, j1, j2 in groups:
        if i1 == i2 or j1 == j2:
            lead, trail = min(i1, 1), min(len(old) - i2, 1)
            i1, i2, j1, j2 = i1 - lead, i2 + trail, j1 - lead, j2 + trail
        parts.append(to(" ".join(old[i1:i2]), " ".join(new[j1:j2])))
    return "; ".join(parts[:_NAMED]) + (f" and {len(parts) - _NAMED} more" if len(parts) > _NAMED else "")


def _is_alike(before: str, now: str) -> bool:
    return SequenceMatcher(None, before.split(), now.split(), autojunk=False).ratio() >= 0.5


def is_act(word: str) -> bool:
    """Whether a word is a verb of speech that stands on one of the published orders."""
    return any(compare_acts(word, other) is not Relation.INCOMPARABLE for other in _KNOWN_ACTS if other != word)


_KNOWN_ACTS = ("said", "stated", "urged", "advised", "promised", "pledged", "denied", "rejected")
"""Two verbs of each order: every other verb of it compares with one of them."""
