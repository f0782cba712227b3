"""Fetching a URL: http and https, within limits of size, time and redirects, from public addresses only."""

import zlib
from collections.abc import Callable
from email.message import Message
from http.client import HTTPException, HTTPResponse
from importlib.metadata import version
from time import monotonic
from urllib.parse import urljoin

from msgspec import Struct

from factsuite.pinning.addresses import Target, read_url, resolve
from factsuite.pinning.connections import Connection
from factsuite.pinning.errors import CouldNotLook

REDIRECTS = 5
"""How often a server may send a request on."""
MAX_BYTES = 50_000_000
TIMEOUT = 30.0
"""Seconds for the whole, redirects included."""

_SENT_ON = (301, 302, 303, 307, 308)
_CHUNK = 65_536


class Limits(Struct, frozen=True, kw_only=True):
    """How much and how long, and whether a private network may be asked."""

    max_bytes: int = MAX_BYTES
    seconds: float = TIMEOUT
    allow_private: bool = False


class Fetched(Struct, frozen=True, kw_only=True):
    """What a server sent."""

    data: bytes
    media_type: str
    """As the server declares it; empty where it does not."""
    charset: str
    redirects: tuple[str, ...]
    """Where the request was sent on to, in order; the last is where the bytes come from."""


class _SentOn(Struct, frozen=True):
    status: int
    url: str


def fetch(url: str, limits: Limits, tell: Callable[[int, str], None]) -> Fetched:
    """Fetch a URL; every redirect is told as it comes.

    Raises PinError for an address that may not be asked, CouldNotLook for an answer that is none.
    """
    deadline = monotonic() + limits.seconds
    redirects: list[str] = []
    target = read_url(url)
    while True:
        answer = _ask(target, limits, deadline, tuple(redirects))
        if isinstance(answer, Fetched):
            return answer
        if len(redirects) == REDIRECTS:
            raise CouldNotLook(f"{url} is sent on more than {REDIRECTS} times", hint="give the final address")
        target = read_url(_joined(target.url, answer.url))
        redirects.append(target.url)
        tell(answer.status, target.url)


def _joined(base: str, location: str) -> str:
    """Where a redirect leads; one that cannot be read is refused as it stands."""
    try:
        return urljoin(base, location)
    except ValueError:
        return location


def _ask(target: Target, limits: Limits, deadline: float, redirects: tuple[str, ...]) -> Fetched | _SentOn:
    connection = Connection(target, resolve(target, allow_private=limits.allow_private), deadline)
    try:
        response = connection.ask(target.path, f"factsuite-pin/{version('factsuite')}")
        location = response.headers.get("Location", "")
        if response.status in _SENT_ON and location:
            return _SentOn(response.status, location)
        if response.status != 200:
            reason = f"{response.status} {response.reason}".strip()
            raise CouldNotLook(f"{target.url} answers {reason}", hint="open it in a browser, and pin what it saves")
        data = _body(response, target, limits, deadline)
        if connection.too_late:
            raise _too_slow(target, limits)
        return _fetched(response.headers, data, redirects)
    except (OSError, HTTPException, zlib.error, ValueError) as error:
        if connection.too_late or isinstance(error, TimeoutError):
            raise _too_slow(target, limits) from error
        raise CouldNotLook(
            f"{target.url}: {_reason(error)}", hint="try again, or pin a file saved by a browser"
        ) from error
    finally:
        connection.end()


def _body(response: HTTPResponse, target: Target, limits: Limits, deadline: float) -> bytes:
    """The whole body, unpacked; a body cut short is refused, and one too large as soon as that is known."""
    declared = response.length
    if declared is not None and declared > limits.max_bytes:
        raise _too_large(target, limits)
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in ("identity", "", "gzip", "x-gzip"):
        raise CouldNotLook(f"{target.url} is sent packed as '{encoding}'", hint="pin a file saved by a browser")
    unpack = zlib.decompressobj(wbits=31) if "gzip" in encoding else None
    kept = bytearray()
    received = 0
    while chunk := response.read1(_CHUNK):
        received += len(chunk)
        kept += unpack.decompress(chunk, limits.max_bytes + 1 - len(kept)) if unpack is not None else chunk
        if max(len(kept), received) > limits.max_bytes:
            raise _too_large(target, limits)
        if monotonic() > deadline:
            raise _too_slow(target, limits)
    if (declared is not None and received != declared) or (unpack is not None and not unpack.eof):
        raise CouldNotLook(f"{target.url}: the answer ends too early", hint="try again")
    return bytes(kept)


def _fetched(headers: Message, data: bytes, redirects: tuple[str, ...]) -> Fetched:
    declared = headers.get_content_type() if headers.get("Content-Type") else ""
    charset = headers.get_content_charset() or ""
    return Fetched(data=data, media_type=declared, charset=charset, redirects=redirects)


def _reason(error: Exception) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return text or type(error).__name__


def _too_large(target: Target, limits: Limits) -> CouldNotLook:
    hint = "allow more with --max-bytes, or pin a file saved by a browser"
    return CouldNotLook(f"{target.url} is larger than {limits.max_bytes:,} bytes", hint=hint)


def _too_slow(target: Target, limits: Limits) -> CouldNotLook:
    return CouldNotLook(f"{target.url} took longer than {limits.seconds:g} seconds", hint="allow more with --timeout")
