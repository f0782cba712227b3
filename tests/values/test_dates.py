"""Dates: phrases, the relation of a reported date to an asserted one, the order of events."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from factsuite.values.dates import (
    Bounds,
    Calendar,
    DateValue,
    compare_dates,
    compare_order,
    describe_date,
    read_date,
    same_date,
    why_unreadable,
    with_offset,
)
from factsuite.values.relation import Relation

ENTAILS, COMPATIBLE, CONTRADICTS = Relation.ENTAILS, Relation.COMPATIBLE, Relation.CONTRADICTS
TODAY = Calendar(reference=read_date("2021-03-18"))  # a Thursday


def read(text: str, calendar: Calendar = TODAY, *, period: bool = False) -> DateValue:
    value = read_date(text, calendar, period=period)
    assert value is not None, text
    return value


@pytest.mark.parametrize(
    ("text", "same_as"),
    [
        ("18 March 2021", "2021-03-18"),
        ("Mar. 18, 2021", "2021-03-18"),
        ("the 18th of March, 2021", "2021-03-18"),
        ("Thursday, 18 March 2021", "2021-03-18"),
        ("on Thursday", "2021-03-18"),
        ("Friday", "2021-03-12"),
        ("this Friday", "2021-03-19"),
        ("yesterday", "2021-03-17"),
        ("the day after tomorrow", "2021-03-20"),
        ("last week", "[2021-03-08..2021-03-14]"),
        ("last year", "2020"),
        ("next month", "2021-04"),
        ("in February", "2021-02"),
        ("in November", "2020-11"),
        ("early February", "[2021-02-01..2021-02-10]"),
        ("mid-February", "[2021-02-11..2021-02-20]"),
        ("late 2020", "[2020-09..2020-12]"),
        ("the late 1980s", "[1987..1989]"),
        ("the 19th century", "18XX"),
        ("Q4 2020", "2020-36"),
        ("the second half of 2020", "2020-41"),
        ("summer 2020", "2020-22"),
        ("by May", "[..2021-05]"),
        ("by 2021-03-18T09:30", "[..2021-03-18]"),
        ("before 2 March 2021", "[..2021-03-01]"),
        ("after 2 March 2021", "[2021-03-03..]"),
        ("between 2 and 9 March", "[2021-03-02..2021-03-09]"),
        ("2-9 March", "[2021-03-02..2021-03-09]"),
        ("from October to January", "[2020-10..2021-01]"),
        ("between late January and mid-February", "[2021-01-21..2021-02-20]"),
        ("two years ago", "2019"),
        ("ten days ago", "2021-03-08"),
        ("the first Monday in March 2021", "2021-03-01"),
        ("the last week of January 2021", "[2021-01-25..2021-01-31]"),
        ("Good Friday 2021", "2021-04-02"),
        ("Thanksgiving 2020", "2020-11-26"),
        ("300 BC", "-0299"),
        ("nineteen seventy-six", "1976"),
        ("1976 maybe", "1976?"),
        ("c. 1976", "1976~"),
        ("13/12/2020", "2020-12-13"),
        ("3 and 4 October 2020", "{2020-10-03,2020-10-04}"),
        ("3, 5 or 9 May 2020", "[2020-05-03,2020-05-05,2020-05-09]"),
        ("March and April 2020", "{2020-03,2020-04}"),
        ("this weekend", "[2021-03-20,2021-03-21]"),
        ("the later 1800s", "[1866..1899]"),
        ("Independence Day of this year", "2021-07-04"),
        ("within 3 years", "[2021-03-18..2024-03-18]"),
        ("next three quarters", "[2021-04..2021-12]"),
        ("year to date", "[2021-01..2021-03-18]"),
        ("Monday of the following week", "2021-03-22"),
    ],
)
def test_phrases(text, same_as):
    value, other = read(text), read(same_as)
    assert (value.earliest, value.uncertain) == (other.earliest, other.uncertain)
    if "T" not in text:
        assert value.latest == other.latest


def test_periods():
    going_on = read("since early February")
    assert going_on.is_period
    assert going_on.ends == (Bounds(earliest=read("2021-03-18").earliest, latest=None),)
    assert going_on.starts == read("early February").starts
    window = read("between early and mid-February", period=True)
    assert (window.starts, window.ends) == (read("early February").starts, read("mid-February").starts)
    assert not read("between early and mid-February").is_period
    assert read("between early- to mid-February", period=True).ends == window.ends


def test_a_list_is_all_of_its_dates():
    assert read("3 and 4 October 2020").every
    assert not read("3 or 4 October 2020").every
    assert compare_dates(read("3 October 2020"), read("3 and 4 October 2020")) is COMPATIBLE


def test_what_has_not_ended():
    assert same_date(read("2015 to now"), read("since 2015"))
    assert same_date(read("2015–present"), read("since 2015"))


def test_needs_a_reference():
    for text in ("Thursday", "since March", "last week", "two years ago"):
        assert read_date(text) is None
        assert "reckoned" in why_unreadable(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (" ", "empty"),
        ("Friday, 18 March 2021", "day of the week"),
        ("03/04/2021", "which number"),
        ("31 February", "no day 31"),
        ("30 February 2021", "no day 30"),
        ("2001-uu", "written X"),
        ("some time or other", "neither"),
    ],
)
def test_unreadable(text, reason):
    assert read_date(text, TODAY) is None
    assert reason in why_unreadable(text)


def test_stated_order_of_day_and_month():
    assert read("03/04/2021", Calendar(day_first=True)).starts == read("3 April 2021").starts
    assert read("03/04/2021", Calendar(day_first=False)).starts == read("4 March 2021").starts


@pytest.mark.parametrize(
    ("reported", "asserted", "relation"),
    [
        ("2021-03-18", "March 2021", ENTAILS),
        ("March 2021", "2021-03-18", COMPATIBLE),
        ("2021-03-18", "2021-03-19", CONTRADICTS),
        ("2021-03-18T13:42", "afternoon of 2021-03-18", ENTAILS),
        ("2021-03-18", "morning of 2021-03-18", COMPATIBLE),
        ("by May 2021", "May 2021", COMPATIBLE),
        ("[2021-03-01,2021-03-09]", "early March 2021", ENTAILS),
        ("2021-03-01/2021-03-04", "early March 2021", ENTAILS),
        ("2021-03-01/2021-03-14", "early March 2021", COMPATIBLE),
        ("2021-03-01/2021-03-14", "April 2021", CONTRADICTS),
        ("2021-03-05", "2021-03-01/2021-03-14", COMPATIBLE),
        ("2021-04-05", "2021-03-01/2021-03-14", CONTRADICTS),
        ("2021-02-05/2021-02-14", "since early February", CONTRADICTS),
        ("2021-02-05/..", "since early February", COMPATIBLE),
        ("since 5 February 2021", "since early February", ENTAILS),
        ("since 5 February 2021", "since January", CONTRADICTS),
        ("2020?", "2020", COMPATIBLE),
        ("2019?", "2020", COMPATIBLE),
        ("2020", "2020?", ENTAILS),
        ("2019", "2020?", COMPATIBLE),
        ("{2019,2020}", "{2019,2020}", ENTAILS),
        ("2019", "{2019,2020}", COMPATIBLE),
        ("2018", "{2019,2020}", CONTRADICTS),
    ],
)
def test_relations(reported, asserted, relation):
    assert compare_dates(read(reported), read(asserted)) is relation


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("2021-03-17", "2021-03-18", ENTAILS),
        ("2021-03-18", "2021-03-17", CONTRADICTS),
        ("2021-03-18", "2021-03-18", COMPATIBLE),
        ("2021-03-18T10:00:00Z", "2021-03-18T10:00:00Z", CONTRADICTS),
        ("2021-03-18T20:00:00+09:00", "2021-03-18T09:00:00-04:00", ENTAILS),
        ("2021-03-18", "2021-03-18T13:00:00Z", COMPATIBLE),
        ("2021-03-16", "2021-03-18T13:00:00Z", ENTAILS),
        ("2020?", "2021", COMPATIBLE),
        ("2021-03-01/2021-03-05", "2021-03-06", ENTAILS),
    ],
)
def test_order(first, second, relation):
    assert compare_order(read(first), read(second)) is relation


def test_order_of_places_unstated():
    first, second = read("2021-03-17"), read("2021-03-18")
    assert compare_order(first, second) is ENTAILS
    assert compare_order(first, second, anywhere=True) is COMPATIBLE
    assert compare_order(with_offset(first, 540), with_offset(second, 540)) is ENTAILS


moments = st.integers(0, 3000).flatmap(lambda low: st.tuples(st.just(low), st.integers(0, 300)))
bounds = st.one_of(
    moments.map(lambda pair: Bounds(earliest=pair[0], latest=pair[0] + pair[1])),
    st.integers(0, 3000).map(lambda low: Bounds(earliest=low, latest=None)),
    st.integers(0, 3000).map(lambda high: Bounds(earliest=None, latest=high)),
)
sets = st.lists(bounds, min_size=1, max_size=3).map(tuple)
values = st.builds(
    DateValue,
    starts=sets,
    ends=st.one_of(st.just(()), sets),
    uncertain=st.booleans(),
    every=st.just(False),
    offset=st.sampled_from([None, 0, 60, -300]),
    text=st.just(""),
)


def possible(value: DateValue) -> bool:
    """A period cannot end before it began."""
    start = min((each.earliest for each in value.starts if each.earliest is not None), default=None)
    end = max((each.latest for each in value.ends if each.latest is not None), default=None)
    open_sides = any(each.earliest is None for each in value.starts) or any(each.latest is None for each in value.ends)
    return not value.ends or open_sides or start is None or end is None or start <= end


values = values.filter(possible)
certain = values.map(lambda value: replace(value, uncertain=False))


@given(certain)
def test_reflexive(value):
    assert compare_dates(value, value) is ENTAILS


@given(values, values)
def test_contradiction_is_mutual(one, other):
    assume(one.is_period == other.is_period)
    assert (compare_dates(one, other) is CONTRADICTS) == (compare_dates(other, one) is CONTRADICTS)


@given(certain, certain, bounds)
def test_widening_a_report_never_lets_it_entail(reported, asserted, more):
    before = compare_dates(reported, asserted)
    after = compare_dates(replace(reported, starts=(*reported.starts, more)), asserted)
    if before is CONTRADICTS:
        assert after is not ENTAILS


@given(certain, certain, certain)
def test_transitive(one, two, three):
    shared = [replace(value, offset=None) for value in (one, two, three)]
    assume(len({value.is_period for value in shared}) == 1)
    if compare_dates(shared[0], shared[1]) is ENTAILS and compare_dates(shared[1], shared[2]) is ENTAILS:
        assert compare_dates(shared[0], shared[2]) is ENTAILS


days = st.dates(date(1000, 1, 1), date(3999, 12, 31))


@given(values, values, st.booleans())
def test_order_antisymmetric(one, other, anywhere):
    if compare_order(one, other, anywhere=anywhere) is ENTAILS:
        assert compare_order(other, one, anywhere=anywhere) is CONTRADICTS


@given(days, st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d", "%Y-%m-%dT%H:%M:%SZ"]))
def test_printing_and_reading_a_moment(day, shape):
    value = read(day.strftime(shape))
    assert same_date(read(describe_date(value)), value)


@given(days, days)
def test_printing_and_reading_a_period(one, other):
    first, last = sorted((one, other))
    assume(first < last)
    value = read(f"{first.isoformat()}/{last.isoformat()}")
    again = read_date(describe_date(value), period=True)
    assert again is not None
    assert same_date(again, value)


@given(days, days)
def test_printing_and_reading_bounds(one, other):
    first, last = sorted((one, other))
    value = read(f"[{first.isoformat()}..{last.isoformat()}]")
    assert same_date(read(describe_date(value)), value)


@given(st.text(max_size=60))
def test_any_text(text):
    value = read_date(text, TODAY)
    assert value is None or describe_date(value)
    assert isinstance(why_unreadable(text), str)
