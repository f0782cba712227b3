"""Other letters spliced into a YAML text: values replaced, added and removed where the parser says they stand.

A round trip through ruamel.yaml keeps comments, but not every line width, indentation or flow mapping, and no CRLF.
So its parse is used for the places of the values, and everything around them stays as it was typed.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from factsuite.anchoring.scalars import scalar
from factsuite.load.errors import FactsuiteError


class Splice(Struct, frozen=True):
    """Letters to put in place of those between two offsets of a text."""

    start: int
    end: int
    text: str


class Overlapping(ValueError):
    """Two splices replace the same letters."""


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with every splice made, those at one place in their order. Raises Overlapping."""
    parts: list[str] = []
    done = 0
    for splice in sorted(splices, key=lambda each: (each.start, each.end)):
        if splice.start < done:
            raise Overlapping(f"two edits of the same letters, from {splice.start} and to {done}")
        parts += (text[done : splice.start], splice.text)
        done = splice.end
    return "".join((*parts, text[done:]))


def entries_of(text: str, section: str) -> list[MappingNode]:
    """The entries of one list of a file, with their places. Raises FactsuiteError where the text is no YAML."""
    return [node for node in (list_of(text, section) or ()) if isinstance(node, MappingNode)]


def list_of(text: str, section: str) -> "list[Node] | None":
    """Everything in one list of a file; None where the file has no such list."""
    node = section_of(text, section)
    return list(node.value) if isinstance(node, SequenceNode) else None


def section_of(text: str, section: str) -> Node | None:
    """The value of one field of a file."""
    try:
        root = YAML(typ="safe", pure=True).compose(text)
    except YAMLError as error:
        reason = str(error).split("\n")[0]
        raise FactsuiteError(f"the file cannot be edited: {reason}", hint="copy the edits shown by hand") from error
    pairs = root.value if isinstance(root, MappingNode) else ()
    return next((value for key, value in pairs if key.value == section), None)


def scalar_end(text: str, node: ScalarNode) -> int:
    """Where a scalar's own letters end; the parser counts what follows a block to it."""
    start, end = node.start_mark.index, node.end_mark.index
    if node.style not in ("|", ">"):
        return int(end)
    lines = text[start:end].splitlines(keepends=True)
    first = next((line for line in lines[1:] if line.strip()), "")
    while len(lines) > 1 and (not lines[-1].strip() or _is_outside(lines[-1], first)):
        lines.pop()
    return int(start) + len("".join(lines).rstrip())


def ends(text: str, node: Node) -> int:
    """Where the letters of any value end; the parser counts the blank lines and comments below a block to it."""
    while isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
        if isinstance(node, MappingNode):
            key, node = node.value[-1]
            if is_left_out(node):
                return after_colon(text, key)
        else:
            node = node.value[-1]
    return scalar_end(text, node) if isinstance(node, ScalarNode) else int(node.end_mark.index)


def is_left_out(node: Node) -> bool:
    """Whether nothing stands after the colon; the parser gives such a value the place of what comes next."""
    return isinstance(node, ScalarNode) and node.start_mark.index == node.end_mark.index


def after_colon(text: str, key: Node) -> int:
    """Where the value of a field begins that has none yet."""
    return text.index(":", key.end_mark.index) + 1


def dash_of(text: str, item: Node) -> int | None:
    """Where the dash of an item of a block list stands; None where it shares its line with another's."""
    for line in _lines_up(text, item.start_mark.index):
        bare = line.text.split("#")[0].rstrip()
        if bare:
            return line.start + len(bare) - 1 if bare.strip() == "-" else None
    return None


class _Line(Struct, frozen=True):
    start: int
    text: str


def _lines_up(text: str, at: int) -> Iterator[_Line]:
    """What stands on the line of an offset before it, then the lines above."""
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        yield _Line(start, text[start:at])
        at = start - 1


def _is_outside(line: str, first: str) -> bool:
    """Whether a line of a block's tail is indented less than its first line: a comment, or what comes next."""
    return len(line) - len(line.lstrip()) < len(first) - len(first.lstrip())


def rendered(text: str, node: ScalarNode, new: str) -> str:
    """The new value in the style of the old; one that was wrapped is wrapped again, as wide as it was."""
    old = text[node.start_mark.index : scalar_end(text, node)]
    lines = old.splitlines()
    if node.style in ("|", ">"):
        words = new.split(" ")
        first = next((line for line in lines[1:] if line.strip()), "")
        marks, _, comment = lines[0].partition("#")
        if not first or any(not word or not word.isprintable() for word in words):
            return scalar(new, '"') + (f"  #{comment}" if comment else "")
        indent = first[: len(first) - len(first.lstrip())]
        width = max(len(line) for line in lines[1:])
        wrapped = _wrapped(new, indent, len(indent), width) if node.style == ">" else new
        header = marks.rstrip().replace("+", "").replace("-", "") + "-" + (f" #{comment}" if comment else "")
        return header + newline(text) + indent + wrapped.replace("\n", newline(text))
    one_line = scalar(new, node.style)
    if len(lines) < 2 or "  " in one_line or "\\" in one_line:
        return one_line
    indent = lines[1][: len(lines[1]) - len(lines[1].lstrip())]
    column = node.start_mark.column
    width = max(column + len(lines[0]), *(len(line) for line in lines[1:]))
    return _wrapped(one_line, indent, column, width).replace("\n", newline(text))


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


def newline(text: str) -> str:
    """How the lines of a text end."""
    return "\r\n" if "\r\n" in text else "\n"


def without_lines(text: str, start: int, end: int) -> Splice:
    """What takes away the lines from that of one offset to that of another, and the line break before them."""
    before = text.rfind("\n", 0, start)
    end = line_end(text, end)
    if before < 0:
        return Splice(0, text.find("\n", end) + 1 or end, "")
    return Splice(line_end(text, before), end, "")


def line_end(text: str, at: int) -> int:
    """The end of the line, after a comment that stands on it."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - (text[end - 1 : end] == "\r")
