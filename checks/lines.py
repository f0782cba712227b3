"""Lines of evidence: how many independent ways lead to a fact?"""

from collections.abc import Iterator

from factsuite import Dossier, Finding, Judgement, Related, Severity, rule
from factsuite.verdicts.circles import derivation_circles


@rule(severity=Severity.NOTE, handbook="docs/editorial.md#lines-of-evidence", link=3)
def copies_differ(judgement: Judgement) -> Iterator[Finding]:
    """Copies of one text are recorded to say different things.

    ## Why it matters
    Sources that derive from one another are one line. Where they differ, somebody changed something on the way.

    ## Fails
        kind: quantity
        asserts: {measure: bridge-visitors, value: at least 300 people}
        evidence:
          - {source: minutes, reports: {value: 300 people}}
          - {source: hearing, reports: {value: 200 people}}

    ## Passes
        kind: quantity
        asserts: {measure: bridge-visitors, value: at least 300 people}
        evidence:
          - {source: minutes, reports: {value: 310 people}}
          - {source: hearing, reports: {value: 300 people}}

    ## Limits
    The entry nearest the origin speaks for the line; the others are shown.
    """
    for line in judgement.lines:
        differing = [e for e in line.entries if e.relation is not line.relation and e.source != line.entries[0].source]
        if differing:
            first = line.entries[0]
            names = ", ".join(dict.fromkeys(f"`{entry.source}` {entry.relation.value}" for entry in differing))
            yield Finding(
                at=differing[0].at,
                message=f"in the line of `{line.id}`, `{first.source}` {first.relation.value}, but {names}",
                hint="check the copies against each other; the one nearest the origin counts",
                related=(Related(at=first.at, message=f"`{first.source}` speaks for the line"),),
            )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#lines-of-evidence")
def derivation_circle(dossier: Dossier) -> Iterator[Finding]:
    """Sources are said to derive from one another in a circle.

    ## Why it matters
    In a circle nobody saw anything first.

    ## Fails
        # sources.yaml
        format: 1
        sources:
          - {id: one, publisher: One, kind: blog, derives_from: two}
          - {id: two, publisher: Two, kind: blog, derives_from: one}

    ## Passes
        # sources.yaml
        format: 1
        sources:
          - {id: one, publisher: One, kind: blog, derives_from: two}
          - {id: two, publisher: Two, kind: blog}

    ## Limits
    None known.
    """
    for circle in derivation_circles(dossier.sources, dossier.registry):
        first = circle[0]
        way = " from ".join(f"`{source.id}`" for source in (*circle, first))
        yield Finding(
            at=first.derives_from[0].parent.at,
            message=f"the sources derive from one another in a circle: {way}",
            hint="find out which of them was first, and remove its `derives_from`",
        )
