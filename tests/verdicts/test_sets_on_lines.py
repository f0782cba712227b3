"""Sets on a line, and values opposed two by two, against looking at every subset."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from factsuite.values.numbers.intervals import Interval
from factsuite.verdicts.agreement.meeting import OnLines
from factsuite.verdicts.agreement.opposition import largest_unopposed, opposed_pair
from factsuite.verdicts.agreement.ranges import EVERYTHING, Ranges, common, deepest, fewest_apart, within

ENDS = st.one_of(st.none(), st.integers(0, 8).map(Fraction))
INTERVALS = st.builds(Interval, ENDS, ENDS, st.booleans(), st.booleans()).filter(lambda each: not each.is_empty())


def unions() -> st.SearchStrategy[Ranges]:
    """Closed intervals with gaps between them, in order, as dates have them."""
    starts = st.lists(st.integers(0, 9), min_size=1, max_size=3, unique=True)
    return starts.map(lambda found: tuple(Interval(Fraction(3 * n), Fraction(3 * n + 1)) for n in sorted(found)))


def subsets(number: int, size: int) -> list[tuple[int, ...]]:
    return list(combinations(range(number), size))


def fewest(sets: Sequence[Ranges]) -> int:
    """The size of the smallest set without a common point, by trying all; 0 if there is none."""
    for size in range(2, len(sets) + 1):
        if any(not common(sets[each] for each in subset) for subset in subsets(len(sets), size)):
            return size
    return 0


def largest(sets: Sequence[Ranges]) -> set[frozenset[int]]:
    """The largest groups with a common point, by trying all."""
    for size in range(len(sets), 0, -1):
        found = {frozenset(s) for s in subsets(len(sets), size) if common(sets[each] for each in s)}
        if found:
            return found
    return set()


@given(st.lists(INTERVALS.map(lambda each: (each,)), min_size=1, max_size=6))
def test_of_intervals_two_are_the_fewest_that_clash(sets: list[Ranges]) -> None:
    found = fewest_apart(sets)
    assert len(found) == fewest(sets)
    assert bool(found) is (not common(sets))
    if found:
        assert len(found) == 2
        assert common(sets[each] for each in found) == ()


@given(st.lists(unions(), min_size=1, max_size=5))
def test_of_unions_no_smaller_set_clashes_than_the_one_found(sets: list[Ranges]) -> None:
    found = fewest_apart(sets)
    assert len(found) == fewest(sets)
    if found:
        assert common(sets[each] for each in found) == ()


def test_three_dates_may_meet_two_by_two_and_not_at_once() -> None:
    days = [(Interval(Fraction(day), Fraction(day)), Interval(Fraction(day + 2), Fraction(day + 2))) for day in (1, 3)]
    third = (Interval(Fraction(1), Fraction(1)), Interval(Fraction(5), Fraction(5)))
    assert fewest_apart([*days, third]) == (0, 1, 2)


@given(st.one_of(st.lists(INTERVALS.map(lambda e: (e,)), max_size=6), st.lists(unions(), max_size=6)))
def test_the_deepest_groups_are_all_the_largest_that_agree(sets: list[Ranges]) -> None:
    assert set(deepest(sets)) == largest(sets)


@given(st.lists(st.tuples(unions(), INTERVALS.map(lambda each: (each,))), min_size=1, max_size=5))
def test_values_on_two_lines_agree_where_they_agree_on_both(values: list[tuple[Ranges, ...]]) -> None:
    meeting = OnLines(tuple(values), describe=str)
    members = list(range(len(values)))
    groups = meeting.largest(members)
    firsts, seconds = [value[0] for value in values], [value[1] for value in values]

    def agree(group: Sequence[int]) -> bool:
        return bool(common(firsts[m] for m in group)) and bool(common(seconds[m] for m in group))

    sizes = [size for size in range(1, len(values) + 1) if any(agree(s) for s in subsets(len(values), size))]
    expected = {frozenset(s) for s in subsets(len(values), max(sizes)) if agree(s)}
    assert set(groups) == expected
    clash = meeting.clash(members)
    assert bool(clash) is not agree(members)
    if clash:
        assert not agree(clash)
        assert all(agree(s) for size in range(1, len(clash)) for s in subsets(len(values), size))


def test_an_open_end_is_no_point_of_the_set() -> None:
    over, exactly = (Interval(Fraction(3), None, False, False),), (Interval(Fraction(3), Fraction(3)),)
    assert fewest_apart([over, exactly]) == (0, 1)
    assert fewest_apart([over, (Interval(Fraction(3), Fraction(4)),)]) == ()
    assert within(exactly, EVERYTHING)
    assert not within(EVERYTHING, exactly)


PAIRS = st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(lambda pair: pair[0] < pair[1]))


@given(st.lists(st.sampled_from("abcde"), min_size=1, max_size=7), PAIRS)
def test_leaving_out_the_outliers_leaves_values_of_which_no_two_are_opposed(
    values: list[str], pairs: set[tuple[int, int]]
) -> None:
    def opposed(one: int, other: int) -> bool:
        left, right = sorted(("abcde".index(values[one]), "abcde".index(values[other])))
        return (left, right) in pairs

    def at_peace(group: Sequence[int]) -> bool:
        return not any(opposed(one, other) for one, other in combinations(group, 2))

    sizes = [size for size in range(len(values) + 1) if any(at_peace(s) for s in subsets(len(values), size))]
    expected = {frozenset(s) for s in subsets(len(values), max(sizes)) if at_peace(s)}
    assert set(largest_unopposed(values, opposed)) == expected
    clash = opposed_pair(values, opposed)
    assert bool(clash) is not at_peace(range(len(values)))
    assert not clash or opposed(*clash)


def test_twenty_values_opposed_to_one_another_are_settled_at_once() -> None:
    values = [str(number) for number in range(20)]
    assert len(largest_unopposed(values, lambda one, other: one != other)) == 20
