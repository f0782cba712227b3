"""The sentences of two versions of an article, each with the one it became."""

from collections.abc import Iterator

from msgspec import Struct

from factsuite.anchoring.alignment import Alignment
from factsuite.model.articles import Article, Place
from factsuite.reading.nearest import likeness, share

_ALIKE = 0.5
"""Likeness from which a sentence that stands elsewhere is taken for the reworded one."""
_ALIKE_IN_PLACE = 0.3
"""The same for one that stands in its place."""
_IN_PLACE = 0.1  # a sentence in the place of the former one is preferred to one elsewhere that is as like
_TAKEN_IN = 0.85  # share of a sentence's words from which it was run together with its neighbour, or cut from it
_COMPARED = 400  # sentences that came or went, beyond which only those in place are compared


class Sentence(Struct, frozen=True, kw_only=True):
    """A sentence of one version, or its headline."""

    text: str
    place: Place

    def holds(self, place: Place) -> bool:
        """Whether some words stand in it, or reach into it."""
        own = self.place
        return own.in_headline == place.in_headline and own.start < place.end and place.start < own.end


class Sentences(Struct, frozen=True, kw_only=True):
    """What became of the sentences that are not what they were, where they were."""

    reworded: tuple[tuple[Sentence, Sentence], ...]
    added: tuple[Sentence, ...]
    removed: tuple[Sentence, ...]
    moved: tuple[tuple[Sentence, Sentence], ...]


def pair_sentences(before: Article, now: Article) -> Sentences:
    """Sentences that are the same are passed over; of the rest, each is paired with the one it is most like."""
    alignment = Alignment(before, now)
    gone = {i: _sentence(before, alignment.former[i]) for _, old, _ in _unequal(alignment) for i in old}
    came = {j: _sentence(now, alignment.present[j]) for _, _, new in _unequal(alignment) for j in new}
    moved = tuple(_same(gone, came))
    reworded = _run_together(_alike(gone, came, alignment), gone, came, before, now)
    was, written = before.headline.text, now.headline.text
    if " ".join(was.split()) != " ".join(written.split()):
        headlines = (before.place(0, len(was), True), now.place(0, len(written), True))
        reworded.insert(0, (Sentence(text=was, place=headlines[0]), Sentence(text=written, place=headlines[1])))
    return Sentences(
        reworded=tuple(reworded),
        added=tuple(came[j] for j in sorted(came)),
        removed=tuple(gone[i] for i in sorted(gone)),
        moved=moved,
    )


def _unequal(alignment: Alignment) -> list[tuple[str, range, range]]:
    return [step for step in alignment.steps if step[0] != "equal"]


def _sentence(article: Article, span: tuple[int, int]) -> Sentence:
    return Sentence(text=article.body[span[0] : span[1]], place=article.place(*span))


def _same(gone: dict[int, Sentence], came: dict[int, Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """The sentences that only stand elsewhere; they are taken out of both."""
    where: dict[str, list[int]] = {}
    for j, sentence in came.items():
        where.setdefault(" ".join(sentence.text.split()), []).append(j)
    for i in sorted(gone):
        places = where.get(" ".join(gone[i].text.split()))
        if places:
            yield gone.pop(i), came.pop(places.pop(0))


class _Pair(Struct):
    """Neighbouring sentences of both versions, by their numbers: first and last."""

    old: tuple[int, int]
    new: tuple[int, int]
    texts: tuple[Sentence, Sentence]


def _alike(gone: dict[int, Sentence], came: dict[int, Sentence], alignment: Alignment) -> list[_Pair]:
    """The sentences that were reworded, the most alike first; they are taken out of both."""
    in_place = {(i, j) for _, old, new in _unequal(alignment) for i in old for j in new}
    few = len(gone) + len(came) <= _COMPARED
    ways = ((i, j) for i in gone for j in came) if few else ((i, j) for i, j in in_place if i in gone and j in came)
    ranked = []
    for i, j in ways:
        alike = likeness(gone[i].text, came[j].text)
        if alike >= (_ALIKE_IN_PLACE if (i, j) in in_place else _ALIKE):
            ranked.append((-alike - _IN_PLACE * ((i, j) in in_place), i, j))
    found = []
    for _, i, j in sorted(ranked):
        if i in gone and j in came:
            found.append(_Pair(old=(i, i), new=(j, j), texts=(gone.pop(i), came.pop(j))))
    return sorted(found, key=lambda pair: pair.new)


def _run_together(
    pairs: list[_Pair], gone: dict[int, Sentence], came: dict[int, Sentence], before: Article, now: Article
) -> list[tuple[Sentence, Sentence]]:
    """A sentence whose words went into its neighbour's, or came out of them, belongs to that pair."""
    for pair in pairs:
        for i in _beside(pair.old, gone):
            if share(gone[i].text, pair.texts[1].text) >= _TAKEN_IN:
                pair.old = min(i, pair.old[0]), max(i, pair.old[1])
                pair.texts = _joined(pair.texts[0], gone.pop(i), before), pair.texts[1]
        for j in _beside(pair.new, came):
            if share(came[j].text, pair.texts[0].text) >= _TAKEN_IN:
                pair.new = min(j, pair.new[0]), max(j, pair.new[1])
                pair.texts = pair.texts[0], _joined(pair.texts[1], came.pop(j), now)
    return [pair.texts for pair in pairs]


def _beside(numbers: tuple[int, int], left: dict[int, Sentence]) -> list[int]:
    return [number for number in (numbers[0] - 1, numbers[1] + 1) if number in left]


def _joined(one: Sentence, other: Sentence, article: Article) -> Sentence:
    start, end = min(one.place.start, other.place.start), max(one.place.end, other.place.end)
    return _sentence(article, (start, end))
