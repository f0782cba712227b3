"""Orders as facts: what is said to come after something, in response to it, or despite it."""

import re
from collections.abc import Iterator

from factsuite.drafting.drafts import Draft, Field, Reading, sentence_of
from factsuite.drafting.passages import Span
from factsuite.drafting.records import slug

_LINK = re.compile(
    r"(?P<despite>Despite|In spite of)\s+(?P<what>[^,.;]{3,80}),\s+"
    r"|(?P<response>In response)(?: to (?P<to>[^,.;]{3,80}))?,\s+"
)
_LATER = re.compile(r"(?:[^\s,.;]+\s+){1,10}?(?:[a-z]+ed|has|have|had|is|was|were|said|told)\b(?:\s+[a-z]+ed\b)?")
_AFTER = re.compile(
    r"(?P<later>[^,;:\u2588]{8,120}?)\s+(?:only\s+|shortly\s+|soon\s+|just\s+)?after\s+"
    r"(?P<earlier>(?:the|a|an|his|her|its|their)\s+[^,;:.\u2588]{3,80})"
)
_HAPPENED = re.compile(r"\b(?:[a-z]+ed|gave|broke|began|came|went|left|fell|rose|took|met|met|was|were|had|has)\b")


def draft_orders(reading: Reading) -> Iterator[Draft]:
    """A fact for every sentence that puts one event after another; which two are meant is for an editor to say."""
    passages = reading.passages
    for sentence in passages.sentences:
        found = _linked(reading, sentence.start, sentence.end) or _after(reading, sentence.start, sentence.end)
        if found is None or passages.in_quotation(found[0]):
            continue
        anchor, cause, effect, link = found
        first = reading.records.add("events", cause, id=slug(cause, 4))
        second = reading.records.add("events", effect, id=slug(effect, 4))
        fields: list[Field] = [("earlier", first.id), ("later", second.id), ("link", link)]
        yield Draft(
            kind="order",
            anchor=anchor,
            claim=sentence_of(passages.words(anchor)),
            asserts=tuple(fields),
            hint=f"{effect} {link}",
            todo="which two events are meant",
        )


def _linked(reading: Reading, start: int, end: int) -> tuple[Span, str, str, str] | None:
    text = reading.passages.veiled
    link = _LINK.match(text, start, end)
    later = _LATER.match(text, link.end(), end) if link is not None else None
    if link is None or later is None:
        return None
    cause = link["what"] or link["to"] or "what this is a response to"
    return (start, later.end()), cause, later[0], "despite" if link["despite"] else "in response"


def _after(reading: Reading, start: int, end: int) -> tuple[Span, str, str, str] | None:
    text = reading.passages.veiled
    match = _AFTER.search(text, start, end)
    if match is None or _HAPPENED.search(match["later"]) is None:
        return None
    return reading.passages.trimmed(*match.span()), match["earlier"].strip(), match["later"].strip(), "after"
