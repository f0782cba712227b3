"""The stretches of a source in which a quotation may stand: all of it, and what it quotes itself."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from factsuite.values.wording.passages import Part
from factsuite.values.wording.word_tokens import Word

_LONGEST_TAG = 15  # words of a reporter between two halves of a quotation: ," he said on Wednesday, "
_SHORTEST = 3  # words of a quotation in a source, for it to be compared by itself
_MOST = 40  # quotations of one source that are compared by themselves


class Run(Struct, frozen=True):
    """Words of a passage that are read as standing together, and their places in the passage."""

    words: Sequence[Word]
    places: Sequence[int]
    is_passage: bool
    starts: bool = True  # nothing of the source stands before it that would be read on with it
    ends: bool = True


def runs(passage: Sequence[Word], wanted: frozenset[str], part: Part) -> Iterator[Run]:
    """The passage; its quotations with the reporter's tags left out; and each quotation by itself.

    Of many quotations, those that share most words with the wanted ones.
    """
    yield Run(passage, range(len(passage)), True, part.starts, part.ends)
    quotations = _quotations(passage)
    chosen = [places for places in (*_joined(quotations), *quotations) if len(places) >= _SHORTEST]
    chosen.sort(key=lambda places: -len(wanted.intersection([passage[place].key for place in places])))
    for places in _distinct(chosen[:_MOST]):
        yield Run(tuple([passage[place] for place in places]), places, False)


def _quotations(passage: Sequence[Word]) -> list[list[int]]:
    """The places of the words inside each pair of quotation marks."""
    found: list[list[int]] = []
    number = 0
    for place, word in enumerate(passage):
        if word.quoted != number:
            number = word.quoted
            if number:
                found.append([])
        if number:
            found[-1].append(place)
    return found


def _joined(quotations: Sequence[list[int]]) -> Iterator[list[int]]:
    """Quotations interrupted by a short tag, as one."""
    if len(quotations) < 2:
        return
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
