"""GRIM: a percentage of a count, against every whole number there is."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsuite.values.arithmetic.possible_percentages import Printed, is_possible, printed_percentage
from factsuite.values.quantities import read_quantity


@given(
    st.integers(min_value=1, max_value=300),
    st.integers(min_value=0, max_value=1200),
    st.integers(min_value=0, max_value=2),
)
def test_a_percentage_is_possible_where_brute_force_finds_a_part(count: int, tenths: int, places: int) -> None:
    digits = round(Fraction(tenths, 10) * 10**places)
    value = Fraction(digits, 10**places)
    half = Fraction(1, 2 * 10**places)
    expected = any(abs(Fraction(100 * part, count) - value) <= half for part in range(2 * count + 1))
    assert is_possible(Printed(digits=digits, places=places), count) is expected


@pytest.mark.parametrize(
    ("text", "digits", "places"),
    [
        ("37 percent", 37, 0),
        ("37.0 percent", 370, 1),
        ("36.7% of voters", 367, 1),
        ("12.5 per cent", 125, 1),
        ("about 37 percent", None, 0),
        ("more than 37 percent", None, 0),
        ("37 to 40 percent", None, 0),
        ("37 percent or more", None, 0),
        ("a third", None, 0),
        ("37 percentage points", None, 0),
        ("37 people", None, 0),
    ],
)
def test_only_a_plain_percentage_in_figures_is_tested(text: str, digits: int | None, places: int) -> None:
    quantity = read_quantity(text)
    assert quantity is not None
    expected = None if digits is None else Printed(digits=digits, places=places)
    assert printed_percentage(quantity) == expected


def test_a_half_may_be_rounded_either_way() -> None:
    assert is_possible(Printed(digits=12, places=0), 8)  # 1 of 8 is 12.5
    assert is_possible(Printed(digits=13, places=0), 8)
    assert not is_possible(Printed(digits=14, places=0), 8)
