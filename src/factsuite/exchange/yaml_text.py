"""Records as YAML the way a person writes it: fields below each other, short groups in braces on one line."""

from collections.abc import Iterator, Sequence

from factsuite.anchoring.scalars import scalar
from factsuite.load.positioned import Map, Node, Seq

WIDTH = 120
"""The longest line on which a group of fields stands in braces."""


def flow(node: Node) -> str:
    """A value on one line: `{exact: at least 3,000}`, `[a, b]`."""
    if isinstance(node, Map):
        return "{" + ", ".join(f"{key}: {flow(value)}" for key, value in node.items()) + "}"
    if isinstance(node, Seq):
        return "[" + ", ".join(flow(value) for value in node) + "]"
    return scalar(str(node))


def entry_lines(record: Map, indent: int, order: Sequence[str], entry_order: Sequence[str] = ()) -> list[str]:
    """A record as an item of a list, its dash after `indent` spaces; `entry_order` is for the lists in it."""
    lines = [line for key in ordered(record, order) for line in field_lines(key, record[key], indent + 2, entry_order)]
    return [" " * indent + "- " + lines[0].lstrip(" "), *lines[1:]]


def ordered(record: Map, order: Sequence[str]) -> list[str]:
    """The names of a record's fields, those of `order` first."""
    return sorted(record, key=lambda name: order.index(name) if name in order else len(order))


def field_lines(key: str, value: Node, indent: int, entry_order: Sequence[str] = ()) -> Iterator[str]:
    """A field of a block, its name after `indent` spaces."""
    margin = " " * indent
    one_line = f"{margin}{key}: {flow(value)}"
    if isinstance(value, Seq) and value and all(isinstance(item, Map) for item in value) and entry_order:
        yield f"{margin}{key}:"
        for item in value:
            if isinstance(item, Map):
                yield from entry_lines(item, indent + 2, entry_order)
    elif isinstance(value, Map) and value and len(one_line) > WIDTH:
        yield f"{margin}{key}:"
        for name in value:
            yield f"{margin}  {name}: {flow(value[name])}"
    else:
        yield one_line
