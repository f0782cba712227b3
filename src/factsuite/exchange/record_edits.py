"""The smallest edits that make a value in a YAML text say another one: what is the same on both sides is not touched.

Where a value cannot be edited it is written anew, it alone; the fields and entries around it stay as they are.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from factsuite.anchoring.splicing import (
    Splice,
    after_colon,
    dash_of,
    ends,
    is_left_out,
    line_end,
    newline,
    rendered,
    without_lines,
)
from factsuite.exchange.yaml_text import entry_lines, field_lines, flow, ordered
from factsuite.load.positioned import Map, Seq
from factsuite.load.positioned import Node as Value


class Anew(Exception):
    """The value is better written anew than edited."""


class RecordEditor(Struct, frozen=True, kw_only=True):
    """Edits of one text. `order` is the order of a record's fields, `entry_order` that of an entry in its lists."""

    text: str
    order: Sequence[str]
    entry_order: Sequence[str] = ()

    @property
    def line(self) -> str:
        """How the lines of the text end."""
        return newline(self.text)

    def edits(self, node: Node, record: Map) -> list[Splice]:
        """What must change in a record of the list; written as a whole where that cannot be told."""
        try:
            return self._value(node, record, self.order)
        except Anew:
            return [self.anew(node, record)]

    def anew(self, node: Node, record: Map) -> Splice:
        """A record of the list written as a whole."""
        return self._item_anew(node, record, self.order)

    def lines(self, record: Map, indent: int) -> str:
        """A new record of the list, its dash after `indent` spaces."""
        return self.line.join(entry_lines(record, indent, self.order, self.entry_order))

    def _value(self, node: Node, value: Value, order: Sequence[str] = ()) -> list[Splice]:
        if isinstance(node, ScalarNode) and isinstance(value, str):
            return self._scalar(node, str(value))
        if isinstance(node, MappingNode) and isinstance(value, Map):
            return self._flow_fields(node, value) if node.flow_style else self._fields(node, value, order)
        if isinstance(node, SequenceNode) and isinstance(value, Seq):
            return self.items(node, value)
        if isinstance(node, ScalarNode) or getattr(node, "flow_style", False):
            return [self._over(node, flow(value))]
        raise Anew

    def _scalar(self, node: ScalarNode, value: str) -> list[Splice]:
        if node.value == value:
            return []
        return [self._over(node, rendered(self.text, node, value))]

    def _over(self, node: Node, new: str) -> Splice:
        return Splice(node.start_mark.index, ends(self.text, node), new)

    def _fields(self, node: MappingNode, value: Map, order: Sequence[str]) -> list[Splice]:
        kept = [(key, below) for key, below in node.value if key.value in value]
        if not kept:
            raise Anew
        splices = self._without_fields(node, value)
        for key, below in kept:
            try:
                splices += self._left_out(key, below, value[key.value]) or self._value(below, value[key.value])
            except Anew:
                lines = field_lines(key.value, value[key.value], key.start_mark.column, self.entry_order)
                new = self.line.join(lines).lstrip(" ")
                splices.append(Splice(key.start_mark.index, self._stop(key, below), new))
        there = {key.value for key, _ in node.value}
        new_names = [name for name in value if name not in there]
        for name in sorted(new_names, key=lambda each: _rank(each, order)):
            before = [pair for pair in kept if _rank(pair[0].value, order, -1) < _rank(name, order)]
            at = line_end(self.text, self._stop(*(before or kept)[-1]))
            lines = field_lines(name, value[name], kept[0][0].start_mark.column, self.entry_order)
            splices.append(Splice(at, at, self.line + self.line.join(lines)))
        return splices

    def _left_out(self, key: Node, below: Node, value: Value) -> list[Splice]:
        """A value for a field that had none."""
        if not is_left_out(below) or not value:
            return []
        if not isinstance(value, str):
            raise Anew
        at = after_colon(self.text, key)
        return [Splice(at, at, " " + flow(value))]

    def _stop(self, key: Node, below: Node) -> int:
        """Where a field ends."""
        return after_colon(self.text, key) if is_left_out(below) else ends(self.text, below)

    def _without_fields(self, node: MappingNode, value: Map) -> list[Splice]:
        """The lines of the fields that go; the first of a record shares its line with the dash."""
        splices = []
        for (key, below), (following, _) in zip(node.value, [*node.value[1:], (None, None)], strict=True):
            if key.value in value:
                continue
            start, end = key.start_mark.index, line_end(self.text, self._stop(key, below))
            line_start = self.text.rfind("\n", 0, start) + 1
            if not self.text[line_start:start].strip():
                splices.append(without_lines(self.text, start, end))
            elif following is not None and not self.text[end : following.start_mark.index].strip():
                if following.value not in value:  # two go in a row
                    raise Anew
                splices.append(Splice(start, following.start_mark.index, ""))
            else:  # a comment stands between: the dash is left on a line of its own
                splices.append(Splice(start, end, ""))
        return splices

    def _flow_fields(self, node: MappingNode, value: Map) -> list[Splice]:
        kept = [key.value in value for key, _ in node.value]
        if not any(kept):
            return [self._over(node, flow(value))]
        starts = [key.start_mark.index for key, _ in node.value]
        splices = self._without_flow(starts, [ends(self.text, below) for _, below in node.value], kept)
        for key, below in node.value:
            if key.value in value:
                splices += self._value(below, value[key.value])
        there = {key.value for key, _ in node.value}
        at = ends(self.text, node.value[-1][1])
        new = "".join(f", {name}: {flow(value[name])}" for name in value if name not in there)
        return [*splices, Splice(at, at, new)] if new else splices

    def _without_flow(self, starts: list[int], stops: list[int], kept: list[bool]) -> list[Splice]:
        """What goes from between braces or brackets, each with the comma that parts it from what stays."""
        first = kept.index(True)
        splices = [Splice(starts[0], starts[first], "")] if first else []
        gone = (place for place in range(first, len(kept)) if not kept[place])
        return splices + [Splice(stops[place - 1], stops[place], "") for place in gone]

    def items(self, node: SequenceNode, value: Seq) -> list[Splice]:
        """What must change in a list. Raises Anew where that cannot be told."""
        if not node.value or not value:
            if bool(node.value) == bool(value):
                return []
            if not node.flow_style:
                raise Anew
            return [self._over(node, flow(value))]
        partners, added = paired([_name(item) for item in node.value], [_name_of(each) for each in value])
        if not any(partner is not None for partner in partners):
            if not node.flow_style:
                raise Anew
            return [self._over(node, flow(value))]
        splices = self._without_items(node, [partner is not None for partner in partners])
        for item, partner in zip(node.value, partners, strict=True):
            if partner is not None:
                splices += self._item(item, value[partner])
        for place, news in added.items():
            splices.append(self._new_items(node, partners, place, [value[each] for each in news]))
        return splices

    def _item(self, item: Node, value: Value) -> list[Splice]:
        try:
            return self._value(item, value, self.entry_order)
        except Anew:
            return [self._item_anew(item, value, self.entry_order)]

    def _item_anew(self, item: Node, value: Value, order: Sequence[str]) -> Splice:
        if not isinstance(value, Map):
            return self._over(item, flow(value))
        column = item.start_mark.column
        new = self.line.join(line for name in ordered(value, order) for line in self._field(name, value, column))
        return Splice(item.start_mark.index, ends(self.text, item), new.lstrip(" "))

    def _field(self, name: str, value: Map, column: int) -> Iterator[str]:
        return field_lines(name, value[name], column, self.entry_order)

    def _without_items(self, node: SequenceNode, kept: list[bool]) -> list[Splice]:
        if node.flow_style:
            starts = [item.start_mark.index for item in node.value]
            return self._without_flow(starts, [ends(self.text, item) for item in node.value], kept)
        return [without_item(self.text, item) for item, stays in zip(node.value, kept, strict=True) if not stays]

    def _new_items(self, node: SequenceNode, partners: list[int | None], place: int, values: Sequence[Value]) -> Splice:
        """New items after the one at `place`, or after the next before it that stays; before the first of all."""
        after = next((n for n in range(place, -1, -1) if partners[n] is not None), None)
        first = node.value[0]
        if node.flow_style:
            if after is None:
                start = first.start_mark.index
                return Splice(start, start, "".join(flow(value) + ", " for value in values))
            at = ends(self.text, node.value[after])
            return Splice(at, at, "".join(", " + flow(value) for value in values))
        dash = dash_of(self.text, first)
        if dash is None:
            raise Anew
        start = self.text.rfind("\n", 0, dash) + 1
        new = [self._item_lines(value, dash - start) for value in values]
        if after is None:
            return Splice(start, start, "".join(lines + self.line for lines in new))
        at = line_end(self.text, ends(self.text, node.value[after]))
        return Splice(at, at, "".join(self.line + lines for lines in new))

    def _item_lines(self, value: Value, indent: int) -> str:
        if isinstance(value, Map):
            return self.line.join(entry_lines(value, indent, self.entry_order))
        return " " * indent + "- " + flow(value)


def without_item(text: str, item: Node) -> Splice:
    """The lines of an item of a block list. Raises Anew where it shares them with another."""
    dash = dash_of(text, item)
    if dash is None:
        raise Anew
    return without_lines(text, dash, ends(text, item))


def paired(old: Sequence[str], new: Sequence[str]) -> tuple[list[int | None], dict[int, list[int]]]:
    """For each old item the place of the new one it becomes; and the places of added ones, by the old one before."""
    partners: list[int | None] = [None] * len(old)
    added: dict[int, list[int]] = {}
    for _, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        both = min(b - a, d - c)
        for step in range(both):
            partners[a + step] = c + step
        if d - c > both:
            added[a + both - 1] = list(range(c + both, d))
    return partners, added


def _rank(name: str, order: Sequence[str], unknown: int | None = None) -> int:
    return order.index(name) if name in order else len(order) if unknown is None else unknown


def _name(item: Node) -> str:
    """What an item is known by: its text, its id, or its source."""
    if isinstance(item, MappingNode):
        return next((str(below.value) for key, below in item.value if key.value in ("id", "source")), "")
    return str(item.value) if isinstance(item, ScalarNode) else ""


def _name_of(value: Value) -> str:
    if isinstance(value, Map):
        return str(value.get("id", value.get("source", "")))
    return str(value) if isinstance(value, str) else ""
