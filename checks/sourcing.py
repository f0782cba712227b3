"""Sourcing: does the article say how little a fact rests on?"""

import re
from collections.abc import Iterator

from factsuite import Article, Finding, Judgement, Policy, Relation, Severity, Verdict, rule
from factsuite.reading.speech import read_attributions
from factsuite.values.wording.word_lists import listed
from factsuite.verdicts.anchored_sentences import anchored_sentences
from factsuite.verdicts.line import Line

_SAYS_UNNAMED = re.compile(
    r"\b(?:unnamed|anonym\w+|unidentified|undisclosed|sources?|insiders?|officials?|diplomats?|aides?|advis[eo]rs?"
    r"|lawmakers?|(?:eye)?witness(?:es)?|employees?|workers?|residents?|neighbou?rs?|spokes\w+|whistleblowers?"
    r"|(?:people|persons?|someone|those) (?:familiar|close|briefed|with|who)|declined to be (?:named|identified)"
    r"|not (?:authori[sz]ed|allowed) to (?:speak|discuss))\b",
    re.IGNORECASE,
)
_PLURALS = frozenset(listed("sources insiders officials witnesses eyewitnesses experts analysts observers reports"))
_ATTRIBUTES = re.compile(
    r"\b(?:according to|reportedly|allegedly|apparently|is said to|are said to|was said to|were said to"
    r"|(?:reported|told|confirmed|announced|published) (?:by|to))\b",
    re.IGNORECASE,
)


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#unnamed-sources")
def unnamed_sources_alone(judgement: Judgement, article: Article) -> Iterator[Finding]:
    """A fact rests on unnamed people alone, and the article does not say so.

    ## Why it matters
    Readers cannot weigh the word of somebody who is not there. They have to be told that nobody gave a name.

    ## Fails
        kind: statement
        article: The council will close the bridge in September.
        anchor: {exact: will close the bridge}
        asserts: {that: The council will close the bridge.}
        evidence:
          - {source: gazette, unnamed: yes, reports: {that: The council will close the bridge.}}

    ## Passes
        kind: statement
        article: The council will close the bridge in September, according to an official who asked not to be named.
        anchor: {exact: will close the bridge}
        asserts: {that: The council will close the bridge.}
        evidence:
          - {source: gazette, unnamed: yes, reports: {that: The council will close the bridge.}}

    ## Limits
    Knows what `unnamed: yes` says of an entry. Looks for words such as *officials*, *sources* or *anonymity* in the
    anchored sentence and in the one before it; headlines are left alone.
    """
    lines = [line for line in judgement.lines if line.relation is not Relation.CONTRADICTS]
    if not lines or not all(line.unnamed for line in lines):
        return
    sentences = anchored_sentences(article, judgement.fact.anchor, before=1)
    if sentences and not any(_SAYS_UNNAMED.search(sentence) for sentence in sentences):
        names = ", ".join(dict.fromkeys(f"`{entry.source}`" for line in lines for entry in line.entries))
        yield Finding(
            at=judgement.fact.anchor.exact.at,
            message=f"'{judgement.fact.claim.text}' rests on unnamed people alone ({names}); the text does not say so",
            hint="say on whose word it rests, as exactly as the source does, or find somebody who gives a name",
        )


@rule(severity=Severity.NOTE, handbook="docs/editorial.md#unnamed-sources")
def plural_sources_for_one(judgement: Judgement, article: Article) -> Iterator[Finding]:
    """The article speaks of several sources where one line of evidence is recorded.

    ## Why it matters
    *Sources said* promises at least two that know of it by themselves. Copies of one text are one.

    ## Fails
        kind: statement
        article: Sources said the bridge would close.
        anchor: {exact: the bridge would close}
        asserts: {that: The bridge will close.}
        evidence: [{source: gazette, reports: {that: The bridge will close.}}]

    ## Passes
        kind: statement
        article: A source said the bridge would close.
        anchor: {exact: the bridge would close}
        asserts: {that: The bridge will close.}
        evidence: [{source: gazette, reports: {that: The bridge will close.}}]

    ## Limits
    One text may itself rest on several people. Where its excerpt says so in the same word, nothing is found.
    """
    line = _only_line(judgement)
    if line is None or judgement.stand_alone:
        return
    for sentence in anchored_sentences(article, judgement.fact.anchor):
        for attribution in read_attributions(sentence):
            plural = next((word for word in attribution.speaker.lower().split() if word in _PLURALS), "")
            if plural and not _printed(plural, line):
                yield Finding(
                    at=judgement.fact.anchor.exact.at,
                    message=f"the text has '{attribution.speaker}', but one line is recorded for it: `{line.id}`",
                    hint=f"name the one there is, cite the others, or give the excerpt in which it speaks of {plural}",
                )
                return


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#lines-of-evidence")
def single_line_unattributed(judgement: Judgement, article: Article, policy: Policy) -> Iterator[Finding]:
    """What only one line of evidence supports is told as the article's own knowledge.

    ## Why it matters
    Where a house asks for it, readers are told whose word it is as long as nobody else confirms it.

    ## Fails
        kind: statement
        article: The bridge will close in September.
        anchor: {exact: The bridge will close}
        asserts: {that: The bridge will close.}
        evidence: [{source: gazette, reports: {that: The bridge will close.}}]
        # pyproject.toml
        [tool.factsuite]
        lines.attribute_single_line = true

    ## Passes
        kind: statement
        article: The bridge will close in September, the Gazette reported.
        anchor: {exact: The bridge will close}
        asserts: {that: The bridge will close.}
        evidence: [{source: gazette, reports: {that: The bridge will close.}}]
        # pyproject.toml
        [tool.factsuite]
        lines.attribute_single_line = true

    ## Limits
    Asked only where policy says `lines.attribute_single_line = true`. Any attribution in the sentence will do: whether
    it names the right source is another rule's question. Sources that may stand alone, and headlines, are left out.
    """
    if not policy.lines.attribute_single_line or judgement.verdict is not Verdict.SUPPORTED or judgement.stand_alone:
        return
    line = judgement.hangs_on
    sentences = anchored_sentences(article, judgement.fact.anchor)
    if line is None or not sentences:
        return
    if not any(read_attributions(sentence) or _ATTRIBUTES.search(sentence) for sentence in sentences):
        yield Finding(
            at=judgement.fact.anchor.exact.at,
            message=f"only the line of `{line.id}` supports '{judgement.fact.claim.text}', and the text names nobody",
            hint="say who reports it, or find a second line of evidence",
        )


def _only_line(judgement: Judgement) -> Line | None:
    """The one line there is of a fact that nothing contradicts; arithmetic is none."""
    if len(judgement.lines) != 1 or judgement.hangs_on is None:
        return None
    return None if judgement.lines[0].relation is Relation.CONTRADICTS else judgement.lines[0]


def _printed(word: str, line: Line) -> bool:
    return any(re.search(rf"\b{word}\b", entry.excerpt, re.IGNORECASE) for entry in line.entries)
