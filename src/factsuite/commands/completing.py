"""What the tab key offers: rules, kinds, articles, facts, sources, entities and people, where they are arguments.

Nothing is checked and no rule is run: names are found in the text of the files, so that an answer comes at once and a
file that is half written offers what it has.
"""

import argparse
import json
import re
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from factsuite.commands.parsing import commands_of

_FACTS = "facts"
_ID = re.compile(r"^\s*-\s+(?:\{\s*)?id:\s*[\"']?([^\s,\"'}]+)", re.MULTILINE)
_RULE = re.compile(r"^@rule\(.*?^def (\w+)\(", re.MULTILINE | re.DOTALL)
_LARGEST = 5_000_000  # bytes of a file that is read for its names

Names = Callable[[Path], Iterable[str]]


def add_completers(parser: argparse.ArgumentParser) -> None:
    """Tell every argument that names a thing of the workspace where its names are found."""
    for command in commands_of(parser).values():
        for action in command._actions:
            names = _names_for(action)
            if names is not None:
                action.completer = _completer(names)  # type: ignore[attr-defined]  # argcomplete looks for it here


def complete(parser: argparse.ArgumentParser) -> None:
    """Answer the shell, and leave; nothing happens where no shell has asked."""
    import argcomplete

    add_completers(parser)
    argcomplete.autocomplete(parser, always_complete_options=False)


def _names_for(action: argparse.Action) -> Names | None:
    """By what the help calls the argument; `--article ID` and `--by ID` by their own names."""
    if action.dest in ("article", "by"):
        return {"article": article_ids, "by": people_of_the_desk}[action.dest]
    return _BY_METAVAR.get(str(action.metavar))


def _completer(names: Names) -> Callable[..., list[str]]:
    def offered(prefix: str, parsed_args: argparse.Namespace, **_: object) -> list[str]:
        root = _root(getattr(parsed_args, "folder", None) or Path())
        found = names(root) if root is not None else ()
        return sorted({name for name in found if name.startswith(prefix)})

    return offered


def _root(start: Path) -> Path | None:
    here = start.resolve()
    return next((folder for folder in (here, *here.parents) if (folder / _FACTS).is_dir()), None)


def article_ids(root: Path) -> Iterator[str]:
    """The folders below `facts/` that hold an article."""
    return (file.parent.name for file in (root / _FACTS).glob("*/article.md"))


def fact_ids(root: Path) -> Iterator[str]:
    """The ids of facts.yaml of every article."""
    return _ids(root, "facts.yaml")


def source_ids(root: Path) -> Iterator[str]:
    """The ids of sources.yaml, shared ones too."""
    return _ids(root, "sources.yaml")


def entity_ids(root: Path) -> Iterator[str]:
    """The ids of entities.yaml, shared ones too."""
    return _ids(root, "entities.yaml")


def people_of_the_desk(root: Path) -> Iterator[str]:
    """The ids of facts/desk.yaml."""
    return _ids(root, "desk.yaml")


def things(root: Path) -> Iterator[str]:
    """What may fall: sources, entities and facts."""
    for names in (source_ids, entity_ids, fact_ids):
        yield from names(root)


def pages(root: Path) -> Iterator[str]:
    """What can be explained: rules, of the house too, and kinds of fact."""
    from factsuite.reports.kind_text import kinds_in

    schema = files("factsuite.schemas").joinpath("facts.schema.json").read_text(encoding="utf-8")
    yield from kinds_in(json.loads(schema))
    for folder in (Path(str(files("factsuite.checks"))), root / "checks"):
        for file in folder.glob("*.py"):
            yield from (name.replace("_", "-") for name in _RULE.findall(_text(file)))


def _ids(root: Path, name: str) -> Iterator[str]:
    for file in (root / _FACTS / name, *(root / _FACTS).glob(f"*/{name}")):
        yield from _ID.findall(_text(file))


def _text(file: Path) -> str:
    """The text of a file; empty where it cannot be read, or is too large to answer at once."""
    try:
        return file.read_text(encoding="utf-8") if file.stat().st_size <= _LARGEST else ""
    except (OSError, UnicodeDecodeError):
        return ""


_BY_METAVAR: dict[str, Names] = {
    "ARTICLE": article_ids,
    "FACT": fact_ids,
    "SOURCE": source_ids,
    "SOURCE|ENTITY|FACT": things,
    "RULE|KIND": pages,
}
