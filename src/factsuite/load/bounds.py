"""How much one YAML file may hold. Where it holds more, what is too much is named, and nothing is made of it."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from factsuite.load.locations import Location
from factsuite.load.positioned import Map, Node, Seq, Text
from factsuite.load.problems import Problem

LONGEST_VALUE = 50_000
"""Code points of one value. An excerpt is a passage; to compare two takes time that grows with both."""
MOST_VALUES = 500_000
"""Values of one file, as far as its commas, colons and line ends tell before it is read."""
MOST_PROBLEMS = 2_000
"""Problems of form that are listed of one file: behind so many, no part of it can be trusted."""


def too_many_values(text: str, path: PurePosixPath) -> Problem | None:
    """The problem of a text that would become more values than a machine should hold."""
    if len(text) <= MOST_VALUES:  # a value takes a character at least
        return None
    marks = text.count(",") + text.count(":") + text.count("\n")
    if marks <= MOST_VALUES:
        return None
    return _problem(
        f"the file holds more than {MOST_VALUES:,} values",
        "spread them over several articles, or lists that several articles share",
        Location(path=path),
    )


def too_long_values(root: Node | None, text: str, path: PurePosixPath) -> Iterator[Problem]:
    """A problem for every value, or name of a field, that no field can mean. `text` is what they were read from."""
    if len(text) <= LONGEST_VALUE:
        return
    waiting = [root] if root is not None else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, Map):
            waiting += [*node.names(), *node.values()]
        elif isinstance(node, Seq):
            waiting += node
        elif isinstance(node, Text) and len(node) > LONGEST_VALUE:
            yield _problem(
                f"the value is {len(node):,} characters long; {LONGEST_VALUE:,} are read",
                "cite the passage that matters, not the whole source",
                Location(path=path, line=node.line, column=node.column),
            )


def cut_off(problems: Sequence[Problem], path: PurePosixPath) -> tuple[Problem, ...]:
    """The problems of a file that has more than are listed: the first of them, and one that says so."""
    last = _problem(
        f"the file has more than {MOST_PROBLEMS:,} problems; the rest are not listed",
        "nothing of the file is read before they are mended",
        Location(path=path),
    )
    return (*problems[:MOST_PROBLEMS], last)


def _problem(message: str, hint: str, at: Location) -> Problem:
    return Problem(rule="yaml-syntax", message=message, hint=hint, at=at)
