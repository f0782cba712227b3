"""Dates and durations found in running English."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsuite.reading.dates import find_date_spans, read_dates
from factsuite.reading.durations import read_durations
from factsuite.values.dates import Calendar, describe_date, read_date, same_date

TODAY = Calendar(reference=read_date("2021-03-18"))  # a Thursday


def found(text: str) -> list[str]:
    return [mention.text for mention in read_dates(text, TODAY)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The bridge was closed on 4 May 2019 and reopened in June.", ["4 May 2019", "June"]),
        ("Since early February, crews have worked nights.", ["Since early February"]),
        ("It should be done by December.", ["by December"]),
        ("They left between 2 and 9 March.", ["between 2 and 9 March"]),
        ("He said on Wednesday that he may march with them.", ["Wednesday"]),
        ("March to the river, they may say.", []),
        ("Some 1,500 people and 2000 troops came; 1999 was calmer.", ["1999"]),
        ("The plant made 1850 units.", []),
        ("It cost $1999, or 1999%.", []),
        ("Call 555-2010.", []),
        ("The mayor (born 1961) won again in 2018.", ["1961", "2018"]),
        ("In her 70s she moved.", []),
        ("Open every Wednesday.", []),
        ("the past two-and-a-half years", ["the past two-and-a-half years"]),
        ("In the first half they scored.", []),
        ("It happened at 3 p.m. on Tuesday, March 16.", ["3 p.m. on Tuesday, March 16"]),
        ("On Tuesday, March 17, it rained.", []),
        ("It ran on 3, 4 and 9 October 2020.", ["3", "4", "9 October 2020"]),
        ("On May 3 and 5, 2019, it met.", ["May 3", "5, 2019"]),
        ("On May 3 and 5 people fell ill.", ["May 3"]),
        ("the 18th and 19th centuries", ["18th", "19th centuries"]),
        ("In May 12 people left; on May 12 two came.", ["May", "May 12"]),
        ("Towns are known today for cheese.", []),
        ("The council voted today to sell the hall.", ["today"]),
        ("It is in the Harbour Today, a weekly.", []),
        ("the ports of today", []),
        ("Buses run twice a week, on Monday and Thursday.", []),
        ("Shut every Monday and Thursday.", []),
        ("Desk: Mon-Fri 9:00 am", []),
        ("The Easter Parade plays at Easter.", ["Easter"]),
        ("Meet at 1620 Harbour Street.", []),
        ("Tickets cost 1380-2075 crowns.", []),
        ("She returns in a fortnight's time.", ["in a fortnight"]),
        ("Call 2024-2025-2026-2027 now.", []),
    ],
)
def test_found(text, dates):
    assert found(text) == dates


def test_places_and_values():
    text = "Talks ran from 2 to 9 March, the ministry said Monday."
    window, monday = read_dates(text, TODAY)
    assert text[window.start : window.end] == window.text == "from 2 to 9 March"
    assert [part.text for part in window.parts] == ["2", "9 March"]
    assert same_date(monday.value, read_date("2021-03-15"))
    (going_on,) = read_dates("from 2 to 9 March", TODAY, period=True)
    assert going_on.value.is_period


def test_what_is_to_come():
    (mention,) = read_dates("The court will sit on Monday.", TODAY)
    assert same_date(mention.value, read_date("2021-03-22"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Crews worked through this weekend.", "[2021-03-13,2021-03-14]"),
        ("Crews will work this weekend.", "[2021-03-20,2021-03-21]"),
        ("Voters chose her in June.", "2020-06"),
        ("Voters will choose in June.", "2021-06"),
        ("In June, voters chose her.", "2020-06"),
        ("It has run in the year to date.", "[2021-01-01..2021-03-18]"),
        ("It happened more than two years ago.", "[..2019]"),
        ("It happened less than a month ago.", "[2021-02-01..2021-03-18]"),
        ("Sales fell in week 9 of 2021.", "[2021-03-01..2021-03-07]"),
        ("It falls due in next year's first quarter.", "2022-33"),
        ("It rained on Christmas last year.", "2020-12-25"),
        ("It rained last Christmas.", "2020-12-25"),
        ("It will run from March 10 through May.", "[2021-03-10..2021-05]"),
        ("It will run from 2 to 9 February.", "[2022-02-02..2022-02-09]"),
        ("He is out from 4 to 22 this month.", "[2021-03-04..2021-03-22]"),
        ("They met on Monday 15, he said.", "2021-03-15"),
        ("It rose from January to date.", "2021-01/.."),
    ],
)
def test_what_the_sentence_tells(text, day):
    (mention,) = read_dates(text, TODAY)
    value, other = mention.value, read_date(day)
    assert value.earliest == other.earliest
    assert value.latest == other.latest


def test_years_lent_by_a_list():
    mentions = read_dates("In March, April and May 2020 it shut; 3 November and 9 January 2020.", TODAY)
    assert [describe_date(mention.value) for mention in mentions] == [
        "March 2020",
        "April 2020",
        "May 2020",
        "3 November 2019",
        "9 January 2020",
    ]


def test_the_days_after_a_day_told():
    mentions = read_dates("On 4 May 1908 she landed. The next Tuesday she sang, and later that year she wed.", TODAY)
    assert [describe_date(mention.value) for mention in mentions] == [
        "4 May 1908",
        "5 May 1908",
        "between 5 May 1908 and 31 December 1908",
    ]


def test_years_of_three_digits():
    mentions = read_dates("In 348 Berta died. Her son, born around 329, left after 351 became hard.", TODAY)
    assert describe_date(mentions[0].value) == "348 CE"
    assert [mention.text for mention in mentions] == ["348", "around 329", "after 351"]
    assert found("They sold 348 loaves in 348 days.") == []


def test_a_text_that_tells_of_another_year():
    mentions = read_dates(
        "In 1908 she sailed. On 4 May she landed, and that year she wed. Two years later she left.", TODAY
    )
    assert [describe_date(mention.value) for mention in mentions] == ["1908", "4 May 1908", "1908", "1910"]


def test_without_a_reference():
    text = "Since March, and on Tuesday 4 May 2021, as last year."
    assert [mention.text for mention in read_dates(text)] == ["Tuesday 4 May 2021"]
    assert [text[start:end] for start, end in find_date_spans(text)] == [
        "Since March",
        "Tuesday 4 May 2021",
        "last year",
    ]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("It took three days.", 3 * 86400),
        ("for an hour and a half", 5400),
        ("two-and-a-half years", 912.5 * 86400),
        ("1 year 2 months", (365 + 60) * 86400),
        ("half an hour", 1800),
        ("3.5 seconds", 3.5),
        ("a fortnight", 14 * 86400),
    ],
)
def test_durations(text, seconds):
    (mention,) = read_durations(text)
    assert float(mention.value.least) == float(mention.value.most) == seconds


@given(st.text(max_size=200))
def test_any_text(text):
    for mention in read_dates(text, TODAY):
        assert text[mention.start : mention.end] == mention.text
    assert isinstance(read_durations(text), tuple)


WORDS = (
    "since by 3 early mid - March 2021 the last next week ago two and a half of first Friday, 10:30 p.m. in to ' 18th s"
)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join))
def test_any_words(text):
    end = 0
    for mention in read_dates(text, TODAY):
        assert end <= mention.start < mention.end
        end = mention.end
    read_date(text, TODAY)


@pytest.mark.parametrize(
    "character", ["1", ",", '"', "1,", "'", "2024-", "the ", "Monday ", "10:30 ", "3 and ", "early-mid-", "every "]
)
def test_long_lines(character):
    text = (character * 1_000_000)[:1_000_000]
    started = time.process_time()
    read_dates(text, TODAY)
    read_durations(text)
    read_date(text, TODAY)
    assert time.process_time() - started < 12  # linear: two or three seconds at most on an idle machine


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Not due until May - three months late.", ["until May"]),
        ("There were about 600 onlookers.", []),
        ("In May, 12 people left.", ["May"]),
        ("It may open as early as March.", ["March"]),
        ("Born c. 523, he", ["523"]),
    ],
)
def test_near_misses(text, dates):
    assert [text_of.lstrip("c. ") for text_of in found(text)] == dates
