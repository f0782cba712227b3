"""The running text of an article as drafting reads it: its sentences, its quotations, and where a clause is cut."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from factsuite.reading.markdown import read_markdown
from factsuite.reading.phrase_tokens import Token, tokens_of
from factsuite.reading.quotation_marks import Quoted, find_quoted
from factsuite.reading.quotations import QuotedSpan, read_quotations
from factsuite.reading.sentences import split_sentences
from factsuite.verdicts.coverage.stretches import Stretches

Span = tuple[int, int]

VEIL = "\u2588"
"""Stands for every character between quotation marks where only the reporter's own words are looked at."""
_EDGES = " \t\n,;:.!?\u2013\u2014-"
_WORD = re.compile(r"[^\W_]+(?:['\u2019.&-][^\W_]+)*")


class Sentence(Struct, frozen=True, kw_only=True):
    """A sentence of the body, by code points, and the number of its paragraph, from 1."""

    start: int
    end: int
    paragraph: int


class Passages(Struct, frozen=True, dict=True):
    """The body of an article, read."""

    body: str

    @cached_property
    def text(self) -> str:
        """Its words, with what only lays them out blanked."""
        return read_markdown(self.body).text

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences; a heading or the head of a table asserts nothing of its own and is left out."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        paragraph = 0
        for block in read_markdown(self.body).blocks:
            if block.is_heading or block.is_table_head:
                continue
            paragraph += 1
            for start, end in split_sentences(self.text[block.start : block.end]):
                yield Sentence(start=start + block.start, end=end + block.start, paragraph=paragraph)

    @cached_property
    def quoted(self) -> tuple[Quoted, ...]:
        """What stands between quotation marks."""
        return find_quoted(self.text)

    @cached_property
    def quotations(self) -> tuple[QuotedSpan, ...]:
        """The same, with who is said to speak."""
        return read_quotations(self.text)

    @cached_property
    def veiled(self) -> str:
        """The text with every quotation, its marks included, veiled."""
        pieces: list[str] = []
        reached = 0
        for item in self.quoted:
            pieces += [self.text[reached : item.outer_start], VEIL * (item.outer_end - item.outer_start)]
            reached = item.outer_end
        return "".join([*pieces, self.text[reached:]])

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _quotations_held(self) -> Stretches:
        return Stretches((item.outer_start, item.outer_end) for item in self.quoted)

    def in_quotation(self, span: Span) -> bool:
        """Whether a stretch shares a character with a quotation."""
        return self._quotations_held.meets(*span)

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before one."""
        index = bisect_right(self._starts, sentence.start) - 2
        return self.sentences[index] if index >= 0 else None

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence a place lies in."""
        index = bisect_right(self._starts, place) - 1
        found = self.sentences[index] if index >= 0 else None
        return found if found is not None and place < found.end else None

    def tokens(self, start: int, end: int) -> list[Token]:
        """The words and marks of a stretch, quotations left out."""
        found: list[Token] = []
        for begin, stop in self.outside(start, end):
            found += tokens_of(self.text, begin, stop)
        return found

    def outside(self, start: int, end: int) -> Iterator[Span]:
        """The stretches of the reporter's own words."""
        for match in re.finditer(f"[^{VEIL}]+", self.veiled[start:end]):
            yield start + match.start(), start + match.end()

    def trimmed(self, start: int, end: int) -> Span:
        """A stretch without blanks and stops at its edges; the stop of an abbreviation stays."""
        while start < end and self.text[start] in _EDGES and not self._signs(start):
            start += 1
        while end > start and self.text[end - 1] in _EDGES and not self._abbreviates(end):
            end -= 1
        return start, end

    def _signs(self, start: int) -> bool:
        return self.text[start] in "-\u2013" and self.text[start + 1 : start + 2].isdigit()

    def _abbreviates(self, end: int) -> bool:
        return re.search(r"\b(?:[A-Z]\.){2,}$", self.text[max(0, end - 12) : end]) is not None

    def words(self, span: Span) -> str:
        """The words of a stretch on one line."""
        return " ".join(self.text[span[0] : span[1]].split())


def count_words(text: str) -> int:
    """How many words a text has; a veiled quotation has none."""
    return len(_WORD.findall(text.replace(VEIL, " ")))
