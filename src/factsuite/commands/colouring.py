"""Colour on a terminal: places, severities and verdicts stand out. The words are the same without it."""

import argparse
import os
import re
import sys
from typing import TextIO

_BOLD, _DIM, _RED, _GREEN, _YELLOW, _CYAN = 1, 2, 31, 32, 33, 36
_SEVERITIES = {"error": _RED, "warning": _YELLOW, "note": _CYAN}
_MARKS = {"FAILS": _RED, "known": _YELLOW, "waived": _CYAN, "old": _CYAN, "passes": _GREEN, "fails now": _RED}
_PLACE = re.compile(r"^(\s*)(\S.*?:\d+:\d+): (error|warning|note)(.*)$")
_MARK = re.compile(rf"^(  )({'|'.join(_MARKS)})(  .*)$")
_TITLE = re.compile(r"^([A-Z][^.]*\(\d+\):)$")
_LABEL = re.compile(r"^(\s+)(hint|claim|article|asserts|evidence):( .*)$")


def add_colour(parser: argparse.ArgumentParser) -> None:
    """Add `--color WHEN`."""
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        metavar="WHEN",
        help="auto (on a terminal; NO_COLOR and FORCE_COLOR are obeyed), always or never",
    )


def wants_colour(when: str, stream: TextIO | None = None) -> bool:
    """Whether text for a stream is coloured; what is asked for by hand wins, then NO_COLOR, then FORCE_COLOR."""
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return (stream or sys.stdout).isatty() and os.environ.get("TERM") != "dumb"


def for_terminal(text: str, when: str) -> str:
    """The text as standard output is to show it."""
    return "\n".join(map(coloured, text.split("\n"))) if wants_colour(when) else text


def coloured(line: str) -> str:
    """One line with what stands out in colour."""
    if found := _PLACE.match(line):
        indent, place, severity, rest = found.groups()
        return f"{indent}{_in(_BOLD, place)}: {_in(_SEVERITIES[severity], severity)}{rest}"
    if found := _MARK.match(line):
        indent, mark, rest = found.groups()
        return f"{indent}{_in(_MARKS[mark], mark)}{rest}"
    if found := _LABEL.match(line):
        indent, label, rest = found.groups()
        return f"{indent}{_in(_DIM, label + ':')}{rest}"
    if found := _TITLE.match(line):
        return _in(_BOLD, line)
    return line


def _in(code: int, text: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"
