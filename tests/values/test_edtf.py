"""EDTF strings: what is valid, what it denotes, what an editor is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsuite.values.calendar.calendar_days import MINUTES, civil, day_number, days_in_month, weekday
from factsuite.values.calendar.edtf_dates import _span, _spans, date_part
from factsuite.values.edtf import edtf_problem, read_edtf


def days_of(text: str) -> tuple[str | None, str | None]:
    value = read_edtf(text)
    assert value is not None, text
    return tuple(None if at is None else "{:04}-{:02}-{:02}".format(*civil(at // MINUTES)) for at in _ends(value))


def _ends(value):
    return value.earliest, value.latest


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2019-02", "2019-02-01", "2019-02-28"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-07-04", "2019-07-04", "2019-07-04"),
        ("2019-24", "2019-12-01", "2020-02-29"),
        ("2019-34", "2019-04-01", "2019-06-30"),
        ("2019-30", "2019-12-01", "2020-02-29"),
        ("2019-41", "2019-07-01", "2019-12-31"),
        ("188X", "1880-01-01", "1889-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("1888-XX", "1888-01-01", "1888-12-31"),
        ("1888-02-XX", "1888-02-01", "1888-02-29"),
        ("1888-1X", "1888-10-01", "1888-12-31"),
        ("1870S2", "1800-01-01", "1899-12-31"),
        ("2001-05/2003", "2001-05-01", "2003-12-31"),
        ("2001-05-06/..", "2001-05-06", None),
        ("../2001-05", None, "2001-05-31"),
        ("/2001", None, "2001-12-31"),
        ("[1701,1703..1705]", "1701-01-01", "1705-12-31"),
        ("[..1705-06]", None, "1705-06-30"),
        ("{1701-11..}", "1701-11-01", None),
    ],
)
def test_denotation(text, first, last):
    assert days_of(text) == (first, last)


VALID = (
    "2019? 2019-05% ?2019-05-06 2019-?05 2019~-05-06? Y-23456 Y3E8S2 -0044-03-15 X9XX-05 2019-05-06T23:59:60Z "
    "2019-05-06T07:08:09+05:45 2019?/2020~ [2019-05] 19XX-02-29"
)


@pytest.mark.parametrize("text", VALID.split())
def test_valid(text):
    assert read_edtf(text) is not None
    assert edtf_problem(text) == ""


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("", "empty"),
        ("199u", "written X"),
        ("2001-uu", "written X"),
        ("unknown/2001", "left empty"),
        ("2001/open", "left empty"),
        ("y123456", "capital Y"),
        ("198x", "capital X"),
        ("(2001)?", "brackets"),
        ("2001?~", "written %"),
        ("2001-02-29", "has no day 29"),
        ("2001-14", "no month 14"),
        ("[2001, 2002]", "no spaces"),
        ("2003/2001", "in that order"),
        ("2001-5", "not a date"),
        ("-" + "0000", "not a date"),
        ("2001-05-06T24:00:00", "not a date"),
        ("2001-05-06T10:00:00-00:00", "not a date"),
        ("Y2001", "not a date"),
    ],
)
def test_problem(text, hint):
    assert read_edtf(text) is None
    assert hint in edtf_problem(text)


def test_marks():
    doubted, about, plain = read_edtf("1871?"), read_edtf("1871~"), read_edtf("1871")
    assert doubted.uncertain
    assert not about.uncertain
    assert about.earliest < plain.earliest < plain.latest < about.latest


@pytest.mark.parametrize("year", [2023, 2024, 0, -1])
def test_a_day_is_reckoned_as_among_the_days_of_a_mask(year):
    for month in (None, *(f"{number:02}" for number in range(45))):
        for day in (None, "00", "01", "28", "29", "30", "31", "32") if month else (None,):
            assert _span(year, month, day) == next(_spans(year, month, day), None)


@pytest.mark.parametrize("year", ["2023", "2024", "0000", "-0001", "-0000"])
def test_a_date_without_marks_is_the_same_as_a_doubted_one(year):
    for month in range(45):
        for day in (None, 0, 1, 28, 29, 30, 31, 32):
            text = f"{year}-{month:02}" + ("" if day is None else f"-{day:02}")
            plain, doubted = date_part(text), date_part(text + "?")
            assert (plain is None) == (doubted is None), text
            assert plain is None or (plain.bounds, plain.uncertain) == (doubted.bounds, False), text


def test_sets_and_intervals():
    assert len(read_edtf("[1701,1703]").starts) == 2
    assert not read_edtf("[1701,1703]").is_period
    assert read_edtf("{1701,1703}").every
    assert read_edtf("1701/1703").is_period
    assert len(read_edtf("18XX-12-XX").starts) == 100


def test_offset():
    assert read_edtf("2019-05-06T07:08:09").offset is None
    assert read_edtf("2019-05-06T07:08:09Z").offset == 0
    assert read_edtf("2019-05-06T07:08:09-03:30").offset == -210


@given(st.integers(-4_000_000, 4_000_000))
def test_days_there_and_back(number):
    year, month, day = civil(number)
    assert day_number(year, month, day) == number
    assert 1 <= day <= days_in_month(year, month)


@given(st.dates())
def test_calendar_agrees_with_datetime(date):
    number = day_number(date.year, date.month, date.day)
    assert weekday(number) == date.weekday()
    assert civil(number) == (date.year, date.month, date.day)
    value = read_edtf(date.isoformat())
    assert (value.earliest, value.latest) == (number * MINUTES, number * MINUTES + MINUTES - 1)


@given(st.text(alphabet="0123456789X-/.[]{},?~%YTZES:+ u", max_size=30))
def test_never_raises(text):
    value = read_edtf(text)
    assert (value is None) == (edtf_problem(text) != "")


@pytest.mark.parametrize("text", ["9" * 300_000, "[" + "2000," * 60_000, "X" * 300_000, "-/" * 100_000, "Y9E99"])
def test_long_input(text):
    assert read_edtf(text) is None or text == "Y9E99"
    assert edtf_problem(text) or text == "Y9E99"
