"""Every file and every field of it, as one page made from the schemas that check them."""

from collections.abc import Iterator, Mapping
from typing import Any

from factsuite.load.schemas import fact_kinds, schema
from factsuite.reports.markdown_text import escape_message, table

_FILES = {
    "article": "facts/ARTICLE/article.md",
    "sources": "facts/ARTICLE/sources.yaml",
    "entities": "facts/ARTICLE/entities.yaml",
    "facts": "facts/ARTICLE/facts.yaml",
    "exhibits": "facts/ARTICLE/exhibits.yaml",
    "signoffs": "facts/ARTICLE/signoffs.yaml",
    "waivers": "facts/waivers.yaml",
    "desk": "facts/desk.yaml",
}
_SHARED = (
    "`facts/entities.yaml`, `facts/sources.yaml` and `facts/exhibits.yaml` have the same fields, for all articles."
)
_HEADERS = ["field", "what it says", "form"]
_WORDS = {
    "string": "text",
    "number": "text",
    "boolean": "text",
    "integer": "a number",
    "array": "a list",
    "object": "fields of its own",
}


def render_field_pages() -> str:
    """The page as Markdown."""
    lines = [
        "# Files and fields",
        "",
        "Made from the schemas by `factsuite fields --write docs/fields.md`. Every value is kept as it is typed; the",
        f"schemas say what it may be. {_SHARED}",
        "",
    ]
    for name in _FILES:
        lines += _file(name)
    return "\n".join(lines).rstrip() + "\n"


def _file(name: str) -> Iterator[str]:
    whole = schema(name)
    yield f"## {_FILES[name]}"
    yield ""
    yield str(whole.get("description", ""))
    yield ""
    yield from _fields(whole, whole)
    if name == "facts":
        yield from _facts(whole)
        return
    for part, definition in whole.get("definitions", {}).items():
        if "properties" in definition:
            yield f"### {part}"
            yield ""
            yield str(definition.get("description", ""))
            yield ""
            yield from _fields(definition, whole)


def _facts(whole: Mapping[str, Any]) -> Iterator[str]:
    """What all kinds share, once; then what each kind asserts."""
    known = whole["definitions"]
    first = fact_kinds()[0]
    yield "### a fact"
    yield ""
    yield "What every kind takes."
    yield ""
    yield from _fields(known[f"fact-{first}"], whole)
    yield "### an anchor"
    yield ""
    yield str(known["anchor"]["description"])
    yield ""
    yield from _fields(known["anchor"], whole)
    yield "### an entry of evidence"
    yield ""
    yield from _fields(known[f"evidence-{first}"], whole)
    for kind in fact_kinds():
        yield f"### {kind}"
        yield ""
        silent = set(known[f"asserts-{kind}"]["properties"]) - set(known[f"reports-{kind}"]["properties"])
        rest = f", but for {', '.join(f'`{each}`' for each in sorted(silent))}" if silent else ""
        about = known[f"fact-{kind}"]["description"]
        yield f"{about} `asserts` takes these fields, and `reports` of an entry of evidence does{rest}."
        yield ""
        yield from _fields(known[f"asserts-{kind}"], whole)


def _fields(definition: Mapping[str, Any], whole: Mapping[str, Any]) -> Iterator[str]:
    required = definition.get("required", [])
    rows = []
    for name, field in definition.get("properties", {}).items():
        target = _resolved(field, whole)
        mark = " (required)" if name in required else ""
        rows.append([f"`{name}`{mark}", escape_message(str(target.get("description", ""))), _form(target, whole)])
    yield from table(_HEADERS, rows)
    yield ""


def _form(field: Mapping[str, Any], whole: Mapping[str, Any]) -> str:
    """What a value may look like, in a few words."""
    if "enum" in field:
        values = list(dict.fromkeys(str(value) for value in field["enum"] if not isinstance(value, bool)))
        return ", ".join(f"`{value}`" for value in values)
    if "const" in field:
        return f"`{field['const']}`"
    types = field.get("type", [])
    words = dict.fromkeys(_WORDS[each] for each in ([types] if isinstance(types, str) else types))
    if "pattern" in field and str(field["pattern"]).startswith("^[a-z0-9]+"):
        words = {("an id" if word == "text" else word): None for word in words}
    items = _resolved(field.get("items", {}), whole)
    if "a list" in words and "pattern" in items:
        words = {("a list of ids" if word == "a list" else word): None for word in words}
    return " or ".join(words)


def _resolved(field: Mapping[str, Any], whole: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = whole["definitions"][str(field["$ref"]).rpartition("/")[2]] if "$ref" in field else field
    return found
