"""Quotations: are the words inside quotation marks the speaker's own?"""

from collections.abc import Iterator

from factsuite import Finding, Judgement, Quotation, Relation, Severity, Verdict, rule


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#quotations", link=3)
def quotation_altered(fact: Quotation, judgement: Judgement) -> Iterator[Finding]:
    """The words inside the quotation marks are not those the sources print.

    ## Why it matters
    Quotation marks promise the reader that these exact words were used.

    ## Fails
        asserts: {speaker: mayor, words: We never saw the memo.}
        evidence: [{source: hearing, excerpt: "MAYOR: I never saw that memo."}]

    ## Passes
        asserts: {speaker: mayor, words: I never saw that memo.}
        evidence: [{source: hearing, excerpt: "MAYOR: I never saw that memo."}]

    ## Limits
    Compares wording only: a translated quotation is for an editor to judge.
    """
    for line in judgement.lines:
        entry = line.entries[0]
        for comparison in entry.comparisons:
            if comparison.field == "words" and comparison.relation is Relation.CONTRADICTS and not comparison.judged:
                yield Finding(
                    at=fact.words.at,
                    message=f"{fact.words} is not what `{entry.source}` prints: {comparison.detail}",
                    hint="quote a source word for word, or paraphrase without quotation marks",
                )
                return


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#quotations", link=3)
def quotation_lost_condition(fact: Quotation, judgement: Judgement) -> Iterator[Finding]:
    """A quotation is cut so that a condition, a negation or a hedge of the speaker is lost.

    ## Why it matters
    *If it rains, we will close the bridge* is no announcement. Cut to *we will close the bridge*, it is one.

    ## Fails
        asserts: {speaker: mayor, words: we will close the bridge}
        evidence: [{source: hearing, excerpt: "If the river rises, we will close the bridge."}]

    ## Passes
        asserts: {speaker: mayor, words: "If the river rises, we will close the bridge"}
        evidence: [{source: hearing, excerpt: "If the river rises, we will close the bridge."}]

    ## Limits
    Looks at the sentence the words are cut from, as the excerpt gives it; a condition two sentences earlier is not
    seen.
    """
    if judgement.lost:
        lost = ", ".join(f"'{word}'" for word in judgement.lost)
        yield Finding(
            at=fact.words.at,
            message=f"{fact.words} leaves out what the speaker said with it: {lost}",
            hint="quote the whole sentence, or say the condition in the article's own words",
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#quotations")
def quotation_in_no_source(fact: Quotation, judgement: Judgement) -> Iterator[Finding]:
    """The words inside the quotation marks stand in no source cited for them.

    ## Why it matters
    Words that nobody printed may have been said by nobody.

    ## Fails
        asserts: {speaker: mayor, words: The river is our friend.}
        evidence: [{source: hearing, excerpt: "MAYOR: I never saw that memo."}]

    ## Passes
        asserts: {speaker: mayor, words: I never saw that memo.}
        evidence: [{source: hearing, excerpt: "MAYOR: I never saw that memo."}]

    ## Limits
    Knows only the passages recorded as excerpts or reported words. Silent where the fact states `unverified`: then
    this is what it states.
    """
    compared = [c for e in judgement.entries for c in e.comparisons if c.field == "words" and not c.judged]
    if fact.stated_verdict is Verdict.UNVERIFIED and judgement.verdict is Verdict.UNVERIFIED:
        return
    if compared and all(c.relation is Relation.INCOMPARABLE for c in compared):
        yield Finding(
            at=fact.words.at,
            message=f"{fact.words} stands in no excerpt recorded for it",
            hint="record the passage of the source that holds the words, or remove the quotation marks",
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#attribution", link=3)
def other_speaker(judgement: Judgement) -> Iterator[Finding]:
    """A quotation or a statement is given to somebody else than its sources give it to.

    ## Why it matters
    Words put into another person's mouth are false however well they are copied.

    ## Fails
        kind: quotation
        asserts: {speaker: clerk, words: I never saw that memo.}
        evidence: [{source: hearing, excerpt: "MAYOR: I never saw that memo.", reports: {speaker: mayor}}]

    ## Passes
        kind: quotation
        asserts: {speaker: mayor, words: I never saw that memo.}
        evidence: [{source: hearing, excerpt: "MAYOR: I never saw that memo.", reports: {speaker: mayor}}]

    ## Limits
    Compared only where the words, or the statement, are recorded as the same remark.
    """
    stated = judgement.fact.asserts.speaker
    if stated is None:
        return
    for entry in judgement.counting:
        for comparison in entry.comparisons:
            if comparison.field == "speaker" and comparison.relation is Relation.CONTRADICTS:
                yield Finding(
                    at=stated.at,
                    message=(
                        f"the article gives this to `{comparison.asserted}`; "
                        f"`{entry.source}` gives it to `{comparison.reported}`"
                    ),
                    hint="correct the attribution, or the id of the speaker",
                )
                return
