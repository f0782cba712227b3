"""Time between dates: by the calendar, with as much room as the dates leave."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsuite.values.arithmetic.elapsed import completed_years, length, months_between, time_between
from factsuite.values.calendar.calendar_days import add_months, day_number
from factsuite.values.dates import DateValue, read_date


def date(text: str) -> DateValue:
    value = read_date(text)
    assert value is not None
    return value


@pytest.mark.parametrize(
    ("start", "end", "unit", "low", "high"),
    [
        ("2031-06-01", "2031-06-04", "day", 3, 3),
        ("2031-06-01", "2031-06-15", "week", 2, 2),
        ("2031-01-31", "2031-02-28", "month", 1, 1),  # the last day of the shorter month
        ("2032-02-29", "2033-02-28", "year", 1, 1),
        ("2028-02-28", "2029-02-28", "day", 366, 366),  # a leap day between them
        ("2021-06-01", "2031-06-01", "decade", 1, 1),
        ("2031-06", "2031-07", "day", 1, 60),
        ("2031-06-04", "2031-06-01", "day", -3, -3),
        ("2031-06-01T10:00+02:00", "2031-06-01T10:00+00:00", "hour", 2, 2),
        ("2031-06-01T10:00", "2031-06-01T10:45", "minute", 45, 45),
    ],
)
def test_how_long_it_was(start: str, end: str, unit: str, low: int, high: int) -> None:
    found = time_between(date(start), date(end), unit)
    assert found is not None
    assert (found.low, found.high) == (low, high)


def test_an_open_date_gives_no_duration() -> None:
    assert time_between(date("../2031-06-01"), date("2031-06-04"), "day") is None


def test_a_period_has_a_length_and_a_moment_has_none() -> None:
    found = length(date("2031-05-03/2031-05-20"), "day")
    assert found is not None
    assert (found.low, found.high) == (17, 17)
    assert length(date("2031-05-03"), "day") is None


@pytest.mark.parametrize(
    ("birth", "on", "low", "high"),
    [
        ("1988-06-02", "2031-06-01", 42, 42),
        ("1988-06-02", "2031-06-02", 43, 43),
        ("1988", "2031-06-02", 42, 43),
        ("1988-02-29", "2031-02-28", 43, 43),
        ("1988-02-29", "2031-02-27", 42, 42),
    ],
)
def test_an_age_is_birthdays_passed(birth: str, on: str, low: int, high: int) -> None:
    found = completed_years(date(birth), date(on))
    assert found is not None
    assert (found.low, found.high) == (low, high)


@given(st.integers(min_value=0, max_value=800_000), st.integers(min_value=0, max_value=600))
def test_so_many_months_later_is_so_many_months_later(first: int, months: int) -> None:
    assert months_between(first, add_months(first, months)) == months


@given(st.integers(min_value=0, max_value=800_000), st.integers(min_value=0, max_value=4_000))
def test_a_day_more_is_never_less(first: int, days: int) -> None:
    assert months_between(first, first + days) < months_between(first, first + days + 1)


def test_a_half_month_is_half_of_that_month() -> None:
    first = day_number(2031, 4, 1)
    assert months_between(first, first + 15) == Fraction(1, 2)
