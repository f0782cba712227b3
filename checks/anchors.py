"""Anchors: do the words a fact is about stand in the article, once?"""

from collections.abc import Iterator

from factsuite import Article, Dossier, Fact, Finding, Related, Severity, rule
from factsuite.reading.nearest import nearest_passage
from factsuite.values.words import compare_words


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#anchors", link=1)
def anchor_missing(fact: Fact, article: Article) -> Iterator[Finding]:
    """The words a fact is about do not stand in the article.

    ## Why it matters
    The copy was edited after the fact was checked, or the words were never copied exactly. What was
    checked is no longer what is printed.

    ## Fails
        kind: statement
        article: The bridge opened on Sunday.
        anchor: {exact: The bridge opened on Saturday.}
        asserts: {that: The bridge opened on Saturday.}

    ## Passes
        kind: statement
        article: The bridge opened on Sunday.
        anchor: {exact: The bridge opened on Sunday.}
        asserts: {that: The bridge opened on Sunday.}

    ## Limits
    Exact to the letter: a look-alike passage is offered in the hint, never accepted.
    """
    if article.find(fact.anchor):
        return
    exact = fact.anchor.exact
    near = nearest_passage(article.body, exact.text)
    if near is None:
        yield Finding(
            at=exact.at,
            message=f"the article does not contain {exact}",
            hint="copy the words from the article, or remove the fact if the passage is gone",
        )
        return
    start, end = near
    place = article.place(start, end)
    passage = article.body[start:end]
    yield Finding(
        at=exact.at,
        message=f"the article does not contain {exact}; it has '{passage}'",
        hint=f"check the fact against the new words, then copy them here: {compare_words(passage, exact.text).diff}",
        related=(Related(at=place.at, message="the nearest passage of the article"),),
    )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#anchors", link=1)
def anchor_ambiguous(fact: Fact, article: Article) -> Iterator[Finding]:
    """The words a fact is about stand in the article more than once.

    ## Why it matters
    A fact checks one passage. Where its words occur twice, nobody can tell which one was checked.

    ## Fails
        kind: statement
        article: The mayor spoke. Later the mayor spoke again.
        anchor: {exact: mayor spoke}
        asserts: {that: The mayor spoke.}

    ## Passes
        kind: statement
        article: The mayor spoke. Later the mayor spoke again.
        anchor: {exact: mayor spoke, suffix: " again"}
        asserts: {that: The mayor spoke again.}

    ## Limits
    Headline and body are searched as they stand; the same words in both count as two places.
    """
    places = article.find(fact.anchor)
    if len(places) > 1:
        yield Finding(
            at=fact.anchor.exact.at,
            message=f"{fact.anchor.exact} stands in the article {len(places)} times",
            hint="anchor more words, or add the words just before (`prefix`) or after (`suffix`)",
            related=tuple(Related(at=place.at, message="it stands here") for place in places[:10]),
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#what-is-not-checked", link=1)
def unchecked_passage_missing(dossier: Dossier, article: Article) -> Iterator[Finding]:
    """A passage marked as not checked does not stand in the article, once.

    ## Why it matters
    The mark excuses exactly these words. When they change, somebody has to decide again.

    ## Fails
        # article.md
        ---
        format: 1
        headline: A bridge opens
        publisher: The Larkhaven Gazette
        published: 2031-06-02
        not_checked:
          - {anchor: {exact: a grey morning}, because: colour}
        ---
        It was a bright morning.

    ## Passes
        # article.md
        ---
        format: 1
        headline: A bridge opens
        publisher: The Larkhaven Gazette
        published: 2031-06-02
        not_checked:
          - {anchor: {exact: a bright morning}, because: colour}
        ---
        It was a bright morning.

    ## Limits
    A passage without an anchor (something the article leaves out) is not looked for.
    """
    del dossier
    for passage in article.not_checked:
        if passage.anchor is None:
            continue
        places = article.find(passage.anchor)
        if len(places) != 1:
            how_often = f"stands in the article {len(places)} times" if places else "does not stand in the article"
            yield Finding(
                at=passage.anchor.exact.at,
                message=f"{passage.anchor.exact}, marked as not checked, {how_often}",
                hint="copy the words from the article, or remove the mark",
            )
