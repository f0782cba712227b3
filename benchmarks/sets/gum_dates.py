"""GUM: date expressions of news, biographies and travel guides, with their normalised values.

A date is decided when a reading, or a part of one, stands at the annotated words (but for a leading *the*, *in*,
*on*, *at* and a closing full stop or *'s*), and right when its first and last day agree with the annotated ones as far
as these are given: a year with the year, a month with the month. A closing 1 January is that year's end. The sentences
are read alone, and once more joined with the others of their document, where a year named earlier may help.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.scoring import Row, Score, Tally, timed
from benchmarks.sets.loading import Item, load, taking_part
from benchmarks.systems import DateReading, System
from factsuite.values.calendar.calendar_days import civil, day_number

DATE, JOINED = "date", "date, read in its document"
GIVEN, SILENT = "reading that is a date", "sentence without a date"
_WRITTEN = re.compile(r"(?:(-?\d{4})|-)(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$")
_LEADING = re.compile(r"(?:the|in|on|at)\s+", re.IGNORECASE)


def score(folder: Path, systems: Sequence[System]) -> Score:
    """Score sentences.jsonl."""
    able, rows = taking_part(systems, "dates", folder.name, DATE)
    items = load(folder / "sentences.jsonl")
    for system in able:
        alone = _rows(folder.name, DATE, system, items)
        rows += [*alone, _rows(folder.name, JOINED, system, documents(items))[0]]
    return Score(rows=tuple(rows))


def documents(items: list[Item]) -> list[Item]:
    """The sentences of each document as one text, in their order."""
    by_document: dict[str, list[tuple[int, Item]]] = defaultdict(list)
    for item in items:
        document, _, number = item["id"].rpartition("-")
        by_document[document].append((int(number), item))
    joined = []
    for numbered in by_document.values():
        text, dates = "", []
        for _, item in sorted(numbered, key=lambda pair: pair[0]):
            for each in item["dates"]:
                dates.append(each | {"start": each["start"] + len(text), "end": each["end"] + len(text)})
            text += item["text"] + "\n"
        joined.append({"text": text, "document_date": numbered[0][1]["document_date"], "dates": dates})
    return joined


def _rows(dataset: str, kind: str, system: System, items: list[Item]) -> list[Row]:
    dates, given, silent = Tally(), Tally(), Tally()
    readings, time = timed(lambda item: system.dates(item["text"], _reference(item)), items)
    for item, found in zip(items, readings, strict=True):
        for each in item["dates"]:
            dates.add(judge(item["text"], each, found))
        for reading in outermost(found):
            given.add(any(reading.start < each["end"] and each["start"] < reading.end for each in item["dates"]))
        if not item["dates"]:
            silent.add(False if found else None)
    tallies = ((kind, dates), (GIVEN, given), (SILENT, silent))
    return [tally.row(dataset, name, system.name, time=time) for name, tally in tallies]


def outermost(readings: Sequence[DateReading]) -> list[DateReading]:
    """The readings that are not part of another."""
    found: list[DateReading] = []
    for reading in readings:
        if not found or reading.start >= found[-1].end:
            found.append(reading)
    return found


def _reference(item: Item) -> int | None:
    parts = [int(part) for part in (item["document_date"] or "").split("-") if part]
    return day_number(*parts) if len(parts) == 3 else None


def judge(text: str, expected: Item, readings: Sequence[DateReading]) -> bool | None:
    """Whether the reading at the expected words has the expected value; None if there is none."""
    place = _bare(text, expected["start"], expected["end"])
    reading = next((each for each in readings if _bare(text, each.start, each.end) == place), None)
    if reading is None:
        return None
    first = expected.get("when") or expected.get("from") or expected.get("notBefore")
    last = expected.get("when") or expected.get("to") or expected.get("notAfter")
    return all(_starts(choice[0], first) and _ends(choice[1], last) for choice in reading.choices)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while (match := _LEADING.match(text, start, end)) is not None:
        start = match.end()
    words = text[start:end].rstrip(" .")
    return start, start + len(words.removesuffix("'s").removesuffix("’s"))


def _starts(day: int | None, written: str | None) -> bool:
    if day is None or written is None:
        return day is None and written is None
    return _fits(civil(day), written)


def _ends(day: int | None, written: str | None) -> bool:
    if day is None or written is None:
        return day is None and written is None
    at = civil(day)
    return _fits(at, written) or (written.endswith("-01-01") and _fits(at, f"{written[:-6]}-12-31"))


def _fits(at: tuple[int, int, int], written: str) -> bool:
    """Whether a day lies in a day, month or year as written; `--03-05` has no year, `-0044` is before our era."""
    match = _WRITTEN.match(written)
    if match is None:
        return False
    return all(part is None or int(part) == of for part, of in zip(match.groups(), at, strict=True))
