"""Expressions: what can be read, what cannot and where, and what comes of it."""

from fractions import Fraction

import pytest

from factsuite.values.arithmetic.amounts import Amount
from factsuite.values.arithmetic.evaluation import Known, evaluate
from factsuite.values.arithmetic.functions import FUNCTIONS, Sort
from factsuite.values.arithmetic.terms import Expression
from factsuite.values.expressions import Misread, read_expression
from factsuite.values.numbers.intervals import exactly


def read(text: str) -> Expression:
    found = read_expression(text)
    assert isinstance(found, Expression), found
    return found


def amounts(**given: str) -> Known:
    """`a="3 person"`, `fee="5 USD/ticket"`."""
    made = {}
    for name, text in given.items():
        value, _, unit = text.partition(" ")
        unit, _, per = unit.partition("/")
        made[name.replace("_", "-")] = Amount(interval=exactly(Fraction(value)), unit=unit, per=per)
    return Known(amounts=made)


def computed(text: str, **given: str) -> tuple[Fraction | None, str | None, str]:
    found = evaluate(read(text), amounts(**given)).amount
    assert found is not None
    assert found.interval.low == found.interval.high
    return found.interval.low, found.unit, found.per


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a + b * 2", 13),
        ("( a + b ) * 2", 18),
        ("a - b - 1", 0),
        ("a / b / 2", Fraction(1)),
        ("sum(a, b, a - b)", 10),
        ("max(a, min(b, 3))", 5),
        ("mean(a, b, 3, 4)", 4),
        ("a × 2 − b", 6),
        ("a * 2 ÷ 5", 2),
    ],
)
def test_operators_bind_as_at_school(text: str, value: int) -> None:
    given = {"a": "5 boat", "b": "4 boat"} if "/" not in text else {"a": "8 boat", "b": "4 boat"}
    assert computed(text, **given)[0] == value


@pytest.mark.parametrize(
    ("text", "unit", "per", "value"),
    [
        ("share(votes, people)", "percent", "", 25),
        ("votes / votes", "times", "", 1),
        ("votes / people * votes", "person", "", Fraction(25, 2)),
        ("money / people", "USD", "person", Fraction(1, 2)),
        ("fee * people", "USD", "", 1000),
        ("fee * 4", "USD", "person", 20),
        ("half * people", "person", "", 100),
        ("people / half", "person", "", 400),
        ("half + quarter", "percent", "", 75),
        ("half - quarter", "percentage point", "", 25),
        ("points(quarter, half)", "percentage point", "", 25),
        ("change(quarter, half)", "percent", "", 100),
        ("change(160, people)", "percent", "", 25),
        ("fall(half, quarter)", "percent", "", 50),
        ("100 - half", "percent", "", 50),
        ("road + path", "kilometre", "", Fraction(5, 2)),
        ("road / path", "times", "", 4),
        ("road / speed", "hour", "", Fraction(1, 2)),
        ("count(road, path, road)", None, "", 2),
        ("rate(votes, people, 1000)", "person", "1,000 persons", 250),
    ],
)
def test_units_are_kept_track_of(text: str, unit: str | None, per: str, value: int) -> None:
    given = amounts(
        votes="50 person", people="200 person", money="100 USD", fee="5 USD/person", half="50 percent",
        quarter="25 percent", road="2 kilometre", path="500 metre", speed="4 kilometre/hour",
    )  # fmt: skip
    found = evaluate(read(text), Known(amounts=given.amounts, things=frozenset(("road", "path")))).amount
    assert found is not None
    assert (found.unit, found.per, found.interval) == (unit, per, exactly(Fraction(value)))


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("a + b", "person", "boat"),
        ("sum(a, a, b)", "person", "boat"),
        ("max(a, b)", "person", "boat"),
        ("points(a, a)", "percent", "person"),
        ("share(road, a)", "kilometre", "person"),
        ("change(road, a)", "kilometre", "person"),
        ("change(a, b)", "person", "boat"),
        ("fee + a", "USD per person", "person"),
    ],
)
def test_units_that_do_not_go_together_are_named(text: str, one: str, other: str) -> None:
    given = amounts(a="3 person", b="4 boat", road="2 kilometre", fee="5 USD/person")
    clash = evaluate(read(text), given).clash
    assert clash is not None
    assert (clash.one, clash.other) == (one, other)


@pytest.mark.parametrize("text", ["a / ( a - a )", "share(a, a - a)", "missing + a", "rate(a, 0)", "change(a - a, a)"])
def test_what_cannot_be_computed_is_no_error(text: str) -> None:
    found = evaluate(read(text), amounts(a="3 person"))
    assert found.amount is None
    assert found.clash is None


@pytest.mark.parametrize(
    ("text", "start", "message", "hint"),
    [
        ("shere(a, b)", 0, "there is no function 'shere'", "did you mean `share(part, whole)`?"),
        ("a + totl(a, b)", 4, "there is no function 'totl'", "known: age, change"),
        ("share(a)", 0, "'share' does not take 1", "write it as `share(part, whole)`"),
        ("share(a, b, c)", 0, "'share' does not take 3", "write it as"),
        ("a + ", 4, "it ends where an operand is missing", "operators between spaces"),
        ("a b", 2, "'b' does not fit here", "operators between spaces"),
        ("( a + b", 7, "it ends where a bracket should close", "operators"),
        ("sum(a b)", 6, "'b' stands where a bracket should close", "operators"),
        ("a+b", 0, "'a+b' has an operator without spaces around it", "operators between spaces"),
        ("rate(a, b, 100,000)", 11, "'100,000' may be one number or two operands", "write 100000"),
        ("age(a + b)", 6, "'+' computes with values; here stands an event or a fact with a date", "operators"),
        ("age(sum(a, b))", 4, "'sum' makes a value; here stands an event", "operators"),
        ("count(3)", 6, "'3' is no id of a fact", "operators"),
        ("A + b", 0, "'A' is no id of a fact", "operators"),
        ("(" * 30 + "a" + ")" * 30, 21, "brackets stand too deep within each other", "operators"),
        ("a + " * 700 + "a", 0, "it is too long", "operators"),
        ("", 0, "it ends where an operand is missing", "operators"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text: str, start: int, message: str, hint: str) -> None:
    found = read_expression(text)
    assert isinstance(found, Misread)
    assert found.start == start
    assert found.message.startswith(message)
    assert hint in found.hint


def test_operands_have_their_place_and_sort() -> None:
    found = read("share(women, voters) + age(birth, 2031-06-01)")
    assert [(each.id, each.start, each.sort) for each in found.operands] == [
        ("women", 6, Sort.AMOUNT),
        ("voters", 13, Sort.AMOUNT),
        ("birth", 27, Sort.MOMENT),
        ("2031-06-01", 34, Sort.MOMENT),
    ]


def test_an_id_may_be_called_like_a_function() -> None:
    assert read("share + 1").names == ("share",)


def test_every_function_has_a_form_that_can_be_read() -> None:
    for name, function in FUNCTIONS.items():
        assert function.form.startswith(f"{name}(")
        assert isinstance(read_expression(function.form.replace(", ...", "")), Expression)
