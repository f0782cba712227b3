"""YAML values that know where they stand: text, mappings and sequences.

They are a `str`, a `dict` and a `list`, so a JSON Schema validator takes them as they are.
"""

from collections.abc import Iterator
from typing import NamedTuple, Protocol, TypeAlias


class Mark(Protocol):
    """Where the parser found something: line and column from 0. It makes one for all it reads; few are asked for."""

    @property
    def line(self) -> int:
        """The number of lines above."""

    @property
    def column(self) -> int:
        """The number of code points before, on the line."""


class _Place(NamedTuple):
    """The mark of a value that no parser read."""

    line: int
    column: int


def mark_at(line: int, column: int) -> Mark:
    """The mark of a place whose line and column count from 1."""
    return _Place(line - 1, column - 1)


class _Marked:
    """What has a mark, and so a line and a column (from 1)."""

    __slots__ = ()
    mark: Mark

    @property
    def line(self) -> int:
        """The line on which it begins."""
        return self.mark.line + 1

    @property
    def column(self) -> int:
        """The column in which it begins."""
        return self.mark.column + 1


class Text(str, _Marked):
    """A scalar, kept as the text the author typed, with its place."""

    __slots__ = ("mark", "style", "typed")
    mark: Mark
    style: str | None
    """The quotation mark it stands in, or the sign of a block of text, if there is one."""
    typed: str
    """The same without a place: what the model keeps."""

    @property
    def quoted(self) -> bool:
        """Whether it stands in quotation marks: its first letter is then one column further."""
        return self.style in ("'", '"')


class Map(dict[str, "Node"], _Marked):
    """A mapping with the place where it begins; its keys are positioned too.

    A key is a `Text`, or plain with its mark in `marks`: few are ever asked where they stand. No key is taken out of
    a mapping that a parser read, so that the marks stay those of the keys.
    """

    __slots__ = ("mark", "marks")
    mark: Mark
    marks: list[Mark]
    """Those of the keys, in their order, where a parser read them."""

    def names(self) -> "Iterator[Text]":
        """The keys as typed; each carries its own place."""
        marks = getattr(self, "marks", ())
        for number, key in enumerate(self):
            if isinstance(key, Text):
                yield key
            elif number < len(marks):
                yield marked(key, marks[number])

    def key(self, name: str) -> "Text | None":
        """One key as typed."""
        return next((key for key in self.names() if key == name), None)


class Seq(list["Node"], _Marked):
    """A sequence with the place where it begins."""

    __slots__ = ("mark",)
    mark: Mark


Node: TypeAlias = Text | Map | Seq


def text_at(value: str, line: int, column: int, quoted: bool = False) -> Text:
    """A positioned text."""
    return marked(value, mark_at(line, column), '"' if quoted else None)


def marked(value: str, mark: Mark, style: str | None = None) -> Text:
    """A text with the mark that the parser gave it."""
    text = Text(value)
    text.mark = mark
    text.style = style
    text.typed = str(value)
    return text
