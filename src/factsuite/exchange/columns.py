"""The columns of a table of facts or of sources: the header row, and the field each column stands for."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from factsuite.load.positioned import Map, Node
from factsuite.load.schemas import fact_kinds, schema

FACT = ("id", "claim", "kind", "anchor", "asserts", "risk", "evidence", "verdict", "correction", "corrects")
"""The fields of a fact, in the order in which they are written."""
FACT_TAIL = ("valid", "tags", "note")
ENTRY = ("source", "locator", "excerpt", "reports", "stance", "because", "of", "set_aside", "unnamed")
"""The fields of an entry of evidence, in the order in which they are written."""
ENTRY_TAIL = ("translated_from",)
ALWAYS = frozenset(("fact", "claim", "kind", "anchor", "verdict", "correction", "source", "locator", "excerpt"))
"""Columns that a table of facts has even where nothing is in them."""


class Column(Struct, frozen=True, kw_only=True):
    """One column: what its header says, and where its cells belong."""

    header: str
    path: tuple[str, ...]
    """The field, from the record down: `asserts`, `value`."""
    is_evidence: bool = False
    takes_text: bool = True
    takes_list: bool = False
    meaning: str = ""

    def of(self, record: Map) -> Node | None:
        """What a record says in this field; None where it says nothing."""
        value: Node | None = record
        for name in self.path:
            value = value.get(name) if isinstance(value, Map) else None
        return value


@cache
def fact_columns() -> tuple[Column, ...]:
    """The columns of a table of facts, one row for each entry of evidence."""
    found = [Column(header="fact", path=("id",), meaning="The fact, by its id; blank: the fact of the row above.")]
    for field in (*FACT[1:], *FACT_TAIL):
        if field != "evidence":
            found += _columns(field, "fact", is_evidence=False)
    for field in (*ENTRY, *ENTRY_TAIL):
        found += _columns(field, "evidence", is_evidence=True)
    return tuple(found)


@cache
def source_columns() -> tuple[Column, ...]:
    """The columns of a table of sources, one row for each."""
    fields = schema("sources")["definitions"]["source"]["properties"]
    return tuple(_column((name,), definition, "sources", False) for name, definition in fields.items())


def _columns(field: str, part: str, is_evidence: bool) -> Iterator[Column]:
    """The column of a field, or one for each of its own fields, over all kinds of fact."""
    definitions = schema("facts")["definitions"]
    below: dict[str, Any] = {}
    for kind in fact_kinds():
        definition = _resolved(definitions[f"{part}-{kind}"]["properties"].get(field, {}), "facts")
        if definition.get("type") != "object":
            yield _column((field,), definition, "facts", is_evidence)
            return
        below |= definition["properties"]
    for name, definition in below.items():
        yield _column((field, name), definition, "facts", is_evidence)


def _column(path: tuple[str, ...], definition: dict[str, Any], file: str, is_evidence: bool) -> Column:
    definition = _resolved(definition, file)
    types = definition.get("type", "string")
    types = [types] if isinstance(types, str) else types
    header = "anchor" if path == ("anchor", "exact") else ".".join(path)
    return Column(
        header=header,
        path=path,
        is_evidence=is_evidence,
        takes_text=types != ["array"],
        takes_list="array" in types,
        meaning=definition.get("description", ""),
    )


def _resolved(definition: dict[str, Any], file: str) -> dict[str, Any]:
    reference = definition.get("$ref")
    found: dict[str, Any] = schema(file)["definitions"][reference.rpartition("/")[2]] if reference else definition
    return found
