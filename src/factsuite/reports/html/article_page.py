"""The checking copy of one article: its text with marks, what to correct, the cards and the pictures."""

from collections import Counter
from collections.abc import Iterable, Sequence

from markupsafe import Markup
from msgspec import Struct

from factsuite.model.articles import Article, Passage
from factsuite.reports.counting import to_correct
from factsuite.reports.html.cards import Card, Told, to_fix
from factsuite.reports.html.coverage import coverage_picture
from factsuite.reports.html.derivations import Derived, derivations_picture
from factsuite.reports.html.manuscript import Mark, Paragraph, marks_of, paragraphs
from factsuite.reports.html.shapes import Picture
from factsuite.reports.html.shown_text import Ids, web_address
from factsuite.reports.html.signs import FACT_SIGNS, NOT_CHECKED, UNCOVERED, Sign, tally_of
from factsuite.reports.html.templating import page
from factsuite.reports.html.timeline import Drawn, timeline_picture
from factsuite.reports.markdown_coverage import is_told_with_coverage
from factsuite.rules.results import ArticleResult
from factsuite.verdicts.coverage.coverage import Coverage, Covered, State
from factsuite.verdicts.coverage.mentions import MentionKind
from factsuite.verdicts.timeline.sentences import sentence

MOST_LEFT = 200
"""Passages left to cover that are listed; how many more there are is said, and each is marked in the text."""
BATCH = 50
"""Short cards that a browser lays out together, when they come into sight."""

_Counted = tuple[tuple[str, int], ...]


class ArticleView(Struct, frozen=True, kw_only=True):
    """What the page of an article shows."""

    title: str
    about: str
    url: str
    own: str
    """The file of the page."""
    tally: tuple[tuple[Sign, int], ...]
    legend: tuple[Sign, ...]
    headline: tuple[Paragraph, ...]
    paragraphs: tuple[Paragraph, ...]
    not_checked: tuple[tuple[str, Passage], ...]
    cards: tuple[Card, ...]
    batches: tuple[tuple[Markup, ...], ...]
    """The cards as they are shown, laid out together where there are many."""
    away: int
    """Pages on which the whole cards stand; 0 where they stand here."""
    nowhere: tuple[Card, ...]
    """Facts whose words stand nowhere in the text, or more than once: no note of the margin tells them."""
    to_fix: tuple[Card, ...]
    findings: tuple[Told, ...]
    kinds: _Counted
    rules: _Counted
    sources: _Counted
    coverage: Coverage | None
    coverage_picture: Picture | None
    left: tuple[Covered, ...]
    left_out: int
    timeline: Drawn | None
    conflicts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    derivations: Derived | None


class Shown(Struct, frozen=True, kw_only=True):
    """The cards of an article as its page shows them."""

    cards: tuple[Card, ...]
    html: tuple[Markup, ...]
    away: int = 0
    """Pages on which the whole cards stand; 0 where these are whole."""


def article_page(result: ArticleResult, own: str, shown: Shown, ids: Ids) -> str:
    """The page; `own` is its file, `ids` have named its cards."""
    article, coverage, cards = result.dossier.article, result.coverage, shown.cards
    passages = article.not_checked if article is not None else ()
    places = [ids.new("unchecked", passage.id or str(number)) for number, passage in enumerate(passages, start=1)]
    marks = marks_of(article, cards, coverage, places) if article is not None else []
    marked = {mark.sign.name for mark in marks}
    left = tuple(item for item in coverage.missing() if _is_left(item)) if coverage is not None else ()
    size = BATCH if shown.away else max(len(cards), 1)
    view = ArticleView(
        title=title_of(result),
        about=_about(article),
        url=web_address(article.url) if article is not None else "",
        own=own,
        tally=tuple((sign, number) for sign, number in tally_of(result.facts) if number),
        legend=tuple(sign for sign in (*FACT_SIGNS, UNCOVERED, NOT_CHECKED) if sign.name in marked),
        headline=_text(article.headline.text, marks, cards, in_headline=True) if article is not None else (),
        paragraphs=_text(article.body, marks, cards, in_headline=False) if article is not None else (),
        not_checked=tuple(zip(places, passages, strict=True)),
        cards=cards,
        batches=tuple(shown.html[first : first + size] for first in range(0, len(cards), size)),
        away=shown.away,
        nowhere=tuple(card for card in cards if card.place is None),
        to_fix=tuple(to_fix(cards, to_correct(result.facts))),
        findings=tuple(Told(reported=found) for found in result.findings if not is_told_with_coverage(found)),
        kinds=_counted(card.kind for card in cards if card.kind),
        rules=_counted(rule for card in cards for rule in card.rules),
        sources=_counted(source for card in cards for source in card.sources),
        coverage=coverage,
        coverage_picture=coverage_picture(article, marks, ids) if article is not None else None,
        left=left[:MOST_LEFT],
        left_out=max(len(left) - MOST_LEFT, 0),
        timeline=timeline_picture(result.timeline, ids),
        conflicts=_conflicts(result, cards),
        derivations=derivations_picture(result, ids),
    )
    return page("article.html.j2", "copy many" if shown.away else "copy", f"Checking copy: {view.title}", a=view)


def title_of(result: ArticleResult) -> str:
    """What an article is called on the pages: its headline, or its id where it has none."""
    article = result.dossier.article
    return article.headline.text if article is not None and article.headline.text.strip() else result.dossier.id


def _is_left(item: Covered) -> bool:
    """Names are only counted; a sentence that is covered in part is told by what is missing in it."""
    return item.state is State.UNCOVERED and item.mention.kind is not MentionKind.NAME


def _conflicts(result: ArticleResult, cards: Sequence[Card]) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """What cannot hold, in words, each with the cards of the facts that assert it."""
    if result.timeline is None:
        return ()
    by_label = {card.label: card.id for card in cards}
    found = []
    for conflict in (*result.timeline.facts, *result.timeline.records):
        labels = [reason.fact for reason in conflict.asserted if reason.fact in by_label]
        linked = tuple((by_label[label], label) for label in labels if label is not None)
        found.append((sentence(conflict).replace("`", ""), linked))
    return tuple(found)


def _text(text: str, marks: Sequence[Mark], cards: Sequence[Card], *, in_headline: bool) -> tuple[Paragraph, ...]:
    return paragraphs(text, [mark for mark in marks if mark.in_headline is in_headline], cards)


def _about(article: Article | None) -> str:
    if article is None:
        return ""
    published = article.published.text if article.published is not None else "no date of its own"
    return f"{article.publisher}, {published}" if article.publisher else published


def _counted(names: Iterable[str]) -> _Counted:
    return tuple(sorted(Counter(names).items()))
