"""The dossier of the first article, edited in memory: one change at a time, checked by the whole engine.

A change to one fact is checked on the dossier with every other fact blanked out, line for line, so that places
stay what they are and hundreds of changes take seconds.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from factsuite.engine import check_tree
from factsuite.load.documents import Document, load_document
from factsuite.load.entries import Entries, load_entities, load_facts, load_sources
from factsuite.load.files import ARTICLE_FILES, Tree
from factsuite.load.positioned import Map, Node, Seq, Text
from factsuite.load.problems import Problem
from factsuite.load.validation import validate
from factsuite.load.yaml_tree import read_yaml
from factsuite.model import building
from factsuite.model.policy import Policy
from factsuite.rules.findings import Reported, Severity
from factsuite.rules.results import FactResult, Result
from factsuite.values.dates import read_date

ROOT = Path(__file__).parent.parent
FOLDER = PurePosixPath("facts/dprk-troops-in-russia")

Files = dict[str, str]
"""The texts of the dossier's four files, by file name."""


@dataclass(frozen=True, slots=True)
class Word:
    """A value of one of the files, and the names of the fields that lead to it."""

    file: str
    path: tuple[str, ...]
    text: str
    line: int
    column: int
    """Of its first letter."""
    quoted: bool = False

    @property
    def at_column(self) -> int:
        """The column a finding gives: that of the quotation mark, where there is one."""
        return self.column - self.quoted

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column} {'.'.join(self.path)} '{self.text[:60]}'"


@cache
def _originals() -> tuple[tuple[str, str], ...]:
    return tuple((name, (ROOT / FOLDER / name).read_text(encoding="utf-8")) for name in ARTICLE_FILES)


def original_files() -> Files:
    """The dossier as it stands."""
    return dict(_originals())


def tree_of(files: Files) -> Tree:
    """The files where the engine looks for them."""
    return {FOLDER / name: text.encode("utf-8") for name, text in files.items()}


def check(files: Files, publish: bool = False) -> Result:
    """The result of the whole engine; no rules but ours."""
    return check_tree(tree_of(files), Policy(), publish=publish)


def errors(files: Files) -> list[Reported]:
    """The findings that fail."""
    return [found for found in check(files).all_findings if found.severity is Severity.ERROR]


def place(found: Reported) -> tuple[str, int, int]:
    """A finding's file, line and column."""
    at = found.finding.at
    return at.path.name, at.line, at.column


def fact_of(result: Result, id: str) -> FactResult:
    """One fact of a result."""
    return next(fact for fact in result.facts if fact.slot.label == id)


@cache
def fact_ids() -> tuple[str, ...]:
    """The ids of all facts, in file order."""
    return tuple(id for id, _, _ in _stretches())


def only(files: Files, *ids: str) -> Files:
    """The dossier with every other fact blanked out, line for line. The lines are those of the original."""
    lines = files["facts.yaml"].split("\n")
    first = next(n for n, line in enumerate(lines) if line.startswith("facts:"))
    kept = [
        *range(first + 1),
        *(n - 1 for id, start, end in _stretches() if id in ids for n in range(start, end)),
    ]
    blank = [""] * len(lines)
    for n in kept:
        if n < len(lines):
            blank[n] = lines[n]
    return {**files, "facts.yaml": "\n".join(blank)}


@cache
def _stretches() -> tuple[tuple[str, int, int], ...]:
    """Every fact with its first line and the one after its last."""
    text = original_files()["facts.yaml"]
    entries = load_facts(load_document({FOLDER / "facts.yaml": text.encode()}, FOLDER / "facts.yaml")).entries
    starts = [entry.at.line for entry in entries]
    ends = [*starts[1:], text.count("\n") + 2]
    return tuple((entry.label, start, end) for entry, start, end in zip(entries, starts, ends, strict=True))


def fact_at(line: int) -> str:
    """The fact whose entry holds a line of facts.yaml."""
    return next(id for id, start, end in _stretches() if start <= line < end)


@cache
def words_of(file: str) -> tuple[Word, ...]:
    """Every value of a YAML file, in its order."""
    node, problems = read_yaml(original_files()[file], FOLDER / file)
    assert node is not None and not problems
    return tuple(_words(node, file))


def _words(root: Node, file: str) -> Iterator[Word]:
    waiting: list[tuple[tuple[str, ...], Node]] = [((), root)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, Text):
            yield Word(file, path, str(node), node.line, node.column + node.quoted, node.quoted)
        elif isinstance(node, Map):
            waiting += [((*path, key), value) for key, value in reversed(node.items())]
        elif isinstance(node, Seq):
            waiting += [((*path, str(n)), value) for n, value in reversed(list(enumerate(node)))]


@cache
def keys_of(file: str) -> tuple[Word, ...]:
    """Every field name of a YAML file, in its order."""
    node, _ = read_yaml(original_files()[file], FOLDER / file)
    found: list[Word] = []
    waiting: list[tuple[tuple[str, ...], Node]] = [((), node)] if node is not None else []
    while waiting:
        path, here = waiting.pop()
        if isinstance(here, Map):
            found += [Word(file, path, str(key), key.line, key.column) for key in here.names()]
            waiting += [((*path, key), value) for key, value in here.items()]
        elif isinstance(here, Seq):
            waiting += [((*path, str(n)), value) for n, value in enumerate(here)]
    return tuple(sorted(found, key=lambda word: (word.line, word.column)))


def replaced(files: Files, word: Word, new: str, old: str | None = None, offset: int | None = None) -> Files:
    """The files with a value, or some words of it, replaced; they must stand there as typed."""
    old = word.text if old is None else old
    offset = word.text.index(old) if offset is None else offset
    lines = files[word.file].split("\n")
    line, start = lines[word.line - 1], word.column - 1 + offset
    assert line[start : start + len(old)] == old, f"{word}: the line has {line!r}"
    lines[word.line - 1] = line[:start] + new + line[start + len(old) :]
    return {**files, word.file: "\n".join(lines)}


def entry_only(file: str, line: int, text: str) -> str:
    """A list file with every entry but the one that holds a line blanked out, line for line."""
    lines = text.split("\n")
    starts = _entry_lines(file)
    here = bisect_right(starts, line) - 1
    start, end = starts[here], starts[here + 1] if here + 1 < len(starts) else len(lines) + 1
    heads = [n for n, old in enumerate(lines[: start - 1], 1) if old[:1].isalpha()]
    kept = {*range(start, end), *heads[:1], *heads[-1:]}
    return "\n".join(old if n in kept else "" for n, old in enumerate(lines, 1))


@cache
def _entry_lines(file: str) -> tuple[int, ...]:
    load = _LISTS[file]
    return tuple(entry.at.line for entry in load(load_document(tree_of(original_files()), FOLDER / file)).entries)


def problems_of(file: str, text: str) -> tuple[Problem, ...]:
    """What loading finds wrong with a list file."""
    return _LISTS[file](load_document({FOLDER / file: text.encode()}, FOLDER / file)).problems


def name_of(word: Word) -> str:
    """A place in words that survive new lines: whose field it is, and which source's."""
    below = [other for other in words_of(word.file) if _same_entry(other, word)]
    id = next((other.text for other in below if other.path[2:] == ("id",)), "")
    deepest = [
        other for other in below if other.path[-1] == "source" and word.path[: len(other.path) - 1] == other.path[:-1]
    ]
    field = next(part for part in reversed(word.path) if not part.isdigit())
    return f"{id} {deepest[0].text} {field}" if deepest else f"{id} {field}"


def _same_entry(other: Word, word: Word) -> bool:
    return other.path[:2] == word.path[:2]


_SOUND: set[tuple[str, str]] = set()


def validate_once(node: Node, *about: Any, **more: Any) -> list[Problem]:
    """Stands in for the validation of an entry: one that was found sound before is not looked at again."""
    key = str(about[2:3]), repr(node)
    if key in _SOUND:
        return []
    problems = validate(node, *about, **more)
    if not problems:
        _SOUND.add(key)
    return problems


read_date_once = cache(read_date)
"""Stands in for the reading of dates: the same text against the same calendar is read once."""

_LISTS = {"facts.yaml": load_facts, "sources.yaml": load_sources, "entities.yaml": load_entities}
_bytes: dict[PurePosixPath, object] = {}
"""What the file last loaded from a path held."""


def load_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The builder's own loading of files and their lists, done once for the same bytes."""
    monkeypatch.setattr(building, "load_document", _document_once)
    for file, load in _LISTS.items():
        monkeypatch.setattr(building, load.__name__, _list_once(file))


def _document_once(tree: Tree, path: PurePosixPath) -> Document:
    _bytes[path] = tree.get(path)
    return _document(path, _bytes[path])


def _list_once(file: str) -> Callable[[Document], Entries]:
    def listed(document: Document) -> Entries:
        if document.path not in _bytes:  # shared, and not there
            return _LISTS[file](document)
        return _listed(document.path, _bytes[document.path])

    return listed


@lru_cache(maxsize=64)
def _document(path: PurePosixPath, data: object) -> Document:
    tree: Tree = {path: data} if isinstance(data, bytes) else {}
    return load_document(tree, path)


@lru_cache(maxsize=64)
def _listed(path: PurePosixPath, data: object) -> Entries:
    return _LISTS[path.name](_document(path, data))
