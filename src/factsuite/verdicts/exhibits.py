"""Link 5: does the excerpt stand in the pinned copy of the source, whose bytes have not changed?

Source changed, excerpt gone, excerpt ambiguous and could not look are four different outcomes.
"""

import re
from collections.abc import Collection, Iterator
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from factsuite.load.locations import Location
from factsuite.model.dossiers import Dossier, Workspace
from factsuite.model.entities import Entity, Event, EventEvidence, OfficeEvidence, Person
from factsuite.model.exhibits import Exhibit, State
from factsuite.texts.standing import Spot, find_excerpt, plain

_PAGES = re.compile(r"\b(?:pp?\.|pages?)\s*(\d{1,5})(?:\s*[-\u2013]\s*(\d{1,5}))?", re.IGNORECASE)


class Standing(Enum):
    """How an evidence entry stands to the pinned copy of its source."""

    STANDS = "stands"
    """The excerpt stands in the copy, once."""
    CHANGED = "changed"
    """The copy is not what was pinned."""
    GONE = "gone"
    AMBIGUOUS = "ambiguous"
    """The excerpt stands there more than once."""
    COULD_NOT_LOOK = "could not look"
    SEALED = "sealed"
    """The copy is kept elsewhere; the excerpt is one of those that were sealed with it."""
    NOT_PINNED = "not pinned"
    NO_EXCERPT = "no excerpt"
    """The source is pinned; the entry gives no words of it, or translated ones."""


_NOT_PINNED = Standing.NOT_PINNED


class Citation(Struct, frozen=True, kw_only=True):
    """An evidence entry of a fact, an event or an office, and what became of its words."""

    source: str
    at: Location
    """The excerpt, or the entry where it has none."""
    excerpt: str
    locator: str
    exhibit: Exhibit
    standing: Standing
    spots: tuple[Spot, ...] = ()
    """Where the excerpt stands, in order."""
    unsealed: bool = False
    """The exhibit is sealed, and not with these words."""
    fact: str | None = None
    article: str | None = None


class PinnedSources(Struct, frozen=True, kw_only=True):
    """What is pinned, and what is cited from it: of one article, of what articles share, or of all together."""

    citations: tuple[Citation, ...]
    uncited: tuple[tuple[str | None, Exhibit], ...]
    """Exhibits that no entry cites, each with its article; None for the shared list."""
    loose: tuple[tuple[str | None, Exhibit], ...]
    """Exhibits of sources that nobody listed, in the same way."""


def standing_in(exhibit: Exhibit | None, excerpt: str, locator: str = "") -> Standing:
    """How an entry stands to the pinned copy of its source."""
    return _NOT_PINNED if exhibit is None else _look_up(exhibit, excerpt, locator)[0]


def look_up_all(workspace: Workspace) -> PinnedSources:
    """Every citation of a pinned source in a workspace, in the order of the files."""
    articles = [look_up_article(dossier, workspace) for dossier in workspace.dossiers]
    cited = {citation.exhibit.at for article in articles for citation in article.citations}
    shared = look_up_shared(workspace, cited, {id for dossier in workspace.dossiers for id in dossier.registry.broken})
    return PinnedSources(
        citations=tuple(each for part in (*articles, shared) for each in part.citations),
        uncited=tuple(each for part in (shared, *articles) for each in part.uncited),
        loose=tuple(each for part in (shared, *articles) for each in part.loose),
    )


def look_up_article(dossier: Dossier, workspace: Workspace) -> PinnedSources:
    """What one article cites from pinned sources, its own and shared ones, and the copies of its own."""
    shared = {exhibit.at for exhibit in workspace.shared_exhibits}
    citations = (*_of_facts(dossier), *_of_entities(dossier.entities, dossier.exhibits, dossier.id))
    own = [exhibit for exhibit in dossier.exhibits if exhibit.at not in shared]
    cited = {citation.exhibit.at for citation in citations}
    known = {*dossier.registry.sources, *dossier.registry.broken}
    return PinnedSources(
        citations=citations,
        uncited=tuple((dossier.id, each) for each in own if each.at not in cited),
        loose=tuple((dossier.id, each) for each in own if each.source.value not in known),
    )


def look_up_shared(workspace: Workspace, cited: Collection[Location], broken: Collection[str]) -> PinnedSources:
    """What the shared files cite from pinned sources, and the copies all articles share.

    `cited` are the places of the copies that articles cite, `broken` the ids of entries that are defective.
    """
    citations = tuple(_of_entities(workspace.shared_entities, workspace.shared_exhibits, None))
    places = {*cited, *(citation.exhibit.at for citation in citations)}
    known = {*broken, *(source.id for source in workspace.shared_sources)}
    return PinnedSources(
        citations=citations,
        uncited=tuple((None, each) for each in workspace.shared_exhibits if each.at not in places),
        loose=tuple((None, each) for each in workspace.shared_exhibits if each.source.value not in known),
    )


def look_up_source(workspace: Workspace, exhibit: Exhibit, article: str | None) -> tuple[Citation, ...]:
    """What would become of everything cited from a source if this were its pinned copy."""
    dossiers = (d for d in workspace.dossiers if article in (None, d.id))
    pinned = replace(
        workspace,
        dossiers=tuple(replace(dossier, exhibits=(exhibit,)) for dossier in dossiers),
        shared_exhibits=(exhibit,) if article is None else (),
    )
    return look_up_all(pinned).citations


def _of_facts(dossier: Dossier) -> Iterator[Citation]:
    for fact in dossier.facts if dossier.exhibits else ():
        for entry in fact.evidence:
            excerpt = entry.excerpt.text if entry.excerpt is not None and not entry.translated_from else ""
            yield from _citation(
                dossier.exhibit(entry.source.value),
                entry.excerpt.at if entry.excerpt is not None else entry.at,
                excerpt,
                entry.locator,
                fact.label,
                dossier.id,
            )


def _of_entities(
    entities: tuple[Entity, ...], exhibits: tuple[Exhibit, ...], article: str | None
) -> Iterator[Citation]:
    pinned = {exhibit.source.value: exhibit for exhibit in reversed(exhibits)}
    for entity in entities if pinned else ():
        entries: list[EventEvidence | OfficeEvidence] = [*entity.evidence] if isinstance(entity, Event) else []
        offices = entity.offices if isinstance(entity, Person) else ()
        entries += [entry for office in offices for entry in office.evidence]
        for entry in entries:
            exhibit = pinned.get(entry.source.value)
            yield from _citation(exhibit, entry.at, entry.excerpt, entry.locator, None, article)


def _citation(
    exhibit: Exhibit | None, at: Location, excerpt: str, locator: str, fact: str | None, article: str | None
) -> Iterator[Citation]:
    if exhibit is None:
        return
    found, spots = _look_up(exhibit, excerpt, locator)
    yield Citation(
        source=exhibit.source.value,
        at=at,
        excerpt=excerpt,
        locator=locator,
        exhibit=exhibit,
        standing=found,
        spots=spots,
        unsealed=bool(excerpt) and exhibit.sealed and not _sealed_with(exhibit, excerpt),
        fact=fact,
        article=article,
    )


def _look_up(exhibit: Exhibit, excerpt: str, locator: str) -> tuple[Standing, tuple[Spot, ...]]:
    failing = by_state(exhibit)
    if failing is not None:
        return failing, ()
    if not excerpt:
        return Standing.NO_EXCERPT, ()
    if exhibit.state is State.SEALED:
        return (Standing.SEALED if _sealed_with(exhibit, excerpt) else Standing.COULD_NOT_LOOK), ()
    spots = find_excerpt(excerpt, exhibit.text)
    if len(spots) > 1:
        pages = _pages(locator)
        on_page = tuple(spot for spot in spots if spot.page in pages)
        spots = on_page if len(on_page) == 1 else spots
    return (Standing.GONE if not spots else Standing.STANDS if len(spots) == 1 else Standing.AMBIGUOUS), spots


def _sealed_with(exhibit: Exhibit, excerpt: str) -> bool:
    """Typography may have changed since; the words may not."""
    data = sealed_words(excerpt)
    return any(seal.fits(data) for seal in exhibit.sealed_excerpts)


def sealed_words(excerpt: str) -> bytes:
    """What is sealed of an excerpt: its words, folded."""
    return plain(excerpt).encode("utf-8")


def _pages(locator: str) -> range:
    """The pages a locator names: `page 3`, `pp. 3-4`. They only choose among several places."""
    found = _PAGES.search(locator)
    if found is None:
        return range(0)
    first = int(found[1])
    return range(first, int(found[2] or first) + 1)


def by_state(exhibit: Exhibit) -> Standing | None:
    """What the state of a copy says of everything cited from it; None where it can be looked into."""
    return _BY_STATE.get(exhibit.state)


_BY_STATE = {State.CHANGED: Standing.CHANGED, State.UNREADABLE: Standing.COULD_NOT_LOOK}
