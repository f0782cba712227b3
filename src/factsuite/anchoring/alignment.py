"""Two versions of an article, sentence by sentence: what stands in the place of what."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from msgspec import Struct

from factsuite.model.articles import Article, Place
from factsuite.reading.sentences import split_sentences


class Stretch(Struct, frozen=True, kw_only=True):
    """Neighbouring sentences of one version, or its headline."""

    text: str
    start: int
    """Where it begins in the headline or the body."""
    in_headline: bool
    in_place: bool = False
    """Whether it stands where the former words stood."""


class Alignment:
    """The sentences of the body in two versions, aligned by those that are the same; headline stands for headline."""

    def __init__(self, before: Article, now: Article) -> None:
        self.before = before
        self.now = now
        self._old = split_sentences(before.body)
        self._new = split_sentences(now.body)
        old, new = _folded(before.body, self._old), _folded(now.body, self._new)
        self._steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        self._kept = {j for tag, _, _, j1, j2 in self._steps if tag == "equal" for j in range(j1, j2)}

    @property
    def former(self) -> tuple[tuple[int, int], ...]:
        """The sentences of the former body, by code points."""
        return self._old

    @property
    def present(self) -> tuple[tuple[int, int], ...]:
        """The sentences of the present body."""
        return self._new

    @property
    def steps(self) -> tuple[tuple[str, range, range], ...]:
        """What was done: `equal`, `replace`, `delete` or `insert`, with the former sentences and the present ones."""
        return tuple((tag, range(i1, i2), range(j1, j2)) for tag, i1, i2, j1, j2 in self._steps)

    def sentences(self, was: Place) -> Stretch:
        """The former sentences that the words stood in."""
        if was.in_headline:
            return Stretch(text=self.before.headline.text, start=0, in_headline=True)
        inside = _overlapping(self._old, was)
        start, end = (self._old[inside[0]][0], self._old[inside[-1]][1]) if inside else (was.start, was.end)
        start, end = min(start, was.start), max(end, was.end)
        return Stretch(text=self.before.body[start:end], start=start, in_headline=False)

    def in_place(self, was: Place, now: Place) -> bool:
        """Whether a place in the present version is where the former one was, sentences added or cut apart."""
        if was.in_headline or now.in_headline:
            return was.in_headline and now.in_headline
        return bool(set(self._places(was)) & set(_overlapping(self._new, now)))

    def candidates(self, was: Place) -> Iterator[Stretch]:
        """Where the words may have gone: what stands in their place, then whatever else was put in or reworded."""
        size = 1 if was.in_headline else len(_overlapping(self._old, was))
        here = set() if was.in_headline else set(self._places(was))
        changed = {j for j in range(len(self._new)) if j not in self._kept} - here
        headline = self.now.headline.text
        if was.in_headline or headline != self.before.headline.text:
            yield Stretch(text=headline, start=0, in_headline=True, in_place=was.in_headline)
        yield from self._stretches(here, size + 2, True)
        yield from self._stretches(changed, size + 1, False)

    def instead(self, was: Place) -> str:
        """What stands in the place of the former sentences; nothing, if they were cut."""
        if was.in_headline:
            return self.now.headline.text
        here = sorted(set(self._places(was)))
        return self.now.body[self._new[here[0]][0] : self._new[here[-1]][1]] if here else ""

    def _places(self, was: Place) -> Iterator[int]:
        """The present sentences that stand in the place of the former ones."""
        for i in _overlapping(self._old, was):
            for tag, i1, i2, j1, j2 in self._steps:
                if i1 <= i < i2:
                    yield from (j1 + i - i1,) if tag == "equal" else range(j1, j2)

    def _stretches(self, among: Iterable[int], longest: int, in_place: bool) -> Iterator[Stretch]:
        allowed = set(among)
        for first in sorted(allowed):
            last = first
            while last in allowed and last < first + longest:
                start, end = self._new[first][0], self._new[last][1]
                yield Stretch(text=self.now.body[start:end], start=start, in_headline=False, in_place=in_place)
                last += 1


def _folded(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    """Sentences without their line breaks: wrapping is no edit."""
    return [" ".join(text[start:end].split()) for start, end in spans]


def _overlapping(spans: tuple[tuple[int, int], ...], place: Place) -> list[int]:
    return [index for index, (start, end) in enumerate(spans) if start < place.end and place.start < end]
