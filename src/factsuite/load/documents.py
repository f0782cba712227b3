"""One file of a workspace, loaded: its tree, its text, and everything wrong with it."""

from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from factsuite.load.bounds import MOST_PROBLEMS, cut_off, too_long_values, too_many_values
from factsuite.load.decoding import decode, hidden_line_end
from factsuite.load.files import Tree, Unreadable
from factsuite.load.locations import Location
from factsuite.load.odd_characters import may_be_odd, odd_in_text, odd_in_values
from factsuite.load.positioned import Map, Node, Seq
from factsuite.load.problems import Problem
from factsuite.load.schemas import validator
from factsuite.load.validation import validate
from factsuite.load.yaml_tree import Plain, parse_yaml

_PURPOSE = {
    "article.md": "it holds the text under check, below front matter between two lines `---`",
    "sources.yaml": "it lists what was consulted",
    "entities.yaml": "it lists the people, organisations, places, events and measures",
    "facts.yaml": "it lists the facts of the article",
}


class Document(Struct, frozen=True, kw_only=True):
    """A loaded file. `data` is None where it could not be read as a mapping."""

    path: PurePosixPath
    data: Map | None
    problems: tuple[Problem, ...]
    plain: "Plain | None" = None
    """The same values without places."""
    may_be_odd: bool = True
    """Whether a value may hold an odd character; a no is sure."""
    body: str = ""
    """The text below the front matter, for an article."""
    body_line: int = 1
    """The line on which the body begins."""


def load_document(tree: Tree, path: PurePosixPath) -> Document:
    """Read one YAML file: decode, build, and check the form of the whole."""
    text, problem = _text(tree, path)
    if text is None:
        return Document(path=path, data=None, problems=(problem,) if problem else ())
    return _parsed(text, path)


def load_article(tree: Tree, path: PurePosixPath) -> Document:
    """Read an article: front matter between `---` lines, and the text below it."""
    text, problem = _text(tree, path)
    if text is None:
        return Document(path=path, data=None, problems=(problem,) if problem else ())
    lines = text.splitlines(keepends=True)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if lines[0].rstrip() != "---" or end is None:
        missing = Problem(
            rule="yaml-syntax",
            message="the article has no front matter",
            hint="begin the file with a line `---`, the headline and publisher as fields, and another line `---`",
            at=Location(path=path),
        )
        return Document(path=path, data=None, problems=(missing,), body=text)
    loaded = _parsed("".join(lines[1:end]) or "\n", path, first_line=2)
    body = "".join(lines[end + 1 :])
    problems = list(loaded.problems)
    if loaded.data is not None:
        problems += validate(loaded.data, validator("article"), path, "front matter", plain=loaded.plain)
    if loaded.may_be_odd:
        problems += odd_in_values(loaded.data, path)
    problems += odd_in_text(body, path, end + 2)
    return replace(loaded, problems=tuple(problems), body=body, body_line=end + 2)


def _text(tree: Tree, path: PurePosixPath) -> tuple[str | None, Problem | None]:
    data = tree.get(path)
    at = Location(path=path)
    if data is None:
        purpose = _PURPOSE.get(path.name, "")
        return None, Problem(rule="unreadable-file", message="the file is missing", hint=f"write it: {purpose}", at=at)
    if isinstance(data, Unreadable):
        hint = "check that it is a file and that you may read it"
        message = f"the file cannot be opened: {data.reason}"
        return None, Problem(rule="unreadable-file", message=message, hint=hint, at=at)
    return decode(data, path)


def _parsed(text: str, path: PurePosixPath, first_line: int = 1) -> Document:
    refused = hidden_line_end(text, path, first_line) or too_many_values(text, path)
    if refused is not None:
        return Document(path=path, data=None, problems=(refused,))
    parsed = parse_yaml(text, path, first_line)
    node, problems = parsed.root, (*parsed.problems, *too_long_values(parsed.root, text, path))
    if len(problems) > MOST_PROBLEMS:
        return Document(path=path, data=None, problems=cut_off(problems, path))
    if isinstance(node, Map):
        return Document(path=path, data=node, plain=parsed.plain, problems=problems, may_be_odd=may_be_odd(text))
    if node is None and problems:
        return Document(path=path, data=None, problems=problems)
    shape = Problem(
        rule="yaml-syntax",
        message=f"the file holds {_sort(node)}, not fields with names",
        hint="begin with `format: 1`, then the list under its name",
        at=Location(path=path, line=first_line),
    )
    return Document(path=path, data=None, problems=(*problems, shape))


def _sort(node: Node | None) -> str:
    return "only comments" if node is None else "a list" if isinstance(node, Seq) else "one line of text"
