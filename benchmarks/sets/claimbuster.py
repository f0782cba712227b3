"""ClaimBuster: check-worthy sentences of debates, told by whether a quantity or a date stands in them.

A sentence in which one is read is decided, as check-worthy; a sentence without is not decided. The set's label is about
public interest, so this shows what figures and dates leave out, not how well they are read.
"""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.scoring import Score, Tally, timed
from benchmarks.sets.loading import load, taking_part
from benchmarks.systems import System

KIND = "sentence with a figure or a date is check-worthy"


def score(folder: Path, systems: Sequence[System]) -> Score:
    """Score sentences.jsonl."""
    able, rows = taking_part(systems, "figures", folder.name, KIND)
    items = load(folder / "sentences.jsonl")
    worthy = sum(item["check_worthy"] for item in items) / len(items) if items else None
    for system in able:
        found, time = timed(lambda text, system=system: _holds_any(system, text), [item["text"] for item in items])
        tally = Tally()
        for item, holds in zip(items, found, strict=True):
            tally.add(bool(item["check_worthy"]) if holds else None)
        rows.append(tally.row(folder.name, KIND, system.name, majority=worthy, time=time))
    return Score(rows=tuple(rows))


def _holds_any(system: System, text: str) -> bool:
    if any(figure.kind not in ("ordinal", "vague") for figure in system.figures(text)):
        return True
    return system.dates is not None and bool(system.dates(text, None))
