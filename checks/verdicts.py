"""Verdicts: does the evidence come to the verdict the desk stands behind?"""

from collections.abc import Iterator

from factsuite import Dossier, Finding, Judgement, Location, Relation, Severity, Verdict, rule

_PLAIN = {
    Relation.ENTAILS: "supports it",
    Relation.COMPATIBLE: "supports it only in part",
    Relation.CONTRADICTS: "contradicts it",
}


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#verdicts")
def verdict_differs(judgement: Judgement) -> Iterator[Finding]:
    """The evidence comes to another verdict than the fact states.

    ## Why it matters
    This is the test of a fact: what its sources report, line by line, against what the article asserts.

    ## Fails
        kind: quantity
        asserts: {measure: bridge-visitors, value: 300 people}
        evidence: [{source: gazette, reports: {value: 200 people}}]

    ## Passes
        kind: quantity
        asserts: {measure: bridge-visitors, value: 300 people}
        evidence: [{source: gazette, reports: {value: 200 people}}]
        verdict: contradicted
        correction: 200 people crossed the bridge.

    ## Limits
    Says that article, fact file and sources disagree. Which of them is right is for an editor to find out.
    """
    fact, computed = judgement.fact, judgement.verdict
    if computed is fact.stated_verdict or computed is Verdict.SUPPORTED:
        return
    stated = f"the fact states {fact.stated_verdict.value}"
    yield Finding(
        at=fact.verdict_at,
        message=f"{_why(judgement)}: the evidence makes it {computed.value}, {stated}",
        hint=_what_to_do(judgement),
    )


@rule(severity=Severity.NOTE, handbook="docs/editorial.md#evidence-set-aside")
def set_aside_decides(judgement: Judgement) -> Iterator[Finding]:
    """The verdict would be another one if nothing had been set aside.

    ## Why it matters
    Setting an outlier aside is a decision. Where a verdict hangs on it, readers of the report should know.

    ## Fails
        kind: quantity
        asserts: {measure: bridge-visitors, value: 300 people}
        evidence:
          - {source: gazette, reports: {value: 300 people}}
          - {source: hearing, reports: {value: 200 people}, set_aside: the chair corrected it later}

    ## Passes
        kind: quantity
        asserts: {measure: bridge-visitors, value: 300 people}
        evidence:
          - {source: gazette, reports: {value: 300 people}}
          - {source: hearing, reports: {value: 300 people}, set_aside: a duplicate}

    ## Limits
    None known.
    """
    if judgement.verdict_with_all is not judgement.verdict:
        aside = ", ".join(dict.fromkeys(f"`{entry.source}`" for entry in judgement.entries if entry.set_aside))
        yield Finding(
            at=judgement.fact.at,
            message=(
                f"{judgement.verdict.value} hangs on setting aside {aside}; with it: {judgement.verdict_with_all.value}"
            ),
            hint="make sure that the reason given would convince a reader",
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#evidence")
def no_facts(dossier: Dossier) -> Iterator[Finding]:
    """An article has no facts.

    ## Why it matters
    Nothing may pass because nothing was compared.

    ## Fails
        # facts.yaml
        format: 1
        facts: []

    ## Passes
        kind: statement
        asserts: {that: The bridge opened.}

    ## Limits
    None known.
    """
    if not dossier.slots and not any(problem.at.path == dossier.facts_path for problem in dossier.problems):
        yield Finding(
            at=Location(path=dossier.facts_path),
            message="the article has no facts, so nothing in it is checked",
            hint="write one entry under `facts:` for every assertion of the article",
        )


def _say(source: str, relation: Relation) -> str:
    return f"`{source}` {_PLAIN[relation]}"


def _why(judgement: Judgement) -> str:
    """The reason in one clause: who says what, or what is missing."""
    if judgement.verdict is Verdict.OVERSTATED and judgement.lost:
        return "the speaker's condition is left out"
    if judgement.verdict is Verdict.OVERSTATED and judgement.uncovered:
        return _more_than_sources(judgement)
    if judgement.verdict is Verdict.UNVERIFIED:
        return _too_few(judgement) if judgement.lines else "no source bears on it"
    said = [_say(line.entries[0].source, line.relation) for line in judgement.lines]
    shown = "; ".join(said[:3]) + (f"; and {len(said) - 3} more lines" if len(said) > 3 else "")
    return shown or "no source bears on it"


def _too_few(judgement: Judgement) -> str:
    """The lines required and found; and why the first of those that do not count does not."""
    discounts = [f"; `{line.id}` does not count, as {line.discount}" for line in judgement.lines if not line.counts]
    found = f"{len(judgement.supporting)} found"
    return f"{judgement.required}, {found}{discounts[0] if discounts else ''}"


def _more_than_sources(judgement: Judgement) -> str:
    """What the article says, and the most that a source gives for it."""
    for entry in judgement.counting:
        for comparison in entry.comparisons:
            if comparison.field in judgement.uncovered and comparison.relation is Relation.COMPATIBLE:
                return f"the article: '{comparison.asserted}'; `{entry.source}` only: '{comparison.reported}'"
    fields = ", ".join(f"`{name}`" for name in judgement.uncovered)
    return f"no source gives {fields} as the article has it"


def _what_to_do(judgement: Judgement) -> str:
    if judgement.verdict is Verdict.UNVERIFIED:
        return "find an independent source that gives it, or take it out"
    silent = _given_by_nobody(judgement)
    if silent:
        return (
            f"where a source gives {silent}, add that to what it `reports`; where none does, take it out of the "
            f"article and the fact, or state `verdict: {judgement.verdict.value}` with a `correction:`"
        )
    return (
        f"correct the article and the fact; or, if the article stands wrong for now, state "
        f"`verdict: {judgement.verdict.value}` with a `correction:`"
    )


def _given_by_nobody(judgement: Judgement) -> str:
    """The fields that leave a fact overstated and that no entry reports at all."""
    if judgement.verdict is not Verdict.OVERSTATED or judgement.lost:
        return ""
    reported = {comparison.field for entry in judgement.counting for comparison in entry.comparisons}
    silent = [name for name in judgement.uncovered if name not in reported]
    return " and ".join(f"`{name}`" for name in silent) if len(silent) == len(judgement.uncovered) else ""
