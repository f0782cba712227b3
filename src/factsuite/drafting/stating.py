"""Statements as facts: what somebody is said to have said, thought or denied, and what is said to be so by nobody."""

import re
from collections.abc import Iterator

from factsuite.drafting.clauses import FINITE, parts_of
from factsuite.drafting.drafts import DAY_BEHIND, Draft, Field, Reading, sentence_of
from factsuite.drafting.passages import VEIL, Sentence, Span, count_words
from factsuite.drafting.records import Record
from factsuite.drafting.said import Said
from factsuite.reading.phrase_tokens import DETERMINERS, PREPOSITIONS
from factsuite.reading.quantities import QuantityMention

_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|supposedly|purportedly|(?:is|are|was|were)\s+(?:\w+ly\s+)?"
    r"(?:expected|believed|thought|said|understood|feared|reported|alleged|rumoured|rumored)\s+to)\b",
    re.IGNORECASE,
)
_LEAST = 2  # words of the reporter's own that say something: *denied these claims*
_GOES_ON = frozenset(("after", "before", "despite", "amid"))
_ASIDE = re.compile(r",\s+(?=who\b|which\b|whose\b|with\b)")


def draft_statements(reading: Reading) -> Iterator[Draft]:
    """A fact for everything said that is neither a quotation nor a figure, and for what is hedged without a speaker."""
    told: set[int] = set()
    for said in reading.said:
        speaker = reading.parties.of(said.speaker)
        told.add(said.sentence.start)
        if speaker is None and not (said.trailing or said.according):
            reading.leave(said.that, "who speaks could not be told")
            continue
        day = reading.day_of(said)
        parts = [part for part in _own_words(reading, said) if not counts(reading, part) and not _told(reading, part)]
        for index, part in enumerate(parts):
            yield _statement(reading, said, part, speaker, day, first=index == 0, last=index == len(parts) - 1)
        if not parts and day is not None and VEIL not in reading.passages.veiled[said.that[0] : said.that[1]]:
            yield _statement(reading, said, said.that, speaker, day, first=True, last=True)
    for sentence in reading.passages.sentences:
        hedge = _HEDGE.search(reading.passages.veiled, sentence.start, sentence.end)
        if hedge is not None and sentence.start not in told:
            yield from _hedged(reading, sentence)


def counts(reading: Reading, span: Span) -> bool:
    """Whether a stretch says how much or how many: its figure is a fact of its own."""
    return bool(_figures(reading, span))


def _figures(reading: Reading, span: Span) -> list[QuantityMention]:
    return [number for number in reading.figures_in(*span) if number.kind not in ("ordinal", "vague")]


def _told(reading: Reading, part: Span) -> bool:
    """Whether a part is itself somebody's saying, and has a fact as such."""
    sentence = reading.passages.sentence_at(part[0])
    within = reading.said_in(sentence) if sentence is not None else ()
    return any(part[0] < said.verb[0] < part[1] and said.that[0] < part[1] for said in within if not said.trailing)


def _own_words(reading: Reading, said: Said) -> Iterator[Span]:
    """The parts of what is said, without quotations and what only leads to one."""
    passages = reading.passages
    for part in parts_of(passages, said.that):
        beside = VEIL in passages.veiled[part[0] : part[1]]
        for whole in _beside_quotation(reading, part) if beside else (part,):
            piece = _before_figure(reading, whole)
            if count_words(passages.text[piece[0] : piece[1]]) >= _LEAST:
                yield piece


def _beside_quotation(reading: Reading, part: Span) -> Iterator[Span]:
    """What a part says before the clause of its quotation, and after it; not *by X* and *through X*, which end it."""
    passages = reading.passages
    stretches = list(passages.outside(*part))
    if not stretches:
        return
    first, last = stretches[0], stretches[-1]
    comma = passages.veiled.rfind(", ", first[0], first[1]) if first[0] == part[0] else -1
    if comma > 0:
        yield passages.trimmed(first[0], comma)
    after = passages.trimmed(*last)
    word = passages.text[after[0] : after[1]].split(" ")[0].lower()
    if last[1] == part[1] and (word not in PREPOSITIONS or word in _GOES_ON):
        yield from parts_of(passages, after)


def _before_figure(reading: Reading, piece: Span) -> Span:
    """A part whose figure stands in an aside, *..., who has faced it for two years*, without the aside."""
    figures = _figures(reading, piece)
    if not figures:
        return piece
    asides = list(_ASIDE.finditer(reading.passages.veiled, piece[0], figures[0].start))
    return (piece[0], asides[-1].start()) if asides else piece


def _statement(
    reading: Reading, said: Said, part: Span, speaker: Record | None, day: Span | None, *, first: bool, last: bool
) -> Draft:
    words = _with_subject(reading, said, part)
    fields: list[Field] = [("speaker", speaker.id)] if speaker is not None else []
    if said.act == "denied":
        fields.append(("act", "denied"))
    fields.append(("that", sentence_of(words)))
    if day is not None and reading.dates[day] is not None:
        fields.append(("on", reading.passages.words(day)))
    given_by = reading.parties.of(said.given_by)
    if given_by is not None:
        fields.append(("according_to", given_by.id))
    who = reading.parties.called(said.speaker, speaker)
    return Draft(
        kind="statement",
        anchor=_with_day(reading, _anchor(reading, said, part, first=first, last=last), day),
        claim=_claim(reading, said, part, words, who, first=first),
        asserts=tuple(fields),
        hint=f"{who.split()[-1] if who else ''} {words}",
        todo="" if speaker is not None else "who says so",
    )


def _with_subject(reading: Reading, said: Said, part: Span) -> str:
    """The words of a part; a second verb, *and should not ...*, with the subject that the first part has."""
    passages = reading.passages
    words = passages.words(part)
    if part[0] == said.that[0] or re.search(r"(?:\bbut|\band)\s+$", passages.veiled[said.that[0] : part[0]]) is None:
        return words
    subject = re.match(rf"(.*?)\s+{FINITE}\b", passages.words((said.that[0], part[0])))
    opens = words.split()[0]
    if subject is None or opens[0].isupper() or opens.lower() in DETERMINERS:
        return words
    return f"{subject[1]} {words}"


def _claim(reading: Reading, said: Said, part: Span, words: str, who: str, *, first: bool) -> str:
    """One sentence an editor can read alone; with the article's own verb where it stands just before the words."""
    passages = reading.passages
    if not who:
        return sentence_of(words)
    verb = passages.words(said.verb)
    if first and not said.trailing and not said.according and not verb.endswith("ing"):
        return sentence_of(f"{who} {passages.words((said.verb[0], part[1]))}")
    if said.act == "denied":
        return sentence_of(f"{who} denied this: {words}")
    return sentence_of(f"{words}, according to {who}")


def _anchor(reading: Reading, said: Said, part: Span, *, first: bool, last: bool) -> Span:
    """The words said, with the tag where that stands beside them."""
    start, end = part
    if first and not said.trailing and not said.according:
        begin = said.speaker[0] if said.speaker is not None and said.speaker[1] <= said.verb[0] else said.verb[0]
        near = VEIL not in reading.passages.veiled[begin:start] and said.verb[0] - begin <= 60
        start = begin if near else said.verb[0] if said.verb[1] <= start else start
    if first and said.given_by is not None and 0 <= start - said.given_by[1] <= 3:
        start = said.sentence.start if said.given_by[0] - said.sentence.start <= 20 else start
    if last and said.trailing:
        tag_end = max(said.verb[1], said.speaker[1] if said.speaker is not None else 0)
        end = tag_end if tag_end - end <= 80 else end
    return start, end


def _with_day(reading: Reading, anchor: Span, day: Span | None) -> Span:
    """An anchor with the day of the saying, where that stands just behind: *the council said* **on Thursday**."""
    near = day is not None and anchor[1] <= day[0] and reading.passages.sentence_at(anchor[0]) is not None
    return (anchor[0], day[1]) if near and day is not None and day[0] - anchor[1] <= DAY_BEHIND else anchor


def _hedged(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    passages = reading.passages
    span = passages.trimmed(sentence.start, sentence.end)
    if counts(reading, span) or passages.in_quotation(span):
        return
    words = passages.words(span)
    yield Draft(
        kind="statement",
        anchor=span,
        claim=sentence_of(words),
        asserts=(("that", sentence_of(words)),),
        hint=words,
    )
