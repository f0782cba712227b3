"""One field of one evidence entry, compared."""

from collections.abc import Sequence

from msgspec import Struct

from factsuite.values.relation import Relation, weakest


class Comparison(Struct, frozen=True, kw_only=True):
    """How one field a source reports stands to what the article asserts."""

    field: str
    relation: Relation
    reported: str
    """As the fact file writes it."""
    asserted: str
    judged: bool = False
    """Somebody judged it; no rule computed it."""
    detail: str = ""
    """What an editor should see of it: a word diff, the reason of a judgement."""
    lost: tuple[str, ...] = ()
    """Conditions, negations and hedges of the source that the article's words leave out."""


def combined(comparisons: Sequence[Comparison]) -> Relation:
    """What the fields of one entry come to; most entries report one."""
    if len(comparisons) == 1:
        return comparisons[0].relation
    return weakest([comparison.relation for comparison in comparisons])
