"""The entries of a file's lists (facts, sources, people ...), each validated against its own branch."""

from collections.abc import Iterator
from dataclasses import dataclass

from factsuite.load.documents import Document
from factsuite.load.locations import Location
from factsuite.load.positioned import Map, Node, Seq, Text
from factsuite.load.problems import Problem
from factsuite.load.schemas import fact_kinds, outline_validator, validator
from factsuite.load.suggestions import did_you_mean, nearest
from factsuite.load.validation import validate

SECTIONS = {
    "people": "person",
    "organisations": "organisation",
    "places": "place",
    "events": "event",
    "measures": "measure",
}
"""The lists of entities.yaml, and what one entry of each is called."""

_BRANCHES = {"sources": "source", "waivers": "waiver", "desk": "person", "signoffs": "sign-off"}
"""What one entry is called, in files with one list."""

_BESIDE_KIND = ("id", "claim", "anchor", "asserts", "evidence")
"""The fields that every fact has beside its kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a list. `sound` says that its form is right, so that it can be given a meaning."""

    section: str
    label: str
    """Its id, made unique in the file; or where it stands, if it has none."""
    data: Map
    at: Location
    sound: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """All entries of one file, in its order, and everything wrong with it."""

    document: Document
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


def load_facts(document: Document) -> Entries:
    """The entries of facts.yaml; the branch of the schema is chosen by `kind` before validating."""
    return _load(document, "facts", ("facts",))


def load_sources(document: Document) -> Entries:
    """The entries of sources.yaml."""
    return _load(document, "sources", ("sources",))


def load_exhibits(document: Document) -> Entries:
    """The entries of exhibits.yaml."""
    return _load(document, "exhibits", ("exhibits",))


def load_waivers(document: Document) -> Entries:
    """The entries of waivers.yaml."""
    return _load(document, "waivers", ("waivers",))


def load_desk(document: Document) -> Entries:
    """The people of desk.yaml."""
    return _load(document, "desk", ("people",))


def load_signoffs(document: Document) -> Entries:
    """The entries of signoffs.yaml."""
    return _load(document, "signoffs", ("signoffs",))


def load_entities(document: Document) -> Entries:
    """The entries of entities.yaml, over all its lists."""
    return _load(document, "entities", tuple(SECTIONS))


def _load(document: Document, name: str, sections: tuple[str, ...]) -> Entries:
    problems = list(document.problems)
    if document.data is None:
        return Entries(document=document, entries=(), problems=tuple(problems))
    problems += validate(document.data, outline_validator(name), document.path, f"{name}.yaml")
    broken_by_syntax = {problem.at.line for problem in problems}
    entries = []
    taken: set[str] = set()
    for section, node in _nodes(document.data, sections):
        at = Location(path=document.path, line=node.line, column=node.column)
        if not isinstance(node, Map):
            problems.append(_not_a_mapping(section, at))
            continue
        label = _label(node, taken)
        found = _validate_entry(node, name, section, document, label)
        problems += found
        sound = not found and not any(node.line <= line <= _last_line(node) for line in broken_by_syntax)
        entries.append(Entry(section=section, label=label, data=node, at=at, sound=sound))
    owned = [_owned(problem, entries, name) for problem in problems]
    return Entries(document=document, entries=tuple(entries), problems=tuple(owned))


def _nodes(data: Map, sections: tuple[str, ...]) -> Iterator[tuple[str, Node]]:
    for section in sections:
        nodes = data.get(section)
        if isinstance(nodes, Seq):
            yield from ((section, node) for node in nodes)


def _validate_entry(node: Map, name: str, section: str, document: Document, label: str) -> list[Problem]:
    if name == "facts":
        kind = node.get("kind")
        if not isinstance(kind, Text) or kind not in fact_kinds():
            return [_kind_problem(node, kind, document, label)]
        return validate(node, validator("facts", f"fact-{kind}"), document.path, f"a fact of kind {kind}", label)
    if name == "exhibits":
        branch = "sealed-exhibit" if "sealed" in node else "exhibit"
        return validate(node, validator(name, branch), document.path, f"the entry of `{node.get('source', '')}`")
    branch = _BRANCHES.get(name) or SECTIONS[section]
    return validate(node, validator(name, branch), document.path, f"{'an' if branch[0] in 'aeiou' else 'a'} {branch}")


def _kind_problem(node: Map, kind: Node | None, document: Document, label: str) -> Problem:
    kinds = fact_kinds()
    rule, message, hint = "missing-field", "the fact does not say its `kind`", f"one of: {', '.join(kinds)}"
    at: Node = node
    misspelt = next((key for key in node.names() if key not in _BESIDE_KIND and nearest(key, ["kind"])), None)
    if kind is not None:
        rule, message, at = "invalid-value", f"`{kind}` is not a kind of fact", kind
        hint = did_you_mean(str(kind), kinds, hint)
    elif misspelt is not None:
        rule, message, hint, at = "unknown-field", f"unknown field `{misspelt}`", "did you mean `kind`?", misspelt
    place = Location(path=document.path, line=at.line, column=at.column)
    return Problem(rule=rule, message=message, hint=hint, at=place, fact=label)


def _label(node: Map, taken: set[str]) -> str:
    given = node.get("id")
    label = str(given) if isinstance(given, Text) and given else f"entry-at-line-{node.line}"
    label = "".join(char if char.isalnum() or char in "-_." else "-" for char in label)[:80]
    if label in taken:
        label = f"{label}@{node.line}"
    taken.add(label)
    return label


def _last_line(node: Node) -> int:
    """The last line on which a value begins; syntax problems between entries belong to the one above."""
    if isinstance(node, Map):
        return max((_last_line(child) for child in (*node.names(), *node.values())), default=node.line)
    if isinstance(node, Seq):
        return max((_last_line(child) for child in node), default=node.line)
    return node.line


def _owned(problem: Problem, entries: list[Entry], name: str) -> Problem:
    """Give a problem of the file's syntax to the fact it stands in, so that it fails under its name."""
    if name != "facts" or problem.fact is not None:
        return problem
    for entry in entries:
        if entry.at.line <= problem.at.line <= _last_line(entry.data):
            return Problem(
                rule=problem.rule, message=problem.message, hint=problem.hint, at=problem.at, fact=entry.label
            )
    return problem


def _not_a_mapping(section: str, at: Location) -> Problem:
    return Problem(
        rule="invalid-value",
        message=f"an entry of `{section}` is text or a list, not fields with names",
        hint="write `- id: ...` and the other fields below it",
        at=at,
    )
