"""Patterns over paths of a workspace: `facts/archive-*`, `facts/**/facts.yaml`."""

import re
from functools import cache
from pathlib import PurePosixPath


def lies_under(path: PurePosixPath, pattern: str) -> bool:
    """Whether a path, or a folder it lies in, is one the pattern names.

    `*` and `?` stand for anything within one name, `[ab]` for one of some letters, `**` for any number of folders.
    """
    form = _compiled(pattern.rstrip("/"))
    return any(form.fullmatch(str(each)) for each in (path, *path.parents))


@cache
def _compiled(pattern: str) -> "re.Pattern[str]":
    """The pattern as a regular expression over the whole path."""
    names = pattern.split("/")
    form = ""
    for number, name in enumerate(names):
        last = number == len(names) - 1
        if name == "**":
            form += ".+" if last else "(?:[^/]+/)*"
        else:
            form += _of_name(name) + ("" if last else "/")
    return re.compile(form, re.DOTALL)


def _of_name(name: str) -> str:
    pieces = re.split(r"(\*+|\?|\[!?[^\]]+\])", name)
    return "".join(_of_piece(piece) for piece in pieces)


def _of_piece(piece: str) -> str:
    if piece and set(piece) == {"*"}:
        return "[^/]*"
    if piece == "?":
        return "[^/]"
    if len(piece) > 2 and piece[0] == "[" and piece[-1] == "]":
        negated = piece[1] == "!"
        letters = re.sub(r"([\\\]^\[&~|])", r"\\\1", piece[1 + negated : -1])
        return f"[{'^/' if negated else ''}{letters}]"
    return re.escape(piece)
