"""Quantities in words: what they denote, how two stand to each other, how they are printed."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factsuite.values.quantities import (
    Quantity,
    Reach,
    compare_quantities,
    describe,
    read_quantity,
    same_set,
)
from factsuite.values.relation import Relation

ENTAILS, COMPATIBLE, CONTRADICTS = Relation.ENTAILS, Relation.COMPATIBLE, Relation.CONTRADICTS
INCOMPARABLE = Relation.INCOMPARABLE
AS_WRITTEN = Reach(rounding=False)


def read(text: str, reach: Reach = AS_WRITTEN) -> Quantity:
    quantity = read_quantity(text, reach)
    assert quantity is not None, text
    return quantity


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("4,200", "4,200"),
        ("at least 4,200 visitors", "at least 4,200"),
        ("no fewer than 4,200", "at least 4,200"),
        ("not less than 12", "at least 12"),
        ("a minimum of six", "at least 6"),
        ("6 or more", "at least 6"),
        ("six-plus boats", "at least 6"),
        ("700+ boats", "at least 700"),
        ("more than 40", "more than 40"),
        ("upwards of 40 boats", "more than 40"),
        ("exceeding 40", "more than 40"),
        ("up to 900 boats", "at most 900"),
        ("as many as 900", "at most 900"),
        ("no more than 900", "at most 900"),
        ("900 or fewer", "at most 900"),
        ("fewer than 900", "less than 900"),
        ("short of 900", "less than 900"),
        ("about 900 boats", "810 to 990"),
        ("some 900 boats", "810 to 990"),
        ("an estimated 900", "810 to 990"),
        ("900 or so", "810 to 990"),
        ("nearly 900", "810 to less than 900"),
        ("just over 900", "more than 900 and at most 990"),
        ("at least about 900", "at least 810"),
        ("up to around 900", "at most 990"),
        ("exactly 900", "900"),
        ("between 12 and 20 boats", "12 to 20"),
        ("from 12 to 20", "12 to 20"),
        ("12-20 boats", "12 to 20"),
        ("12–20 boats", "12 to 20"),
        ("two or three boats", "2 to 3"),
        ("more than 40 but less than 60", "more than 40 and less than 60"),
        ("2 to 3 million", "2,000,000 to 3,000,000"),
        ("three thousand", "3,000"),
        ("one hundred and five", "105"),
        ("two-and-a-half years", "2.5 years"),
        ("half a million", "500,000"),
        ("a dozen eggs", "12"),
        ("dozens of eggs", "24 to less than 200"),
        ("tens of thousands of people", "20,000 to less than 200,000"),
        ("a couple of weeks", "2 weeks"),
        ("several boats", "at least 2"),
        ("a few hundred boats", "200 to less than 1,000"),
        ("$1.2bn", "1,200,000,000 USD"),
        ("£3.5 million", "3,500,000 GBP"),
        ("A$20", "20 AUD"),
        ("20 Swiss francs", "20 CHF"),
        ("50 cents", "0.5 USD"),
        ("12 dollars and 30 cents", "12.3 USD"),
        ("5 feet 6 inches", "5.5 feet"),
        ("6.5 percent", "6.5 percent"),
        ("6.5%", "6.5 percent"),
        ("4 wt.%", "4 percent by weight"),
        ("3 Mg ha−1 year−1", "3 megagrams per hectare per year"),
        ("5 nautical miles", "5 nautical miles"),
        ("at least 5 basis points", "at least 5 basis points"),
        ("$ more than 600", "more than 600 USD"),
        ("the age of 20", "20 years"),
        ("six feet, two inches", "6 1/6 feet"),
        ("three percentage points", "3 percentage points"),
        ("a quarter of voters", "25 percent"),
        ("one in five", "20 percent"),
        ("9 out of 10", "90 percent"),
        ("-0.37", "-0.37"),
        ("minus 12 degrees Celsius", "-12 degrees Celsius"),
        ("60 miles per hour", "60 miles per hour"),
        ("60 mph", "60 miles per hour"),
        ("400 to 500 letters a day", "400 to 500 per day"),
        ("82-year-old", "82 years"),
        ("fivefold", "5 times"),
        ("22nd", "22nd"),
        ("three times", "3 times"),
    ],
)
def test_words_and_what_they_denote(text: str, meaning: str) -> None:
    assert describe(read(text)) == meaning


@pytest.mark.parametrize(
    "text",
    [
        "",
        "boats",
        "not 5",
        "5 boats sank",
        "about",
        "at least",
        "5 boats and 6 cars",
        "1,2,3",
        "5 boats in 2019",
        "the first of the three",
        "the price doubled",
        "a month",
        "9" * 100,
    ],
)
def test_anything_else_is_no_quantity(text: str) -> None:
    assert read_quantity(text) is None


@pytest.mark.parametrize(
    ("text", "noun", "unit", "per"),
    [
        ("at least 4,200 Danish visitors", "danish visitors", "", ""),
        ("various coastal villages", "coastal villages", "", ""),
        ("400 to 500 letters a day", "letters", "", "day"),
        ("12 tonnes of wheat", "wheat", "tonne", ""),
        ("a third of the voters", "voters", "percent", ""),
        ("one lighthouse keeper", "lighthouse keeper", "", ""),
    ],
)
def test_what_is_counted(text: str, noun: str, unit: str, per: str) -> None:
    quantity = read(text)
    assert (quantity.noun, quantity.unit, quantity.per) == (noun, unit, per)


@pytest.mark.parametrize(
    ("reported", "asserted", "relation"),
    [
        ("4,300", "at least 4,200", ENTAILS),
        ("at least 4,200", "4,300", COMPATIBLE),
        ("9,000", "up to 4,200", CONTRADICTS),
        ("9,000 tonnes", "9,000", INCOMPARABLE),
        ("4,200", "more than 4,200", CONTRADICTS),
        ("4,200", "about 4,000", ENTAILS),
        ("about 4,000", "4,000", COMPATIBLE),
        ("5 USD", "5 EUR", INCOMPARABLE),
        ("1,000 metres", "one kilometre", ENTAILS),
        ("100 km per hour", "more than 60 miles per hour", ENTAILS),
        ("32 degrees Fahrenheit", "0 degrees Celsius", ENTAILS),
        ("50 basis points", "half a percentage point", ENTAILS),
        ("70 mph", "more than 110 km/h", ENTAILS),
        ("5 sq km", "500 hectares", ENTAILS),
        ("12 kg", "12 litres", INCOMPARABLE),
        ("24 months", "two years", ENTAILS),
        ("48 hours", "two days", ENTAILS),
        ("30 days", "one month", INCOMPARABLE),
        ("5 percent", "5 percentage points", INCOMPARABLE),
        ("$12.500", "$12,500", CONTRADICTS),
        ("-0.37", "0.37", CONTRADICTS),
        ("3rd", "3", INCOMPARABLE),
        ("5 per day", "5 per week", INCOMPARABLE),
        ("various villages", "three villages", COMPATIBLE),
    ],
)
def test_relations(reported: str, asserted: str, relation: Relation) -> None:
    assert compare_quantities(read(reported, Reach()), read(asserted, Reach())) is relation


def test_a_decimal_or_scaled_number_stands_for_all_that_rounds_to_it() -> None:
    assert compare_quantities(read("2,480,000"), read("2.5 million", Reach())) is ENTAILS
    assert compare_quantities(read("2,480,000"), read("2.5 million")) is CONTRADICTS
    assert compare_quantities(read("2.5 million", Reach()), read("at least 2.5 million", Reach())) is ENTAILS
    assert compare_quantities(read("2.5 million", Reach()), read("about 2.5 million", Reach())) is ENTAILS
    assert compare_quantities(read("2.5 million", Reach()), read("more than 2.5 million", Reach())) is COMPATIBLE


def test_rounding_never_reaches_farther_than_half_of_about() -> None:
    two_million = read("2 million", Reach())
    assert (two_million.low, two_million.high) == (1_900_000, 2_100_000)


def test_reach_is_a_policy() -> None:
    assert describe(read("about 100", Reach(about=Fraction(1, 20)))) == "95 to 105"
    assert describe(read("several boats", Reach(several=3))) == "at least 3"


WORDS_BEFORE = st.sampled_from(
    [
        "",
        "at least ",
        "more than ",
        "up to ",
        "fewer than ",
        "about ",
        "nearly ",
        "just over ",
        "no more than ",
    ]
)
NUMBERS = st.one_of(
    st.integers(0, 10**9).map(lambda number: f"{number:,}"),
    st.integers(-(10**4), 10**6).map(lambda number: f"{number / 100:.2f}"),
    st.integers(1, 999).map(lambda number: f"{number / 10:.1f} million"),
)
UNITS = st.sampled_from(["", " percent", " km", " years", " degrees Celsius", " percentage points"])


@st.composite
def quantities(draw: st.DrawFn, unit: str | None = None) -> Quantity:
    text = draw(WORDS_BEFORE) + draw(NUMBERS) + (draw(UNITS) if unit is None else unit)
    quantity = read_quantity(text)
    assert quantity is not None, text
    assume(not quantity.interval.is_empty())
    return quantity


@given(quantities())
def test_every_quantity_entails_itself(quantity: Quantity) -> None:
    assert compare_quantities(quantity, quantity) is ENTAILS
    assert same_set(quantity, quantity)


@given(quantities(" km"), quantities(" km"))
def test_contradiction_is_mutual(one: Quantity, other: Quantity) -> None:
    contradicts = compare_quantities(one, other) is CONTRADICTS
    assert contradicts is (compare_quantities(other, one) is CONTRADICTS)


@given(quantities(""), quantities(""), quantities(""))
def test_entailment_carries_on(one: Quantity, two: Quantity, three: Quantity) -> None:
    if compare_quantities(one, two) is ENTAILS and compare_quantities(two, three) is ENTAILS:
        assert compare_quantities(one, three) is ENTAILS


@given(quantities(" km"), quantities(" km"), quantities(" km"))
def test_a_wider_report_never_turns_a_contradiction_into_support(
    report: Quantity, wider: Quantity, asserted: Quantity
) -> None:
    if compare_quantities(report, wider) is ENTAILS and compare_quantities(report, asserted) is CONTRADICTS:
        assert compare_quantities(wider, asserted) is not ENTAILS


@given(quantities())
def test_printing_and_reading_is_the_identity(quantity: Quantity) -> None:
    again = read_quantity(describe(quantity), AS_WRITTEN)
    assert again is not None, describe(quantity)
    assert same_set(again, quantity)


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    quantity = read_quantity(text)
    assert quantity is None or describe(quantity)


PIECES = """at least|about|3|4,000|2.5|million|half|a|third|of|one|in|to|-|–|%|$|km|per|day|or|more|and|
twenty|hundred|12,5|/|±|(|)|.|years|old"""


@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=12), st.sampled_from(["", " "]))
def test_no_pieces_of_quantities_raise(pieces: list[str], joint: str) -> None:
    quantity = read_quantity(joint.join(pieces))
    assert quantity is None or describe(quantity)


@pytest.mark.parametrize(("text", "same"), [("$437 per annum", "$437 a year"), ("$40 per diem", "$40 per day")])
def test_latin_denominators_are_the_english_ones(text: str, same: str) -> None:
    one, other = read_quantity(text), read_quantity(same)
    assert one is not None and other is not None
    assert one.per == other.per != ""
