"""Recognizers-Text specifications of numbers, ranges, ordinals, percentages, money, units, temperatures and ages.

A case is right as a whole only: every expected result has a reading of its own with its place, value and unit, and
nothing of the same kind is read beside them. Where nothing is expected, saying nothing is the right decision; a case in
which something is expected and nothing at all was read is undecided.

Place: the expected words take in the number read, and lie within the whole reading, which may have a hedge or a rate
more; a leading article or a closing *of* is nobody's. A system that gives no place of the number alone is right when
its reading takes in the expected words.
"""

import re
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from benchmarks.scoring import Score, Tally, timed
from benchmarks.sets.loading import Item, load, taking_part
from benchmarks.systems import Figure, System
from benchmarks.unit_names import unit_name

FILES = {
    "number": ("cardinal", "fraction"), "number_range": ("range",), "ordinal": ("ordinal",), "percent": ("percent",),
    "currency": ("money",), "dimension": ("measure",), "temperature": ("temperature",), "age": ("age",),
}  # fmt: skip
"""Each file, and the kinds of reading that it expects: others beside them are not counted."""
ALL = "numbers and units, all files"
RELATIVE = "ordinal: cases with relative ordinals (last, next to last, previous)"
UNVALUED = "percent, dimension, temperature: results that name a unit without a number"
_RANGE = re.compile(r"([\[(])([^,]*),([^,]*)([\])])")
_BEFORE = frozenset(("", "a", "an", "the"))
_PARTS = {"foot": ("inch", 12), "cent": ("usd", Fraction(1, 100))}
"""Units the data set keeps whole, and what they are in the smaller or larger unit that goes with them."""


def score(folder: Path, systems: Sequence[System]) -> Score:
    """Score the files of numbers and units, each and all together."""
    able, rows = taking_part(systems, "figures", folder.name, ALL)
    excluded: Counter[str] = Counter()
    files = {name: _cases(load(folder / f"{name}.jsonl"), excluded) for name in FILES}
    for system in able:
        total, spent = Tally(), 0.0
        for name, cases in files.items():
            tally = Tally()
            readings, time = timed(system.figures, [case["input"] for case in cases])
            for case, figures in zip(cases, readings, strict=True):
                verdict = judge(case, list(figures), FILES[name])
                tally.add(verdict)
                total.add(verdict)
            rows.append(tally.row(folder.name, name.replace("_", " "), system.name, time=time))
            spent += time * len(cases)
        rows.append(total.row(folder.name, ALL, system.name, time=spent / max(1, total.items)))
    return Score(rows=tuple(rows), excluded=tuple(sorted(excluded.items())))


def _cases(items: list[Item], excluded: Counter[str]) -> list[Item]:
    kept = []
    for item in items:
        results = [each for each in item["results"] if each["Resolution"].get("value") not in (None, "null")]
        excluded[UNVALUED] += len(item["results"]) - len(results)
        if any(each.get("TypeName") == "ordinal.relative" for each in results):
            excluded[RELATIVE] += 1
        else:
            kept.append(item | {"results": results})
    return kept


def judge(case: Item, figures: list[Figure], kinds: tuple[str, ...]) -> bool | None:
    """Whether the readings are what the case expects; None if there is none where some are expected."""
    expected = case["results"]
    asked = [figure for figure in figures if _is_asked(figure, kinds)]
    if expected and not asked and not any(_near(case, each, figure) for each in expected for figure in figures):
        return None
    left = list(figures)
    for each in expected:
        match = next((figure for figure in left if _is_found(case["input"], each, figure)), None)
        if match is None:
            return False
        left.remove(match)
    return not any(_is_asked(figure, kinds) for figure in left)


def _is_asked(figure: Figure, kinds: tuple[str, ...]) -> bool:
    return figure.low != figure.high if kinds == ("range",) else figure.kind in kinds


def _near(case: Item, result: Item, figure: Figure) -> bool:
    return bool(case["input"]) and figure.meets(result["Start"], result["End"] + 1)


def _is_found(text: str, result: Item, figure: Figure) -> bool:
    return _stands_at(text, result["Start"], result["End"] + 1, figure) and _has_value(result, figure)


def _stands_at(text: str, start: int, end: int, figure: Figure) -> bool:
    if figure.number is None:
        return figure.start <= start and end <= figure.end
    first, last = figure.number
    starts_well = figure.start <= start <= first or _is_nobodys(text, start, figure.start, first)
    ends_well = last <= end <= figure.end or (end > figure.end and text[figure.end : end].strip() == "of")
    return starts_well and ends_well


def _is_nobodys(text: str, start: int, whole: int, number: int) -> bool:
    """Whether only an article or spaces stand between the expected start and the one read."""
    if start < whole:
        return text[start:whole].strip().lower() in _BEFORE
    return text[number:start].strip().lower() in _BEFORE


def _has_value(result: Item, figure: Figure) -> bool:
    written = result["Resolution"]["value"]
    span = _RANGE.fullmatch(written)
    if span is not None:
        return _is_range(span, figure)
    value = _number(written.rstrip("%"))
    if value is None:
        return False
    unit = unit_name(result["Resolution"].get("unit") or ("percent" if written.endswith("%") else ""))
    if (result.get("TypeName"), unit) == ("currency", "pound"):
        unit = "gbp"
    if result.get("TypeName") == "percentage" and figure.kind == "fraction":
        value, unit = value / 100, ""
    choices = [(value, unit)]
    if unit in _PARTS:
        smaller, factor = _PARTS[unit]
        choices.append((value * factor, smaller))
    if unit == "cent":
        choices.append((value / 100, "gbp"))
    return any(_same_unit(known, figure) and _has_end(figure, amount) for amount, known in choices)


def _number(written: str) -> Fraction | None:
    try:
        return Fraction(written)
    except ValueError:  # not a number, or none on that side
        return None


def _same_unit(unit: str, figure: Figure) -> bool:
    """The data set does not keep tons and tonnes apart, and a rate's sum counts as the sum."""
    if not unit or figure.unit == unit or figure.unit.startswith(f"{unit} per "):
        return True
    return (unit, figure.unit) == ("ton", "tonne")


def _has_end(figure: Figure, value: Fraction) -> bool:
    """An end of a hedged number is the number; its floor of zero is not."""
    ends = {figure.low, figure.high} if figure.low not in (0, None) else {figure.high}
    return any(end is not None and close(end, value) for end in ends | ({figure.low} if value == 0 else set()))


def _is_range(span: re.Match[str], figure: Figure) -> bool:
    """The data set writes what is within two ends as half open, and what is below a number without a floor."""
    low, high = (_number(end) for end in (span[2], span[3]))
    at_low = figure.low if low is not None or figure.low != 0 else None
    low_fits = _same_end(low, at_low) and (low is None or figure.low_closed == (span[1] == "["))
    half_open = low is not None and high is not None and span[1] == "[" and span[4] == ")"
    high_fits = _same_end(high, figure.high) and (high is None or half_open or figure.high_closed == (span[4] == "]"))
    return low_fits and high_fits


def _same_end(one: Fraction | None, other: Fraction | None) -> bool:
    if one is None or other is None:
        return one is other
    return close(one, other)


def close(one: Fraction, other: Fraction) -> bool:
    """Equal, but for what decimals cut off."""
    return abs(one - other) <= Fraction(1, 10**6) * max(1, abs(other))
