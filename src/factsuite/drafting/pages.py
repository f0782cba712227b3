"""Articles in HTML: the text of the page, and what it says about itself in its metadata."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from factsuite.drafting.published import Published
from factsuite.drafting.text_files import one_line, published_of
from factsuite.pinning.html_text import html_text

_META = {
    "og:title": "headline",
    "twitter:title": "headline",
    "og:site_name": "publisher",
    "application-name": "publisher",
    "author": "author",
    "article:author": "author",
    "og:url": "url",
    "article:published_time": "published",
    "date": "published",
    "dc.date": "published",
    "datepublished": "published",
    "parsely-pub-date": "published",
}
_ARTICLES = frozenset(
    ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle", "WebPage")
)
_DEEPEST = 20  # levels of linked data that are looked into


def from_html(page: str, main_text: str | None = None) -> Published:
    """The page's main part where it marks one, `main_text` where that was extracted otherwise, else all it shows."""
    reader = _Reader(page)
    reader.feed(page)
    reader.close()
    given = {**reader.meta}
    for block in reader.linked:
        given = {**given, **_linked(block)}
    headline = one_line(reader.heading) or given.get("headline", "")
    if headline:
        given["headline"] = headline
    marked = reader.main()
    remarks = [] if marked or main_text is not None else ["the page marks no main part: take menus and the like out"]
    text = main_text if main_text is not None else html_text(marked or page)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if headline in lines[:12]:
        lines.remove(headline)
    return published_of(given, "\n\n".join(lines), tuple(remarks))


class _Reader(HTMLParser):
    """Metadata, the first heading, and where the parts marked as the article begin and end."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.linked: list[str] = []
        self.heading = ""
        self._page = page
        self._lines = [0, *(match.end() for match in re.finditer("\n", page))]
        self._open: dict[str, list[int]] = {"article": [], "main": []}
        self._parts: dict[str, list[tuple[int, int]]] = {"article": [], "main": []}
        self._inside = ""

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def main(self) -> str:
        """The one outermost `article`, or else `main`; empty where there is none, or several."""
        for name in ("article", "main"):
            if len(self._parts[name]) == 1:
                start, end = self._parts[name][0]
                return self._page[start:end]
        return ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Metadata is taken, the first of each; parts begin."""
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
            if name in _META and given.get("content"):
                self.meta.setdefault(_META[name], given["content"])
        elif tag == "html" and given.get("lang"):
            self.meta.setdefault("language", given["lang"])
        elif tag == "link" and given.get("rel") == "canonical" and given.get("href"):
            self.meta["url"] = given["href"]
        elif tag == "script" and given.get("type") == "application/ld+json":
            self._inside = "script"
        elif tag == "h1" and not self.heading:
            self._inside = "h1"
        elif tag in self._open:
            self._open[tag].append(self._at())

    def handle_endtag(self, tag: str) -> None:
        """Parts end; of those within one another the outermost counts."""
        if tag == self._inside:
            self._inside = ""
        elif self._open.get(tag):
            start = self._open[tag].pop()
            if not self._open[tag]:
                self._parts[tag].append((start, self._at()))

    def handle_data(self, data: str) -> None:
        """The words of the first heading, and linked data."""
        if self._inside == "h1":
            self.heading += data
        elif self._inside == "script":
            self.linked.append(data)


def _linked(block: str) -> dict[str, str]:
    """What schema.org metadata says of an article."""
    try:
        data = json.loads(block)
    except (ValueError, RecursionError):
        return {}
    for item in _items(data, 0):
        types = item.get("@type", "")
        if _ARTICLES & set(types if isinstance(types, list) else [str(types)]):
            found = {
                "headline": _text(item.get("headline")),
                "published": _text(item.get("datePublished")),
                "publisher": _text(item.get("publisher")),
                "author": _text(item.get("author")),
                "language": _text(item.get("inLanguage")),
                "url": _text(item.get("url")),
            }
            return {name: value for name, value in found.items() if value}
    return {}


def _items(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, dict):
        yield data
        yield from _items(data.get("@graph"), depth + 1)
    elif isinstance(data, list):
        for item in data:
            yield from _items(item, depth + 1)


def _text(value: Any) -> str:
    """A text, the name of a thing, or several of either."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _text(value.get("name"))
    if isinstance(value, list):
        return ", ".join(text for text in (_text(item) for item in value) if text)
    return ""
