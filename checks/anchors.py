"""Anchors: do the words a fact is about stand in the article, once?"""

from collections.abc import Iterator

from factsuite import Article, Dossier, Fact, Finding, Grounds, Related, Severity, rule
from factsuite.anchoring.finding import find_again, nearest_places
from factsuite.anchoring.selectors import words_at
from factsuite.anchoring.states import Anchored, State
from factsuite.model.facts import Anchor
from factsuite.reading.nearest import splits_character

_ALONE = "anchor more words, or add the words just before (`prefix`) or after (`suffix`)"
_NEAREST = "the nearest passage of the article"


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#anchors", link=1)
def anchor_missing(fact: Fact, article: Article, grounds: Grounds) -> Iterator[Finding]:
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
    Exact to the letter: a look-alike passage is offered, never accepted. Where the article stood before the edit is
    not known here; `factsuite reanchor` asks the earlier version.
    """
    if article.find(fact.anchor):
        return
    found = find_again(fact, article, grounds)
    yield Finding(
        at=fact.anchor.exact.at,
        message=_became(found),
        hint=_what_to_do(found),
        related=tuple(Related(at=offer.place.at, message=_NEAREST) for offer in found.offers),
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
            hint=f"{_ALONE}: factsuite reanchor {fact.id} shows how",
            related=tuple(Related(at=place.at, message="it stands here") for place in places[:10]),
        )


@rule(severity=Severity.NOTE, handbook="docs/editorial.md#anchors", link=1)
def anchor_splits_character(fact: Fact, article: Article) -> Iterator[Finding]:
    """The words a fact is about begin or end inside a letter with its accent, or inside a joined emoji.

    ## Why it matters
    Anchors are compared by code points, and what readers see as one letter may be several of them. Half a letter is
    seldom what was meant, and other tools show it as a broken sign.

    ## Fails
        kind: statement
        article: The Cafe\u0301 opened.
        anchor: {exact: The Cafe}
        asserts: {that: It opened.}

    ## Passes
        kind: statement
        article: The Cafe\u0301 opened.
        anchor: {exact: "The Cafe\u0301"}
        asserts: {that: It opened.}

    ## Limits
    Sees combining marks, joiners, variation selectors and skin tones; flags made of two letters are not looked into.
    """
    for place in article.find(fact.anchor):
        text = article.headline.text if place.in_headline else article.body
        if splits_character(text, place.start) or splits_character(text, place.end):
            yield Finding(
                at=fact.anchor.exact.at,
                message=f"{fact.anchor.exact} ends or begins in the middle of a letter",
                hint="copy the whole letter, with the accent or sign that belongs to it",
                related=(Related(at=place.at, message="it stands here"),),
            )
            return


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
                hint=_ALONE if places else _nearest_hint(article, passage.anchor),
            )


def _nearest_hint(article: Article, anchor: Anchor) -> str:
    near = nearest_places(article, anchor).places
    words = [f"'{words_at(article, place)}'" for place in near]
    return "copy the words from the article, or remove the mark" + (
        f"; near are {', '.join(words[:3])}" if words else ""
    )


def _became(found: Anchored) -> str:
    """What the article has in place of the words."""
    anchor = found.fact.anchor
    missing = f"the article does not contain {anchor.exact}"
    if found.state is State.ORPHANED:
        return f"{missing}; the nearest is '{found.offers[0].words}'" if found.offers else missing
    if found.now is not None:
        return f"{anchor.exact} stands in the article, but not beside its prefix or suffix"
    if found.state is State.AMBIGUOUS:
        if all(offer.words == anchor.exact.text for offer in found.offers):
            return f"{anchor.exact} stands in the article, but nowhere beside its prefix or suffix"
        passages = ", ".join(f"'{offer.words}'" for offer in found.offers[:3])
        return f"{missing}; as near as each other are {passages}"
    [offer] = found.offers
    if found.state is State.VALUE_CHANGED:
        return f"{missing}; value changed: it has '{offer.words}', and {'; '.join(found.at_stake)}"
    return f"{missing}; reworded: it has '{offer.words}'"


def _what_to_do(found: Anchored) -> str:
    command = f"factsuite reanchor {found.fact.id}"
    if found.state is State.ORPHANED:
        return f"copy the words from the article, or remove the fact if the passage is gone; {command} asks git"
    if found.state is State.AMBIGUOUS:
        return f"anchor the passage that is meant: none is nearer than the others; {command} lists them"
    diff = found.offers[0].diff
    if found.state is State.VALUE_CHANGED:
        return f"check the fact against its sources again: {diff}; {command} shows the edit"
    if found.state is State.MOVED:
        return f"{command} --apply mends the words beside it"
    return f"check the fact against the new words: {diff}; then {command} --apply"
