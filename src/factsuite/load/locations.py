"""Places an editor can jump to."""

from pathlib import PurePosixPath

from msgspec import Struct


class Location(Struct, frozen=True, order=True, gc=False):
    """A place in a file of the workspace; places of one file come in the order of its text."""

    path: PurePosixPath
    """Relative to the workspace: the folder that holds `facts/`."""
    line: int = 1
    """From 1; YAML marks count from 0 and are converted once, in the loader."""
    column: int = 1
    """From 1, in code points."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
