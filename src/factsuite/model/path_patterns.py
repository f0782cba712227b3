"""Patterns over paths of a workspace: `facts/archive-*`, `facts/**/facts.yaml`.

What stands between two stars is matched where it stands first, and that is never tried again (an atomic group): for
such patterns the first place is as good as any later one, and no pattern takes long.
"""

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
    first, *rest = _split(pattern.split("/"), "**")
    form = "/".join(_of_name(name) for name in first) + ("/" if first and rest else "")
    for number, names in enumerate(rest, 1):
        named = "/".join(_of_name(name) for name in names)
        if number < len(rest):
            form += f"(?>(?:[^/]+/)*?{named}/)"
        else:
            form += f"(?:[^/]+/)*{named}" if names else ".+"
    return re.compile(form, re.DOTALL)


def _of_name(name: str) -> str:
    """What stands before the first star, then each piece between two, then what stands behind the last."""
    pieces = [piece for piece in re.split(r"(\*+|\?|\[!?[^\]]+\])", name) if piece]
    stars = ["*" if set(piece) == {"*"} else _of_piece(piece) for piece in pieces]
    first, *rest = ("".join(run) for run in _split(stars, "*"))
    for number, piece in enumerate(rest, 1):
        first += f"(?>[^/]*?{piece})" if number < len(rest) else f"[^/]*{piece}"
    return first


def _split(parts: list[str], mark: str) -> list[list[str]]:
    """What stands between the marks; several marks beside each other are one."""
    runs: list[list[str]] = [[]]
    for number, part in enumerate(parts):
        if part != mark:
            runs[-1].append(part)
        elif number == 0 or parts[number - 1] != mark:
            runs.append([])
    return runs


def _of_piece(piece: str) -> str:
    if piece == "?":
        return "[^/]"
    if len(piece) > 2 and piece[0] == "[" and piece[-1] == "]":
        negated = piece[1] == "!"
        letters = re.sub(r"([\\\]^\[&~|])", r"\\\1", piece[1 + negated : -1])
        return f"[{'^/' if negated else ''}{letters}]"
    return re.escape(piece)
