"""Lines of evidence: how many independent ways lead to a fact?"""

from collections.abc import Iterable, Iterator

from factsuite import Dossier, Finding, Judgement, Related, Severity, rule
from factsuite.load.problems import shortened
from factsuite.verdicts.circles import SourceList, derivation_circles
from factsuite.verdicts.near_copies import find_near_copies
from factsuite.verdicts.own_article import own_pages, way_to_article
from factsuite.verdicts.own_prose import own_prose
from factsuite.verdicts.uses import source_references


@rule(severity=Severity.NOTE, handbook="docs/editorial.md#lines-of-evidence", link=3)
def copies_differ(judgement: Judgement) -> Iterator[Finding]:
    """Copies of one text are recorded to say different things.

    ## Why it matters
    Sources that derive from one another are one line. Where they differ, somebody changed something on the way.

    ## Fails
        kind: quantity
        asserts: {measure: bridge-visitors, value: at least 300 people}
        evidence:
          - {source: minutes, reports: {value: 300 people}}
          - {source: hearing, reports: {value: 200 people}}

    ## Passes
        kind: quantity
        asserts: {measure: bridge-visitors, value: at least 300 people}
        evidence:
          - {source: minutes, reports: {value: 310 people}}
          - {source: hearing, reports: {value: 300 people}}

    ## Limits
    The entry nearest the origin speaks for the line; the others are shown.
    """
    for line in judgement.lines:
        if len(line.entries) == 1:
            continue
        differing = [e for e in line.entries if e.relation is not line.relation and e.source != line.entries[0].source]
        if differing:
            first = line.entries[0]
            names = ", ".join(dict.fromkeys(f"`{entry.source}` {entry.relation.value}" for entry in differing))
            yield Finding(
                at=differing[0].at,
                message=f"in the line of `{line.id}`, `{first.source}` {first.relation.value}, but {names}",
                hint="check the copies against each other; the one nearest the origin counts",
                related=(Related(at=first.at, message=f"`{first.source}` speaks for the line"),),
            )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#lines-of-evidence")
def derivation_circle(listed: SourceList) -> Iterator[Finding]:
    """Sources are said to derive from one another in a circle.

    ## Why it matters
    In a circle nobody saw anything first.

    ## Fails
        # sources.yaml
        format: 1
        sources:
          - {id: one, publisher: One, kind: blog, derives_from: two}
          - {id: two, publisher: Two, kind: blog, derives_from: one}

    ## Passes
        # sources.yaml
        format: 1
        sources:
          - {id: one, publisher: One, kind: blog, derives_from: two}
          - {id: two, publisher: Two, kind: blog}

    ## Limits
    A circle through a source that several articles share is told with each article whose own sources close it.
    """
    for circle in derivation_circles(listed.sources, listed.registry):
        first = circle[0]
        chain = _chain([each.id for each in (*circle, first)])
        yield Finding(
            at=first.derives_from[0].parent.at,
            message=f"the sources derive from one another in a circle: {chain}",
            hint="find out which of them was first, and remove its `derives_from`",
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#lines-of-evidence")
def source_derives_from_article(dossier: Dossier) -> Iterator[Finding]:
    """A source of the article is the article itself, or comes from it.

    ## Why it matters
    An article cannot vouch for itself. A copy that comes back as a source looks like a second witness.

    ## Fails
        kind: statement
        asserts: {that: The bridge opened.}
        evidence: [{source: digest, reports: {that: The bridge opened.}}]
        # article.md
        ---
        format: 1
        headline: Larkhaven opens its bridge
        publisher: The Larkhaven Gazette
        published: 2031-06-02
        fictional: yes
        source_id: own-page
        ---
        An example of a claim.
        # sources.yaml
        format: 1
        sources:
          - {id: own-page, publisher: The Larkhaven Gazette, kind: newspaper}
          - {id: digest, publisher: Coast Digest, kind: aggregator, derives_from: own-page}

    ## Passes
        kind: statement
        asserts: {that: The bridge opened.}
        evidence: [{source: digest, reports: {that: The bridge opened.}}]
        # article.md
        ---
        format: 1
        headline: Larkhaven opens its bridge
        publisher: The Larkhaven Gazette
        published: 2031-06-02
        fictional: yes
        source_id: own-page
        ---
        An example of a claim.
        # sources.yaml
        format: 1
        sources:
          - {id: own-page, publisher: The Larkhaven Gazette, kind: newspaper}
          - {id: digest, publisher: Coast Digest, kind: aggregator, derives_from: hearing}
          - {id: hearing, publisher: Larkhaven City Council, kind: transcript}

    ## Limits
    The article is known by its `source_id`, or by a source with its own `url`. A source with a second parent beside
    the article is found too: cite that parent. An entry that is set aside is left alone.
    """
    article, registry = dossier.article, dossier.registry
    pages = own_pages(article, registry)
    if article is None or not pages:
        return
    cited = [(entry.source, fact.label) for fact in dossier.facts for entry in fact.evidence if not entry.set_aside]
    recorded = [(ref, None) for entity in dossier.entities for ref in source_references(entity)]
    for ref, label in (*cited, *recorded):
        way = way_to_article(ref.value, pages, registry)
        if way:
            yield Finding(at=ref.at, message=_comes_back(way), hint=_CITE_ANOTHER, fact=label)
    for derivation in article.derives_from:
        way = way_to_article(derivation.parent.value, pages, registry)
        if way:
            yield Finding(
                at=derivation.parent.at,
                message=f"the article is said to come from `{way[0]}`, but {_comes_back(way)}",
                hint="find out which of the two was first, and remove the other `derives_from`",
            )


_CITE_ANOTHER = "cite a source that does not rest on this article; a copy of it is no evidence for it"


def _comes_back(way: tuple[str, ...]) -> str:
    if len(way) == 1:
        return f"`{way[0]}` is this article itself"
    return f"`{way[0]}` comes from this article: {_chain(way)}, which is this article"


def _chain(ids: Iterable[str]) -> str:
    return " from ".join(f"`{id}`" for id in ids)


@rule(severity=Severity.NOTE, handbook="docs/editorial.md#lines-of-evidence")
def near_copies(dossier: Dossier) -> Iterator[Finding]:
    """Sources said to be independent are excerpted with nearly the same words.

    ## Why it matters
    Two reporters seldom find the same sentence. Where they print one, there is one text behind them, and one line.

    ## Fails
        kind: statement
        asserts: {that: The bridge opened.}
        evidence:
          - source: gazette
            excerpt: The new bridge over the Lark was opened on Sunday after two years of work and several delays.
            reports: {that: The bridge opened.}
          - source: wire-copy
            excerpt: The new bridge over the Lark was opened on Sunday after two years of work, officials said.
            reports: {that: The bridge opened.}

    ## Passes
        kind: statement
        asserts: {that: The bridge opened.}
        evidence:
          - source: gazette
            excerpt: The new bridge over the Lark was opened on Sunday after two years of work and several delays.
            reports: {that: The bridge opened.}
          - source: wire-copy
            excerpt: Larkhaven has its river crossing at last, and on Sunday hundreds of people walked over the Lark.
            reports: {that: The bridge opened.}

    ## Limits
    Compares runs of five words in excerpts of twelve words and more, from one half in common. Words between quotation
    marks, evidence for quotations, transcripts and text in the first person are left out: they are the speaker's.
    """
    for pair in find_near_copies(own_prose(dossier), dossier.registry):
        first, second = pair.first, pair.second
        yield Finding(
            at=second.at,
            message=(
                f"`{second.source}` and `{first.source}` count as two lines, but their excerpts share "
                f"{len(pair.shared.split())} words in a row: '{shortened(pair.shared, 120)}'"
            ),
            hint=(
                f"if one was made from the other, or both from a third text, say so in sources.yaml: "
                f"`derives_from: {first.source}`; if they are a speaker's words, put them in quotation marks"
            ),
            related=(Related(at=first.at, message=f"the excerpt of `{first.source}`"),),
            fact=second.fact,
        )
