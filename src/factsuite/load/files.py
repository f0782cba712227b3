"""Which files a workspace holds: `facts/`, one folder an article, and what several articles share."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from factsuite.load.exhibits import FOLDER, MANIFEST, SEALED, named_files, read_guarded

FACTS = "facts"
ARTICLE_FILES = ("article.md", "sources.yaml", "entities.yaml", "facts.yaml")
WAIVERS = "waivers.yaml"
DESK = "desk.yaml"
"""The people of the desk, who may sign facts."""
SIGNOFFS = "signoffs.yaml"
"""Who signed which fact of an article; written by `factsuite sign`."""
SHARED_FILES = ("sources.yaml", "entities.yaml", WAIVERS, DESK)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that is there but cannot be opened, and the reason the system gives."""

    reason: str


Tree = Mapping[PurePosixPath, bytes | Unreadable]
"""The bytes of a workspace's files by their path. Checking is a pure function of it."""


def read_tree(root: Path, store: Path | None = None) -> dict[PurePosixPath, bytes | Unreadable]:
    """Read the files of `root/facts` that make up a workspace, in sorted order.

    `store` is where the sealed exhibits lie; what it holds of them is read where it is there.
    """
    facts = root / FACTS
    kept = store if store is not None and store.is_dir() else None
    tree = _read_named(root, facts, SHARED_FILES) | _read_exhibits(facts, PurePosixPath(FACTS))
    if kept is not None:
        tree |= {SEALED / MANIFEST: Unreadable("the store does not hold it")} | _read_exhibits(kept, SEALED)
    for folder in sorted(facts.iterdir()) if facts.is_dir() else []:
        if folder.is_dir() and not folder.name.startswith((".", "_")) and not _is_shared_exhibits(folder):
            tree |= _read_named(root, folder, ARTICLE_FILES) or _without_files(root, folder)
            tree |= _read_named(root, folder, (WAIVERS,))  # misplaced, which a rule says
            tree |= _read_named(root, folder, (SIGNOFFS,))
            tree |= _read_exhibits(folder, PurePosixPath(FACTS, folder.name))
            tree |= _read_exhibits(kept / folder.name, SEALED / folder.name) if kept is not None else {}
    return tree


def article_ids(tree: Tree) -> tuple[str, ...]:
    """The articles of a tree, sorted: every folder of `facts/` that holds a file we know."""
    known = (path for path in tree if len(path.parts) == 3 and path.name in (*ARTICLE_FILES, MANIFEST))
    return tuple(sorted({path.parts[1] for path in known if path.parts[0] == FACTS}))


def _read_named(root: Path, folder: Path, names: tuple[str, ...]) -> dict[PurePosixPath, bytes | Unreadable]:
    files = (folder / name for name in names)
    return {PurePosixPath(file.relative_to(root).as_posix()): _read(file) for file in files if _is_there(file)}


def _read_exhibits(folder: Path, at: PurePosixPath) -> dict[PurePosixPath, bytes | Unreadable]:
    """The list of pinned sources in a folder, and the copies it names."""
    manifest = folder / MANIFEST
    if not _is_there(manifest):
        return {}
    listed = Unreadable("it is a link to another file") if manifest.is_symlink() else _read(manifest)
    found = {at / MANIFEST: listed}
    for name in named_files(listed) if isinstance(listed, bytes) else ():
        data = read_guarded(folder, name)
        if data is not None:
            found[at / name] = Unreadable(data) if isinstance(data, str) else data
    return found


def _is_shared_exhibits(folder: Path) -> bool:
    """Whether a folder holds the copies of shared sources, and is no article."""
    return folder.name == FOLDER and not any((folder / name).is_file() for name in ARTICLE_FILES)


def _without_files(root: Path, folder: Path) -> dict[PurePosixPath, bytes | Unreadable]:
    """A folder that holds none of an article's files is an article nobody can check, not nothing."""
    others = ", ".join(sorted(file.name for file in folder.iterdir())[:5])
    reason = f"the folder holds {others}" if others else "the folder is empty"
    return {PurePosixPath((folder / "facts.yaml").relative_to(root).as_posix()): Unreadable(reason)}


def _is_there(file: Path) -> bool:
    return file.exists() or file.is_symlink()


def _read(file: Path) -> bytes | Unreadable:
    try:
        return file.read_bytes()
    except OSError as error:
        return Unreadable(error.strerror or type(error).__name__)
