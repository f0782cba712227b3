"""Parts against wholes, shares against a hundred, points against percent."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from factsuite.load.locations import Location
from factsuite.model.fact_kinds import Derived
from factsuite.model.facts import Fact
from factsuite.values.arithmetic.amounts import PERCENT, POINTS, SHARES, Amount, converted, is_counted, subtracted
from factsuite.values.arithmetic.evaluation import evaluate_term
from factsuite.values.arithmetic.terms import Call, Term
from factsuite.values.numbers.intervals import Interval, exactly
from factsuite.verdicts.arithmetic import computed_figure, shown_amount
from factsuite.verdicts.computed_values import as_printed, in_units
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.operands import amount_of, known_operands

_HUNDRED = Fraction(100)


def parts_over_whole(fact: Fact, facts: Mapping[str, Fact], grounds: Grounds) -> Iterator[tuple[Location, str, str]]:
    """Every part of a fact that is more than its whole: where, the part and the whole in words."""
    of, value = fact.asserts.of, fact.asserts.value
    whole = facts.get(of.value) if of is not None else None
    if whole is not None and whole.asserts.value is not None and value is not None:
        stated = whole.asserts.value
        one, other = amount_of(value.value, None, None), amount_of(stated.value, None, None)
        if _is_over(one.interval, exactly(_HUNDRED)) if one.unit == PERCENT else _exceeds(one, other):
            yield value.at, str(value), str(stated)
    expression = fact.asserts.expression
    if expression is None or not isinstance(fact, Derived):
        return
    shares = [call for call in expression.value.calls if call.name == "share"]
    if not shares:
        return
    known = known_operands(fact, facts, grounds)
    for call in shares:
        part, all_of_it = (evaluate_term(operand, known) for operand in call.operands)
        if part is not None and all_of_it is not None and _exceeds(part, all_of_it):
            yield expression.at, f"'{shown_amount(part, fact)}'", f"'{shown_amount(all_of_it, fact)}'"


def added_shares(fact: Derived, facts: Mapping[str, Fact], grounds: Grounds) -> str | None:
    """What percentages add up to where that is surely more than 100; half a point for each may be rounding."""
    stated = fact.asserts.expression
    root = stated.value.root if stated is not None else None
    if (
        stated is None
        or not isinstance(root, Call)
        or any(call.name not in ("sum", "+") for call in stated.value.calls)
    ):
        return None
    amount = computed_figure(fact, facts, grounds).amount
    if amount is None:
        return None
    known = known_operands(fact, facts, grounds)
    shares = [known.amounts.get(name) for name in stated.value.names]
    if any(share is None or share.unit != PERCENT for share in shares):
        return None
    low = amount.interval.low
    return shown_amount(amount, fact) if low is not None and low > _HUNDRED + Fraction(len(shares), 2) else None


def is_difference_of_shares(fact: Derived, amount: Amount, facts: Mapping[str, Fact], grounds: Grounds) -> bool:
    """Whether a figure given as a change in percent is the difference in points, and not that change."""
    points = _points(fact, facts, grounds)
    if points is None or amount.unit != PERCENT:
        return False
    printed = as_printed(fact, in_units(fact, grounds), grounds).interval
    return printed.contains(points) and not printed.meets(amount.interval)


def points_between(fact: Derived, amount: Amount) -> str:
    """The difference in words, for a message."""
    if amount.unit == POINTS:
        return shown_amount(amount, fact)
    return f"in percent it is {shown_amount(amount, fact)}"


def _points(fact: Derived, facts: Mapping[str, Fact], grounds: Grounds) -> Interval | None:
    stated = fact.asserts.expression
    root: Term | None = stated.value.root if stated is not None else None
    if not isinstance(root, Call) or root.name not in ("change", "fall"):
        return None
    known = known_operands(fact, facts, grounds)
    old, new = (evaluate_term(operand, known) for operand in root.operands)
    if old is None or new is None or old.unit != PERCENT or new.unit != PERCENT:
        return None
    difference = subtracted(new, old) if root.name == "change" else subtracted(old, new)
    return difference.interval if isinstance(difference, Amount) else None


def _exceeds(part: Amount, whole: Amount) -> bool:
    """Counts are compared under whatever nouns; what is measured, in one unit."""
    if {part.unit, whole.unit} <= SHARES or (_is_count(part) and _is_count(whole)):
        there: Interval | None = part.interval
    else:
        there = converted(part, whole.unit or "", whole.per)
    return there is not None and there.low is not None and _is_over(there, whole.interval)


def _is_count(amount: Amount) -> bool:
    return amount.unit is None or is_counted(amount.unit)


def _is_over(part: Interval, whole: Interval) -> bool:
    if part.low is None or whole.high is None:
        return False
    return part.low > whole.high or (part.low == whole.high and not (part.low_closed and whole.high_closed))
