"""YAML values that know where they stand: text, mappings and sequences.

They are a `str`, a `dict` and a `list`, so a JSON Schema validator takes them as they are.
"""

from collections.abc import Iterator
from typing import TypeAlias


class Text(str):
    """A scalar, kept as the text the author typed, with its line and column (from 1)."""

    __slots__ = ("column", "line", "quoted")
    line: int
    column: int
    quoted: bool
    """Whether it stands in quotation marks: its first letter is then one column further."""


class Map(dict[str, "Node"]):
    """A mapping with the place where it begins; its keys are positioned too.

    A key is a `Text`, or plain with its line and column in `places`: few are ever asked where they stand.
    """

    __slots__ = ("column", "line", "places")
    line: int
    column: int
    places: dict[str, tuple[int, int]]

    def names(self) -> "Iterator[Text]":
        """The keys as typed; each carries its own place."""
        places = getattr(self, "places", {})
        for key in self:
            if isinstance(key, Text):
                yield key
            elif key in places:
                yield text_at(key, *places[key])

    def key(self, name: str) -> "Text | None":
        """One key as typed."""
        return next((key for key in self.names() if key == name), None)


class Seq(list["Node"]):
    """A sequence with the place where it begins."""

    __slots__ = ("column", "line")
    line: int
    column: int


Node: TypeAlias = Text | Map | Seq


def text_at(value: str, line: int, column: int, quoted: bool = False) -> Text:
    """A positioned text."""
    text = Text(value)
    text.quoted = quoted
    text.line = line
    text.column = column
    return text
