"""A drafted fact, what it is drafted from, and what was left out."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct, field

from factsuite.drafting.parties import Parties
from factsuite.drafting.passages import VEIL, Passages, Sentence, Span
from factsuite.drafting.records import Records
from factsuite.drafting.said import Said, read_said
from factsuite.reading.dates import find_date_spans, read_dates
from factsuite.reading.quantities import QuantityMention, read_quantities
from factsuite.values.dates import Calendar, DateValue
from factsuite.values.quantities import Reach
from factsuite.verdicts.coverage.stretches import Stretches

DAY_BEHIND = 40
"""Characters after a verb of speech within which a date is that of the saying."""

_LONGEST_TAG = 100  # characters of a tag that is taken into an anchor

Field = tuple[str, str | tuple[str, ...]]


class Draft(Struct, frozen=True, kw_only=True):
    """A fact without evidence: its kind, where its words stand, its claim, and what it asserts."""

    kind: str
    anchor: Span
    claim: str
    asserts: tuple[Field, ...]
    hint: str = ""
    """What its id is made of."""
    todo: str = ""
    """What an editor has to add beside the evidence."""

    def given(self, name: str) -> str | tuple[str, ...] | None:
        """What a field asserts."""
        return dict(self.asserts).get(name)


class LeftOut(Struct, frozen=True, kw_only=True):
    """A stretch of the article no fact was drafted for, and why."""

    at: Span
    because: str


class Reading(Struct, dict=True):
    """An article as it is drafted: its text, who is in it, what was read of it, and what was left out."""

    passages: Passages
    calendar: Calendar
    records: Records
    reach: Reach = field(default_factory=Reach)
    left_out: list[LeftOut] = field(default_factory=list)

    @cached_property
    def parties(self) -> Parties:
        """Who is meant by a phrase."""
        return Parties(self.passages, self.records)

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Who says what outside quotation marks."""
        return read_said(self.passages)

    @cached_property
    def _said_by_sentence(self) -> dict[int, tuple[Said, ...]]:
        found: dict[int, list[Said]] = {}
        for said in self.said:
            found.setdefault(said.sentence.start, []).append(said)
        return {start: tuple(each) for start, each in found.items()}

    def said_in(self, sentence: Sentence) -> tuple[Said, ...]:
        """Who says what in one sentence."""
        return self._said_by_sentence.get(sentence.start, ())

    def dates_in(self, start: int, end: int) -> list[Span]:
        """The dates that begin in a stretch, and those that reach into it."""
        first = max(0, bisect_left(self._date_starts, start) - 1)
        found = self._date_spans[first : bisect_left(self._date_starts, end)]
        return [date for date in found if start < date[1]]

    def figures_in(self, start: int, end: int) -> Sequence[QuantityMention]:
        """The quantities that begin in a stretch."""
        starts = self._figure_starts
        return self.quantities[bisect_left(starts, start) : bisect_left(starts, end)]

    @cached_property
    def _figure_starts(self) -> list[int]:
        return [number.start for number in self.quantities]

    @cached_property
    def _date_spans(self) -> list[Span]:
        return list(self.dates)

    @cached_property
    def _date_starts(self) -> list[int]:
        return [start for start, _ in self.dates]

    @cached_property
    def dates(self) -> dict[Span, DateValue | None]:
        """Every date of the text with what it denotes; None where that hangs on a day nobody gave."""
        read = {(found.start, found.end): found.value for found in read_dates(self.passages.text, self.calendar)}
        known: dict[Span, DateValue | None] = {**read}
        held = Stretches(read)
        known.update((span, None) for span in find_date_spans(self.passages.text) if not held.meets(*span))
        return dict(sorted(known.items()))

    @cached_property
    def quantities(self) -> tuple[QuantityMention, ...]:
        """Every quantity of the text."""
        return read_quantities(self.passages.text, self.reach)

    def day_of(self, said: Said) -> Span | None:
        """The date of a saying: *the council said on Thursday*, *said on Thursday that*; None where it has none."""
        tag_end = max(said.verb[1], said.speaker[1] if said.speaker is not None and said.trailing else 0)
        for date in self.dates_in(tag_end, min(tag_end + DAY_BEHIND, said.sentence.end)):
            beside = tag_end <= date[0] and date[1] <= said.sentence.end
            of_this = said.trailing or date[1] <= said.that[0]
            if beside and of_this and VEIL not in self.passages.veiled[tag_end : date[0]]:
                return date
        return None

    def with_tag(self, span: Span, said: Said | None) -> Span:
        """A stretch with the tag beside it: *70 on foot, according to its log*; *officials said 70 were led out*."""
        if said is None or said.speaker is None:
            return span
        if not said.trailing:
            begin = min(said.speaker[0], said.verb[0])
            return (begin, span[1]) if said.that[0] == span[0] and span[0] - begin <= _LONGEST_TAG else span
        begin, end = min(said.speaker[0], said.verb[0]), max(said.speaker[1], said.verb[1])
        between = self.passages.text[span[1] : begin] if begin >= span[1] else "no"
        return (span[0], end) if between.strip() in ("", ",") else span

    def told_by(self, sentence: Sentence, place: int) -> Said | None:
        """On whose word something stands: that of the tag whose words it is among."""
        found = [each for each in self.said_in(sentence) if each.that[0] <= place < each.that[1]]
        return found[-1] if found else None

    def leave(self, at: Span, because: str) -> None:
        """Record that something is left out."""
        self.left_out.append(LeftOut(at=at, because=because))


def sentence_of(words: str) -> str:
    """Words as a sentence: with a capital before them and a stop behind."""
    words = " ".join(words.split()).rstrip(" ,;:")
    if not words:
        return words
    return words[0].upper() + words[1:] + ("" if words[-1] in ".!?" else ".")
