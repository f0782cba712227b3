"""Articles in Markdown and plain text."""

import re
from pathlib import PurePosixPath

from factsuite.drafting.bylines import without_bylines
from factsuite.drafting.published import Published
from factsuite.load.errors import FactsuiteError
from factsuite.load.locations import Location
from factsuite.load.positioned import Map, Text
from factsuite.load.yaml_tree import read_yaml
from factsuite.values.dates import read_date

_NAMES = {
    "headline": ("headline", "title"),
    "publisher": ("publisher", "publication", "site_name"),
    "author": ("author", "byline"),
    "url": ("url", "canonical", "link"),
    "language": ("language", "lang"),
    "published": ("published", "date"),
}
"""The fields of front matter, and what other programs call them."""
_HEADING = re.compile(r"\A\s*#[ \t]+(?P<words>[^\n]+?)[ \t]*#*[ \t]*(?:\n|\Z)")
_UNDERLINED = re.compile(r"\A\s*(?P<words>[^\n]+)\n=+[ \t]*(?:\n|\Z)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=T|\s|\Z)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*")
_RUNS_ON = re.compile(r"(?!(?:[#>|<]|[-+*]\s|\d{1,3}[.)]\s|```|~~~|===|---|\[\^?[^\]]*\]:))\S")
"""A line of a paragraph, and no list, table, quotation, heading or rule."""
_LONGEST_HEADLINE = 200
_LONG_LINE = 120


def from_markdown(text: str, path: PurePosixPath) -> Published:
    """Front matter where there is any, a first heading as the headline, and the rest as it stands."""
    given, body = _front_matter(text, path)
    heading = _HEADING.match(body) or _UNDERLINED.match(body)
    if heading is not None and given.get("headline", heading["words"]) == heading["words"]:
        given["headline"] = heading["words"]
        body = body[heading.end() :]
    return published_of(given, body)


def from_plain_text(text: str) -> Published:
    """A first line that is no sentence is taken for the headline; long lines without blanks between are paragraphs."""
    lines = text.strip("\n").split("\n")
    first = lines[0].strip()
    is_headline = (
        len(lines) > 1
        and first
        and len(first) <= _LONGEST_HEADLINE
        and first[-1] not in ".,;:"
        and first[0] not in '"\u201c'
    )
    given = {"headline": first} if is_headline else {}
    body = "\n".join(lines[1:] if is_headline else lines).strip("\n")
    full = [line for line in body.split("\n") if line.strip()]
    if "\n\n" not in body and full and sum(map(len, full)) > _LONG_LINE * len(full):
        body = "\n\n".join(full)
    remarks = ("the first line was taken for the headline",) if is_headline else ()
    return published_of(given, body, remarks)


def unwrapped(body: str) -> str:
    """A text whose paragraphs were broken into lines by hand, a line a paragraph; lists, tables and headings stay.

    Nothing a reader sees changes, and an anchor then has its words on one line.
    """
    lines: list[str] = []
    for line in body.split("\n"):
        joins = lines and _RUNS_ON.match(lines[-1]) and _RUNS_ON.match(line)
        if joins and not lines[-1].endswith(("  ", "\\")):
            lines[-1] = f"{lines[-1].rstrip()} {line}"
        else:
            lines.append(line)
    return "\n".join(lines)


def published_of(given: dict[str, str], body: str, remarks: tuple[str, ...] = ()) -> Published:
    """What a document says of itself, as far as the format can hold it; the rest is a remark."""
    given, body, taken = without_bylines(body, given)
    told = [*remarks, *taken]
    language = given.get("language", "").replace("_", "-")
    language = language[:2].lower() + language[2:]
    url = given.get("url", "")
    day = day_of(given.get("published", ""))
    if given.get("published", "").strip() not in ("", "..") and not day:
        told.append(f"the date '{given['published'][:60]}' could not be read, and is left out")
    return Published(
        body=unwrapped(body),
        headline=one_line(given.get("headline", "")),
        publisher=one_line(given.get("publisher", "")),
        author=one_line(given.get("author", "")),
        url=url if re.fullmatch(r"https?://\S+", url) else "",
        language=language if _LANGUAGE.fullmatch(language) else "",
        published=day,
        remarks=tuple(told),
    )


def one_line(text: str) -> str:
    """A text on one line, without characters nobody sees at its ends."""
    return " ".join(text.split())


def day_of(text: str) -> str:
    """A date as the format has it: the day of a time stamp, or any date that can be read alone; else empty."""
    text = one_line(text)
    stamp = _DAY.match(text)
    day = stamp[0] if stamp is not None else text
    return day if day not in ("", "..") and read_date(day) is not None else ""


def _front_matter(text: str, path: PurePosixPath) -> tuple[dict[str, str], str]:
    lines = text.split("\n")
    if not lines or lines[0].rstrip() != "---":
        return {}, text
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        return {}, text
    node, problems = read_yaml("\n".join(lines[1:end]) + "\n", path, 2)
    if problems:
        problem = problems[0]
        raise FactsuiteError(f"error: {problem.message}", hint=problem.hint or "mend the front matter", at=problem.at)
    if node is not None and not isinstance(node, Map):
        at = Location(path=path, line=2)
        raise FactsuiteError("error: the front matter holds no fields", hint="write `headline: ...`", at=at)
    return _given(node) if node is not None else {}, "\n".join(lines[end + 1 :])


def _given(node: Map) -> dict[str, str]:
    found = {}
    for field, names in _NAMES.items():
        values = [node.get(name) for name in names]
        texts = [str(value) for value in values if isinstance(value, Text) and str(value).strip()]
        if texts:
            found[field] = texts[0]
    return found
