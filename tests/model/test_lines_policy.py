"""Policy on lines of evidence: what is read, what is refused, which number wins."""

import tomllib

import pytest

from factsuite.load.errors import PolicyError
from factsuite.model.kinds import Kind, Risk
from factsuite.model.policy import Policy, read_policy


def policy(text: str) -> Policy:
    return read_policy(tomllib.loads(text))


@pytest.mark.parametrize(
    ("settings", "kind", "risk", "said"),
    [
        ("", Kind.QUANTITY, Risk.NORMAL, "1 line is required for every fact"),
        ("lines_required = 2", Kind.QUANTITY, Risk.HIGH, "2 lines are required for every fact"),
        ("lines.by_kind = {quantity = 2}", Kind.QUANTITY, Risk.NORMAL, "2 lines are required for a quantity"),
        ("lines.by_kind = {quantity = 2}", Kind.OFFICE, Risk.NORMAL, "1 line is required for every fact"),
        ("lines.by_risk = {high = 3}", Kind.EVENT, Risk.HIGH, "3 lines are required for a fact of high risk"),
        # the greater of the two wins, and both are named where they agree
        (
            "lines.by_kind = {event = 2}\nlines.by_risk = {high = 3}",
            Kind.EVENT,
            Risk.HIGH,
            "3 lines are required for a fact of high risk",
        ),
        (
            "lines.by_kind = {event = 3}\nlines.by_risk = {high = 2}",
            Kind.EVENT,
            Risk.HIGH,
            "3 lines are required for an event",
        ),
        (
            "lines.by_kind = {order = 2}\nlines.by_risk = {high = 2}",
            Kind.ORDER,
            Risk.HIGH,
            "2 lines are required for an order of high risk",
        ),
        # what is said of a kind or a risk replaces the default, downwards too
        ("lines_required = 3\nlines.by_kind = {place = 1}", Kind.PLACE, Risk.NORMAL, "1 line is required for a place"),
        (
            "lines_required = 2\nlines.by_risk = {low = 1}",
            Kind.PLACE,
            Risk.LOW,
            "1 line is required for a fact of low risk",
        ),
    ],
)
def test_the_number_of_lines_and_its_reason(settings: str, kind: Kind, risk: Risk, said: str) -> None:
    found = policy(settings)
    assert str(found.lines.required(kind, risk, found.lines_required)) == said


def test_kinds_of_source_that_stand_alone_replace_the_default_of_their_kind_of_fact_only() -> None:
    found = policy('lines.stand_alone.quotation = []\nlines.stand_alone.office = ["official statement"]').lines
    assert "transcript" not in found.sufficing_alone(Kind.QUOTATION)
    assert "transcript" in found.sufficing_alone(Kind.STATEMENT)
    assert "official statement" in found.sufficing_alone(Kind.OFFICE)
    assert "transcript" not in found.sufficing_alone(Kind.OFFICE)


@pytest.mark.parametrize(
    ("settings", "message", "hint"),
    [
        ("lines = 2", "lines: 2 is no table", "lines.by_kind"),
        ("lines.by_kinds = {}", "lines.by_kinds: unknown setting", "did you mean `by_kind`?"),
        ("lines.by_kind = {quantities = 2}", "by_kind.quantities: unknown kind of fact", "did you mean `quantity`?"),
        ("lines.by_kind = {quantity = 0}", "by_kind.quantity: 0 is not a count", "a whole number from 1"),
        ("lines.by_kind = 2", "lines.by_kind: 2 is no table", ""),
        ("lines.by_risk = {hgih = 2}", "by_risk.hgih: unknown risk", "did you mean `high`?"),
        ("lines.same_owner = 'yes'", "same_owner: 'yes' is neither", "true or false"),
        ('lines.stand_alone.quotation = "transcript"', "is not a list of kinds of source", '["transcript"]'),
        ('lines.stand_alone.quotation = ["transkript"]', "unknown kind of source", "did you mean `transcript`?"),
        ("lines.stand_alone.quotes = []", "unknown kind of fact", "known: quantity, date"),
        ("line.same_owner = true", "line: unknown setting", "did you mean `lines`?"),
    ],
)
def test_what_cannot_be_used_is_refused_with_what_is_meant(settings: str, message: str, hint: str) -> None:
    with pytest.raises(PolicyError) as refused:
        policy(settings)
    assert message in str(refused.value)
    assert hint in refused.value.hint


def test_every_setting_is_printed_as_it_was_set() -> None:
    settings = (
        "lines.by_kind = {date = 3, quantity = 2}\nlines.by_risk = {low = 1, high = 2}\nlines.same_owner = true\n"
        "lines.stand_alone.statement = []\nlines.unnamed_counts = false\nlines.attribute_single_line = true\n"
    )
    printed = dict(policy(settings).describe())
    assert printed["lines.by_kind"] == "{quantity = 2, date = 3}"
    assert printed["lines.by_risk"] == "{high = 2, low = 1}"
    assert printed["lines.stand_alone.quotation"] == '["transcript", "official statement"]'
    assert printed["lines.stand_alone.statement"] == "[]"
    assert [printed[f"lines.{name}"] for name in ("same_owner", "unnamed_counts", "attribute_single_line")] == [
        "yes",
        "no",
        "yes",
    ]
