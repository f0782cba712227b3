"""Text that is safe in Markdown: what a source says is shown, never interpreted."""

import re
from collections.abc import Iterator, Sequence

from factsuite.reports.explaining import spelt_out

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")
_CODE = re.compile(r"`([\w.:@/ -]{1,80})`")


def escape(text: str) -> str:
    """Text as Markdown that shows it letter by letter, on one line."""
    return _shown(" ".join(text.split()))


def escape_message(text: str) -> str:
    """A finding's message: its `ids` stay code, everything else is shown letter by letter."""
    parts = _CODE.split(" ".join(text.split()))
    return "".join(f"`{part}`" if index % 2 else _shown(part) for index, part in enumerate(parts) if part)


def quote(text: str) -> str:
    """A value in quotation marks."""
    return f"“{escape(text)}”"


def table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table; the cells are Markdown already."""
    yield "| " + " | ".join(headers) + " |"
    yield "|" + " --- |" * len(headers)
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def plural(number: int, one: str, many: str = "") -> str:
    """A count with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _shown(flat: str) -> str:
    """Each letter shown as itself, marks that nobody sees as their codes; spaces at the ends stay."""
    return _SPECIAL.sub(r"\\\1", spelt_out(flat)).replace("&", "&amp;")
