"""The report for a person: what to correct first, then disputed and overstated, then the rest."""

from collections.abc import Iterator
from typing import Any

from factsuite.model.articles import Article
from factsuite.model.facts import Verdict
from factsuite.model.policy import Policy
from factsuite.reports.counting import count, pinned_and_sealed, to_correct
from factsuite.reports.markdown_agreement import agreement_lines
from factsuite.reports.markdown_coverage import coverage_lines, is_told_with_coverage
from factsuite.reports.markdown_facts import fact_lines, finding_items, place_in_text
from factsuite.reports.markdown_gate import excused_lines, switched_off_lines
from factsuite.reports.markdown_lines import evidence_sections
from factsuite.reports.markdown_signoffs import signoff_lines
from factsuite.reports.markdown_text import escape, escape_message, plural, quote, table
from factsuite.reports.markdown_timeline import timeline_lines
from factsuite.reports.mutation_stored import stored_lines
from factsuite.reports.policy_words import policy_in_words
from factsuite.rules.results import ArticleResult, FactResult, Outcome, Result

_SECTIONS = (
    ("Contradicted: correct these first", Verdict.CONTRADICTED),
    ("Disputed: the sources disagree", Verdict.DISPUTED),
    ("Overstated: the article says more than its sources", Verdict.OVERSTATED),
    ("Unverified: no source, or too few", Verdict.UNVERIFIED),
    ("Supported", Verdict.SUPPORTED),
)


def render_markdown(result: Result, mutation: dict[str, Any] | None = None) -> str:
    """The whole report; `mutation` is what is stored of the mutation score, where it is about these files."""
    lines = ["# Consistency report", "", *_introduction(result)]
    for article in result.articles:
        lines += _article(article, result.policy)
    if result.findings:
        lines += ["## Across articles", "", *finding_items(result.findings), ""]
    lines += excused_lines(result)
    lines += stored_lines(mutation)
    return "\n".join(lines).rstrip() + "\n"


def _introduction(result: Result) -> Iterator[str]:
    counts = count(result)
    yield "The article, the fact file and the cited sources were compared link by link. A green fact means that none of"
    yield "its comparisons disagreed; it is no promise that a claim is true."
    yield ""
    bases = [fact.judgement for fact in result.facts if fact.judgement is not None]
    rows = []
    for verdict, number in counts.by_verdict.items():
        of_this = [judgement.basis.value for judgement in bases if judgement.verdict.value == verdict]
        rows.append([verdict, str(number), *(str(of_this.count(basis)) for basis in counts.by_basis)])
    yield from table(["verdict", "facts", *counts.by_basis], rows)
    yield ""
    failing = counts.by_outcome["failed"] + counts.by_outcome["error"]
    yield (
        f"{plural(counts.comparisons, 'comparison')} on {plural(counts.facts, 'fact')} of "
        f"{plural(counts.articles, 'article')}, {counts.judged} of them judgements of a person. "
        f"{plural(counts.by_outcome['known'], 'known inaccuracy', 'known inaccuracies')}, "
        f"{plural(failing, 'failing fact')}, {plural(counts.findings, 'finding')}."
    )
    yield ""
    yield (
        f"**Not compared:** {plural(counts.not_checked, 'passage')} marked as not checked; "
        f"{plural(counts.without_excerpt, 'evidence entry', 'evidence entries')} without an excerpt; "
        f"{counts.without_exhibit} without a pinned copy of the source{pinned_and_sealed(counts)}; "
        f"{plural(counts.uncovered_fields, 'asserted field')} that no source gives. "
        f"{plural(counts.set_aside, 'entry is', 'entries are')} set aside, with effect on "
        f"{plural(counts.hang_on_set_aside, 'verdict')}. {plural(counts.parent_only, 'supported fact')} "
        f"{'rests' if counts.parent_only == 1 else 'rest'} on the article's own parent only. "
        f"{plural(counts.hang_on_one_line, 'verdict hangs', 'verdicts hang')} on one line of evidence, "
        f"{counts.stand_alone} of them on a source that may stand alone."
    )
    yield ""
    yield from switched_off_lines(result)
    yield policy_in_words(result.policy)
    yield ""


def _article(result: ArticleResult, policy: Policy) -> Iterator[str]:
    article = result.dossier.article
    yield f"## {escape(article.headline.text) if article is not None else result.dossier.id}"
    yield ""
    if article is not None:
        yield from _about(article)
    yield from _what_to_do(result)
    failing = [fact for fact in result.facts if fact.outcome in (Outcome.FAILED, Outcome.ERROR)]
    yield from _section("Failing", failing, result)
    about_files = [found for found in result.findings if not is_told_with_coverage(found)]
    if about_files:
        yield "### About the files"
        yield ""
        yield from finding_items(about_files)
        yield ""
    for title, verdict in _SECTIONS:
        wanted = [f for f in result.facts if f not in failing and f.judgement and f.judgement.verdict is verdict]
        yield from _section(title, wanted, result)
    yield from evidence_sections(result)
    yield from signoff_lines(result)
    yield from agreement_lines(result)
    yield from timeline_lines(result)
    yield from coverage_lines(result.coverage, policy)
    if article is not None and article.not_checked:
        yield f"### Not checked ({len(article.not_checked)})"
        yield ""
        for passage in article.not_checked:
            words = f"{quote(passage.anchor.exact.text)}: " if passage.anchor is not None else ""
            yield f"- {words}{escape(passage.because)} ({passage.at})"
        yield ""


def _section(title: str, facts: list[FactResult], result: ArticleResult) -> Iterator[str]:
    if facts:
        yield f"### {title} ({len(facts)})"
        yield ""
        for fact in facts:
            yield from fact_lines(fact, result.dossier.registry)


def _about(article: Article) -> Iterator[str]:
    published = article.published.text if article.published is not None else "no date of its own"
    yield f"{escape(article.publisher)}, {escape(published)}." + (f" <{article.url}>" if article.url else "")
    if article.published is None and article.reference is not None:
        yield f"Relative dates are read against {article.reference.text}: {escape(article.reference_because)}"
    if article.derives_from:
        parents = ", ".join(f"`{d.parent.value}`" + (" (likely)" if d.likely else "") for d in article.derives_from)
        yield f"It derives from {parents}; article and parent are one line of evidence."
    yield ""


def _what_to_do(result: ArticleResult) -> Iterator[str]:
    """A table to work through from the top."""
    wanted = to_correct(result.facts)
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
