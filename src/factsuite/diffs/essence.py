"""What an entry of a file says, without where it stands and how it is laid out: what makes two versions the same."""

from dataclasses import fields, is_dataclass
from enum import Enum

from factsuite.load.locations import Location

Essence = object
"""Compared for equality, and printed for a sorted order; nothing else is asked of it."""

_PLACES = frozenset({"at", "label"})
"""Fields that say where something stands, or count repeats of its id."""


def essence(value: object, without: frozenset[str] = frozenset()) -> Essence:
    """A value by its content: places are left out, runs of white space are one space."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Enum | Location):
        return value.name if isinstance(value, Enum) else None
    if is_dataclass(value):
        return (type(value).__name__,) + tuple(
            (each.name, essence(getattr(value, each.name)))
            for each in fields(value)
            if each.name not in _PLACES and each.name not in without
        )
    if isinstance(value, tuple):
        return tuple(essence(each) for each in value)
    if isinstance(value, frozenset):
        return tuple(sorted((essence(each) for each in value), key=repr))
    return value


def same(one: object, other: object, without: frozenset[str] = frozenset()) -> bool:
    """Whether two entries say the same, wherever they stand."""
    return essence(one, without) == essence(other, without)
