"""Coverage along the text: where the facts of each verdict stand, and where nothing does."""

from collections.abc import Iterator, Sequence

from factsuite.model.articles import Article
from factsuite.reports.html.manuscript import Mark
from factsuite.reports.html.shapes import Picture, Shape, box, line, words
from factsuite.reports.html.shown_text import Ids
from factsuite.reports.html.signs import FACT_SIGNS, NOT_CHECKED, UNCOVERED, Sign
from factsuite.reports.markdown_text import plural

_WIDTH, _LEFT, _TOP, _ROW = 860, 150, 10, 20
_LANES = (*FACT_SIGNS, UNCOVERED, NOT_CHECKED)


def coverage_picture(article: Article, marks: Sequence[Mark], ids: Ids) -> Picture | None:
    """One lane for each sign that occurs, from the headline's first letter to the body's last."""
    lanes = [(sign, [mark for mark in marks if mark.sign == sign]) for sign in _LANES]
    lanes = [(sign, found) for sign, found in lanes if found]
    if not lanes:
        return None
    counts = ", ".join(f"{sign.word}: {plural(len(found), 'passage')}" for sign, found in lanes)
    return Picture(
        id=ids.new("coverage", "text"),
        title="What is marked where, along the text",
        description=f"From the beginning of the article to its end. {counts}.",
        width=_WIDTH,
        height=_TOP + _ROW * len(lanes) + 22,
        shapes=tuple(_drawn(article, lanes)),
    )


def _drawn(article: Article, lanes: Sequence[tuple[Sign, Sequence[Mark]]]) -> Iterator[Shape]:
    headline = len(article.headline.text)
    whole = max(headline + len(article.body), 1)
    width = _WIDTH - _LEFT
    for row, (sign, found) in enumerate(lanes):
        y = _TOP + row * _ROW
        yield words(0, y + 5, f"{sign.shape} {sign.word} {len(found)}", sign.name)
        yield line(_LEFT, y + 7, _WIDTH, y + 7, "grid")
        for x, across in _stretches(found, headline, width / whole):
            yield box(_LEFT + x, y - 5, across, 10, f"fill {sign.name}")
    bottom = _TOP + _ROW * len(lanes) + 8
    yield words(_LEFT, bottom, "headline", "small")
    yield words(_LEFT + max(headline / whole * width, 60), bottom, "body", "small")
    yield words(_WIDTH, bottom, "end", "small", anchor="end")


def _stretches(marks: Sequence[Mark], headline: int, unit: float) -> Iterator[tuple[float, float]]:
    """Where the marks of a lane stand and how wide they are drawn; what would overlap in print is one stretch."""
    starts = ((mark.start + (0 if mark.in_headline else headline), mark.end - mark.start) for mark in marks)
    drawn = sorted((start * unit, start * unit + max(length * unit, 1.5)) for start, length in starts)
    first, last = drawn[0]
    for start, end in drawn[1:]:
        if start > last:
            yield first, last - first
            first, last = start, end
        last = max(last, end)
    yield first, last - first
