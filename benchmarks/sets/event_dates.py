"""Dates of events in Wikinews, from the date expression nearest to the event's word in its sentence.

This is a rule of the benchmark, not of the project: it shows how far the nearest date goes. Decided where the sentence
has a date that was read; right if all days it allows lie within the gold day, month or year. The majority baseline is
the day of the document, given for every event.
"""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.scoring import Score, Tally, timed
from benchmarks.sets.gum_dates import outermost
from benchmarks.sets.loading import Item, load, taking_part
from benchmarks.systems import DateReading, System
from factsuite.values.calendar.calendar_days import civil, day_number

ALL, OTHER = "event date, nearest in the sentence", "the same, event on another day than the document's"


def score(folder: Path, systems: Sequence[System]) -> Score:
    """Score events.jsonl."""
    able, rows = taking_part(systems, "dates", folder.name, ALL)
    items = load(folder / "events.jsonl")
    same = sum(item["same_day"] for item in items) / len(items) if items else None
    for system in able:
        read, time = timed(lambda item, dates=system.dates: dates(item["sentence"], _day(item)), items)
        every, other = Tally(), Tally()
        for item, found in zip(items, read, strict=True):
            right = judge(item, found)
            every.add(right)
            if not item["same_day"]:
                other.add(right)
        rows += [
            every.row(folder.name, ALL, system.name, majority=same, time=time),
            other.row(folder.name, OTHER, system.name, time=time),
        ]
    return Score(rows=tuple(rows))


def _day(item: Item) -> int:
    year, month, day = (int(part) for part in item["document_date"].split("-"))
    return day_number(year, month, day)


def judge(item: Item, readings: Sequence[DateReading]) -> bool | None:
    """Whether the date nearest to the event is its date; None if no date was read."""
    at = item["sentence"].find(item["event"])
    end = at + len(item["event"])
    nearest = min(outermost(readings), key=lambda each: max(at - each.end, each.start - end), default=None)
    if nearest is None:
        return None
    wanted = [int(part) for part in item["date"].split("-")]
    ends = [end for choice in nearest.choices for end in choice]
    return all(end is not None and list(civil(end)[: len(wanted)]) == wanted for end in ends)
