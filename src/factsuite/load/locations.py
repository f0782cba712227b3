"""Places an editor can jump to."""

from pathlib import PurePosixPath
from typing import NamedTuple


class Location(NamedTuple):
    """A place in a file of the workspace.

    A named tuple and no dataclass, which takes two to three times as long to make: there is one for every value read.
    """

    path: PurePosixPath
    """Relative to the workspace: the folder that holds `facts/`."""
    line: int = 1
    """From 1; YAML marks count from 0 and are converted once, in the loader."""
    column: int = 1
    """From 1, in code points."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
