"""The article under check among its own sources: a text that comes from it can say nothing for it."""

from factsuite.model.articles import Article
from factsuite.model.registry import Registry, same_page


def own_pages(article: Article | None, registry: Registry) -> frozenset[str]:
    """The sources that are the article: the one its `source_id` names, and those seen at its address."""
    if article is None:
        return frozenset()
    named = (article.source_id.value,) if article.source_id is not None else ()
    return frozenset((*named, *(registry.pages.get(same_page(article.url), ()) if article.url else ())))


def way_to_article(source: str, pages: frozenset[str], registry: Registry) -> tuple[str, ...]:
    """The shortest chain of derivation from a source to the article, both ends included; empty if there is none."""
    if not pages:
        return ()
    came_from: dict[str, str] = {source: ""}
    level = [source]
    while level:
        following: list[str] = []
        for id in level:
            if id in pages:
                return _way(id, came_from)
            known = registry.sources.get(id)
            for derivation in known.derives_from if known is not None else ():
                parent = derivation.parent.value
                if parent not in came_from:
                    came_from[parent] = id
                    following.append(parent)
        level = following
    return ()


def _way(last: str, came_from: dict[str, str]) -> tuple[str, ...]:
    way = [last]
    while came_from[way[-1]]:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))
