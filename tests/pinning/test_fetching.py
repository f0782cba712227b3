"""Fetching, against a server on the loopback address: limits, redirects, and answers that are none."""

import gzip
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler

import pytest
from loopback import Answer, page, sent_on, serving

from factsuite.pinning.errors import CouldNotLook, PinError
from factsuite.pinning.fetching import REDIRECTS, Fetched, Limits, fetch

HERE = Limits(allow_private=True, seconds=5)


def get(answers: dict[str, Answer], path: str, limits: Limits = HERE, told: list[str] | None = None) -> Fetched:
    """Fetch a path of a server; `told` collects what is said about redirects."""
    with serving(answers) as server:
        tell = (
            (lambda status, url: told.append(f"{status} {url.removeprefix(server)}")) if told is not None else _ignore
        )
        return fetch(server + path, limits, tell)


def _ignore(status: int, url: str) -> None:
    del status, url


def test_a_page_comes_with_its_type_and_encoding() -> None:
    found = get({"/a?b=c%20d": page(b"caf\xe9", "text/html; charset=ISO-8859-1")}, "/a?b=c%20d")
    assert (found.data, found.media_type, found.charset) == (b"caf\xe9", "text/html", "iso-8859-1")
    assert found.redirects == ()


def test_redirects_are_followed_told_and_kept() -> None:
    told: list[str] = []
    answers = {"/old": sent_on("/newer", 301), "/newer": sent_on("new?x=1", 307), "/new?x=1": page(b"here")}
    found = get(answers, "/old#part", told=told)
    assert found.data == b"here"
    assert told == ["301 /newer", "307 /new?x=1"]
    assert [url.rpartition("/")[2] for url in found.redirects] == ["newer", "new?x=1"]


def test_redirects_in_a_circle_end() -> None:
    told: list[str] = []
    with pytest.raises(CouldNotLook, match=f"more than {REDIRECTS} times"):
        get({"/a": sent_on("/b"), "/b": sent_on("/a")}, "/a", told=told)
    assert len(told) == REDIRECTS


@pytest.mark.parametrize(
    "to", ["file:///etc/hostname", "ftp://example.org/x", "http://user:word@127.0.0.1/", "http://[::1/"]
)
def test_a_redirect_to_anything_but_a_plain_web_address_is_refused(to: str) -> None:
    with pytest.raises(PinError, match="cannot be fetched"):
        get({"/a": sent_on(to)}, "/a")


def test_a_private_address_is_refused_unless_asked_for() -> None:
    with pytest.raises(PinError, match=r"127\.0\.0\.1 is no public address") as caught:
        get({"/": page(b"secret")}, "/", Limits())
    assert "--allow-private" in str(caught.value)


def test_a_name_that_leads_to_a_private_address_is_refused() -> None:
    with pytest.raises(PinError, match=r"is no public address \(localhost\)"):
        fetch("http://localhost:9/", Limits(), _ignore)


def test_every_redirect_is_resolved_and_checked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    import factsuite.pinning.fetching as module

    asked: list[str] = []
    real = module.resolve

    def resolve(target: module.Target, *, allow_private: bool) -> object:
        asked.append(target.path)
        return real(target, allow_private=allow_private and target.path != "/inner")

    monkeypatch.setattr(module, "resolve", resolve)
    with pytest.raises(PinError, match="no public address"):
        get({"/outer": sent_on("/inner"), "/inner": page(b"secret")}, "/outer")
    assert asked == ["/outer", "/inner"]


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that resolves to another address the second time gains nothing: it is resolved once."""
    import socket

    real, calls = socket.getaddrinfo, []

    def once(host: str, *args: object, **named: object) -> object:
        calls.append(host)
        assert len(calls) == 1
        return real("127.0.0.1", *args, **named)  # type: ignore[arg-type]

    with serving({"/": page(b"here")}) as server:
        monkeypatch.setattr(socket, "getaddrinfo", once)
        url = server.replace("127.0.0.1", "bridge.larkhaven.example")
        assert fetch(url + "/", HERE, _ignore).data == b"here"
    assert calls == ["bridge.larkhaven.example"]


def test_a_body_declared_too_large_is_not_read() -> None:
    with pytest.raises(CouldNotLook, match="larger than 10 bytes"):
        get({"/": page(b"x" * 11)}, "/", Limits(allow_private=True, max_bytes=10))


def test_a_body_that_grows_too_large_is_cut_off() -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        with suppress(OSError):
            while True:
                handler.wfile.write(b"x" * 10_000)

    with pytest.raises(CouldNotLook, match="larger than 50,000 bytes"):
        get({"/": endless}, "/", Limits(allow_private=True, max_bytes=50_000, seconds=10))


def test_a_packed_body_is_unpacked_within_the_limit() -> None:
    packed = gzip.compress(b"x" * 1_000_000, mtime=0)
    answers = {"/": page(packed, Content_Encoding="gzip")}
    assert get(answers, "/").data == b"x" * 1_000_000
    with pytest.raises(CouldNotLook, match="larger than 100,000 bytes"):
        get(answers, "/", Limits(allow_private=True, max_bytes=100_000))


def test_a_packed_body_that_ends_too_early_is_refused() -> None:
    packed = gzip.compress(b"some words of the council", mtime=0)[:-6]
    with pytest.raises(CouldNotLook, match="ends too early"):
        get({"/": page(packed, Content_Encoding="gzip")}, "/")


def test_a_body_shorter_than_declared_is_refused() -> None:
    def short(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100")
        handler.end_headers()
        handler.wfile.write(b"half")

    with pytest.raises(CouldNotLook, match="ends too early"):
        get({"/": short}, "/")


@pytest.mark.parametrize("part", ["head", "body"])
def test_a_server_that_drips_is_cut_off_at_the_deadline(part: str) -> None:
    def dripping(handler: BaseHTTPRequestHandler) -> None:
        if part == "body":
            handler.send_response(200)
            handler.end_headers()
        for _ in range(100):
            try:
                handler.wfile.write(b"H")
            except OSError:
                return
            time.sleep(0.1)

    started = time.monotonic()
    with pytest.raises(CouldNotLook, match=r"took longer than 0\.6 seconds"):
        get({"/": dripping}, "/", Limits(allow_private=True, seconds=0.6))
    assert time.monotonic() - started < 4


def test_an_error_of_the_server_is_no_page() -> None:
    with pytest.raises(CouldNotLook, match="answers 404 Not Found"):
        get({}, "/gone")


def test_a_port_where_nobody_listens_could_not_be_looked_at() -> None:
    with serving({}) as server:
        pass
    with pytest.raises(CouldNotLook, match="refused"):
        fetch(server + "/", HERE, _ignore)


def test_an_answer_that_is_no_http_could_not_be_looked_at() -> None:
    def nonsense(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"\x00\x01 nonsense\r\n\r\n")

    with pytest.raises(CouldNotLook):
        get({"/": nonsense}, "/")


def test_a_secure_connection_is_not_made_to_whoever_cannot_prove_who_they_are() -> None:
    with serving({"/": page(b"here")}) as server, pytest.raises(CouldNotLook, match="https://127"):
        fetch(server.replace("http:", "https:") + "/", HERE, _ignore)
