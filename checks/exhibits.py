"""Exhibits: is every pinned copy of a source still what was pinned?"""

from collections.abc import Iterator

from factsuite import Finding, PinnedSources, Problem, Related, Severity, rule
from factsuite.verdicts.exhibits import Standing, by_state


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#exhibits", link=5)
def source_changed(pinned: PinnedSources) -> Iterator[Finding]:
    """The pinned copy of a source, or the text extracted from it, is not what was pinned.

    ## Why it matters
    A pinned copy is what the desk saw. If its bytes change, nobody can say any longer what excerpts were taken from.

    ## Fails
        kind: statement
        asserts: {that: The mayor never saw the memo.}
        evidence: [{source: hearing, excerpt: I never saw that memo., reports: {that: The mayor never saw the memo.}}]
        # exhibits/hearing.txt
        MAYOR: I saw that memo.
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
        evidence: [{source: hearing, excerpt: I never saw that memo., reports: {that: The mayor never saw the memo.}}]
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
    Compares the stored copy with its hashes. Whether the page on the web has changed is asked by pinning it again.
    A version control system that rewrites line ends changes bytes: tell it to leave `exhibits/` alone.
    """
    yield from _of_copies(
        pinned,
        Standing.CHANGED,
        "the pinned copy of `{source}` has changed: {why}",
        "restore the copy from history; or pin the source again and look at every excerpt taken from it",
    )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#exhibits", link=5)
def exhibit_unreadable(pinned: PinnedSources) -> Iterator[Finding]:
    """A pinned copy is missing, cannot be opened, or holds no text: nobody could look.

    ## Why it matters
    That nobody could look is neither a yes nor a no, and must not pass for either.

    ## Fails
        kind: statement
        asserts: {that: The mayor never saw the memo.}
        evidence: [{source: hearing, excerpt: I never saw that memo., reports: {that: The mayor never saw the memo.}}]
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
        evidence: [{source: hearing, excerpt: I never saw that memo., reports: {that: The mayor never saw the memo.}}]
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
    A sealed copy whose store is not at hand is no finding: the report counts it as sealed.
    """
    yield from _of_copies(
        pinned,
        Standing.COULD_NOT_LOOK,
        "could not look into the pinned copy of `{source}`: {why}",
        "put the copy back, or pin the source again",
    )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#exhibits", link=5)
def exhibit_of_unknown_source(pinned: PinnedSources) -> Iterator[Finding]:
    """A copy is pinned for a source that is not listed.

    ## Why it matters
    The source was renamed or removed, and its copy is looked at by nobody.

    ## Fails
        # exhibits/hearings.txt
        MAYOR: I never saw that memo.
        # exhibits.yaml
        format: 1
        exhibits:
          - {source: hearings, file: exhibits/hearings.txt, media_type: text/plain, size: 30,
             sha256: db73e342384ea22a8ba90c2ddbe91e55d3deab99347cd06ac2014935ed4343c1, extractor: stdlib-text 1,
             text: exhibits/hearings.txt, retrieved: 2031-06-03,
             text_sha256: db73e342384ea22a8ba90c2ddbe91e55d3deab99347cd06ac2014935ed4343c1}

    ## Passes
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
    A source whose own entry is defective is known; mend that entry first.
    """
    for article, exhibit in pinned.loose:
        yield Finding(
            at=exhibit.source.at,
            message=f"a copy is pinned for `{exhibit.source.value}`, and no source has that id",
            hint="list the source, pin the copy under the new id, or remove the entry with its files",
            article=article,
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#exhibits", link=5)
def exhibit_path_outside(problem: Problem) -> Iterator[Finding]:
    """The path of a pinned copy leads out of its folder.

    ## Why it matters
    A list of copies that names other files would have them read, and would not be whole in another checkout.

    ## Fails
        # exhibits.yaml
        format: 1
        exhibits:
          - {source: hearing, file: ../../hearing.txt, media_type: text/plain, size: 30,
             sha256: db73e342384ea22a8ba90c2ddbe91e55d3deab99347cd06ac2014935ed4343c1, extractor: stdlib-text 1,
             text: exhibits/hearing.txt, retrieved: 2031-06-03,
             text_sha256: db73e342384ea22a8ba90c2ddbe91e55d3deab99347cd06ac2014935ed4343c1}

    ## Passes
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
    Links are not followed either: a copy that is a link could not be looked at.
    """
    yield Finding.of(problem)


def _of_copies(pinned: PinnedSources, standing: Standing, message: str, hint: str) -> Iterator[Finding]:
    """What is wrong with a copy, once for every fact that cites it; at its own entry where nothing does."""
    seen = set()
    for cited in pinned.citations:
        exhibit = cited.exhibit
        key = cited.article, cited.fact, cited.source
        if cited.standing is standing and exhibit.why and key not in seen:
            seen.add(key)
            related = (Related(at=exhibit.at, message="its entry in the list of pinned copies"),)
            text = message.format(source=cited.source, why=exhibit.why)
            yield Finding(at=cited.at, message=text, hint=hint, related=related, fact=cited.fact, article=cited.article)
    for article, exhibit in pinned.uncited:
        if by_state(exhibit) is standing:
            text = message.format(source=exhibit.source.value, why=exhibit.why)
            yield Finding(at=exhibit.at, message=text, hint=hint, article=article)
