"""The list of pinned sources, as `factsuite pin` writes it: sorted by source, the same bytes for the same entries."""

import json
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from factsuite.load.documents import load_document
from factsuite.load.entries import load_exhibits
from factsuite.load.exhibits import MANIFEST, may_hold
from factsuite.load.positioned import Map, Node, Seq
from factsuite.pinning.errors import PinError

Field: TypeAlias = "str | tuple[str, ...] | Mapping[str, Field]"
Entry = Mapping[str, Field]
"""The fields of one entry by name: texts, lists of texts, and one group of them."""

_FIELDS = (
    "source",
    "file",
    "media_type",
    "size",
    "sha256",
    "text",
    "text_sha256",
    "extractor",
    "charset",
    "retrieved",
    "from",
    "redirects",
    "record",
    "sealed",
)
_HEAD = """# yaml-language-server: $schema={schema}
# Written by `factsuite pin`. To change it, pin a source again.
format: 1
exhibits:
"""
_PLAIN = re.compile(r"[A-Za-z0-9/][A-Za-z0-9 ._/+,()-]*")
_RAW = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def read_list(home: Path) -> dict[str, Entry]:
    """The entries of a list by source; none where there is no list. Raises PinError for one that is not sound."""
    file = home / MANIFEST
    if not file.is_file():
        return {}
    path = PurePosixPath(MANIFEST)
    loaded = load_exhibits(load_document({path: file.read_bytes()}, path))
    if loaded.problems:
        first = loaded.problems[0]
        raise PinError(
            f"{file.parent.name}/{first.at}: {first.message}", hint="mend the list, or restore it, and pin again"
        )
    return {str(entry.data["source"]): _plain(entry.data) for entry in loaded.entries}


def render_list(entries: Mapping[str, Entry], schema: str) -> str:
    """The list as text; `schema` is where its schema lies, for editors."""
    lines = [line for source in sorted(entries) for line in _entry(entries[source])]
    return _HEAD.format(schema=schema) + "\n".join(lines) + "\n"


def files_of(entry: Entry | None) -> set[str]:
    """The files an entry names, of those it may name."""
    names = (str(entry[name]) for name in ("file", "text") if name in entry) if entry is not None else ()
    return {name for name in names if may_hold(name)}


def _entry(entry: Entry) -> list[str]:
    lines = []
    for name in _FIELDS:
        if name in entry:
            lines += _field(name, entry[name], "    ")
    return [f"  - {lines[0].strip()}", *lines[1:]]


def _field(name: str, value: Field, indent: str) -> list[str]:
    if isinstance(value, str):
        return [f"{indent}{name}: {_scalar(value)}"]
    if isinstance(value, tuple):
        if not value:
            return [f"{indent}{name}: []"]
        return [f"{indent}{name}:", *(f"{indent}  - {_scalar(each)}" for each in value)]
    return [f"{indent}{name}:", *(line for key, each in value.items() for line in _field(key, each, f"{indent}  "))]


def _scalar(text: str) -> str:
    """As it is where YAML cannot take it for anything else; else in quotation marks."""
    if _PLAIN.fullmatch(text) and not text.endswith(" "):
        return text
    return _RAW.sub(lambda match: f"\\u{ord(match.group()):04x}", json.dumps(text, ensure_ascii=False))


def _plain(data: Map) -> Entry:
    return {str(name): _value(data[name]) for name in data.names()}


def _value(node: Node) -> Field:
    if isinstance(node, Map):
        return _plain(node)
    return tuple(str(each) for each in node) if isinstance(node, Seq) else str(node)
