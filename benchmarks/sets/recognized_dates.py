"""Recognizers-Text specifications of dates, periods, holidays and lengths of time: the cases that are prose.

A case is right as a whole only: every expected result has a reading with its words (but for a leading preposition or
article) and its value where the data set gives one, and no date is read elsewhere. Parts of a reading count as
readings: *since May 2010* also reads *May 2010*. Where the data set gives a value towards the past and one towards the
future, every choice the system leaves open must be one of them; if only some are, the case is undecided. A system that
reads no lengths of time is not asked for those of the file *duration*.

Values agree to the day, with the data set's own convention that a range ends before its last day. In the rows *by
convention* two more are allowed for: whether the day of the reference is in a stretch that begins or ends with it, and
*two years ago* as anywhere in what its unit spans around the day expected.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from benchmarks.scoring import Score, Tally, timed
from benchmarks.sets.loading import Item, load, taking_part
from benchmarks.systems import DateReading, Days, LengthReading, System
from factsuite.values.calendar.calendar_days import day_number

LENGTHS = "duration"
FILES = ("date", "date_period", "holiday", "datetime_model", LENGTHS)
ALL, CONVENTION = "dates, periods, durations, all files", "dates, periods, durations, all files, by convention"
_TYPES = frozenset(("date", "daterange", "duration"))
_LEADING = re.compile(r"(?:(?:the|in|on|at|for|during|a)\s+)+")
_ASSISTANT = re.compile(
    r"\b(?:cortana|skype|ooo|please)\b|^(?:i'd like to )?(?:schedule|set|book|find|show|help me|add|take)\b"
    r"|\b(?:set up|find us|find me|arrange|book (?:a|me|my))\b",
    re.IGNORECASE,
)
_CHAT = re.compile(r"\b(?:tmrw?|tmr|otd|ppl)\b", re.IGNORECASE)
_FIGURES = re.compile(
    r"\d\s?[/.,-]\s?\d|\d{4}\s\d\d\s\d\d|[a-z]+[-/.]\d|\d[-/][a-z]|(?:^|\s)\d+[a-z]{3,}|[a-z]{3,}\d|^\d{8}$"
)
_SPELLED = re.compile(r"\d(?:st|nd|rd|th|s)\b")
_UNRESOLVED = ("not resolved", "0001-01-01")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BY_UNIT = re.compile(r"\b(?:ago|later|from|before|after)\b|^in ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One result of a case."""

    words: str
    is_length: bool
    days: tuple[Days, ...]
    seconds: tuple[Fraction, ...]


def score(folder: Path, systems: Sequence[System]) -> Score:
    """Score the prose cases of the files of dates, each and all together."""
    able, rows = taking_part(systems, "dates", folder.name, ALL)
    excluded: Counter[str] = Counter()
    files = {name: list(_prose(load(folder / f"{name}.jsonl"), excluded)) for name in FILES}
    for system in able:
        strict, lenient, spent = Tally(), Tally(), 0.0
        for name, cases in files.items():
            if name == LENGTHS and system.lengths is None:
                continue
            tally = Tally()
            readings, time = timed(lambda case, system=system: _read(system, case), cases)
            for case, reading in zip(cases, readings, strict=True):
                verdict = judge(case, *reading, lenient=False)
                tally.add(verdict)
                strict.add(verdict)
                lenient.add(judge(case, *reading, lenient=True))
            rows.append(tally.row(folder.name, name.replace("_", " "), system.name, time=time))
            spent += time * len(cases)
        each = spent / max(1, strict.items)
        rows += [
            strict.row(folder.name, ALL, system.name, time=each),
            lenient.row(folder.name, CONVENTION, system.name, time=each),
        ]
    return Score(rows=tuple(rows), excluded=tuple(sorted(excluded.items())))


def excluded_kind(case: Item) -> str:
    """Why a case is not prose about dates; empty if it is. Decided by the case alone, never by what is read."""
    types = {_type(result) for result in case["results"]}
    if types - _TYPES:
        return "dates: times of day, time zones, repeated dates"
    words = [result["Text"].lower() for result in case["results"]]
    if any(mark in json.dumps(case["results"]) for mark in _UNRESOLVED):
        return "dates: days that do not exist"
    if _CHAT.search(case["input"]):
        return "dates: chat spelling (tmrw)"
    if any(_FIGURES.search(each) and not _SPELLED.search(each) for each in words):
        return "dates: numeric and glued shorthand (6/7; nov-3)"
    return "dates: commands to an assistant" if _ASSISTANT.search(case["input"]) else ""


def _prose(items: list[Item], excluded: Counter[str]) -> Iterator[Item]:
    for item in items:
        kind = excluded_kind(item)
        if kind:
            excluded[kind] += 1
        else:
            yield item


def _type(result: Item) -> str:
    return result.get("Type") or result["TypeName"].partition(".")[2]


_Readings = tuple[Sequence[DateReading], Sequence[LengthReading]]


def _read(system: System, case: Item) -> _Readings:
    lengths = system.lengths(case["input"]) if system.lengths is not None else ()
    return system.dates(case["input"], _reference(case)), lengths


def _reference(case: Item) -> int:
    """The day a case is read against; where none is given no value is given either, and any day will do."""
    return _day((case.get("context") or {}).get("ReferenceDateTime") or "2016-11-07")


def judge(case: Item, dates: Sequence[DateReading], lengths: Sequence[LengthReading], *, lenient: bool) -> bool | None:
    """Whether the readings are what the case expects; None if there is none where some are expected."""
    expected = [_expected(result) for result in case["results"]]
    if not expected:
        return not dates
    if not any(lengths if each.is_length else dates for each in expected):
        return None
    text, today = case["input"], _reference(case)
    fits = [
        _length_fits(each, text, lengths) if each.is_length else _date_fits(each, text, dates, today, lenient)
        for each in expected
    ]
    return False if False in fits or _is_more(case, dates) else None if None in fits else True


def _is_more(case: Item, dates: Sequence[DateReading]) -> bool:
    """Whether a date was read where the case expects none."""
    spans = [(each["Start"], each["Start"] + len(each["Text"])) for each in case["results"]]
    return any(not any(each.start < end and start < each.end for start, end in spans) for each in dates)


def _expected(result: Item) -> Expected:
    is_length = _type(result) == "duration"
    values = list(_values(result))
    seconds = tuple(Fraction(value) for value in values if is_length and isinstance(value, str))
    days = tuple(value for value in values if isinstance(value, tuple))
    return Expected(words=_bare(result["Text"]), is_length=is_length, days=days, seconds=seconds)


def _values(result: Item) -> Iterator[Days | str]:
    """Each value of a result: seconds as text, or the first and last day."""
    value = result.get("Value") or {}
    parsed = [value.get(key) or {} for key in ("FutureResolution", "PastResolution")]
    for each in (*parsed, *(result.get("Resolution") or {}).get("values", ())):
        if "duration" in each or each.get("type") == "duration":
            yield each.get("duration") or each["value"]
        elif "startDate" in each or "endDate" in each or "start" in each or "end" in each:
            first, end = each.get("startDate") or each.get("start"), each.get("endDate") or each.get("end")
            yield (_day(first) if first else None), (_day(end) - 1 if end else None)
        elif _DAY.match(each.get("date") or each.get("value") or ""):
            day = _day(each.get("date") or each["value"])
            yield day, day


def _day(written: str) -> int:
    year, month, day = (int(part) for part in written[:10].split("-"))
    return day_number(year, month, day)


def _bare(words: str) -> str:
    return _LEADING.sub("", re.sub("[’‘]", "'", words.lower()), count=1).strip(" .")


def _length_fits(expected: Expected, text: str, lengths: Sequence[LengthReading]) -> bool:
    found = [each for each in lengths if _bare(text[each.start : each.end]) == expected.words]
    if not expected.seconds:
        return bool(found)
    return any(each.least <= value <= each.most for each in found for value in expected.seconds)


def _date_fits(expected: Expected, text: str, dates: Sequence[DateReading], today: int, lenient: bool) -> bool | None:
    """Whether a reading has the expected words and value; None if it leaves open another value beside it."""
    found = [each for each in dates if _bare(text[each.start : each.end]) == expected.words]
    if not expected.days:
        return bool(found)
    verdict: bool | None = False
    for each in found:
        for choices in (each.choices, each.until):
            agreeing = [_agrees(choice, expected, today, lenient) for choice in choices]
            if agreeing and all(agreeing):
                return True
            verdict = None if any(agreeing) else verdict
    return verdict


def _agrees(choice: Days, expected: Expected, today: int, lenient: bool) -> bool:
    if choice in expected.days:
        return True
    return lenient and any(_by_convention(choice, wanted, expected.words, today) for wanted in expected.days)


def _by_convention(choice: Days, wanted: Days, words: str, today: int) -> bool:
    ends = [end for end in (*choice, *wanted) if end is not None]
    if len(ends) < 4:
        return False
    first, last, low, high = ends
    touches = any(abs(end - today) <= 1 for end in ends)
    if touches and abs(first - low) <= 1 and abs(last - high) <= 1:
        return True
    return low == high and first <= low <= last and _BY_UNIT.search(words) is not None
