"""Which files the plugin is about. Imported in every pytest run, so it imports nothing itself."""

from pathlib import Path

_NAMES = {
    "article.md": "article",
    "sources.yaml": "sources",
    "entities.yaml": "entities",
    "facts.yaml": "facts",
}


def file_item_name(file_name: str) -> str:
    """The name of the item that stands for a whole file: sources.yaml::sources."""
    return _NAMES[file_name]


def is_fact_file(path: Path) -> Path | None:
    """The `facts/` folder that a file of a dossier, or a shared one, belongs to."""
    if path.name not in _NAMES:
        return None
    folder = path.parent
    if folder.parent.name == "facts" and not folder.name.startswith((".", "_")):
        return folder.parent
    if folder.name == "facts" and path.name in ("sources.yaml", "entities.yaml"):
        return folder
    return None


def is_rule_file(path: Path) -> bool:
    """Whether a file may hold rules: a module in `checks/` that is no test module."""
    return (
        path.suffix == ".py" and path.parent.name == "checks" and not path.name.startswith(("_", "test_", "conftest"))
    )
