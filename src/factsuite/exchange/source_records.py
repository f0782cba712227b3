"""Sources as a bibliography gives them, made into records of sources.yaml; what it does not say is not guessed."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from msgspec import Struct

from factsuite.load.errors import FactsuiteError
from factsuite.load.locations import Location
from factsuite.load.positioned import Map, mark_at, text_at
from factsuite.load.problems import Problem
from factsuite.load.schemas import source_kinds, validator
from factsuite.load.suggestions import did_you_mean
from factsuite.load.validation import validate

FIELDS = ("publisher", "title", "author", "url", "published", "language", "kind", "note")
"""What a bibliography can say of a source, in the order in which it is written."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*")
_ADDRESS = re.compile(r"https?://\S+")


class Item(Struct, frozen=True, kw_only=True):
    """One entry of a bibliography, its fields in our words."""

    key: str
    """What the bibliography calls it; made into an id."""
    at: Location
    fields: dict[str, str]
    left_out: tuple[str, ...] = ()
    """What it says that sources.yaml has no field for, or in a form that cannot be read."""


class Taken(Struct, frozen=True, kw_only=True):
    """What became of a bibliography: new records, entries that are there already, and what is wrong."""

    records: tuple[Map, ...]
    there: tuple[tuple[str, str], ...]
    """The id an entry would have had, and the id of the source that has the same address."""
    remarks: tuple[str, ...]
    problems: tuple[Problem, ...]


def check_kind(kind: str | None) -> None:
    """Refuse a kind that the schema does not know. Raises FactsuiteError."""
    if kind is not None and kind not in source_kinds():
        hint = did_you_mean(kind, source_kinds(), "one of: " + ", ".join(source_kinds()))
        raise FactsuiteError(f"'{kind}' is not a kind of source", hint=hint)


def take(items: Iterable[Item], existing: Sequence[Map], kind: str | None = None) -> Taken:
    """The records of a bibliography's entries; `kind` is for those that do not say what kind of text they are."""
    ids = {str(record.get("id")) for record in existing}
    addresses = {str(record["url"]): str(record.get("id")) for record in existing if "url" in record}
    records, there, remarks, problems = [], [], [], []
    for item in items:
        id = id_of(item.key)
        fields = {name: _cleaned(item.fields.get(name, "")) for name in FIELDS}
        if fields["url"] and fields["url"] in addresses:
            there.append((id, addresses[fields["url"]]))
            continue
        if id in ids:
            hint = "change its key, or the id of the other"
            message = f"`{item.key}` would be the source `{id}`, which is another one"
            problems.append(Problem(rule="repeated-id", message=message, hint=hint, at=item.at))
            continue
        remarks += [f"{id}: {left}" for left in (*item.left_out, *_unfit(fields))]
        fields["kind"] = fields["kind"] or kind or ""
        record = _record(id, fields, item.at)
        found = _problems(record, item)
        problems += found
        if not found:
            records.append(record)
            ids.add(id)
            if fields["url"]:
                addresses[fields["url"]] = id
    return Taken(records=tuple(records), there=tuple(there), remarks=tuple(remarks), problems=tuple(problems))


def id_of(text: str) -> str:
    """A name as an id: small letters without accents, figures, and hyphens between them."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "source"


def _cleaned(text: str) -> str:
    return " ".join(text.split())


def _unfit(fields: dict[str, str]) -> list[str]:
    """Fields in a form that sources.yaml does not take, taken away and told of."""
    told = []
    for name, form in (("language", _LANGUAGE), ("url", _ADDRESS)):
        if fields[name] and not form.fullmatch(fields[name]):
            told.append(f"{name} '{fields[name]}' is left out: it is none that sources.yaml takes")
            fields[name] = ""
    return told


def _record(id: str, fields: dict[str, str], at: Location) -> Map:
    record = Map()
    record.mark = mark_at(at.line, at.column)
    for name, value in (("id", id), *fields.items()):
        if value:
            record[name] = text_at(value, at.line, at.column)
    return record


def _problems(record: Map, item: Item) -> list[Problem]:
    """What keeps an entry from being a source."""
    path = PurePosixPath(item.at.path)
    problems = validate(record, validator("sources", "source"), path, f"`{item.key}`")
    if "kind" not in record:
        known = ", ".join(source_kinds())
        rest = [each for each in problems if "`kind`" not in each.message]
        message = f"`{item.key}`: its type does not say what kind of source it is"
        return [*rest, Problem(rule="missing-field", message=message, hint=f"give --kind: {known}", at=item.at)]
    return problems
