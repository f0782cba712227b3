"""Places an editor can jump to."""

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Location:
    """A place in a file of the workspace."""

    path: PurePosixPath
    """Relative to the workspace: the folder that holds `facts/`."""
    line: int = 1
    """From 1; YAML marks count from 0 and are converted once, in the loader."""
    column: int = 1
    """From 1, in code points."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
