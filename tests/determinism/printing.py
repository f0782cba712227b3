"""Prints digests of all that a workspace is told about, for `test_same_bytes.py`: `python printing.py WORKSPACE SEED`.

With a seed other than 0, whatever asks the file system for the names in a folder gets them in an order drawn from it.
"""

import contextlib
import hashlib
import io
import json
import os
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

COMMANDS = (
    *(("check", "--format", name) for name in ("text", "json", "lines", "sarif", "github", "gitlab", "rdjsonl")),
    ("policy",),
    ("rules",),
    ("tables",),
    ("impact",),
    ("check", "--as-of", "2032-03-01"),
)


def digests(root: Path) -> dict[str, str]:
    """What each command prints, and what pytest writes."""
    import pytest

    os.chdir(root)
    with contextlib.redirect_stdout(io.StringIO()):  # first: pytest wants to load its plugins itself
        code = pytest.main(["-q", "-p", "no:hypothesispytest", "-p", "no:cacheprovider"])
    printed = {"pytest": str(int(code))}
    from factsuite.cli import main

    for command in COMMANDS:
        out = io.TextIOWrapper(io.BytesIO(), "utf-8", "surrogateescape")
        with contextlib.redirect_stdout(out):
            code = main(command)
        out.seek(0)
        printed[" ".join(command)] = f"{code} {digest(out.buffer.read())}"
    for file in sorted((root / "reports").iterdir(), key=lambda file: file.name):
        printed[f"reports/{file.name}"] = digest(file.read_bytes())
    return printed


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def shuffle_folders(seed: int) -> None:
    """Let every way of listing a folder answer in another order."""
    order = random.Random(seed)
    listdir, scandir, walk_glob = os.listdir, os.scandir, Path.glob

    def shuffled(found: Any) -> list[Any]:
        names = list(found)
        order.shuffle(names)
        return names

    class Scanned:
        """What `os.scandir` gives, in another order."""

        def __init__(self, *arguments: Any) -> None:
            with scandir(*arguments) as found:
                self._found = iter(shuffled(found))

        def __iter__(self) -> Iterator[Any]:
            return self._found

        def __next__(self) -> Any:
            return next(self._found)

        def __enter__(self) -> "Scanned":
            return self

        def __exit__(self, *_: object) -> None:
            return None

        def close(self) -> None:
            """Nothing is open."""

    replaced: dict[tuple[Any, str], Callable[..., Any]] = {
        (os, "listdir"): lambda *given: shuffled(listdir(*given)),
        (os, "scandir"): Scanned,
        (Path, "glob"): lambda self, *given, **named: iter(shuffled(walk_glob(self, *given, **named))),
        (Path, "iterdir"): lambda self: iter(shuffled(self / name for name in listdir(self))),
    }
    for (home, name), instead in replaced.items():
        setattr(home, name, instead)


if __name__ == "__main__":
    if int(sys.argv[2]):
        shuffle_folders(int(sys.argv[2]))
    print(json.dumps(digests(Path(sys.argv[1]).resolve()), indent=1))
