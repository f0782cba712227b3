"""A text as an operator sees it: with its figures, dates, names, quotations and speakers found in it."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from hashlib import blake2b
from itertools import pairwise
from typing import Protocol, TypeVar

from msgspec import Struct, field

from factsuite.model.registry import Registry
from factsuite.reading.dates import DateMention, read_dates
from factsuite.reading.names import NameMention, find_names
from factsuite.reading.quantities import QuantityMention, read_quantities
from factsuite.reading.quotations import QuotedSpan, read_quotations
from factsuite.reading.sentences import split_sentences
from factsuite.reading.speech import Attribution, read_attributions
from factsuite.values.dates import Calendar
from factsuite.values.quantities import Reach

T = TypeVar("T")


class Placed(Protocol):
    """Anything found in a text."""

    @property
    def start(self) -> int:
        """Where it begins."""


M = TypeVar("M", bound=Placed)


class Copy(Struct, frozen=True, dict=True):
    """A text, and everything read in it once."""

    text: str
    registry: Registry
    calendar: Calendar
    reach: Reach = field(default_factory=Reach)
    seed: int = 0
    """Chooses among replacements: which other speaker, which other word."""
    spoken: bool = False
    """The whole text is somebody's words, without quotation marks around them."""
    context: "Copy | None" = None
    """The text a replacement is taken from, where this one is too short to offer any."""

    @cached_property
    def quantities(self) -> tuple[QuantityMention, ...]:
        """The figures, without ordinals."""
        return tuple(mention for mention in read_quantities(self.text, self.reach) if mention.kind != "ordinal")

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates."""
        return read_dates(self.text, self.calendar)

    @cached_property
    def quotations(self) -> tuple[QuotedSpan, ...]:
        """The quotations; the whole text, where it is somebody's words."""
        if not self.spoken:
            return read_quotations(self.text)
        end = len(self.text)
        whole = QuotedSpan(start=0, end=end, words=self.text, speaker_start=None, speaker_end=None, speaker="", verb="")
        return (whole,)

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Every verb of speech with its speaker."""
        return read_attributions(self.text)

    @cached_property
    def people(self) -> tuple[NameMention, ...]:
        """The people and organisations named, outside quotation marks and not as a part of a place's name."""
        found = find_names(self.text, self.registry.speaker_names)
        places = [(place.start, place.end) for place in self.places]
        outside = (m for m in found if m.id and not self.in_quotation(m.start))
        return tuple(m for m in outside if not any(start < m.end and m.start < end for start, end in places))

    @cached_property
    def places(self) -> tuple[NameMention, ...]:
        """The places named, outside quotation marks."""
        found = find_names(self.text, self.registry.place_names)
        return tuple(mention for mention in found if mention.id and not self.in_quotation(mention.start))

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where the sentences stand."""
        return split_sentences(self.text)

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """Where the paragraphs stand."""
        found, start = [], 0
        for part in self.text.split("\n\n"):
            found.append((start, start + len(part)))
            start += len(part) + 2
        return tuple(found)

    def in_quotation(self, at: int) -> bool:
        """Whether a place lies inside quotation marks."""
        return any(quotation.start <= at < quotation.end for quotation in self.quotations)

    def around(self, start: int, end: int) -> str:
        """Some words with a few letters before them: their name in this text, wherever it moves."""
        return self.text[max(0, start - 20) : end]

    def choose(self, options: Sequence[T], key: str, count: int = 1) -> tuple[T, ...]:
        """Some of the options, the same ones whenever the seed and the key are the same."""
        return chosen(options, self.seed, key, count)


def chosen(options: Sequence[T], seed: int, key: str, count: int = 1) -> tuple[T, ...]:
    """Some of the options, the same ones whenever the seed and the key are the same."""
    if len(options) <= count:
        return tuple(options)
    digest = blake2b(f"{seed}\x1f{key}".encode(), digest_size=8).digest()
    first = int.from_bytes(digest, "big") % len(options)
    return tuple(options[(first + step) % len(options)] for step in range(count))


def neighbours(mentions: Sequence[M], stretches: Sequence[tuple[int, int]]) -> Iterator[tuple[M, M]]:
    """Each two that follow one another in one stretch: a sentence, a paragraph."""
    for one, other in pairwise(mentions):
        if any(start <= one.start and other.start < end for start, end in stretches):
            yield one, other
