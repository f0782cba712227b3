"""Sources: texts that were consulted, and the texts they were made from."""

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.model.stated import Ref, Stated
from factsuite.values.dates import DateValue


class Derivation(Struct, frozen=True, kw_only=True, gc=False):
    """One parent of a source."""

    parent: Ref
    likely: bool = False
    """The derivation is likely rather than sure; it counts as one all the same."""


class Source(Struct, frozen=True, kw_only=True, gc=False):
    """One text: a page, a dispatch, a transcript."""

    id: str
    publisher: str
    kind: str
    at: Location
    title: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    published: Stated[DateValue] | None = None
    derives_from: tuple[Derivation, ...] = ()
    unknown_derivation: bool = False
    """It may or may not be made from another text: it adds no line beside another."""
    owner: str = ""
    """Who owns the publisher; sources of one owner count as one line where policy says so."""
    unseen: bool = False
    """Nobody here saw it; it is declared because others derive from it, and may not be cited."""
