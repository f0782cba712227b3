"""Coverage as data, for the report in JSON."""

from typing import Any

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.reports.counting import tallies
from factsuite.verdicts.coverage.coverage import Coverage, Covered, State, Tally
from factsuite.verdicts.coverage.mentions import MentionKind


class _Mention(Struct, frozen=True, gc=False):
    """Something that the text mentions: the keys of its object are these fields, in this order."""

    kind: MentionKind
    words: str
    state: State
    facts: tuple[str, ...]
    because: str
    near: tuple[str, ...]
    worth: int
    location: Location


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


def _mention(item: Covered) -> _Mention:
    mention = item.mention
    return _Mention(mention.kind, mention.words, item.state, item.facts, item.because, item.near, item.worth, item.at)
