"""Extracting text: pages, plain text in its encodings, PDF pages, records of web archives."""

import gzip
import sys
from io import BytesIO

import pytest

from factsuite.pinning.errors import CouldNotLook, PinError
from factsuite.pinning.extracting import Extracted, Wanted, extract
from factsuite.pinning.html_text import html_text

LIMIT = 1_000_000


def read(data: bytes, name: str, declared: str = "", charset: str = "", **wanted: object) -> Extracted:
    return extract(data, declared, charset, name, Wanted(max_bytes=LIMIT, **wanted))  # type: ignore[arg-type]


def pdf(*pages: str) -> bytes:
    """A PDF with one line of text a page, written by hand."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for n, text in enumerate(pages):
        stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * n} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("ascii")


def archive(*records: tuple[str, str, bytes], packed: bool = True) -> bytes:
    """A web archive of some pages: address, type and body."""
    from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
    from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

    out = BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer._create_temp_file = BytesIO  # its own is never closed
    for url, media_type, body in records:
        head = StatusAndHeaders("200 OK", [("Content-Type", media_type)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=BytesIO(body), http_headers=head))
    return out.getvalue()


def test_a_page_gives_the_words_it_shows() -> None:
    page = """<!DOCTYPE html><html><head><title>Bridge opens</title><style>p {}</style>
    <script>if (a < b) { "never said" }</script></head><body>
    <h1>Bridge&nbsp;opens</h1><p>At least <b>3</b>,<i>000</i>
    people<br>came &mdash; <q>all day</q>.<p>A com&shy;mittee met.<table><tr><td>Sunday</td><td>412</td></tr></table>
    <noscript>no script</noscript><template>not shown</template><svg><title>x</title><text>y</text></svg><p>End"""
    assert html_text(page) == (
        "Bridge opens\nAt least 3,000 people\ncame \u2014 \u201call day\u201d.\nA committee met.\nSunday\n412\nEnd\n"
    )


def test_markup_inside_silent_elements_does_not_end_them() -> None:
    assert html_text("<p>a</p><object><object>x</object>y</object><iframe/><p>b</p></body></html>") == "a\nb\n"


def test_a_broken_page_still_gives_its_words() -> None:
    assert html_text("<p>one <b>two</p></div> three &nosuchthing; &#0; <!-- four --> <![CDATA[five]]> 5 < 6") == (
        "one two\nthree &nosuchthing; \ufffd 5 < 6\n"
    )


@pytest.mark.parametrize(
    ("data", "name", "declared", "charset", "text", "read_as"),
    [
        ("caf\u00e9\r\nopen\r".encode(), "a.txt", "", "", "caf\u00e9\nopen\n", "utf-8"),
        (b"\xef\xbb\xbfopen", "a.txt", "", "", "open", "utf-8-sig"),
        ("open\u2019".encode("utf-16"), "a.txt", "", "", "open\u2019", "utf-16"),
        (b"caf\xe9 \x93open\x94", "a", "text/plain", "iso-8859-1", "caf\u00e9 \u201copen\u201d", "windows-1252"),
        (b"caf\xe9", "a", "text/plain", "", "caf\u00e9", "windows-1252"),
        ("caf\u00e9".encode(), "a", "text/plain", "no-such-code", "caf\u00e9", "utf-8"),
        (b"<meta charset='windows-1251'><p>\xcc\xe8\xf0", "a.html", "", "", "\u041c\u0438\u0440\n", "windows-1251"),
    ],
)
def test_text_is_read_in_its_encoding(
    data: bytes, name: str, declared: str, charset: str, text: str, read_as: str
) -> None:
    found = read(data, name, declared, charset)
    assert (found.text, found.charset) == (text, read_as)


def test_the_bytes_say_what_a_file_is_before_its_name_does() -> None:
    assert read(b"<!doctype html><p>Hello", "saved.txt").media_type == "text/html"
    assert read(pdf("Hello"), "download", "application/octet-stream").media_type == "application/pdf"
    assert read(b"plain words", "README").media_type == "text/plain"


@pytest.mark.parametrize(("data", "declared"), [(b"\x89PNG\r\n\x1a\n\0\0", ""), (b"{}", "application/json")])
def test_what_nobody_can_read_could_not_be_looked_at(data: bytes, declared: str) -> None:
    with pytest.raises(CouldNotLook, match="neither HTML, text, PDF nor WARC"):
        read(data, "picture", declared)


def test_pages_of_a_pdf_stay_apart() -> None:
    found = read(pdf("We counted 412 people.", "Nobody tested it."), "report.pdf")
    assert found.text.split("\f") == ["We counted 412 people.", "Nobody tested it."]
    assert found.extractor.startswith("pypdf ")


def test_a_broken_pdf_could_not_be_looked_at() -> None:
    with pytest.raises(CouldNotLook, match="the PDF cannot be read"):
        read(b"%PDF-1.4\nnothing more", "report.pdf")


def test_the_record_of_the_source_is_read_from_an_archive() -> None:
    data = archive(
        ("https://gazette.example/", "text/html", b"<p>Front page"),
        ("https://gazette.example/bridge", "text/html; charset=utf-8", "<p>caf\u00e9".encode()),
        ("https://gazette.example/a.png", "image/png", b"\x89PNG"),
    )
    found = read(data, "saved.warc.gz", record="https://gazette.example/bridge#top")
    assert (found.text, found.record) == ("caf\u00e9\n", "https://gazette.example/bridge")
    assert "warcio" in found.extractor
    assert read(archive(("http://a.example/", "text/plain", b"words"), packed=False), "a.warc").text == "words"


def test_an_archive_of_one_page_needs_no_address() -> None:
    data = archive(("http://a.example/x", "text/plain", b"words"), ("http://a.example/s.js", "text/javascript", b"x"))
    assert read(data, "a.warc.gz", record="http://other.example/").text == "words"
    with pytest.raises(CouldNotLook, match=r"no record of http://other\.example/"):
        read(data, "a.warc.gz", record="http://other.example/", asked_for=True)


def test_an_archive_of_several_pages_asks_which() -> None:
    data = archive(("http://a.example/1", "text/plain", b"one"), ("http://a.example/2", "text/plain", b"two"))
    with pytest.raises(CouldNotLook, match=r"holds http://a\.example/1, http://a\.example/2"):
        read(data, "a.warc.gz")


def test_an_archive_that_unpacks_too_large_is_refused() -> None:
    data = archive(("http://a.example/1", "text/plain", b"x" * (LIMIT + 1)))
    with pytest.raises(CouldNotLook, match="unpacks to more than"):
        read(data, "a.warc.gz")


def test_a_broken_archive_could_not_be_looked_at() -> None:
    with pytest.raises(CouldNotLook):
        read(gzip.compress(b"no archive", mtime=0), "a.warc.gz")


def test_trafilatura_reads_the_main_text_and_is_named() -> None:
    words = "The council of Larkhaven met on Monday and voted to open the new bridge to the public. " * 4
    found = read(
        f"<html><body><nav>Home</nav><article><p>{words}</p></article></body></html>".encode(),
        "a.html",
        extractor="trafilatura",
    )
    assert "voted to open the new bridge" in found.text
    assert found.extractor.startswith("trafilatura ")


@pytest.mark.parametrize(
    ("library", "data", "name", "wanted"),
    [
        ("pypdf", pdf("Hello"), "a.pdf", {}),
        ("warcio", b"WARC/1.0\r\n", "a.warc", {}),
        ("trafilatura", b"<p>Hello", "a.html", {"extractor": "trafilatura"}),
    ],
)
def test_a_missing_library_is_named_with_the_command_that_brings_it(
    library: str, data: bytes, name: str, wanted: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in [each for each in sys.modules if each.partition(".")[0] == library]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(PinError, match=rf"{library} is not installed\n  hint: pip install 'factsuite\[exhibits\]'"):
        read(data, name, **wanted)
