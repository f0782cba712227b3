"""A fact, and what it refers to, put into files that are there: every other byte stays as it was."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from factsuite.anchoring.splicing import Splice, dash_of, ends, line_end, newline, section_of, spliced
from factsuite.drafting.composing import Named
from factsuite.drafting.records import SECTIONS, Record
from factsuite.drafting.written import fact_lines, record_lines
from factsuite.load.errors import FactsuiteError
from factsuite.model.facts import Anchor


def with_fact(text: str, fact: Named, anchor: Anchor, after: int) -> str:
    """A facts.yaml with one fact more, behind the first `after` of its facts; a blank line apart, as they are."""
    return _with(text, "facts", lambda indent: fact_lines(fact, anchor, indent), after, apart=True)


def with_records(text: str, records: Iterable[Record]) -> str:
    """An entities.yaml with some entries more, each at the end of its list; lists it does not have are added."""
    by_section: dict[str, list[Record]] = {}
    for record in records:
        by_section.setdefault(record.section, []).append(record)
    for section in SECTIONS:
        new = by_section.get(section, [])
        if new:
            text = _with(text, section, partial(_entries, new), None, apart=False)
    return text


def _entries(records: Sequence[Record], indent: int) -> list[str]:
    return [line for record in records for line in record_lines(record, indent)]


def _with(text: str, section: str, lines: Callable[[int], Iterable[str]], after: int | None, *, apart: bool) -> str:
    node, end_of_line = section_of(text, section), newline(text)
    if node is None:
        begun = text if text.endswith("\n") or not text else text + end_of_line
        return begun + end_of_line.join(["", f"{section}:", *lines(2), ""])
    if not isinstance(node, SequenceNode) or not node.value:
        return _first(text, node, section, lines, end_of_line, apart=apart)
    if node.flow_style:
        raise FactsuiteError(f"`{section}` is a list on one line, and is left as it is", hint="write one entry a line")
    dash = dash_of(text, node.value[0])
    at = node.value[0].start_mark.index if dash is None else dash
    start = text.rfind("\n", 0, at) + 1
    added = lines(at - start - len(text[start:at].lstrip(" ")))
    number = len(node.value) if after is None else after
    if number == 0:
        written = end_of_line.join([*added, *([""] if apart else []), ""])
        return spliced(text, [Splice(start, start, written)])
    end = line_end(text, ends(text, node.value[number - 1]))
    written = end_of_line.join(["", *([""] if apart else []), *added])
    return spliced(text, [Splice(end, end, written)])


def _first(
    text: str, node: Node, section: str, lines: Callable[[int], Iterable[str]], end_of_line: str, *, apart: bool
) -> str:
    """The first entry of a list that is empty: in place of `[]`, or of nothing."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, MappingNode) or (isinstance(node, ScalarNode) and node.value):
        raise FactsuiteError(f"`{section}` is no list", hint="`factsuite check` says what is wrong with the file")
    line = line_end(text, end)
    comment = text[end:line]
    head = text[:start].rstrip(" ")
    written = end_of_line.join([comment, *([""] if apart else []), *lines(2)])
    return head + written + text[line:]
