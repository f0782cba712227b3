"""Figures as facts: how much or how many, of what, and on whose word."""

import re
from collections.abc import Iterator

from factsuite.drafting.clauses import part_around
from factsuite.drafting.drafts import Draft, Field, Reading, sentence_of
from factsuite.drafting.passages import Sentence, Span, count_words
from factsuite.drafting.records import slug
from factsuite.reading.quantities import QuantityMention
from factsuite.values.quantities import read_quantity
from factsuite.values.wording.word_lists import listed

_UNTIL = re.compile(
    r"(?:by|until|as of|at the end of)\b|(?:this|last|next) (?:year|month|week|season|quarter)$", re.IGNORECASE
)
_CLOCK_BEFORE = re.compile(r"\b(?:past|to|at|quarter|half)\s+$")
_CLOCK_AFTER = re.compile(r"\s+(?:past|to)\s+\w+\b|\s+(?:o'clock|in the (?:morning|afternoon|evening)|at night)")
_WERE = re.compile(r"\s+(?:were|are)\s+([a-z]+s|children|women|men|people)\b")
_AGED = re.compile(r"\b(?:[Hh]e|[Ss]he) (?:was|is) $")
_AGAIN = re.compile(r"\b[Oo]f (?:the|these|those)\s+$")
_LEANS = re.compile(r"(?:or|and|but|with|which|who|whose|of|including)\b", re.IGNORECASE)
_IRREGULAR = {"people": "person", "children": "child", "men": "man", "women": "woman", "feet": "foot", "lives": "life"}
_NO_NOUN = frozenset(listed("were was are is have has had of expected them been will would by on in at for to"))
_SHORT = 3  # words of a part that says by itself what is counted


def draft_quantities(reading: Reading) -> Iterator[Draft]:
    """A fact for every figure of the body that is neither a date, an hour, a rank nor inside a quotation."""
    counted: dict[int, str] = {}  # by sentence: the noun that a bare number after it goes on counting
    for number in reading.quantities:
        sentence = reading.passages.sentence_at(number.start)
        why = _no_fact(reading, number, sentence)
        if sentence is None or why:
            if why:
                reading.leave((number.start, number.end), why)
            continue
        noun = _noun(number, reading.passages.text) or (counted.get(sentence.start, "") if _is_bare(number) else "")
        age = _is_age(reading, number)
        if noun and _noun(number, reading.passages.text):
            counted[sentence.start] = noun
        yield _quantity(reading, number, sentence, "years" if age else noun)


def _no_fact(reading: Reading, number: QuantityMention, sentence: Sentence | None) -> str:
    """Why a figure becomes no fact; empty if it does, or if another fact has it without a word about it."""
    passages = reading.passages
    span = number.start, number.end
    if sentence is None:
        return "a figure in a heading"
    if passages.in_quotation(span):
        return "a figure within a quotation, which has a fact"
    dated = reading.dates_in(*span)
    if dated and not (number.kind == "duration" and _says_how_long(passages.text, dated[0])):
        return "a figure within a date"
    if number.kind == "ordinal":
        return "a rank or an ordinal"
    if _is_bare(number) and _AGAIN.search(passages.text[max(0, span[0] - 12) : span[0]]):
        return "a figure that is said again, to count from"
    before, after = passages.text[max(0, span[0] - 12) : span[0]], passages.text[span[1] : span[1] + 24]
    clock = _CLOCK_AFTER.match(after) or (_CLOCK_BEFORE.search(before) and _CLOCK_AFTER.match(after))
    return "an hour" if clock and number.kind == "cardinal" and not number.quantity.noun else ""


def _says_how_long(text: str, date: Span) -> bool:
    """*over the past two years* says how long something lasts; *in the past two years* dates it."""
    return re.search(r"\b(?:over|for|during)\s+$", text[max(0, date[0] - 12) : date[0]]) is not None


def _is_bare(number: QuantityMention) -> bool:
    return number.kind == "cardinal" and not number.quantity.unit


def _is_age(reading: Reading, number: QuantityMention) -> bool:
    """*Ada Quill, 54, asked*; *She was 91.*"""
    text = reading.passages.text
    if not _is_bare(number) or number.quantity.noun:
        return False
    if _AGED.search(text[max(0, number.start - 16) : number.start]) and text[number.end : number.end + 1] in ".,;":
        return True
    name_before = re.search(r"[A-Z][\w'\u2019-]*,\s+$", text[max(0, number.start - 30) : number.start])
    return name_before is not None and text[number.end : number.end + 1] == ","


def _noun(number: QuantityMention, text: str) -> str:
    """What is counted, in the one word that says it."""
    words = number.quantity.noun.split()
    if words and words[-1].lower() not in _NO_NOUN:
        return words[-1]
    said_after = _WERE.match(text, number.end) if _is_bare(number) else None
    return said_after[1] if said_after is not None else ""


def _quantity(reading: Reading, number: QuantityMention, sentence: Sentence, noun: str) -> Draft:
    passages = reading.passages
    part = part_around(passages, sentence, number.start, reading.said_in(sentence))
    part = _with_subject(reading, part, sentence, number)
    words = passages.words(part)
    value = _value(reading, number, noun)
    unit = number.quantity.unit or singular(noun) or "item"
    if unit in ("USD", "EUR", "GBP") and "dollar" in value.lower():
        unit = "dollar"
    name = _what(words, passages.words((number.start, number.end)))
    measure = reading.records.add(
        "measures", name, unit=unit, nouns=[noun] if noun and not number.quantity.unit else (), id=slug(name, 4)
    )
    fields: list[Field] = [("measure", measure.id), ("value", value)]
    as_of = _as_of(reading, part)
    if as_of:
        fields.append(("as_of", as_of))
    said = reading.told_by(sentence, number.start)
    speaker = reading.parties.of(said.speaker) if said is not None else None
    if speaker is not None:
        fields.append(("according_to", speaker.id))
    who = reading.parties.called(said.speaker, speaker) if said is not None else ""
    return Draft(
        kind="quantity",
        anchor=reading.with_tag(part, said),
        claim=_claim(reading, part, sentence, who),
        asserts=tuple(fields),
        hint=f"{_said_for_short(passages.words((number.number_start, number.number_end)), noun, unit)} {name}",
        todo="" if noun or number.quantity.unit else "what is counted",
    )


def _said_for_short(figure: str, noun: str, unit: str) -> str:
    """A figure with what it counts, for an id: *300 homes*, *63 percent*; *twice* and *a third* say it all."""
    if noun:
        return f"{figure} {noun}"
    says_all = unit in ("times", "item") or (unit == "percent" and not figure[-1:].isdigit())
    return figure if says_all else f"{figure} {unit}"


def _with_subject(reading: Reading, part: Span, sentence: Sentence, number: QuantityMention) -> Span:
    """A part of a word or two says nothing alone: *or 22.5 percent*; it takes in what stands before it."""
    passages = reading.passages
    if count_words(passages.text[part[0] : part[1]]) >= _SHORT or part[0] == sentence.start:
        return part
    before = part_around(passages, sentence, max(sentence.start, part[0] - 3), reading.said_in(sentence))
    return passages.trimmed(before[0], max(part[1], number.end))


def _value(reading: Reading, number: QuantityMention, noun: str) -> str:
    """The figure in print with what it counts, as one reads it aloud."""
    words = reading.passages.words((number.start, number.end))
    sentence = reading.passages.sentence_at(number.start)
    if sentence is not None and sentence.start == number.start and words[:2].istitle():
        words = words[0].lower() + words[1:]
    value = f"{words} {noun}" if noun and not number.quantity.unit else words
    return value if read_quantity(value, reading.reach) is not None else words


def _what(words: str, figure: str) -> str:
    """What is measured, in the article's words without the figure."""
    found = " ".join(words.replace(figure, " ", 1).split()).strip(" ,")
    return found or figure


def _claim(reading: Reading, part: Span, sentence: Sentence, speaker: str) -> str:
    """A part that can be read alone, with whose word it is; one that leans on what stands before it: its sentence."""
    passages = reading.passages
    words = passages.words(part)
    if _LEANS.match(words) is not None or count_words(words) <= _SHORT + 1:
        return sentence_of(passages.words(passages.trimmed(sentence.start, sentence.end)))
    return sentence_of(f"{words}, according to {speaker}") if speaker else sentence_of(words)


def _as_of(reading: Reading, part: Span) -> str:
    """The day by which a figure is to be reached: *by December*."""
    for date in reading.dates_in(*part):
        value = reading.dates[date]
        inside = part[0] <= date[0] and date[1] <= part[1] + 1
        if inside and value is not None and _UNTIL.match(reading.passages.text[date[0] : date[1]]):
            return reading.passages.words(date)
    return ""


def singular(noun: str) -> str:
    """One of what a noun counts, for the unit: *soldiers*, soldier."""
    low = noun.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("ies") and len(low) > 4:
        return f"{low[:-3]}y"
    if low.endswith(("sses", "shes", "ches", "xes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low
