"""The pages: a checking copy for each article, pages of whole cards where there are many, and the index."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from factsuite.reports.html.article_page import Shown, article_page, title_of
from factsuite.reports.html.cards import Card, cards_of
from factsuite.reports.html.index_page import index_page
from factsuite.reports.html.mutation import Tried
from factsuite.reports.html.page_files import INDEX, article_file, evidence_file, link_to
from factsuite.reports.html.shown_text import Ids
from factsuite.reports.html.templating import macro, page
from factsuite.rules.results import ArticleResult, Result
from factsuite.runs.comparing import RunChanges


class Limits(Struct, frozen=True, kw_only=True):
    """How much one page holds, so that a browser opens it at once."""

    cards: int = 500
    """Cards that a checking copy shows whole."""
    evidence: int = 3_000_000
    """Characters of evidence that it shows."""
    page: int = 1_000_000
    """Characters of whole cards on a page of their own."""


LIMITS = Limits()


class AwayView(Struct, frozen=True, kw_only=True):
    """One page of whole cards."""

    title: str
    own: str
    """The file of the checking copy they belong to."""
    page: int
    pages: int
    before: str
    """The page before it and the one after it; empty where there is none."""
    after: str
    cards: tuple[Markup, ...]


def html_pages(
    result: Result, operators: Mapping[str, Tried], limits: Limits = LIMITS, changes: RunChanges | None = None
) -> dict[str, str]:
    """Every page by its file name; `operators` are the mistakes tried, where the stored score is about these files.

    `changes` is what an earlier report says otherwise, where one was named: the index shows it.
    """
    pages = {INDEX: index_page(result, operators, changes)}
    for article in result.articles:
        pages |= _article_pages(article, limits)
    return pages


def _article_pages(result: ArticleResult, limits: Limits) -> dict[str, str]:
    ids = Ids()
    cards = cards_of(result, ids)
    own = article_file(result.dossier.id)
    written = [macro("evidence.html.j2", "evidence", c.evidence) if c.evidence else Markup() for c in cards]
    is_large = len(cards) > limits.cards or sum(map(len, written)) > limits.evidence
    back = link_to(own) if is_large else ""
    whole = tuple(macro("card.html.j2", "card", card, told, back) for card, told in zip(cards, written, strict=True))
    if not is_large:
        return {own: article_page(result, own, Shown(cards=cards, html=whole), ids)}
    chunks = list(_chunks(whole, limits.page))
    names = [evidence_file(own, number) for number in range(1, len(chunks) + 1)]
    holding = [name for name, chunk in zip(names, chunks, strict=True) for _ in chunk]
    brief = tuple(_brief(card, name) for card, name in zip(cards, holding, strict=True))
    pages = {own: article_page(result, own, Shown(cards=cards, html=brief, away=len(chunks)), ids)}
    for place, chunk in enumerate(chunks):
        pages[names[place]] = _away_page(title_of(result), own, names, place, chunk)
    return pages


def _brief(card: Card, file: str) -> Markup:
    """A card as it stands where there are many: the claim and the verdict, and where the whole card is."""
    return macro("brief.html.j2", "brief", card, link_to(file, card.id))


def _away_page(title: str, own: str, names: Sequence[str], place: int, cards: Sequence[Markup]) -> str:
    view = AwayView(
        title=title,
        own=link_to(own),
        page=place + 1,
        pages=len(names),
        before=link_to(names[place - 1]) if place else "",
        after=link_to(names[place + 1]) if place + 1 < len(names) else "",
        cards=tuple(cards),
    )
    return page("away.html.j2", "away", f"Facts, page {view.page} of {view.pages}: {title}", e=view)


def _chunks(cards: Sequence[Markup], most: int) -> Iterator[list[Markup]]:
    """Cards in their order, in pages that are no larger than they have to be."""
    chunk: list[Markup] = []
    size = 0
    for html in cards:
        if chunk and size + len(html) > most:
            yield chunk
            chunk, size = [], 0
        chunk.append(html)
        size += len(html)
    if chunk:
        yield chunk
