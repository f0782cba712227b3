"""How wide a terminal is taken to be: what is longer goes on below, and nothing is cut off."""

import textwrap
from collections.abc import Iterator

from factsuite.load.locations import Location
from factsuite.reports.explaining import printable

WIDTH = 100
"""Columns."""


def named_place(head: str, at: Location, indent: int) -> Iterator[str]:
    """What stands somewhere, and where: on one line if both fit, else the place below it."""
    place = printable(f"({at.path}:{at.line})")
    text = printable(head)
    if len(text) + 2 + len(place) <= WIDTH:
        yield f"{text}  {place}"
        return
    yield from textwrap.wrap(text, WIDTH, subsequent_indent=" " * indent, drop_whitespace=False) or [text]
    yield from filled(place, indent)


def filled(text: str, indent: int) -> list[str]:
    """A paragraph, indented."""
    return textwrap.wrap(printable(text), WIDTH, initial_indent=" " * indent, subsequent_indent=" " * indent)
