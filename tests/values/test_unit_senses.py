"""Units written like others, told apart by the words around."""

import pytest

from factsuite.reading.quantities import read_quantities
from factsuite.values.quantities import Reach, describe, read_quantity

AS_WRITTEN = Reach(rounding=False)


def found(text: str) -> list[str]:
    return [describe(mention.quantity) for mention in read_quantities(text, AS_WRITTEN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The stallholder paid 40 pounds for the lamp.", ["40 GBP"]),
        ("A bus fare of 3 pounds", ["3 GBP"]),
        ("The trust owes 12 million pounds.", ["12,000,000 GBP"]),
        ("a 60-pound fine", ["60 GBP"]),
        ("a 60-pound anvil", ["60 pounds"]),
        ("She weighed 130 pounds and paid $20.", ["130 pounds", "20 USD"]),
        ("The bakery bought 90 pounds of rye.", ["90 pounds"]),
        ("The pike was 9 pounds.", ["9 pounds"]),
        ("She shed 9 pounds and paid off a loan.", ["9 pounds"]),
        ("He weighed 11 stone 3 lb.", ["11 3/14 stones"]),
        ("They built 12 stone walls.", ["12"]),
    ],
)
def test_pounds_are_money_where_sums_are_spoken_of(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("""The goalkeeper is 6'4" and wears 11.""", ["6 1/3 feet", "11"]),
        ("""A 7" tablet in an 8" sleeve""", ["7 inches", "8 inches"]),
        ("""between 3" and 5" of rain""", ["3 to 5 inches"]),
        ("""A shed of 10' x 12' for tools""", ["10 feet", "12 feet"]),
        ("""The wall is 9' tall.""", ["9 feet"]),
        ("""Two stars 4″ apart""", ["2", "4 arc seconds"]),
        ("The buoy drifts at 54°30'36\"N.", ["54.51 degrees north"]),
        ("The strip is 5″ long.", ["5 inches"]),
    ],
)
def test_marks_measure(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        'The clerk said "we counted 85" and sat down.',
        'we counted 85" he said',
        '"A crew of 85", she wrote.',
        "“There were 85”, she wrote.",
        "They called it '85' for short.",
        'The score was "85".',
        'They counted 85"',
    ],
)
def test_a_quotation_mark_is_no_inch(text: str) -> None:
    assert found(text) == ["85"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The buoy transmits packets of 900 b to shore.", ["900 bits"]),
        ("The neutron cross-section is 5 b.", ["5 barns"]),
        ("See 5 b for details.", ["5"]),
    ],
)
def test_a_lone_b_is_decided_by_its_sentence(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_mark_is_read_in_a_value() -> None:
    quantity = read_quantity("at least 5' 6\"")
    assert quantity is not None
    assert describe(quantity) == "at least 5.5 feet"


def test_am_is_a_time_unless_its_number_can_be_none() -> None:
    assert found("They met at 5 am, then from 3 to 4pm, then at six pm.") == []
    assert found("A gap of 1.375 am was seen.") == ["1.375 attometres"]
