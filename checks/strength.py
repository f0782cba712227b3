"""Strength: does the article say more strongly what its sources say more weakly?"""

from collections.abc import Iterator

from factsuite import Finding, Judgement, Relation, Severity, rule
from factsuite.values.strength import Strength, read_strength, strength_on


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#strength", link=3)
def stronger_than_sources(judgement: Judgement) -> Iterator[Finding]:
    """The article's wording is stronger than that of every source: *will* for *may*, *most* for *some*.

    ## Why it matters
    Each copy of a claim tends to be a little surer than the one before. Numbers and names stay right, and the sense
    is lost.

    ## Fails
        kind: statement
        anchor: {exact: the bridge will close in winter}
        asserts: {that: The bridge will close in winter., speaker: mayor}
        evidence:
          - source: hearing
            excerpt: The bridge may close in winter.
            reports: {that: The bridge will close in winter., speaker: mayor}

    ## Passes
        kind: statement
        anchor: {exact: the bridge may close in winter}
        asserts: {that: The bridge may close in winter., speaker: mayor}
        evidence:
          - source: hearing
            excerpt: The bridge will close in winter.
            reports: {that: The bridge may close in winter., speaker: mayor}

    ## Limits
    A warning: it compares words of three published orders (modality, causes, quantifiers) and reads no grammar. A
    negation near such a word is not seen.
    """
    anchor = judgement.fact.anchor.exact
    for asserted in read_strength(anchor.text):
        strongest = _strongest_below(asserted, judgement)
        if strongest is not None:
            source, strength = strongest
            yield Finding(
                at=anchor.at,
                message=f"the article says '{asserted.phrase}'; `{source}` says '{strength.phrase}' ({asserted.order})",
                hint="say it no more strongly than the sources do",
            )


def _strongest_below(asserted: Strength, judgement: Judgement) -> tuple[str, Strength] | None:
    """The strongest of the sources taken to support the fact, where each of them says it more weakly."""
    found: tuple[str, Strength] | None = None
    if not asserted.level:
        return None  # nothing is weaker
    for entry in judgement.counting:
        if entry.relation is Relation.ENTAILS and entry.excerpt:
            strength = strength_on(asserted.order, entry.excerpt)
            if strength is None:
                continue
            if strength.level >= asserted.level:
                return None
            if found is None or strength.level > found[1].level:
                found = entry.source, strength
    return found
