"""A word diff an editor can read, from the article's words to the source's: *the [-memo-][+letter+] came*."""

from collections.abc import Sequence

from factsuite.values.wording.polarity import written
from factsuite.values.wording.word_alignment import Pair, Step
from factsuite.values.wording.word_tokens import Word

_SHOWN = 12  # longer runs of the same words are shortened in the middle
_CONTEXT = 5


def show(ours: Sequence[Word], theirs: Sequence[Word], pairs: Sequence[Pair]) -> str:
    """Write the steps as one line; words on both sides stand bare."""
    parts: list[str] = []
    same: list[Word] = []
    cut: list[Word] = []
    put: list[Word] = []
    for pair in pairs:
        if pair.step is Step.SAME:
            if cut or put:
                _flush(parts, cut, put)
            same.append(ours[pair.ours])
            continue
        if same:
            parts.append(shortened(same))
            same = []
        if pair.ours >= 0:
            cut.append(ours[pair.ours])
        if pair.theirs >= 0:
            put.append(theirs[pair.theirs])
    _flush(parts, cut, put)
    if same:
        parts.append(shortened(same))
    return " ".join(parts)


def _flush(parts: list[str], cut: list[Word], put: list[Word]) -> None:
    change = (f"[-{shortened(cut)}-]" if cut else "") + (f"[+{shortened(put)}+]" if put else "")
    if change:
        parts.append(change)
    cut.clear()
    put.clear()


def shortened(words: Sequence[Word]) -> str:
    """Words as their text writes them, without the middle of a long run."""
    if len(words) <= _SHOWN:
        return written(words)
    return f"{written(words[:_CONTEXT])} ... {written(words[-_CONTEXT:])}"
