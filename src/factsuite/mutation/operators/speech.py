"""Reports of speech got wrong: a stronger verb, a denial made of a statement, nobody said to speak."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from factsuite.mutation.changes import Change, like, splice
from factsuite.mutation.newsroom_copy import Copy
from factsuite.reading.names import find_names
from factsuite.reading.reporting_verbs import REPORTING_VERBS
from factsuite.reading.speech import Attribution

_STRONGER = {
    "said": "confirmed",
    "alleged": "confirmed",
    "suggested": "confirmed",
    "estimated": "confirmed",
    "thought": "knew",
    "denied": "confirmed",
    "urged": "ordered",
    "promised": "refused",
    "asked": "demanded",
    "confirmed": "proved",
}
"""By the act a verb reports, a verb that says more, or the opposite."""
_THAT = re.compile(r"\s+that\b\s*")
_FIRST = re.compile(r"[^\W\d_]+")


def reporting_verb_strengthened(copy: Copy) -> Iterator[Change]:
    """*Confirmed* for *said*; *denied* for *said*; *ordered* for *urged*."""
    for said in copy.attributions:
        if " " in said.verb or said.verb not in REPORTING_VERBS:
            continue
        others = [_STRONGER[said.act]] + (["denied"] if said.act in ("said", "confirmed", "suggested") else [])
        for other in others:
            form = _formed(other, said.verb)
            change = splice(copy.text, said.verb_start, said.verb_end, form)
            yield replace(change, acts=((said.verb, other),))


def attribution_removed(copy: Copy) -> Iterator[Change]:
    """What somebody said told as if it were known: without *Kirby said that*, *according to the NIS*."""
    for said in copy.attributions:
        span = _clause(copy.text, said)
        if span is not None:
            start, end = span
            change = _without(copy.text, start, end)
            yield replace(change, drops=_speakers(copy, said))


def _clause(text: str, said: Attribution) -> tuple[int, int] | None:
    """The words that only say who speaks, with the comma or the *that* that belongs to them."""
    if said.verb.lower().startswith("according"):
        end = said.speaker_end
        if text[end : end + 2] == ", ":
            return said.verb_start, end + 2
        start = said.verb_start
        return (start - 2, end) if text[start - 2 : start] == ", " else None
    if said.speaker_end > said.verb_start:
        return None
    that = _THAT.match(text, said.verb_end)
    if that is not None:
        return said.speaker_start, that.end()
    before = text[max(0, said.speaker_start - 3) : said.speaker_start]
    closes = text[said.verb_end : said.verb_end + 1] in (".", "\n", "")
    if closes and before.endswith(", "):
        return said.speaker_start - 2, said.verb_end
    if closes and before.endswith('" '):
        return said.speaker_start - 1, said.verb_end
    return None


def _without(text: str, start: int, end: int) -> Change:
    following = _FIRST.match(text, end)
    begins = start == 0 or text[:start].rstrip()[-1:] in ("", ".", "\n") or text[start - 1] == "\n"
    if begins and following is not None:
        return splice(text, start, following.end(), like(following[0], "A"))
    return splice(text, start, end, "")


def _speakers(copy: Copy, said: Attribution) -> tuple[str, ...]:
    found = find_names(said.speaker, copy.registry.speaker_names)
    return tuple(mention.id for mention in found if mention.id)


def _formed(verb: str, pattern: str) -> str:
    """A verb in the past, as they are listed here, in the form of another: *confirms* for *says*."""
    ending = REPORTING_VERBS[pattern].ending
    if ending == "past":
        return verb
    base = {"denied": "deny", "knew": "know", "confirmed": "confirm", "ordered": "order", "proved": "prove"}.get(
        verb, verb.removesuffix("ed")
    )
    if ending == "s":
        return base[:-1] + "ies" if base.endswith("y") else base + "s"
    return base
