"""Data as the JSON report writes it: UTF-8, one blank of indentation a level, letters of every script as they are."""

import json
from enum import Enum
from pathlib import PurePosixPath

import msgspec
from msgspec import Struct
from msgspec.structs import asdict


def compact(data: object) -> bytes:
    """Data as JSON without a blank: what a run keeps of an article until the report is written.

    Of a struct its fields are written in their order, of a member of an enum its value, of a path its text. Floats
    differ from the standard library's where they need an exponent or are no numbers, which no report holds.
    """
    try:
        return msgspec.json.encode(data, enc_hook=_plain)
    except UnicodeEncodeError:  # half of a surrogate pair
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=_plain)
        return text.encode("utf-8", "surrogatepass")


def indented(text: bytes, depth: int = 0) -> bytes:
    """The same as `json.dumps(data, indent=1, ensure_ascii=False)` writes it, `depth` levels further in.

    The standard library indents in Python, piece by piece; msgspec takes a tenth of the time.
    """
    spread = msgspec.json.format(b"[" * depth + text + b"]" * depth, indent=1)
    before = sum(len("[\n") + level for level in range(1, depth + 1))
    after = sum(len("\n]") + level for level in range(depth))
    return spread[before : len(spread) - after]


def is_json(text: bytes) -> bool:
    """Whether a text is one value of JSON."""
    try:
        msgspec.json.decode(text, type=msgspec.Raw)
    except msgspec.DecodeError:
        return False
    return True


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
