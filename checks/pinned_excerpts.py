"""Pinned excerpts: do the words stand in the pinned copy of their source?"""

from collections.abc import Iterator

from factsuite import Finding, PinnedSources, Related, Severity, rule
from factsuite.load.problems import shortened
from factsuite.texts.nearest_passage import nearest_passage
from factsuite.verdicts.exhibits import Citation, Standing

_QUOTED = 120
"""Characters of an excerpt that a message quotes."""
_DIFF = 240
"""Characters of a word diff that a hint shows."""


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#exhibits", link=5)
def excerpt_gone(pinned: PinnedSources) -> Iterator[Finding]:
    """An excerpt does not stand in the pinned copy of its source.

    ## Why it matters
    An excerpt is the source's own words. If they are not there, they were mistyped, or changed, or never said.

    ## Fails
        kind: statement
        asserts: {that: The mayor never saw the memo.}
        evidence: [{source: hearing, excerpt: I never saw the memo., reports: {that: The mayor never saw the memo.}}]
        # exhibits/hearing.txt
        MAYOR: I never saw that memo.
        # exhibits.yaml
        format: 1
        exhibits:
          - {source: hearing, file: exhibits/hearing.txt, media_type: text/plain, size: 30,
             sha256: db73e342384ea22a8ba90c2ddbe91e55d3deab99347cd06ac2014935ed4343c1, extractor: stdlib-text 1,
             text: exhibits/hearing.txt, retrieved: 2031-06-03,
             text_sha256: db73e342384ea22a8ba90c2ddbe91e55d3deab99347cd06ac2014935ed4343c1}

    ## Passes
        kind: statement
        asserts: {that: The mayor never saw the memo.}
        evidence: [{source: hearing, excerpt: I never saw [...] memo., reports: {that: The mayor never saw the memo.}}]
        # exhibits/hearing.txt
        MAYOR: I never saw that memo.
        # exhibits.yaml
        format: 1
        exhibits:
          - {source: hearing, file: exhibits/hearing.txt, media_type: text/plain, size: 30,
             sha256: db73e342384ea22a8ba90c2ddbe91e55d3deab99347cd06ac2014935ed4343c1, extractor: stdlib-text 1,
             text: exhibits/hearing.txt, retrieved: 2031-06-03,
             text_sha256: db73e342384ea22a8ba90c2ddbe91e55d3deab99347cd06ac2014935ed4343c1}

    ## Limits
    Typography folds by the table quotations fold by. Signs, decimal marks and currency signs count, and no figure is
    cut. Omissions marked by `[...]` stand for at most 1,000 characters each. Translated excerpts are not looked up.
    """
    for cited in pinned.citations:
        if cited.standing is Standing.GONE:
            near = nearest_passage(cited.excerpt, cited.exhibit.text)
            hint = "copy the words again from the source, and mark what is left out by [...]"
            yield _finding(
                cited,
                f"'{shortened(cited.excerpt, _QUOTED)}' does not stand in the pinned copy of `{cited.source}`",
                f"nearest: {shortened(near, _DIFF)}; {hint}" if near else f"nothing like it stands there; {hint}",
            )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#exhibits", link=5)
def excerpt_ambiguous(pinned: PinnedSources) -> Iterator[Finding]:
    """An excerpt stands in the pinned copy of its source more than once.

    ## Why it matters
    Words that stand there twice may have been said twice, by two people, of two things. A reader cannot find the one.

    ## Fails
        kind: statement
        asserts: {that: We are ready.}
        evidence: [{source: hearing, excerpt: We are ready., reports: {that: We are ready.}}]
        # exhibits/hearing.txt
        MAYOR: We are ready. CLERK: We are ready.
        # exhibits.yaml
        format: 1
        exhibits:
          - {source: hearing, file: exhibits/hearing.txt, media_type: text/plain, size: 42,
             sha256: 42ee4f9acbfb2e8149e9f3852220e275ce289fb77ac802270622ef7e21ce87a6, extractor: stdlib-text 1,
             text: exhibits/hearing.txt, retrieved: 2031-06-03,
             text_sha256: 42ee4f9acbfb2e8149e9f3852220e275ce289fb77ac802270622ef7e21ce87a6}

    ## Passes
        kind: statement
        asserts: {that: We are ready.}
        evidence: [{source: hearing, excerpt: "MAYOR: We are ready.", reports: {that: We are ready.}}]
        # exhibits/hearing.txt
        MAYOR: We are ready. CLERK: We are ready.
        # exhibits.yaml
        format: 1
        exhibits:
          - {source: hearing, file: exhibits/hearing.txt, media_type: text/plain, size: 42,
             sha256: 42ee4f9acbfb2e8149e9f3852220e275ce289fb77ac802270622ef7e21ce87a6, extractor: stdlib-text 1,
             text: exhibits/hearing.txt, retrieved: 2031-06-03,
             text_sha256: 42ee4f9acbfb2e8149e9f3852220e275ce289fb77ac802270622ef7e21ce87a6}

    ## Limits
    A locator `page 3` chooses among places on several pages of a PDF; the pages are counted from the first one on.
    """
    for cited in pinned.citations:
        if cited.standing is Standing.AMBIGUOUS:
            pages = sorted({spot.page for spot in cited.spots})
            where = f", on pages {', '.join(str(page) for page in pages[:8])}" if len(pages) > 1 else ""
            hint = "quote more of the words around it" + (", or give the page: `locator: page 3`" if where else "")
            yield _finding(
                cited,
                f"'{shortened(cited.excerpt, _QUOTED)}' stands {_times(len(cited.spots))} in the pinned copy of "
                f"`{cited.source}`{where}",
                hint,
            )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#exhibits", link=5)
def excerpt_not_sealed(pinned: PinnedSources) -> Iterator[Finding]:
    """An excerpt of a sealed source is not one of those that were sealed with it.

    ## Why it matters
    Where the sealed copy is not at hand, its seals are all that tells an excerpt that stood in it from one that was
    changed afterwards.

    ## Fails
        kind: statement
        asserts: {that: The mayor never saw the memo.}
        evidence: [{source: hearing, excerpt: I never saw the memo., reports: {that: The mayor never saw the memo.}}]
        # exhibits.yaml
        format: 1
        exhibits:
          - source: hearing
            retrieved: 2031-06-03
            sealed:
              bytes: "3d963f5057470a741cbb3c90c1a9ee0f:9ca0ff6aca38bbcdcbdd6ed1a80fa465b0861c3dd5bcf331d3ac2c5e2b00a1c6"
              text: "3d963f5057470a741cbb3c90c1a9ee0f:9ca0ff6aca38bbcdcbdd6ed1a80fa465b0861c3dd5bcf331d3ac2c5e2b00a1c6"
              excerpts:
                - "5bb72a29fb3b757a7f3b9298d2be8f1a:0c7477a56e2ae0ab1fdff157a6b181e0f6d8649c728a39ee3683e115c70cdb60"

    ## Passes
        kind: statement
        asserts: {that: The mayor never saw the memo.}
        evidence: [{source: hearing, excerpt: I never saw that memo., reports: {that: The mayor never saw the memo.}}]
        # exhibits.yaml
        format: 1
        exhibits:
          - source: hearing
            retrieved: 2031-06-03
            sealed:
              bytes: "3d963f5057470a741cbb3c90c1a9ee0f:9ca0ff6aca38bbcdcbdd6ed1a80fa465b0861c3dd5bcf331d3ac2c5e2b00a1c6"
              text: "3d963f5057470a741cbb3c90c1a9ee0f:9ca0ff6aca38bbcdcbdd6ed1a80fa465b0861c3dd5bcf331d3ac2c5e2b00a1c6"
              excerpts:
                - "5bb72a29fb3b757a7f3b9298d2be8f1a:0c7477a56e2ae0ab1fdff157a6b181e0f6d8649c728a39ee3683e115c70cdb60"

    ## Limits
    Typography may change after sealing, words may not. An excerpt added later is sealed by pinning the source again.
    """
    for cited in pinned.citations:
        if cited.unsealed and cited.standing in (Standing.COULD_NOT_LOOK, Standing.STANDS):
            yield _finding(
                cited,
                f"'{shortened(cited.excerpt, _QUOTED)}' is not among the words sealed with `{cited.source}`",
                "restore the words; or, where the sealed copy is at hand, pin it again to seal them",
            )


def _finding(cited: Citation, message: str, hint: str) -> Finding:
    related = (Related(at=cited.exhibit.at, message="its entry in the list of pinned copies"),)
    return Finding(at=cited.at, message=message, hint=hint, related=related, fact=cited.fact, article=cited.article)


def _times(number: int) -> str:
    return "twice" if number == 2 else f"{number} times"
