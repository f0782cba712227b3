"""Sources from CSL-JSON, the form in which Zotero and other reference managers hand out a library.

The fields and types are those of the CSL 1.0.2 specification, its appendices III and IV; dates are written as EDTF
(ISO 8601-2).
"""

import json
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from factsuite.exchange.source_records import Item
from factsuite.exchange.tables import TableError, text_of
from factsuite.load.locations import Location

KINDS = {
    "article-journal": "academic article",
    "article-magazine": "magazine",
    "article-newspaper": "newspaper",
    "book": "book",
    "broadcast": "broadcaster",
    "chapter": "book",
    "dataset": "dataset",
    "hearing": "transcript",
    "interview": "interview",
    "legal_case": "court record",
    "legislation": "law",
    "motion_picture": "video",
    "paper-conference": "academic article",
    "post": "social media post",
    "post-weblog": "blog",
    "report": "report",
    "thesis": "thesis",
    "webpage": "web page",
}
"""What kind of source an entry of a type is; a type that is not here may be several."""

_PUBLISHERS = ("container-title", "publisher", "authority")
_SEASONS = {"1": "21", "2": "22", "3": "23", "4": "24"}
"""Of CSL, as EDTF writes them; CSL also allows 21 to 24 (1.0.2) and the English words."""
_SEASON_WORDS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}


def csl_items(data: bytes, path: PurePosixPath) -> Iterator[Item]:
    """The entries of a library. Raises TableError where the file is no CSL-JSON."""
    found = read_json(data, path)
    entries = found.get("items", [found]) if isinstance(found, dict) else found
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise TableError("the file is no CSL-JSON", hint="export the library as CSL JSON", at=Location(path=path))
    for number, entry in enumerate(entries, 1):
        key = str(entry.get("citation-key") or entry.get("id") or f"entry-{number}")
        at = Location(path=path, line=line_of(data, str(entry.get("id", ""))))
        published, unread = _date(entry.get("issued"))
        fields = {
            "publisher": next((str(entry[name]) for name in _PUBLISHERS if entry.get(name)), ""),
            "title": str(entry.get("title") or ""),
            "author": "; ".join(_names(entry.get("author"))),
            "url": str(entry.get("URL") or "") or _doi(entry.get("DOI")),
            "published": published,
            "language": str(entry.get("language") or ""),
            "kind": KINDS.get(str(entry.get("type")), ""),
            "note": str(entry.get("note") or ""),
        }
        yield Item(key=key, at=at, fields=fields, left_out=(unread,) if unread else ())


def read_json(data: bytes, path: PurePosixPath) -> Any:
    """What a JSON file holds. Raises TableError, with the place, where it is none."""
    try:
        return json.loads(text_of(data, path))
    except json.JSONDecodeError as error:
        at = Location(path=path, line=error.lineno, column=error.colno)
        raise TableError(f"the file is no JSON: {error.msg}", hint="export it again", at=at) from error
    except RecursionError as error:
        raise TableError("the file is nested too deeply", hint="export it again", at=Location(path=path)) from error


def line_of(data: bytes, id: str) -> int:
    """The line on which a value is given, as near as can be told without a parser that keeps places."""
    found = data.find(json.dumps(id, ensure_ascii=False).encode()) if id else -1
    return data.count(b"\n", 0, found) + 1 if found >= 0 else 1


def _names(given: Any) -> Iterator[str]:
    for name in given if isinstance(given, list) else ():
        if isinstance(name, dict):
            parts = [name.get("literal")] if name.get("literal") else [name.get("given"), name.get("family")]
            whole = " ".join(str(part) for part in parts if part)
            if whole:
                yield whole


def _doi(doi: Any) -> str:
    return f"https://doi.org/{doi}" if isinstance(doi, str) and doi.startswith("10.") else ""


def _date(given: Any) -> tuple[str, str]:
    """A date as EDTF, and what could not be read of it."""
    if not isinstance(given, dict):
        return "", ""
    parts = given.get("date-parts")
    dates = [_edtf(part) for part in parts] if isinstance(parts, list) else []
    if not dates or not all(dates) or len(dates) > 2:
        told = given.get("literal") or given.get("raw") or parts
        return "", f"the date '{told}' is left out: it is no date in parts" if told else ""
    season = str(given.get("season") or "").lower()
    if len(dates) == 1 and len(dates[0]) == 4 and season:
        code = _SEASONS.get(season) or _SEASON_WORDS.get(season) or (season if season in _SEASONS.values() else "")
        dates = [f"{dates[0]}-{code}"] if code else dates
    mark = "~" if given.get("circa") not in (None, False, "", 0, "0", "false") else ""
    return "/".join(date + mark for date in dates), ""


def _edtf(parts: Any) -> str:
    """Year, month and day as far as they are given; empty where they are no date."""
    try:
        numbers = [int(part) for part in parts if str(part)]
    except (TypeError, ValueError):
        return ""
    if not 1 <= len(numbers) <= 3 or not 0 <= numbers[0] <= 9999:
        return ""
    return "-".join([f"{numbers[0]:04d}", *(f"{number:02d}" for number in numbers[1:])])
