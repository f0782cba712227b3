"""A workspace's files as they were at a revision, asked of git."""

import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct

from factsuite.load.errors import FactsuiteError
from factsuite.load.exhibits import FOLDER, MANIFEST, named_files
from factsuite.load.files import ARTICLE_FILES, FACTS, SHARED_FILES, SIGNOFFS, Unreadable, shown_name
from factsuite.load.regular_files import LARGEST_COPY, limit_of, too_large

_PATIENCE = 60  # seconds; git answers from the disk, unless it waits for something

_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""Set while a hook runs, relative to another folder than ours: the workspace says which repository is meant."""


_ANOTHER_FILE = "name the earlier version of the article with --before FILE"
_IN_A_REPOSITORY = "run it in a clone of the repository that holds facts/"
_LINK = "120000"  # git's mode of a symbolic link


class RevisionError(FactsuiteError):
    """A revision whose files cannot be read: no repository, no such revision, a clone without its history."""


class Revision(Struct, frozen=True, kw_only=True):
    """A workspace as it was committed."""

    commit: str
    tree: Mapping[PurePosixPath, bytes | Unreadable]
    """What `read_tree` would have read of it."""
    beside: Mapping[PurePosixPath, bytes]
    """Of the files beside `facts/` that were asked for, those that were there."""


def files_at(root: Path, revision: str, paths: Iterable[PurePosixPath]) -> dict[PurePosixPath, bytes]:
    """The bytes of the files at a revision, of those that are there; paths are relative to `root`.

    Raises RevisionError with the reason and what to do.
    """
    commit = _commit(root, revision, _ANOTHER_FILE)
    found = {}
    for path in sorted(set(paths)):
        shown = _git(root, "cat-file", "blob", f"{commit}:./{path}")
        if shown.returncode == 0:
            found[path] = shown.stdout
    return found


def workspace_at(root: Path, revision: str, beside: Iterable[str] = ()) -> Revision:
    """The whole workspace at a revision, read from git's own store: nothing is checked out.

    `beside` are names of files beside `facts/` that are wanted too. What `read_tree` would pass over is passed over:
    hidden folders, submodules, files of other names. A link is not followed. Raises RevisionError with the reason and
    what to do.
    """
    commit = _commit(root, revision, _IN_A_REPOSITORY)
    names = tuple(beside)
    listed = _git(root, "ls-tree", "-r", "-z", "-l", commit, "--", f"{FACTS}/", *names)
    if listed.returncode != 0:
        raise RevisionError(f"git cannot list the files of '{revision}': {_said(listed)}", hint="try git fsck")
    entries = dict(_entry(line) for line in listed.stdout.split(b"\0") if b" blob " in line.partition(b"\t")[0])
    wanted = [path for path in entries if _is_listed(path) or str(path) in names]
    tree = _blobs(root, {path: entries[path] for path in wanted})
    pinned = [path.parent / name for path in wanted for name in _names_in(path, tree[path])]
    tree |= _blobs(root, {path: entries[path] for path in pinned if path in entries})
    apart = {path: data for path in map(PurePosixPath, names) if isinstance(data := tree.pop(path, None), bytes)}
    return Revision(commit=commit, tree={path: tree[path] for path in sorted(tree)}, beside=apart)


class _Blob(Struct, frozen=True):
    id: str
    mode: str
    size: int


def _entry(line: bytes) -> tuple[PurePosixPath, _Blob]:
    """One line of `git ls-tree -l`: mode, type, id and size, then the path as it is."""
    head, _, path = line.partition(b"\t")
    mode, _, id, size = head.decode("ascii").split()
    return PurePosixPath(path.decode("utf-8", "surrogateescape")), _Blob(id, mode, int(size) if size.isdigit() else 0)


def _is_listed(path: PurePosixPath) -> bool:
    """Whether a workspace is made of this file, as far as its name and folder tell."""
    if path.parts[0] != FACTS:
        return False
    if len(path.parts) == 2:
        return path.name in (*SHARED_FILES, MANIFEST)
    named = len(path.parts) == 3 and path.name in (*ARTICLE_FILES, SIGNOFFS, MANIFEST)
    return named and not path.parts[1].startswith((".", "_")) and shown_name(path.parts[1]) == path.parts[1]


def _names_in(path: PurePosixPath, data: bytes | Unreadable) -> tuple[str, ...]:
    return named_files(data) if path.name == MANIFEST and isinstance(data, bytes) else ()


def _blobs(root: Path, wanted: Mapping[PurePosixPath, _Blob]) -> dict[PurePosixPath, bytes | Unreadable]:
    """The contents of files, asked of git in one go."""
    found: dict[PurePosixPath, bytes | Unreadable] = {}
    asked = []
    for path, blob in sorted(wanted.items()):
        if blob.mode == _LINK:
            found[path] = Unreadable("it is a link to another file")
        elif blob.size > (limit := LARGEST_COPY if path.parent.name == FOLDER else limit_of(path)):
            found[path] = Unreadable(too_large(limit))
        else:
            asked.append(path)
    if asked:
        ids = "".join(f"{wanted[path].id}\n" for path in asked)
        answer = _git(root, "cat-file", "--batch", given=ids.encode("ascii")).stdout
        for path in asked:
            head, _, rest = answer.partition(b"\n")
            told = head.split()
            size = int(told[2]) if len(told) == 3 else None
            if size is None:
                raise RevisionError(f"git does not hold {path} of that revision", hint="fetch it: git fetch --refetch")
            found[path], answer = rest[:size], rest[size + 1 :]
    return found


def refuse_unknown_revision(root: Path, revision: str) -> None:
    """Raise RevisionError where git does not know a revision; nothing is read of it."""
    _commit(root, revision, _IN_A_REPOSITORY)


def committed_at(root: Path) -> int | None:
    """When the last commit was made, in seconds since 1970; None where git cannot say."""
    try:
        told = _git(root, "log", "-1", "--format=%ct").stdout.strip()
    except RevisionError:
        return None
    return int(told) if told.isdigit() else None


def _commit(root: Path, revision: str, otherwise: str) -> str:
    """The commit a revision stands for; `otherwise` is what to do where there is no repository."""
    inside = _git(root, "rev-parse", "--is-shallow-repository", otherwise=otherwise)
    if inside.returncode != 0:
        raise RevisionError(f"the workspace is in no git repository that can be read ({_said(inside)})", hint=otherwise)
    named = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if named.returncode == 0:
        return named.stdout.decode("ascii", "replace").strip()
    if _git(root, "rev-parse", "--verify", "--quiet", "HEAD").returncode != 0:
        raise RevisionError(
            f"git knows no revision '{revision}'; nothing is committed yet", hint="commit what is to be compared with"
        )
    shallow = inside.stdout.strip() == b"true"
    why = "; this clone is shallow and holds only the latest revisions" if shallow else ""
    hint = "git log and git branch -a show the revisions there are; git fetch gets those of the server"
    if shallow:
        hint = (
            "fetch its history: git fetch --deepen=100, or git fetch --unshallow; in CI, check out with fetch-depth: 0"
        )
    raise RevisionError(f"git knows no revision '{revision}'{why}", hint=hint)


def _said(done: "subprocess.CompletedProcess[bytes]") -> str:
    return done.stderr.decode("utf-8", "replace").strip().split("\n")[0]


def _git(
    root: Path, *arguments: str, given: bytes | None = None, otherwise: str = _IN_A_REPOSITORY
) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(
            ["git", "-C", str(root), *arguments],
            capture_output=True,
            input=given if given is not None else b"",
            timeout=_PATIENCE,
            env={name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
            | {"LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1"},
        )
    except FileNotFoundError as error:
        raise RevisionError("git is not installed", hint=otherwise) from error
    except subprocess.TimeoutExpired as error:
        raise RevisionError(
            f"git did not answer within {_PATIENCE} seconds", hint="try git status in the workspace"
        ) from error
