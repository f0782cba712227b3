"""Bytes to text: what is not plain UTF-8 text is refused with its place."""

import re
from pathlib import PurePosixPath

from factsuite.load.locations import Location
from factsuite.load.problems import Problem

_BOMS = (
    (b"\xef\xbb\xbf", "UTF-8"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_LINE_ENDS = ("\x85", "\u2028", "\u2029")
# What YAML 1.2 (section 5.1) does not count as printable, line ends and tab apart.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_CONTROLS = bytes(code for code in range(128) if _UNPRINTABLE.match(chr(code)))
_NO_CHARACTERS = "\ufffe".encode()[:2]  # how U+FFFE and U+FFFF begin


def decode(data: bytes, path: PurePosixPath) -> tuple[str | None, Problem | None]:
    """The text of a file, or the reason it cannot be read as text."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return None, _refused(
                Location(path=path),
                f"the file begins with a {name} byte order mark",
                "save it as UTF-8 without a byte order mark (BOM)",
            )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        return None, _refused(
            place_in(before, len(before), path),
            f"byte 0x{data[error.start]:02x} is not UTF-8 text",
            "save the file as UTF-8",
        )
    if not text.strip():
        return None, _refused(Location(path=path), "the file is empty", "write it, or remove it")
    found = _UNPRINTABLE.search(text) if _may_be_unprintable(data) else None
    if found:
        return None, _refused(
            place_in(text, found.start(), path),
            f"the file holds the control character U+{ord(found.group()):04X}",
            "this looks like a binary file; save it as plain UTF-8 text",
        )
    return text, None


def _may_be_unprintable(data: bytes) -> bool:
    """Whether to look for characters that do not print, one by one; a no is quick, and sure."""
    return len(data.translate(None, _CONTROLS)) < len(data) or _NO_CHARACTERS in data


def hidden_line_end(text: str, path: PurePosixPath, first_line: int = 1) -> Problem | None:
    """The problem of a YAML text with a line end that YAML counts and editors do not: every place below it would be
    a line off.
    """
    found = [offset for offset in map(text.find, _LINE_ENDS) if offset >= 0]
    if not found:
        return None
    first = min(found)
    return Problem(
        rule="yaml-syntax",
        message=f"U+{ord(text[first]):04X} is a line end that YAML counts and editors do not show",
        hint="delete it, or begin a new line there",
        at=place_in(text, first, path, first_line),
    )


def place_in(text: str, offset: int, path: PurePosixPath, first_line: int = 1) -> Location:
    """The place of an offset in a text whose first line has the given number."""
    line_start = text.rfind("\n", 0, offset) + 1
    line = text.count("\n", 0, offset) + first_line
    return Location(path=path, line=line, column=offset - line_start + 1)


def _refused(at: Location, message: str, hint: str) -> Problem:
    return Problem(rule="unreadable-file", message=message, hint=hint, at=at)
