"""The published JSON Schemas, each branch of them compiled once."""

import json
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jsonschema_rs
from msgspec import Struct

from factsuite.load.positioned import Node
from factsuite.load.yaml_tree import Plain

if TYPE_CHECKING:
    from jsonschema import Draft7Validator


class Form(Struct, frozen=True, eq=False, dict=True):
    """A compiled schema. The fast validator answers *valid*; what it refuses, or cannot take, the slow one explains."""

    compiled: dict[str, Any]
    fast: jsonschema_rs.Draft7Validator

    @cached_property
    def reference(self) -> "Draft7Validator":
        """The slow validator."""
        from jsonschema import Draft7Validator  # takes long to import, and most files hold nothing to explain

        return Draft7Validator(self.compiled)

    def accepts(self, node: Node, plain: "Plain | None" = None) -> bool:
        """Whether a value surely has this form. A no means: ask the reference.

        `plain` is the same value without places; else it is made here, since the fast validator takes no subclasses.
        """
        try:
            return self.fast.is_valid(json.loads(json.dumps(node)) if plain is None else plain)
        except UnicodeEncodeError:  # half of a surrogate pair
            return False


def _form(compiled: dict[str, Any]) -> Form:
    return Form(compiled, jsonschema_rs.Draft7Validator(compiled))


@cache
def schema(name: str) -> dict[str, Any]:
    """The schema of one kind of file: article, desk, entities, exhibits, facts, report, signoffs, sources, waivers."""
    text = files("factsuite.schemas").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@cache
def validator(name: str, branch: str = "") -> Form:
    """A validator for a whole file, or for one definition (`branch`) of its schema."""
    whole = schema(name)
    if not branch:
        return _form(whole)
    return _form({"$ref": f"#/definitions/{branch}", "definitions": whole["definitions"]})


@cache
def outline_validator(name: str) -> Form:
    """A validator for a file's own fields; the entries of its lists are validated one by one."""
    whole = schema(name)
    fields = {
        key: {**field, "items": True} if field.get("type") == "array" and key != "labels" else field
        for key, field in whole["properties"].items()
    }
    return _form({**whole, "properties": fields})


@cache
def fact_kinds() -> tuple[str, ...]:
    """The kinds of fact the schema knows, in its order."""
    kinds: list[str] = schema("facts")["properties"]["facts"]["items"]["properties"]["kind"]["enum"]
    return tuple(kinds)


@cache
def source_kinds() -> tuple[str, ...]:
    """The kinds of source the schema knows, in its order."""
    kinds: list[str] = schema("sources")["definitions"]["source"]["properties"]["kind"]["enum"]
    return tuple(kinds)
