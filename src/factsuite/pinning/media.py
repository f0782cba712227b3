"""What sort of file some bytes are, and the text of those that are text."""

import re
from pathlib import PurePosixPath

from factsuite.pinning.errors import CouldNotLook

HTML, TEXT, PDF, WARC = "text/html", "text/plain", "application/pdf", "application/warc"

_SUFFIXES = {
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".txt": TEXT,
    ".text": TEXT,
    ".md": TEXT,
    ".pdf": PDF,
    ".warc": WARC,
    ".gz": WARC,
}
_DECLARED = {
    HTML: HTML,
    "application/xhtml+xml": HTML,
    TEXT: TEXT,
    "text/markdown": TEXT,
    PDF: PDF,
    WARC: WARC,
}
_HTML_HEAD = re.compile(rb"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_FALLBACK = "windows-1252"
_AS_WINDOWS = ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii")
"""Read as windows-1252, as browsers do (WHATWG Encoding Standard)."""


def media_type_of(data: bytes, declared: str, name: str) -> str:
    """What the bytes are: by their own first bytes, by what the server declares, by the name. Raises CouldNotLook."""
    head = data[:1024]
    if b"%PDF-" in head:
        return PDF
    if head.startswith(b"WARC/") or (head.startswith(b"\x1f\x8b") and name.lower().endswith(".warc.gz")):
        return WARC
    by_name = _SUFFIXES.get(PurePosixPath(name.lower()).suffix, "")
    found = _DECLARED.get(declared) or (by_name if declared in ("", "application/octet-stream") else "")
    if found in (HTML, TEXT):
        return HTML if found == TEXT and _HTML_HEAD.match(head.lstrip()) else found
    if not found and not declared and _HTML_HEAD.search(head):
        return HTML
    if not found and declared in ("", "application/octet-stream") and b"\0" not in data and _is_utf8(data):
        return TEXT
    what = f"a file of type '{declared}'" if declared else f"'{name}'"
    raise CouldNotLook(f"{what} is neither HTML, text, PDF nor WARC", hint="pin it in one of these forms")


def decoded(data: bytes, declared: str, *, page: bool) -> tuple[str, str]:
    """Bytes as text, and the encoding they were read in: marked, declared, UTF-8, or at last windows-1252."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace"), name
    meta = _META_CHARSET.search(data[:2048]) if page else None
    given = declared or (meta[1].decode("ascii") if meta is not None else "")
    wanted = _FALLBACK if given.lower() in _AS_WINDOWS else given.lower()
    for name in (wanted, "utf-8") if wanted else ("utf-8",):
        try:
            return data.decode(name), name
        except (LookupError, UnicodeError):
            continue
    return data.decode(_FALLBACK, "replace"), _FALLBACK


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
