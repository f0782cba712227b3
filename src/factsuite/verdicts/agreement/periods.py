"""Dates and terms as sets of minutes: a moment on one line, a period on two, its beginning and its end."""

from collections.abc import Sequence
from fractions import Fraction

from factsuite.values.calendar.date_relations import in_utc
from factsuite.values.calendar.moments import hull, merged
from factsuite.values.dates import Bounds, DateValue, describe_date
from factsuite.values.numbers.intervals import Interval
from factsuite.verdicts.agreement.ranges import EVERYTHING, Ranges, common
from factsuite.verdicts.agreement.records import Term


def lines_of(values: Sequence[DateValue | Term], *, is_period: bool) -> list[tuple[Ranges, ...]]:
    """The sets of minutes that dates of one thing allow.

    Times are local, as `compare_dates` has them, unless sources give them in different zones: then all are by the
    clock of UTC. What a writer doubts allows any minute.
    """
    in_zones = _are_in_zones(values)
    known: dict[object, tuple[Ranges, ...]] = {}  # what several report may be one time, and one set
    found = []
    for value in values:
        key: object = (
            id(value) if isinstance(value, Term) else (value.starts, value.ends, value.offset, value.uncertain)
        )
        lines = known.get(key)
        if lines is None:
            lines = known[key] = _period(value, in_zones) if is_period else (_moment(value, in_zones),)
        found.append(lines)
    return found


def describe_lines(lines: tuple[Ranges, ...]) -> str:
    """In words an editor reads: a date, or a beginning and an end."""
    first = _words(lines[0])
    if len(lines) == 1:
        return first
    began = "" if lines[0] == EVERYTHING else f"began {first}"
    ended = "" if lines[1] == EVERYTHING else f"ended {_words(lines[1])}"
    return ", ".join(part for part in (began, ended) if part) or "at any time"


def _words(ranges: Ranges) -> str:
    starts = tuple(Bounds(earliest=_whole(each.low), latest=_whole(each.high)) for each in ranges)
    return describe_date(DateValue(starts=starts, text=""))


def _whole(minute: Fraction | None) -> int | None:
    return None if minute is None else minute.numerator


def _are_in_zones(values: Sequence[DateValue | Term]) -> bool:
    """Whether two of the dates are given in different zones."""
    first: int | None = None
    for value in values:
        for each in (value.start, value.until, value.held_on) if isinstance(value, Term) else (value,):
            if each is None or each.offset is None:
                continue
            if first is None:
                first = each.offset
            elif each.offset != first:
                return True
    return False


def _moment(value: DateValue | Term, in_zones: bool) -> Ranges:
    """A period reported of something that happened at one moment holds that moment."""
    assert isinstance(value, DateValue)
    if value.uncertain:
        return EVERYTHING
    shifted = in_utc(value) if in_zones else value
    return _ranges((hull(shifted.starts + shifted.ends),) if shifted.is_period else shifted.starts)


def _period(value: DateValue | Term, in_zones: bool) -> tuple[Ranges, ...]:
    if isinstance(value, Term):
        bounds = [_bounds_of_term(value, in_zones)]
        if value.held_on is not None:
            bounds.append(_period(value.held_on, in_zones))
        return tuple(common(each[line] for each in bounds) for line in (0, 1))
    if value.uncertain:
        return EVERYTHING, EVERYTHING
    shifted = in_utc(value) if in_zones else value
    if shifted.is_period:
        return _ranges(shifted.starts), _ranges(shifted.ends)
    # A moment reported of a period lies within it: it began no later, and ended no earlier.
    within = hull(shifted.starts)
    return (
        _ranges((Bounds(earliest=None, latest=within.latest),)),
        _ranges((Bounds(earliest=within.earliest, latest=None),)),
    )


def _bounds_of_term(term: Term, in_zones: bool) -> tuple[Ranges, ...]:
    ends = (term.start, term.until)
    return tuple(_moment(each, in_zones) if each is not None else EVERYTHING for each in ends)


def _ranges(bounds: Sequence[Bounds]) -> Ranges:
    return tuple(
        [
            Interval(
                None if each.earliest is None else Fraction(each.earliest),
                None if each.latest is None else Fraction(each.latest),
            )
            for each in merged(bounds)
        ]
    )
