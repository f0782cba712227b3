"""Pairs of sentences labelled entailment, contradiction or neutral: EQUATE's stress test and its word problems.

The hypothesis is the claim, the premise the passage. *Entails* is entailment, *contradicts* contradiction, and
*compatible* (the claim says more than the passage) neutral; undecided is none of the three.
"""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.scoring import Score, Tally, majority_share, timed
from benchmarks.sets.loading import load, taking_part
from benchmarks.systems import System, Verdict

ALL = "pair"
LABELS = {Verdict.SUPPORTS: "entailment", Verdict.REFUTES: "contradiction", Verdict.NEITHER: "neutral"}


def score(folder: Path, systems: Sequence[System]) -> Score:
    """Score pairs.jsonl, all labels together and each alone."""
    able, rows = taking_part(systems, "verdict", folder.name)
    items = load(folder / "pairs.jsonl")
    majority = majority_share(item["label"] for item in items)
    for system in able:
        verdicts, time = timed(lambda item, read=system.verdict: read(item["hypothesis"], item["premise"]), items)
        tallies = {kind: Tally() for kind in (ALL, *sorted({item["label"] for item in items}))}
        for item, verdict in zip(items, verdicts, strict=True):
            right = None if verdict is None else LABELS[verdict] == item["label"]
            tallies[ALL].add(right)
            tallies[item["label"]].add(right)
        rows += [
            tally.row(folder.name, kind, system.name, majority=majority if kind == ALL else None, time=time)
            for kind, tally in tallies.items()
        ]
    return Score(rows=tuple(rows))
