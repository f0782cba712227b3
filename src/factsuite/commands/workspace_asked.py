"""Which workspace a command is about: every command that needs one takes `--in PATH`."""

import argparse
from pathlib import Path


def add_workspace(parser: argparse.ArgumentParser, *, by_place: bool = False) -> None:
    """Add `--in PATH`. With `by_place` a bare PATH is taken as well, as older versions had it."""
    if by_place:
        parser.add_argument("path", nargs="?", metavar="PATH", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--in", dest="folder", metavar="PATH", type=Path, help="the workspace (default: here)")


def folder_of(options: argparse.Namespace) -> Path:
    """Where the workspace is looked for; raises FactsuiteError where two places are named."""
    given: list[Path] = [path for path in (options.folder, getattr(options, "path", None)) if path is not None]
    if len(given) > 1:
        from factsuite.load.errors import FactsuiteError

        raise FactsuiteError(f"two workspaces are named: {given[0]} and {given[1]}", hint="leave one of them out")
    return given[0] if given else Path()
