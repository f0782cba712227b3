"""The lines above an article's first sentence that say who wrote it, and where and when it was published."""

import re

from factsuite.values.dates import read_date

_PARAGRAPHS = 4  # of the beginning of a text that are looked at
_LONGEST = 120
_NAME = r"[A-Z][\w.'\u2019-]*(?: (?:(?:de|la|van|von|der|den|di|da|del|al|bin|ibn|ben) ){0,2}[A-Z][\w.'\u2019-]*){1,3}"
_BYLINE = re.compile(rf"[Bb]y:?\s+(?P<author>{_NAME}(?:(?:, | and |, and ){_NAME}){{0,3}})")
_STAMP = re.compile(r"(?<=^\d{4}-\d{2}-\d{2})[T ].*$")
_PUBLISHES = re.compile(
    r"^The\b|\b(?:Agency|Broadcasting|Chronicle|Courier|Daily|Echo|Evening|Gazette|Guardian|Herald|Journal|Magazine|Mail|"
    r"Morning|News|Observer|Post|Press|Radio|Review|Standard|Star|Telegraph|Times|Today|Tribune|Weekly|Wire)\b"
)
"""What sounds like a publisher; another name before a date may be the place it was written in."""
_DATELINE = re.compile(
    r"(?:(?P<publisher>[A-Z][^,.;:|]{2,60}?)\s*[,|\u00b7\u2013\u2014]\s*)?(?:[Pp]ublished:?\s+(?:on\s+)?)?"
    r"(?P<published>(?:\w+,?\s+)?(?:\d{1,2}\s+\w+|\w+\s+\d{1,2},)\s+\d{4}|\d{4}-\d{2}-\d{2})"
)


def without_bylines(body: str, given: dict[str, str]) -> tuple[dict[str, str], str, tuple[str, ...]]:
    """What the first short lines say of the article beside what is `given`, the text without them, and remarks.

    A line is taken out only where all it says goes into the front matter, or stands there already.
    """
    found = dict(given)
    paragraphs = re.split(r"\n[ \t]*\n", body.strip("\n"))
    kept: list[str] = []
    remarks: list[str] = []
    for place, paragraph in enumerate(paragraphs):
        line = _plain(paragraph)
        said = _said(line) if place < _PARAGRAPHS and "\n" not in paragraph.strip() else {}
        news = {name: words for name, words in said.items() if not found.get(name, "").strip(" .")}
        if said and all(name in news or _same(found[name], words) for name, words in said.items()):
            found |= news
            remarks.append(f"'{line}' was taken out of the text, for the front matter")
            continue
        kept.append(paragraph)
        if len(line) > _LONGEST or line.endswith((".", "!", "?")):
            break
    kept += paragraphs[len(kept) + len(remarks) :]
    return (found, "\n\n".join(kept), tuple(remarks)) if remarks and kept else (given, body, ())


def _said(line: str) -> dict[str, str]:
    """What a line says of the article, if it says nothing else."""
    if len(line) > _LONGEST:
        return {}
    byline = _BYLINE.fullmatch(line)
    if byline is not None:
        return {"author": byline["author"]}
    dateline = _DATELINE.fullmatch(line)
    if dateline is None or read_date(dateline["published"]) is None:
        return {}
    if dateline["publisher"] and not _PUBLISHES.search(dateline["publisher"]):
        return {}
    return {name: words for name, words in dateline.groupdict().items() if words}


def _same(one: str, other: str) -> bool:
    """Whether two texts are the same words, or the same day in another form: *2031-06-04*, 4 June 2031."""
    first, second = read_date(_STAMP.sub("", one)), read_date(other)
    return one == other or (first is not None and second is not None and first.starts == second.starts)


def _plain(paragraph: str) -> str:
    """A line without the stars that make it bold or italic."""
    return " ".join(paragraph.split()).strip("*_ ")
