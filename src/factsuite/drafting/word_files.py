"""Articles in Word files: the text as it stands with every tracked change accepted.

python-docx opens the package; its own `text` leaves out inserted runs, so the elements are walked here.
"""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from factsuite.drafting.published import Published
from factsuite.drafting.text_files import one_line, published_of
from factsuite.load.errors import FactsuiteError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DROPPED = frozenset(
    _W + name for name in ("del", "moveFrom", "instrText", "delText", "footnoteReference", "endnoteReference")
)
_LARGEST = 100_000_000
"""Bytes a file may unfold to."""


def from_word(data: bytes) -> Published:
    """The paragraphs of a .docx; rows of tables are lines of cells. Raises FactsuiteError for what cannot be read."""
    document = _opened(data)
    body = document.element.body
    remarks = []
    changes = sum(1 for _ in body.iter(_W + "ins", _W + "del", _W + "moveFrom", _W + "moveTo"))
    if changes:
        remarks.append(_told(changes, "tracked change was", "tracked changes were", "taken as accepted"))
    notes = sum(1 for _ in body.iter(_W + "footnoteReference", _W + "endnoteReference"))
    if notes:
        remarks.append(_told(notes, "footnote or endnote was", "footnotes and endnotes were", "left out"))
    if any(True for _ in body.iter(_W + "commentReference")):
        remarks.append("comments were left out")
    given: dict[str, str] = {}
    blocks = list(_blocks(body))
    title = next((text for style, text in blocks if style in ("Title", "Heading1")), "")
    if title:
        given["headline"] = title
    lines = []
    for style, text in blocks:
        if text == title and style in ("Title", "Heading1"):
            continue
        lines.append(f"### {text}" if style.startswith("Heading") else text)
    properties = document.core_properties
    if not title and one_line(properties.title or ""):
        given["headline"] = one_line(properties.title)
    if properties.language:
        given["language"] = properties.language
    return published_of(given, "\n\n".join(lines), tuple(remarks))


def _told(number: int, one: str, many: str, what: str) -> str:
    return f"{number} {one if number == 1 else many} {what}"


def _opened(data: bytes) -> Any:
    try:
        import docx
    except ImportError as error:
        hint = "pip install 'factsuite[draft]', or save the article as text"
        raise FactsuiteError("python-docx is not installed, which reads Word files", hint=hint) from error
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            if sum(item.file_size for item in package.infolist()) > _LARGEST:
                raise FactsuiteError("the Word file unfolds to more than 100 MB", hint="save the article as text")
        return docx.Document(BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError, OSError) as error:
        reason = one_line(str(error))[:100] or type(error).__name__
        raise FactsuiteError(f"it is no Word file that can be read: {reason}", hint="save it as .docx again") from error


def _blocks(element: Any) -> Iterator[tuple[str, str]]:
    """Paragraphs with their style, and rows of tables, in order; those that were deleted are left out."""
    carried = ""  # a paragraph whose mark was deleted goes on in the next
    for child in element.iterchildren():
        if child.tag == _W + "p":
            text = carried + "".join(_runs(child))
            carried = ""
            if child.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None:
                carried = text
                continue
            if one_line(text):
                yield _style(child), one_line(text)
        elif child.tag == _W + "tbl":
            for row in child.iter(_W + "tr"):
                cells = (" ".join(text for _, text in _blocks(cell)) for cell in row.iterchildren(_W + "tc"))
                if words := " | ".join(cell for cell in cells if cell):
                    yield "", f"| {words} |"
        elif child.tag in (_W + "sdt", _W + "sdtContent", _W + "ins", _W + "moveTo", _W + "customXml"):
            yield from _blocks(child)
    if one_line(carried):
        yield "", one_line(carried)


def _runs(element: Any) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag in _DROPPED:
            continue
        if child.tag == _W + "t":
            yield child.text or ""
        elif child.tag in (_W + "tab", _W + "br", _W + "cr"):
            yield " "
        elif child.tag == _W + "noBreakHyphen":
            yield "-"
        elif child.tag != _W + "pPr":
            yield from _runs(child)


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return str(style.get(_W + "val", "")) if style is not None else ""
