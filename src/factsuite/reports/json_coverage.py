"""Coverage as plain data, for the report in JSON."""

from typing import Any

from factsuite.verdicts.coverage.coverage import Coverage, Covered, Tally
from factsuite.verdicts.coverage.mentions import MentionKind


def coverage_data(coverage: Coverage | None) -> dict[str, Any] | None:
    """Every mention with its state, and how many there are of each kind; null where nothing could be said."""
    if coverage is None:
        return None
    return {
        "words": coverage.words,
        "words_under": coverage.words_under,
        "by_kind": {kind.plural: _tally(coverage.tally(kind)) for kind in MentionKind},
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
    mention, at = item.mention, item.at
    return {
        "kind": mention.kind.value,
        "words": mention.words,
        "state": item.state.value,
        "facts": list(item.facts),
        "because": item.because,
        "near": list(item.near),
        "worth": item.worth,
        "location": {"path": str(at.path), "line": at.line, "column": at.column},
    }
