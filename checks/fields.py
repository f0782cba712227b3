"""Fields: has every entry the form its kind asks for?"""

from collections.abc import Iterator

from factsuite import Finding, Problem, Severity, rule


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#fields")
def unknown_field(problem: Problem) -> Iterator[Finding]:
    """An entry has a field that its kind does not know.

    ## Why it matters
    A misspelt field is a field nobody compares.

    ## Fails
        kind: quantity
        asserts: {measure: bridge-visitors, valeu: 300 people}

    ## Passes
        kind: quantity
        asserts: {measure: bridge-visitors, value: 300 people}

    ## Limits
    Offers the nearest known field; whether it was meant is for the author to say.
    """
    yield Finding.of(problem)


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#fields")
def missing_field(problem: Problem) -> Iterator[Finding]:
    """An entry lacks a field that its kind needs.

    ## Why it matters
    Without its main field a fact asserts nothing that could be compared.

    ## Fails
        kind: quantity
        asserts: {measure: bridge-visitors}

    ## Passes
        kind: quantity
        asserts: {measure: bridge-visitors, value: 300 people}

    ## Limits
    None known.
    """
    yield Finding.of(problem)


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#fields")
def invalid_value(problem: Problem) -> Iterator[Finding]:
    """A field holds a value of a form it does not take.

    ## Why it matters
    A kind, verdict or id outside the known ones has no meaning to compare.

    ## Fails
        kind: statement
        asserts: {that: The bridge opened.}
        verdict: false

    ## Passes
        kind: statement
        asserts: {that: The bridge opened.}
        verdict: contradicted

    ## Limits
    The form only: whether an id leads anywhere is asked by `unknown-source` and `unknown-entity`.
    """
    yield Finding.of(problem)


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#values")
def unreadable_value(problem: Problem) -> Iterator[Finding]:
    """A quantity, date or expression cannot be read.

    ## Why it matters
    What cannot be read cannot be compared, and is never guessed.

    ## Fails
        kind: quantity
        asserts: {measure: bridge-visitors, value: a bunch of folks}

    ## Passes
        kind: quantity
        asserts: {measure: bridge-visitors, value: about 300 people}

    ## Limits
    Reads English number words, hedges, units and dates; see the page on values.
    """
    yield Finding.of(problem)
