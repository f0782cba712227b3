"""What the ids of an expression stand for in a dossier: values of facts, dates of facts and events, things."""

from collections.abc import Mapping

from msgspec.structs import replace

from factsuite.model.entities import Measure
from factsuite.model.fact_kinds import Derived
from factsuite.model.facts import Fact
from factsuite.values.arithmetic.amounts import Amount
from factsuite.values.arithmetic.evaluation import Known
from factsuite.values.arithmetic.functions import Sort
from factsuite.values.arithmetic.terms import Expression, Name
from factsuite.values.calendar.moments import DateValue
from factsuite.values.edtf import read_edtf
from factsuite.values.quantities import Quantity, read_quantity
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.measuring import counts_as


def known_operands(fact: Derived, facts: Mapping[str, Fact], grounds: Grounds, *, as_written: bool = False) -> Known:
    """Everything the expression of a derived fact names, as far as it is known.

    `as_written`: a decimal is the number as it stands, not all that rounds to it; hedges keep their room.
    """
    expression = fact.asserts.expression
    operands = expression.value.operands if expression is not None else ()
    total = _measure(fact, grounds)
    plain = replace(grounds.policy.reach, rounding=False) if as_written else None
    amounts, moments, things = {}, {}, set()
    for operand in operands:
        named = facts.get(operand.id)
        if operand.sort is Sort.MOMENT:
            moment = _moment(operand.id, named, grounds)
            if moment is not None:
                moments[operand.id] = moment
        elif operand.sort is Sort.THING:
            if named is not None or operand.id in grounds.registry.entities:
                things.add(operand.id)
        elif named is not None and named.asserts.value is not None:
            value = named.asserts.value.value
            if plain is not None and value.low is not value.high:  # one number has no room to take away
                value = read_quantity(named.asserts.value.text, plain) or value
            amounts[operand.id] = amount_of(value, _measure(named, grounds), total)
    return Known(
        amounts=amounts,
        moments=moments,
        things=frozenset(things),
        today=_today(fact, grounds),
        unit=counts_as(fact.value.value, total) or "",
    )


def missing_operands(expression: Expression, facts: Mapping[str, Fact], grounds: Grounds) -> tuple[Name, ...]:
    """The ids of an expression that lead nowhere, or to something of another sort."""
    missing = []
    for operand in expression.operands:
        named = facts.get(operand.id)
        if operand.sort is Sort.MOMENT:
            found = _moment(operand.id, named, grounds) is not None
        elif operand.sort is Sort.THING:
            found = named is not None or operand.id in grounds.registry.entities
        else:
            found = named is not None and named.asserts.value is not None
        if not found:
            missing.append(operand)
    return tuple(missing)


def amount_of(quantity: Quantity, measure: Measure | None, total: Measure | None) -> Amount:
    """A value as an amount: in the unit of the measure of the result, where that counts its noun, else in its own."""
    own = counts_as(quantity, measure) or quantity.noun
    unit = own
    if (total is not None and not quantity.unit and own in {total.unit, *total.nouns}) or (
        total is not None and quantity.noun and counts_as(quantity, total) is not None
    ):
        unit = total.unit
    return Amount(interval=quantity.interval, unit=unit or None, per=quantity.per)


def _measure(fact: Fact, grounds: Grounds) -> Measure | None:
    return grounds.registry.measure(fact.asserts.measure.value) if fact.asserts.measure is not None else None


def _moment(id: str, fact: Fact | None, grounds: Grounds) -> DateValue | None:
    """The date a fact asserts, that of an event, or a day written as it is (2031-06-01)."""
    if fact is not None and fact.asserts.on is not None:
        return fact.asserts.on.value
    event = grounds.registry.event(id)
    if event is not None:
        return grounds.local(event.on.value, event) if event.on is not None else None
    return read_edtf(id)


def _today(fact: Fact, grounds: Grounds) -> DateValue | None:
    """The day a figure is of: its own `as_of`, or the article's day."""
    if fact.asserts.as_of is not None:
        return fact.asserts.as_of.value
    article = grounds.dossier.article
    return article.reference.value if article is not None and article.reference is not None else None
