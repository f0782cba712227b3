"""Quantities in running text: which are found, where, and what is left alone."""

import gc
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsuite.reading.quantities import QuantityMention, read_quantities
from factsuite.values.quantities import Reach, describe

AS_WRITTEN = Reach(rounding=False)


def found(text: str) -> list[tuple[str, str, str]]:
    return [
        (text[mention.start : mention.end], mention.kind, describe(mention.quantity))
        for mention in read_quantities(text, AS_WRITTEN)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ferry carried at least 1,340 Danish passengers on its 2.5-hour crossing.",
            [
                ("at least 1,340", "cardinal", "at least 1,340"),
                ("2.5-hour", "duration", "2.5 hours"),
            ],
        ),
        (
            "Ticket sales rose from 5 to 10 percent of revenue, or $1.2bn.",
            [
                ("5", "percent", "5 percent"),
                ("10 percent", "percent", "10 percent"),
                ("$1.2bn", "money", "1,200,000,000 USD"),
            ],
        ),
        (
            "Between 40 and 60 boats sank; dozens more were damaged.",
            [
                ("Between 40 and 60", "cardinal", "40 to 60"),
                ("dozens", "vague", "24 to less than 200"),
            ],
        ),
        (
            "One in five residents is over 65, and a third of them live alone.",
            [
                ("One in five", "fraction", "20 percent"),
                ("over 65", "cardinal", "more than 65"),
                ("a third", "fraction", "33 1/3 percent"),
            ],
        ),
        (
            "The 34-year-old, her two sons aged 4 and 6, and a 90-year-old neighbour",
            [
                ("34-year-old", "age", "34 years"),
                ("two", "cardinal", "2"),
                ("aged 4", "age", "4 years"),
                ("6", "cardinal", "6"),
                ("90-year-old", "age", "90 years"),
            ],
        ),
        (
            "They took 45 and 50 mg twice, at a ratio of 3:1.",
            [
                ("45", "measure", "45 milligrams"),
                ("50 mg", "measure", "50 milligrams"),
                ("twice", "multiple", "2 times"),
                ("a ratio of 3:1", "multiple", "a ratio of 3 to 1"),
            ],
        ),
        (
            "It was -0.42 on the third day, not 0.42.",
            [("-0.42", "cardinal", "-0.42"), ("third", "ordinal", "3rd")],
        ),
        (
            "A yield of 940 000 t, about 30 t per hectare",
            [
                ("940 000 t", "measure", "940,000 tonnes"),
                ("about 30 t per hectare", "measure", "27 to 33 tonnes per hectare"),
            ],
        ),
        (
            "More than 40 but fewer than 60 came.",
            [("More than 40 but fewer than 60", "cardinal", "more than 40 and less than 60")],
        ),
        (
            "Twice as many as 50 boats; as many as 50 boats",
            [
                ("Twice", "multiple", "2 times"),
                ("50", "cardinal", "50"),
                ("as many as 50", "cardinal", "at most 50"),
            ],
        ),
        ("U.S. officials counted 12 U.S. bases.", [("12", "cardinal", "12")]),
    ],
)  # fmt: skip
def test_mentions_in_text_order(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "on 18 March 2019",
        "March 18, 2019",
        "the 18th of March",
        "18-20 March",
        "in 2019",
        "between 2015 and 2019",
        "the 2018-19 season",
        "2019-03-18",
        "3/18/2019",
        "at 5:30 p.m.",
        "by 11 a.m. and 5 pm",
        "the 1990s",
        "in 44 BC",
        "an F-16 and a B52 over COVID-19 wards",
        "the G7",
        "a Boeing 737 and Apollo 11",
        "page 12, chapter 3, No. 10",
        "call 020 7946 0018 or 202-555-0143",
        "https://example.org/2019/40-boats",
        "192.168.10.1",
        "they won 3-1",
        "voted 5 to 4",
        "no one saw the one who left",
        "the Fantastic Four met the Three Tenors",
        "the second half of the 20th century",
        "24/7",
        "a total of 6 . 2",
        "studies [12] and [3, 4]",
        "",
    ],
)
def test_what_is_no_quantity_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_point_that_may_group_makes_a_count_unreadable() -> None:
    assert found("30.000 inhabitants") == []
    assert found("30.5 inhabitants") != []


def test_the_number_alone_has_its_place() -> None:
    text = "worth more than US$5 million a year"
    (mention,) = read_quantities(text)
    assert text[mention.start : mention.end] == "more than US$5 million a year"
    assert text[mention.number_start : mention.number_end] == "5 million"
    assert mention.quantity.per == "year"


def test_noun_phrases() -> None:
    text = "3,000 North Korean soldiers trained at three sites with 12 tonnes of steel."
    assert [mention.quantity.noun for mention in read_quantities(text)] == [
        "north korean soldiers",
        "sites",
        "steel",
    ]


def assert_well_placed(text: str, mentions: tuple[QuantityMention, ...]) -> None:
    end = 0
    for mention in mentions:
        assert end <= mention.start <= mention.number_start < mention.number_end <= mention.end <= len(text)
        assert describe(mention.quantity)
        end = mention.end


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_no_text_raises(text: str) -> None:
    assert_well_placed(text, read_quantities(text))


WORDS = """at least about 3 4,000 2.5 million half a third of one in to - – % $ km per day or more and twenty
hundred 12,5 / ± ( ) . years old : ' " October 2012 st x 10 ^ e second fewer than between from minus not dozen
several US pounds"""


@given(st.lists(st.sampled_from(WORDS.split()), max_size=14), st.sampled_from(["", " "]))
def test_no_pieces_of_quantities_raise(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    assert_well_placed(text, read_quantities(text))


@pytest.mark.parametrize("unit", ["1", ",", '"', "1,", "-", "a.", " ", "²"])
def test_a_megabyte_of_one_sign_takes_less_than_a_second(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    start = time.process_time()
    read_quantities(text)
    assert time.process_time() - start < 1


@pytest.mark.parametrize("unit", ["1 ", "one ", "at least ", "1 and ", "half a ", "twenty-", "1/2 "])
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    def seconds(length: int) -> float:
        gc.collect()  # so that no collection of what other tests left falls into the measured time
        start = time.process_time()
        read_quantities(unit * length)
        return time.process_time() - start

    seconds(100)
    assert seconds(6_000) < 12 * seconds(1_500) + 0.5


@pytest.mark.parametrize("text", ["Call 0191 555 0117 now", "4 1 0 6 2 8", "1.5 2.5 3.5 4.5"])
def test_a_row_of_numerals_is_no_quantity(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "last"),
    [("three hundred .5 mm", ".5 mm"), ("3 hundred and .5 percent", ".5 percent"), ("2 hundred _5", "2 hundred")],
)
def test_what_is_no_whole_number_is_no_part_of_a_hundred(text: str, last: str) -> None:
    assert read_quantities(text)[-1].quantity.text == last
