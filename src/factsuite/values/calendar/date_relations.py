"""How a reported date stands to an asserted one, and which of two comes first."""

from msgspec.structs import replace

from factsuite.values.calendar.moments import Bounds, DateValue, hull, merged
from factsuite.values.relation import COMPATIBLE, CONTRADICTS, ENTAILS, Relation

WESTERNMOST = -12 * 60
EASTERNMOST = 14 * 60
"""Offsets of the world's time zones, minutes east of UTC: a local time of an unstated place lies between them."""


def compare_dates(reported: DateValue, asserted: DateValue) -> Relation:
    """How the reported date stands to the asserted one.

    Two moments are compared as sets of minutes, two periods end by end. A period that lies wholly within an
    asserted moment's bounds entails it; a moment never entails a period. A doubted report denotes any date, so it is
    never more than compatible; a doubted assertion is never contradicted. Times are compared as local times unless
    both carry an offset.
    """
    if reported.offset is not None and asserted.offset is not None:
        reported, asserted = in_utc(reported), in_utc(asserted)
    relation = _compare(reported, asserted)
    if reported.uncertain or (asserted.uncertain and relation is CONTRADICTS):
        return COMPATIBLE
    return relation


def compare_order(earlier: DateValue, later: DateValue, *, anywhere: bool = False) -> Relation:
    """Does the first surely come before the second?

    Entails if the first has surely ended before the second begins; contradicts if it surely does not begin before
    the second has ended, or both are the same minute; else compatible. A doubted date decides nothing. Compared in
    UTC: a value without an offset is widened by the world's zones. When neither has one, both are taken to be
    of one place, unless `anywhere` says that they need not be.
    """
    if earlier.uncertain or later.uncertain:
        return COMPATIBLE
    if anywhere or earlier.offset is not None or later.offset is not None:
        earlier, later = in_utc(earlier), in_utc(later)
    if earlier.latest is not None and later.earliest is not None and earlier.latest < later.earliest:
        return ENTAILS
    if later.latest is not None and earlier.earliest is not None and later.latest <= earlier.earliest:
        return CONTRADICTS
    return COMPATIBLE


def same_date(one: DateValue, other: DateValue) -> bool:
    """Do both denote the same, whatever their words?"""
    return (
        merged(one.starts) == merged(other.starts)
        and merged(one.ends) == merged(other.ends)
        and (one.offset, one.uncertain, one.every) == (other.offset, other.uncertain, other.every)
    )


def with_offset(value: DateValue, offset: int) -> DateValue:
    """The same local time at a place whose distance from UTC, in minutes, is known."""
    return replace(value, offset=offset)


def in_utc(value: DateValue) -> DateValue:
    """The same moment by the clock of UTC; without an offset, wherever on earth it was."""
    first, last = (EASTERNMOST, WESTERNMOST) if value.offset is None else (value.offset, value.offset)
    return replace(
        value,
        starts=tuple(_shifted(each, first, last) for each in value.starts),
        ends=tuple(_shifted(each, first, last) for each in value.ends),
        offset=0,
    )


def _shifted(bounds: Bounds, first: int, last: int) -> Bounds:
    return Bounds(
        earliest=None if bounds.earliest is None else bounds.earliest - first,
        latest=None if bounds.latest is None else bounds.latest - last,
    )


def _compare(reported: DateValue, asserted: DateValue) -> Relation:
    if reported.every or asserted.every:
        return _compare_lists(reported, asserted)
    if not reported.ends and not asserted.ends:
        return _compare_sets(reported.starts, asserted.starts)
    if reported.is_period and asserted.is_period:
        ends = {
            _compare_sets(reported.starts, asserted.starts),
            _compare_sets(reported.ends, asserted.ends),
        }
        for relation in (CONTRADICTS, COMPATIBLE):
            if relation in ends:
                return relation
        return ENTAILS
    if reported.is_period:
        return _compare_sets((_whole(reported),), asserted.starts)
    relation = _compare_sets(reported.starts, (_whole(asserted),))
    return COMPATIBLE if relation is ENTAILS else relation


def _compare_lists(reported: DateValue, asserted: DateValue) -> Relation:
    """All of several dates: only the same list entails; lists that share nothing contradict."""
    if same_date(reported, asserted):
        return ENTAILS
    one, other = reported.starts + reported.ends, asserted.starts + asserted.ends
    relation = _compare_sets(one, other)
    return COMPATIBLE if relation is ENTAILS else relation


def _compare_sets(reported: tuple[Bounds, ...], asserted: tuple[Bounds, ...]) -> Relation:
    """Two sets of minutes, walked in order side by side."""
    if reported == asserted:
        return ENTAILS
    if len(reported) == len(asserted) == 1:
        one, other = reported[0], asserted[0]
        if _apart(one, other) or _apart(other, one):
            return CONTRADICTS
        return ENTAILS if _within(one, other) else COMPATIBLE
    left, right = merged(reported), merged(asserted)
    i = j = 0
    inside = touching = 0
    while i < len(left) and j < len(right):
        one, other = left[i], right[j]
        if _apart(one, other):
            i += 1
        elif _apart(other, one):
            j += 1
        else:
            touching += 1
            inside += _within(one, other)
            if one.latest is None or (other.latest is not None and one.latest > other.latest):
                j += 1
            else:
                i += 1
    if inside == len(left):
        return ENTAILS
    return COMPATIBLE if touching else CONTRADICTS


def _apart(one: Bounds, other: Bounds) -> bool:
    """Does the first end before the second begins?"""
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest


def _within(one: Bounds, other: Bounds) -> bool:
    begins = other.earliest is None or (one.earliest is not None and one.earliest >= other.earliest)
    ends = other.latest is None or (one.latest is not None and one.latest <= other.latest)
    return begins and ends


def _whole(value: DateValue) -> Bounds:
    return hull(value.starts + value.ends)
