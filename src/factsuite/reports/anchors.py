"""What became of the anchors: for the terminal and as JSON."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from factsuite.anchoring.scalars import anchor_line
from factsuite.anchoring.states import Anchored, Offer, State
from factsuite.load.locations import Location
from factsuite.model.facts import Anchor
from factsuite.reports.explaining import printable
from factsuite.reports.markdown_text import plural


class Told(Struct, frozen=True, kw_only=True):
    """A fact's anchor, and what was done about it."""

    article: str
    anchored: Anchored
    named: bool = False
    """Whether it was asked for by name."""
    applied: bool = False
    """Whether the edit was written."""

    @property
    def needs_editor(self) -> bool:
        """Whether somebody has to look: nothing was written, or what was written calls for a look."""
        if not self.applied:
            return not self.anchored.settled
        return bool(self.anchored.stale) or self.anchored.state is State.VALUE_CHANGED


def render_anchors_text(told: Sequence[Told], compared_with: str, remarks: Sequence[str]) -> str:
    """Every fact whose anchor changed or was asked for, then how many there are of each state."""
    shown = [each for each in told if each.named or not each.anchored.settled or each.anchored.state is State.MOVED]
    blocks = ["\n".join(_lines(each)) for each in shown]
    counted = Counter(each.anchored.state for each in told)
    states = ", ".join(f"{counted[state]} {state.value}" for state in State if counted[state])
    summary = [f"{plural(len(told), 'anchor')}: {states}" if told else "no anchors to look at"]
    summary.append(f"compared with {compared_with}" if compared_with else "compared with no earlier version")
    applied = sum(each.applied for each in told)
    summary += [f"{applied} written"] if applied else []
    return printable("\n\n".join([*blocks, "\n".join([*remarks, *summary])])) + "\n"


def render_anchors_json(told: Sequence[Told], compared_with: str, remarks: Sequence[str]) -> str:
    """The same as data."""
    data = {
        "format": 1,
        "compared_with": compared_with or None,
        "remarks": list(remarks),
        "states": {state.value: sum(each.anchored.state is state for each in told) for state in State},
        "facts": [_data(each) for each in told],
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _lines(told: Told) -> Iterator[str]:
    anchored = told.anchored
    fact = anchored.fact
    yield f"{fact.anchor.exact.at}: {fact.label}: {anchored.state.value}{' (written)' if told.applied else ''}"
    yield f"  words: {_flat(fact.anchor.exact.text)}"
    if anchored.now is not None:
        yield f"  stand: {anchored.now.at}" + (f", before: {anchored.was.at}" if anchored.was is not None else "")
    many = len(anchored.offers) > 1
    for offer in anchored.offers:
        if anchored.now is None:
            how = "near: " if many or anchored.state is State.ORPHANED else "now:  "
            yield f"  {how} {_flat(offer.words)} ({offer.place.at})"
        if offer.diff and offer.words != fact.anchor.exact.text:
            yield f"  diff:  {offer.diff}"
        if not told.applied:
            yield f"  edit:  {_edit(offer)}"
    if anchored.instead:
        yield f"  in its place: {_flat(anchored.instead)}"
    yield from (f"  at stake: {reason}" for reason in anchored.at_stake)
    yield from (f"  stale:  the judgement on `{source}`, of '{_flat(words)}'" for source, words in anchored.stale)
    if told.needs_editor:
        yield f"  next:  {_next(told)}"


def _edit(offer: Offer) -> str:
    anchor = offer.anchor
    if anchor is None:
        return "none: these words stand more than once; anchor more of them by hand"
    return anchor_line(anchor.exact.text, anchor.prefix, anchor.suffix)


def _next(told: Told) -> str:
    anchored = told.anchored
    name = f"{told.article}/{anchored.fact.label}"
    if told.applied:
        if anchored.state is State.VALUE_CHANGED:
            return "bring `claim`, `asserts` and the evidence up to date: they still say what the old words said"
        return "look at the judgements named above: their words are gone"
    if anchored.state is State.ORPHANED and anchored.offers:
        return "if that is the passage, copy the edit; if it is gone, remove the fact"
    if anchored.state is State.ORPHANED:
        return "if the passage is gone, remove the fact; if it was rewritten, anchor its new words by hand"
    if anchored.edit is None:
        return "copy the edit of the passage that is meant"
    if anchored.state is State.VALUE_CHANGED:
        return f"check the fact again, then: factsuite reanchor {name} --apply --accept-values"
    return f"to accept it: factsuite reanchor {name} --apply"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _data(told: Told) -> dict[str, object]:
    anchored = told.anchored
    fact = anchored.fact
    return {
        "article": told.article,
        "fact": fact.label,
        "state": anchored.state.value,
        "at": _place(fact.anchor.exact.at),
        "anchor": _anchor(fact.anchor),
        "was": _place(anchored.was.at) if anchored.was is not None else None,
        "now": _place(anchored.now.at) if anchored.now is not None else None,
        "offers": [
            {
                "at": _place(offer.place.at),
                "words": offer.words,
                "diff": offer.diff,
                "anchor": _anchor(offer.anchor) if offer.anchor is not None else None,
            }
            for offer in anchored.offers
        ],
        "instead": anchored.instead,
        "at_stake": list(anchored.at_stake),
        "stale_judgements": [{"source": source, "of": words} for source, words in anchored.stale],
        "written": told.applied,
        "needs_editor": told.needs_editor,
    }


def _anchor(anchor: Anchor) -> dict[str, str]:
    given = (("exact", anchor.exact.text), ("prefix", anchor.prefix), ("suffix", anchor.suffix))
    return {name: text for name, text in given if text}


def _place(at: Location) -> dict[str, object]:
    return {"path": str(at.path), "line": at.line, "column": at.column}
