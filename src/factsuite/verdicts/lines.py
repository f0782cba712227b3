"""Lines of evidence: sources that derive from one another are one, however many copies there are."""

from collections.abc import Iterable

from msgspec.structs import replace

from factsuite.model.articles import Article
from factsuite.model.lines_policy import LinesPolicy
from factsuite.model.registry import Registry
from factsuite.values.relation import COMPATIBLE, CONTRADICTS, ENTAILS, Relation
from factsuite.verdicts.entries import JudgedEntry, Origin
from factsuite.verdicts.line import Line
from factsuite.verdicts.order_lines import pair_dates

_DEFAULT = LinesPolicy()
_SPEAKS_FIRST = (CONTRADICTS, ENTAILS, COMPATIBLE)


def origins(source: str, registry: Registry) -> tuple[frozenset[str], int]:
    """The texts a source goes back to, and how many steps away the nearest is.

    A circle of derivation goes back to its first member by id.
    """
    known = registry.origins.get(source)
    if known is None:
        known = registry.origins[source] = _traced(source, registry)
    return known


def _traced(source: str, registry: Registry) -> tuple[frozenset[str], int]:
    first = registry.sources.get(source)
    if first is None or not first.derives_from:
        return frozenset({source}), 0
    roots: set[str] = set()
    steps = 0
    seen = {source}
    level = [source]
    nearest: int | None = None
    while level:
        parents: list[str] = []
        for id in level:
            known = registry.sources.get(id)
            derived = [d.parent.value for d in known.derives_from] if known is not None else []
            if not derived:
                roots.add(id)
                nearest = steps if nearest is None else nearest
            parents += [parent for parent in derived if parent not in seen]
            seen.update(derived)
        level = parents
        steps += 1
    return (frozenset(roots), nearest or 0) if roots else (frozenset({min(seen)}), 0)


def fold_lines(
    entries: Iterable[JudgedEntry],
    registry: Registry,
    article: Article | None,
    policy: LinesPolicy = _DEFAULT,
) -> tuple[Line, ...]:
    """Fold entries, all of which bear and count, into lines, in order of first appearance."""
    derived = registry.derived
    is_half = False  # whether an entry gives the date of one event only: such alone are paired
    groups: dict[str, list[tuple[int, JudgedEntry]]] = {}
    late: list[tuple[frozenset[str], int, JudgedEntry]] = []
    for entry in entries:
        if entry.dates_only:
            is_half = True
        id, steps = entry.source, 0
        if id in derived:
            roots, steps = _origins(entry, registry)
            if len(roots) > 1 or registry.sources[id].unknown_derivation:
                late.append((roots, steps, entry))
                continue
            (id,) = roots
        if id in groups:
            groups[id].append((steps, entry))
        else:
            groups[id] = [(steps, entry)]
    for roots, steps, entry in late:
        groups.setdefault(_join(roots, entry, groups, registry), []).append((steps, entry))
    parents = _parent_roots(registry, article) if article is not None and article.derives_from else ()
    lines = []
    for id, members in groups.items():
        folded = (members[0][1],) if len(members) == 1 else _nearest_first(members)
        lines.append(Line(id=id, entries=folded, relation=folded[0].relation, is_parent=id in parents))
    if policy.same_owner:
        lines = _by_owner(lines, registry)
    if is_half:
        lines = pair_dates(lines)
    return tuple(lines if policy.unnamed_counts else [_named(line) for line in lines])


def _origins(entry: JudgedEntry, registry: Registry) -> tuple[frozenset[str], int]:
    if entry.origin is Origin.ARITHMETIC:
        return frozenset({entry.source}), 0
    return origins(entry.source, registry)


def _unknown(entry: JudgedEntry, registry: Registry) -> bool:
    source = registry.sources.get(entry.source)
    return source is not None and source.unknown_derivation


def _join(
    roots: frozenset[str],
    entry: JudgedEntry,
    groups: dict[str, list[tuple[int, JudgedEntry]]],
    registry: Registry,
) -> str:
    """The line that a source of several or unknown origins belongs to: one it shares, else its own.

    An unknown derivation adds no line beside another that says the same, and hides none that says otherwise.
    """
    shared = sorted(roots & set(groups))
    if shared:
        return shared[0]
    if _unknown(entry, registry):
        for id in sorted(groups):
            if min(groups[id], key=_nearness)[1].relation is entry.relation:
                return id
    return min(roots)


def _nearest_first(members: list[tuple[int, JudgedEntry]]) -> tuple[JudgedEntry, ...]:
    return tuple([entry for _, entry in sorted(members, key=_nearness)])


def _nearness(member: tuple[int, JudgedEntry]) -> tuple[int, int]:
    steps, entry = member
    return steps, _SPEAKS_FIRST.index(entry.relation)


def _parent_roots(registry: Registry, article: Article) -> frozenset[str]:
    return frozenset(root for parent in article.derives_from for root in origins(parent.parent.value, registry)[0])


def _by_owner(lines: list[Line], registry: Registry) -> list[Line]:
    """Lines of one owner that say the same, made one; one that says otherwise is never hidden."""
    merged: dict[tuple[str, str, Relation], Line] = {}
    for line in lines:
        source = registry.sources.get(line.id)
        owner = source.owner if source is not None else ""
        key = (owner.casefold(), "" if owner else line.id, line.relation)
        first = merged.get(key)
        merged[key] = line if first is None else _of_one_owner(first, line, owner)
    return [*merged.values()]


def _of_one_owner(first: Line, second: Line, owner: str) -> Line:
    both = (*first.entries, *second.entries)
    return replace(first, entries=both, owner=owner, is_parent=first.is_parent and second.is_parent)


def _named(line: Line) -> Line:
    return replace(line, discount="it relies on unnamed people alone") if line.unnamed and line.counts else line
