"""The record of a web archive (WARC) that holds a source."""

from collections.abc import Iterator
from io import BytesIO

from msgspec import Struct

from factsuite.pinning.errors import CouldNotLook, missing_extra

_LISTED = 8
"""URLs of an archive that a hint lists."""
_PAGES = ("", "text/html", "application/xhtml+xml", "text/plain", "application/pdf")
"""The types of records that may be a source; an archive of a page also holds its pictures and scripts."""


class Record(Struct, frozen=True, kw_only=True):
    """What an archive holds of one URL."""

    url: str
    data: bytes
    media_type: str
    charset: str


class _Head(Struct, frozen=True):
    """A record before its content is read."""

    url: str
    media_type: str
    charset: str
    content: bytes


def find_record(data: bytes, url: str, *, asked_for: bool, max_bytes: int) -> Record:
    """The record of a URL; the only one there is where none has that URL and none was asked for."""
    urls = [head.url for head in _heads(data)]
    chosen = next((each for each in urls if url and _same(each, url)), None)
    if chosen is None and not asked_for and len(set(urls)) == 1:
        chosen = urls[0]
    if chosen is None:
        listed = ", ".join(sorted(set(urls))[:_LISTED])
        what = f"the archive holds no record of {url}" if url else "the archive holds several records, or none"
        raise CouldNotLook(what, hint=f"choose one with --record URL; it holds {listed or 'no page at all'}")
    head = next(head for head in _heads(data, read=chosen, max_bytes=max_bytes) if head.url == chosen)
    return Record(url=chosen, data=head.content, media_type=head.media_type, charset=head.charset)


def _heads(data: bytes, read: str | None = None, max_bytes: int = 0) -> Iterator[_Head]:
    """The records that may be a source; only the content of the one at `read` is read, up to `max_bytes`."""
    try:
        from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
        from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]
    except ImportError as error:
        raise missing_extra("warcio") from error
    try:
        for record in ArchiveIterator(BytesIO(data)):
            answer = record.http_headers
            if record.rec_type not in ("response", "resource") or (answer and answer.get_statuscode() != "200"):
                continue
            media_type, _, rest = ((answer or record.rec_headers).get_header("Content-Type") or "").partition(";")
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            if media_type.strip().lower() not in _PAGES:
                continue
            content = record.content_stream().read(max_bytes + 1) if url == read else b""
            if len(content) > max_bytes:
                hint = "allow more with --max-bytes"
                raise CouldNotLook(f"{url} unpacks to more than {max_bytes:,} bytes", hint=hint)
            charset = rest.partition("charset=")[2].partition(";")[0].strip(" \"'")
            yield _Head(url, media_type.strip().lower(), charset, content)
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        raise CouldNotLook(f"the archive cannot be read: {error}", hint="check the file") from error


def _same(found: str, wanted: str) -> bool:
    return found.partition("#")[0].rstrip("/") == wanted.partition("#")[0].rstrip("/")
