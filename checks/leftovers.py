"""Leftovers: is everything that is recorded also used?"""

from collections.abc import Iterator

from factsuite import Dossier, Finding, Severity, rule
from factsuite.verdicts.uses import named_entities, used_entities, used_sources


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#sources")
def unused_source(dossier: Dossier) -> Iterator[Finding]:
    """A source is listed, and nothing rests on it.

    ## Why it matters
    A source nobody cites was consulted and forgotten, or its evidence entry was lost in an edit.

    ## Fails
        # sources.yaml
        format: 1
        sources:
          - {id: gazette, publisher: The Larkhaven Gazette, kind: newspaper}
          - {id: notes, publisher: A reader, kind: blog}

    ## Passes
        kind: statement
        asserts: {that: The bridge opened.}
        evidence:
          - {source: hearing, reports: {that: The bridge opened.}}
          - {source: minutes, reports: {that: The bridge opened.}}
          - {source: gazette, reports: {that: The bridge opened.}}
          - {source: wire-copy, reports: {that: The bridge opened.}}

    ## Limits
    A text that another source derives from is used. Silent while an entry of the article's facts is defective.
    """
    if not dossier.complete:
        return
    used = used_sources(dossier)
    for source in dossier.sources:
        if source.id not in used:
            yield Finding(
                at=source.at,
                message=f"no fact, event or office rests on `{source.id}`",
                hint="cite it where it bears, or remove it",
            )


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#entities")
def unused_entity(dossier: Dossier) -> Iterator[Finding]:
    """A person, organisation, place, event or measure is listed, and nothing refers to it.

    ## Why it matters
    What nothing refers to is checked by nothing: often a fact was meant to be about it.

    ## Fails
        # entities.yaml
        format: 1
        people:
          - {id: tom-reed, name: Tom Reed}

    ## Passes
        # entities.yaml
        format: 1
        people:
          - {id: tom-reed, name: Tom Reed}
        # facts.yaml
        format: 1
        facts:
          - id: reed-spoke
            kind: statement
            claim: Tom Reed said that the bridge was ready.
            anchor: {exact: the bridge was ready}
            asserts: {that: The bridge was ready., speaker: tom-reed}

    ## Limits
    Reference by another entity (`within`, `who`, `where`) counts as use, and so does a name that stands in the
    article: its spelling is compared with the one declared.
    """
    if not dossier.complete:
        return
    used = used_entities(dossier)
    unused = [entity for entity in dossier.entities if entity.id not in used]
    named = named_entities(dossier) if unused else frozenset()
    for entity in unused:
        if entity.id not in named:
            yield Finding(
                at=entity.at,
                message=f"nothing refers to `{entity.id}`",
                hint="write the fact it was recorded for, or remove it",
            )
