"""The words of a Markdown text: what only lays it out is blanked, so that every place stays where it is.

What is read: CommonMark's headings, lists, quotations, emphasis, links, images, comments and tags, and tables as
GitHub writes them. A block is what no sentence reaches across: a heading, a paragraph, an item of a list, a table row.
"""

import re
from functools import lru_cache

from msgspec import Struct

_COMMENT_END = "-->"
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>|<https?://[^<>\s]+>")
_COMMENT_OR_TAG = re.compile(rf"<!--.*?{_COMMENT_END}|{_TAG.pattern}", re.DOTALL)
_REFERENCE = re.compile(r"^ {0,3}\[[^\]\n]{1,100}\]:[ \t]+\S.*$", re.MULTILINE)
_LINK = re.compile(
    r"(!?\[)([^\[\]\n]{0,500})(\]\([^()\n]{0,500}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|\]\[[^\[\]\n]{0,100}\])"
)
_FOOTNOTE = re.compile(r"\[\^[^\]\n]{1,50}\]:?")
_EMPHASIS = re.compile(r"(?<![\w*_])[*_]{1,3}(?=[^\s*_])|(?<=[^\s*_])[*_]{1,3}(?![\w*_])|(?<=\w)\*{2}(?=\w)")
_ESCAPE = re.compile(r"\\(?:[*_`]|(?=[!-/:-@\[-`{-~]))")  # an escaped asterisk is printed, and is no word
_LINE_HEAD = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*")
_HEADING = re.compile(r"#{1,6}(?=[ \t]|$)")
_ITEM = re.compile(r"(?:[-+*]|\d{1,3}[.)])[ \t]+(?=\S)")
_RULE = re.compile(r"(?:[-*_=][ \t]*){2,}$|=$")
_CLOSING = re.compile(r"[ \t]#+[ \t]*$")
_ANYTHING = re.compile(r"[^\n]")


class Block(Struct, frozen=True, kw_only=True):
    """A stretch no sentence reaches across."""

    start: int
    end: int
    is_heading: bool = False
    is_table_head: bool = False
    """The first row of a table, above a row of dashes: it names the columns."""


class Prose(Struct, frozen=True, kw_only=True):
    """The words of a text at their places, and its blocks in order."""

    text: str
    blocks: tuple[Block, ...]


@lru_cache(maxsize=8)
def read_markdown(source: str) -> Prose:
    """The words of a Markdown text. Of a link its words stay, of an image the words that stand for it."""
    lines = _without_marks(source).split("\n")
    blocks: list[Block] = []
    opened: int | None = None
    place = 0
    for index, line in enumerate(lines):
        written, begins, is_heading = _line(line, opened is not None)
        end = place + len(line)
        if (not written.strip() or begins) and opened is not None:
            underlined = is_heading and not written.strip()
            is_head = line.lstrip(" \t>").startswith("|") and not written.strip()
            blocks.append(Block(start=opened, end=place - 1, is_heading=underlined, is_table_head=is_head))
            opened = None
        if written.strip() and is_heading:
            blocks.append(Block(start=place, end=end, is_heading=True))
        elif written.strip() and opened is None:
            opened = place
        lines[index] = written
        place = end + 1
    if opened is not None:
        blocks.append(Block(start=opened, end=place - 1))
    return Prose(text="\n".join(lines), blocks=tuple(blocks))


def _line(line: str, within: bool) -> tuple[str, bool, bool]:
    """A line without its marks, whether a block begins with it, and whether it is a heading, or underlines one."""
    head = _LINE_HEAD.match(line)
    start = head.end() if head is not None else 0
    if _RULE.match(line, start):
        underlines = within and line[start : start + 1] in "=-"
        return " " * len(line), True, underlines
    heading = _HEADING.match(line, start)
    if heading is not None:
        closing = _CLOSING.search(line, heading.end())
        words = line[heading.end() : closing.start()] if closing is not None else line[heading.end() :]
        return (" " * heading.end() + words).ljust(len(line)), True, True
    if line[start : start + 1] == "|":
        cells = line[start:].replace("|", " ")
        return " " * start + ("" if set(cells) <= set(" \t:-") else cells).ljust(len(cells)), True, False
    item = _ITEM.match(line, start)
    start = item.end() if item is not None else start
    return " " * start + line[start:], item is not None, False


def _without_marks(source: str) -> str:
    text = _without_tags(source) if "<" in source else source
    if "[" in text:
        text = _REFERENCE.sub(_blank, text)
        text = _LINK.sub(lambda link: " " * len(link[1]) + link[2] + " " * len(link[3]), text)
        text = _FOOTNOTE.sub(_blank, text)
    text = _ESCAPE.sub(_blank, text) if "\\" in text else text
    return _EMPHASIS.sub(lambda marks: " " * len(marks[0]), text) if "*" in text or "_" in text else text


def _without_tags(source: str) -> str:
    """A text without its comments and tags. Comments are looked for up to the last end of one: the search for an end
    that is not there would go through the whole text at every beginning.
    """
    last = source.rfind(_COMMENT_END)
    closed = last + len(_COMMENT_END) if last >= 0 else 0
    return _COMMENT_OR_TAG.sub(_blank, source[:closed]) + _TAG.sub(_blank, source[closed:])


def _blank(found: re.Match[str]) -> str:
    return _ANYTHING.sub(" ", found[0])
