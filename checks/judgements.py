"""Judgements: where a person decided, is it said why, about what, and within what can be computed?"""

from collections.abc import Iterator

from factsuite import Fact, Finding, Judgement, Relation, Severity, rule

_ORDER = (Relation.ENTAILS, Relation.COMPATIBLE, Relation.CONTRADICTS)


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#judgements")
def judgement_without_reason(fact: Fact) -> Iterator[Finding]:
    """A judgement gives no reason, or does not say which words it is about.

    ## Why it matters
    A judgement is one person's reading. A colleague must be able to follow it, and to see when it is stale.

    ## Fails
        kind: statement
        asserts: {that: The bridge opened.}
        evidence: [{source: hearing, stance: supports}]

    ## Passes
        kind: statement
        anchor: {exact: the bridge is open at last}
        asserts: {that: The bridge opened.}
        evidence:
          - source: hearing
            stance: supports
            because: the chair declared it open to traffic
            of: the bridge is open

    ## Limits
    Whether the reason is a good one is for a colleague to say.
    """
    for entry in fact.evidence:
        if entry.stance is None:
            continue
        missing = [name for name, value in (("because", entry.because), ("of", entry.of)) if value is None]
        if missing:
            yield Finding(
                at=entry.stance.at,
                message=f"`stance: {entry.stance.text}` stands without {' and '.join(f'`{name}`' for name in missing)}",
                hint="`because:` gives the reason in a sentence, `of:` the article's words it is about",
            )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#judgements", link=2)
def judgement_stale(fact: Fact) -> Iterator[Finding]:
    """The words a judgement was made about no longer stand in the anchor.

    ## Why it matters
    The judgement was about other words. Nobody has judged the new ones.

    ## Fails
        kind: statement
        anchor: {exact: the bridge opened early}
        asserts: {that: The bridge opened early.}
        evidence: [{source: hearing, stance: supports, because: the chair said so, of: opened late}]

    ## Passes
        kind: statement
        anchor: {exact: the bridge opened early}
        asserts: {that: The bridge opened early.}
        evidence: [{source: hearing, stance: supports, because: the chair said so, of: opened early}]

    ## Limits
    Exact to the letter, like an anchor.
    """
    for entry in fact.evidence:
        if entry.of is not None and entry.of.text not in fact.anchor.exact.text:
            yield Finding(
                at=entry.of.at,
                message=f"the judgement on `{entry.source.value}` is about {entry.of}, which the anchor no longer says",
                hint="judge the new words against the source again, then copy them to `of`",
            )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#judgements")
def judgement_against_computation(judgement: Judgement) -> Iterator[Finding]:
    """A judgement says more for a source than the comparison does.

    ## Why it matters
    A judgement may lower a computed relation, never raise it: what can be compared is not a matter of opinion.

    ## Fails
        kind: quantity
        anchor: {exact: 300 people came}
        asserts: {measure: bridge-visitors, value: 300 people}
        evidence:
          - source: gazette
            reports: {value: 200 people}
            stance: supports
            because: close enough
            of: 300 people

    ## Passes
        kind: quantity
        anchor: {exact: 300 people came}
        asserts: {measure: bridge-visitors, value: 300 people}
        evidence:
          - source: gazette
            reports: {value: 300 people}
            stance: partly
            because: the Gazette counts tickets, not people
            of: 300 people

    ## Limits
    None known.
    """
    for entry in judgement.entries:
        if entry.evidence is None or entry.evidence.stance is None:
            continue
        judged = entry.evidence.stance.value.relation
        computed = [
            c
            for c in entry.comparisons
            if not c.judged and c.field in judgement.fact.fields.main and c.relation in _ORDER
        ]
        for comparison in computed:
            if _ORDER.index(judged) < _ORDER.index(comparison.relation):
                yield Finding(
                    at=entry.at,
                    message=(
                        f"`{entry.source}` is judged to say more than it does: its {comparison.field} "
                        f"'{comparison.reported}' {_verb(comparison.relation)} '{comparison.asserted}'"
                    ),
                    hint="remove the judgement, or correct what the source is recorded to report",
                )


def _verb(relation: Relation) -> str:
    return "contradicts" if relation is Relation.CONTRADICTS else "is only compatible with"
