"""How long Markdown may be where it is shown, and as many rows of it as fit."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

LONGEST_COMMENT = 65_536
"""Characters a comment may have on GitHub."""

LONGEST_FILE = 900_000
"""Bytes of a Markdown file: one of more than 1 MB may be shown as plain text on GitHub."""

T = TypeVar("T")


def length(lines: Sequence[str]) -> int:
    """The characters of lines, with what ends them."""
    return sum(len(line) + 1 for line in lines)


def fitting(
    rows: Sequence[T], section: Callable[[Sequence[T]], Iterable[str]], room: int
) -> tuple[list[str], Sequence[T]]:
    """The section of as many of the first rows as fit, and those rows; nothing where not even one does."""
    shown = rows
    written = list(section(shown))
    while shown and length(written) > room:
        shown = shown[: len(shown) * 3 // 4]
        written = list(section(shown))
    return (written, shown) if shown else ([], ())
