"""Coverage as data, for the report in JSON."""

from typing import Any

from factsuite.reports.counting import tallies
from factsuite.reports.json_places import place_data
from factsuite.verdicts.coverage.coverage import Coverage, Covered, Tally


def coverage_data(coverage: Coverage | None) -> dict[str, Any] | None:
    """Every mention with its state, and how many there are of each kind; null where nothing could be said."""
    if coverage is None:
        return None
    return {
        "words": coverage.words,
        "words_under": coverage.words_under,
        "by_kind": {kind.plural: _tally(tally) for kind, tally in tallies(coverage).items()},
        "mentions": [_mention(item) for item in coverage.items],
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "covered": tally.covered,
        "partly": tally.partly,
        "not_checked": tally.not_checked,
        "uncovered": tally.uncovered,
        "share": round(float(tally.share), 4),
    }


def _mention(item: Covered) -> dict[str, Any]:
    mention = item.mention
    return {
        "kind": mention.kind,
        "words": mention.words,
        "state": item.state,
        "facts": item.facts,
        "because": item.because,
        "near": item.near,
        "worth": item.worth,
        "location": place_data(item.at),
    }
