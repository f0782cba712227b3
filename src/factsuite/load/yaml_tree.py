"""YAML text to positioned values, through libyaml's events and a builder of our own.

PyYAML left alone reads `12:30:45` as 45045, `no` as false and `1.10` as 1.1, and lets a repeated
key win in silence; its composer recurses and expands aliases. Here every scalar stays text, and
what a fact file has no use for (aliases, tags, several documents) is refused with a hint.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

import yaml

from factsuite.load.locations import Location
from factsuite.load.positioned import Map, Node, Seq, Text, text_at
from factsuite.load.problems import Problem

MAX_DEPTH = 64
"""Deepest nesting read. A fact needs five levels; the limit keeps later stages safe to recurse."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str, path: PurePosixPath, first_line: int = 1) -> tuple[Node | None, tuple[Problem, ...]]:
    """Build positioned values from one YAML document.

    `first_line` is the number of the text's first line in its file (front matter starts on line 2).
    Returns the tree, or None where the syntax breaks off, with every problem met on the way.
    """
    builder = _Builder(path, first_line - 1)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        builder.problems.append(_syntax_problem(error, text, path, first_line - 1))
        return None, tuple(builder.problems)
    except _TooDeep:
        return None, tuple(builder.problems)
    return builder.root, tuple(builder.problems)


class _TooDeep(Exception):
    """Stops the builder; the problem is already recorded."""


class _Builder:
    """Takes events one by one; iterative, so depth is limited by us and not by the stack."""

    def __init__(self, path: PurePosixPath, line_offset: int) -> None:
        self.path = path
        self.offset = line_offset
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self._documents = 0
        self._open: list[tuple[Map | Seq, Text | None]] = []
        self._key: Text | None = None

    def take(self, event: Any) -> None:
        """Take one event of the parser."""
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_marks(event)
            self._add(self._text(event.value, event, quoted=event.style in ("'", '"')))
        elif isinstance(event, yaml.MappingStartEvent):
            self._begin(Map(), event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._begin(Seq(), event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            node, self._key = self._open.pop()
            self._add(node)
        elif isinstance(event, yaml.AliasEvent):
            self._problem(
                "yaml-alias",
                f"*{event.anchor} repeats another part of the file",
                "write the value out: an alias hides what a fact says",
                event,
            )
            self._add(self._text("", event))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents == 2:
                self._problem(
                    "several-documents",
                    "a second YAML document begins here",
                    "keep one document a file: remove the line `---`",
                    event,
                )

    def _text(self, value: str, event: Any, quoted: bool = False) -> Text:
        mark = event.start_mark
        return text_at(value, mark.line + 1 + self.offset, mark.column + 1, quoted)

    def _begin(self, node: Map | Seq, event: Any) -> None:
        self._refuse_marks(event)
        node.line = event.start_mark.line + 1 + self.offset
        node.column = event.start_mark.column + 1
        if isinstance(self._top(), Map) and self._key is None:
            self._problem(
                "yaml-syntax",
                "a mapping or list stands where a field name belongs",
                "a field name is a word followed by a colon; quote text that holds `{` or `[`",
                event,
            )
        if len(self._open) >= MAX_DEPTH:
            self._problem(
                "yaml-syntax",
                f"nested more than {MAX_DEPTH} levels deep",
                "a fact file needs no such nesting: check brackets and indentation",
                event,
            )
            raise _TooDeep
        self._open.append((node, self._key))
        self._key = None

    def _top(self) -> Map | Seq | None:
        return self._open[-1][0] if self._open else None

    def _add(self, node: Node) -> None:
        top = self._top()
        if top is None:
            if self._documents <= 1:
                self.root = node
        elif isinstance(top, Seq):
            top.append(node)
        elif self._key is None:
            self._key = node if isinstance(node, Text) else text_at("", node.line, node.column)
            if self._key in top:
                self._repeated(top, self._key)
        else:
            top.setdefault(self._key, node)
            self._key = None

    def _repeated(self, mapping: Map, key: Text) -> None:
        first = mapping.key(key)
        line = first.line if first is not None else mapping.line
        self.problems.append(
            Problem(
                rule="repeated-key",
                message=f"`{key}` is given twice in one entry; the first is on line {line}",
                hint="keep one of the two: a repeated field would let one value win in silence",
                at=Location(path=self.path, line=key.line, column=key.column),
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
        at = Location(path=self.path, line=mark.line + 1 + self.offset, column=mark.column + 1)
        self.problems.append(Problem(rule=rule, message=message, hint=hint, at=at))


def _syntax_problem(error: yaml.YAMLError, text: str, path: PurePosixPath, offset: int) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    context = getattr(error, "context", None)
    if context == "while scanning a quoted scalar":  # the place that helps is where the quotation opens
        mark = getattr(error, "context_mark", mark)
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    at = Location(path=path, line=line + 1 + offset, column=column + 1)
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
