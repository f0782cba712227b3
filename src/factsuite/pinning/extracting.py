"""The text of a source: HTML, plain text, PDF, or a record of a web archive."""

from importlib.metadata import version
from io import BytesIO

from msgspec import Struct

from factsuite.pinning.errors import CouldNotLook, missing_extra
from factsuite.pinning.html_text import NAME as HTML_EXTRACTOR
from factsuite.pinning.html_text import html_text
from factsuite.pinning.media import HTML, PDF, WARC, decoded, media_type_of
from factsuite.pinning.records import find_record

EXTRACTORS = ("stdlib-html", "trafilatura")
"""What may extract the text of a page: every word it shows, or what looks like its main text."""

_PAGE_END = "\f"
_OF_A_BROKEN_PDF = (
    ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError,
)  # fmt: skip
"""What its reader makes of a file that is no PDF after all."""


class Extracted(Struct, frozen=True, kw_only=True):
    """The text of a source and where it comes from."""

    text: str
    media_type: str
    extractor: str
    charset: str = ""
    record: str = ""
    """The URL of the record, for a web archive."""


class Wanted(Struct, frozen=True, kw_only=True):
    """How a text is to be extracted."""

    extractor: str = EXTRACTORS[0]
    record: str = ""
    """The URL of a record of a web archive: the one asked for, or else the source's own."""
    asked_for: bool = False
    """The record was asked for, and no other will do."""
    max_bytes: int


def extract(data: bytes, declared: str, charset: str, name: str, wanted: Wanted) -> Extracted:
    """Extract the text of some bytes. Raises CouldNotLook for what cannot be read, PinError for a missing extra."""
    media_type = media_type_of(data, declared, name)
    if media_type == WARC:
        record = find_record(data, wanted.record, asked_for=wanted.asked_for, max_bytes=wanted.max_bytes)
        if media_type_of(record.data, record.media_type, record.url) == WARC:
            raise CouldNotLook("the record is an archive itself", hint="choose another with --record URL")
        inner = extract(record.data, record.media_type, record.charset, record.url, wanted)
        extractor = f"{inner.extractor}, warcio {version('warcio')}"
        return Extracted(
            text=inner.text, media_type=WARC, extractor=extractor, charset=inner.charset, record=record.url
        )
    if media_type == PDF:
        return Extracted(text=_pdf_text(data), media_type=PDF, extractor=f"pypdf {version('pypdf')}")
    text, read_as = decoded(data, charset, page=media_type == HTML)
    if media_type == HTML:
        extractor, text = _page_text(text, wanted.extractor)
        return Extracted(text=text, media_type=HTML, extractor=extractor, charset=read_as)
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return Extracted(text=plain, media_type=media_type, extractor="stdlib-text 1", charset=read_as)


def _page_text(page: str, extractor: str) -> tuple[str, str]:
    if extractor == EXTRACTORS[0]:
        try:
            return HTML_EXTRACTOR, html_text(page)
        except (AssertionError, ValueError, RecursionError) as error:  # what Python's own parser makes of some pages
            reason = str(error).partition(";")[0] or type(error).__name__
            raise CouldNotLook(f"the page cannot be read: {reason}", hint="pin a copy saved by a browser") from error
    try:
        import trafilatura
    except ImportError as error:
        raise missing_extra("trafilatura") from error
    found = trafilatura.extract(page, favor_recall=True, include_comments=False, include_tables=True)
    text = (found or "").replace("\r\n", "\n").replace(_PAGE_END, " ")
    return f"trafilatura {version('trafilatura')}", f"{text}\n" if text else ""


def _pdf_text(data: bytes) -> str:
    """The pages of a PDF, with a form feed between them."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError as error:
        raise missing_extra("pypdf") from error
    try:
        reader = PdfReader(BytesIO(data))
        pages = [page.extract_text().replace(_PAGE_END, " ") for page in reader.pages]
    except (PyPdfError, *_OF_A_BROKEN_PDF) as error:
        reason = str(error) or type(error).__name__
        raise CouldNotLook(f"the PDF cannot be read: {reason}", hint="pin a copy without a password") from error
    return _PAGE_END.join(pages)
