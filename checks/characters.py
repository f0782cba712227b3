"""Characters: does a reader see the letters that were compared?"""

from collections.abc import Iterator

from factsuite import Finding, Problem, Severity, rule


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#characters")
def bidi_control(problem: Problem) -> Iterator[Finding]:
    """A mark turns the order in which letters are shown.

    ## Why it matters
    Such a mark prints nothing. With it a quotation can be read one way by people and another way by whatever compares
    it, so what passed the check is not what stands on the page.

    ## Fails
        anchor: {exact: The bridge is safe}
        asserts: {that: "The bridge is \\u202esafe\\u202c."}
        evidence: [{source: gazette, reports: {that: The bridge is safe.}}]

    ## Passes
        anchor: {exact: The bridge is safe}
        asserts: {that: "The bridge is called \\u2067גשר\\u2069."}
        evidence: [{source: gazette, reports: {that: "The bridge is called \\u2067גשר\\u2069."}}]

    ## Limits
    Marks of direction and isolates, as many shut as opened, belong to a value with Hebrew, Arabic or Syriac letters and
    are left alone there; embeddings and overrides never are. Comments in YAML are not looked at.
    """
    yield Finding.of(problem)


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#characters")
def invisible_character(problem: Problem) -> Iterator[Finding]:
    """A character prints nothing: a zero-width space, a byte order mark in a text, a joiner between Latin letters.

    ## Why it matters
    It comes along when words are copied from a web page. Two names that look the same are then two names, and an anchor
    is not found where everybody sees it.

    ## Fails
        anchor: {exact: The bridge is safe}
        asserts: {that: "The bri\\u200bdge is safe."}
        evidence: [{source: gazette, reports: {that: The bridge is safe.}}]

    ## Passes
        anchor: {exact: The bridge is safe}
        asserts: {that: "The sign reads می\\u200cروم."}
        evidence: [{source: gazette, reports: {that: "The sign reads می\\u200cروم."}}]

    ## Limits
    Soft hyphens are left alone: they fold away where words are compared. So are joiners in scripts and in emoji, which
    are written with them.
    """
    yield Finding.of(problem)


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#characters")
def mixed_script_word(problem: Problem) -> Iterator[Finding]:
    """A word holds letters of another alphabet that look like its own.

    ## Why it matters
    A name with a Cyrillic letter in it reads like the name, and is another one: it matches no source, and no search
    finds it.

    ## Fails
        anchor: {exact: The bridge is safe}
        asserts: {that: "Ada Qu\\u0456ll opened the bridge."}
        evidence: [{source: gazette, reports: {that: Ada Quill opened the bridge.}}]

    ## Passes
        anchor: {exact: The bridge is safe}
        asserts: {that: Анна Ильина opened the bridge.}
        evidence: [{source: gazette, reports: {that: Анна Ильина opened the bridge.}}]

    ## Limits
    Latin beside Greek, Cyrillic or Armenian, by a table of pairs from Unicode Technical Standard 39. A word wholly in
    one alphabet is never found, even where all of it could pass for another; nor is a Greek letter as science writes
    it (TNFα, NF-κB).
    """
    yield Finding.of(problem)
