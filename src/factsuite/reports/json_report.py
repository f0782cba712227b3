"""The report as JSON, under `schemas/report.schema.json`: sorted, without times, the same bytes for the same files."""

import json
from typing import Any

from factsuite.load.locations import Location
from factsuite.reports.counting import count
from factsuite.rules.findings import Reported
from factsuite.rules.results import ArticleResult, FactResult, Result
from factsuite.verdicts.entries import JudgedEntry
from factsuite.verdicts.judging import Judgement

SCHEMA_VERSION = "1"


def render_json(result: Result) -> str:
    """The whole report as text."""
    return json.dumps(report(result), indent=1, ensure_ascii=False) + "\n"


def report(result: Result) -> dict[str, Any]:
    """The whole report as plain data."""
    counts = count(result)
    return {
        "schema_version": SCHEMA_VERSION,
        "summary": {
            "articles": counts.articles,
            "facts": counts.facts,
            "by_verdict": counts.by_verdict,
            "by_outcome": counts.by_outcome,
            "by_basis": counts.by_basis,
            "comparisons": counts.comparisons,
            "judged": counts.judged,
            "findings": counts.findings,
            "by_severity": counts.by_severity,
            "not_compared": {
                "not_checked": counts.not_checked,
                "without_excerpt": counts.without_excerpt,
                "without_exhibit": counts.without_exhibit,
                "uncovered_fields": counts.uncovered_fields,
                "set_aside": counts.set_aside,
            },
            "hang_on_set_aside": counts.hang_on_set_aside,
            "parent_only": counts.parent_only,
            "policy": dict(result.policy.describe()),
        },
        "articles": [_article(article) for article in result.articles],
        "findings": [_finding(found) for found in result.all_findings],
    }


def _article(result: ArticleResult) -> dict[str, Any]:
    article = result.dossier.article
    passages = article.not_checked if article is not None else ()
    return {
        "id": result.dossier.id,
        "headline": article.headline.text if article is not None else "",
        "publisher": article.publisher if article is not None else "",
        "not_checked": [{"id": p.id, "because": p.because, "location": _place(p.at)} for p in passages],
        "facts": [_fact(fact) for fact in result.facts],
    }


def _fact(result: FactResult) -> dict[str, Any]:
    slot, judgement = result.slot, result.judgement
    fact = slot.fact
    out: dict[str, Any] = {
        "id": slot.label,
        "kind": slot.kind,
        "claim": slot.claim,
        "verdict": judgement.verdict.value if judgement is not None else None,
        "stated_verdict": fact.stated_verdict.value if fact is not None else None,
        "outcome": result.outcome.value,
        "basis": judgement.basis.value if judgement is not None else None,
        "lines": len(judgement.lines) if judgement is not None else 0,
        "comparisons": len(judgement.comparisons) if judgement is not None else 0,
        "location": _place(slot.at),
        "correction": fact.correction.text if fact is not None and fact.correction is not None else None,
        "uncovered": list(judgement.uncovered) if judgement is not None else [],
        "lost": list(judgement.lost) if judgement is not None else [],
        "parent_only": judgement.parent_only if judgement is not None else False,
        "verdict_with_all": judgement.verdict_with_all.value if judgement is not None else None,
        "evidence": _evidence(judgement) if judgement is not None else [],
        "expected": [_finding(found) for found in result.expected],
    }
    return out


def _evidence(judgement: Judgement) -> list[dict[str, Any]]:
    line_of = {id(entry): line.id for line in judgement.lines for entry in line.entries}
    return [_entry(entry, line_of.get(id(entry))) for entry in judgement.entries]


def _entry(entry: JudgedEntry, line: str | None) -> dict[str, Any]:
    return {
        "source": entry.source,
        "relation": entry.relation.value,
        "line": line,
        "set_aside": entry.set_aside or None,
        "recorded_in": entry.origin.value,
        "outside": entry.outside or None,
        "location": _place(entry.at),
        "fields": [
            {
                "field": comparison.field,
                "relation": comparison.relation.value,
                "reported": comparison.reported,
                "asserted": comparison.asserted,
                "judged": comparison.judged,
                "detail": comparison.detail,
            }
            for comparison in entry.comparisons
        ],
    }


def _finding(found: Reported) -> dict[str, Any]:
    return {
        "rule": found.rule,
        "severity": found.severity.value,
        "message": found.finding.message,
        "hint": found.finding.hint,
        "article": found.article,
        "fact": found.fact,
        "location": _place(found.finding.at),
        "related": [{"location": _place(r.at), "message": r.message} for r in found.finding.related],
        "fingerprint": found.fingerprint,
    }


def _place(at: Location) -> dict[str, Any]:
    return {"path": str(at.path), "line": at.line, "column": at.column}
