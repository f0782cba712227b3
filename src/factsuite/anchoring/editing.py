"""Anchors written into a facts.yaml: nothing but their own letters changes.

A round trip through ruamel.yaml keeps comments, but not every line width, indentation or flow mapping, and no CRLF.
So its parse is used for the places of the values, the new ones are spliced in there, and the result is read again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from factsuite.anchoring.scalars import scalar
from factsuite.load.errors import FactsuiteError
from factsuite.load.locations import Location
from factsuite.load.positioned import Map, Seq, Text
from factsuite.load.yaml_tree import read_yaml
from factsuite.model.facts import Anchor


@dataclass(frozen=True, slots=True)
class _Splice:
    start: int
    end: int
    text: str


def with_anchors(text: str, path: PurePosixPath, edits: Mapping[Location, Anchor]) -> str:
    """A facts.yaml with other anchors, each for the fact that begins at a location.

    Raises FactsuiteError where the file cannot be edited so that it says exactly this and nothing else.
    """
    splices: list[_Splice] = []
    for fact in _facts(text):
        at = Location(path=path, line=fact.start_mark.line + 1, column=fact.start_mark.column + 1)
        if at in edits:
            splices += _anchor_splices(text, fact, edits[at])
    edited = text
    for splice in sorted(splices, key=lambda each: (each.start, each.end), reverse=True):
        edited = edited[: splice.start] + splice.text + edited[splice.end :]
    if _content(edited, path) != _expected(text, path, edits):
        raise FactsuiteError(f"{path}: the anchors could not be written safely", hint="copy the edits shown by hand")
    return edited


def _facts(text: str) -> Iterator[MappingNode]:
    try:
        root = YAML(typ="safe", pure=True).compose(text)
    except YAMLError as error:
        reason = str(error).split("\n")[0]
        raise FactsuiteError(f"the file cannot be edited: {reason}", hint="copy the edits shown by hand") from error
    for key, value in root.value if isinstance(root, MappingNode) else ():
        if key.value == "facts" and isinstance(value, SequenceNode):
            yield from (node for node in value.value if isinstance(node, MappingNode))


def _anchor_splices(text: str, fact: MappingNode, anchor: Anchor) -> Iterator[_Splice]:
    node = next((value for key, value in fact.value if key.value == "anchor"), None)
    if not isinstance(node, MappingNode):
        return
    wanted = {"exact": anchor.exact.text, "prefix": anchor.prefix, "suffix": anchor.suffix}
    pairs = [(key, value) for key, value in node.value if isinstance(value, ScalarNode)]
    given = {key.value for key, _ in pairs}
    for index, (key, value) in enumerate(pairs):
        new = wanted.get(key.value, value.value)
        if not new:
            yield _removal(text, pairs, index)
        elif new != value.value:
            yield _Splice(value.start_mark.index, _end(text, value), _rendered(text, value, new))
    added = [(name, new) for name, new in wanted.items() if new and name not in given]
    if added:
        yield _addition(text, node, pairs[-1], added)


def _removal(text: str, pairs: list[tuple[Node, ScalarNode]], index: int) -> _Splice:
    key, value = pairs[index]
    if index:
        return _Splice(_end(text, pairs[index - 1][1]), _end(text, value), "")
    return _Splice(key.start_mark.index, pairs[1][0].start_mark.index, "")


def _addition(text: str, node: MappingNode, last: tuple[Node, ScalarNode], added: list[tuple[str, str]]) -> _Splice:
    key, value = last
    at = _end(text, value)
    if node.flow_style:
        return _Splice(at, at, "".join(f", {name}: {scalar(new)}" for name, new in added))
    line = _newline(text) + " " * key.start_mark.column
    end = _line_end(text, at)
    return _Splice(end, end, "".join(f"{line}{name}: {scalar(new)}" for name, new in added))


def _end(text: str, node: ScalarNode) -> int:
    """Where a scalar's own letters end; the parser counts what follows a block to it."""
    start, end = node.start_mark.index, node.end_mark.index
    if node.style not in ("|", ">"):
        return int(end)
    lines = text[start:end].splitlines(keepends=True)
    while len(lines) > 1 and (not lines[-1].strip() or _is_outside(lines[-1], lines[1])):
        lines.pop()
    return int(start) + len("".join(lines).rstrip())


def _is_outside(line: str, first: str) -> bool:
    """Whether a line of a block's tail is indented less than its first line: a comment, or what comes next."""
    return len(line) - len(line.lstrip()) < len(first) - len(first.lstrip())


def _rendered(text: str, node: ScalarNode, new: str) -> str:
    """The new value in the style of the old; one that was wrapped is wrapped again, as wide as it was."""
    old = text[node.start_mark.index : _end(text, node)]
    lines = old.splitlines()
    if node.style in ("|", ">"):
        words = new.split(" ")
        if len(lines) < 2 or any(not word or not word.isprintable() for word in words):
            return scalar(new, '"')
        indent = lines[1][: len(lines[1]) - len(lines[1].lstrip())]
        width = max(len(line) for line in lines[1:])
        wrapped = _wrapped(new, indent, len(indent), width) if node.style == ">" else new
        header = lines[0].split("#")[0].rstrip().rstrip("+-") + "-"
        return header + _newline(text) + indent + wrapped.replace("\n", _newline(text))
    one_line = scalar(new, node.style)
    if len(lines) < 2 or "  " in one_line or "\\" in one_line:
        return one_line
    indent = lines[1][: len(lines[1]) - len(lines[1].lstrip())]
    column = node.start_mark.column
    width = max(column + len(lines[0]), *(len(line) for line in lines[1:]))
    return _wrapped(one_line, indent, column, width).replace("\n", _newline(text))


def _wrapped(text: str, indent: str, column: int, width: int) -> str:
    """Words broken into lines of at most `width`; the first begins at `column`, the others after `indent`."""
    parts: list[str] = []
    for word in text.split(" "):
        if parts and column + 1 + len(word) > width:
            parts.append("\n" + indent + word)
            column = len(indent) + len(word)
        else:
            parts.append((" " if parts else "") + word)
            column += len(word) + bool(len(parts) > 1)
    return "".join(parts)


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _line_end(text: str, at: int) -> int:
    """The end of the line, after a comment that stands on it."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - (text[end - 1 : end] == "\r")


def _content(text: str, path: PurePosixPath) -> object:
    node, problems = read_yaml(text, path)
    return node, len(problems)


def _expected(text: str, path: PurePosixPath, edits: Mapping[Location, Anchor]) -> object:
    """What the edited file must be read as: the old content with the new anchors."""
    node, problems = read_yaml(text, path)
    facts = node.get("facts") if isinstance(node, Map) else None
    for fact in facts if isinstance(facts, Seq) else ():
        anchor = edits.get(Location(path=path, line=fact.line, column=fact.column))
        if anchor is not None and isinstance(fact, Map):
            given = (("exact", anchor.exact.text), ("prefix", anchor.prefix), ("suffix", anchor.suffix))
            fact["anchor"] = Map({name: Text(value) for name, value in given if value})
    return node, len(problems)
