"""An expression computed: intervals in, an interval out, with its unit."""

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct, field

from factsuite.values.arithmetic.amounts import Amount, Clash, number
from factsuite.values.arithmetic.elapsed import TIME_UNITS, completed_years, length, time_between
from factsuite.values.arithmetic.terms import Call, Expression, Name, Number, Term
from factsuite.values.calendar.moments import DateValue


class Known(Struct, frozen=True, kw_only=True):
    """What the ids of an expression stand for."""

    amounts: Mapping[str, Amount] = field(default_factory=dict)
    moments: Mapping[str, DateValue] = field(default_factory=dict)
    things: frozenset[str] = frozenset()
    today: DateValue | None = None
    """The day an age is reckoned to, where the expression names none."""
    unit: str = ""
    """The unit a duration is wanted in: that of the article."""


class Computed(Struct, frozen=True, kw_only=True):
    """What came of an expression. Neither: an operand is missing or open, or the divisor may be zero."""

    amount: Amount | None = None
    clash: Clash | None = None


def evaluate(expression: Expression, known: Known) -> Computed:
    """Compute an expression over what is known."""
    made = _term(expression.root, known)
    return Computed(clash=made) if isinstance(made, Clash) else Computed(amount=made)


def evaluate_term(term: Term, known: Known) -> Amount | None:
    """One operand of an expression; None where it cannot be computed."""
    made = _term(term, known)
    return made if isinstance(made, Amount) else None


def _term(term: Term, known: Known) -> Amount | Clash | None:
    if isinstance(term, Number):
        return number(term.value)
    if isinstance(term, Name):
        return known.amounts.get(term.id)
    if term.function.makes is None:
        return _of_other_things(term, known)
    amounts = []
    for operand in term.operands:
        made = _term(operand, known)
        if not isinstance(made, Amount):
            return made
        amounts.append(made)
    return term.function.makes(amounts)


def _of_other_things(call: Call, known: Known) -> Amount | None:
    names = [operand.id for operand in call.operands if isinstance(operand, Name)]
    if call.name == "count":
        listed = set(names)
        return number(Fraction(len(listed))) if listed <= known.things else None
    found = [known.moments.get(name) for name in names]
    if call.name == "age":
        return _age([*found, known.today][:2])
    unit = known.unit if known.unit in TIME_UNITS else "day"
    start, end = found[0], found[-1]
    if start is None or end is None:
        return None
    interval = length(start, unit) if len(found) == 1 else time_between(start, end, unit)
    return None if interval is None else Amount(interval=interval, unit=unit)


def _age(moments: list[DateValue | None]) -> Amount | None:
    birth, on = moments
    if birth is None or on is None:
        return None
    years = completed_years(birth, on)
    return None if years is None else Amount(interval=years, unit="year")
