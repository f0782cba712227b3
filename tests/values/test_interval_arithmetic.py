"""Interval arithmetic: whatever two numbers lie in two intervals, what is made of them lies in the result."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsuite.values.arithmetic.interval_arithmetic import greatest, least, minus, negative, over, plus, times
from factsuite.values.numbers.intervals import Interval, exactly

NUMBERS = st.fractions(min_value=-20, max_value=20, max_denominator=8)


@st.composite
def interval_with_number(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """An interval, bounded or not, and a number in it."""
    inside = draw(NUMBERS)
    below, above = (draw(st.fractions(min_value=0, max_value=9, max_denominator=4)) for _ in range(2))
    low = draw(st.sampled_from([None, inside - below]))
    high = draw(st.sampled_from([None, inside + above]))
    low_closed = draw(st.booleans()) or low == inside
    high_closed = draw(st.booleans()) or high == inside
    return Interval(low, high, low_closed and low is not None, high_closed and high is not None), inside


PAIRS = interval_with_number()


@given(PAIRS, PAIRS)
def test_a_result_encloses_every_pointwise_result(
    one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    (a, x), (b, y) = one, other
    assert plus(a, b).contains(exactly(x + y))
    assert minus(a, b).contains(exactly(x - y))
    assert times(a, b).contains(exactly(x * y))
    assert least([a, b]).contains(exactly(min(x, y)))
    assert greatest([a, b]).contains(exactly(max(x, y)))
    quotient = over(a, b)
    if quotient is not None:
        assert y != 0
        assert quotient.contains(exactly(x / y))


@given(PAIRS, PAIRS)
def test_order_does_not_matter(one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]) -> None:
    a, b = one[0], other[0]
    assert plus(a, b) == plus(b, a)
    assert times(a, b) == times(b, a)
    assert negative(negative(a)) == a


def interval(text: str) -> Interval:
    """`[1,2)`, `(,5]`."""
    low, high = (Fraction(end) if end else None for end in text[1:-1].split(","))
    return Interval(low, high, text[0] == "[", text[-1] == "]")


@pytest.mark.parametrize(
    ("one", "other", "product"),
    [
        ("[1,2)", "[3,4]", "[3,8)"),
        ("[-1,2]", "[3,4)", "(-4,8)"),
        ("[0,2]", "(1,3)", "[0,6)"),  # nothing times anything is nothing, and is reached
        ("(0,2]", "(1,3)", "(0,6)"),
        ("[0,2]", "[5,)", "[0,)"),
        ("(0,2]", "[5,)", "(0,)"),
        ("[0,0]", "(,)", "[0,0]"),
        ("[-1,1]", "[5,)", "(,)"),
        ("(,-2]", "[3,)", "(,-6]"),
    ],
)
def test_products_keep_open_and_closed_ends(one: str, other: str, product: str) -> None:
    assert times(interval(one), interval(other)) == interval(product)


@pytest.mark.parametrize(
    ("one", "other", "quotient"),
    [
        ("[6,6]", "[2,3)", "(2,3]"),
        ("[6,6]", "(0,3]", "[2,)"),
        ("[6,6]", "[0,3]", None),
        ("[6,6]", "[-1,3]", None),
        ("[6,6]", "(,)", None),
        ("[6,6]", "[2,)", "(0,3]"),
        ("[6,6]", "[-3,-2]", "[-3,-2]"),
        ("[6,6]", "[-3,0)", "(,-2]"),
        ("[0,6)", "[2,3]", "[0,3)"),
    ],
)
def test_a_quotient_is_undefined_where_the_divisor_may_be_zero(one: str, other: str, quotient: str | None) -> None:
    assert over(interval(one), interval(other)) == (None if quotient is None else interval(quotient))


def test_the_smallest_of_two_reaches_its_bound_only_if_both_do() -> None:
    assert least([interval("[1,4)"), interval("[2,4]")]) == interval("[1,4)")
    assert least([interval("(1,5]"), interval("[1,9]")]) == interval("[1,5]")
    assert least([interval("(,5]"), interval("[1,)")]).low is None
    assert greatest([interval("[1,4)"), interval("[2,4]")]) == interval("[2,4]")


@given(NUMBERS, NUMBERS, st.sampled_from([True, False]))
def test_one_number_is_reckoned_with_as_an_interval_of_two_equal_ends(x: Fraction, y: Fraction, closed: bool) -> None:
    one, other = Interval(x, x, closed), Interval(y, y)
    apart = Interval(x, x + 0, closed), Interval(y, y + 0)  # ends that are equal, and two objects
    for operation in (plus, minus, times, over):
        assert operation(one, other) == operation(*apart)
    assert negative(one) == negative(apart[0])
    assert one.is_empty() == apart[0].is_empty()
    assert one.contains(one) == apart[0].contains(apart[0]) == apart[0].contains(one)
    assert one.scaled(Fraction(3), y) == apart[0].scaled(Fraction(3), y)
