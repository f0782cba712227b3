"""What a derived figure goes back to: facts computed from facts, circles among them, and the whole of a share."""

from collections.abc import Mapping

from factsuite.model.facts import Fact
from factsuite.values.arithmetic.terms import Name


def goes_back_to(fact: Fact, facts: Mapping[str, Fact]) -> tuple[Fact, ...]:
    """Every fact a figure is computed from, through other derived figures too, the nearest first.

    A fact that is computed from itself is among them.
    """
    found: dict[str, Fact] = {}
    waiting = [fact]
    while waiting:
        current = waiting.pop(0)
        expression = current.asserts.expression
        for id in expression.value.names if expression is not None else ():
            if id in facts and id not in found:
                found[id] = facts[id]
                waiting.append(facts[id])
    return tuple(found.values())


def circle(fact: Fact, facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """The shortest way from a derived figure back to itself, by ids; empty where there is none."""
    ways: list[tuple[str, ...]] = [(fact.id,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        current = facts.get(way[-1])
        expression = current.asserts.expression if current is not None else None
        for id in expression.value.names if expression is not None else ():
            if id == fact.id:
                return (*way, id)
            if id not in seen:
                seen.add(id)
                ways.append((*way, id))
    return ()


def whole_of(fact: Fact, facts: Mapping[str, Fact]) -> Fact | None:
    """The fact that gives what a share is of: its `of`, or the second operand of a `share` that is all of it."""
    stated = fact.asserts.of
    if stated is not None:
        return facts.get(stated.value)
    expression = fact.asserts.expression
    for call in expression.value.calls[:1] if expression is not None else ():
        if call.name == "share" and isinstance(call.operands[1], Name):
            return facts.get(call.operands[1].id)
    return None
