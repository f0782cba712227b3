"""Anchors written into a facts.yaml: nothing but their own letters changes, and the result is read again."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode

from factsuite.anchoring.scalars import scalar
from factsuite.anchoring.splicing import Splice, entries_of, line_end, newline, rendered, scalar_end, spliced
from factsuite.load.errors import FactsuiteError
from factsuite.load.locations import Location
from factsuite.load.positioned import Map, Seq, Text
from factsuite.load.yaml_tree import read_yaml
from factsuite.model.facts import Anchor


def with_anchors(text: str, path: PurePosixPath, edits: Mapping[Location, Anchor]) -> str:
    """A facts.yaml with other anchors, each for the fact that begins at a location.

    Raises FactsuiteError where the file cannot be edited so that it says exactly this and nothing else.
    """
    splices: list[Splice] = []
    for fact in entries_of(text, "facts"):
        at = Location(path=path, line=fact.start_mark.line + 1, column=fact.start_mark.column + 1)
        if at in edits:
            splices += _anchor_splices(text, fact, edits[at])
    edited = spliced(text, splices)
    if _content(edited, path) != _expected(text, path, edits):
        raise FactsuiteError(f"{path}: the anchors could not be written safely", hint="copy the edits shown by hand")
    return edited


def _anchor_splices(text: str, fact: MappingNode, anchor: Anchor) -> Iterator[Splice]:
    node = next((value for key, value in fact.value if key.value == "anchor"), None)
    if not isinstance(node, MappingNode):
        return
    wanted = {"exact": anchor.exact.text, "prefix": anchor.prefix, "suffix": anchor.suffix}
    pairs = [(key, value) for key, value in node.value if isinstance(value, ScalarNode)]
    given = {key.value for key, _ in pairs}
    for index, (key, value) in enumerate(pairs):
        new = wanted.get(key.value, value.value)
        if not new:
            follows = any(wanted.get(before.value) for before, _ in pairs[:index])
            yield _removal(text, pairs, index, follows)
        elif new != value.value:
            yield Splice(value.start_mark.index, scalar_end(text, value), rendered(text, value, new))
    added = [(name, new) for name, new in wanted.items() if new and name not in given]
    if added:
        yield _addition(text, node, pairs[-1], added)


def _removal(text: str, pairs: list[tuple[Node, ScalarNode]], index: int, follows: bool) -> Splice:
    """What takes a field away; where it `follows` one that stays, with what stands between the two."""
    key, value = pairs[index]
    if follows:
        return Splice(scalar_end(text, pairs[index - 1][1]), scalar_end(text, value), "")
    return Splice(key.start_mark.index, pairs[index + 1][0].start_mark.index, "")


def _addition(text: str, node: MappingNode, last: tuple[Node, ScalarNode], added: list[tuple[str, str]]) -> Splice:
    key, value = last
    at = scalar_end(text, value)
    if node.flow_style:
        return Splice(at, at, "".join(f", {name}: {scalar(new)}" for name, new in added))
    line = newline(text) + " " * key.start_mark.column
    end = line_end(text, at)
    return Splice(end, end, "".join(f"{line}{name}: {scalar(new)}" for name, new in added))


def _content(text: str, path: PurePosixPath) -> object:
    node, problems = read_yaml(text, path)
    return node, len(problems)


def _expected(text: str, path: PurePosixPath, edits: Mapping[Location, Anchor]) -> object:
    """What the edited file must be read as: the old content with the new anchors."""
    node, problems = read_yaml(text, path)
    facts = node.get("facts") if isinstance(node, Map) else None
    for fact in facts if isinstance(facts, Seq) else ():
        anchor = edits.get(Location(path=path, line=fact.line, column=fact.column))
        if anchor is not None and isinstance(fact, Map):
            given = (("exact", anchor.exact.text), ("prefix", anchor.prefix), ("suffix", anchor.suffix))
            fact["anchor"] = Map({name: Text(value) for name, value in given if value})
    return node, len(problems)
