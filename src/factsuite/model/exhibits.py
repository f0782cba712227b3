"""Exhibits: pinned copies of sources, and seals of copies that may not be published."""

from enum import Enum
from hashlib import blake2b

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.model.stated import Ref


class State(Enum):
    """What became of a copy since it was pinned."""

    WHOLE = "whole"
    CHANGED = "changed"
    """Its bytes or its text are not those that were pinned."""
    UNREADABLE = "unreadable"
    """It is missing, or nothing can be read from it: nobody could look."""
    SEALED = "sealed"
    """It lies elsewhere; only salted hashes of it are here."""


class Seal(Struct, frozen=True):
    """A salted hash: whether something is what was sealed can be told, what was sealed cannot."""

    salt: str
    digest: str

    @classmethod
    def read(cls, text: str) -> "Seal":
        """A seal as it is written: salt and digest, with a colon between."""
        salt, _, digest = text.partition(":")
        return cls(salt, digest)

    @classmethod
    def of(cls, data: bytes, salt: bytes) -> "Seal":
        """Seal some bytes; the salt is 16 random bytes, used once."""
        return cls(salt.hex(), blake2b(data, key=salt, digest_size=32).hexdigest())

    def fits(self, data: bytes) -> bool:
        """Whether these bytes are what was sealed."""
        return Seal.of(data, bytes.fromhex(self.salt)).digest == self.digest

    def __str__(self) -> str:
        return f"{self.salt}:{self.digest}"


class Exhibit(Struct, frozen=True, kw_only=True):
    """The pinned copy of one source."""

    source: Ref
    at: Location
    """Its entry in the manifest."""
    state: State
    why: str = ""
    """What changed, or why nobody could look."""
    text: str = ""
    """The text extracted from it, where it is whole; a form feed ends a page."""
    hashes: tuple[str, ...] = ()
    """Of its bytes and its text when it was pinned; of a sealed copy, its seals."""
    sealed: bool = False
    """It is kept outside the repository."""
    sealed_excerpts: tuple[Seal, ...] = ()
    """The excerpts that stood in it when it was sealed."""
