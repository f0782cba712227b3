"""Naming: does the article write each name, each office, in the one way that is declared?"""

from collections.abc import Iterator

from factsuite import Dossier, Finding, Severity, rule
from factsuite.verdicts.names_written import OddTitles, near_names, two_spellings


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#names")
def name_misspelt(dossier: Dossier) -> Iterator[Finding]:
    """A word of the article is nearly, and not quite, the name of somebody declared.

    ## Why it matters
    A name spelt wrong is the error its owner sees first, and a search for it finds nothing.

    ## Fails
        article: The bridge is safe, said Ada Quil.
        asserts: {that: The bridge is safe.}

    ## Passes
        article: The bridge is safe, said Ada Quill.
        asserts: {that: The bridge is safe.}

    ## Limits
    A warning: people with nearly the same name exist. One slip counts, two in names of eight letters; a name of
    four letters only after a given name or a title. Among the capitals of a heading little is sure, and found.
    """
    for written in near_names(dossier):
        yield Finding(
            at=written.at,
            message=f"'{written.words}' is nearly '{written.declared}', a name of `{written.id}`",
            hint=f"write '{written.declared}', declare the spelling as an alias, or declare the other person",
        )


@rule(severity=Severity.NOTE, handbook="docs/editorial.md#names")
def name_written_two_ways(dossier: Dossier) -> Iterator[Finding]:
    """The article spells one name in two ways.

    ## Why it matters
    Sources may spell a name as they like. Within one article two spellings look like two people.

    ## Fails
        article: Ada Quill opened it. A day later Tim Brookes and Tim Brooks crossed it.
        asserts: {that: The bridge is safe.}

    ## Passes
        article: Ada Quill opened it. A day later Tim Brookes and Ann Brooks crossed it.
        asserts: {that: The bridge is safe.}

    ## Limits
    A note: two spellings that are both declared as aliases are found as well, since they are declared for the sources.
    """
    for written in two_spellings(dossier):
        whose = f", both names of `{written.id}`" if written.id else ""
        yield Finding(
            at=written.at,
            message=f"'{written.words}' here, '{written.declared}' before{whose}",
            hint="write the name in one way throughout",
        )


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#names")
def title_of_another(dossier: Dossier, titles: OddTitles) -> Iterator[Finding]:
    """The article gives a person a title that is declared for somebody else, and no fact is about it.

    ## Why it matters
    A wrong title gives a speaker another authority. Where a fact asserts it, its evidence decides; here nobody looked.

    ## Fails
        article: Harbour Master Ada Quill opened the bridge.
        asserts: {that: The bridge is open.}

    ## Passes
        article: Mayor Ada Quill opened the bridge.
        asserts: {that: The bridge is open.}

    ## Limits
    Looks at titles directly before or after a name that is declared. Headings are left out.
    """
    del dossier
    for odd in titles.items:
        if odd.holders:
            holders = " and ".join(dict.fromkeys(f"`{holder.id}`" for holder in odd.holders))
            yield Finding(
                at=odd.at,
                message=f"'{odd.title}' stands beside {odd.person.name}; the office is declared for {holders}",
                hint="correct the title, or write a fact of kind office with its evidence",
            )


@rule(severity=Severity.NOTE, handbook="docs/editorial.md#names")
def title_not_declared(dossier: Dossier, titles: OddTitles) -> Iterator[Finding]:
    """The article gives a person a title that is no office of theirs, no alias of one and no label.

    ## Why it matters
    A title that nobody recorded was compared with nothing, and may be an old one, or nearly the right one.

    ## Fails
        article: Chief Harbour Inspector Noor Vane opened the bridge.
        asserts: {that: The bridge is open.}

    ## Passes
        article: Harbour Master Noor Vane opened the bridge.
        asserts: {that: The bridge is open.}

    ## Limits
    A note. A title cut short (*Mayor*, of *Mayor of Larkhaven*) passes; former titles are left out.
    """
    del dossier
    for odd in titles.items:
        if not odd.holders:
            yield Finding(
                at=odd.at,
                message=f"'{odd.title}' stands beside {odd.person.name}, and is not declared for `{odd.person.id}`",
                hint="declare it in entities.yaml: an office, an alias of one, or under `labels`",
            )
