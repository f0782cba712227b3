"""What a run leaves out: code of the workspace that nobody trusts enough to run it."""

from pathlib import PurePosixPath

from msgspec import Struct


class LeftOut(Struct, frozen=True, kw_only=True):
    """The files of house rules that are there and were not run, in sorted order."""

    files: tuple[PurePosixPath, ...] = ()
