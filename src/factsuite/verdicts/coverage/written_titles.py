"""Titles as an article writes them beside a name: *Mayor Ada Quill*; *Ada Quill, the mayor*; *the mayor, Ada Quill*.

A title is one that is declared in the record, as an office or a label, or a run of words that ends in one of the
published heads below.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from factsuite.model.registry import EDGE, Registry
from factsuite.reading.markdown import Prose
from factsuite.reading.names import NameMention
from factsuite.reading.word_places import runs_of
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
_JOINT = re.compile(r"['\u2019.&-](?<=[^\W_].)(?=[^\W_])")
"""What joins runs of letters to one word: *vice-president*."""
_NAME_NEXT = re.compile(r" {1,3}([A-Z][^\W\d_]+)( [A-Z][^\W\d_])?")
_APPOSED = re.compile(r"\s*,\s*(?:(?:the|a|an|his|her|its|their)\s+|[\w -]{1,40}(?:'s|\u2019s)\s+)?", re.IGNORECASE)


class WrittenTitle(Struct, frozen=True, kw_only=True):
    """A title beside a name: its place, and whose it is; no ids where the name is not recorded."""

    start: int
    end: int
    ids: tuple[str, ...]


def find_titles(prose: Prose, people: Sequence[NameMention], registry: Registry) -> tuple[WrittenTitle, ...]:
    """The titles of a text in its order. In a heading, where any word may have a capital, only declared ones are."""
    known = _Known(prose.text, registry)
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
def _heads(text: str) -> tuple[int, ...]:
    """Which runs of letters of a text may be the head of a title; an article's body is asked for twice."""
    return tuple([index for index, word in enumerate(map(str.lower, runs_of(text).words)) if word in HEADS])


@lru_cache(maxsize=4)
def _joined(text: str) -> dict[int, tuple[int, int]]:
    """The runs of letters that are not a word by themselves, each with the first and the last run of its word."""
    starts = runs_of(text).starts
    words: list[tuple[int, int]] = []
    for joint in _JOINT.finditer(text):
        run = bisect_left(starts, joint.end())
        if words and words[-1][1] == run - 1:
            words[-1] = words[-1][0], run
        else:
            words.append((run - 1, run))
    return {run: (first, last) for first, last in words for run in range(first, last + 1)}


class _Known:
    """A text with the titles that are declared. A word is given by the first and the last of its runs of letters."""

    def __init__(self, text: str, registry: Registry) -> None:
        self.text = text
        self.registry = registry
        _, self.starts, self.ends = runs_of(text)
        self.joined = _joined(text)

    def before(self, name: int) -> Span:
        """The title that ends where a name begins, the longest one."""
        last = bisect_left(self.starts, name) - 1
        if last < 0:
            return NOWHERE
        first, last = self._word(last)
        end = self._end(last)
        between = self.text[end:name]
        if between.strip() not in ("", ",") or "\n\n" in between:
            return NOWHERE
        if folded_title(self.text[self.starts[last] : end])[-EDGE:] in self.registry.title_edges[1]:
            for start in reversed(self._starts_before(first)):
                if self._is_declared(self.text[start:end]):
                    return start, end
        return NOWHERE if "," in between else self._by_head(first, last)

    def after(self, name: int) -> Span:
        """The title in the apposition after a name."""
        comma = _APPOSED.match(self.text, name)
        if comma is None or "\n\n" in comma[0]:
            return NOWHERE
        first = bisect_left(self.starts, comma.end())
        if first == len(self.starts):
            return NOWHERE
        start = self.starts[first]
        if folded_title(self.text[start : self.ends[first]])[:EDGE] not in self.registry.title_edges[0]:
            return NOWHERE
        for end in reversed(self._ends_after(first)):
            end -= self.text[end - 1] == "." and self.text[start:end].count(".") == 1  # it ends the sentence
            if self._is_declared(self.text[start:end]):
                return start, end
        return NOWHERE

    def _is_declared(self, words: str) -> bool:
        title = folded_title(words)
        return title in self.registry.titled or title in self.registry.folded_labels

    def beside_strangers(self, prose: Prose) -> Iterator[Span]:
        """Titles before a name that is not recorded: known by their head and the capitals after them."""
        heads = _heads(prose.text)
        for block in prose.blocks if heads else ():
            first, last = (bisect_left(self.starts, place) for place in (block.start, block.end))
            within = heads[bisect_left(heads, first) : bisect_left(heads, last)]
            for index in within if not block.is_heading else ():
                following = _NAME_NEXT.match(self.text, self.ends[index])
                if following is None or following[1].lower() in HEADS or following[1].lower() in _NO_PERSON:
                    continue
                start, end = self._by_head(*self._word(index))
                if start < end and (self.text[start].isupper() or following[2]):
                    yield start, end

    def _by_head(self, first: int, last: int) -> Span:
        """A run of capitals, and of words such as *former*, that ends in a head."""
        end = self._end(last)
        if first < last or self.text[self.starts[last] : end].lower() not in HEADS:
            return NOWHERE
        words = 1
        while first and words < _LONGEST:
            before = self._word(first - 1)
            if not self._goes_on(*before):
                break
            first, words = before[0], words + 1
        return self.starts[first], end

    def _goes_on(self, first: int, last: int) -> bool:
        """Whether a word belongs to the title that the next word is part of."""
        start, end = self.starts[first], self._end(last)
        between = self.text[end : self.starts[last + 1]]
        low = self.text[start:end].lower()
        if between.strip() or "\n\n" in between or low in _NOT_BEFORE:
            return False
        return self.text[start].isupper() or low in _BEFORE

    def _word(self, run: int) -> tuple[int, int]:
        """The first and the last run of the word that a run of letters is part of."""
        return self.joined.get(run, (run, run))

    def _end(self, run: int) -> int:
        """Where a word ends, with its full stop."""
        end = self.ends[run]
        return end + 1 if self.text[end : end + 1] == "." else end

    def _starts_before(self, run: int) -> Sequence[int]:
        """Where a word begins, and the words before it; as many as a title may have."""
        starts = [self.starts[run]]
        while run and len(starts) < _LONGEST:
            run = self._word(run - 1)[0]
            starts.append(self.starts[run])
        return starts

    def _ends_after(self, run: int) -> Sequence[int]:
        """Where a word ends, and the words after it; as many as a title may have."""
        ends: list[int] = []
        while run < len(self.starts) and len(ends) < _LONGEST:
            last = self._word(run)[1]
            ends.append(self._end(last))
            run = last + 1
        return ends
