"""Contradictions: does a source report another value, date, place, office or order than the article?"""

from collections.abc import Iterator

from factsuite import (
    DateFact,
    Derived,
    EventFact,
    Finding,
    Judgement,
    Location,
    OfficeFact,
    Order,
    PlaceFact,
    QuantityFact,
    Relation,
    Severity,
    rule,
)


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#numbers", link=3)
def value_contradicted(fact: QuantityFact, judgement: Judgement) -> Iterator[Finding]:
    """A source reports a figure that cannot be the article's.

    ## Why it matters
    One of the two figures is wrong, or they are not of the same thing.

    ## Fails
        asserts: {measure: bridge-visitors, value: "up to 3,000 people"}
        evidence: [{source: gazette, reports: {value: "10,000 people"}}]

    ## Passes
        asserts: {measure: bridge-visitors, value: "at least 3,000 people"}
        evidence: [{source: gazette, reports: {value: "3,200 people"}}]

    ## Limits
    Figures in other units, of another day or on another's word are incomparable, not contradicting.
    """
    yield from _contradicted(judgement, ("value",), fact.value.at, "reports", "correct the figure, or its hedge")


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#derived-figures", link=3)
def arithmetic_wrong(fact: Derived, judgement: Judgement) -> Iterator[Finding]:
    """A derived figure is not what the facts it is computed from make.

    ## Why it matters
    Sums, differences and shares are the figures readers can check themselves.

    ## Fails
        # facts.yaml
        format: 1
        facts:
          - id: saturday
            kind: quantity
            claim: 200 people came on Saturday.
            anchor: {exact: 200 people}
            asserts: {measure: bridge-visitors, value: 200 people}
          - id: both
            kind: derived
            claim: 500 people came.
            anchor: {exact: 500 people}
            asserts: {measure: bridge-visitors, value: 500 people, from: saturday * 2}

    ## Passes
        # facts.yaml
        format: 1
        facts:
          - id: saturday
            kind: quantity
            claim: 200 people came on Saturday.
            anchor: {exact: 200 people}
            asserts: {measure: bridge-visitors, value: 200 people}
          - id: both
            kind: derived
            claim: 400 people came.
            anchor: {exact: 400 people}
            asserts: {measure: bridge-visitors, value: 400 people, from: saturday * 2}

    ## Limits
    Computes with intervals: hedged figures give hedged sums.
    """
    yield from _contradicted(judgement, ("value",), fact.value.at, "gives", "compute the figure again")


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#dates", link=3)
def date_contradicted(fact: DateFact, judgement: Judgement) -> Iterator[Finding]:
    """A source reports a date that cannot be the article's.

    ## Why it matters
    *Since early October* goes on; *between early and mid-October* is over.

    ## Fails
        asserts: {event: opening, on: in July 2031}
        evidence: [{source: hearing, reports: {on: 2031-06-01}}]

    ## Passes
        asserts: {event: opening, on: in June 2031}
        evidence: [{source: hearing, reports: {on: 2031-06-01}}]

    ## Limits
    Periods are compared end by end, moments by the days they allow.
    """
    yield from _contradicted(
        judgement, ("on",), fact.on.at, "reports", "correct the date, or how exact it claims to be"
    )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#offices", link=3)
def office_contradicted(fact: OfficeFact, judgement: Judgement) -> Iterator[Finding]:
    """A source gives a person another office than the article does.

    ## Why it matters
    A wrong title gives a speaker another authority.

    ## Fails
        asserts: {person: ada-quill, office: Harbour Master, as_of: 2031-06-01}
        evidence: [{source: hearing, reports: {office: Mayor of Larkhaven}}]

    ## Passes
        asserts: {person: ada-quill, office: Mayor of Larkhaven, as_of: 2031-06-01}
        evidence: [{source: hearing, reports: {office: Mayor of Larkhaven}}]

    ## Limits
    Aliases are declared, near misses are not forgiven; a label such as *spokesman* neither supports nor contradicts.
    """
    hint = "write the office the sources give, or declare the title as an alias if it is the same office"
    yield from _contradicted(judgement, ("office",), fact.office.at, "gives", hint)


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#places", link=3)
def place_contradicted(fact: PlaceFact, judgement: Judgement) -> Iterator[Finding]:
    """A source reports another place than the article.

    ## Why it matters
    Where something happened decides who saw it, whose law holds, and what it means.

    ## Fails
        asserts: {what: opening, where: northport}
        evidence: [{source: hearing, reports: {where: old-town}}]

    ## Passes
        asserts: {what: opening, where: larkhaven}
        evidence: [{source: hearing, reports: {where: old-town}}]

    ## Limits
    A place lies within another only where entities.yaml says so.
    """
    yield from _contradicted(
        judgement, ("where",), fact.where.at, "reports", "correct the place, or record what lies within what"
    )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#events", link=3)
def event_contradicted(fact: EventFact, judgement: Judgement) -> Iterator[Finding]:
    """A source reports other people, another place or another date of an event than the article.

    ## Why it matters
    Who was there, where and when is what a report of an event consists of.

    ## Fails
        asserts: {event: opening, where: northport}
        evidence: [{source: hearing, reports: {where: old-town}}]

    ## Passes
        asserts: {event: opening, where: larkhaven}
        evidence: [{source: hearing, reports: {where: old-town}}]

    ## Limits
    Fields a source leaves out are silence, not contradiction.
    """
    yield from _contradicted(
        judgement,
        ("who", "where", "on"),
        fact.asserts.at,
        "reports",
        "correct what the article says of the event",
    )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#order-of-events", link=3)
def order_reversed(fact: Order, judgement: Judgement) -> Iterator[Finding]:
    """The dates show the events in another order than the article.

    ## Why it matters
    *Despite the evidence* and *in response* make an answer of what was said before the question.

    ## Fails
        asserts: {earlier: closing, later: opening}

    ## Passes
        asserts: {earlier: opening, later: closing}

    ## Limits
    Dates refute an order; they never show that one thing was done because of another. Days without a time zone
    are compared with room for every zone of the world.
    """
    yield from _contradicted(
        judgement,
        ("order",),
        fact.later.at,
        "reports",
        "tell the events in the order they happened, without a link the dates refute",
    )


def _contradicted(
    judgement: Judgement, names: tuple[str, ...], at: Location, verb: str, hint: str
) -> Iterator[Finding]:
    """One finding for a fact: the contradicting report of its first line, and how many lines say so."""
    lines = [line for line in judgement.lines if line.relation is Relation.CONTRADICTS]
    for line in lines:
        entry = line.entries[0]
        for comparison in entry.comparisons:
            if comparison.field in names and comparison.relation is Relation.CONTRADICTS and not comparison.judged:
                others = f" (and {len(lines) - 1} more of the lines)" if len(lines) > 1 else ""
                yield Finding(
                    at=at,
                    message=(
                        f"the article: '{comparison.asserted}'; "
                        f"`{entry.source}` {verb}: '{comparison.reported}'{others}"
                    ),
                    hint=hint,
                )
                return
