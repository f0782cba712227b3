"""quantulum3's own test cases: quantities with units in sentences.

A case is right as a whole: every quantity expected has a reading that shares its words, with its value and unit, and
nothing else is read but ordinals and vague amounts, which the set never expects. A range is expected as its middle
and half width. Years, which the set counts as numbers, are expected of nobody. Quantities are also counted one by one:
found (words shared) and, of those found, value and unit right.
"""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from benchmarks.scoring import Row, Score, Tally, timed
from benchmarks.sets.loading import Item, load, taking_part
from benchmarks.sets.recognized_numbers import close
from benchmarks.systems import Figure, System
from benchmarks.unit_names import unit_name

WHOLE, FOUND, VALUED = "case whole", "quantity found", "value and unit of those found"
YEARS = "quantities that are years"
_UNEXPECTED = frozenset(("ordinal", "vague"))
_COUNTS = {"dozen": 12, "baker's dozen": 13, "gross": 144}


def score(folder: Path, systems: Sequence[System]) -> Score:
    """Score quantities.jsonl."""
    able, rows = taking_part(systems, "figures", folder.name, WHOLE)
    items = load(folder / "quantities.jsonl")
    wanted = [[each for each in item.get("quantities") or () if not _is_year(each)] for item in items]
    years = sum(_is_year(each) for item in items for each in item.get("quantities") or ())
    for system in able:
        readings, time = timed(system.figures, [item["text"] for item in items])
        rows += _rows(folder.name, system, time, list(zip(items, wanted, readings, strict=True)))
    return Score(rows=tuple(rows), excluded=((YEARS, years),))


def _is_year(expected: Item) -> bool:
    value = expected["value"]
    return expected.get("unit") == "dimensionless" and isinstance(value, int | float) and 1900 <= value <= 2100


def _rows(dataset: str, system: System, time: float, cases: list[tuple[Item, list[Item], list[Figure]]]) -> list[Row]:
    tallies = {kind: Tally() for kind in (WHOLE, FOUND, VALUED)}
    for item, expected, figures in cases:
        left, whole = list(figures), True
        for each in expected:
            near = [figure for figure in left if _shares_words(item["text"], each, figure)]
            match = next((figure for figure in near if _is_right(each, figure)), None)
            tallies[FOUND].add(True if near else None)
            if near:
                tallies[VALUED].add(match is not None)
            if match is not None:
                left.remove(match)
            whole &= match is not None
        whole &= all(figure.kind in _UNEXPECTED for figure in left)
        tallies[WHOLE].add(None if expected and not figures else whole)
    return [tally.row(dataset, kind, system.name, time=time) for kind, tally in tallies.items()]


def _shares_words(text: str, expected: Item, figure: Figure) -> bool:
    surface = expected["surface"]
    at = text.find(surface)
    while at >= 0:
        if figure.meets(at, at + len(surface)):
            return True
        at = text.find(surface, at + 1)
    return False


def _is_right(expected: Item, figure: Figure) -> bool:
    value, spread = Fraction(str(expected["value"])), Fraction(str(expected.get("uncertainty") or 0))
    unit = unit_name(expected.get("unit") or "")
    if unit == "cent":
        choices = [(value, "cent"), (value / 100, "usd"), (value / 100, "gbp")]
    else:
        choices = [(value, unit)]
        if unit in _COUNTS:
            choices.append((value * _COUNTS[unit], ""))
    return any(figure.unit == known and _is_value(figure, amount, spread) for amount, known in choices)


def _is_value(figure: Figure, value: Fraction, spread: Fraction) -> bool:
    """A number is an end of what is read (the other comes of its hedge); a range is both ends, or its middle alone."""
    ends = [end for end in (figure.low, figure.high) if end is not None]
    if not spread:
        return any(close(end, value) for end in ends) or (len(ends) == 2 and close(sum(ends) / 2, value))
    return len(ends) == 2 and close(ends[0], value - spread) and close(ends[1], value + spread)
