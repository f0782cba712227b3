"""The entries of a file's lists (facts, sources, people ...), each validated against its own branch."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from factsuite.load.bounds import MOST_PROBLEMS, cut_off
from factsuite.load.documents import Document
from factsuite.load.locations import Location
from factsuite.load.odd_characters import odd_in_values
from factsuite.load.positioned import Map, Node, Seq, Text
from factsuite.load.problems import Problem, shortened
from factsuite.load.schemas import fact_kinds, outline_validator, validator
from factsuite.load.suggestions import did_you_mean, nearest
from factsuite.load.validation import QUOTED, explain, validate
from factsuite.load.yaml_tree import Plain

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

_READ_BY_PEOPLE = ("facts", "sources", "entities", "waivers", "desk")
"""The files whose values are written and read by people; the others are written by commands."""

_PLAIN_LABEL = re.compile(r"[A-Za-z0-9._-]{1,80}")
"""An id that is a label as it stands."""

_BESIDE_KIND = ("id", "claim", "anchor", "asserts", "evidence")
"""The fields that every fact has beside its kind."""


class Entry(Struct, frozen=True, kw_only=True):
    """One entry of a list. `sound` says that its form is right, so that it can be given a meaning."""

    section: str
    label: str
    """Its id, made unique in the file; or where it stands, if it has none."""
    data: Map
    at: Location
    sound: bool


class Entries(Struct, frozen=True, kw_only=True):
    """All entries of one file, in its order, and everything wrong with it."""

    document: Document
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


def load_facts(document: Document) -> Entries:
    """The entries of facts.yaml; the branch of the schema is chosen by `kind` before validating."""
    return _load(document, "facts", ("facts",))


def list_facts(document: Document) -> tuple[Entry, ...]:
    """The entries of facts.yaml in their order, with their labels and nothing examined: none counts as sound."""
    taken: set[str] = set()
    nodes = (node for _, node, _ in _nodes(document, ("facts",)))
    return tuple(
        Entry(
            section="facts",
            label=_label(node, taken),
            data=node,
            at=Location(path=document.path, line=node.line, column=node.column),
            sound=False,
        )
        for node in nodes
        if isinstance(node, Map)
    )


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
    problems += validate(document.data, outline_validator(name), document.path, f"{name}.yaml", plain=document.plain)
    broken_by_syntax = sorted({problem.at.line for problem in problems})
    entries = []
    taken: set[str] = set()
    for section, node, plain in _nodes(document, sections):
        if len(problems) > MOST_PROBLEMS:
            return Entries(document=document, entries=(), problems=cut_off(problems, document.path))
        mark = node.mark
        at = Location(document.path, mark.line + 1, mark.column + 1)
        if not isinstance(node, Map):
            problems.append(_not_a_mapping(section, at))
            continue
        label = _label(node, taken)
        found = _validate_entry(node, plain, name, section, document, label)
        problems += found
        sound = not found and not (broken_by_syntax and _holds_one(node, broken_by_syntax))
        entries.append(Entry(section=section, label=label, data=node, at=at, sound=sound))
    if name in _READ_BY_PEOPLE and document.may_be_odd:  # what is odd is told, and the value is compared all the same
        problems += odd_in_values(document.data, document.path)
    owned = problems if name != "facts" else _owned(problems, entries)
    return Entries(document=document, entries=tuple(entries), problems=tuple(owned))


def _nodes(document: Document, sections: tuple[str, ...]) -> Iterator[tuple[str, Node, "Plain | None"]]:
    data, plain = document.data or Map(), document.plain
    for section in sections:
        nodes = data.get(section)
        if isinstance(nodes, Seq):
            without_places = plain[section] if isinstance(plain, dict) else [None] * len(nodes)
            yield from ((section, node, same) for node, same in zip(nodes, without_places, strict=True))


def _validate_entry(
    node: Map, plain: "Plain | None", name: str, section: str, document: Document, label: str
) -> list[Problem]:
    kind = None
    if name == "facts":
        kind = node.get("kind")
        if not isinstance(kind, Text) or kind not in fact_kinds():
            return [_kind_problem(node, kind, document, label)]
        form = validator(name, f"fact-{kind}")
    else:
        form = validator(name, _branch(name, section, node))
    if form.accepts(node, plain):
        return []
    if kind is not None:
        return explain(node, form, document.path, f"a fact of kind {kind}", label)
    return explain(node, form, document.path, _called(name, section, node))


def _branch(name: str, section: str, node: Map) -> str:
    """The definition of the schema that an entry follows, which is no fact."""
    if name == "exhibits":
        return "sealed-exhibit" if "sealed" in node else "exhibit"
    return _BRANCHES.get(name) or SECTIONS[section]


def _called(name: str, section: str, node: Map) -> str:
    """What messages call an entry that is no fact."""
    if name == "exhibits":
        return f"the entry of `{node.get('source', '')}`"
    branch = _branch(name, section, node)
    return f"{'an' if branch[0] in 'aeiou' else 'a'} {branch}"


def _kind_problem(node: Map, kind: Node | None, document: Document, label: str) -> Problem:
    kinds = fact_kinds()
    rule, message, hint = "missing-field", "the fact does not say its `kind`", f"one of: {', '.join(kinds)}"
    at: Node = node
    misspelt = next((key for key in node.names() if key not in _BESIDE_KIND and nearest(key, ["kind"])), None)
    if kind is not None:
        rule, message, at = "invalid-value", f"`{shortened(str(kind), QUOTED)}` is not a kind of fact", kind
        hint = did_you_mean(str(kind), kinds, hint)
    elif misspelt is not None:
        rule, message, hint, at = "unknown-field", f"unknown field `{misspelt}`", "did you mean `kind`?", misspelt
    place = Location(path=document.path, line=at.line, column=at.column)
    return Problem(rule=rule, message=message, hint=hint, at=place, fact=label)


def _label(node: Map, taken: set[str]) -> str:
    given = node.get("id")
    label = given.typed if isinstance(given, Text) and given else f"entry-at-line-{node.line}"
    if not _PLAIN_LABEL.fullmatch(label):
        label = "".join(char if char.isalnum() or char in "-_." else "-" for char in label)[:80]
    if label in taken:
        label = f"{label}@{node.line}"
    if label in taken:  # a third one on the same line
        label = f"{label}.{node.column}"
    taken.add(label)
    return label


def _holds_one(node: Map, lines: list[int]) -> bool:
    """Whether one of some lines, which are sorted, is a line of an entry."""
    first = bisect_left(lines, node.line)
    return first < len(lines) and lines[first] <= _last_line(node)


def _last_line(node: Node) -> int:
    """The last line on which a value begins; syntax problems between entries belong to the one above."""
    if isinstance(node, Map):
        return max((_last_line(child) for child in (*node.names(), *node.values())), default=node.line)
    if isinstance(node, Seq):
        return max((_last_line(child) for child in node), default=node.line)
    return node.line


def _owned(problems: list[Problem], entries: list[Entry]) -> list[Problem]:
    """Give problems of the file's syntax to the facts they stand in, so that they fail under their names."""
    if all(problem.fact is not None for problem in problems):
        return problems
    lasts = [_last_line(entry.data) for entry in entries]  # in the order of the file, so they never fall
    owned = []
    for problem in problems:
        number = bisect_left(lasts, problem.at.line)
        inside = problem.fact is None and number < len(entries) and entries[number].at.line <= problem.at.line
        owned.append(replace(problem, fact=entries[number].label) if inside else problem)
    return owned


def _not_a_mapping(section: str, at: Location) -> Problem:
    return Problem(
        rule="invalid-value",
        message=f"an entry of `{section}` is text or a list, not fields with names",
        hint="write `- id: ...` and the other fields below it",
        at=at,
    )
