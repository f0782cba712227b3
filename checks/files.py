"""Files: can they be read as they were meant?"""

from collections.abc import Iterator

from factsuite import Finding, Problem, Severity, rule


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#files")
def unreadable_file(problem: Problem) -> Iterator[Finding]:
    """A file is missing, empty, binary, not UTF-8, or begins with a byte order mark.

    ## Why it matters
    A file that cannot be read cannot be checked, and must not be passed over.

    ## Fails
        # sources.yaml

    ## Passes
        # sources.yaml
        format: 1
        sources: []

    ## Limits
    The byte order mark is refused rather than skipped: it hides in anchors copied from such a file.
    """
    yield Finding.of(problem)


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#files")
def yaml_syntax(problem: Problem) -> Iterator[Finding]:
    """A file is not YAML, or not the kind of YAML a fact file is.

    ## Why it matters
    After a syntax error nothing below it is read, so nothing below it is checked.

    ## Fails
        kind: statement
        claim: The mayor said: "we are ready"
        asserts: {that: We are ready.}

    ## Passes
        kind: statement
        claim: 'The mayor said: "we are ready"'
        asserts: {that: We are ready.}

    ## Limits
    Reports where the parser gave up, which may be a line below the slip.
    """
    yield Finding.of(problem)


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#files")
def tab_indentation(problem: Problem) -> Iterator[Finding]:
    """A line is indented with a tab.

    ## Why it matters
    YAML allows no tabs there, and they cannot be told from spaces by eye.

    ## Fails
        kind: statement
        asserts:
        <TAB>that: The bridge opened.

    ## Passes
        kind: statement
        asserts:
          that: The bridge opened.

    ## Limits
    None known.
    """
    yield Finding.of(problem)


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#files")
def repeated_key(problem: Problem) -> Iterator[Finding]:
    """A field is given twice in one entry.

    ## Why it matters
    YAML readers let one of the two win in silence; the other was checked by nobody.

    ## Fails
        kind: statement
        claim: The bridge opened.
        claim: The bridge closed.
        asserts: {that: The bridge opened.}

    ## Passes
        kind: statement
        claim: The bridge opened.
        asserts: {that: The bridge opened.}

    ## Limits
    None known.
    """
    yield Finding.of(problem)


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#files")
def yaml_alias(problem: Problem) -> Iterator[Finding]:
    """A part of a file is repeated by a YAML anchor and alias.

    ## Why it matters
    A fact should say what it says where it stands. An alias also lets a small file grow without limit.

    ## Fails
        kind: statement
        claim: &said The bridge opened.
        asserts: {that: *said}

    ## Passes
        kind: statement
        claim: The bridge opened.
        asserts: {that: The bridge opened.}

    ## Limits
    None known.
    """
    yield Finding.of(problem)


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#files")
def yaml_tag(problem: Problem) -> Iterator[Finding]:
    """A value carries a YAML tag.

    ## Why it matters
    Values are kept as the text somebody typed; a tag asks for them to be turned into something else.

    ## Fails
        kind: statement
        claim: !!str The bridge opened.
        asserts: {that: The bridge opened.}

    ## Passes
        kind: statement
        claim: The bridge opened.
        asserts: {that: The bridge opened.}

    ## Limits
    None known.
    """
    yield Finding.of(problem)


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#files")
def several_documents(problem: Problem) -> Iterator[Finding]:
    """A file holds more than one YAML document.

    ## Why it matters
    Only the first would be read.

    ## Fails
        # sources.yaml
        format: 1
        sources: []
        ---
        format: 1
        sources: []

    ## Passes
        # sources.yaml
        format: 1
        sources: []

    ## Limits
    None known.
    """
    yield Finding.of(problem)
