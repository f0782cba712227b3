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


@pytest.mark.parametrize("character", ["1", ",", '"', "1,", "'"])
def test_long_lines(character):
    text = (character * 1_000_000)[:1_000_000]
    started = time.process_time()
    read_dates(text, TODAY)
    read_durations(text)
    read_date(text, TODAY)
    assert time.process_time() - started < 4  # well under a second on an idle machine


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
