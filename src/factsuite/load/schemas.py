"""The published JSON Schemas, each branch of them compiled once."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft7Validator


@cache
def schema(name: str) -> dict[str, Any]:
    """The schema of one kind of file: article, entities, facts, report or sources."""
    text = files("factsuite.schemas").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@cache
def validator(name: str, branch: str = "") -> Draft7Validator:
    """A validator for a whole file, or for one definition (`branch`) of its schema."""
    whole = schema(name)
    if not branch:
        return Draft7Validator(whole)
    return Draft7Validator({"$ref": f"#/definitions/{branch}", "definitions": whole["definitions"]})


@cache
def outline_validator(name: str) -> Draft7Validator:
    """A validator for a file's own fields; the entries of its lists are validated one by one."""
    whole = schema(name)
    fields = {
        key: {**field, "items": True} if field.get("type") == "array" and key != "labels" else field
        for key, field in whole["properties"].items()
    }
    return Draft7Validator({**whole, "properties": fields})


@cache
def fact_kinds() -> tuple[str, ...]:
    """The kinds of fact the schema knows, in its order."""
    kinds: list[str] = schema("facts")["properties"]["facts"]["items"]["properties"]["kind"]["enum"]
    return tuple(kinds)
