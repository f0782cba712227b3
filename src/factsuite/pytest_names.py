"""Which files the plugin is about, and its key to what a run knows. Imported in every pytest run, so kept light."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from factsuite.pytest_session import FactSession

SESSION: "pytest.StashKey[FactSession]" = pytest.StashKey()
"""Where a run keeps what it knows of the facts."""

WAITS = "waits"
"""The property of a report whose fact fails for nothing but that no evidence is recorded for it yet."""

ACROSS = "across-articles"
"""The item for whatever belongs to no file that is there."""

_ITEMS = {
    "article.md": ("article", "coverage"),
    "sources.yaml": ("sources",),
    "entities.yaml": ("entities",),
    "facts.yaml": ("facts", "timeline"),
    "exhibits.yaml": ("exhibits",),
    "signoffs.yaml": ("signoffs",),
    "waivers.yaml": ("waivers",),
    "desk.yaml": ("desk",),
}
"""The items of a file: the file as a whole, and each question about a whole article that is asked of it."""

_SHARED_ALONE = ("waivers.yaml", "desk.yaml")
_SHARED = ("sources.yaml", "entities.yaml", "exhibits.yaml", *_SHARED_ALONE)
"""The files that may lie in `facts/` itself, and those that may lie nowhere else."""


def file_item_names(file_name: str) -> tuple[str, ...]:
    """The items that stand for a file and the questions asked of it: sources.yaml::sources."""
    return _ITEMS[file_name]


def file_item_name(file_name: str, family: str) -> str:
    """The item that reports a finding on a file: that of its family of rules, else the file's own."""
    names = _ITEMS.get(file_name, ("",))
    return family if family in names[1:] else names[0]


def is_check_of_facts(node_id: str) -> bool:
    """Whether a node id is a check of ours, by names alone: of a file outside pytest's root it keeps no more."""
    file, _, name = node_id.partition("::")
    return file.rpartition("/")[2] in _ITEMS or name == ACROSS


def is_fact_file(path: Path) -> Path | None:
    """The `facts/` folder that a file of a dossier, or a shared one, belongs to."""
    if path.name not in _ITEMS:
        return None
    folder = path.parent
    if folder.parent.name == "facts" and not folder.name.startswith((".", "_")) and path.name not in _SHARED_ALONE:
        return folder.parent
    if folder.name == "facts" and path.name in _SHARED:
        return folder
    return None


def workspace_path(path: Path, facts: Path) -> str:
    """What lies in a folder `facts/` as findings name it, facts/<article>/<file>, whatever links lead to it."""
    return "/".join(("facts", *path.parts[len(facts.parts) :]))


def holds_facts(folder: Path) -> bool:
    """Whether a folder `facts/` is ours: it holds a fact file, or nothing that shows it is somebody's Python code."""
    if any((folder / name).is_file() for name in _ITEMS) or any(any(folder.glob(f"*/{name}")) for name in _ITEMS):
        return True
    return not any(folder.glob("*.py")) and not any(folder.glob("*/*.py"))


def is_rule_file(path: Path) -> bool:
    """Whether a file may hold rules: a module in `checks/` that is no test module."""
    return (
        path.suffix == ".py" and path.parent.name == "checks" and not path.name.startswith(("_", "test_", "conftest"))
    )
