"""The article's text with everything marked that is asserted, left open, or not checked."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from factsuite.model.articles import Article
from factsuite.reports.html.cards import Card
from factsuite.reports.html.signs import FACT_SIGNS, NOT_CHECKED, SUPPORTED, UNCOVERED, Sign
from factsuite.reports.html.spans import Segment, Span, segments
from factsuite.verdicts.coverage.coverage import Coverage, State
from factsuite.verdicts.coverage.mentions import MentionKind

_GAP = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
_LAID_OUT = re.compile(r"^[ \t]*(?:[-+*>|]|\d{1,3}[.)])", re.MULTILINE)


class Mark(Struct, frozen=True, kw_only=True):
    """One marked span, and what a reader is told of it."""

    start: int
    end: int
    in_headline: bool
    sign: Sign
    target: str
    """The id of the card or list entry it leads to."""
    words: str
    """What it is, in words: `fact 7, contradicted: kirby-title`."""
    number: int | None = None
    """Of a fact: its number in the order of the text."""
    ref: str = ""
    """Of a fact: the id of its reference in the text."""


class Piece(Struct, frozen=True, kw_only=True):
    """A segment in print: its text under one sign, then the references of the spans that end with it."""

    text: str
    sign: Sign | None
    targets: str
    refs: tuple[Mark, ...]


class Note(Struct, frozen=True, kw_only=True):
    """What the margin of the printed page says of a fact, or of several supported ones that follow each other."""

    numbers: str
    sign: Sign
    words: str
    """The correction, else the claim; of what is supported nothing more is said."""


class Paragraph(Struct, frozen=True, kw_only=True):
    """One block of the article."""

    pieces: tuple[Piece, ...]
    is_heading: bool = False
    laid_out: bool = False
    """Its line breaks mean something: a list, a table, verse in quotation."""
    notes: tuple[Note, ...] = ()
    """The facts that end in it, for the margin of the printed page."""


def marks_of(article: Article, cards: Sequence[Card], coverage: Coverage | None, passages: Sequence[str]) -> list[Mark]:
    """Everything to mark; `passages` are the ids of the entries of what is not checked."""
    found = [
        Mark(
            start=card.place.start,
            end=card.place.end,
            in_headline=card.place.in_headline,
            sign=card.sign,
            target=card.id,
            words=f"fact {card.number}, {card.sign.word}: {card.label}",
            number=card.number,
            ref=card.ref,
        )
        for card in cards
        if card.place is not None
    ]
    for passage, target in zip(article.not_checked, passages, strict=True):
        places = article.find(passage.anchor) if passage.anchor is not None else ()
        for place in places if len(places) == 1 else ():
            start, end, there = place.start, place.end, place.in_headline
            found.append(
                Mark(start=start, end=end, in_headline=there, sign=NOT_CHECKED, target=target, words="not checked")
            )
    return [*found, *_uncovered(coverage)]


def _uncovered(coverage: Coverage | None) -> Iterator[Mark]:
    """What asks to be checked and is not. A sentence that is covered in part is told by what is missing in it."""
    for item in coverage.items if coverage is not None else ():
        mention = item.mention
        if item.state is State.UNCOVERED and mention.kind is not MentionKind.NAME:
            yield Mark(
                start=mention.start,
                end=mention.end,
                in_headline=mention.in_headline,
                sign=UNCOVERED,
                target="coverage",
                words=f"{mention.kind.value} not covered",
            )


def paragraphs(text: str, marks: Sequence[Mark], cards: Sequence[Card]) -> tuple[Paragraph, ...]:
    """A text as blocks, divided by empty lines. Every letter of it is shown."""
    by_id = {card.id: card for card in cards}
    spans = sorted((Span(start=m.start, end=m.end, key=key) for key, m in enumerate(marks)), key=lambda s: s.start)
    starts = [span.start for span in spans]
    carried: list[Span] = []
    found = []
    for first, last in _blocks(text):
        heading = _HEADING.match(text, first, last)
        start = heading.end() if heading is not None else first
        inside = [*carried, *spans[bisect_left(starts, first) : bisect_left(starts, last)]]
        carried = [span for span in inside if span.end > last]
        pieces = tuple(_piece(text, each, marks) for each in segments(start, last, inside))
        noted = [by_id[ref.target] for piece in pieces for ref in piece.refs if ref.number is not None]
        laid_out = heading is None and _LAID_OUT.search(text, first, last) is not None
        found.append(
            Paragraph(pieces=pieces, is_heading=heading is not None, laid_out=laid_out, notes=tuple(_notes(noted)))
        )
    return tuple(found)


def _notes(cards: Sequence[Card]) -> Iterator[Note]:
    """The notes on some facts, in their order."""
    for is_told, following in groupby(cards, key=lambda card: bool(card.correction) or card.sign is not SUPPORTED):
        if is_told:
            for card in following:
                yield Note(numbers=str(card.number), sign=card.sign, words=card.correction or card.claim)
        else:
            yield Note(numbers=", ".join(str(card.number) for card in following), sign=SUPPORTED, words="")


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Where each block begins and ends, without the space around it."""
    reached = 0
    for end, after in [*(gap.span() for gap in _GAP.finditer(text)), (len(text), len(text))]:
        block = text[reached:end]
        if block.strip():
            yield reached + len(block) - len(block.lstrip()), reached + len(block.rstrip())
        reached = after


def _piece(text: str, segment: Segment, marks: Sequence[Mark]) -> Piece:
    under = [marks[key] for key in segment.under]
    sign = min((mark.sign for mark in under), key=_SHOWN_FIRST.index, default=None)
    ordered = sorted(under, key=lambda mark: (_SHOWN_FIRST.index(mark.sign), mark.end - mark.start))
    ending = sorted((marks[key] for key in segment.ending), key=lambda mark: (mark.number is None, mark.number or 0))
    return Piece(
        text=text[segment.start : segment.end],
        sign=sign,
        targets=" ".join(dict.fromkeys(mark.target for mark in ordered)),
        refs=tuple(mark for mark in ending if not _told_by_another(mark, ending)),
    )


def _told_by_another(mark: Mark, ending: Sequence[Mark]) -> bool:
    """Whether a stretch that is not covered ends where a smaller one does: one reference says it."""
    others = [other for other in ending if other.sign is UNCOVERED and mark.sign is UNCOVERED]
    return bool(others) and mark is not min(others, key=lambda other: (other.end - other.start, other.words))


_SHOWN_FIRST = (*FACT_SIGNS[:-1], UNCOVERED, FACT_SIGNS[-1], NOT_CHECKED)
"""Of several signs on the same words the first is shown; the references name all of them."""
