"""Sources from BibTeX and BibLaTeX, through bibtexparser (the extra `bibliography`)."""

import logging
import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any

from factsuite.exchange.source_records import Item
from factsuite.exchange.tables import TableError, text_of
from factsuite.load.errors import FactsuiteError
from factsuite.load.locations import Location

KINDS = {
    "book": "book",
    "booklet": "book",
    "collection": "book",
    "conference": "academic article",
    "dataset": "dataset",
    "inbook": "book",
    "incollection": "book",
    "inproceedings": "academic article",
    "jurisdiction": "court record",
    "legislation": "law",
    "mastersthesis": "thesis",
    "mvbook": "book",
    "online": "web page",
    "phdthesis": "thesis",
    "proceedings": "book",
    "report": "report",
    "techreport": "report",
    "thesis": "thesis",
    "video": "video",
    "www": "web page",
}
"""What kind of source an entry of a type is; `@article` is one of several, unless BibLaTeX's `entrysubtype` says."""

_VERBATIM = frozenset(("url", "doi", "date", "year", "langid"))
_PUBLISHERS = ("journaltitle", "journal", "publisher", "institution", "organization", "school", "howpublished")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EDTF = re.compile(r"\d{4}(?:-\d{2}){0,2}[?~%]?(?:/(?:\d{4}(?:-\d{2}){0,2}[?~%]?|\.\.)?)?")


def bibtex_items(data: bytes, path: PurePosixPath) -> Iterator[Item]:
    """The entries of a bibliography. Raises TableError where a block of it cannot be read."""
    bibtexparser, decode = _libraries()
    library = bibtexparser.parse_string(text_of(data, path))
    for block in library.failed_blocks:
        at = Location(path=path, line=(block.start_line or 0) + 1)
        why = getattr(block.error, "abort_reason", "") or str(block.error)
        raise TableError(f"the entry cannot be read: {why.strip()}", hint="mend the entry", at=at)
    if not library.entries:
        raise TableError("the file has no entries", hint="export the library as BibTeX", at=Location(path=path))
    for entry in library.entries:
        yield _item(entry, path, decode)


def _item(entry: Any, path: PurePosixPath, decode: Callable[[str], str]) -> Item:
    raw = {field.key.lower(): str(field.value).strip() for field in entry.fields}
    given = {name: value if name in _VERBATIM else decode(value) for name, value in raw.items()}
    published, unread = _date(given)
    fields = {
        "publisher": next((_bare(given[name]) for name in _PUBLISHERS if given.get(name)), ""),
        "title": _bare(given.get("title", "")),
        "author": "; ".join(decode(name) for name in _names(raw.get("author", ""))),
        "url": given.get("url", "") or _doi(given.get("doi", "")),
        "published": published,
        "language": given.get("langid", "") or given.get("language", ""),
        "kind": _kind(entry.entry_type.lower(), given),
        "note": _bare(given.get("note", "")),
    }
    at = Location(path=path, line=(entry.start_line or 0) + 1)
    return Item(key=entry.key, at=at, fields=fields, left_out=(unread,) if unread else ())


def _kind(type: str, given: dict[str, str]) -> str:
    if type == "article":
        sorts = {"newspaper": "newspaper", "magazine": "magazine", "journal": "academic article"}
        return sorts.get(given.get("entrysubtype", "").lower(), "academic article" if given.get("doi") else "")
    return "web page" if type == "misc" and given.get("url") and not given.get("doi") else KINDS.get(type, "")


def _names(authors: str) -> Iterator[str]:
    """`Last, First and Last, First`, each as it is spoken; names in braces stay whole."""
    for name in re.split(r"\s+and\s+", authors):
        if name and name != "others":
            last, comma, first = name.partition(",")
            yield _bare(f"{first.strip()} {last.strip()}" if comma and "," not in first else name)


def _date(given: dict[str, str]) -> tuple[str, str]:
    """BibLaTeX's `date` as it is, BibTeX's year, month and day put together; and what could not be read."""
    date = given.get("date", "")
    if date:
        return (date, "") if _EDTF.fullmatch(date) else ("", f"the date '{date}' is left out: it is no ISO 8601 date")
    year = given.get("year", "")
    if not re.fullmatch(r"\d{4}", year):
        return "", f"the year '{year}' is left out: it is no year" if year else ""
    month = given.get("month", "").lower()
    number = month if month.isdigit() else str(_MONTHS.index(month[:3]) + 1) if month[:3] in _MONTHS else ""
    if not number:
        return year, f"the month '{month}' is left out: it is no month" if month else ""
    day = given.get("day", "")
    return f"{year}-{int(number):02d}" + (f"-{int(day):02d}" if day.isdigit() else ""), ""


def _doi(doi: str) -> str:
    return f"https://doi.org/{doi}" if doi.startswith("10.") else doi if doi.startswith("http") else ""


def _bare(text: str) -> str:
    return text.replace("{", "").replace("}", "")


def _libraries() -> tuple[Any, Callable[[str], str]]:
    """The parser, and what turns LaTeX into text."""
    try:
        import bibtexparser
        from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]
    except ImportError as error:
        raise FactsuiteError(
            "BibTeX needs packages that are not installed", hint="pip install 'factsuite[bibliography]', or CSL-JSON"
        ) from error
    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # what it logs is told as an error
    decoder = LatexNodes2Text(math_mode="verbatim")

    def decode(text: str) -> str:
        return str(decoder.latex_to_text(text))

    return bibtexparser, decode
