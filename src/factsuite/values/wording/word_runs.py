"""The stretches of a source in which a quotation may stand: all of it, and what it quotes itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from factsuite.values.wording.passages import Part
from factsuite.values.wording.word_tokens import Word

_LONGEST_TAG = 15  # words of a reporter between two halves of a quotation: ," he said on Wednesday, "
_SHORTEST = 3  # words of a quotation in a source, for it to be compared by itself
_MOST = 40  # quotations of one source that are compared by themselves


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a passage that are read as standing together, and their places in the passage."""

    words: tuple[Word, ...]
    places: tuple[int, ...]
    is_passage: bool
    starts: bool = True  # nothing of the source stands before it that would be read on with it
    ends: bool = True


def runs(passage: Sequence[Word], wanted: frozenset[str], part: Part) -> tuple[Run, ...]:
    """The passage; its quotations with the reporter's tags left out; and each quotation by itself.

    Of many quotations, those that share most words with the wanted ones.
    """
    whole = Run(tuple(passage), tuple(range(len(passage))), True, part.starts, part.ends)
    quotations = [
        [place for place, _ in group]
        for number, group in groupby(enumerate(passage), key=lambda item: item[1].quoted)
        if number
    ]
    if not quotations:
        return (whole,)
    chosen = [places for places in (*_joined(quotations), *quotations) if len(places) >= _SHORTEST]
    chosen.sort(key=lambda places: -len(wanted.intersection(passage[place].key for place in places)))
    return whole, *(_run(passage, places) for places in _distinct(chosen[:_MOST]))


def _run(passage: Sequence[Word], places: Sequence[int]) -> Run:
    return Run(tuple(passage[place] for place in places), tuple(places), False)


def _joined(quotations: Sequence[list[int]]) -> Iterator[list[int]]:
    """Quotations interrupted by a short tag, as one."""
    joined = list(quotations[0])
    pieces = 1
    for places in quotations[1:]:
        if places[0] - joined[-1] - 1 <= _LONGEST_TAG:
            joined += places
            pieces += 1
            continue
        if pieces > 1:
            yield joined
        joined, pieces = list(places), 1
    if pieces > 1:
        yield joined


def _distinct(chosen: Sequence[list[int]]) -> Iterator[list[int]]:
    seen: set[tuple[int, ...]] = set()
    for places in chosen:
        if (known := tuple(places)) not in seen:
            seen.add(known)
            yield places
