"""People, organisations and places: what lies within what."""

from collections.abc import Callable, Sequence

from factsuite.model.registry import Registry
from factsuite.values.relation import COMPATIBLE, CONTRADICTS, ENTAILS, INCOMPARABLE, Relation

_BEST = (ENTAILS, COMPATIBLE, CONTRADICTS, INCOMPARABLE)


def compare_parties(reported: str, asserted: str, registry: Registry) -> Relation:
    """John Kirby speaks within the White House, so *Kirby said* entails *the White House said*.

    The other way round the article says more than the source; other parties contradict. An id that leads nowhere,
    or to a defective entry, compares with nothing.
    """
    if reported == asserted or asserted in registry.containers(reported):
        return ENTAILS
    if reported in registry.containers(asserted):
        return COMPATIBLE
    known = reported in registry.entities and asserted in registry.entities
    return CONTRADICTS if known else INCOMPARABLE


def compare_places(reported: str, asserted: str, registry: Registry) -> Relation:
    """Rome lies within Italy; places on different branches contradict unless `near` or `overlaps` says otherwise."""
    relation = compare_parties(reported, asserted, registry)
    if relation is not CONTRADICTS:
        return relation
    mine, theirs = registry.containers(asserted), registry.containers(reported)
    if _touch(theirs, asserted, registry) or _touch(mine, reported, registry):
        return COMPATIBLE
    return CONTRADICTS


def _touch(branch: frozenset[str], other: str, registry: Registry) -> bool:
    """Whether any place of a branch is declared near, or overlapping, the other one or what it lies within."""
    around = registry.containers(other)
    for id in sorted(branch):
        place = registry.place(id)
        if place is not None and any(ref.value in around for ref in (*place.near, *place.overlaps)):
            return True
    return False


def compare_lists(
    reported: Sequence[str],
    asserted: Sequence[str],
    compare: Callable[[str, str, Registry], Relation],
    registry: Registry,
) -> Relation:
    """A list asserts all of it: a source that reports a part of it is silent about the rest."""
    if len(reported) == len(asserted) == 1:
        return compare(reported[0], asserted[0], registry)
    best = [min((compare(r, a, registry) for r in reported), key=_BEST.index) for a in asserted]
    if all(relation is ENTAILS for relation in best):
        return ENTAILS
    if all(relation is CONTRADICTS for relation in best):
        return CONTRADICTS
    if all(relation is INCOMPARABLE for relation in best):
        return INCOMPARABLE
    return COMPATIBLE
