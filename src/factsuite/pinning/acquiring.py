"""Getting hold of a source: its bytes from a file or from the web, and the text they hold."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from factsuite.load.problems import shortened
from factsuite.pinning.confined import extract_confined
from factsuite.pinning.errors import CouldNotLook, PinError
from factsuite.pinning.extracting import Extracted, Wanted
from factsuite.pinning.fetching import Fetched, Limits, fetch


class Material(Struct, frozen=True, kw_only=True):
    """A source at hand: its bytes, its text, and where both come from."""

    data: bytes
    extracted: Extracted
    given: str
    """The URL as asked for, or the name of the file: no folder of somebody's machine."""
    redirects: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """The hash of the bytes."""
        return sha256(self.data).hexdigest()

    @property
    def has_text(self) -> bool:
        """Whether anything could be read from it."""
        return bool(self.extracted.text.strip())

    @property
    def text(self) -> bytes:
        """The text as it is kept."""
        return self.extracted.text.encode("utf-8", "replace")

    @property
    def text_sha256(self) -> str:
        """The hash of the text."""
        return sha256(self.text).hexdigest()


def acquire(place: str, limits: Limits, wanted: Wanted, tell: Callable[[int, str], None]) -> Material:
    """Read a file, or fetch a URL, and extract its text. Raises PinError or CouldNotLook; writes nothing."""
    scheme, colon, _ = place.partition("://")
    if colon:
        if scheme not in ("http", "https"):
            raise PinError(f"'{shortened(place, 200)}' is no http or https URL", hint="give one of these, or a file")
        fetched = fetch(place, limits, tell)
        name = (fetched.redirects or (place,))[-1].partition("?")[0].rpartition("/")[2]
    else:
        fetched, name = _read(Path(place), limits), Path(place).name
    extracted = extract_confined(fetched.data, fetched.media_type, fetched.charset, name, wanted)
    return Material(data=fetched.data, extracted=extracted, given=place if colon else name, redirects=fetched.redirects)


def _read(file: Path, limits: Limits) -> Fetched:
    try:
        if not file.is_file():
            raise PinError(f"{file}: there is no such file", hint="give a file, or a URL with http:// or https://")
        if file.stat().st_size > limits.max_bytes:
            hint = "allow more with --max-bytes"
            raise CouldNotLook(f"{file} is larger than {limits.max_bytes:,} bytes", hint=hint)
        return Fetched(data=file.read_bytes(), media_type="", charset="", redirects=())
    except OSError as error:
        raise CouldNotLook(f"{file}: {error.strerror}", hint="check that you may read it") from error
