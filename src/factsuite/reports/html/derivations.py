"""Where the sources come from: texts made from other texts, folded into lines of evidence."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from factsuite.model.sources import Source
from factsuite.reports.html.shapes import Picture, Shape, clipped, disc, path, words
from factsuite.reports.html.shown_text import Ids
from factsuite.reports.markdown_text import plural
from factsuite.rules.results import ArticleResult

MOST_SOURCES = 250
"""Sources that are drawn; how many are left out is said beside the picture."""
_WIDTH, _TOP, _ROW, _STEP = 620, 14, 20, 34
_LONG = 24
"""Sources from which on the trees are drawn in two pictures, which stand side by side where there is room."""


class Derived(Struct, frozen=True, kw_only=True):
    """The pictures, and what stands in no tree."""

    pictures: tuple[Picture, ...]
    alone: tuple[str, ...]
    """Sources that are a line of their own, with how often they are cited."""
    left_out: int


class _Node(Struct, frozen=True, kw_only=True):
    source: Source
    depth: int
    parent: int | None
    """The row it hangs on."""
    likely: bool
    also: tuple[str, ...]
    """Further texts it is made from."""


def derivations_picture(result: ArticleResult, ids: Ids) -> Derived | None:
    """The sources that the facts of an article cite, with all they go back to; None where nothing is cited."""
    registry = result.dossier.registry
    judged = [fact.judgement for fact in result.facts if fact.judgement is not None]
    cited = Counter(id for each in judged for id in {entry.source for entry in each.entries})
    known = _with_parents([id for id in sorted(cited) if id in registry.sources], registry.sources)
    if not known:
        return None
    children: dict[str, list[Source]] = {}
    for id in known:
        source = registry.sources[id]
        parents = [each.parent.value for each in source.derives_from if each.parent.value in known]
        if parents:
            children.setdefault(parents[0], []).append(source)
    hanging = {source.id for below in children.values() for source in below}
    roots = [id for id in known if id not in hanging]
    nodes: list[_Node] = []
    drawn: set[str] = set()
    for id in (*roots, *known):  # what derives from itself has no root: a circle is drawn from its first member
        if id in children and id not in drawn:
            _grow(registry.sources[id], children, nodes, drawn)
    shown = nodes[:MOST_SOURCES]
    alone = tuple(f"{root} ({plural(cited[root], 'fact')})" for root in roots if root not in children)
    pictures = tuple(_picture(part, cited, ids) for part in _halves(shown))
    return Derived(pictures=pictures, alone=alone, left_out=len(nodes) - len(shown))


def _halves(nodes: Sequence[_Node]) -> list[list[_Node]]:
    """The trees whole, cut where the two halves are the least unequal; short ones stay together."""
    roots = [row for row, node in enumerate(nodes) if node.parent is None]
    cut = min(roots, key=lambda row: abs(2 * row - len(nodes)), default=0)
    if len(nodes) < _LONG or cut == 0:
        return [list(nodes)] if nodes else []
    moved = [replace(node, parent=None if node.parent is None else node.parent - cut) for node in nodes[cut:]]
    return [list(nodes[:cut]), moved]


def _with_parents(ids: Sequence[str], sources: Mapping[str, Source]) -> list[str]:
    """Some sources and whatever they were made from, sorted."""
    found: set[str] = set()
    waiting = list(ids)
    while waiting:
        id = waiting.pop()
        if id not in found and id in sources:
            found.add(id)
            waiting += [each.parent.value for each in sources[id].derives_from]
    return sorted(found)


def _grow(root: Source, children: Mapping[str, Sequence[Source]], nodes: list[_Node], drawn: set[str]) -> None:
    """A root and all below it that is not drawn yet, each under what it was made from."""
    waiting: list[tuple[Source, int, int | None]] = [(root, 0, None)]
    while waiting:
        source, depth, parent = waiting.pop()
        if source.id in drawn:
            continue
        drawn.add(source.id)
        derived = source.derives_from
        also = tuple(each.parent.value for each in derived[1:])
        row = len(nodes)
        likely = bool(derived) and derived[0].likely
        nodes.append(_Node(source=source, depth=depth, parent=parent, likely=likely, also=also))
        waiting += [(child, depth + 1, row) for child in reversed(children.get(source.id, ()))]


def _picture(nodes: Sequence[_Node], cited: Mapping[str, int], ids: Ids) -> Picture:
    lines = sum(node.depth == 0 for node in nodes)
    told = "; ".join(
        f"{node.source.id} {'likely ' if node.likely else ''}from {nodes[node.parent].source.id}"
        for node in nodes
        if node.parent is not None
    )
    return Picture(
        id=ids.new("derivations", "sources"),
        title="Which sources were made from which",
        description=f"{plural(len(nodes), 'source')} in {plural(lines, 'line')}: {told}.",
        width=_WIDTH,
        height=_TOP + _ROW * len(nodes) + 4,
        shapes=tuple(_drawn(nodes, cited)),
    )


def _drawn(nodes: Sequence[_Node], cited: Mapping[str, int]) -> Iterator[Shape]:
    for row, node in enumerate(nodes):
        x, y = 8 + node.depth * _STEP, _TOP + row * _ROW
        if node.parent is not None:
            above = 8 + nodes[node.parent].depth * _STEP, _TOP + node.parent * _ROW + 5
            name = "edge likely" if node.likely else "edge"
            yield path((above, (above[0], y), (x - 6, y)), name)
        yield disc(x, y, 5, "ring node" if node.source.unseen else "fill node")
        label = clipped(_label(node, cited), 90 - node.depth * 5)
        yield words(x + 12, y + 4, label, "strong" if node.parent is None else "")


def _label(node: _Node, cited: Mapping[str, int]) -> str:
    source = node.source
    parts = [plural(cited.get(source.id, 0), "fact")] if cited.get(source.id) else []
    parts += ["not seen"] if source.unseen else []
    parts += ["likely"] if node.likely else []
    parts += [f"also from {', '.join(node.also)}"] if node.also else []
    told = f" ({'; '.join(parts)})" if parts else ""
    return f"{source.id}, {source.publisher}{told}"
