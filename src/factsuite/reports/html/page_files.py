"""The files of the pages: what each is called, and how one leads to another."""

from urllib.parse import quote

INDEX = "index.html"


def article_file(id: str) -> str:
    """The file of an article's page; one that is called as the index has another name."""
    return f"{id}.html" if f"{id}.html".lower() != INDEX else f"{id}.article.html"


def evidence_file(own: str, number: int) -> str:
    """The file of one page of whole cards, from 1, beside the article's own page."""
    return f"{own.removesuffix('.html')}.evidence-{number}.html"


def link_to(file: str, id: str = "") -> str:
    """A link from one page to another, or to a place in it."""
    return f"{quote(file)}#{id}" if id else quote(file)
