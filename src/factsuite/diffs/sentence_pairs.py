"""The sentences of two versions of an article, each with the one it became."""

from collections.abc import Iterator
from dataclasses import dataclass

from factsuite.anchoring.alignment import Alignment
from factsuite.model.articles import Article, Place
from factsuite.reading.nearest import likeness

_ALIKE = 0.5
"""Likeness from which a sentence that stands elsewhere is taken for the reworded one."""
_ALIKE_IN_PLACE = 0.3
"""The same for one that stands in its place."""
_COMPARED = 400  # sentences that came or went, beyond which only those in place are compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of one version, or its headline."""

    text: str
    place: Place

    def holds(self, place: Place) -> bool:
        """Whether some words stand in it, or reach into it."""
        own = self.place
        return own.in_headline == place.in_headline and own.start < place.end and place.start < own.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
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
    reworded = list(_alike(gone, came, alignment))
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


def _alike(
    gone: dict[int, Sentence], came: dict[int, Sentence], alignment: Alignment
) -> list[tuple[Sentence, Sentence]]:
    """The sentences that were reworded, the most alike first; they are taken out of both."""
    in_place = {(i, j) for _, old, new in _unequal(alignment) for i in old for j in new}
    few = len(gone) + len(came) <= _COMPARED
    ways = ((i, j) for i in gone for j in came) if few else ((i, j) for i, j in in_place if i in gone and j in came)
    ranked = []
    for i, j in ways:
        alike = likeness(gone[i].text, came[j].text)
        if alike >= (_ALIKE_IN_PLACE if (i, j) in in_place else _ALIKE):
            ranked.append((-alike - 0.1 * ((i, j) in in_place), i, j))
    found = []
    for _, i, j in sorted(ranked):
        if i in gone and j in came:
            found.append((j, gone.pop(i), came.pop(j)))
    return [(old, new) for _, old, new in sorted(found, key=lambda each: each[0])]
