"""One article in Markdown: what to do first, then its facts by verdict and what else there is to know, in blocks."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from factsuite.model.articles import Article
from factsuite.model.facts import Verdict
from factsuite.model.policy import Policy
from factsuite.reports.counting import to_correct
from factsuite.reports.markdown_agreement import agreement_lines
from factsuite.reports.markdown_coverage import coverage_lines, is_told_with_coverage
from factsuite.reports.markdown_facts import fact_lines, finding_items, folded_fact_lines, place_in_text
from factsuite.reports.markdown_lines import evidence_sections
from factsuite.reports.markdown_signoffs import signoff_lines
from factsuite.reports.markdown_text import address, escape, escape_message, quote, table
from factsuite.reports.markdown_timeline import timeline_lines
from factsuite.reports.terminal_waiting import waits_for_evidence
from factsuite.rules.results import ArticleResult, FactResult, Outcome

_SECTIONS = (
    ("Contradicted: correct these first", Verdict.CONTRADICTED),
    ("Disputed: the sources disagree", Verdict.DISPUTED),
    ("Overstated: the article says more than its sources", Verdict.OVERSTATED),
    ("Unverified: no source, or too few", Verdict.UNVERIFIED),
    ("Supported", Verdict.SUPPORTED),
)

_WAITING = "To do: no evidence is recorded yet, so these are unverified, and fail"


class Block(Struct, frozen=True, kw_only=True):
    """Lines that belong together: one fact, or one section without facts."""

    lines: tuple[str, ...]
    section: str = ""
    """The heading they stand under; empty for a section that brings its own."""


def article_head(result: ArticleResult) -> Iterator[str]:
    """The headline, where it comes from, and what is to be done."""
    article = result.dossier.article
    yield f"## {title_of(result)}"
    yield ""
    if article is not None:
        yield from _about(article)
    yield from _what_to_do(result)


def article_blocks(result: ArticleResult, policy: Policy) -> Iterator[Block]:
    """Everything else, gravest first."""
    failing = [fact for fact in result.facts if _fails(fact)]
    waiting = [fact for fact in failing if waits_for_evidence(fact)]
    yield from _facts("Failing", [fact for fact in failing if not waits_for_evidence(fact)], result)
    for fact in waiting:
        yield Block(section=f"{_WAITING} ({len(waiting)})", lines=(_waiting_item(fact, last=fact is waiting[-1]),))
    about_files = [found for found in result.findings if not is_told_with_coverage(found)]
    if about_files:
        yield Block(lines=("### About the files", "", *finding_items(about_files), ""))
    for title, verdict in _SECTIONS:
        wanted = [f for f in result.facts if f not in failing and f.judgement and f.judgement.verdict is verdict]
        yield from _facts(title, wanted, result)
    for lines in (
        evidence_sections(result),
        signoff_lines(result),
        agreement_lines(result),
        timeline_lines(result),
        coverage_lines(result.coverage, policy),
        _not_checked(result.dossier.article),
    ):
        yield Block(lines=tuple(lines))


def in_order(blocks: Iterable[Block], section: str = "") -> Iterator[str]:
    """The lines of blocks, each section's heading before the first of its blocks.

    `section` is the heading under which the blocks before these stood, where they go on.
    """
    for block in blocks:
        if block.section and block.section != section:
            yield f"### {block.section}"
            yield ""
        section = block.section
        yield from block.lines


def title_of(result: ArticleResult) -> str:
    """The headline of an article, or its id."""
    article = result.dossier.article
    return escape(article.headline.text) if article is not None else result.dossier.id


def _facts(title: str, facts: list[FactResult], result: ArticleResult) -> Iterator[Block]:
    """A block for each fact; those with nothing to do are folded."""
    for fact in facts:
        folded = title == "Supported" and fact.outcome is Outcome.PASSED and not fact.findings
        lines = (folded_fact_lines if folded else fact_lines)(fact, result.dossier.registry)
        yield Block(section=f"{title} ({len(facts)})", lines=tuple(lines))


def _waiting_item(fact: FactResult, *, last: bool) -> str:
    """A fact nobody has looked up: it fails, and there is no more to tell of it than its claim."""
    return f"- {fact.slot.label}: {escape(fact.slot.claim)} ({fact.slot.at})" + ("\n" if last else "")


def _not_checked(article: Article | None) -> Iterator[str]:
    if article is not None and article.not_checked:
        yield f"### Not checked ({len(article.not_checked)})"
        yield ""
        for passage in article.not_checked:
            words = f"{quote(passage.anchor.exact.text)}: " if passage.anchor is not None else ""
            yield f"- {words}{escape(passage.because)} ({passage.at})"
        yield ""


def _about(article: Article) -> Iterator[str]:
    published = article.published.text if article.published is not None else "no date of its own"
    yield f"{escape(article.publisher)}, {escape(published)}." + (f" {address(article.url)}" if article.url else "")
    if article.published is None and article.reference is not None:
        yield f"Relative dates are read against {article.reference.text}: {escape(article.reference_because)}"
    if article.derives_from:
        parents = ", ".join(f"`{d.parent.value}`" + (" (likely)" if d.likely else "") for d in article.derives_from)
        yield f"It derives from {parents}; article and parent are one line of evidence."
    yield ""


def _what_to_do(result: ArticleResult) -> Iterator[str]:
    """A table to work through from the top."""
    wanted = [fact for fact in to_correct(result.facts) if not waits_for_evidence(fact)]
    if not wanted:
        return
    rows = []
    for fact in wanted:
        judgement = fact.judgement
        state = judgement.verdict.value if judgement is not None else "defective"
        words, place = escape(fact.slot.claim), str(fact.slot.at)
        if judgement is not None:
            words = quote(judgement.fact.anchor.exact.text)
            place = place_in_text(fact).rpartition("/")[2]
        rows.append([place, words, f"{'**fails**, ' if fact.findings and _fails(fact) else ''}{state}", _todo(fact)])
    yield f"### What to do ({len(wanted)})"
    yield ""
    yield from table(["place", "the article", "verdict", "correction"], rows)
    yield ""


def _fails(fact: FactResult) -> bool:
    return fact.outcome in (Outcome.FAILED, Outcome.ERROR)


def _todo(fact: FactResult) -> str:
    judgement = fact.judgement
    if _fails(fact) and fact.findings:
        return escape_message(fact.findings[0].finding.message)
    if fact.outcome in (Outcome.WAIVED, Outcome.OLD):
        told = [*(each.reported for each in fact.waived), *fact.old][0]
        return f"{fact.outcome.value}: {escape_message(told.finding.message)}"
    if judgement is not None and judgement.fact.correction is not None:
        return escape(judgement.fact.correction.text)
    return ""
