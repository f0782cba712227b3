"""Schema errors in newsroom words, each at the line and column of the value it is about."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from factsuite.load.locations import Location
from factsuite.load.positioned import Map, Node, Seq
from factsuite.load.problems import Problem, shortened
from factsuite.load.schemas import Form
from factsuite.load.suggestions import did_you_mean, nearest
from factsuite.load.yaml_tree import Plain

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

QUOTED = 60
"""Code points of a value that a message quotes."""

_SORTS = {
    "object": "a group of fields",
    "array": "a list",
    "string": "text",
    "number": "text",
    "boolean": "text",
}


def validate(
    node: Node,
    form: Form,
    path: PurePosixPath,
    within: str,
    fact: str | None = None,
    *,
    plain: "Plain | None" = None,
) -> list[Problem]:
    """Every error of a value under a schema, as `explain` has them.

    `plain` is the same value without places, where it is at hand.
    """
    return [] if form.accepts(node, plain) else explain(node, form, path, within, fact)


def explain(node: Node, form: Form, path: PurePosixPath, within: str, fact: str | None = None) -> list[Problem]:
    """Every error of a value that the fast validator does not accept; there may be none.

    `within` says what the value is, for the message: `a fact of kind quantity`.
    """
    errors = sorted(form.reference.iter_errors(node), key=lambda error: [str(part) for part in error.absolute_path])
    return [problem for error in errors for problem in _explain(error, node, path, within, fact)]


def _explain(
    error: "ValidationError", root: Node, path: PurePosixPath, within: str, fact: str | None
) -> Iterator[Problem]:
    from jsonschema.exceptions import best_match  # takes long to import, and most files hold nothing to explain

    if error.validator == "oneOf" and error.context:
        error = best_match(error.context) or error
    node = _find(root, list(error.absolute_path))
    where = f"{within}, {_field_path(list(error.absolute_path))}" if error.absolute_path else within
    for rule, message, hint, at in _defects(error, node):
        place = Location(path=path, line=at.line, column=at.column)
        yield Problem(rule=rule, message=f"{where}: {message}", hint=hint, at=place, fact=fact)


def _defects(error: "ValidationError", node: Node) -> Iterator[tuple[str, str, str, Node]]:
    schema: dict[str, Any] = dict(error.schema) if isinstance(error.schema, dict) else {}
    expected: Any = error.validator_value
    if error.validator == "additionalProperties" and isinstance(node, Map):
        yield from _unknown_fields(node, list(schema.get("properties", {})))
    elif error.validator == "required" and isinstance(node, Map):
        missing = str(error.message).split("'")[1]
        known = schema.get("properties", {})
        if not any(nearest(key, known) == missing for key in node.names() if key not in known):  # told as unknown
            about = known.get(missing, {}).get("description", "") or f"add `{missing}:`"
            yield "missing-field", f"`{missing}` is missing", about, node
    elif error.validator == "enum":
        allowed = list(dict.fromkeys(str(value) for value in expected if isinstance(value, str)))
        near = nearest(str(node), allowed)
        hint = f"did you mean `{near}`?" if near else f"one of: {', '.join(allowed)}"
        yield "invalid-value", f"`{shortened(str(node), QUOTED)}` is not a value this field takes", hint, node
    elif error.validator == "type":
        yield "invalid-value", _wrong_sort(node, expected), schema.get("description") or _sort_hint(expected), node
    elif error.validator in ("minLength", "minItems", "minProperties"):
        yield (
            "invalid-value",
            "is empty",
            schema.get("description") or "write a value, or leave the field out",
            node,
        )
    elif error.validator == "anyOf":
        names = [str(option["required"][0]) for option in expected if "required" in option]
        yield (
            "missing-field",
            f"needs at least one of {', '.join(f'`{name}`' for name in names)}",
            "add one",
            node,
        )
    else:
        yield (
            "invalid-value",
            f"`{shortened(str(node), QUOTED)}` does not have the form this field takes",
            _form_hint(schema),
            node,
        )


def _unknown_fields(node: Map, known: list[str]) -> Iterator[tuple[str, str, str, Node]]:
    for key in node.names():
        if key not in known:
            hint = did_you_mean(key, known, f"known here: {', '.join(known)}")
            if node[key] == "" and (_is_no_name(key) or any(name.endswith(")") for name in node.names())):
                hint = "a comma ends a value inside { }: put text that holds one in quotation marks"
            yield "unknown-field", f"unknown field `{shortened(str(key), QUOTED)}`", hint, key


def _is_no_name(key: str) -> bool:
    """Whether what stands in the place of a field's name is the rest of a text: names hold no blank and no figure."""
    return key[:1].isdigit() or " " in key


def _wrong_sort(node: Node, expected: str | list[str]) -> str:
    wanted = [expected] if isinstance(expected, str) else expected
    names = list(dict.fromkeys(_SORTS.get(sort, sort) for sort in wanted))
    sort = "object" if isinstance(node, Map) else "array" if isinstance(node, Seq) else "string"
    given = "nothing" if node == "" else _SORTS[sort]
    return f"{' or '.join(names)} belongs here, not {given}"


def _sort_hint(expected: str | list[str]) -> str:
    if "array" in expected:
        return "write a list: `[one, another]`, or a line with a hyphen for each"
    if "object" in expected:
        return "write fields with names, each with a colon after it"
    return "put text in quotation marks if it holds a colon and a space, or begins with `[` or `{`"


def _form_hint(schema: dict[str, Any]) -> str:
    if schema.get("pattern", "").startswith("^[a-z0-9]+(?:"):
        return "an id is written in small letters and digits, with hyphens or dots between them"
    return str(schema.get("description", "see the schema of this file"))


def _find(root: Node, path: list[Any]) -> Node:
    node: Any = root
    for part in path:
        node = node[part]
    found: Node = node
    return found


def _field_path(path: list[Any]) -> str:
    out = ""
    for part in path:
        out += f" entry {part + 1}" if isinstance(part, int) else (f" > {part}" if out else str(part))
    return f"`{out.strip()}`"
