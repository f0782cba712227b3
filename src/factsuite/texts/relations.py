"""How a passage's quantity or date stands to a claim's, once the two are known to be about the same."""

from factsuite.texts.mentions import Mention
from factsuite.values.dates import compare_dates
from factsuite.values.quantities import compare_quantities
from factsuite.values.relation import Relation, weakest


def compare_mentions(reported: Mention, asserted: Mention) -> Relation:
    """Return how the reported mention stands to the asserted one.

    Rounding applies only where neither is hedged: *more than 4.5 million* is measured against the 4.5 million printed,
    for who puts a bound on a number has taken it at its word. Ranges of dates are compared end by end.
    """
    if reported.quantity is not None and asserted.quantity is not None:
        if (reported.kind == "ordinal") != (asserted.kind == "ordinal"):
            return Relation.INCOMPARABLE
        if reported.is_hedged or asserted.is_hedged:
            return _compare_printed(reported, asserted)
        return compare_quantities(reported.quantity, asserted.quantity)
    if reported.date is None or asserted.date is None:
        return Relation.INCOMPARABLE
    if len(reported.parts) == 2 == len(asserted.parts):
        return weakest(compare_mentions(*ends) for ends in zip(reported.parts, asserted.parts, strict=True))
    return compare_dates(reported.date, asserted.date)


def _compare_printed(reported: Mention, asserted: Mention) -> Relation:
    one, other = reported.printed, asserted.printed
    assert one is not None and other is not None
    relation = compare_quantities(one, other)
    if relation is Relation.CONTRADICTS and not asserted.is_hedged and other.low in (one.low, one.high):
        return Relation.COMPATIBLE  # over 20 people / 20 people: the claim has only dropped the hedge
    return relation
