"""Harnesses of what reads files: a tree or a problem with a place in the file, never a traceback."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import PurePosixPath
from typing import Any

import yaml

from factsuite.anchoring.editing import with_anchors
from factsuite.load.decoding import decode
from factsuite.load.documents import load_article, load_document
from factsuite.load.entries import load_entities, load_facts, load_sources
from factsuite.load.locations import Location
from factsuite.load.positioned import Map, Node, Seq, Text
from factsuite.load.problems import Problem
from factsuite.load.yaml_tree import read_yaml
from factsuite.model.baseline import BaselineError, read_baseline
from factsuite.model.facts import Anchor
from factsuite.model.stated import Stated
from factsuite.values.expressions import Misread, read_expression
from factsuite.values.words import compare_words
from fuzz.texts import halves, text_of

FACTS = PurePosixPath("facts/fuzzed/facts.yaml")
ARTICLE = PurePosixPath("facts/fuzzed/article.md")
_LOADERS = (load_facts, load_sources, load_entities)


def yaml_tree(data: bytes) -> None:
    """YAML: where nothing is wrong, the tree is the one PyYAML builds of texts alone, and every value has its place."""
    text, _ = decode(data, FACTS)
    if text is None:
        return
    tree, problems = read_yaml(text, FACTS)
    _placed(problems, text)
    if tree is None or problems:
        return
    assert tree == yaml.load(text, Loader=yaml.CBaseLoader)
    before = (0, 0)
    for value in _values(tree):
        assert before <= (value.line, value.column) and 1 <= value.line <= _lines(text)
        before = (value.line, value.column)
    moved, _ = read_yaml(text, FACTS, first_line=10)
    assert [each.line - 9 for each in _values(moved)] == [each.line for each in _values(tree)]


def _values(node: Node | None) -> Iterator[Text]:
    waiting: list[Node] = [] if node is None else [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Text):
            yield here
        elif isinstance(here, Map):
            waiting += [each for key in reversed(list(here.names())) for each in (here[key], key)]
        elif isinstance(here, Seq):
            waiting += reversed(here)


def _placed(problems: Iterable[Problem], text: str) -> None:
    for problem in problems:
        assert problem.message.strip() and problem.hint.strip()
        assert 1 <= problem.at.line <= _lines(text) and problem.at.column >= 1, str(problem.at)


def _lines(text: str) -> int:
    """Lines as YAML counts them, and the one after the end: what is missing there is missing after it."""
    return len(text.splitlines()) + 1


def documents(data: bytes) -> None:
    """Whole files of every sort: entries have labels of their own, problems have places."""
    text = data.decode("utf-8", "replace")
    for load in _LOADERS:
        entries = load(load_document({FACTS: data}, FACTS))
        labels = [entry.label for entry in entries.entries]
        assert len(set(labels)) == len(labels)
        _placed(entries.problems, text)
        assert entries.problems or all(entry.sound for entry in entries.entries)
    article = load_article({ARTICLE: data}, ARTICLE)
    _placed(article.problems, text)
    assert article.data is not None or article.problems
    assert text.endswith(article.body)
    with suppress(BaselineError):
        read_baseline(data)


_TEMPLATES = (
    "format: 1\nfacts:\n  - id: a\n    anchor: {{exact: {}}}  # note\n    claim: b\n",
    "format: 1\nfacts:\n  - id: a\n    anchor:\n      exact: {}\n      prefix: c\n    claim: b\n",
    "format: 1\nfacts:\n  - anchor:\n      exact: >-\n        {}\n    # note\n    id: a\n",
)


def anchors(data: bytes) -> None:
    """Anchors written into a file: it then says the new words, and nothing else has changed. It never refuses to."""
    before, after = halves(text_of(data[1:]))
    if not after.strip() or any("\ud800" <= char <= "\udfff" for char in before + after):
        return
    template = _TEMPLATES[data[0] % len(_TEMPLATES)]
    old = " ".join(word for word in before.split() if word.isalnum()) or "old"
    text = template.format(old)
    tree, problems = read_yaml(text, FACTS)
    if problems:
        return
    fact: Any = tree["facts"][0] if isinstance(tree, Map) else None
    at = Location(path=FACTS, line=fact.line, column=fact.column)
    anchor = Anchor(exact=Stated(text=after, value=after, at=at), prefix=before[:9] if "\n" not in before[:9] else "")
    edited = with_anchors(text, FACTS, {at: anchor})
    assert edited == text or edited.count("note") >= text.count("note")


def expressions(data: bytes) -> None:
    """Expressions: read, or refused with a place in them."""
    text = text_of(data)
    read = read_expression(text)
    if isinstance(read, Misread):
        assert 0 <= read.start <= len(text) and read.message.strip() and read.hint.strip()
    else:
        assert read_expression(read.text) == read


def words(data: bytes) -> None:
    """A quotation against a source: compared with any text, and with itself."""
    printed, asserted = halves(text_of(data))
    compare_words(printed, asserted)
    same = compare_words(asserted, asserted)
    assert same.relation.value != "contradicts", same
