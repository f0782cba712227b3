"""The timeline of an article as data."""

from typing import Any

from factsuite.reports.times import iso
from factsuite.verdicts.timeline.reasons import Conflict
from factsuite.verdicts.timeline.sentences import sentence
from factsuite.verdicts.timeline.timelines import Occurrence, Timeline


def timeline_data(timeline: Timeline | None) -> dict[str, Any]:
    """Events in order with their bounds, and what cannot hold."""
    if timeline is None:
        return {"events": [], "conflicts": []}
    return {
        "events": [_event(each) for each in timeline.events],
        "conflicts": [_conflict(each) for each in (*timeline.records, *timeline.facts)],
    }


def _event(each: Occurrence) -> dict[str, Any]:
    starts, ends = each.starts, each.ends
    return {
        "id": each.id,
        "name": each.name,
        "earliest": iso(starts.earliest, each.offset),
        "latest": iso(ends.latest, each.offset),
        "starts_by": iso(starts.latest, each.offset),
        "ends_from": iso(ends.earliest, each.offset),
        "period": each.is_period,
        "location": each.at,
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "facts": [reason.fact for reason in conflict.asserted],
        "known": conflict.known,
        "message": sentence(conflict),
        "because": [{"words": reason.words, "location": reason.at} for reason in conflict.reasons],
    }
