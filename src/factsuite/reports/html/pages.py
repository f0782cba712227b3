"""The pages: a checking copy for each article, pages of evidence where it is large, and the index."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from factsuite.model.articles import Article, Passage
from factsuite.reports.counting import count, to_correct
from factsuite.reports.html.cards import Card, Told, cards_of, to_fix
from factsuite.reports.html.coverage import coverage_picture
from factsuite.reports.html.derivations import Derived, derivations_picture
from factsuite.reports.html.manuscript import Mark, Paragraph, marks_of, paragraphs
from factsuite.reports.html.mutation import Tried, mutation_picture
from factsuite.reports.html.shapes import Picture
from factsuite.reports.html.shown_text import Ids, web_address
from factsuite.reports.html.signs import FACT_SIGNS, NOT_CHECKED, UNCOVERED, Sign, sign_of
from factsuite.reports.html.templating import macro, page
from factsuite.reports.html.timeline import Drawn, timeline_picture
from factsuite.reports.markdown_coverage import is_told_with_coverage
from factsuite.rules.results import ArticleResult, FactResult, Outcome, Result
from factsuite.verdicts.coverage.coverage import Coverage, Covered, State
from factsuite.verdicts.coverage.mentions import MentionKind
from factsuite.verdicts.timeline.sentences import sentence

INDEX = "index.html"
LARGEST = 3_000_000
"""Characters of evidence that a checking copy carries itself; more of it stands on pages of its own, this long each."""
MANY = 300
"""Cards of a page from which on a browser need not lay out those that are out of sight."""

_Counted = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """What the page of an article shows."""

    title: str
    about: str
    url: str
    tally: tuple[tuple[Sign, int], ...]
    legend: tuple[Sign, ...]
    headline: tuple[Paragraph, ...]
    paragraphs: tuple[Paragraph, ...]
    not_checked: tuple[tuple[str, Passage], ...]
    cards: tuple[Card, ...]
    card_html: tuple[Markup, ...]
    to_fix: tuple[Card, ...]
    findings: tuple[Told, ...]
    kinds: _Counted
    rules: _Counted
    sources: _Counted
    coverage: Coverage | None
    coverage_picture: Picture | None
    left: tuple[Covered, ...]
    timeline: Drawn | None
    conflicts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    derivations: Derived | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One article in the index."""

    title: str
    href: str
    publisher: str
    facts: int
    to_fix: int
    failing: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """What the index shows."""

    tally: tuple[tuple[Sign, int], ...]
    signs: tuple[Sign, ...]
    rows: tuple[Row, ...]
    findings: tuple[Told, ...]
    mutation: Picture | None
    policy: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayView:
    """One page of evidence."""

    title: str
    back: str
    page: int
    pages: int
    entries: tuple[tuple[Card, Markup], ...]


def html_pages(result: Result, operators: Mapping[str, Tried], largest: int = LARGEST) -> dict[str, str]:
    """Every page by its file name; `operators` are the mistakes tried, where the stored score is about these files."""
    pages = {INDEX: _index(result, operators)}
    for article in result.articles:
        pages |= _article_pages(article, largest)
    return pages


def article_file(id: str) -> str:
    """The file of an article's page; one that is called as the index has another name."""
    return f"{id}.html" if f"{id}.html".lower() != INDEX else f"{id}.article.html"


def _index(result: Result, operators: Mapping[str, Tried]) -> str:
    facts = list(result.facts)
    signs = tuple(sign for sign, number in _tally(facts) if number)
    view = IndexView(
        tally=tuple((sign, number) for sign, number in _tally(facts) if number),
        signs=signs,
        rows=tuple(_row(article, signs) for article in result.articles),
        findings=tuple(Told(reported=found) for found in result.findings),
        mutation=mutation_picture(operators, Ids()),
        policy=tuple(result.policy.describe()),
    )
    return page("index.html.j2", "index", f"Checking copies: {count(result).facts} facts", i=view)


def _row(result: ArticleResult, signs: Sequence[Sign]) -> Row:
    numbers = dict(_tally(result.facts))
    return Row(
        title=_title(result),
        href=quote(article_file(result.dossier.id)),
        publisher=result.dossier.article.publisher if result.dossier.article is not None else "",
        facts=len(result.facts),
        to_fix=len(to_correct(result.facts)),
        failing=sum(fact.outcome in (Outcome.FAILED, Outcome.ERROR) for fact in result.facts),
        counts=tuple(numbers[sign] for sign in signs),
    )


def _article_pages(result: ArticleResult, largest: int) -> dict[str, str]:
    ids = Ids()
    cards = cards_of(result, ids)
    own = article_file(result.dossier.id)
    written = [macro("evidence.html.j2", "evidence", c.evidence) if c.evidence else Markup() for c in cards]
    if sum(map(len, written)) <= largest:
        html = [macro("card.html.j2", "card", card, told, "") for card, told in zip(cards, written, strict=True)]
        return {own: _article_page(result, cards, html, ids)}
    chunks = list(_chunks(cards, written, largest))
    names = [f"{own.removesuffix('.html')}.evidence-{number}.html" for number in range(1, len(chunks) + 1)]
    away = {card.id: f"{quote(name)}#{card.id}" for name, chunk in zip(names, chunks, strict=True) for card, _ in chunk}
    html = [macro("card.html.j2", "card", card, Markup(), away.get(card.id, "")) for card in cards]
    pages = {own: _article_page(result, cards, html, ids)}
    for number, (name, chunk) in enumerate(zip(names, chunks, strict=True), start=1):
        title = _title(result)
        view = AwayView(title=title, back=quote(own), page=number, pages=len(chunks), entries=tuple(chunk))
        pages[name] = page("away.html.j2", "away", f"Evidence: {title}", script=False, e=view)
    return pages


def _chunks(cards: Sequence[Card], written: Sequence[Markup], largest: int) -> Iterable[list[tuple[Card, Markup]]]:
    """Evidence in the order of the cards, in pages that are no larger than they have to be."""
    chunk: list[tuple[Card, Markup]] = []
    size = 0
    for card, html in zip(cards, written, strict=True):
        if not html:
            continue
        if chunk and size + len(html) > largest:
            yield chunk
            chunk, size = [], 0
        chunk.append((card, html))
        size += len(html)
    if chunk:
        yield chunk


def _article_page(result: ArticleResult, cards: tuple[Card, ...], html: Sequence[Markup], ids: Ids) -> str:
    article, coverage = result.dossier.article, result.coverage
    passages = article.not_checked if article is not None else ()
    places = [ids.new("unchecked", passage.id or str(number)) for number, passage in enumerate(passages, start=1)]
    marks = marks_of(article, cards, coverage, places) if article is not None else []
    tally = tuple((sign, number) for sign, number in _tally(result.facts) if number)
    marked = {mark.sign.name for mark in marks}
    view = ArticleView(
        title=_title(result),
        about=_about(article),
        url=web_address(article.url) if article is not None else "",
        tally=tally,
        legend=tuple(sign for sign in (*FACT_SIGNS, UNCOVERED, NOT_CHECKED) if sign.name in marked),
        headline=_text(article.headline.text, marks, cards, in_headline=True) if article is not None else (),
        paragraphs=_text(article.body, marks, cards, in_headline=False) if article is not None else (),
        not_checked=tuple(zip(places, passages, strict=True)),
        cards=cards,
        card_html=tuple(html),
        to_fix=tuple(to_fix(cards, to_correct(result.facts))),
        findings=tuple(Told(reported=found) for found in result.findings if not is_told_with_coverage(found)),
        kinds=_counted(card.kind for card in cards if card.kind),
        rules=_counted(rule for card in cards for rule in card.rules),
        sources=_counted(source for card in cards for source in card.sources),
        coverage=coverage,
        coverage_picture=coverage_picture(article, marks, ids) if article is not None else None,
        left=tuple(item for item in coverage.missing() if _is_left(item)) if coverage is not None else (),
        timeline=timeline_picture(result.timeline, ids),
        conflicts=_conflicts(result, cards),
        derivations=derivations_picture(result, ids),
    )
    name = "copy many" if len(cards) > MANY else "copy"
    return page("article.html.j2", name, f"Checking copy: {view.title}", a=view)


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
        found.append((sentence(conflict), tuple((by_label[label], label) for label in labels if label is not None)))
    return tuple(found)


def _text(text: str, marks: Sequence[Mark], cards: Sequence[Card], *, in_headline: bool) -> tuple[Paragraph, ...]:
    return paragraphs(text, [mark for mark in marks if mark.in_headline is in_headline], cards)


def _title(result: ArticleResult) -> str:
    article = result.dossier.article
    return article.headline.text if article is not None and article.headline.text.strip() else result.dossier.id


def _about(article: Article | None) -> str:
    if article is None:
        return ""
    published = article.published.text if article.published is not None else "no date of its own"
    return f"{article.publisher}, {published}" if article.publisher else published


def _tally(facts: Iterable[FactResult]) -> tuple[tuple[Sign, int], ...]:
    """How many facts there are of each sign, worst first."""
    numbers = Counter(sign_of(fact).name for fact in facts)
    return tuple((sign, numbers[sign.name]) for sign in FACT_SIGNS)


def _counted(names: Iterable[str]) -> _Counted:
    return tuple(sorted(Counter(names).items()))
