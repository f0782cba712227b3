"""Reading a data set's files."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.scoring import Row
from benchmarks.systems import System

Item = dict[str, Any]


def load(path: Path) -> list[Item]:
    """The items of a file with one JSON object a line; none, and a word about it, if the folder has no such file."""
    if path.parent.is_dir() and not path.exists():
        print(f"no such data: {path.parent.name}/{path.name}", file=sys.stderr)
        return []
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def taking_part(
    systems: Iterable[System], ability: str, dataset: str, kind: str = "all"
) -> tuple[list[System], list[Row]]:
    """The systems that can do it, and a row that says why for each that could but is not there."""
    able = [system for system in systems if getattr(system, ability) is not None]
    missing = [Row(dataset=dataset, kind=kind, system=each.name, note=each.note) for each in able if each.note]
    return [system for system in able if not system.note], missing
