"""The words around a number that say how far it reaches: at least, about, up to, or more.

A hedge is one of ten kinds. Before the number it is found by its last words, after the number by its first;
several are applied from the number outward, so *at least about 3,000* widens *about 3,000* and is
open upward.
"""

from enum import Enum
from fractions import Fraction

from msgspec import Struct

from factsuite.values.numbers.intervals import Interval


class Reach(Struct, frozen=True, kw_only=True):
    """The policy of how far hedges and written forms reach."""

    about: Fraction = Fraction(1, 10)
    """What *about*, *some*, *nearly* and *just over* allow, as a share of the number."""
    several: int = 2
    """*Several*, *various*, *multiple* and *a number of* are at least this many."""
    rounding: bool = True
    """A decimal or scaled number (12.5, 2.5 million) stands for all that round to it, never farther than half
    of what *about* allows. A whole number without scale is exact."""

    def __hash__(self) -> int:
        return hash((self.several, self.rounding))  # the hash of a fraction is dear, and this is asked for often


class Hedge(Enum):
    """What a hedge does to the set of numbers it stands beside."""

    AT_LEAST = "at least"
    MORE = "more than"
    AT_MOST = "at most"
    LESS = "less than"
    ABOUT = "about"
    NEARLY = "nearly"
    JUST_OVER = "just over"
    EXACTLY = "exactly"
    AS_WRITTEN = "only"
    OR_EQUAL = "or equal to"

    __hash__ = object.__hash__  # the one of Enum is Python code, and hedges are looked up in sets


BOUNDS = frozenset((Hedge.AT_LEAST, Hedge.MORE, Hedge.AT_MOST, Hedge.LESS))
"""The hedges that leave one side open."""
SILENT = frozenset((Hedge.EXACTLY, Hedge.AS_WRITTEN, Hedge.OR_EQUAL))
"""The hedges that move no end."""
CLOSED = {Hedge.MORE: Hedge.AT_LEAST, Hedge.LESS: Hedge.AT_MOST}
"""What a strict bound becomes where *or equal to* follows the number."""

_BEFORE: dict[Hedge, str] = {
    Hedge.AT_LEAST: """at least; no fewer than; no less than; not fewer than; not less than; a minimum
        of; minimum of; minimum; not below; not under; no lower than; no smaller than; no under; at
        minimum; at the very least; at the least; starting at; starting from; at least equal to; at
        least or equal to; > =; ≥; ⩾; ≧; greater than or equal to; more than or equal to; bigger
        than or equal to; larger than or equal to; bigger or equal than; greater or equal than; more
        or equal than; larger or equal than; higher than or equal to; equal to or more than; equal
        to or greater than; equal or more than; equal or greater than; as few as; as little as;
        upward from""",
    Hedge.MORE: """more than; over; exceeding; exceeded; exceed; exceeds; topped; topping; tops; upwards
        of; upward of; above; greater than; larger than; bigger than; higher than; older than;
        longer than; beyond; surpassed; surpassing; surpass; surpasses; in excess of; well over;
        well above; much more than; far more than; far over; well in excess of; >; ≳; better than;
        taller than; heavier than""",
    Hedge.AT_MOST: """at most; up to; upto; as many as; as much as; as high as; as large as; a maximum
        of; maximum of; maximum; no more than; not more than; not over; not above; not exceeding; no
        greater than; not greater than; no higher than; no larger than; no longer than; not to
        exceed; at the most; no over; at maximum; < =; ≤; ⩽; ≦; less than or equal to; less or equal
        than; fewer or equal than; fewer than or equal to; smaller than or equal to; lower than or
        equal to; equal to or less than; equal to or fewer than; equal or less than; at most equal
        to; no older than; under or equal to; capped at; limited to""",
    Hedge.LESS: """fewer than; less than; under; short of; below; lower than; smaller than; shorter
        than; younger than; <; ≲; well under; well below; far below; far less than; far fewer than;
        much less than; just short of""",
    Hedge.ABOUT: """about; around; roughly; approximately; approx; approx .; some; circa; c .; ca; ca .;
        ~; ∼; ≈; ≃; ≅; ˜; an estimated; estimated; the estimated; estimated at; somewhere around; or
        so; in the region of; in the neighborhood of; in the neighbourhood of; on the order of; of
        the order of; in the order of; more or less; a rough; an approximate; nominally; more like;
        something like; in the vicinity of; ~~; ∼∼; approximated; estimated to be; an average of
        about; give or take""",
    Hedge.NEARLY: """nearly; almost; close to; just under; just below; a little under; a little less
        than; slightly less than; slightly under; slightly below; slightly fewer than; a bit under;
        a little below; shy of; just shy of; approaching; nearing; near; not quite; little less
        than; just less than; just fewer than; a shade under; close on; virtually""",
    Hedge.JUST_OVER: """just over; just above; a little over; a little more than; slightly more than;
        slightly over; slightly above; just more than; little more than; a bit over; a bit more
        than; a little above; a shade over; slightly higher than; marginally more than; only just
        over""",
    Hedge.EXACTLY: """exactly; precisely""",
    Hedge.AS_WRITTEN: """just; only; equal to; equals; equals to; a total of; a full; exact; =; a
        record; an even; an exact""",
}

_AFTER: dict[Hedge, str] = {
    Hedge.AT_LEAST: """or more; and more; or greater; or higher; or over; or above; and up; and upward;
        and upwards; or better; or longer; or older; or larger; or bigger; plus; at least; or
        greater than; or more than; and older; + ; or upwards; at a minimum; upward; or up; at the
        very least""",
    Hedge.AT_MOST: """or less; or fewer; or lower; or under; or below; or smaller; and under; or
        younger; or shorter; at most; at the most; and younger; and fewer; or less than; at a
        maximum""",
    Hedge.OR_EQUAL: """or equal to""",
    Hedge.ABOUT: """or so; or thereabouts; approximately; odd; ish; roughly; give or take; more or less;
        nominally""",
}


def _by_edge(table: dict[Hedge, str], edge: int) -> dict[str, tuple[tuple[tuple[str, ...], Hedge], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Hedge]]] = {}
    for hedge, phrases in table.items():
        for phrase in phrases.split(";"):
            words = tuple(phrase.split())
            found.setdefault(words[edge], []).append((words, hedge))
    return {word: tuple(sorted(each, key=lambda entry: -len(entry[0]))) for word, each in found.items()}


BEFORE = _by_edge(_BEFORE, -1)
"""Hedges before a number by their last word, the longest first."""
AFTER = _by_edge(_AFTER, 0)
"""Hedges after a number by their first word, the longest first."""


def apply(hedge: Hedge, interval: Interval, point: Interval, reach: Reach, floor: Fraction | None) -> Interval:
    """Return what a hedge makes of a set of numbers.

    `point` is the number as written, without what rounding adds; strict hedges start from it. `floor` is the
    least number the unit knows: zero for counts, None for what can be negative.
    """
    match hedge:
        case Hedge.AT_LEAST:
            return Interval(interval.low, None, interval.low_closed, False)
        case Hedge.MORE:
            return Interval(point.low, None, not _is_point(point), False)
        case Hedge.AT_MOST:
            low = _floor_for(interval, floor)
            return Interval(low, interval.high, low is not None, interval.high_closed)
        case Hedge.LESS:
            low = _floor_for(point, floor)
            return Interval(low, point.high, low is not None, not _is_point(point))
        case Hedge.ABOUT:
            return Interval(
                _moved(point.low, -1, reach.about),
                _moved(point.high, 1, reach.about),
                point.low_closed,
                point.high_closed,
            )
        case Hedge.NEARLY:
            return Interval(_moved(point.low, -1, reach.about), point.high, point.low_closed, False)
        case Hedge.JUST_OVER:
            return Interval(point.low, _moved(point.high, 1, reach.about), False, point.high_closed)
        case Hedge.EXACTLY:
            return point
        case Hedge.AS_WRITTEN | Hedge.OR_EQUAL:
            return interval


def _is_point(interval: Interval) -> bool:
    return interval.low is not None and interval.low == interval.high


def _moved(end: Fraction | None, direction: int, share: Fraction) -> Fraction | None:
    """Return an end moved up (1) or down (-1) by a share of itself, reckoned in whole numbers: that is quicker."""
    if end is None:
        return None
    moved = end.numerator * share.denominator + direction * abs(end.numerator) * share.numerator
    return Fraction(moved, end.denominator * share.denominator)


def _floor_for(interval: Interval, floor: Fraction | None) -> Fraction | None:
    if floor is None or (interval.high is not None and interval.high < floor):
        return None
    return floor
