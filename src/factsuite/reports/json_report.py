"""The report as JSON, under `schemas/report.schema.json`: sorted, without times, the same bytes for the same files."""

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from factsuite.reports.json_article import finding_data
from factsuite.reports.json_text import compact, indented
from factsuite.reports.parts import Run, as_run
from factsuite.rules.results import Result, Waived

SCHEMA_VERSION = "1"

_NO_ARTICLES = b'"articles": []'
_ARTICLES = b'"articles": [\n  '
_BETWEEN = b",\n  "
_AFTER = b"\n ]"


def render_json(result: Result | Run, mutation: dict[str, Any] | None = None) -> bytes:
    """The whole report, in UTF-8; the articles of a run bring theirs."""
    whole = BytesIO()
    whole.writelines(json_pieces(as_run(result, json=True), mutation))
    return whole.getvalue()


def report(result: Result, mutation: dict[str, Any] | None = None) -> dict[str, Any]:
    """The whole report as plain data; `mutation` is the stored score, where it is about these files."""
    data: dict[str, Any] = json.loads(render_json(result, mutation))
    return data


def json_pieces(run: Run, mutation: dict[str, Any] | None = None) -> Iterator[bytes]:
    """The same article by article, so that a large report need not be in memory twice."""
    whole = indented(compact(_frame(run, mutation)))
    head, _, tail = whole.partition(_NO_ARTICLES)
    if not run.articles:
        yield whole + b"\n"
        return
    between = head + _ARTICLES
    for article in run.articles:
        assert article.json is not None, "the run was made without its report as JSON"
        yield between
        yield indented(article.json, 2)
        between = _BETWEEN
    yield _AFTER + tail + b"\n"


def _frame(run: Run, mutation: dict[str, Any] | None) -> dict[str, Any]:
    """The report without its articles."""
    counts = run.counts
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
            "waived": len(run.all_waived),
            "old": len(run.all_old),
            "switched_off": dict(run.switched_off),
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
            "policy": dict(run.policy.describe()),
            "as_of": str(run.as_of) if run.as_of is not None else None,
        },
        "articles": [],
        "findings": [finding_data(found) for found in run.all_findings],
        "waived": [_waived(waived) for waived in run.all_waived],
        "old": [finding_data(found) for found in run.all_old],
        "mutation": mutation,
    }


def _waived(waived: Waived) -> dict[str, Any]:
    waiver = waived.waiver
    return {
        "finding": finding_data(waived.reported),
        "because": waiver.because,
        "by": waiver.by,
        "until": str(waiver.until),
        "location": waiver.at,
    }
