"""Titles as an article writes them beside a name: *Mayor Ada Quill*; *Ada Quill, the mayor*; *the mayor, Ada Quill*.

A title is one that is declared in the record, as an office or a label, or a run of words that ends in one of the
published heads below.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from factsuite.model.registry import Registry
from factsuite.reading.markdown import Prose
from factsuite.reading.names import NameMention
from factsuite.reading.word_places import placed
from factsuite.values.wording.word_lists import listed
from factsuite.verdicts.coverage.stretches import NOWHERE, Span
from factsuite.verdicts.titles import folded_title

HEADS = frozenset(
    listed(
        "president premier minister secretary adviser advisor director chief chairman chairwoman chair chairperson "
        "chancellor mayor governor senator congressman congresswoman representative councillor councilman "
        "councilwoman commissioner ambassador envoy consul spokesman spokeswoman spokesperson leader head judge "
        "justice prosecutor sheriff superintendent inspector detective constable general admiral colonel major "
        "captain lieutenant sergeant commander king queen prince princess pope bishop archbishop cardinal rabbi imam "
        "professor dean rector principal ceo cfo founder owner manager coach editor treasurer coordinator "
        "administrator comptroller attorney solicitor speaker officer deputy master clerk"
    )
)
"""Words that end a title."""
_BEFORE = frozenset(listed("former acting deputy vice prime interim then ex assistant senior chief police state"))
_NOT_BEFORE = frozenset(listed("the a an his her its their our and but as by with for of to in on at from when while"))
_NO_PERSON = frozenset(
    listed(
        "department ministry street road avenue square bridge hospital university college school court office council "
        "committee assembly motors electric house hall park island cup award prize series monday tuesday wednesday "
        "thursday friday saturday sunday january february march april june july august september october november "
        "december"
    )
)
_LONGEST = 8  # words of a title
_WORD = re.compile(r"([^\W_]+(?:['\u2019.&-][^\W_]+)*\.?)")
_NAME_NEXT = re.compile(r" {1,3}([A-Z][^\W\d_]+)( [A-Z][^\W\d_])?")
_APPOSED = re.compile(r"\s*,\s*(?:(?:the|a|an|his|her|its|their)\s+|[\w -]{1,40}(?:'s|\u2019s)\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenTitle:
    """A title beside a name: its place, and whose it is; no ids where the name is not recorded."""

    start: int
    end: int
    ids: tuple[str, ...]


def find_titles(prose: Prose, people: Sequence[NameMention], registry: Registry) -> tuple[WrittenTitle, ...]:
    """The titles of a text in its order. In a heading, where any word may have a capital, only declared ones are."""
    known = _Known(prose.text, *_cut(prose.text), registry)
    found: dict[int, WrittenTitle] = {}
    for person in people:
        for start, end in (known.before(person.start), known.after(person.end)):
            if start < end:
                found[start] = WrittenTitle(start=start, end=end, ids=person.ids)
    named = {title.end for title in found.values()}
    places = sorted(found)
    reached = list(accumulate((found[start].end for start in places), max))
    last = 0  # the furthest end of a stranger's title; they come in the order of their places
    for start, end in known.beside_strangers(prose):
        before = bisect_right(places, start)
        is_within = start < last or (before > 0 and start < reached[before - 1])
        if end not in named and not is_within:
            found[start] = WrittenTitle(start=start, end=end, ids=())
            last = end
    return tuple(found[start] for start in sorted(found))


@lru_cache(maxsize=4)
def _cut(text: str) -> tuple[tuple[Span, ...], tuple[int, ...], tuple[int, ...]]:
    """The words of a text, where they begin, and which of them end a title; an article's body is asked for twice."""
    found = placed(_WORD, text)
    heads = [index for index, word in enumerate(found.words) if word.lower() in HEADS]
    return tuple(zip(found.starts, found.ends, strict=True)), tuple(found.starts), tuple(heads)


@dataclass(frozen=True, slots=True)
class _Known:
    text: str
    words: Sequence[Span]
    starts: Sequence[int]
    heads: Sequence[int]
    """Which of the words end a title."""
    registry: Registry

    def before(self, name: int) -> Span:
        """The title that ends where a name begins, the longest one."""
        last = bisect_left(self.starts, name) - 1
        if last < 0:
            return NOWHERE
        end = self.words[last][1]
        between = self.text[end:name]
        if between.strip() not in ("", ",") or "\n\n" in between:
            return NOWHERE
        for first in range(max(0, last - _LONGEST + 1), last + 1):
            start = self.words[first][0]
            if self._is_declared(self.text[start:end]):
                return start, end
        return NOWHERE if "," in between else self._by_head(last)

    def after(self, name: int) -> Span:
        """The title in the apposition after a name."""
        comma = _APPOSED.match(self.text, name)
        if comma is None or "\n\n" in comma[0]:
            return NOWHERE
        first = bisect_left(self.starts, comma.end())
        for last in range(min(first + _LONGEST, len(self.words)) - 1, first - 1, -1):
            start, end = self.words[first][0], self.words[last][1]
            end -= self.text[end - 1] == "." and self.text[start:end].count(".") == 1  # it ends the sentence
            if self._is_declared(self.text[start:end]):
                return start, end
        return NOWHERE

    def _is_declared(self, words: str) -> bool:
        title = folded_title(words)
        return title in self.registry.titled or title in self.registry.folded_labels

    def beside_strangers(self, prose: Prose) -> Iterator[Span]:
        """Titles before a name that is not recorded: known by their head and the capitals after them."""
        for block in prose.blocks:
            first, last = (bisect_left(self.starts, place) for place in (block.start, block.end))
            heads = self.heads[bisect_left(self.heads, first) : bisect_left(self.heads, last)]
            for index in heads if not block.is_heading else ():
                following = _NAME_NEXT.match(self.text, self.words[index][1])
                if following is None or following[1].lower() in HEADS | _NO_PERSON:
                    continue
                start, end = self._by_head(index)
                if self.text[start].isupper() or following[2]:
                    yield start, end

    def _by_head(self, last: int) -> Span:
        """A run of capitals, and of words such as *former*, that ends in a head."""
        if not self._is_head(last):
            return NOWHERE
        first = last
        while first and last - first < _LONGEST - 1 and self._goes_on(first - 1):
            first -= 1
        return self.words[first][0], self.words[last][1]

    def _goes_on(self, index: int) -> bool:
        """Whether a word belongs to the title that the next word is part of."""
        start, end = self.words[index]
        between = self.text[end : self.words[index + 1][0]]
        low = self.text[start:end].lower()
        if between.strip() or "\n\n" in between or low in _NOT_BEFORE:
            return False
        return self.text[start].isupper() or low in _BEFORE

    def _is_head(self, index: int) -> bool:
        start, end = self.words[index]
        return self.text[start:end].lower() in HEADS
