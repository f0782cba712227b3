"""Did you mean, of paths: an article by its name alone, or a name that is nearly one beside it."""

from collections.abc import Iterator
from pathlib import Path

from factsuite.load.files import FACTS
from factsuite.load.suggestions import nearest


def near_path(path: Path) -> Path | None:
    """The path that was probably meant by one that is not there; None where nothing is near."""
    for folder, name in _places(path):
        if (folder / name).exists():
            return folder / name
        near = nearest(name, _names(folder))
        if near is not None:
            return folder / near
    return None


def _places(path: Path) -> Iterator[tuple[Path, str]]:
    """Where its name is looked for: beside it, and among the articles."""
    yield path.parent, path.name
    if len(path.parts) == 1:
        yield Path(FACTS), path.name


def _names(folder: Path) -> list[str]:
    try:
        return [each.name for each in folder.iterdir() if not each.name.startswith(".")]
    except OSError:
        return []
