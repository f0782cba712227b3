"""Dates as facts: what the article says happened when, or since or until when it goes on."""

import re
from collections.abc import Iterator, Sequence

from factsuite.drafting.clauses import part_around
from factsuite.drafting.drafts import Draft, Field, Reading, sentence_of
from factsuite.drafting.passages import Sentence, Span
from factsuite.drafting.records import slug
from factsuite.drafting.said import Said
from factsuite.drafting.stating import counts

_RECORD = re.compile(r"^(?:the |its |their )?(?:\w+est|most|least|first|worst|best|only)\b.*\bsince\b", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:(?:early|late)\s+)?(?:on|in|at|during|from)\s+\Z", re.IGNORECASE)
_LEFT_BEHIND = re.compile(r"\s+(?:on|in|by|at|of)$", re.IGNORECASE)
NO_DAY = "a relative date, and no day to read it against: give --published or --relative-to"


def draft_dates(reading: Reading, others: Sequence[Draft]) -> Iterator[Draft]:
    """A fact for every date that no other fact asserts; `others` are those drafted so far."""
    passages = reading.passages
    sayings = {reading.day_of(said) for said in reading.said}
    beside: dict[int, list[Draft]] = {}
    for draft in others:
        sentence = passages.sentence_at(draft.anchor[0])
        beside.setdefault(sentence.start if sentence is not None else -1, []).append(draft)
    for date, value in reading.dates.items():
        sentence = passages.sentence_at(date[0])
        if sentence is None:
            reading.leave(date, "a date in a heading")
        elif passages.in_quotation(date):
            reading.leave(date, "a date within a quotation, which has a fact")
        elif _is_asserted(reading, date, beside.get(sentence.start, [])):
            continue
        elif value is None:
            reading.leave(date, NO_DAY)
        elif date not in sayings:
            yield _date(reading, date, sentence)


def _is_asserted(reading: Reading, date: Span, beside: Sequence[Draft]) -> bool:
    """Whether a statement of the sentence says the date, or a figure holds it: *by December*, *over two years*."""
    words = reading.passages.words(date)
    lasting = any(number.kind == "duration" and number.end <= date[1] for number in reading.figures_in(*date))
    for draft in beside:
        if draft.kind == "statement" and _says(reading, draft, date):
            return True
        if draft.kind == "quantity" and _holds(draft.anchor, date) and (lasting or draft.given("as_of") == words):
            return True
    return False


def _date(reading: Reading, date: Span, sentence: Sentence) -> Draft:
    passages = reading.passages
    part = part_around(passages, sentence, date[0], reading.said_in(sentence))
    words = passages.words(part)
    said = reading.told_by(sentence, date[0])
    if _RECORD.search(words):
        return _record(reading, part, said)
    name = " ".join(words.replace(passages.words(date), " ", 1).split()).rstrip(" ,") or words
    name = _LEFT_BEHIND.sub("", name) or words
    event = reading.records.add("events", name, id=slug(name, 4))
    fields: list[Field] = [("event", event.id), ("on", passages.words(date))]
    speaker = reading.parties.of(said.speaker) if said is not None else None
    if speaker is not None:
        fields.append(("according_to", speaker.id))
    return Draft(
        kind="date",
        anchor=_with_preposition(passages.text, date),
        claim=sentence_of(words),
        asserts=tuple(fields),
        hint=f"{passages.words(date)} {name}",
    )


def _with_preposition(text: str, date: Span) -> Span:
    """*early on Wednesday*, *in 2031*."""
    before = _PREPOSITION.search(text[max(0, date[0] - 20) : date[0]])
    return (date[0] - len(before[0]), date[1]) if before is not None else date


def _record(reading: Reading, part: Span, said: Said | None) -> Draft:
    """A superlative since a date: *the highest water since 1987* asserts a record, and dates nothing."""
    words = reading.passages.words(part)
    speaker = reading.parties.of(said.speaker) if said is not None else None
    fields: list[Field] = [("speaker", speaker.id)] if speaker is not None else []
    fields.append(("that", sentence_of(f"It was {words}")))
    who = f", according to {reading.parties.called(said.speaker, speaker)}" if said is not None and speaker else ""
    return Draft(
        kind="statement",
        anchor=reading.with_tag(part, said),
        claim=sentence_of(f"It was {words}{who}"),
        asserts=tuple(fields),
        hint=words,
    )


def _says(reading: Reading, draft: Draft, date: Span) -> bool:
    """Whether a statement says the date: it stands among its words."""
    that = draft.given("that")
    if draft.given("on") is not None and counts(reading, draft.anchor):  # it is there for the day of the saying
        return False
    return _holds(draft.anchor, date) and isinstance(that, str) and reading.passages.words(date) in that


def _holds(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
