"""Bounds: is a hedge so wide that it says almost nothing?"""

from collections.abc import Iterator
from fractions import Fraction

from factsuite import Finding, Judgement, Policy, QuantityFact, Relation, Severity, rule
from factsuite.model.stated import Stated
from factsuite.values.quantities import Quantity


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#numbers", link=3)
def bound_far_from_sources(fact: QuantityFact, judgement: Judgement, policy: Policy) -> Iterator[Finding]:
    """A bound lies far from what every source says: true, and misleading.

    ## Why it matters
    Where the sources say *at least 3,000*, *at least 300* is true, and tells the reader something else.

    ## Fails
        asserts: {measure: bridge-visitors, value: at least 300 people}
        evidence: [{source: gazette, reports: {value: "at least 3,000 people"}}]

    ## Passes
        asserts: {measure: bridge-visitors, value: "at least 2,500 people"}
        evidence: [{source: gazette, reports: {value: "at least 3,000 people"}}]

    ## Limits
    Far is beyond a factor set by policy (`bound_factor`, two by default), measured from the nearest source.
    """
    asserted = fact.value.value
    if asserted.low and asserted.high is not None:
        return
    reports = [
        report.value
        for entry in judgement.counting
        if entry.relation is Relation.ENTAILS and entry.evidence is not None and entry.evidence.reports is not None
        for report in _value(entry.evidence.reports.value)
    ]
    lows = [q.low for q in reports if q.low is not None]
    highs = [q.high for q in reports if q.high is not None]
    if asserted.high is None and asserted.low is not None and lows and _far(asserted.low, min(lows), policy):
        yield _finding(fact, min(lows), "least")
    if not asserted.low and asserted.high is not None and highs and _far(max(highs), asserted.high, policy):
        yield _finding(fact, max(highs), "most")


def _value(stated: Stated[Quantity] | None) -> Iterator[Stated[Quantity]]:
    if stated is not None:
        yield stated


def _far(smaller: Fraction, larger: Fraction, policy: Policy) -> bool:
    return smaller > 0 and larger > smaller * policy.bound_factor


def _finding(fact: QuantityFact, nearest: Fraction, side: str) -> Finding:
    return Finding(
        at=fact.value.at,
        message=f"{fact.value} is far from its sources: the nearest says at {side} {float(nearest):,.10g}",
        hint="use the bound the sources give",
    )
