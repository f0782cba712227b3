"""What a run leaves out: code of the workspace that nobody trusts enough to run it."""

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """The files of house rules that are there and were not run, in sorted order."""

    files: tuple[PurePosixPath, ...] = ()
