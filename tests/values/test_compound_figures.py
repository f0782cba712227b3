"""One figure in several units, powers of ten, and sums as accounts write them."""

import pytest

from factsuite.reading.quantities import read_quantities
from factsuite.values.quantities import Reach, describe, read_quantity, same_set

AS_WRITTEN = Reach(rounding=False)


def found(text: str) -> list[str]:
    return [describe(mention.quantity) for mention in read_quantities(text, AS_WRITTEN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The crossing took 3 hours and 45 minutes.", ["3.75 hours"]),
        ("It ran for more than 1 hour, 12 minutes.", ["more than 1.2 hours"]),
        ("Sentenced to four years and six months", ["4.5 years"]),
        ("The baby weighed 7 lb 8 oz.", ["7.5 pounds"]),
        ("A shelf of about 2 ft 6 in", ["2.25 to 2.75 feet"]),
        ("20 dollars and 75 cents", ["20.75 USD"]),
        ("3 hours and 90 minutes", ["3 hours", "90 minutes"]),
        ("for 9 days and 8 hours a day", ["9 days", "8 hours per day"]),
        ("12°15' south", ["12.25 degrees"]),
    ],
)
def test_one_figure_in_several_units(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 10⁵ spores settled.", ["90,000 to 110,000"]),
        ("a charge of 2.5 × 10⁻³ C per kg", ["0.0025"]),
        ("3×10⁴ km away", ["30,000 kilometres"]),
        ("4e3 litres", ["4,000 litres"]),
        ("12⁴ of the survey", []),
    ],
)
def test_powers_of_ten(text: str, expected: list[str]) -> None:
    assert [words.removesuffix(" per kilogram") for words in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Operating income was ($3,100).", ["-3,100 USD"]),
        ("The balance stood at $(450).", ["-450 USD"]),
        ("The ticket price ($31) includes lunch.", ["31 USD"]),
        ("It made a loss of ($3,100).", ["3,100 USD"]),
        ("The charge is a penny.", ["0.01 GBP"]),
        ("A penny stock, a dollar store", []),
        ("The rate rose by a percentage point.", ["1 percentage point"]),
        ("More than 2.5m people watched; the wall is 2.5m high.", ["more than 2,500,000", "2.5 metres"]),
        ("A population of 4m", ["4,000,000"]),
        ("A 2,500 sq ft hall at 30 psi", ["2,500 square feet", "30 pounds per square inch"]),
        ("They waited 48 hrs and left at 1730 hrs.", ["48 hours"]),
    ],
)
def test_sums_and_short_forms(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("30 arcminutes", "0.5 degrees"),
        ("6'2\"", "exactly 74 inches"),
        ("11 stone 3 lb", "157 pounds"),
        ("2 hours and 15 minutes", "135 minutes"),
        ("$(3)", "-$3"),
    ],
)
def test_a_compound_figure_is_the_same_in_one_unit(one: str, other: str) -> None:
    first, second = read_quantity(one, AS_WRITTEN), read_quantity(other, AS_WRITTEN)
    assert first is not None and second is not None
    assert same_set(first, second)
