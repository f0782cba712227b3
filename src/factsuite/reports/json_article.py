"""The part of the JSON report that tells one article; and findings, as every part writes them."""

from typing import Any

from factsuite.reports.json_agreement import agreement_data
from factsuite.reports.json_coverage import coverage_data
from factsuite.reports.json_places import place_data
from factsuite.reports.json_signoffs import signing_data
from factsuite.reports.json_text import indented
from factsuite.reports.json_timeline import timeline_data
from factsuite.rules.findings import Reported
from factsuite.rules.results import ArticleResult, FactResult
from factsuite.verdicts.entries import JudgedEntry
from factsuite.verdicts.judging import Judgement
from factsuite.verdicts.signing import FactSigning


def article_text(article: ArticleResult) -> bytes:
    """The object of one article, as it stands in the report."""
    return indented(_article(article), 2)


def _article(result: ArticleResult) -> dict[str, Any]:
    article = result.dossier.article
    passages = article.not_checked if article is not None else ()
    signed = {each.fact.label: each for each in result.signing.facts} if result.signing is not None else {}
    return {
        "id": result.dossier.id,
        "headline": article.headline.text if article is not None else "",
        "publisher": article.publisher if article is not None else "",
        "not_checked": [{"id": p.id, "because": p.because, "location": place_data(p.at)} for p in passages],
        "facts": [_fact(fact, signed.get(fact.slot.label)) for fact in result.facts],
        "timeline": timeline_data(result.timeline),
        "coverage": coverage_data(result.coverage),
        "agreement": agreement_data(result.agreements),
    }


def _fact(result: FactResult, signing: FactSigning | None) -> dict[str, Any]:
    slot, judgement = result.slot, result.judgement
    fact = slot.fact
    lines = judgement.lines if judgement is not None else ()
    discounted = [line for line in lines if not line.counts]
    hangs_on = judgement.hangs_on if judgement is not None else None
    return {
        "id": slot.label,
        "kind": slot.kind,
        "claim": slot.claim,
        "verdict": judgement.verdict if judgement is not None else None,
        "stated_verdict": fact.stated_verdict if fact is not None else None,
        "outcome": result.outcome,
        "basis": judgement.basis if judgement is not None else None,
        "lines": len(lines) - len(discounted),
        "comparisons": len(judgement.comparisons) if judgement is not None else 0,
        "location": place_data(slot.at),
        "correction": fact.correction.text if fact is not None and fact.correction is not None else None,
        "uncovered": judgement.uncovered if judgement is not None else (),
        "lost": judgement.lost if judgement is not None else (),
        "parent_only": judgement.parent_only if judgement is not None else False,
        "verdict_with_all": judgement.verdict_with_all if judgement is not None else None,
        "lines_required": judgement.required.lines if judgement is not None else None,
        "required_for": judgement.required.because if judgement is not None else "",
        "hangs_on_one_line": hangs_on.id if hangs_on is not None else None,
        "stand_alone": judgement.stand_alone if judgement is not None else (),
        "discounted": [{"line": line.id, "because": line.discount} for line in discounted],
        **signing_data(signing),
        "evidence": _evidence(judgement) if judgement is not None else (),
        "expected": [finding_data(found) for found in result.expected],
    }


def _evidence(judgement: Judgement) -> list[dict[str, Any]]:
    line_of = {id(entry): line.id for line in judgement.lines for entry in line.entries}
    return [_entry(entry, line_of.get(id(entry))) for entry in judgement.entries]


def _entry(entry: JudgedEntry, line: str | None) -> dict[str, Any]:
    return {
        "source": entry.source,
        "relation": entry.relation,
        "line": line,
        "set_aside": entry.set_aside or None,
        "from_article": entry.from_article,
        "recorded_in": entry.origin,
        "outside": entry.outside or None,
        "exhibit": entry.exhibit,
        "location": place_data(entry.at),
        "fields": [
            {
                "field": comparison.field,
                "relation": comparison.relation,
                "reported": comparison.reported,
                "asserted": comparison.asserted,
                "judged": comparison.judged,
                "detail": comparison.detail,
            }
            for comparison in entry.comparisons
        ],
    }


def finding_data(found: Reported) -> dict[str, Any]:
    """A finding that counts."""
    return {
        "rule": found.rule,
        "severity": found.severity,
        "message": found.finding.message,
        "hint": found.finding.hint,
        "article": found.article,
        "fact": found.fact,
        "location": place_data(found.finding.at),
        "related": [{"location": place_data(r.at), "message": r.message} for r in found.finding.related],
        "fingerprint": found.fingerprint,
    }
