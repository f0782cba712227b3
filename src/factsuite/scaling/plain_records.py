"""Records as plain data, and back: what is kept in a cache or sent in a file holds nothing that could run.

A record becomes a list of its fields. Reading takes the types a record declares and refuses anything else.
"""

import types
import typing
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import PurePosixPath
from typing import Any, TypeVar, cast

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.model.waivers import Waiver
from factsuite.rules.contributed import Contributing
from factsuite.scaling.kept_contributions import EVERYTHING, Kept
from factsuite.verdicts.contributions import Contribution

T = TypeVar("T")
_LETTERS = ("utf-8", "surrogatepass")
"""How a text is kept as bytes."""
_Way = Callable[[Any, "Records"], Any]


class NotARecord(Exception):
    """Data that no record was made into."""


class Records:
    """Makes plain data of records, and records of plain data. A waiver is told by its place among the waivers."""

    def __init__(self, waivers: Sequence[Waiver] = ()) -> None:
        self.waivers = tuple(waivers)
        self.places = {waiver.at: number for number, waiver in enumerate(self.waivers)}

    def plain(self, sort: type[T], record: T) -> Any:
        """A record of a sort as lists, texts and numbers."""
        return _ways(cast(Any, sort))[0](record, self)

    def revived(self, sort: type[T], data: Any) -> T:
        """The record of a sort; raises NotARecord."""
        try:
            return cast(T, _ways(cast(Any, sort))[1](data, self))
        except (TypeError, ValueError, KeyError, IndexError, AttributeError, ZeroDivisionError) as error:
            raise NotARecord(f"{sort.__name__}: {error}") from error


@cache
def _ways(sort: Any) -> tuple[_Way, _Way]:
    """How a type is made plain, and how it is read."""
    if sort in (str, int, bool, float):
        return _as_it_is, _checked(sort)
    if sort is type(None):
        return _as_it_is, _nothing
    if sort is Location:
        return _written_place, _read_place
    if sort is Contributing:
        return _contributing()
    if sort is Waiver:
        return lambda waiver, own: own.places[waiver.at], lambda data, own: own.waivers[_number(data)]
    if sort is bytes:
        return lambda text, _: text.decode(*_LETTERS), lambda data, _: _text(data).encode(*_LETTERS)
    if sort in (Fraction, PurePosixPath):
        return lambda thing, _: str(thing), lambda data, _: sort(_text(data))
    origin, arguments = typing.get_origin(sort), typing.get_args(sort)
    if origin in (typing.Union, types.UnionType):
        return _union(arguments)
    if origin in (tuple, frozenset):
        return _several(origin, arguments)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(arguments)
    if isinstance(sort, type) and issubclass(sort, Enum):
        return lambda member, _: member.value, lambda data, _: sort(data)
    if isinstance(sort, type) and issubclass(sort, Struct):
        return _record(sort)
    raise TypeError(f"{sort} has no plain form")


def _as_it_is(thing: Any, _: Records) -> Any:
    return thing


def _checked(sort: type[Any]) -> _Way:
    def read(data: Any, _: Records) -> Any:
        if type(data) is not sort:
            raise TypeError(f"no {sort.__name__}")
        return data

    return read


def _nothing(data: Any, _: Records) -> None:
    if data is not None:
        raise TypeError("something where nothing is expected")


def _written_place(at: Location, _: Records) -> list[Any]:
    return [str(at.path), at.line, at.column]


def _read_place(data: Any, _: Records) -> Location:
    path, line, column = _items(data)
    return Location(path=_path(_text(path)), line=_number(line), column=_number(column))


_path = lru_cache(maxsize=1024)(PurePosixPath)


def _contributing() -> tuple[_Way, _Way]:
    """What an article contributes: read as it was kept, its assertions only where they are asked for."""
    hints = typing.get_type_hints(Kept)
    names = ("article", "folder", "told", "identifiers", "cited", "broken", "things")
    ways = [(name, *_ways(hints[name])) for name in names]
    write_one, read_one = _ways(Contribution)

    def write(each: Any, own: Records) -> list[Any]:
        assertions = [write_one(one, own) for one in each.assertions_on(EVERYTHING)]
        return [*(way(getattr(each, name), own) for name, way, _ in ways), assertions]

    def read(data: Any, own: Records) -> Kept:
        *given, assertions = _items(data)
        found = {name: way(one, own) for (name, _, way), one in zip(ways, given, strict=True)}
        if len(_items(assertions)) != len(found["things"]):
            raise TypeError("other assertions than things")
        return Kept(**found, assertions=tuple(assertions), read=lambda one: _read_late(read_one, one, own))

    return write, read


def _read_late(read: _Way, data: Any, own: Records) -> Any:
    try:
        return read(data, own)
    except (TypeError, ValueError, KeyError, IndexError, AttributeError, ZeroDivisionError) as error:
        raise NotARecord(f"an assertion: {error}") from error


def _number(data: Any) -> int:
    if type(data) is not int or data < 0:
        raise TypeError("no number")
    return data


def _text(data: Any) -> str:
    if type(data) is not str:
        raise TypeError("no text")
    return data


def _items(data: Any) -> list[Any]:
    if type(data) is not list:
        raise TypeError("no list")
    return data


def _union(arguments: tuple[Any, ...]) -> tuple[_Way, _Way]:
    """One of several types: None as it is, another with its number among them where there is more than one."""
    others = [each for each in arguments if each is not type(None)]
    if len(others) == 1:
        write, read = _ways(others[0])
        return (
            lambda thing, own: None if thing is None else write(thing, own),
            lambda data, own: None if data is None else read(data, own),
        )
    ways = [_ways(each) for each in others]
    classes = [typing.get_origin(each) or each for each in others]

    def write_one(thing: Any, own: Records) -> Any:
        number = next(number for number, each in enumerate(classes) if isinstance(thing, each))
        return [number, ways[number][0](thing, own)]

    def read_one(data: Any, own: Records) -> Any:
        number, inner = _items(data)
        return ways[_number(number)][1](inner, own)

    return write_one, read_one


def _several(origin: type[Any], arguments: tuple[Any, ...]) -> tuple[_Way, _Way]:
    if origin is frozenset or (len(arguments) == 2 and arguments[1] is Ellipsis):
        write, read = _ways(arguments[0])
        ordered = sorted if origin is frozenset else list
        return (
            lambda things, own: ordered([write(each, own) for each in things]),
            lambda data, own: origin([read(each, own) for each in _items(data)]),
        )
    ways = [_ways(each) for each in arguments]
    return (
        lambda things, own: [way[0](each, own) for way, each in zip(ways, things, strict=True)],
        lambda data, own: tuple(way[1](each, own) for way, each in zip(ways, _items(data), strict=True)),
    )


def _mapping(arguments: tuple[Any, ...]) -> tuple[_Way, _Way]:
    write, read = _ways(arguments[1])

    def read_all(data: Any, own: Records) -> dict[str, Any]:
        if type(data) is not dict:
            raise TypeError("no mapping")
        return {key: read(each, own) for key, each in data.items()}

    return lambda things, own: {key: write(each, own) for key, each in things.items()}, read_all


def _record(sort: type[Any]) -> tuple[_Way, _Way]:
    hints = typing.get_type_hints(sort)
    names = sort.__struct_fields__
    ways = [_ways(hints[name]) for name in names]
    writing = [(name, way[0]) for name, way in zip(names, ways, strict=True)]
    reading = [(name, way[1]) for name, way in zip(names, ways, strict=True)]

    def write(record: Any, own: Records) -> list[Any]:
        return [way(getattr(record, name), own) for name, way in writing]

    def read(data: Any, own: Records) -> Any:
        if len(_items(data)) != len(reading):
            raise TypeError(f"no {sort.__name__}")
        return sort(**{name: way(each, own) for (name, way), each in zip(reading, data, strict=True)})

    return write, read
