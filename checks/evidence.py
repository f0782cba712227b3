"""Evidence: does anything bear on the fact?"""

from collections.abc import Iterator

from factsuite import Dossier, Finding, Judgement, Related, Severity, rule
from factsuite.model.kinds import Kind
from factsuite.verdicts.entries import JudgedEntry


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#evidence")
def no_evidence(judgement: Judgement) -> Iterator[Finding]:
    """A fact has no evidence at all.

    ## Why it matters
    A claim nobody looked up is not a checked one.

    ## Fails
        kind: statement
        asserts: {that: The bridge opened.}

    ## Passes
        kind: statement
        asserts: {that: The bridge opened.}
        evidence: [{source: hearing, reports: {that: The bridge opened.}}]

    ## Limits
    What entities.yaml records of an event or an office counts as evidence, where it names its sources.
    """
    if not judgement.entries:
        yield Finding(
            at=judgement.fact.at,
            message=f"nothing is recorded as evidence for '{judgement.fact.claim.text}'",
            hint="add the sources that were consulted, with what each reports; or mark the passage as not checked",
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#evidence")
def nothing_compared(judgement: Judgement) -> Iterator[Finding]:
    """A fact has evidence, but nothing in it was compared with what the article asserts.

    ## Why it matters
    A test that compares nothing cannot fail. A green result would say nothing.

    ## Fails
        kind: quantity
        asserts: {measure: bridge-visitors, value: 300 people}
        evidence: [{source: gazette, excerpt: Crowds came to see the bridge.}]

    ## Passes
        kind: quantity
        asserts: {measure: bridge-visitors, value: 300 people}
        evidence: [{source: gazette, excerpt: 300 people came., reports: {value: 300 people}}]

    ## Limits
    A judgement with its reason counts as a comparison, and is counted apart.
    """
    if not judgement.entries or judgement.main_compared:
        return
    reasons = sorted({_reason(entry) for entry in judgement.entries})
    yield Finding(
        at=judgement.fact.at,
        message=f"no source was compared with what the fact asserts: {'; '.join(reasons)}",
        hint=_other_noun(judgement)
        or f"say what a source reports of {_fields(judgement)}, or judge it with `stance` and `because`",
        related=tuple(
            Related(at=entry.at, message=f"`{entry.source}` does not bear on it") for entry in judgement.entries[:5]
        ),
    )


def _reason(entry: JudgedEntry) -> str:
    if entry.set_aside:
        return "an entry is set aside"
    if entry.outside:
        return f"a report has another `{entry.outside}`"
    for comparison in entry.comparisons:
        return f"`{entry.source}` reports '{comparison.reported}', which is not comparable with '{comparison.asserted}'"
    return "an entry reports nothing comparable"


def _other_noun(judgement: Judgement) -> str:
    """What to do where figures were reported, and count something else by their words."""
    compared = any(entry.comparisons and not entry.set_aside for entry in judgement.entries)
    if judgement.fact.kind is not Kind.QUANTITY or not compared:
        return ""
    measure = judgement.fact.asserts.measure
    of_it = f" of `{measure.value}`" if measure is not None else ""
    return (
        f"if both count the same, add the source's word to the `nouns`{of_it} in entities.yaml; "
        "if not, it is no evidence of this"
    )


def _fields(judgement: Judgement) -> str:
    names = [name for name in judgement.fact.fields.main if judgement.fact.asserts.given(name) is not None]
    return " or ".join(f"`{'earlier` and `later' if name == 'order' else name}`" for name in names)


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#sources")
def unseen_source_cited(dossier: Dossier) -> Iterator[Finding]:
    """Evidence cites a text that nobody here saw.

    ## Why it matters
    A text that is only known through others is evidence at second hand. Cite the copy that was read.

    ## Fails
        kind: statement
        asserts: {that: The bridge opened.}
        evidence: [{source: wire, reports: {that: The bridge opened.}}]

    ## Passes
        kind: statement
        asserts: {that: The bridge opened.}
        evidence: [{source: wire-copy, reports: {that: The bridge opened.}}]

    ## Limits
    None known.
    """
    unseen = {id for id, source in dossier.registry.sources.items() if source.unseen}
    for fact in dossier.facts if unseen else ():
        for entry in fact.evidence:
            if entry.source.value in unseen:
                yield Finding(
                    at=entry.source.at,
                    message=f"`{entry.source.value}` is declared as unseen, and cannot be cited",
                    hint="cite the copy that was read; its `derives_from` names this text",
                    fact=fact.label,
                )
