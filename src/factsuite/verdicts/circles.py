"""Circles of derivation: sources that are said to come from one another."""

from collections.abc import Iterable

from msgspec import Struct

from factsuite.model.registry import Registry
from factsuite.model.sources import Source


class SourceList(Struct, frozen=True):
    """The sources of one article, or those that articles share, with everything they may refer to."""

    sources: tuple[Source, ...]
    registry: Registry


def derivation_circles(sources: Iterable[Source], registry: Registry) -> tuple[tuple[Source, ...], ...]:
    """Every circle, once, beginning with its member that comes first in the file."""
    circles: list[tuple[Source, ...]] = []
    covered: set[str] = set()
    for source in sources:
        circle = _circle_from(source, registry)
        if circle and source.id not in covered:
            circles.append(circle)
            covered.update(member.id for member in circle)
    return tuple(circles)


def _circle_from(start: Source, registry: Registry) -> tuple[Source, ...]:
    """The shortest way from a source back to itself, by breadth."""
    came_from: dict[str, Source] = {}
    level = [start]
    while level:
        following: list[Source] = []
        for source in level:
            for derivation in source.derives_from:
                id = derivation.parent.value
                if id == start.id:
                    return _way(start, source, came_from)
                parent = registry.sources.get(id)
                if parent is not None and id not in came_from:
                    came_from[id] = source
                    following.append(parent)
        level = following
    return ()


def _way(start: Source, last: Source, came_from: dict[str, Source]) -> tuple[Source, ...]:
    way = [last]
    while way[-1].id != start.id:
        way.append(came_from[way[-1].id])
    return tuple(reversed(way))
