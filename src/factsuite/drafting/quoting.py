"""Quotations as facts: the words between the marks, and who is said to speak them."""

import re
from collections.abc import Iterator

from factsuite.drafting.drafts import Draft, Field, Reading
from factsuite.drafting.passages import Sentence, Span
from factsuite.reading.quotation_marks import Quoted
from factsuite.reading.quotations import QuotedSpan

_PASSIVE = re.compile(r"\b(?:described|characteri[sz]ed|dubbed|called|hailed|condemned|criticised|criticized)\b[^,;]*$")
_BY = re.compile(r"\s+by\s+(?=[A-Z])")
_BY_NAME = re.compile(r"(?:[A-Z][\w.'\u2019-]*)(?:\s+[A-Z][\w.'\u2019-]*){0,7}")
_FRAGMENT = 8  # words; a shorter quotation is a piece of the reporter's sentence
_BESIDE = 60  # characters between a quotation and its speaker that still stand in one anchor
_TAG = 25  # characters between a speaker and a quotation with only the verb between them
_CLAUSE = re.compile(r"(?:[,;:]\s|\u2014\s?|\s\u2013\s)")


def draft_quotations(reading: Reading) -> Iterator[Draft]:
    """A fact for every quotation of the body; one in a heading is left to the body."""
    passages = reading.passages
    outer = {item.start: item for item in passages.quoted}
    for quotation in passages.quotations:
        sentence = passages.sentence_at(quotation.start)
        item = outer.get(quotation.start)
        if sentence is None or item is None:
            reading.leave((quotation.start, quotation.end), "a quotation in a heading")
            continue
        words = quotation.words.rstrip(" ,")
        if not any(character.isalnum() for character in words):
            reading.leave((quotation.start, quotation.end), "no words between the quotation marks")
            continue
        yield _quotation(reading, quotation, item, sentence, " ".join(words.split()))


def _quotation(reading: Reading, quotation: QuotedSpan, item: Quoted, sentence: Sentence, words: str) -> Draft:
    span = _speaker(reading, quotation, item, sentence)
    speaker = reading.parties.of(span)
    fields: list[Field] = [("speaker", speaker.id)] if speaker is not None else []
    fields.append(("words", words))
    day = next((reading.day_of(said) for said in reading.said_in(sentence) if said.speaker == span), None)
    anchor = _anchor(reading, item, sentence, span)
    if day is not None and reading.dates[day] is not None:
        fields.append(("on", reading.passages.words(day)))
        anchor = anchor[0], max(anchor[1], day[1])
    who = reading.parties.called(span, speaker) or "somebody"
    marks = "'" if '"' in words else '"'
    said = "used the words" if len(words.split()) < _FRAGMENT and words[-1:] not in ".!?" else "said:"
    stop = "" if words[-1:] in ".!?" and said == "said:" else "."
    return Draft(
        kind="quotation",
        anchor=anchor,
        claim=f"{who[0].upper()}{who[1:]} {said} {marks}{words}{marks}{stop}",
        asserts=tuple(fields),
        hint=f"{_family(speaker.name) if speaker is not None else 'quotation'} {words}",
        todo="" if speaker is not None else "who speaks",
    )


def _family(name: str) -> str:
    return name.split()[-1] if name[:1].isupper() else name


def _speaker(reading: Reading, quotation: QuotedSpan, item: Quoted, sentence: Sentence) -> Span | None:
    """Who speaks: the one after *by* where the words are *described as* so; else the one the reader finds."""
    text = reading.passages.veiled
    by = _BY.match(text, item.outer_end)
    if by is not None and _PASSIVE.search(text, sentence.start, item.outer_start):
        name = _BY_NAME.match(text, by.end())
        if name is not None:
            return name.start(), name.start() + len(name[0].rstrip("."))
    if quotation.speaker_start is None or quotation.speaker_end is None:
        return None
    return quotation.speaker_start, quotation.speaker_end


def _anchor(reading: Reading, item: Quoted, sentence: Sentence, speaker: Span | None) -> Span:
    """The quotation with its tag where that stands beside it; of a fragment, the clause it is part of."""
    passages = reading.passages
    start, end = item.outer_start, item.outer_end
    fragment = len(passages.text[item.start : item.end].split()) < _FRAGMENT
    if fragment and passages.text[start - 1 : start] == " ":
        start = _clause_start(passages.veiled, sentence.start, start)
    if speaker is not None and sentence.start <= speaker[0] < sentence.end:
        if 0 <= speaker[0] - end <= _BESIDE:
            end = max(end, _tag_end(reading, speaker))
        elif 0 <= start - speaker[1] <= _TAG and not fragment:
            start = speaker[0]
    return start, min(end, max(sentence.end, item.outer_end))


def _clause_start(text: str, earliest: int, start: int) -> int:
    cuts = [match.end() for match in _CLAUSE.finditer(text, earliest, start)]
    return cuts[-1] if cuts else earliest


def _tag_end(reading: Reading, speaker: Span) -> int:
    """Where the tag after a quotation ends: behind its verb, whichever comes last."""
    sentence = reading.passages.sentence_at(speaker[0])
    for said in reading.said_in(sentence) if sentence is not None else ():
        if said.speaker == speaker:
            return max(speaker[1], said.verb[1])
    following = re.match(r"\s+\w+(?=[\s.,;])", reading.passages.veiled[speaker[1] : speaker[1] + 30])
    told = following is not None and following[0].strip() in ("said", "says", "noted", "added", "told", "wrote")
    return speaker[1] + (following.end() if told and following is not None else 0)
