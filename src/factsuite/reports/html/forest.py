"""A forest plot: what every line reports of a figure, as intervals against the article's."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from factsuite.model.entities import Measure
from factsuite.model.registry import Registry
from factsuite.reports.html.shapes import Picture, Shape, arrow, box, clipped, disc, line, words
from factsuite.reports.html.shown_text import Ids
from factsuite.reports.html.signs import RELATION_SIGNS, Sign
from factsuite.values.numbers.conversions import conversion
from factsuite.values.numbers.intervals import Interval
from factsuite.values.quantities import Quantity, describe
from factsuite.values.relation import Relation
from factsuite.verdicts.entries import JudgedEntry
from factsuite.verdicts.judging import Judgement
from factsuite.verdicts.measuring import counts_as

_WIDTH, _LEFT, _RIGHT = 560, 190, 14
_TOP, _ROW = 14, 22
_LABEL = 25


class _Row(Struct, frozen=True, kw_only=True):
    label: str
    sign: Sign
    interval: Interval
    text: str


class _Scale(Struct, frozen=True, kw_only=True):
    low: float
    high: float

    def at(self, value: Fraction) -> float:
        """Where a number stands."""
        return _LEFT + (float(value) - self.low) / (self.high - self.low) * (_WIDTH - _LEFT - _RIGHT)


def forest_plot(judgement: Judgement, registry: Registry, ids: Ids) -> Picture | None:
    """The picture of one fact; None where it asserts no figure, or no source gives one that compares."""
    fact = judgement.fact
    if fact.asserts.value is None:
        return None
    measure = registry.measure(fact.asserts.measure.value) if fact.asserts.measure is not None else None
    stated = fact.asserts.value.value
    asserted = replace(stated, unit=counts_as(stated, measure) or stated.noun)
    entries = [entry for each in judgement.lines for entry in each.entries]
    entries += [entry for entry in judgement.entries if entry.set_aside]
    rows = [row for entry in entries if (row := _row(entry, asserted, measure)) is not None]
    scale = _scale([asserted.interval, *(row.interval for row in rows)])
    if not rows or scale is None:
        return None
    told = (f"{row.label} {row.sign.word}: {row.text}." for row in rows)
    return Picture(
        id=ids.new("forest", fact.label),
        title=f"What the sources give for {fact.label}",
        description=" ".join([f"The article: {describe(stated)}.", *told]),
        width=_WIDTH,
        height=_TOP + _ROW * (len(rows) + 2) + 8,
        shapes=tuple(_drawn(asserted.interval, describe(stated), rows, scale)),
    )


def _row(entry: JudgedEntry, asserted: Quantity, measure: Measure | None) -> _Row | None:
    """What one source reports, in the article's unit; None where it gives no figure that compares."""
    reported = _reported(entry)
    unit = counts_as(reported, measure) if reported is not None else None
    if reported is None or unit is None:
        return None
    there = _in_unit_of(replace(reported, unit=unit), asserted)
    relation = next((each.relation for each in entry.comparisons if each.field == "value"), Relation.INCOMPARABLE)
    if there is None or relation is Relation.INCOMPARABLE:
        return None
    sign = RELATION_SIGNS[relation]
    if entry.set_aside:
        sign = Sign(name="aside", shape=sign.shape, word=f"set aside, {sign.word}")
    return _Row(label=entry.source, sign=sign, interval=there, text=describe(reported))


def _reported(entry: JudgedEntry) -> Quantity | None:
    evidence = entry.evidence
    reports = evidence.reports if evidence is not None else None
    return reports.value.value if reports is not None and reports.value is not None else None


def _in_unit_of(reported: Quantity, asserted: Quantity) -> Interval | None:
    if (reported.unit, reported.per) == (asserted.unit, asserted.per):
        return reported.interval
    found = conversion(reported.unit, reported.per, asserted.unit, asserted.per)
    return reported.interval.scaled(*found) if found is not None else None


def _scale(intervals: Sequence[Interval]) -> _Scale | None:
    """From the lowest end to the highest, with room on both sides; None where nothing has an end."""
    ends = [end for each in intervals for end in (each.low, each.high) if end is not None]
    if not ends or any(abs(end) > 10**300 for end in ends):
        return None
    low, high = float(min(ends)), float(max(ends))
    room = (high - low) * 0.12 or abs(high) * 0.1 or 1.0
    return _Scale(low=low - room, high=high + room)


def _drawn(asserted: Interval, text: str, rows: Sequence[_Row], scale: _Scale) -> Iterator[Shape]:
    first = _LEFT if asserted.low is None else scale.at(asserted.low)
    last = _WIDTH - _RIGHT if asserted.high is None else scale.at(asserted.high)
    bottom = _TOP + _ROW * (len(rows) + 1)
    yield box(first - 1, _TOP - 8, max(last - first, 0) + 2, bottom - _TOP, "claimed")
    yield words(0, _TOP + 4, f"the article: {clipped(text, 20)}", "strong")
    yield from _interval(asserted, _TOP, scale, "article")
    for index, row in enumerate(rows, start=1):
        y = _TOP + index * _ROW
        yield words(0, y + 4, row.sign.shape, row.sign.name)
        aside = row.sign.name == "aside"
        yield words(16, y + 4, clipped(f"{row.label}, set aside" if aside else row.label, _LABEL))
        yield from _interval(row.interval, y, scale, row.sign.name)
    yield from _axis(asserted, rows, scale, bottom)


def _interval(interval: Interval, y: float, scale: _Scale, name: str) -> Iterator[Shape]:
    """A line from end to end: a bar for a closed end, a ring for an open one, an arrow where there is none."""
    first = _LEFT + 2 if interval.low is None else scale.at(interval.low)
    last = _WIDTH - _RIGHT + 6 if interval.high is None else scale.at(interval.high)
    if interval.low is not None and interval.low == interval.high:
        yield box(first - 4, y - 4, 8, 8, f"fill {name}")
        return
    yield line(first, y, last, y, f"stroke {name}")
    yield _end(first, y, -6, name, is_open=interval.low is None, is_closed=interval.low_closed)
    yield _end(last, y, 6, name, is_open=interval.high is None, is_closed=interval.high_closed)


def _end(x: float, y: float, step: float, name: str, *, is_open: bool, is_closed: bool) -> Shape:
    if is_open:
        return arrow(x, y, step, f"stroke {name}")
    return line(x, y - 5, x, y + 5, f"stroke {name}") if is_closed else disc(x, y, 4, f"ring {name}")


def _axis(asserted: Interval, rows: Sequence[_Row], scale: _Scale, y: float) -> Iterator[Shape]:
    """The ends that occur, in figures, as many as have room."""
    yield line(_LEFT, y, _WIDTH - _RIGHT, y, "axis")
    ends = {end for each in (asserted, *(row.interval for row in rows)) for end in (each.low, each.high)}
    free = float("-inf")
    for end in sorted(end for end in ends if end is not None):
        x, figure = scale.at(end), f"{float(end):,.6g}" if abs(end) < 10**5 else f"{float(end):,.0f}"
        half = len(figure) * 3.5
        if x - half > free:
            yield line(x, y, x, y + 4, "axis")
            yield words(x, y + 17, figure, anchor="middle")
            free = x + half + 6
