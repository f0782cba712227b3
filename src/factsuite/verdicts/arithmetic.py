"""Derived facts: the value recomputed from the facts it is made of."""

from collections.abc import Mapping
from operator import is_

from msgspec.structs import replace

from factsuite.model.fact_kinds import Derived
from factsuite.model.facts import Fact
from factsuite.values.arithmetic.amounts import Amount
from factsuite.values.arithmetic.evaluation import Computed, evaluate
from factsuite.values.quantities import describe
from factsuite.values.relation import COMPATIBLE, ENTAILS, INCOMPARABLE, Relation
from factsuite.verdicts.comparisons import Comparison
from factsuite.verdicts.computed_values import compare_computed, whole_span
from factsuite.verdicts.entries import JudgedEntry, Origin
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.operands import known_operands

ARITHMETIC = "arithmetic"
"""The line a computed value belongs to: it is no source, and there is one of it."""


def computed_entry(fact: Derived, facts: Mapping[str, Fact], grounds: Grounds) -> JudgedEntry | None:
    """The entry that arithmetic makes for a derived fact; None where it names no expression."""
    stated = fact.asserts.expression
    if stated is None:
        return None
    relation, shown = INCOMPARABLE, "not computable"
    amount = computed_figure(fact, facts, grounds).amount
    if amount is not None:
        relation = compare_computed(amount, fact, grounds)
        if relation is COMPATIBLE:
            relation = _as_written(fact, facts, grounds)
        shown = f"{stated.text} = {shown_amount(amount, fact)}"
    comparison = Comparison(field="value", relation=relation, reported=shown, asserted=fact.value.text)
    return JudgedEntry(
        source=ARITHMETIC,
        at=stated.at,
        origin=Origin.ARITHMETIC,
        comparisons=(comparison,),
        relation=relation,
    )


def _as_written(fact: Derived, facts: Mapping[str, Fact], grounds: Grounds) -> Relation:
    """Where only rounding is in the way: 52.4 less 44.1 percent are 8.3 points to every reader who subtracts them."""
    stated = fact.asserts.expression
    if stated is None or not grounds.policy.reach.rounding:
        return COMPATIBLE
    amount = evaluate(stated.value, known_operands(fact, facts, grounds, as_written=True)).amount
    if amount is None or compare_computed(whole_span(amount, fact), fact, grounds) is not ENTAILS:
        return COMPATIBLE
    return ENTAILS


def computed_figure(fact: Derived, facts: Mapping[str, Fact], grounds: Grounds) -> Computed:
    """What the expression of a derived fact comes to: computed once on the same grounds, since several rules ask."""
    stated = fact.asserts.expression
    if stated is None:
        return Computed()
    made_of = [fact, *[facts.get(operand.id) for operand in stated.value.operands]]
    known = grounds.figures.get(fact.label)
    if known is None or len(known[0]) != len(made_of) or not all(map(is_, known[0], made_of)):
        known = made_of, evaluate(stated.value, known_operands(fact, facts, grounds))
        grounds.figures[fact.label] = known
    return known[1]


def shown_amount(amount: Amount, fact: Derived) -> str:
    """A computed amount in words; long decimals are rounded, since an editor compares them with the article's."""
    interval = amount.interval
    low = None if interval.low is None else round(interval.low, 3)
    high = None if interval.high is None else round(interval.high, 3)
    quantity = replace(
        fact.value.value,
        low=low,
        high=high,
        low_closed=interval.low_closed and low is not None,
        high_closed=interval.high_closed and high is not None,
        unit=amount.unit or "",
        per=amount.per,
    )
    return describe(quantity).replace("persons", "people")
