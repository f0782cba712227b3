"""Wording: does the text say what the fact file says it says?"""

from collections.abc import Iterator

from factsuite import Dossier, Fact, Finding, Grounds, Related, Severity, Terms, rule
from factsuite.verdicts.questions import Saying
from factsuite.verdicts.saying import says, says_of_record

_ANCHOR_FIELDS = ("value", "on", "words", "speaker", "act", "office", "person", "where", "link")
_CLAIM_FIELDS = ("value", "on", "words", "speaker", "office", "person")
_EXCERPT_FIELDS = ("value", "on", "words", "speaker", "office", "where")


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#anchors", link=2)
def anchor_says_otherwise(fact: Fact, grounds: Grounds) -> Iterator[Finding]:
    """The words of the article say something else than the fact asserts.

    ## Why it matters
    The evidence may support the fact; if the article prints another figure, date, name or title, readers get that one.

    ## Fails
        kind: quantity
        anchor: {exact: more than 300 people crossed it}
        asserts: {measure: bridge-visitors, value: "at least 3,000 people"}

    ## Passes
        kind: quantity
        anchor: {exact: more than 300 people crossed it}
        asserts: {measure: bridge-visitors, value: more than 300 people}

    ## Limits
    Silent where nothing can be read from the words: what a sentence means is not read.
    """
    for found in says(fact.anchor.exact.text, fact.asserts, _ANCHOR_FIELDS, fact, grounds):
        yield Finding(
            at=fact.anchor.exact.at,
            message=f"the article says {found.read}; the fact asserts `{found.field}: {found.expected}`",
            hint=_hint(found, "correct `asserts` and check it against the sources, or correct the article"),
            related=_recorded(fact.asserts, found),
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#claims", link=2)
def claim_says_otherwise(fact: Fact, grounds: Grounds) -> Iterator[Finding]:
    """The claim of a fact says something else than its `asserts`.

    ## Why it matters
    Editors read the claim, the comparison uses `asserts`. They must be one statement.

    ## Fails
        kind: quantity
        claim: More than 400 people crossed the bridge.
        asserts: {measure: bridge-visitors, value: more than 300 people}

    ## Passes
        kind: quantity
        claim: More than 300 people crossed the bridge.
        asserts: {measure: bridge-visitors, value: more than 300 people}

    ## Limits
    Silent where nothing can be read from the claim.
    """
    for found in says(fact.claim.text, fact.asserts, _CLAIM_FIELDS, fact, grounds):
        yield Finding(
            at=fact.claim.at,
            message=f"the claim says {found.read}; the fact asserts `{found.field}: {found.expected}`",
            hint="write the claim so that it says what `asserts` says",
            related=_recorded(fact.asserts, found),
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#excerpts", link=4)
def excerpt_says_otherwise(fact: Fact, grounds: Grounds) -> Iterator[Finding]:
    """An excerpt says something else than its source is recorded to report.

    ## Why it matters
    The comparison uses what was recorded. A slip of the checker there makes a wrong verdict look computed.

    ## Fails
        kind: quantity
        asserts: {measure: bridge-visitors, value: at least 300 people}
        evidence:
          - {source: gazette, excerpt: Some 200 people crossed the bridge., reports: {value: at least 300 people}}

    ## Passes
        kind: quantity
        asserts: {measure: bridge-visitors, value: at least 300 people}
        evidence:
          - {source: gazette, excerpt: At least 300 people crossed the bridge., reports: {value: at least 300 people}}

    ## Limits
    Silent where nothing can be read from the excerpt.
    """
    for entry in fact.evidence:
        if entry.excerpt is None or entry.reports is None or entry.translated_from:
            continue
        for found in says(entry.excerpt.text, entry.reports, _EXCERPT_FIELDS, fact, grounds, speech=True):
            yield Finding(
                at=entry.excerpt.at,
                message=(
                    f"the excerpt of `{entry.source.value}` says {found.read}; "
                    f"it is recorded to report `{found.field}: {found.expected}`"
                ),
                hint=_hint(found, "copy the excerpt again, or correct `reports`"),
                related=_recorded(entry.reports, found),
            )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#excerpts", link=4)
def record_excerpt_says_otherwise(dossier: Dossier, grounds: Grounds) -> Iterator[Finding]:
    """An excerpt in the evidence of an event says something else than it is recorded to report.

    ## Why it matters
    Order and dates are computed from what was recorded of events: a slip there moves every fact that uses them.

    ## Fails
        # entities.yaml
        format: 1
        events:
          - id: opening
            name: the opening
            on: 2031-06-01
            evidence:
              - {source: gazette, excerpt: The bridge opened on 2 June 2031., reports: {on: 2031-06-01}}

    ## Passes
        # entities.yaml
        format: 1
        events:
          - id: opening
            name: the opening
            on: 2031-06-01
            evidence:
              - {source: gazette, excerpt: The bridge opened on 1 June 2031., reports: {on: 2031-06-01}}

    ## Limits
    Silent where nothing can be read from the excerpt.
    """
    for at, source, found in says_of_record(dossier, grounds):
        yield Finding(
            at=at,
            message=(
                f"the excerpt of `{source}` says {found.read}; "
                f"it is recorded to report `{found.field}: {found.expected}`"
            ),
            hint=_hint(found, "copy the excerpt again, or correct `reports`"),
        )


def _recorded(terms: Terms, found: Saying) -> tuple[Related, ...]:
    stated = terms.given(found.field)
    return (Related(at=stated.at, message="what is recorded"),) if stated is not None else ()


def _hint(found: Saying, otherwise: str) -> str:
    return f"{otherwise}: {found.detail}" if found.detail else otherwise
