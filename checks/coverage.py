"""Coverage: what in this article is not checked at all?"""

from collections.abc import Iterator
from fractions import Fraction

from factsuite import Article, Coverage, Dossier, Finding, Policy, Related, Severity, rule
from factsuite.load.problems import shortened
from factsuite.verdicts.coverage.coverage import Covered
from factsuite.verdicts.coverage.mentions import MentionKind

_SHOWN = 60
_MARK = "mark the passage under `not_checked` with its reason"


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#coverage")
def uncovered_number(coverage: Coverage, dossier: Dossier) -> Iterator[Finding]:
    """A number of the article is asserted by no fact.

    ## Why it matters
    Numbers are what readers remember and repeat. One that merely stands near a checked claim is not checked.

    ## Fails
        article: More than 300 people crossed it, and 40 boats met it.
        kind: quantity
        anchor: {exact: "More than 300 people crossed it, and 40 boats met it."}
        asserts: {measure: bridge-visitors, value: more than 300 people}

    ## Passes
        article: More than 300 people crossed it, and boats met it.
        kind: quantity
        anchor: {exact: More than 300 people crossed it}
        asserts: {measure: bridge-visitors, value: more than 300 people}

    ## Limits
    The whole number must lie under the anchor, with its hedge and unit. Numbers within recorded names are left out;
    where an article says another value than its fact, `anchor-says-otherwise` has the finding. Silent while an entry of
    the article's facts is defective.
    """
    yield from _uncovered(
        coverage, dossier, MentionKind.NUMBER, "no fact asserts the number {words}", "write a quantity fact for it"
    )


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#coverage")
def uncovered_date(coverage: Coverage, dossier: Dossier) -> Iterator[Finding]:
    """A date of the article is asserted by no fact.

    ## Why it matters
    A wrong day moves everything that is told after it, and is easily found in the sources once somebody looks.

    ## Fails
        article: The bridge opened on 1 June 2031, said the council.
        anchor: {exact: The bridge opened on 1 June 2031}
        asserts: {that: The bridge opened., speaker: city-council}

    ## Passes
        article: The bridge opened on 1 June 2031.
        kind: date
        anchor: {exact: The bridge opened on 1 June 2031}
        asserts: {event: opening, on: 2031-06-01}

    ## Limits
    A fact asserts a date by `on`, `as_of`, the recorded date of its event, or words that hold it. A date that is less
    exact than the article's does not cover it.
    """
    yield from _uncovered(
        coverage,
        dossier,
        MentionKind.DATE,
        "no fact asserts the date {words}",
        "write a date fact, or give the fact it belongs to its `on` or `as_of`",
    )


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#coverage")
def uncovered_quotation(coverage: Coverage, dossier: Dossier) -> Iterator[Finding]:
    """Words inside quotation marks are asserted by no fact.

    ## Why it matters
    Quotation marks promise somebody's exact words, and only the exact words can be compared with a source.

    ## Fails
        article: Tom Reed called it "a proud day" for the town.
        anchor: {exact: Tom Reed called it "a proud day"}
        asserts: {that: The day was special., speaker: clerk}

    ## Passes
        article: Tom Reed called it "a proud day" for the town.
        kind: quotation
        anchor: {exact: Tom Reed called it "a proud day"}
        asserts: {words: a proud day, speaker: clerk}

    ## Limits
    Several facts may assert a long quotation piece by piece. A quotation within another is part of it. A title or a
    single word in quotation marks is found as well: mark it as not checked.
    """
    yield from _uncovered(
        coverage, dossier, MentionKind.QUOTATION, "no fact asserts the words {words}", "write a quotation fact"
    )


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#coverage")
def uncovered_attribution(coverage: Coverage, dossier: Dossier) -> Iterator[Finding]:
    """The article says who said something, and no fact does.

    ## Why it matters
    Words given to the wrong person are a wrong report even where the words are right.

    ## Fails
        article: Tom Reed said the bridge was ready.
        anchor: {exact: Tom Reed said the bridge was ready.}
        asserts: {that: The bridge was ready.}

    ## Passes
        article: Tom Reed said the bridge was ready.
        anchor: {exact: Tom Reed said the bridge was ready.}
        asserts: {that: The bridge was ready., speaker: clerk}

    ## Limits
    Finite verbs of speech and thought, *according to*, and the speakers of quotations are read; *saying* and *a claim
    by* are not. A pronoun, or a speaker nobody recorded, may be whoever the fact names.
    """
    yield from _uncovered(
        coverage,
        dossier,
        MentionKind.ATTRIBUTION,
        "no fact asserts who speaks: {words}",
        "give the fact it belongs to its `speaker` or `according_to`",
    )


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#coverage")
def uncovered_title(coverage: Coverage, dossier: Dossier) -> Iterator[Finding]:
    """A title beside a name is asserted by no office fact.

    ## Why it matters
    Titles are copied from older stories, and people change office.

    ## Fails
        article: Harbour Master Noor Vane waved.
        anchor: {exact: Harbour Master Noor Vane waved.}
        asserts: {that: Noor Vane waved.}

    ## Passes
        article: Harbour Master Noor Vane waved.
        kind: office
        anchor: {exact: Harbour Master Noor Vane}
        asserts: {person: noor-vane, office: Harbour Master, as_of: 2031-06-01}

    ## Limits
    Declared titles are found before a name or after it; others only before a name, by the word they end in
    (*minister*, *director*). A title that an office fact of the same person asserts elsewhere is covered. A declared
    label (*spokesman*) names no office, and is left out.
    """
    yield from _uncovered(
        coverage, dossier, MentionKind.TITLE, "no office fact asserts the title {words}", "write an office fact"
    )


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#coverage")
def uncovered_sentence(coverage: Coverage) -> Iterator[Finding]:
    """No fact is about any part of a sentence, and it is not marked as not checked.

    ## Why it matters
    A sentence nobody looked at is as likely to be wrong as any other, and nothing else here would notice.

    ## Fails
        article: The bridge opened. It is the longest of the coast.
        anchor: {exact: The bridge opened.}
        asserts: {that: The bridge opened.}

    ## Passes
        # article.md
        ---
        format: 1
        headline: A bridge opens
        publisher: The Larkhaven Gazette
        published: 2031-06-02
        not_checked:
          - {anchor: {exact: A bridge opens}, because: The text says the same.}
          - {anchor: {exact: It was a fine morning.}, because: Colour.}
        ---
        The bridge opened. It was a fine morning.
        # facts.yaml
        format: 1
        facts:
          - id: opened
            kind: statement
            claim: The bridge opened.
            anchor: {exact: The bridge opened.}
            asserts: {that: The bridge opened.}

    ## Limits
    Headline, headings, items of lists and rows of tables are sentences too. Where a fact is anchored in one, only
    what is left over in it has a finding.
    """
    for item in coverage.missing(MentionKind.SENTENCE):
        if not item.facts:
            yield Finding(
                at=item.at,
                message=f"no fact is about {_quoted(item)}",
                hint=f"write a fact for each thing it asserts, or {_MARK}",
            )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#coverage")
def coverage_below_threshold(coverage: Coverage, article: Article, policy: Policy) -> Iterator[Finding]:
    """Less of the article is covered than the house requires.

    ## Why it matters
    Passing tests say nothing about what no test is about. A threshold keeps an article from being called checked early.

    ## Fails
        article: More than 300 people crossed it, and 40 boats met it.
        kind: quantity
        anchor: {exact: More than 300 people crossed it}
        asserts: {measure: bridge-visitors, value: more than 300 people}
        # pyproject.toml
        [tool.factsuite.coverage]
        numbers = 0.9

    ## Passes
        article: More than 300 people crossed it, and 40 boats met it.
        kind: quantity
        anchor: {exact: More than 300 people crossed it}
        asserts: {measure: bridge-visitors, value: more than 300 people}
        # pyproject.toml
        [tool.factsuite.coverage]
        numbers = 0.5

    ## Limits
    Only kinds with a threshold in `[tool.factsuite.coverage]` can fail. What is marked as not checked counts as
    covered, a sentence that is covered in part does not.
    """
    for kind in MentionKind:
        asked = policy.coverage.threshold(kind.plural)
        if asked is None:
            continue
        tally = coverage.tally(kind)
        if tally.share >= asked:
            continue
        missing = coverage.missing(kind)
        covered = tally.covered + tally.not_checked
        yield Finding(
            at=article.headline.at,
            message=f"{covered} of {tally.total} {kind.plural} are covered; the house requires {_percent(asked)}",
            hint="most worth checking first: " + ", ".join(_quoted(item) for item in missing[:5]),
            related=tuple(Related(at=item.at, message=f"{item.state.value}: {_quoted(item)}") for item in missing),
        )


def _uncovered(coverage: Coverage, dossier: Dossier, kind: MentionKind, message: str, remedy: str) -> Iterator[Finding]:
    for item in coverage.missing(kind):
        yield Finding(
            at=item.at,
            message=message.format(words=_quoted(item)),
            hint=f"{_near(item)}{remedy}, or {_MARK}",
            related=_related(item, dossier),
        )


def _near(item: Covered) -> str:
    """The facts the editor may have meant."""
    if item.cut_by:
        return f"the anchor of `{item.cut_by}` cuts these words: lengthen it; or "
    return f"near is {' and '.join(f'`{label}`' for label in item.near[:2])}; " if item.near else ""


def _related(item: Covered, dossier: Dossier) -> tuple[Related, ...]:
    near = (dossier.places[label] for label in item.near[:3])
    return tuple(Related(at=at, message="anchored in the same words or sentence") for at in near)


def _quoted(item: Covered) -> str:
    return f"'{shortened(item.mention.words, _SHOWN)}'"


def _percent(share: Fraction) -> str:
    return f"{float(share):.0%}"
