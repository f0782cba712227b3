"""The time network: bounds and conflicts against trying everything out."""

import time
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsuite.values.calendar.moments import Bounds
from factsuite.values.time_conflicts import MOST_SEARCHED, conflicts, smallest_conflict
from factsuite.values.time_network import ORIGIN, Constraint, has_solution, in_order, parts, settle, windows, within

POINTS = (ORIGIN, "a", "b", "c", "d")


def gap(before: str, after: str, minutes: int, label: str = "") -> Constraint:
    return Constraint(before=before, after=after, gap=minutes, label=label)


def can_hold(constraints: list[Constraint]) -> bool:
    """By the definition: the largest sums of gaps between all pairs, and none from a moment to itself."""
    far: dict[tuple[str, str], int] = {(p, p): 0 for p in POINTS}
    for each in constraints:
        key = (each.before, each.after)
        far[key] = max(each.gap, far.get(key, each.gap))
    for middle in POINTS:
        for one in POINTS:
            for other in POINTS:
                if (one, middle) in far and (middle, other) in far:
                    total = far[one, middle] + far[middle, other]
                    far[one, other] = max(total, far.get((one, other), total))
    return all(far[p, p] <= 0 for p in POINTS)


CONSTRAINTS = st.lists(
    st.builds(gap, st.sampled_from(POINTS), st.sampled_from(POINTS), st.integers(-4, 4)), max_size=9, unique=True
)


def labelled(constraints: list[Constraint], certain: int) -> list[Constraint]:
    """Each constraint but the first few under a label of its own."""
    return [
        gap(each.before, each.after, each.gap, f"f{index}" if index >= certain else "")
        for index, each in enumerate(constraints)
    ]


@settings(max_examples=400, deadline=None)
@given(CONSTRAINTS)
def test_a_round_with_a_positive_sum_is_found_exactly_where_there_is_no_solution(found: list[Constraint]) -> None:
    ring = settle(in_order(found))[1]
    assert bool(ring) is not can_hold(found)
    assert has_solution(found) is can_hold(found)
    if ring:
        assert set(ring) <= set(found)
        assert sum(each.gap for each in ring) > 0
        assert all(one.after == other.before for one, other in zip(ring, [*ring[1:], ring[0]], strict=True))


@settings(max_examples=300, deadline=None)
@given(CONSTRAINTS, st.integers(0, 4))
def test_no_smaller_set_of_assertions_is_impossible(given_: list[Constraint], certain: int) -> None:
    found = labelled(given_, certain)
    if not can_hold([each for each in found if not each.label]):
        with pytest.raises(ValueError, match="without a label"):
            smallest_conflict(in_order(found))
        return
    ring = smallest_conflict(in_order(found))
    assert bool(ring) is not can_hold(found)
    asserted = [each for each in found if each.label]
    known = [each for each in found if not each.label]
    least = next(
        (
            size
            for size in range(len(asserted) + 1)
            for chosen in combinations(asserted, size)
            if not can_hold([*known, *chosen])
        ),
        0,
    )
    assert len({each.label for each in ring if each.label}) == least
    for each in ring:  # irreducible
        assert can_hold([other for other in ring if other != each])
    assert len({each.before for each in ring}) == len(ring)


@settings(max_examples=300, deadline=None)
@given(CONSTRAINTS)
def test_the_bounds_of_a_moment_are_the_tightest(found: list[Constraint]) -> None:
    if not can_hold(found):
        return
    for point, bounds in windows(found).items():
        if point == ORIGIN:
            continue
        for edge, beyond in ((bounds.earliest, -1), (bounds.latest, 1)):
            if edge is None:
                continue
            exactly = list(within(point, Bounds(earliest=edge, latest=edge)))
            assert can_hold([*found, *exactly])
            past = list(
                within(
                    point,
                    Bounds(earliest=edge + 1 if beyond > 0 else None, latest=edge - 1 if beyond < 0 else None),
                )
            )
            assert not can_hold([*found, *past])


def test_strictly_before_is_told_from_not_after_by_one_minute() -> None:
    same = [*within("a", Bounds(earliest=5, latest=5)), *within("b", Bounds(earliest=5, latest=5))]
    assert not has_solution([*same, gap("a", "b", 1, "before")])
    assert has_solution([*same, gap("a", "b", 0, "not after")])


def test_parts_are_joined_by_anything_but_the_origin() -> None:
    found = [gap(ORIGIN, "a", 1), gap(ORIGIN, "b", 1), gap("b", "c", 1)]
    assert [{each.after for each in part} for part in parts(found)] == [{"a"}, {"b", "c"}]


def test_several_conflicts_are_found_and_what_is_presumed_wrong_is_taken_out_first() -> None:
    found = [gap("a", "b", 1, "one"), gap("b", "a", 1, "two"), gap("a", "b", 2, "three"), gap("c", "d", 1, "four")]
    found.append(gap("d", "c", 0))
    assert [{each.label for each in ring} - {""} for ring in conflicts(found)] == [{"one", "two"}, {"four"}]
    named = [
        {each.label for each in ring} - {""} for ring in conflicts(found, lambda labels: labels & {"one"} or labels)
    ]
    assert named == [{"one", "two"}, {"three", "two"}, {"four"}]


def test_with_very_many_assertions_a_conflict_is_found_without_the_search() -> None:
    count = MOST_SEARCHED + 5
    chain = [gap(f"p{index}", f"p{(index + 1) % count}", 1, f"f{index}") for index in range(count)]
    assert len(smallest_conflict(in_order(chain))) == count


def test_ten_thousand_moments_are_settled_in_seconds() -> None:
    count = 10_000
    found = [gap(f"p{index:05}", f"p{index + 1:05}", 1) for index in range(count)]
    found += [gap(ORIGIN, f"p{index:05}", index) for index in range(0, count, 7)]
    found += [gap(f"p{index:05}", ORIGIN, -index - 5) for index in range(0, count, 11)]
    started = time.perf_counter()
    assert has_solution(found)
    assert windows(found)["p05000"].earliest == 5000
    assert smallest_conflict(in_order([*found, gap("p09000", "p08990", 1, "late")]))
    assert time.perf_counter() - started < 20
