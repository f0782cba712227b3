"""Validity: does what the article says still hold on the day that is asked for?"""

from collections.abc import Iterable, Iterator

from factsuite import Finding, Lapses, Severity, rule
from factsuite.verdicts.validity.lapses import Lapse, Sort


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#true-as-of")
def office_expired(lapses: Lapses) -> Iterator[Finding]:
    """Somebody is given an office whose recorded term has ended by the day asked for.

    ## Why it matters
    A text that is printed again, or read later, makes of a former mayor the mayor.

    ## Fails
        # as-of: 2033-02-01
        kind: office
        asserts: {person: ada-quill, office: Mayor of Larkhaven, as_of: 2031-06-01}
        # entities.yaml
        format: 1
        people:
          - id: ada-quill
            name: Ada Quill
            offices:
              - title: Mayor of Larkhaven
                until: 2032-12-31
                evidence: [{source: gazette, reports: {until: 2032-12-31}}]

    ## Passes
        # as-of: 2032-06-01
        kind: office
        asserts: {person: ada-quill, office: Mayor of Larkhaven, as_of: 2031-06-01}
        # entities.yaml
        format: 1
        people:
          - id: ada-quill
            name: Ada Quill
            offices:
              - title: Mayor of Larkhaven
                until: 2032-12-31
                evidence: [{source: gazette, reports: {until: 2032-12-31}}]

    ## Limits
    Knows the terms that are recorded. Asked only with `--as-of`.
    """
    yield from _findings(lapses.expired(Sort.OFFICE), "write *former*, or *then*")


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#true-as-of")
def validity_ended(lapses: Lapses) -> Iterator[Finding]:
    """The period for which a fact is stated to be valid has ended by the day asked for.

    ## Why it matters
    Fares, laws in force and records hold for a time. Whoever wrote the fact knew for which.

    ## Fails
        # as-of: 2033-02-01
        kind: quantity
        asserts: {measure: bridge-visitors, value: 300 people}
        valid: 2031-06-01/2031-12-31

    ## Passes
        # as-of: 2031-08-01
        kind: quantity
        asserts: {measure: bridge-visitors, value: 300 people}
        valid: 2031-06-01/2031-12-31

    ## Limits
    Looks at the end of the period only. Asked only with `--as-of`.
    """
    yield from _findings(lapses.expired(Sort.VALIDITY), "look the fact up again, and state how long it holds")


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#true-as-of")
def age_expired(lapses: Lapses) -> Iterator[Finding]:
    """An age in the words of a fact is at least a year old on the day asked for.

    ## Why it matters
    Everybody has a birthday within a year.

    ## Fails
        # as-of: 2033-02-01
        kind: statement
        anchor: {exact: "Ada Quill, 54, signed the contract"}
        asserts: {that: Ada Quill signed the contract.}

    ## Passes
        # as-of: 2033-02-01
        kind: statement
        anchor: {exact: "Tom Reed died aged 54"}
        asserts: {that: Tom Reed is dead.}

    ## Limits
    Birthdays are not recorded, so an age may be wrong before it is listed. Asked only with `--as-of`.
    """
    yield from _findings(lapses.expired(Sort.AGE), "give the age on the day, or leave it out")


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#true-as-of")
def relative_date_shifted(lapses: Lapses) -> Iterator[Finding]:
    """A phrase such as *last year* means another time when it is read on the day asked for.

    ## Why it matters
    The words stay, and what they say changes.

    ## Fails
        # as-of: 2032-02-01
        kind: date
        anchor: {exact: The old bridge was torn down last year}
        asserts: {event: opening, on: last year}

    ## Passes
        # as-of: 2032-02-01
        kind: date
        anchor: {exact: The old bridge was torn down in 2030}
        asserts: {event: opening, on: 2030}

    ## Limits
    Reads the words a fact anchors. Needs an article with a day of its own. Asked only with `--as-of`.
    """
    yield from _findings(lapses.expired(Sort.PHRASE), "write the date out")


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#true-as-of")
def forecast_due(lapses: Lapses) -> Iterator[Finding]:
    """What an article expected was due by the day asked for, and no fact says what came of it.

    ## Why it matters
    Readers were promised an outcome; archives are full of forecasts nobody went back to.

    ## Fails
        # as-of: 2032-02-01
        kind: quantity
        asserts: {measure: bridge-visitors, value: "up to 10,000 people", as_of: by December 2031}

    ## Passes
        # as-of: 2031-11-01
        kind: quantity
        asserts: {measure: bridge-visitors, value: "up to 10,000 people", as_of: by December 2031}

    ## Limits
    A later article with a fact of the same measure or event counts as the follow-up. Asked only with `--as-of`.
    """
    yield from _findings(
        lapses.expired(Sort.FORECAST), "find out what came of it; record it as a fact of the same measure or event"
    )


@rule(severity=Severity.NOTE, handbook="docs/editorial.md#true-as-of")
def expiring_soon(lapses: Lapses) -> Iterator[Finding]:
    """Something the article says will expire, or fall due, soon after the day asked for.

    ## Why it matters
    A desk that knows can have the follow-up ready.

    ## Fails
        # as-of: 2031-12-15
        kind: quantity
        asserts: {measure: bridge-visitors, value: 300 people}
        valid: 2031-06-01/2031-12-31

    ## Passes
        # as-of: 2031-08-01
        kind: quantity
        asserts: {measure: bridge-visitors, value: 300 people}
        valid: 2031-06-01/2031-12-31

    ## Limits
    How many days ahead it looks is policy: `expiring_within_days`. Asked only with `--as-of`.
    """
    yield from _findings(lapses.soon, "plan the follow-up")


def _findings(lapses: Iterable[Lapse], hint: str) -> Iterator[Finding]:
    for each in lapses:
        yield Finding(at=each.at, message=each.words, hint=hint, fact=each.fact)
