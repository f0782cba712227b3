"""Which files a workspace holds: `facts/`, one folder an article, and what several articles share."""

import os
import unicodedata
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct

from factsuite.load.exhibits import FOLDER, MANIFEST, SEALED, named_files, read_guarded
from factsuite.load.regular_files import leads_out, limit_of, read_regular

FACTS = "facts"
ARTICLE_FILES = ("article.md", "sources.yaml", "entities.yaml", "facts.yaml")
WAIVERS = "waivers.yaml"
DESK = "desk.yaml"
"""The people of the desk, who may sign facts."""
SIGNOFFS = "signoffs.yaml"
"""Who signed which fact of an article; written by `factsuite sign`."""
SHARED_FILES = ("sources.yaml", "entities.yaml", WAIVERS, DESK)
_UNSEEN = ("Cc", "Cs", "Zl", "Zp")
"""Categories of what no name of a folder has: controls and line ends; half of a surrogate pair is a byte of no text."""
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the order in which letters are shown (Unicode Bidi_Control)."""


class Unreadable(Struct, frozen=True):
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
    below = PurePosixPath(FACTS)
    tree = _read_named(root, facts, below, SHARED_FILES) | _read_exhibits(facts, below)
    if kept is not None:
        tree |= {SEALED / MANIFEST: Unreadable("the store does not hold it")} | _read_exhibits(kept, SEALED)
    for folder in sorted(facts.iterdir()) if facts.is_dir() else []:
        if folder.is_dir() and not folder.name.startswith((".", "_")) and not _is_shared_exhibits(folder):
            refused = _refused(root, folder)
            if refused:
                tree |= refused
                continue
            at = below / folder.name
            tree |= _read_named(root, folder, at, ARTICLE_FILES) or _without_files(root, folder)
            tree |= _read_named(root, folder, at, (WAIVERS, SIGNOFFS))  # waivers are misplaced, which a rule says
            tree |= _read_exhibits(folder, at)
            tree |= _read_exhibits(kept / folder.name, SEALED / folder.name) if kept is not None else {}
    return tree


def article_ids(tree: Tree) -> tuple[str, ...]:
    """The articles of a tree, sorted: every folder of `facts/` that holds a file we know."""
    known = (path for path in tree if len(path.parts) == 3 and path.name in (*ARTICLE_FILES, MANIFEST))
    return tuple(sorted({path.parts[1] for path in known if path.parts[0] == FACTS}))


def _read_named(
    root: Path, folder: Path, at: PurePosixPath, names: tuple[str, ...]
) -> dict[PurePosixPath, bytes | Unreadable]:
    """Those of some files that a folder holds; `at` is where the folder lies in the tree."""
    found = {}
    for name in names:
        file = os.path.join(folder, name)  # text: a path would be taken apart and put together for every look at it
        if _is_there(file):
            found[at / name] = _read(file, root)
    return found


def _read_exhibits(folder: Path, at: PurePosixPath) -> dict[PurePosixPath, bytes | Unreadable]:
    """The list of pinned sources in a folder, and the copies it names."""
    manifest = folder / MANIFEST
    if not _is_there(manifest):
        return {}
    listed = Unreadable("it is a link to another file") if manifest.is_symlink() else _read(manifest, folder)
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


def _refused(root: Path, folder: Path) -> dict[PurePosixPath, Unreadable]:
    """An article nobody reads: its folder is a link out of the workspace, or its name cannot be shown as it is."""
    name = shown_name(folder.name)
    if name != folder.name:
        reason = "the name of its folder holds a character that is never shown as it is"
    elif (folder.is_symlink() or folder.parent.is_symlink()) and leads_out(folder, root):
        reason = "the folder is a link that leads out of the workspace"
    else:
        return {}
    return {PurePosixPath(FACTS, name, "facts.yaml"): Unreadable(reason)}


def shown_name(name: str) -> str:
    """The name of a folder with what is never seen, or turns what is seen, as its code."""
    if name.isascii() and name.isprintable():
        return name
    return "".join(f"\\u{ord(char):04x}" if _is_unseen(char) else char for char in name)


def _is_unseen(char: str) -> bool:
    return char in _TURNING or unicodedata.category(char) in _UNSEEN


def _is_there(file: str | Path) -> bool:
    """Whether there is a file, or a link that may lead nowhere."""
    try:
        os.lstat(file)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _read(file: str | Path, root: Path) -> bytes | Unreadable:
    """The bytes of a file, or why it is not read. Opening what is no file could wait for ever, or never end."""
    try:
        return read_regular(file, limit_of(file), root)
    except OSError as error:
        return Unreadable(error.strerror or type(error).__name__)
