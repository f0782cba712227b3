"""Text that is safe in Markdown: what a source says is shown, never interpreted."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from factsuite.reports.explaining import spelt_out

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")
_ADDRESS = re.compile(r"https?://[^\s<>\\`]+")
_CODE = re.compile(r"`([\w.:@/ -]{1,80})`")


def escape(text: str) -> str:
    """Text as Markdown that shows it letter by letter, on one line."""
    return _shown(" ".join(text.split()))


def escape_message(text: str) -> str:
    """A finding's message: its `ids` stay code, everything else is shown letter by letter."""
    parts = _CODE.split(" ".join(text.split()))
    return "".join(f"`{part}`" if index % 2 else _shown(part) for index, part in enumerate(parts) if part)


def code(text: str) -> str:
    """Text as code, on one line: backquotes of its own become apostrophes."""
    flat = " ".join(spelt_out(text).replace("`", "'").replace("|", "\\|").split())
    return f"`{flat}`"


def address(url: str) -> str:
    """The address of a page as a link; anything else that stands in its place is shown letter by letter."""
    return f"<{url}>" if _ADDRESS.fullmatch(url) and spelt_out(url) == url else escape(url)


def quote(text: str) -> str:
    """A value in quotation marks."""
    return f"“{escape(text)}”"


def table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table; the cells are Markdown already."""
    yield "| " + " | ".join(headers) + " |"
    yield "|" + " --- |" * len(headers)
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def folded(summary: str, lines: Iterable[str], name: str = "") -> Iterator[str]:
    """Lines that are shown when a reader asks for them. The summary is plain text, a `name` before it stands out.

    What stands in a tag's own line is HTML and no Markdown, so it is escaped as HTML.
    """
    first = f"<b>{_as_html(name)}</b>: " if name else ""
    yield f"<details><summary>{first}{_as_html(summary)}</summary>"
    yield ""
    yield from lines
    yield ""
    yield "</details>"


def plural(number: int, one: str, many: str = "") -> str:
    """A count with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _as_html(text: str) -> str:
    return html.escape(spelt_out(" ".join(text.split())), quote=False)


def _shown(flat: str) -> str:
    """Each letter shown as itself, marks that nobody sees as their codes; spaces at the ends stay."""
    return _SPECIAL.sub(r"\\\1", spelt_out(flat)).replace("&", "&amp;")
