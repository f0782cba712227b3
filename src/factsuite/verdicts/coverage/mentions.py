"""Mentions: everything in a text that asks to be checked, each with its place and what was read of it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import Enum

from msgspec import Struct

from factsuite.model.registry import Registry
from factsuite.reading.changed_figures import ends_of_change
from factsuite.reading.dates import find_date_spans, read_dates
from factsuite.reading.markdown import Block, Prose
from factsuite.reading.names import find_names
from factsuite.reading.quantities import QuantityMention, read_quantities
from factsuite.reading.quotations import read_quotations
from factsuite.reading.sentences import split_sentences
from factsuite.reading.speech import read_attributions
from factsuite.values.dates import Calendar, DateValue
from factsuite.values.quantities import Quantity, Reach
from factsuite.verdicts.coverage.stretches import Span, Stretches
from factsuite.verdicts.coverage.written_titles import find_titles
from factsuite.verdicts.titles import resolve_title

_LETTER = re.compile(r"[^\W_]")
_RANKED = re.compile(
    r"(?:[- ](?:ever|woman|man|person|time|of its kind|in \w+|since|city|country|town|state|president|mayor|club|team)"
    r"|[- ]\w+ (?:ever|in history|of its kind|since|in \w+ (?:years|decades|months)))\b",
    re.IGNORECASE,
)
"""What makes *first* a rank: the first woman, the first bridge of its kind, the first time since 2019."""


class MentionKind(Enum):
    """What sort of thing a stretch of the article is."""

    SENTENCE = "sentence"
    NUMBER = "number"
    DATE = "date"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    TITLE = "title"
    NAME = "name"

    __hash__ = object.__hash__  # the one of Enum is Python code, and every mention is looked up by its kind

    @property
    def plural(self) -> str:
        """The word for several, which is also the name of its threshold."""
        return f"{self.value}s"


_RANKS = {kind: rank for rank, kind in enumerate(MentionKind)}
"""The order of what begins at one place."""


class Mention(Struct, frozen=True, kw_only=True):
    """A stretch of the headline or the body, by code points, that asks to be checked."""

    kind: MentionKind
    start: int
    end: int
    in_headline: bool
    words: str
    """In print; of a number with what it counts, where that follows."""
    quantity: Quantity | None = None
    """Of a number; also of a date that is a length of time: *the past two years*."""
    whole: Quantity | None = None
    """Of an end of *from A to B*: both as a range."""
    date: DateValue | None = None
    """Of a date; None where it can only be read against a day nobody gave."""
    ids: tuple[str, ...] = ()
    """Whom it names: the speakers of an attribution, the holder of a title, the one who has a name."""
    quotations: tuple[Span, ...] = ()
    """Of an attribution: the quotations it gives to its speaker."""


class Reading(Struct, frozen=True, kw_only=True):
    """What a text is read with."""

    registry: Registry
    calendar: Calendar
    reach: Reach


def read_mentions(prose: Prose, reading: Reading, *, in_headline: bool) -> tuple[Mention, ...]:
    """Every mention of a text, by place and kind."""
    reader = _Reader(prose, reading, in_headline)
    found = [*reader.sentences(), *reader.figures(), *reader.speech(), *reader.named()]
    return tuple(sorted(found, key=lambda mention: (mention.start, _RANKS[mention.kind], mention.end)))


class _Reader:
    def __init__(self, prose: Prose, reading: Reading, in_headline: bool) -> None:
        self.prose = prose
        self.text = prose.text
        self.reading = reading
        self.in_headline = in_headline
        registry = reading.registry
        self.names = find_names(self.text, registry.names)
        self.starts = [name.start for name in self.names]

    def sentences(self) -> Iterator[Mention]:
        """Every sentence; a heading, an item of a list and a row of a table are at least one.

        The head of a table names its columns, and a heading that is somebody's or something's name asserts nothing.
        """
        titles = {(name.start, name.end) for name in self.names}
        for block in self.prose.blocks:
            if block.is_table_head or (block.is_heading and self._printed(block) in titles):
                continue
            for start, end in split_sentences(self.text[block.start : block.end]):
                start, end = start + block.start, end + block.start
                if _LETTER.search(self.text, start, end):
                    yield self._mention(MentionKind.SENTENCE, start, end)

    def _printed(self, block: Block) -> Span:
        """Where the words of a block stand, without the blanks around them."""
        text = self.text[block.start : block.end]
        return block.start + len(text) - len(text.lstrip()), block.start + len(text.rstrip())

    def figures(self) -> Iterator[Mention]:
        """Numbers and dates. A length of time that dates something is a date; a number within a name is none."""
        numbers = read_quantities(self.text, self.reading.reach)
        read = read_dates(self.text, self.reading.calendar)
        dates = {(found.start, found.end): found.value for found in read}
        known = Stretches(dates)
        spans = [*dates, *(span for span in find_date_spans(self.text) if not known.meets(*span))]
        starts = [number.start for number in numbers]
        for span in spans:
            inside = numbers[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
            quantity = inside[0].quantity if inside and inside[0].end <= span[1] else None
            yield self._mention(MentionKind.DATE, *span, date=dates.get(span), quantity=quantity)
        dated, named = Stretches(spans), Stretches((name.start, name.end) for name in self.names)
        for number in numbers:
            if dated.meets(number.start, number.end) or named.holds(number.number_start, number.number_end):
                continue
            if number.kind == "ordinal" and not self._ranks(number):
                continue
            for part in ends_of_change(self.text, number, self.reading.reach) or (number,):
                yield self._number(part, whole=number.quantity)

    def speech(self) -> Iterator[Mention]:
        """Quotations, and attributions: a verb of speech with its speaker, or the speaker of a quotation alone."""
        quotations = read_quotations(self.text)
        for quotation in quotations:
            words = quotation.words.rstrip(" ,")  # the comma before *he said* is the article's
            yield self._mention(MentionKind.QUOTATION, quotation.start, quotation.end, words=words)
        by_speaker: dict[Span, list[Span]] = {}
        for quotation in quotations:
            if quotation.speaker_start is not None and quotation.speaker_end is not None:
                speaker = quotation.speaker_start, quotation.speaker_end
                by_speaker.setdefault(speaker, []).append((quotation.start, quotation.end))
        reached = 0
        for found in read_attributions(self.text):
            speaker = found.speaker_start, found.speaker_end
            if speaker[0] < reached:  # *according to officials who asked not to be named*
                continue
            reached = speaker[1]
            start, end = min(speaker[0], found.verb_start), max(speaker[1], found.verb_end)
            yield self._attribution(start, end, speaker, by_speaker.pop(speaker, []))
        for speaker, quoted in by_speaker.items():
            yield self._attribution(*speaker, speaker, quoted)

    def named(self) -> Iterator[Mention]:
        """Titles beside a name, and the names of whoever and wherever is recorded."""
        registry = self.reading.registry
        titles: list[Span] = []
        people = [name for name in self.names if not registry.people.isdisjoint(name.ids)]
        for title in find_titles(self.prose, people, registry):
            resolved = resolve_title(self.text[title.start : title.end], registry)
            if resolved.offices or not resolved.is_label:
                yield self._mention(MentionKind.TITLE, title.start, title.end, ids=title.ids)
            titles.append((title.start, title.end))
        titled = Stretches(titles)
        for name in self.names:
            if not titled.holds(name.start, name.end):
                yield self._mention(MentionKind.NAME, name.start, name.end, ids=name.ids)

    def _attribution(self, start: int, end: int, speaker: Span, quoted: Sequence[Span]) -> Mention:
        first, last = (bisect_left(self.starts, place) for place in speaker)
        speakers = self.reading.registry.speaker_names
        ids = [id for name in self.names[first:last] for id in name.ids if id in speakers]
        return self._mention(
            MentionKind.ATTRIBUTION, start, end, ids=tuple(dict.fromkeys(ids)), quotations=tuple(quoted)
        )

    def _number(self, number: QuantityMention, whole: Quantity) -> Mention:
        """A number; of one that is an end of *from A to B*, a fact may also assert the whole."""
        return self._mention(
            MentionKind.NUMBER,
            number.start,
            number.end,
            quantity=number.quantity,
            whole=whole if whole != number.quantity else None,
            words=self._counted(number),
        )

    def _ranks(self, ordinal: QuantityMention) -> bool:
        """Whether an ordinal says a rank that could be wrong: *its third bridge*, *the first mayor*.

        *First, the council met* counts off points; *was first lit*, *the first search* say only what came before what.
        """
        start, end = ordinal.start, ordinal.end
        before = self.text[max(0, start - 8) : start].rstrip(" \"'\u201c\u2018")
        if self.text[end : end + 1] == "," and before[-1:] in ("", "\n", ".", "!", "?", ":", ";"):
            return False
        return self.text[start:end].casefold() != "first" or bool(_RANKED.match(self.text, end))

    def _counted(self, number: QuantityMention) -> str:
        """A number in print, with what it counts where that follows: *40 boats*."""
        noun = number.quantity.noun
        after = self.text[number.end : number.end + len(noun) + 1]
        end = number.end + len(after) if noun and after.casefold() == f" {noun}" else number.end
        return self.text[number.start : end]

    def _mention(
        self,
        kind: MentionKind,
        start: int,
        end: int,
        *,
        quantity: Quantity | None = None,
        whole: Quantity | None = None,
        date: DateValue | None = None,
        ids: tuple[str, ...] = (),
        quotations: tuple[Span, ...] = (),
        words: str = "",
    ) -> Mention:
        return Mention(
            kind=kind,
            start=start,
            end=end,
            in_headline=self.in_headline,
            words=" ".join((words or self.text[start:end]).split()),
            quantity=quantity,
            whole=whole,
            date=date,
            ids=ids,
            quotations=quotations,
        )
