"""The report as JSON, under `schemas/report.schema.json`: sorted, without times, the same bytes for the same files."""

import json
from typing import Any

from factsuite.load.locations import Location
from factsuite.reports.counting import count
from factsuite.reports.json_agreement import agreement_data
from factsuite.reports.json_coverage import coverage_data
from factsuite.reports.json_signoffs import signing_data
from factsuite.reports.json_timeline import timeline_data
from factsuite.rules.findings import Reported
from factsuite.rules.results import ArticleResult, FactResult, Result, Waived
from factsuite.verdicts.entries import JudgedEntry
from factsuite.verdicts.judging import Judgement
from factsuite.verdicts.signing import FactSigning

SCHEMA_VERSION = "1"


def render_json(result: Result, mutation: dict[str, Any] | None = None) -> str:
    """The whole report as text."""
    return json.dumps(report(result, mutation), indent=1, ensure_ascii=False) + "\n"


def report(result: Result, mutation: dict[str, Any] | None = None) -> dict[str, Any]:
    """The whole report as plain data; `mutation` is the stored score, where it is about these files."""
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
            "waived": len(result.all_waived),
            "old": len(result.all_old),
            "switched_off": dict(result.switched_off),
            "by_severity": counts.by_severity,
            "by_exhibit": counts.by_exhibit,
            "not_compared": {
                "not_checked": counts.not_checked,
                "without_excerpt": counts.without_excerpt,
                "without_exhibit": counts.without_exhibit,
                "sealed": counts.by_exhibit["sealed"],
                "uncovered_fields": counts.uncovered_fields,
                "set_aside": counts.set_aside,
            },
            "hang_on_set_aside": counts.hang_on_set_aside,
            "parent_only": counts.parent_only,
            "hang_on_one_line": counts.hang_on_one_line,
            "stand_alone": counts.stand_alone,
            "by_signoff": counts.by_signoff,
            "signoffs_required": counts.signoffs_required,
            "policy": dict(result.policy.describe()),
            "as_of": str(result.as_of) if result.as_of is not None else None,
        },
        "articles": [_article(article) for article in result.articles],
        "findings": [_finding(found) for found in result.all_findings],
        "waived": [_waived(waived) for waived in result.all_waived],
        "old": [_finding(found) for found in result.all_old],
        "mutation": mutation,
    }


def _article(result: ArticleResult) -> dict[str, Any]:
    article = result.dossier.article
    passages = article.not_checked if article is not None else ()
    signed = {each.fact.label: each for each in result.signing.facts} if result.signing is not None else {}
    return {
        "id": result.dossier.id,
        "headline": article.headline.text if article is not None else "",
        "publisher": article.publisher if article is not None else "",
        "not_checked": [{"id": p.id, "because": p.because, "location": _place(p.at)} for p in passages],
        "facts": [_fact(fact, signed.get(fact.slot.label)) for fact in result.facts],
        "timeline": timeline_data(result.timeline),
        "coverage": coverage_data(result.coverage),
        "agreement": agreement_data(result.agreements),
    }


def _fact(result: FactResult, signing: FactSigning | None) -> dict[str, Any]:
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
        "lines": sum(line.counts for line in judgement.lines) if judgement is not None else 0,
        "comparisons": len(judgement.comparisons) if judgement is not None else 0,
        "location": _place(slot.at),
        "correction": fact.correction.text if fact is not None and fact.correction is not None else None,
        "uncovered": list(judgement.uncovered) if judgement is not None else [],
        "lost": list(judgement.lost) if judgement is not None else [],
        "parent_only": judgement.parent_only if judgement is not None else False,
        "verdict_with_all": judgement.verdict_with_all.value if judgement is not None else None,
        **_lines(judgement),
        **signing_data(signing),
        "evidence": _evidence(judgement) if judgement is not None else [],
        "expected": [_finding(found) for found in result.expected],
    }
    return out


def _lines(judgement: Judgement | None) -> dict[str, Any]:
    hangs_on = judgement.hangs_on if judgement is not None else None
    return {
        "lines_required": judgement.required.lines if judgement is not None else None,
        "required_for": judgement.required.because if judgement is not None else "",
        "hangs_on_one_line": hangs_on.id if hangs_on is not None else None,
        "stand_alone": list(judgement.stand_alone) if judgement is not None else [],
        "discounted": [
            {"line": line.id, "because": line.discount}
            for line in (judgement.lines if judgement is not None else ())
            if not line.counts
        ],
    }


def _evidence(judgement: Judgement) -> list[dict[str, Any]]:
    line_of = {id(entry): line.id for line in judgement.lines for entry in line.entries}
    return [_entry(entry, line_of.get(id(entry))) for entry in judgement.entries]


def _entry(entry: JudgedEntry, line: str | None) -> dict[str, Any]:
    return {
        "source": entry.source,
        "relation": entry.relation.value,
        "line": line,
        "set_aside": entry.set_aside or None,
        "from_article": entry.from_article,
        "recorded_in": entry.origin.value,
        "outside": entry.outside or None,
        "exhibit": entry.exhibit.value if entry.exhibit is not None else None,
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


def _waived(waived: Waived) -> dict[str, Any]:
    waiver = waived.waiver
    return {
        "finding": _finding(waived.reported),
        "because": waiver.because,
        "by": waiver.by,
        "until": str(waiver.until),
        "location": _place(waiver.at),
    }


def _place(at: Location) -> dict[str, Any]:
    return {"path": str(at.path), "line": at.line, "column": at.column}
