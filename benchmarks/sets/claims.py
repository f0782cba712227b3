"""Claims against passages, labelled SUPPORTS, REFUTES or NOT ENOUGH INFO: VitaminC, FEVER Symmetric, FM2.

A verdict for the other label is wrong; saying nothing, or that the claim says more than the passage, is lost coverage.
Hedged are the claims that the data set tags so (`cues` holds *hedge*); all others are plain. Of the plain ones, those
tagged with a year or a day and with no percentage, sum of money or number word are shown as dates, though the tags
do not tell whether such a claim holds a count as well.
"""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.scoring import Row, Score, Tally, majority_share, timed
from benchmarks.sets.loading import Item, load, taking_part
from benchmarks.systems import System, Verdict

ALL, HEDGED, PLAIN, DATES, NUMBERS = "claim", "hedged claim", "plain claim", "plain claim: date", "plain claim: number"
NOT_ENOUGH = "not enough info"


def score(folder: Path, systems: Sequence[System]) -> Score:
    """Score claims.jsonl, and not_enough_info.jsonl where there is one."""
    able, rows = taking_part(systems, "verdict", folder.name)
    claims = load(folder / "claims.jsonl")
    silent = folder / "not_enough_info.jsonl"
    unsettled = load(silent) if silent.exists() else []
    for system in able:
        rows += _verdict_rows(folder.name, system, claims)
        if unsettled:
            rows.append(_silence_row(folder.name, system, unsettled))
    return Score(rows=tuple(rows))


def kinds(item: Item) -> tuple[str, ...]:
    """The kinds an item counts under, by the tags the data set gives it."""
    cues = set(item["cues"])
    if "hedge" in cues:
        return ALL, HEDGED
    dated = cues & {"year", "month_day"} and not cues & {"percent", "money", "number_word"}
    return ALL, PLAIN, DATES if dated else NUMBERS


def _verdict_rows(dataset: str, system: System, items: list[Item]) -> list[Row]:
    verdicts, time = _verdicts(system, items)
    rows = []
    for kind in (ALL, HEDGED, PLAIN, DATES, NUMBERS):
        tally, labels = Tally(), []
        for item, verdict in zip(items, verdicts, strict=True):
            if kind in kinds(item):
                labels.append(item["label"])
                tally.add(None if verdict in (None, Verdict.NEITHER) else verdict.value == item["label"])
        if labels:
            rows.append(tally.row(dataset, kind, system.name, majority=majority_share(labels), time=time))
    return rows


def _silence_row(dataset: str, system: System, items: list[Item]) -> Row:
    """Any verdict is wrong here."""
    verdicts, time = _verdicts(system, items)
    tally = Tally()
    for verdict in verdicts:
        tally.add(None if verdict in (None, Verdict.NEITHER) else False)
    return tally.row(dataset, NOT_ENOUGH, system.name, time=time)


def _verdicts(system: System, items: list[Item]) -> tuple[list[Verdict | None], float]:
    return timed(lambda item: system.verdict(item["claim"], item["evidence"]), items)
