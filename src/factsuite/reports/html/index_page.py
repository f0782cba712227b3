"""The index: every article with its counts, what was found across them, and the mutation score."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from factsuite.reports.counting import count, to_correct
from factsuite.reports.html.article_page import title_of
from factsuite.reports.html.cards import Told
from factsuite.reports.html.mutation import Tried, mutation_picture
from factsuite.reports.html.page_files import article_file, link_to
from factsuite.reports.html.shapes import Picture
from factsuite.reports.html.shown_text import Ids
from factsuite.reports.html.signs import Sign, tally_of
from factsuite.reports.html.templating import page
from factsuite.reports.run_changes_sections import Section, sections_of
from factsuite.reports.run_changes_text import counts_in_words
from factsuite.rules.results import ArticleResult, Outcome, Result
from factsuite.runs.comparing import RunChanges


class Row(Struct, frozen=True, kw_only=True):
    """One article in the index."""

    title: str
    href: str
    publisher: str
    facts: int
    to_fix: int
    failing: int
    counts: tuple[int, ...]


class IndexView(Struct, frozen=True, kw_only=True):
    """What the index shows."""

    tally: tuple[tuple[Sign, int], ...]
    signs: tuple[Sign, ...]
    rows: tuple[Row, ...]
    findings: tuple[Told, ...]
    mutation: Picture | None
    policy: tuple[tuple[str, str], ...]
    since: str
    """What has changed since an earlier report, in words; empty where none was named."""
    changes: tuple[Section, ...]


def index_page(result: Result, operators: Mapping[str, Tried], changes: RunChanges | None = None) -> str:
    """The page; `operators` are the mistakes tried, where the stored score is about these files.

    `changes` is what an earlier report says otherwise, where one was named.
    """
    tally = tuple((sign, number) for sign, number in tally_of(result.facts) if number)
    signs = tuple(sign for sign, _ in tally)
    view = IndexView(
        tally=tally,
        signs=signs,
        rows=tuple(_row(article, signs) for article in result.articles),
        findings=tuple(Told(reported=found) for found in result.findings),
        mutation=mutation_picture(operators, Ids()),
        policy=tuple(result.policy.describe()),
        since=" ".join(counts_in_words(changes)) if changes is not None else "",
        changes=tuple(sections_of(changes)) if changes is not None else (),
    )
    return page("index.html.j2", "index", f"Checking copies: {count(result).facts} facts", i=view)


def _row(result: ArticleResult, signs: Sequence[Sign]) -> Row:
    numbers = dict(tally_of(result.facts))
    return Row(
        title=title_of(result),
        href=link_to(article_file(result.dossier.id)),
        publisher=result.dossier.article.publisher if result.dossier.article is not None else "",
        facts=len(result.facts),
        to_fix=len(to_correct(result.facts)),
        failing=sum(fact.outcome in (Outcome.FAILED, Outcome.ERROR) for fact in result.facts),
        counts=tuple(numbers[sign] for sign in signs),
    )
