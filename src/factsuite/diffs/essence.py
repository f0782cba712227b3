"""What an entry of a file says, without where it stands and how it is laid out: what makes two versions the same."""

from collections.abc import Mapping
from enum import Enum
from typing import TypeAlias, TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from factsuite.load.locations import Location
from factsuite.model.stated import Stated

Essence: TypeAlias = object
"""Compared for equality; nothing else is asked of it."""

_PLACES = frozenset({"at", "label"})
"""Fields that say where something stands, or count repeats of its id."""
_NOTHING: frozenset[str] = frozenset()
_NO_NAMES: Mapping[str, str] = {}


def essence(value: object, without: frozenset[str] = _NOTHING, names: Mapping[str, str] = _NO_NAMES) -> Essence:
    """A value by its content: places are left out, runs of white space are one space.

    `without` are fields of the value itself that are left out; `names` are ids that have another name now.
    """
    if isinstance(value, str):
        flat = " ".join(value.split())
        return names.get(flat, flat)
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, Location):
        return None
    if isinstance(value, Stated) and isinstance(value.value, tuple):
        return essence(value.value, _NOTHING, names)  # a list: how it is written says nothing
    if isinstance(value, Struct):
        left_out = _PLACES | without
        kept = (name for name in value.__struct_fields__ if name not in left_out)
        return (type(value).__name__, *((name, essence(getattr(value, name), _NOTHING, names)) for name in kept))
    if isinstance(value, tuple):
        return tuple(essence(each, _NOTHING, names) for each in value)
    if isinstance(value, frozenset):
        return frozenset(essence(each, _NOTHING, names) for each in value)
    return value


def same(one: object, other: object, without: frozenset[str] = _NOTHING) -> bool:
    """Whether two entries say the same, wherever they stand."""
    return essence(one, without) == essence(other, without)


T = TypeVar("T")


def renamed(value: T, names: Mapping[str, str]) -> T:
    """The same value with the ids in it called what they are called now."""
    told: object = value
    if isinstance(value, Enum | Location):
        return value
    if isinstance(value, str):
        told = names.get(value, value)
    elif isinstance(value, tuple):
        told = tuple(renamed(each, names) for each in value)
    elif isinstance(value, Struct):
        told = replace(value, **{name: renamed(getattr(value, name), names) for name in value.__struct_fields__})
    return cast("T", told)
