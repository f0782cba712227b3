"""A value as somebody wrote it: the text kept, the meaning read, the place to jump to."""

from typing import Generic, TypeVar

from msgspec import Struct

from factsuite.load.locations import Location

T_co = TypeVar("T_co", covariant=True)


class Stated(Struct, Generic[T_co], frozen=True, gc=False):
    """A field of a fact: what was typed, what it means, where it stands.

    Made by position where a file is read: names cost half as much again, and there is one for every field.
    """

    text: str
    value: T_co
    at: Location

    def __str__(self) -> str:
        return f"'{self.text}'"


Ref = Stated[str]
"""An id that leads to a source, an entity or a fact."""

Refs = Stated[tuple[Ref, ...]]
"""One id or a list of them; a list asserts all of it."""
