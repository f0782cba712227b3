"""Waivers: does each one still stand for something the house has decided?"""

from collections.abc import Iterator

from factsuite import Finding, Problem, Severity, WaiverStanding, rule


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#waivers")
def waiver_expired(standing: WaiverStanding) -> Iterator[Finding]:
    """The last day of a waiver is over.

    ## Why it matters
    A waiver is a promise with a date. Without an end it would be a rule switched off in silence.

    ## Fails
        # today: 2031-07-02
        anchor: {exact: The bridge is safe}
        asserts: {that: The bridge is safe.}
        evidence: [{source: gazette, stance: partly, of: The bridge is safe, because: It says so of one half.}]
        # shared/waivers.yaml
        format: 1
        waivers:
          - rule: verdict-differs
            article: example
            fact: example
            because: The engineers' report is promised for the end of June.
            by: Ada Quill
            until: 2031-07-01

    ## Passes
        # today: 2031-07-01
        anchor: {exact: The bridge is safe}
        asserts: {that: The bridge is safe.}
        evidence: [{source: gazette, stance: partly, of: The bridge is safe, because: It says so of one half.}]
        # shared/waivers.yaml
        format: 1
        waivers:
          - rule: verdict-differs
            article: example
            fact: example
            because: The engineers' report is promised for the end of June.
            by: Ada Quill
            until: 2031-07-01

    ## Limits
    The day is that of the run: the machine's, in UTC, or the one that `--as-of` or SOURCE_DATE_EPOCH gives. What the
    waiver was for fails again as well.
    """
    waiver, left = standing.waiver, standing.days_left
    if left is not None and left < 0:
        days = "yesterday" if left == -1 else f"{-left} days ago"
        yield Finding(
            at=waiver.until_at,
            message=f"the waiver of {waiver.about} ended on {waiver.until}, {days}: {waiver.because}",
            hint=f"mend what it is about and remove it; or ask {waiver.by} for another day",
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#waivers")
def waiver_unused(standing: WaiverStanding) -> Iterator[Finding]:
    """A waiver lets nothing pass: what it was for is mended, or was never found there.

    ## Why it matters
    A waiver left lying about lets the next mistake in the same place pass unseen.

    ## Fails
        anchor: {exact: The bridge is safe}
        asserts: {that: The bridge is safe.}
        evidence: [{source: gazette, reports: {that: The bridge is safe.}}]
        # shared/waivers.yaml
        format: 1
        waivers:
          - rule: verdict-differs
            article: example
            fact: example
            because: The engineers' report is promised for the end of June.
            by: Ada Quill
            until: 2031-07-01

    ## Passes
        anchor: {exact: The bridge is safe}
        asserts: {that: The bridge is safe.}
        evidence: [{source: gazette, stance: partly, of: The bridge is safe, because: It says so of one half.}]
        # shared/waivers.yaml
        format: 1
        waivers:
          - rule: verdict-differs
            article: example
            fact: example
            because: The engineers' report is promised for the end of June.
            by: Ada Quill
            until: 2031-07-01

    ## Limits
    Says nothing of a waiver that has expired, or that names something unknown: that is told by itself. What the house
    expects of a known inaccuracy needs no waiver, but may have one for the day of publication. A rule that speaks only
    in runs as of another day (`--as-of`) finds nothing in the others, so a waiver of it is unused there.
    """
    waiver = standing.waiver
    if not standing.used and standing.unknown is None and not standing.expired:
        yield Finding(
            at=waiver.at,
            message=f"the waiver of {waiver.about} lets nothing pass: the rule finds nothing there",
            hint="remove it; `factsuite check` shows the rule and the fact of every finding",
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#waivers")
def waiver_of_unknown(standing: WaiverStanding) -> Iterator[Finding]:
    """A waiver names a rule, an article or a fact that does not exist.

    ## Why it matters
    It lets nothing pass, and whoever wrote it believes that it does.

    ## Fails
        anchor: {exact: The bridge is safe}
        asserts: {that: The bridge is safe.}
        evidence: [{source: gazette, reports: {that: The bridge is safe.}}]
        # shared/waivers.yaml
        format: 1
        waivers:
          - rule: verdict-difers
            article: example
            because: The engineers' report is promised for the end of June.
            by: Ada Quill
            until: 2031-07-01

    ## Passes
        anchor: {exact: The bridge is safe}
        asserts: {that: The bridge is safe.}
        evidence: [{source: gazette, stance: partly, of: The bridge is safe, because: It says so of one half.}]
        # shared/waivers.yaml
        format: 1
        waivers:
          - rule: verdict-differs
            article: example
            because: The engineers' report is promised for the end of June.
            by: Ada Quill
            until: 2031-07-01

    ## Limits
    A path or a fingerprint that nothing fits is told by waiver-unused.
    """
    waiver, unknown = standing.waiver, standing.unknown
    if unknown is not None:
        named = {"article": waiver.article, "fact": waiver.fact}.get(unknown.sort) or waiver.rule
        where = f" in `{waiver.article.value}`" if unknown.sort == "fact" and waiver.article is not None else ""
        yield Finding(
            at=named.at,
            message=f"the waiver is about the {unknown.sort} `{unknown.name}`, and there is none{where}",
            hint=unknown.hint,
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#waivers")
def waiver_misplaced(problem: Problem) -> Iterator[Finding]:
    """A file of waivers lies in an article's folder, where none is read.

    ## Why it matters
    Whoever wrote it believes that it lets something pass.

    ## Fails
        asserts: {that: The bridge is safe.}
        # waivers.yaml
        format: 1
        waivers: []

    ## Passes
        asserts: {that: The bridge is safe.}
        # shared/waivers.yaml
        format: 1
        waivers: []

    ## Limits
    Says nothing of what the file holds.
    """
    yield Finding.of(problem)
