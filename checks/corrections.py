"""Corrections: is every known error marked, and does its correction say what would be right?"""

import re
from collections.abc import Iterator

from factsuite import Fact, Finding, Judgement, Quotation, Related, Relation, Severity, Verdict, rule
from factsuite.values.folding import fold

_DIFFERING = re.compile(r"\[-(.*?)-\]|\[\+(.*?)\+\]")
_QUOTED = re.compile(r'"([^"]*)"')
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#corrections")
def correction_made(judgement: Judgement) -> Iterator[Finding]:
    """A fact is stated to be wrong, but the evidence supports it: the correction has been made.

    ## Why it matters
    A mark that outlives its error would hide the next one.

    ## Fails
        kind: quantity
        asserts: {measure: bridge-visitors, value: 300 people}
        evidence: [{source: gazette, reports: {value: 300 people}}]
        verdict: contradicted
        correction: 200 people crossed the bridge.

    ## Passes
        kind: quantity
        asserts: {measure: bridge-visitors, value: 300 people}
        evidence: [{source: gazette, reports: {value: 300 people}}]

    ## Limits
    None known.
    """
    fact = judgement.fact
    if fact.verdict is None:
        return
    if judgement.verdict is Verdict.SUPPORTED and fact.stated_verdict is not Verdict.SUPPORTED:
        yield Finding(
            at=fact.verdict_at,
            message=(
                f"the fact states {fact.stated_verdict.value}, but the evidence now supports it: "
                "the correction has been made"
            ),
            hint="remove `verdict:` and `correction:` from the fact",
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#corrections")
def correction_missing(fact: Fact) -> Iterator[Finding]:
    """A fact is stated to be wrong, and nobody says what would be right.

    ## Why it matters
    The report is read to correct the article. A verdict alone tells nobody what to write.

    ## Fails
        kind: statement
        asserts: {that: The bridge opened.}
        verdict: contradicted

    ## Passes
        kind: statement
        asserts: {that: The bridge opened.}
        verdict: contradicted
        correction: The bridge was opened to pedestrians only.

    ## Limits
    None known.
    """
    if fact.verdict is not None and fact.verdict.value is not Verdict.SUPPORTED and fact.correction is None:
        yield Finding(
            at=fact.verdict.at,
            message=f"the fact states {fact.verdict.text} and has no `correction`",
            hint="add `correction:` with the sentence the article should have",
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#corrections")
def correction_without_verdict(fact: Fact) -> Iterator[Finding]:
    """A fact has a correction, but states no verdict that asks for one.

    ## Why it matters
    Either the article is wrong, and the fact must say so, or there is nothing to correct.

    ## Fails
        kind: statement
        asserts: {that: The bridge opened.}
        correction: The bridge was opened to pedestrians only.

    ## Passes
        kind: statement
        asserts: {that: The bridge opened.}

    ## Limits
    None known.
    """
    if fact.correction is not None and fact.stated_verdict is Verdict.SUPPORTED:
        yield Finding(
            at=fact.correction.at,
            message="the fact has a `correction`, and no `verdict` other than supported",
            hint="state the `verdict:` the desk stands behind, or remove the correction",
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#corrections", link=2)
def correction_stale(judgement: Judgement) -> Iterator[Finding]:
    """The words a correction was written for no longer stand in the anchor.

    ## Why it matters
    A fact known to be wrong is expected to fail, whatever its passage says. Without this, the passage could be made
    wrong in another way, and the mark would excuse that, too.

    ## Fails
        kind: quantity
        anchor: {exact: 900 people crossed the bridge}
        asserts: {measure: bridge-visitors, value: 900 people}
        evidence: [{source: gazette, reports: {value: 200 people}}]
        verdict: contradicted
        correction: 200 people crossed the bridge.
        corrects: 300 people

    ## Passes
        kind: quantity
        anchor: {exact: 300 people crossed the bridge}
        asserts: {measure: bridge-visitors, value: 300 people}
        evidence: [{source: gazette, reports: {value: 200 people}}]
        verdict: contradicted
        correction: 200 people crossed the bridge.
        corrects: 300 people

    ## Limits
    Only where the fact says with `corrects` which words its correction is about. Exact to the letter. Silent once the
    evidence supports the fact: then the correction has been made.
    """
    fact = judgement.fact
    if fact.corrects is None or judgement.verdict is Verdict.SUPPORTED:
        return
    if fact.corrects.text not in fact.anchor.exact.text:
        yield Finding(
            at=fact.corrects.at,
            message=f"the correction is about {fact.corrects}, which the anchor no longer says",
            hint="check the new words against the sources, write what is right now, and copy the words to `corrects`",
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#corrections", link=3)
def known_inaccuracy(judgement: Judgement) -> Iterator[Finding]:
    """The article is known to be wrong here, and has not been corrected.

    ## Why it matters
    While an article is being checked a known inaccuracy is expected. Before publication it is not: with
    `--publish` it fails.

    ## Fails
        kind: quantity
        asserts: {measure: bridge-visitors, value: 300 people}
        evidence: [{source: gazette, reports: {value: 200 people}}]
        verdict: contradicted
        correction: 200 people crossed the bridge.

    ## Passes
        kind: quantity
        asserts: {measure: bridge-visitors, value: 300 people}
        evidence: [{source: gazette, reports: {value: 300 people}}]

    ## Limits
    None known.
    """
    fact = judgement.fact
    if fact.verdict is None:
        return
    if fact.stated_verdict is not Verdict.SUPPORTED and fact.stated_verdict is judgement.verdict:
        correction = fact.correction.text if fact.correction is not None else "say what is right"
        yield Finding(
            at=fact.verdict_at,
            message=f"known inaccuracy, {judgement.verdict.value}: '{fact.claim.text}'",
            hint=f"correct the article: {correction}",
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#corrections", link=2)
def correction_incomplete(fact: Quotation, judgement: Judgement) -> Iterator[Finding]:
    """The correction of a misquotation does not quote a word that differs.

    ## Why it matters
    A quotation known to be wrong is expected to fail. Without this, a second slip in the same words would hide behind
    the first; and readers of a correction want to see which words were not the speaker's.

    ## Fails
        asserts: {speaker: mayor, words: We never saw the memo.}
        evidence: [{source: hearing, excerpt: "MAYOR: I never saw that memo."}]
        verdict: contradicted
        correction: 'The mayor said "I", not "we".'

    ## Passes
        asserts: {speaker: mayor, words: We never saw the memo.}
        evidence: [{source: hearing, excerpt: "MAYOR: I never saw that memo."}]
        verdict: contradicted
        correction: 'The mayor said "I never saw that memo", not "we" and "the memo".'

    ## Limits
    Compares with the source whose words come nearest. A word counts as mentioned wherever the correction has it in
    quotation marks.
    """
    if fact.stated_verdict is not Verdict.CONTRADICTED or fact.correction is None:
        return
    against = [
        sorted({word for pair in _DIFFERING.findall(c.detail) for part in pair for word in _words(part)})
        for entry in judgement.counting
        for c in entry.comparisons
        if c.field == "words" and c.relation is Relation.CONTRADICTS and not c.judged
    ]
    if not against:
        return
    mentioned = {word for part in _QUOTED.findall(fold(fact.correction.text)) for word in _words(part)}
    missing = min(([word for word in words if word not in mentioned] for words in against), key=len)
    if missing:
        shown = ", ".join(f"'{word}'" for word in missing)
        yield Finding(
            at=fact.words.at,
            message=f"the article and its sources differ in {shown}, which the correction does not quote",
            hint="copy the words again; or quote in the correction what was changed, and what the speaker said",
            related=(Related(at=fact.correction.at, message="the correction"),),
        )


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text).casefold())
