"""Hedges got wrong: left out, turned round, replaced by a weaker one, or put where there was none."""

import re
from collections.abc import Iterator

from factsuite.mutation.changes import Change, like, splice
from factsuite.mutation.newsroom_copy import Copy
from factsuite.values.wording.polarity import LIMITS, Limit

_OPPOSITE = {
    "at least": "at most",
    "no fewer than": "no more than",
    "no less than": "no more than",
    "more than": "fewer than",
    "over": "under",
    "exceeding": "under",
    "up to": "at least",
    "as many as": "at least",
    "at most": "at least",
    "no more than": "no fewer than",
    "fewer than": "more than",
    "less than": "more than",
    "under": "over",
    "nearly": "more than",
    "almost": "more than",
}
_WEAKER = {
    "at least": "about",
    "no fewer than": "about",
    "more than": "at least",
    "over": "around",
    "up to": "about",
    "as many as": "about",
    "at most": "about",
    "fewer than": "up to",
    "about": "up to",
    "around": "up to",
    "roughly": "up to",
    "approximately": "up to",
    "some": "up to",
    "nearly": "about",
    "almost": "about",
}
_WORD = re.compile(r"[^\W\d_]+")
_ADVERBS = frozenset(cue for cue in LIMITS[Limit.HEDGE] if cue.endswith("ly") and cue != "likely")


def hedge_dropped(copy: Copy) -> Iterator[Change]:
    """*3,000* for *at least 3,000*; *undergoing* for *reportedly undergoing*."""
    for start, end, _ in _hedges(copy):
        yield _without(copy, start, end)
    for word in _WORD.finditer(copy.text):
        if word[0].lower() in _ADVERBS and not copy.in_quotation(word.start()):
            yield _without(copy, word.start(), word.end())


def hedge_flipped(copy: Copy) -> Iterator[Change]:
    """*At most* for *at least*."""
    for start, end, hedge in _hedges(copy):
        if hedge in _OPPOSITE:
            yield splice(copy.text, start, end, like(_OPPOSITE[hedge], copy.text[start]))


def hedge_weakened(copy: Copy) -> Iterator[Change]:
    """*About* for *at least*, *up to* for *about*: a hedge that rules out less, or something else."""
    for start, end, hedge in _hedges(copy):
        if hedge in _WEAKER:
            yield splice(copy.text, start, end, like(_WEAKER[hedge], copy.text[start]))


def hedge_added(copy: Copy) -> Iterator[Change]:
    """*More than 300* for *300*: a figure made to sound like more than it is."""
    for mention in copy.quantities:
        if mention.start == mention.number_start and mention.kind in ("cardinal", "percent", "money", "duration"):
            number = copy.text[mention.number_start : mention.number_end]
            yield splice(copy.text, mention.number_start, mention.number_end, f"{like('more', number)} than {number}")


def _hedges(copy: Copy) -> Iterator[tuple[int, int, str]]:
    """The hedge before each figure, without the space after it."""
    for mention in copy.quantities:
        hedge = copy.text[mention.start : mention.number_start].rstrip()
        if hedge and hedge[-1].isalpha():
            yield mention.start, mention.start + len(hedge), " ".join(hedge.lower().split())


def _without(copy: Copy, start: int, end: int) -> Change:
    """Some words left out with the space after them; what follows takes their capital."""
    text = copy.text
    while end < len(text) and text[end] == " ":
        end += 1
    following = _WORD.match(text, end)
    if text[start].isupper() and following is not None:
        return splice(text, start, following.end(), like(following[0], text[start]))
    return splice(text, start, end, "")
