"""The mutation score as a picture: of the mistakes of each operator, how many were noticed."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from factsuite.reports.html.shapes import Picture, Shape, box, clipped, words
from factsuite.reports.html.shown_text import Ids
from factsuite.reports.markdown_text import plural
from factsuite.reports.mutation_stored import STORED

_WIDTH, _LEFT, _RIGHT, _TOP, _ROW = 760, 250, 180, 14, 20


class Tried(NamedTuple):
    """Mistakes that were noticed, and that were not."""

    noticed: int
    survived: int


def stored_operators(root: Path) -> dict[str, Tried]:
    """The scores by operator of `reports/mutation.json`, which is known to be about these files; else empty."""
    try:
        found = json.loads((root / STORED).read_text(encoding="utf-8")).get("by_operator", {})
        return {name: Tried(int(each["killed"]), int(each["survived"])) for name, each in found.items()}
    except (OSError, ValueError, AttributeError, KeyError, TypeError):
        return {}


def mutation_picture(operators: Mapping[str, Tried], ids: Ids) -> Picture | None:
    """One bar for each operator whose mistakes count, most survivors first; None where none was tried."""
    counted = [(name, tried) for name, tried in operators.items() if sum(tried)]
    rows = sorted(counted, key=lambda row: (-row[1].survived, row[0]))
    if not rows:
        return None
    told = "; ".join(f"{name}: {tried.noticed} noticed, {tried.survived} survived" for name, tried in rows)
    return Picture(
        id=ids.new("mutation", "operators"),
        title="Mistakes noticed, by operator",
        description=f"{told}.",
        width=_WIDTH,
        height=_TOP + _ROW * len(rows),
        shapes=tuple(_drawn(rows)),
    )


def _drawn(rows: list[tuple[str, Tried]]) -> Iterator[Shape]:
    most = max(sum(tried) for _, tried in rows)
    unit = (_WIDTH - _LEFT - _RIGHT) / most
    for row, (name, tried) in enumerate(rows):
        y = _TOP + row * _ROW
        yield words(0, y + 4, clipped(name, 38))
        yield box(_LEFT, y - 6, tried.noticed * unit, 12, "fill supported")
        if tried.survived:
            yield box(_LEFT + tried.noticed * unit, y - 6, max(tried.survived * unit, 2), 12, "hollow contradicted")
        told = f"{plural(tried.survived, 'survivor')}" if tried.survived else "all noticed"
        yield words(_LEFT + sum(tried) * unit + 6, y + 4, f"{tried.noticed} of {sum(tried)}; {told}")
