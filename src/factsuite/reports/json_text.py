"""Data as the JSON report writes it: UTF-8, one blank of indentation a level, letters of every script as they are."""

import json
from enum import Enum
from pathlib import PurePosixPath

import msgspec
from msgspec import Struct
from msgspec.structs import asdict


def indented(data: object, depth: int = 0) -> bytes:
    """The bytes that `json.dumps(data, indent=1, ensure_ascii=False)` gives, `depth` levels further in.

    The standard library indents in Python, piece by piece; msgspec takes a tenth of the time. Its floats differ where
    they need an exponent or are no numbers, which no report holds. Of a struct its fields are written in their order,
    of a member of an enum its value, of a path its text.
    """
    for _ in range(depth):
        data = [data]
    try:
        text = msgspec.json.format(msgspec.json.encode(data, enc_hook=_plain), indent=1)
    except UnicodeEncodeError:  # half of a surrogate pair
        text = json.dumps(data, indent=1, ensure_ascii=False, default=_plain).encode("utf-8", "surrogatepass")
    before = sum(len("[\n") + level for level in range(1, depth + 1))
    after = sum(len("\n]") + level for level in range(depth))
    return text[before : len(text) - after]


def _plain(value: object) -> object:
    """What stands for a value that is no plain one: of a text with its place, the text."""
    if isinstance(value, PurePosixPath):  # first, as every place has one
        return str(value)
    if isinstance(value, Struct):
        return asdict(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"{type(value).__name__} is not written as JSON")
