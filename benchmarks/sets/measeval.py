"""MeasEval: quantities in paragraphs of scientific articles.

Found: a reading shares characters with the annotated span; exactly: its place is the span's. Of those found, value and
unit: the span's one numeral is an end or the middle of what is read, or its two numerals are the ends (rows with none,
three or more numerals, powers of ten or fractions are not judged), and the unit read is the annotated one, by its
printed symbol where that is a common one, else by what the system itself reads in *7* and the annotated unit. A count
has no unit. Given: the share of what a system reads that shares characters with an annotated quantity.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from benchmarks.scoring import Row, Score, Tally, timed
from benchmarks.sets.loading import Item, load, taking_part
from benchmarks.systems import Figure, System
from benchmarks.unit_names import symbol_name

FOUND, EXACT, VALUED = "quantity found", "quantity found, exact span", "value and unit of those found"
GIVEN = "reading that is a quantity"
UNJUDGED = "values: no numeral, three or more, powers of ten, fractions (found, value not judged)"
_NUMERAL = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_BEYOND = re.compile(r"10\s*[−-]?\d|×|\bx\b|\d\s*/\s*\d|±|\d\s+\d|[²³⁻]")
_PASSED_OVER = frozenset(("ordinal", "vague"))


def score(folder: Path, systems: Sequence[System]) -> Score:
    """Score paragraphs.jsonl."""
    able, rows = taking_part(systems, "reaching_figures", folder.name, FOUND)
    items = load(folder / "paragraphs.jsonl")
    unjudged = sum(not _numerals(each) for item in items for each in item["quantities"])
    for system in able:
        readings, time = timed(system.reaching_figures, [item["text"] for item in items])
        written = [system.figures(item["text"]) for item in items]
        rows += _rows(folder.name, system, time, list(zip(items, readings, written, strict=True)))
    return Score(rows=tuple(rows), excluded=((UNJUDGED, unjudged),))


def _rows(
    dataset: str, system: System, time: float, paragraphs: list[tuple[Item, Sequence[Figure], Sequence[Figure]]]
) -> list[Row]:
    tallies = {kind: Tally() for kind in (FOUND, EXACT, VALUED, GIVEN)}
    units: dict[str | None, str | None] = {None: ""}
    for item, figures, written in paragraphs:
        for each in item["quantities"]:
            near = [figure for figure in figures if figure.meets(each["start"], each["end"])]
            exact = any((figure.start, figure.end) == (each["start"], each["end"]) for figure in near)
            tallies[FOUND].add(True if near else None)
            tallies[EXACT].add(exact if near else None)
            if near and _numerals(each):
                unit = units.setdefault(each["unit"], _unit(system, each["unit"]))
                tallies[VALUED].add(_is_right(each, unit, [f for f in written if f.meets(each["start"], each["end"])]))
        for figure in figures:
            if figure.kind not in _PASSED_OVER:
                tallies[GIVEN].add(any(figure.meets(each["start"], each["end"]) for each in item["quantities"]))
    return [tally.row(dataset, kind, system.name, time=time) for kind, tally in tallies.items()]


def _numerals(quantity: Item) -> tuple[Fraction, ...]:
    """The one or two numerals of an annotated span; none where its value cannot be told from them."""
    if _BEYOND.search(quantity["text"].removesuffix(quantity["unit"] or "\0")):
        return ()
    text = quantity["text"]
    if quantity["unit"]:
        text = text.replace(quantity["unit"], " ")
    found = tuple(Fraction(match.group().replace(",", "")) for match in _NUMERAL.finditer(text))
    return found if len(found) in (1, 2) else ()


def _unit(system: System, written: str | None) -> str | None:
    if written is None:
        return ""
    known = symbol_name(written)
    if known is not None:
        return known
    figures = system.figures(f"7 {written}")
    return figures[0].unit if len(figures) == 1 and figures[0].unit else None


def _is_right(quantity: Item, unit: str | None, figures: Sequence[Figure]) -> bool:
    held = {value for figure in figures for value in _values(figure)}
    named = {figure.unit for figure in figures}
    counted = quantity["unit"] is not None and any(quantity["unit"].lower() in figure.noun for figure in figures)
    return set(_numerals(quantity)) <= held and (counted or (unit is not None and unit in named))


def _values(figure: Figure) -> list[Fraction]:
    """Ends without sign (a dash may be a minus), and the middle."""
    ends = [end for end in (figure.low, figure.high) if end is not None]
    return [abs(end) for end in (*ends, sum(ends) / len(ends))] if ends else []
