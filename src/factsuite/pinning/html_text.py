"""The words a page shows, in order: without scripts, styles and titles, one line for every block."""

from html.parser import HTMLParser

from factsuite.values.wording.word_lists import listed

NAME = "stdlib-html 1"
"""The number rises with every change that can change a text."""

_SILENT = frozenset(("script", "style", "template", "noscript", "title", "svg", "iframe", "object", "canvas"))
_BLOCKS = frozenset(
    listed(
        "address article aside blockquote body br button caption dd details dialog div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol option p pre section select "
        "summary table tbody td textarea tfoot th thead tr ul"
    )
)
_INVISIBLE = str.maketrans({"\u00ad": None, "\f": " "})
"""A soft hyphen shows at the end of a line only; a form feed would be read as the end of a page."""


def html_text(page: str) -> str:
    """The text of a page."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    lines = (" ".join(line.translate(_INVISIBLE).split()) for line in "".join(reader.parts).split("\n"))
    return "".join(f"{line}\n" for line in lines if line)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a line; what is silent goes on to its end."""
        del attrs
        if self._silent:
            self._depth += tag == self._silent
        elif tag in _SILENT:
            self._silent, self._depth = tag, 1
        else:
            self._mark(tag, "\u201c")

    def handle_endtag(self, tag: str) -> None:
        """A block ends its line."""
        if self._silent:
            self._depth -= tag == self._silent
            self._silent = self._silent if self._depth else ""
        else:
            self._mark(tag, "\u201d")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without content."""
        del attrs
        if not self._silent:
            self._mark(tag, "")

    def handle_data(self, data: str) -> None:
        """Words, on the line they stand on; line breaks of the file mean nothing."""
        if not self._silent:
            self.parts.append(data.replace("\n", " ").replace("\r", " "))

    def _mark(self, tag: str, quote: str) -> None:
        if tag in _BLOCKS:
            self.parts.append("\n")
        elif tag == "q":
            self.parts.append(quote)
