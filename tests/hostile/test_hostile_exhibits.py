"""Sources made to break their readers, given to `factsuite pin`: kept, or refused with a reason, in bounds."""

import gzip
import zlib
from pathlib import Path

import pytest
from fictional_town import write_town
from limited_runs import run_limited

from factsuite.pinning import confined
from factsuite.pinning.errors import CouldNotLook
from factsuite.pinning.extracting import Wanted, extract

WANTED = Wanted(max_bytes=1_000_000)
PACKED = b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n"


def warc(content: bytes, fields: bytes = b"Content-Type: text/html\r\n") -> bytes:
    answer = b"HTTP/1.1 200 OK\r\n" + fields + b"\r\n" + content
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
    head += b"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\n"
    return head + b"Content-Length: " + str(len(answer)).encode() + b"\r\n\r\n" + answer + b"\r\n\r\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<html>" + b"<div>" * 10_000 + b"Words." + b"</div>" * 10_000),
        ("a.html", b"<html>" + b"<script>" * 10_000),
        ("a.html", b"<html><a " + b"a=" * 20_000),
        ("a.html", b"<html>" + b"<!--" * 5_000),
        ("a.html", b"<html><meta charset=punycode>" + b"a" * 2_000),
        ("a.html", b"<html><meta charset=zlib_codec>abc"),
        ("a.txt", b"\xff\xfea"),
    ],
)
def test_a_page_of_any_form_is_read(name: str, data: bytes) -> None:
    assert isinstance(extract(data, "", "", name, WANTED).text, str)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<html>&#" + b"9" * 10_000 + b";"),
        ("a.pdf", b"%PDF-1.4\n" + bytes(range(256)) * 40),
        ("a.pdf", b"%PDF-1.4\n1 0 obj " + b"[" * 20_000 + b" endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF"),
        ("a.warc", b"WARC/1.0\r\n" + bytes(range(256)) * 40),
        ("a.warc", warc(b"x").replace(b"Content-Length: ", b"Content-Length: -", 1)),
        ("a.warc", warc(gzip.compress(b"<html>" + b"a" * 2_000_000), PACKED)),
        ("a.warc.gz", gzip.compress(warc(b"<html>" + b"a" * 2_000_000))),
    ],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore")
def test_what_cannot_be_read_or_unfolds_too_far_is_refused_with_a_reason(name: str, data: bytes) -> None:
    with pytest.raises(CouldNotLook) as refused:
        extract(data, "", "", name, WANTED)
    assert refused.value.hint


def test_a_large_file_is_read_in_a_process_of_its_own() -> None:
    page = b"<html><p>" + b"The bridge is long. " * (confined.SMALL // 20 + 1)
    assert confined.extract_confined(page, "", "", "a.html", WANTED) == extract(page, "", "", "a.html", WANTED)
    with pytest.raises(CouldNotLook, match="neither HTML, text, PDF nor WARC") as refused:
        confined.extract_confined(b"\0" * (confined.SMALL + 1), "", "", "a.bin", WANTED)
    assert str(refused.value).count("could not look") == 1


def test_a_reader_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "SECONDS", 2)
    with pytest.raises(CouldNotLook, match="could not be read within 2 seconds"):
        confined.extract_confined(b"<html>" + b"<!--" * 500_000, "", "", "a.html", WANTED)


def test_a_bomb_given_to_pin_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = write_town(tmp_path)
    bomb = zlib.compress(b"0" * 50_000_000)
    (tmp_path / "a.pdf").write_bytes(
        b"%PDF-1.4\n4 0 obj<</Filter/FlateDecode>>stream\n" + bomb + b"\nendstream endobj\n"
    )
    done = run_limited(tmp_path, "pin", "gazette", "a.pdf")
    assert done.returncode == 2
    assert "the PDF cannot be read" in done.stderr
    assert not (folder / "exhibits").exists()
    assert not (folder / "exhibits.yaml").exists()
