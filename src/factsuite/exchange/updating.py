"""A YAML file brought to say what its records shall say: only the letters that must change are changed.

Comments, order and layout stay. Where an edit cannot be spliced in, that record is written anew, and what the result
says is read again, all of it, before anything is kept.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import PurePosixPath

from msgspec import Struct
from ruamel.yaml.nodes import Node, SequenceNode

from factsuite.anchoring.splicing import Overlapping, Splice, dash_of, ends, line_end, newline, section_of, spliced
from factsuite.exchange.record_edits import Anew, RecordEditor, without_item
from factsuite.exchange.yaml_text import flow
from factsuite.load.errors import FactsuiteError
from factsuite.load.positioned import Map, Seq
from factsuite.load.yaml_tree import read_yaml


class Layout(Struct, frozen=True, kw_only=True):
    """How the records of a file are written."""

    section: str
    order: Sequence[str]
    entry_order: Sequence[str] = ()


def updated(text: str, path: PurePosixPath, records: Sequence[Map], layout: Layout) -> str:
    """The file with these records in its list. Raises FactsuiteError where it cannot be made to say exactly this."""
    root = _root(text, path)
    there = root.get(layout.section) if root is not None else None
    if root is None or not isinstance(there, Seq):
        raise FactsuiteError(f"{path}: the file must be mended first", hint="factsuite check says what is wrong")
    if [*there] == [*records]:
        return text
    wanted = Map(root)
    wanted[layout.section] = Seq(records)
    rewriting = _Rewriting(text, path, root, _by_id(there, path), layout)
    for careful in (False, True):
        with suppress(Overlapping):
            result = rewriting.result(records, careful)
            if _root(result, path) == wanted:
                return result
    hint = "make the changes by hand; --dry-run lists them"
    raise FactsuiteError(f"{path}: the changes could not be written safely", hint=hint)


def _root(text: str, path: PurePosixPath) -> Map | None:
    node, problems = read_yaml(text, path)
    return node if isinstance(node, Map) and not problems else None


def _by_id(there: Seq, path: PurePosixPath) -> dict[str, Map]:
    """The records by their ids, which must differ: else nobody knows which one a row of a table means."""
    found: dict[str, Map] = {}
    for record in there:
        if not isinstance(record, Map):
            raise FactsuiteError(f"{path}: an entry of the list has no fields", hint="factsuite check shows it")
        name = str(record.get("id"))
        if name in found:
            hint = "give one of them another id first"
            raise FactsuiteError(f"{path}:{record.line}:{record.column}: `{name}` is there twice", hint=hint)
        found[name] = record
    return found


class _Rewriting:
    """One text, what it says, and where."""

    def __init__(self, text: str, path: PurePosixPath, root: Map, there: dict[str, Map], layout: Layout) -> None:
        self.text, self.path, self.root, self.there, self.layout = text, path, root, there, layout
        self.line = newline(text)
        self.editor = RecordEditor(text=text, order=layout.order, entry_order=layout.entry_order)
        section = section_of(text, layout.section)
        if not isinstance(section, SequenceNode):
            raise FactsuiteError(f"{path}: the file cannot be edited", hint="make the changes by hand")
        self.section = section
        self.nodes = dict(zip(there, section.value, strict=True))

    def result(self, records: Sequence[Map], careful: bool) -> str:
        """The text with every record as asked; with care, each is tried alone, and written anew if it fails."""
        if not self.nodes or not records:
            return self._list_anew(records)
        if self.section.flow_style:
            return self._flow_list(records, careful)
        wanted = {str(record.get("id")) for record in records}
        try:
            splices = [without_item(self.text, node) for name, node in self.nodes.items() if name not in wanted]
        except Anew:
            return self._list_anew(records)
        last: Node | None = None
        waiting: list[Map] = []
        for record in records:
            name = str(record.get("id"))
            if name not in self.nodes:
                waiting.append(record)
                continue
            splices += self._added(last, waiting)
            waiting, last = [], self.nodes[name]
            splices += self._changes(name, record, careful)
        return spliced(self.text, [*splices, *self._added(last, waiting)])

    def _changes(self, name: str, record: Map, careful: bool) -> list[Splice]:
        if self.there[name] == record:
            return []
        edits = self.editor.edits(self.nodes[name], record)
        return edits if not careful or self._says(edits, name, record) else [self.editor.anew(self.nodes[name], record)]

    def _says(self, edits: list[Splice], name: str, record: Map) -> bool:
        """Whether the text says just this with these edits and no others."""
        wanted = Map(self.root)
        wanted[self.layout.section] = Seq(record if each == name else old for each, old in self.there.items())
        with suppress(Overlapping):
            return _root(spliced(self.text, edits), self.path) == wanted
        return False

    def _added(self, after: Node | None, records: Sequence[Map]) -> list[Splice]:
        """New records below one that is there, or before the first."""
        if not records:
            return []
        first = next(iter(self.nodes.values()))
        dash = dash_of(self.text, first)
        start = self.text.rfind("\n", 0, first.start_mark.index if dash is None else dash) + 1
        between = self.line * (2 if self._is_spaced() else 1)
        texts = [self.editor.lines(each, 0 if dash is None else dash - start) for each in records]
        if after is None:
            return [Splice(start, start, "".join(text + between for text in texts))]
        at = line_end(self.text, ends(self.text, after))
        return [Splice(at, at, "".join(between + text for text in texts))]

    def _is_spaced(self) -> bool:
        """Whether blank lines part the records."""
        if len(self.nodes) < 2:
            return True
        first, second = list(self.nodes.values())[:2]
        between = self.text[ends(self.text, first) : second.start_mark.index]
        return any(not line.strip() for line in between.splitlines()[1:])

    def _flow_list(self, records: Sequence[Map], careful: bool) -> str:
        """A list that stands in brackets; with care, it is written anew."""
        if not careful:
            return spliced(self.text, self.editor.items(self.section, Seq(records)))
        start, end = self.section.start_mark.index, self.section.end_mark.index
        return spliced(self.text, [Splice(start, end, flow(Seq(records)))])

    def _list_anew(self, records: Sequence[Map]) -> str:
        """The list of a file that has none yet, or that is to have none."""
        start = self.text.rfind(":", 0, self.section.start_mark.index) + 1
        if not records:
            last = ends(self.text, self.section)
            return self.text[:start] + " []" + self.text[line_end(self.text, last) :]
        end = self.section.end_mark.index if self.section.flow_style else ends(self.text, self.section)
        rest = self.text[line_end(self.text, end) :] or self.line
        head = self.text[:start] + self.text[end : line_end(self.text, end)].rstrip()
        return head + self.line + (self.line * 2).join(self.editor.lines(each, 2) for each in records) + rest
