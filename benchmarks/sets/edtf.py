"""EDTF: which strings are valid, and what date phrases in English come to.

A phrase is right when its first and last moment and its doubt (?) are those of the EDTF value the data set gives, or of
one of its values where it gives several; where the data set refuses to guess, silence is right. A phrase is read as
something that went on where the expected value is an interval. The *divergences* are by selection those where the data
set's authors reject what python-edtf gives.
"""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.scoring import Score, Tally, majority_share, timed
from benchmarks.sets.loading import Item, load, taking_part
from benchmarks.systems import PhraseDate, System
from factsuite.values.dates import read_date

VALID, PHRASE = "validity", "natural language"


def score(folder: Path, systems: Sequence[System]) -> Score:
    """Score validity.jsonl and natural_language.jsonl."""
    able, rows = taking_part(systems, "is_edtf", folder.name)
    strings = load(folder / "validity.jsonl")
    majority = majority_share(item["valid"] for item in strings)
    phrases = load(folder / "natural_language.jsonl")
    for system in able:
        verdicts, time = timed(system.is_edtf, [item["edtf"] for item in strings])
        tally = Tally()
        for item, verdict in zip(strings, verdicts, strict=True):
            tally.add(None if verdict is None else verdict == item["valid"])
        rows.append(tally.row(folder.name, VALID, system.name, majority=majority, time=time))
        readings, time = timed(lambda item, read=system.phrase: read(item["input"], _went_on(item)), phrases)
        tallies = {PHRASE: Tally()}
        for item, reading in zip(phrases, readings, strict=True):
            right = judge(item, reading)
            for kind in (PHRASE, f"{PHRASE}: {item['bucket'].replace('_', ' ')}"):
                tallies.setdefault(kind, Tally()).add(right)
        rows += [tally.row(folder.name, kind, system.name, time=time) for kind, tally in tallies.items()]
    return Score(rows=tuple(rows))


def expected(item: Item) -> list[str]:
    """The EDTF values any of which is right; none where silence is."""
    if item["bucket"] == "not_adopted":
        return []
    return [item[key] for key in ("edtf", "ours") if key in item] or item.get("ours_interpretations", [])


def _went_on(item: Item) -> bool:
    return any("/" in value for value in expected(item))


def judge(item: Item, reading: PhraseDate | None) -> bool | None:
    """Whether the reading is an expected value; None if there is none where one is expected."""
    wanted = expected(item)
    if reading is None:
        return None if wanted else True
    values = [read_date(value) for value in wanted]
    return any(
        value is not None
        and (reading.earliest, reading.latest) == (value.earliest, value.latest)
        and reading.uncertain == value.uncertain
        for value in values
    )
