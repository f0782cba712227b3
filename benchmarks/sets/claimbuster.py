"""ClaimBuster: check-worthy sentences of debates, told by whether a quantity or a date stands in them, and ranked.

A sentence in which one is read is decided, as check-worthy; a sentence without is not decided. The set's label is about
public interest, so this shows what figures and dates leave out, not how well they are read.

Ranked by points for checkworthiness is one half of the sentences: those whose id has an odd hash (blake2b, one byte).
The points were set on the other half. The rows *most worthy 10* and so on count the first so many as decided; the
precision of *ranking* is its average precision. Beside it stand rankings without any reading: the longest sentence
first, the most numerals first, and the order of the hash, which is as good as chance. Ties are in the order of the id.
"""

import re
from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path

from benchmarks.scoring import Row, Score, Tally, timed
from benchmarks.sets.loading import Item, load, taking_part
from benchmarks.systems import System

KIND = "sentence with a figure or a date is check-worthy"
RANKING = "ranking"
FIRST = (10, 50, 100)
_NUMERAL = re.compile(r"\d[\d,.]*")
BASELINES: dict[str, Callable[[str], float]] = {
    "longest first": lambda text: len(text.split()),
    "most numerals first": lambda text: len(_NUMERAL.findall(text)),
    "hash order": lambda text: int.from_bytes(_hashed(text, 8)),
}


def score(folder: Path, systems: Sequence[System]) -> Score:
    """Score sentences.jsonl."""
    items = load(folder / "sentences.jsonl")
    return Score(rows=(*_told_rows(folder.name, systems, items), *_ranked_rows(folder.name, systems, items)))


def reported(item: Item) -> bool:
    """Whether an item belongs to the half on which no points were set."""
    return _hashed(item["id"], 1)[0] % 2 == 1


def _hashed(text: str, size: int) -> bytes:
    return blake2b(text.encode(), digest_size=size).digest()


def _told_rows(dataset: str, systems: Sequence[System], items: Sequence[Item]) -> list[Row]:
    able, rows = taking_part(systems, "figures", dataset, KIND)
    worthy = sum(item["check_worthy"] for item in items) / len(items) if items else None
    for system in able:
        found, time = timed(lambda text, system=system: _holds_any(system, text), [item["text"] for item in items])
        tally = Tally()
        for item, holds in zip(items, found, strict=True):
            tally.add(bool(item["check_worthy"]) if holds else None)
        rows.append(tally.row(dataset, KIND, system.name, majority=worthy, time=time))
    return rows


def _holds_any(system: System, text: str) -> bool:
    if any(figure.kind not in ("ordinal", "vague") for figure in system.figures(text)):
        return True
    return system.dates is not None and bool(system.dates(text, None))


def _ranked_rows(dataset: str, systems: Sequence[System], items: Sequence[Item]) -> list[Row]:
    able, rows = taking_part(systems, "worth", dataset, RANKING)
    half = [item for item in items if reported(item)]
    rankings = {system.name: system.worth for system in able}
    for name, worth in (rankings | BASELINES if rankings else {}).items():
        points, time = timed(worth, [item["text"] for item in half])
        ranked = sorted(zip(points, half, strict=True), key=lambda pair: (-pair[0], pair[1]["id"]))
        labels = [bool(item["check_worthy"]) for _, item in ranked]
        rows += _rows_of_ranking(dataset, name, labels, time)
    return rows


def _rows_of_ranking(dataset: str, system: str, labels: Sequence[bool], time: float) -> list[Row]:
    share = sum(labels) / len(labels) if labels else None
    rows = []
    for first in FIRST:
        tally = Tally()
        for place, worthy in enumerate(labels):
            tally.add(worthy if place < first else None)
        rows.append(tally.row(dataset, f"most worthy {first}", system, majority=share, time=time))
    whole = Row(
        dataset=dataset,
        kind=RANKING,
        system=system,
        items=len(labels),
        majority=share,
        average_precision=average_precision(labels),
        microseconds_per_item=time,
    )
    return [*rows, whole]


def average_precision(labels: Sequence[bool]) -> float | None:
    """The precision at the place of each right item, on average; None where nothing is right."""
    right = 0
    total = 0.0
    for place, label in enumerate(labels, 1):
        if label:
            right += 1
            total += right / place
    return total / right if right else None
