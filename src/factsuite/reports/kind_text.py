"""A kind of fact on a terminal: what it is, and the fields it takes, from the schema that checks it."""

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

_WIDTH = 96
_FACT = "fact-"


def kinds_in(schema: Mapping[str, Any]) -> list[str]:
    """The kinds of fact that the schema of facts.yaml knows, sorted."""
    return sorted(name.removeprefix(_FACT) for name in schema["definitions"] if name.startswith(_FACT))


def render_kind_text(kind: str, schema: Mapping[str, Any]) -> str:
    """The kind and its fields; `schema` is that of facts.yaml."""
    known = schema["definitions"]
    asserts = known[f"asserts-{kind}"]
    lines = [f"{kind} (a kind of fact)", *_wrapped(str(known[_FACT + kind]["description"]), 2)]
    required = asserts.get("required", [])
    lines += ["", "What it asserts, and what `reports` of its evidence says of the same thing"]
    for name, field in asserts["properties"].items():
        lines += _field(name, field, known, needed=name in required)
    lines += ["", *_wrapped("Every fact takes: " + ", ".join(known[_FACT + kind]["properties"]), 0)]
    return "\n".join(lines) + "\n"


def _field(name: str, field: Mapping[str, Any], known: Mapping[str, Any], *, needed: bool) -> Iterator[str]:
    target = known[str(field["$ref"]).rpartition("/")[2]] if "$ref" in field else field
    yield f"  {name}" + (" (required)" if needed else "")
    yield from _wrapped(str(target.get("description", "")), 6)


def _wrapped(text: str, indent: int) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=" " * indent, subsequent_indent=" " * indent)
