"""Conflicts in words: what cannot all hold, as an editor would say it."""

from factsuite.verdicts.timeline.reasons import Conflict, Reason


def sentence(conflict: Conflict) -> str:
    """The facts and records of a conflict in one sentence."""
    asserted = conflict.asserted
    records = [reason for reason in conflict.reasons if reason.fact is None]
    if len(asserted) == 1 and asserted[0].orders is not None:
        told = _order(asserted[0], records)
        if told:
            return told
    return "these cannot all hold: " + "; ".join(reason.words for reason in conflict.reasons)


def _order(fact: Reason, records: list[Reason]) -> str:
    """One order against the dates of its two events, or against an order that a source gives."""
    assert fact.orders is not None
    earlier, later, link = fact.orders
    dates = {reason.of[0]: reason.dates for reason in records if reason.dates}
    if len(records) == 2 and set(dates) == set(fact.of):
        return f"{dates[fact.of[1]]} cannot have come {link} {dates[fact.of[0]]}"
    if len(records) == 1 and len(dates) == 1 and records[0].of[0] in fact.of and fact.of[0] == fact.of[1]:
        return f"{later} cannot have come {link} itself"
    if len(records) == 1 and records[0].orders is not None:
        return f"{later} cannot have come {link} {earlier}: {records[0].words}"
    return ""
