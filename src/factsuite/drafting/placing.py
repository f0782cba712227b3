"""Places as facts: where the article says that something happens, goes on or was taken."""

import re
from collections.abc import Iterator

from factsuite.drafting.clauses import part_around
from factsuite.drafting.countries import COUNTRIES, PARTS
from factsuite.drafting.drafts import Draft, Reading, sentence_of
from factsuite.drafting.passages import Sentence, Span
from factsuite.drafting.records import Record, slug
from factsuite.reading.phrase_tokens import DAYS
from factsuite.values.wording.word_lists import listed

_EVENTS = frozenset(
    listed(
        "summit conference meeting war conflict fighting election elections vote attack attacks explosion fire protest "
        "protests battle talks festival trial hearing match ceremony visit strike crash flood earthquake briefing "
        "rally march exhibition concert funeral wedding congress session debate race tournament games siege drill "
        "exercise exercises"
    )
)
"""Nouns of what takes place somewhere."""
_HAPPENED = frozenset(
    listed("speaking spoke met meeting gathered held opened arrived landed signed died born arrested sank crashed")
)
_MOVED = frozenset(listed("relocated moved sent deployed transferred flown shipped taken evacuated"))
_PART = "|".join(sorted(PARTS))
_ONE = rf"(?:(?:{_PART})\s+)?[A-Z][^\W\d_]+(?:['\u2019-][^\W\d_]+)*(?:\s+[A-Z][^\W\d_]+){{0,3}}"
_WHERE = re.compile(
    rf"\b(?P<word>(?i:{'|'.join(sorted(_EVENTS | _HAPPENED | _MOVED))}))\s+"
    rf"(?P<gap>(?:(?!in\b|at\b|near\b)[\w'\u2019]+\s+){{0,3}}?)"
    rf"(?P<by>in|at|near|to)\s+(?:the\s+)?(?P<first>{_ONE})(?:\s+and\s+(?P<second>{_ONE}))?"
)


def draft_places(reading: Reading) -> Iterator[Draft]:
    """A fact for every place named for something that takes place, or for where something was moved; each once."""
    passages = reading.passages
    drafted: set[tuple[str, ...]] = set()
    found: list[tuple[Sentence, re.Match[str]]] = []
    for sentence in passages.sentences:
        matches = _WHERE.finditer(passages.veiled, sentence.start, sentence.end)
        told = [match for match in matches if not passages.in_quotation(match.span())]
        found += [(sentence, match) for match in told if _is_about(match)]
    for sentence, match in sorted(found, key=lambda each: each[1]["by"] == "to"):  # what takes place there comes first
        places = [_place(reading, match[name]) for name in ("first", "second") if match[name]]
        ids = tuple(record.id for record in places if record is not None)
        if not ids or None in places or ids in drafted:
            continue
        drafted.add(ids)
        yield _draft(reading, _begin(passages.veiled, sentence.start, match), match.end(), match, ids)


def _is_about(match: re.Match[str]) -> bool:
    word = match["word"].lower()
    if match["by"] == "to":
        return word in _MOVED and not match["gap"]
    return word in _HAPPENED or (word in _EVENTS and not match["gap"])


def _begin(text: str, earliest: int, match: re.Match[str]) -> int:
    """The words before an event that name it: *the ongoing conflict*, *the BRICS Summit*."""
    if match["word"].lower() not in _EVENTS:
        return match.start()
    before = re.search(r"(?:\b(?:the|a|an|its|their)\s+)?(?:[\w'\u2019-]+\s+){0,2}$", text[earliest : match.start()])
    led = re.search(r"\b(?:the|a|an|its|their)\s+(?:[\w'\u2019-]+\s+){0,3}$", text[earliest : match.start()])
    found = led or before
    return earliest + found.start() if found is not None else match.start()


def _place(reading: Reading, words: str) -> Record | None:
    name = " ".join(words.split())
    bare = re.sub(rf"^(?:{_PART})\s+", "", name)
    if bare.split()[0].lower() in DAYS:
        return None
    known = reading.records.find(name, "people")
    if known is not None or (reading.records.find(name, "organisations") is not None and bare not in COUNTRIES):
        return None
    found = reading.records.find(name, "places")
    return found or reading.records.add("places", name, id=slug(name))


def _draft(reading: Reading, start: int, end: int, match: re.Match[str], ids: tuple[str, ...]) -> Draft:
    passages = reading.passages
    span: Span = (start, end)
    sentence = passages.sentence_at(start)
    begin = start
    if sentence is not None and match["word"].lower() not in _EVENTS:
        begin = part_around(passages, sentence, start, reading.said_in(sentence))[0]
    what = passages.words((begin, match.start("by")))
    event = reading.records.find(what, "events") or reading.records.add("events", what, id=slug(what, 4))
    return Draft(
        kind="place",
        anchor=span,
        claim=sentence_of(f"{what} {passages.words((match.start('by'), end))}"),
        asserts=(("what", event.id), ("where", ids if len(ids) > 1 else ids[0])),
        hint=f"{what} {match['first']}",
    )
