"""Percentages: are they possible?"""

from collections.abc import Iterator
from fractions import Fraction

from factsuite import Derived, Dossier, Fact, Finding, Grounds, Related, Severity, rule
from factsuite.values.arithmetic.amounts import PERCENT, POINTS
from factsuite.values.arithmetic.possible_percentages import is_possible, nearest_parts, printed_percentage
from factsuite.verdicts.arithmetic import computed_figure
from factsuite.verdicts.computed_values import in_units
from factsuite.verdicts.derivations import whole_of
from factsuite.verdicts.parts import added_shares, is_difference_of_shares, parts_over_whole, points_between


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#percentages", link=3)
def percent_for_points(fact: Derived, dossier: Dossier, grounds: Grounds) -> Iterator[Finding]:
    """A difference of two percentages is called percent, or a change in percent is called points.

    ## Why it matters
    From 40 to 50 percent is 10 percentage points, and 25 percent more. Readers cannot tell which was meant.

    ## Fails
        # facts.yaml
        format: 1
        facts:
          - id: before
            kind: quantity
            claim: Turnout was 40 percent.
            anchor: {exact: 40 percent}
            asserts: {measure: bridge-visitors, value: 40 percent}
          - id: after
            kind: quantity
            claim: Turnout was 50 percent.
            anchor: {exact: 50 percent}
            asserts: {measure: bridge-visitors, value: 50 percent}
          - id: rise
            kind: derived
            claim: Turnout rose by 10 percent.
            anchor: {exact: 10 percent}
            asserts: {measure: bridge-visitors, value: 10 percent, from: "points(before, after)"}

    ## Passes
        # facts.yaml
        format: 1
        facts:
          - id: before
            kind: quantity
            claim: Turnout was 40 percent.
            anchor: {exact: 40 percent}
            asserts: {measure: bridge-visitors, value: 40 percent}
          - id: after
            kind: quantity
            claim: Turnout was 50 percent.
            anchor: {exact: 50 percent}
            asserts: {measure: bridge-visitors, value: 50 percent}
          - id: rise
            kind: derived
            claim: Turnout rose by 10 percentage points.
            anchor: {exact: 10 percentage points}
            asserts: {measure: bridge-visitors, value: 10 percentage points, from: "points(before, after)"}

    ## Limits
    Knows only differences a fact derives from two others.
    """
    stated = fact.asserts.expression
    facts = dossier.by_id
    amount = computed_figure(fact, facts, grounds).amount
    if stated is None or amount is None:
        return
    unit = in_units(fact, grounds).unit
    if unit == PERCENT and (amount.unit == POINTS or is_difference_of_shares(fact, amount, facts, grounds)):
        yield Finding(
            at=fact.value.at,
            message=f"{fact.value} is the difference of two percentages: {points_between(fact, amount)}",
            hint="write percentage points, or give the change in percent: change(old, new)",
        )
    elif unit == POINTS and amount.unit == PERCENT:
        yield Finding(
            at=fact.value.at,
            message=f"{fact.value} is given in points; '{stated.text}' makes percent",
            hint="write percent, or compute the difference: points(old, new)",
        )


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#percentages", link=3)
def percentage_impossible(fact: Fact, dossier: Dossier) -> Iterator[Finding]:
    """A percentage of a small count that no whole number gives.

    ## Why it matters
    37 percent of 20 people would be 7.4 people. The percentage or the count is wrong, or not everyone was counted
    (Brown & Heathers 2017).

    ## Fails
        # facts.yaml
        format: 1
        facts:
          - id: asked
            kind: quantity
            claim: 20 people were asked.
            anchor: {exact: 20 people}
            asserts: {measure: bridge-visitors, value: 20 people}
          - id: content
            kind: quantity
            claim: 37 percent were content.
            anchor: {exact: 37 percent}
            asserts: {measure: bridge-visitors, value: 37 percent, of: asked}

    ## Passes
        # facts.yaml
        format: 1
        facts:
          - id: asked
            kind: quantity
            claim: 20 people were asked.
            anchor: {exact: 20 people}
            asserts: {measure: bridge-visitors, value: 20 people}
          - id: content
            kind: quantity
            claim: 35 percent were content.
            anchor: {exact: 35 percent}
            asserts: {measure: bridge-visitors, value: 35 percent, of: asked}

    ## Limits
    A warning: answers may be weighted, or some may not have answered. Only percentages printed in figures and without a
    hedge, of a whole count that is exact.
    """
    value = fact.asserts.value
    if value is None or value.value.unit != PERCENT:
        return
    whole = whole_of(fact, dossier.by_id)
    count = whole.asserts.value if whole is not None else None
    printed = printed_percentage(value.value) if count is not None else None
    if count is None or printed is None:
        return
    number = count.value.low
    if number is None or number != count.value.high or number.denominator != 1 or number < 1:
        return
    if count.value.unit or is_possible(printed, int(number)):
        return
    near = " and ".join(
        f"{part} are {_percent(Fraction(100 * part, int(number)))}" for part in nearest_parts(printed, int(number))
    )
    yield Finding(
        at=value.at,
        message=f"{value} of {count} is no whole number: {near}",
        hint="check the percentage and the count; say so if the figures are weighted or some gave no answer",
        related=(Related(at=count.at, message="what it is a share of"),),
    )


def _percent(share: Fraction) -> str:
    return f"{float(round(share, 2)):g} percent"


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#percentages", link=3)
def parts_exceed_whole(fact: Fact, dossier: Dossier, grounds: Grounds) -> Iterator[Finding]:
    """A part is more than the whole it is part of.

    ## Why it matters
    Numerator and denominator were confused, or counted on different days.

    ## Fails
        # facts.yaml
        format: 1
        facts:
          - id: voters
            kind: quantity
            claim: 300 people voted.
            anchor: {exact: 300 people}
            asserts: {measure: bridge-visitors, value: 300 people}
          - id: in-favour
            kind: quantity
            claim: 350 people were in favour.
            anchor: {exact: 350 people}
            asserts: {measure: bridge-visitors, value: 350 people, of: voters}

    ## Passes
        # facts.yaml
        format: 1
        facts:
          - id: voters
            kind: quantity
            claim: 300 people voted.
            anchor: {exact: 300 people}
            asserts: {measure: bridge-visitors, value: 300 people}
          - id: in-favour
            kind: quantity
            claim: 250 people were in favour.
            anchor: {exact: 250 people}
            asserts: {measure: bridge-visitors, value: 250 people, of: voters}

    ## Limits
    Looks at `of` and at share(part, whole). Where a part may be more than what it is compared with (exports of
    output), write a quotient: part / whole.
    """
    if fact.asserts.of is None and fact.asserts.expression is None:
        return
    for at, part, whole in parts_over_whole(fact, dossier.by_id, grounds):
        yield Finding(
            at=at,
            message=f"the part is more than the whole: {part} of {whole}",
            hint="check which is the part; write part / whole where it need not be one",
        )


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#percentages", link=3)
def shares_exceed_hundred(fact: Derived, dossier: Dossier, grounds: Grounds) -> Iterator[Finding]:
    """Percentages that are added up come to more than 100.

    ## Why it matters
    A breakdown has one whole. More than 100 percent of it means that something was counted twice, or misprinted.

    ## Fails
        # facts.yaml
        format: 1
        facts:
          - id: in-favour
            kind: quantity
            claim: 58 percent were in favour.
            anchor: {exact: 58 percent}
            asserts: {measure: bridge-visitors, value: 58 percent}
          - id: against
            kind: quantity
            claim: 47 percent were against.
            anchor: {exact: 47 percent}
            asserts: {measure: bridge-visitors, value: 47 percent}
          - id: all
            kind: derived
            claim: Together 105 percent.
            anchor: {exact: 105 percent}
            asserts: {measure: bridge-visitors, value: 105 percent, from: in-favour + against}

    ## Passes
        # facts.yaml
        format: 1
        facts:
          - id: in-favour
            kind: quantity
            claim: 58 percent were in favour.
            anchor: {exact: 58 percent}
            asserts: {measure: bridge-visitors, value: 58 percent}
          - id: against
            kind: quantity
            claim: 42 percent were against.
            anchor: {exact: 42 percent}
            asserts: {measure: bridge-visitors, value: 42 percent}
          - id: all
            kind: derived
            claim: Together 100 percent.
            anchor: {exact: 100 percent}
            asserts: {measure: bridge-visitors, value: 100 percent, from: in-favour + against}

    ## Limits
    A warning: where several answers were allowed, shares may add up to more. Half a point for each share is rounding.
    """
    stated = fact.asserts.expression
    added = added_shares(fact, dossier.by_id, grounds)
    if stated is not None and added is not None:
        yield Finding(
            at=stated.at,
            message=f"'{stated.text}' adds shares up to {added}",
            hint="check each share against its source; say so where several answers were allowed",
        )
