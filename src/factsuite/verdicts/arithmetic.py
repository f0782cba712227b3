"""Derived facts: the value recomputed from the facts it is made of."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from factsuite.model.fact_kinds import Derived
from factsuite.model.facts import Fact
from factsuite.values.expressions import evaluate
from factsuite.values.quantities import Quantity, compare_quantities
from factsuite.values.relation import Relation
from factsuite.verdicts.comparisons import Comparison
from factsuite.verdicts.entries import JudgedEntry, Origin

ARITHMETIC = "arithmetic"
"""The line a computed value belongs to: it is no source, and there is one of it."""


def computed_entry(fact: Derived, facts: Mapping[str, Fact]) -> JudgedEntry | None:
    """The entry that arithmetic makes for a derived fact; None where it names no expression."""
    stated = fact.asserts.expression
    if stated is None:
        return None
    values: dict[str, Quantity] = {}
    for name in stated.value.names:
        operand = facts.get(name)
        if operand is not None and operand.asserts.value is not None:
            values[name] = operand.asserts.value.value
    interval = evaluate(stated.value, values)
    relation, shown = Relation.INCOMPARABLE, "not computable"
    if interval is not None:
        low, high = interval
        computed = replace(
            fact.value.value, low=low, high=high, low_closed=low is not None, high_closed=high is not None
        )
        relation = compare_quantities(computed, fact.value.value)
        shown = f"{stated.text} = {_shown(low)}" + ("" if low == high else f" to {_shown(high)}")
    comparison = Comparison(field="value", relation=relation, reported=shown, asserted=fact.value.text)
    return JudgedEntry(
        source=ARITHMETIC,
        at=stated.at,
        origin=Origin.ARITHMETIC,
        comparisons=(comparison,),
        relation=relation,
    )


def _shown(number: Fraction | None) -> str:
    return "no bound" if number is None else f"{float(number):,.10g}"
