"""The part of the JSON report that tells one article; and findings, as every part writes them."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.model.facts import Verdict
from factsuite.reports.json_agreement import agreement_data
from factsuite.reports.json_coverage import coverage_data
from factsuite.reports.json_signoffs import signature_data
from factsuite.reports.json_text import compact
from factsuite.reports.json_timeline import timeline_data
from factsuite.rules.findings import Reported
from factsuite.rules.results import ArticleResult, FactResult, Outcome
from factsuite.values.relation import Relation
from factsuite.verdicts.entries import JudgedEntry, Origin
from factsuite.verdicts.exhibits import Standing
from factsuite.verdicts.judging import Basis, Judgement
from factsuite.verdicts.signing import FactSigning, Signed


class _Fact(Struct, frozen=True, kw_only=True, gc=False):
    """A fact: the keys of its object are these fields, in this order. The defaults are those of a defective entry."""

    id: str
    kind: str
    claim: str
    verdict: Verdict | None = None
    stated_verdict: Verdict | None = None
    outcome: Outcome
    basis: Basis | None = None
    lines: int = 0
    comparisons: int = 0
    location: Location
    correction: str | None = None
    uncovered: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    parent_only: bool = False
    verdict_with_all: Verdict | None = None
    lines_required: int | None = None
    required_for: str = ""
    hangs_on_one_line: str | None = None
    stand_alone: tuple[str, ...] = ()
    discounted: Sequence[dict[str, str]] = ()
    signed: Signed = Signed.UNSIGNED
    signoffs_required: int = 0
    signoffs: Sequence[dict[str, Any]] = ()
    evidence: Sequence["_Entry"] = ()
    expected: Sequence[dict[str, Any]] = ()


class _Entry(Struct, frozen=True, gc=False):
    """An evidence entry, in the same way."""

    source: str
    relation: Relation
    line: str | None
    set_aside: str | None
    from_article: bool
    recorded_in: Origin
    outside: str | None
    exhibit: Standing | None
    location: Location
    fields: list["_Field"]


class _Field(Struct, frozen=True, gc=False):
    """A field of an entry, compared."""

    field: str
    relation: Relation
    reported: str
    asserted: str
    judged: bool
    detail: str


def article_text(article: ArticleResult) -> bytes:
    """The object of one article in the report, on one line."""
    return compact(_article(article))


def _article(result: ArticleResult) -> dict[str, Any]:
    article = result.dossier.article
    passages = article.not_checked if article is not None else ()
    signed = {each.judgement.fact.label: each for each in result.signing.facts} if result.signing is not None else {}
    return {
        "id": result.dossier.id,
        "headline": article.headline.text if article is not None else "",
        "publisher": article.publisher if article is not None else "",
        "not_checked": [{"id": p.id, "because": p.because, "location": p.at} for p in passages],
        "facts": [_fact(fact, signed.get(fact.slot.label)) for fact in result.facts],
        "timeline": timeline_data(result.timeline),
        "coverage": coverage_data(result.coverage),
        "agreement": agreement_data(result.agreements),
    }


def _fact(result: FactResult, signing: FactSigning | None) -> _Fact:
    slot, judgement = result.slot, result.judgement
    fact = slot.fact
    if fact is None or judgement is None:
        return _Fact(id=slot.label, kind=slot.kind, claim=slot.claim, outcome=result.outcome, location=slot.at)
    discounted = [{"line": line.id, "because": line.discount} for line in judgement.lines if line.discount]
    hangs_on = judgement.hangs_on
    signatures = signing.signatures if signing is not None else ()
    return _Fact(
        id=slot.label,
        kind=slot.kind,
        claim=slot.claim,
        verdict=judgement.verdict,
        stated_verdict=fact.stated_verdict,
        outcome=result.outcome,
        basis=judgement.basis,
        lines=len(judgement.lines) - len(discounted),
        comparisons=len(judgement.comparisons),
        location=slot.at,
        correction=fact.correction.text if fact.correction is not None else None,
        uncovered=judgement.uncovered,
        lost=judgement.lost,
        parent_only=judgement.parent_only,
        verdict_with_all=judgement.verdict_with_all,
        lines_required=judgement.required.lines,
        required_for=judgement.required.because,
        hangs_on_one_line=hangs_on.id if hangs_on is not None else None,
        stand_alone=judgement.stand_alone,
        discounted=discounted,
        signed=signing.state if signing is not None else Signed.UNSIGNED,
        signoffs_required=signing.asked.people if signing is not None else 0,
        signoffs=[signature_data(each) for each in signatures] if signatures else (),
        evidence=_evidence(judgement),
        expected=[finding_data(found) for found in result.expected] if result.expected else (),
    )


def _evidence(judgement: Judgement) -> list[_Entry]:
    line_of = {id(entry): line.id for line in judgement.lines for entry in line.entries}
    return [_entry(entry, line_of.get(id(entry))) for entry in judgement.entries]


def _entry(entry: JudgedEntry, line: str | None) -> _Entry:
    return _Entry(
        entry.source,
        entry.relation,
        line,
        entry.set_aside or None,
        entry.from_article,
        entry.origin,
        entry.outside or None,
        entry.exhibit,
        entry.at,
        [_Field(c.field, c.relation, c.reported, c.asserted, c.judged, c.detail) for c in entry.comparisons],
    )


def finding_data(found: Reported) -> dict[str, Any]:
    """A finding that counts."""
    return {
        "rule": found.rule,
        "severity": found.severity,
        "message": found.finding.message,
        "hint": found.finding.hint,
        "article": found.article,
        "fact": found.fact,
        "location": found.finding.at,
        "related": [{"location": r.at, "message": r.message} for r in found.finding.related],
        "fingerprint": found.fingerprint,
    }
