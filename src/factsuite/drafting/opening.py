"""An article's file, opened: Markdown, plain text, HTML or Word, by its ending."""

import re
from pathlib import PurePosixPath

from factsuite.drafting.pages import from_html
from factsuite.drafting.published import Published
from factsuite.drafting.text_files import from_markdown, from_plain_text
from factsuite.drafting.word_files import from_word
from factsuite.load.decoding import place_in
from factsuite.load.errors import FactsuiteError
from factsuite.load.locations import Location
from factsuite.pinning.extracting import EXTRACTORS, Wanted, extract
from factsuite.pinning.media import HTML, decoded

ENDINGS = (".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml", ".docx")
_LARGEST = 50_000_000
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")


def open_article(data: bytes, path: PurePosixPath, extractor: str = EXTRACTORS[0]) -> Published:
    """The article in a file. Raises FactsuiteError, with the place, for what is no text, or holds none."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        known = "Markdown, plain text, HTML or Word (.md, .txt, .html, .docx)"
        raise FactsuiteError(f"{path}: error: '{ending or path.name}' is no form an article is read from", hint=known)
    if len(data) > _LARGEST:
        raise FactsuiteError(f"{path}: error: the file has more than 50 MB", hint="save the article alone")
    found = _opened(data, path, ending, extractor)
    if not any(character.isalnum() for character in found.body):
        hint = "it has a headline alone" if found.headline else "name the file that holds the article"
        raise FactsuiteError(f"{path}: error: the file holds no text", hint=hint)
    return found


def _opened(data: bytes, path: PurePosixPath, ending: str, extractor: str) -> Published:
    if ending == ".docx":
        try:
            return from_word(data)
        except FactsuiteError as error:
            raise FactsuiteError(f"{path}: error: {error}") from error
    is_page = ending in (".html", ".htm", ".xhtml")
    text = (
        decoded(data, "", page=is_page)[0]
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\f", "\n")
        .lstrip("\ufeff")
    )
    broken = _UNPRINTABLE.search(text)
    if broken is not None and not is_page:
        at = place_in(text, broken.start(), path)
        raise FactsuiteError(
            f"error: the file holds the control character U+{ord(broken[0]):04X}",
            hint="this looks like a binary file; save the article as text",
            at=Location(path=path, line=at.line, column=at.column),
        )
    if is_page:
        text = _UNPRINTABLE.sub(" ", text)
        main = None
        if extractor != EXTRACTORS[0]:
            main = extract(data, HTML, "", path.name, Wanted(extractor=extractor, max_bytes=_LARGEST)).text
        return from_html(text, main)
    return from_plain_text(text) if ending in (".txt", ".text") else from_markdown(text, path)
