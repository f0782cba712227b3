"""YAML text to positioned values, through libyaml's events and a builder of our own.

PyYAML left alone reads `12:30:45` as 45045, `no` as false and `1.10` as 1.1, and lets a repeated
key win in silence; its composer recurses and expands aliases. Here every scalar stays text, and
what a fact file has no use for (aliases, tags, several documents) is refused with a hint.
"""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from sys import intern
from typing import Any, TypeAlias

import yaml
from msgspec import Struct
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from factsuite.load.locations import Location
from factsuite.load.positioned import Map, Mark, Node, Seq, Text, marked
from factsuite.load.problems import Problem

MAX_DEPTH = 64
"""Deepest nesting read. A fact needs five levels; the limit keeps later stages safe to recurse."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Plain: TypeAlias = "str | dict[str, Plain] | list[Plain]"
"""A value without places, of the exact types that the fast validator takes."""


class Parsed(Struct, frozen=True, kw_only=True):
    """One YAML document: with places, and the same without; None where the syntax breaks off."""

    root: Node | None
    plain: "Plain | None"
    problems: tuple[Problem, ...]
    """Every problem met on the way."""


def read_yaml(text: str, path: PurePosixPath, first_line: int = 1) -> tuple[Node | None, tuple[Problem, ...]]:
    """Build positioned values from one YAML document.

    `first_line` is the number of the text's first line in its file (front matter starts on line 2).
    Returns the tree, or None where the syntax breaks off, with every problem met on the way.
    """
    parsed = parse_yaml(text, path, first_line)
    return parsed.root, parsed.problems


def parse_yaml(text: str, path: PurePosixPath, first_line: int = 1) -> Parsed:
    """As `read_yaml`, with the plain values beside the positioned ones."""
    if first_line > 1:  # so that the parser counts as the file does
        text = "\n" * (first_line - 1) + text
    builder = _Builder(path, may_refuse="&" in text or "!" in text)
    try:
        loader = _LOADER(text)
        try:
            builder.build(loader.get_event)
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        builder.problems.append(_syntax_problem(error, text, path))
        return Parsed(root=None, plain=None, problems=tuple(builder.problems))
    except _TooDeep:
        return Parsed(root=None, plain=None, problems=tuple(builder.problems))
    return Parsed(root=builder.root, plain=builder.plain, problems=tuple(builder.problems))


class _TooDeep(Exception):
    """Stops the builder; the problem is already recorded."""


class _Builder:
    """Takes events one by one; iterative, so depth is limited by us and not by the stack.

    The loop runs once for every scalar of an archive, so what is common stands in it, and what is rare in a method.
    """

    def __init__(self, path: PurePosixPath, may_refuse: bool) -> None:
        """`may_refuse` says that the text holds a sign of an anchor or a tag."""
        self.path = path
        self.may_refuse = may_refuse
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.plain: Plain | None = None
        self._documents = 0

    def build(self, next_event: Callable[[], Any]) -> None:
        """Take every event of the parser."""
        may_refuse = self.may_refuse
        waiting: list[tuple[Any, Any, str | None]] = []  # the containers around the open one, with their keys
        top: Any = None
        plain: Any = None  # the open container without places
        key: str | None = None
        is_map = False
        while (event := next_event()) is not None:
            sort = type(event)
            if sort is ScalarEvent and is_map and key is None:
                if may_refuse and (event.anchor is not None or event.tag is not None):
                    self._refuse_marks(event)
                key = intern(event.value)  # most are the names of a few fields
                if key not in top:
                    top.marks.append(event.start_mark)
                else:
                    self._repeated(top, key, event.start_mark)
                event = next_event()  # a name is never the last: its value follows
                sort = type(event)
            if sort is ScalarEvent:
                value = event.value
                if may_refuse and (event.anchor is not None or event.tag is not None):
                    self._refuse_marks(event)
                node: Any = Text(value)
                node.mark = event.start_mark
                node.style = event.style
                node.typed = value
            elif sort is MappingStartEvent or sort is SequenceStartEvent:
                nameless = is_map and key is None
                if nameless or may_refuse or len(waiting) >= MAX_DEPTH:
                    self._begin(event, len(waiting), nameless)
                waiting.append((top, plain, key))
                is_map = sort is MappingStartEvent
                if is_map:
                    top, plain = Map(), {}
                    top.marks = []
                else:
                    top, plain = Seq(), []
                top.mark = event.start_mark
                key = None
                continue
            elif sort is MappingEndEvent or sort is SequenceEndEvent:
                node, value = top, plain
                top, plain, key = waiting.pop()
                is_map = type(top) is Map
            elif sort is AliasEvent:
                node, value = self._alias(event), ""
            else:
                self._other(event)
                continue
            if key is not None:
                if key not in top:
                    top[key] = node
                    plain[key] = value
                key = None
            elif is_map:
                key = ""  # told by `_begin`, or as an alias
                if key not in top:
                    top.marks.append(node.mark)
                else:
                    self._repeated(top, key, node.mark)
            elif top is not None:
                top.append(node)
                plain.append(value)
            elif self._documents <= 1:
                self.root, self.plain = node, value

    def _begin(self, event: Any, depth: int, nameless: bool) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        if nameless:
            self._problem(
                "yaml-syntax",
                "a mapping or list stands where a field name belongs",
                "a field name is a word followed by a colon; quote text that holds `{` or `[`",
                event,
            )
        if depth >= MAX_DEPTH:
            self._problem(
                "yaml-syntax",
                f"nested more than {MAX_DEPTH} levels deep",
                "a fact file needs no such nesting: check brackets and indentation",
                event,
            )
            raise _TooDeep

    def _alias(self, event: Any) -> Text:
        self._problem(
            "yaml-alias",
            f"*{event.anchor} repeats another part of the file",
            "write the value out: an alias hides what a fact says",
            event,
        )
        return marked("", event.start_mark)

    def _other(self, event: Any) -> None:
        if not isinstance(event, yaml.DocumentStartEvent):
            return
        self._documents += 1
        if self._documents == 2:
            self._problem(
                "several-documents",
                "a second YAML document begins here",
                "keep one document a file: remove the line `---`",
                event,
            )

    def _repeated(self, mapping: Map, key: str, mark: Mark) -> None:
        first = mapping.key(key)
        line = first.line if first is not None else mapping.line
        self.problems.append(
            Problem(
                rule="repeated-key",
                message=f"`{key}` is given twice in one entry; the first is on line {line}",
                hint="keep one of the two: a repeated field would let one value win in silence",
                at=Location(path=self.path, line=mark.line + 1, column=mark.column + 1),
            )
        )

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._problem(
                "yaml-alias",
                f"&{event.anchor} marks a part of the file for repetition",
                "write values out: an alias hides what a fact says",
                event,
            )
        if event.tag is not None:
            self._problem(
                "yaml-tag",
                f"{event.tag} is a YAML tag",
                "leave it out: every value is read as the text you type",
                event,
            )

    def _problem(self, rule: str, message: str, hint: str, event: Any) -> None:
        mark = event.start_mark
        at = Location(path=self.path, line=mark.line + 1, column=mark.column + 1)
        self.problems.append(Problem(rule=rule, message=message, hint=hint, at=at))


def _syntax_problem(error: yaml.YAMLError, text: str, path: PurePosixPath) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    context = getattr(error, "context", None)
    if context == "while scanning a quoted scalar":  # the place that helps is where the quotation opens
        mark = getattr(error, "context_mark", mark)
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    at = Location(path=path, line=line + 1, column=column + 1)
    lines = text.split("\n")
    here = lines[line] if line < len(lines) else ""
    if "\t" in here[: column + 1] and not here[:column].strip():
        return Problem(
            rule="tab-indentation",
            message="the line is indented with a tab",
            hint="indent with spaces: YAML allows no tabs there",
            at=at,
        )
    what = getattr(error, "problem", None) or str(error).split("\n", 1)[0]
    message = f"this is not YAML: {what}" + (f" ({context})" if context else "")
    return Problem(rule="yaml-syntax", message=message, hint="; ".join(_syntax_hints(here)), at=at)


def _syntax_hints(line: str) -> Iterator[str]:
    if line.count('"') % 2 or line.count("'") % 2:
        yield "a quotation mark is not closed, or stands unescaped inside the text"
    if ": " in line.partition(": ")[2]:
        yield "text that holds a colon and a space needs quotation marks"
    yield "check the indentation and the quotation marks of this line and the one above"
