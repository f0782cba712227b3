"""Coverage in Markdown: how much of an article is checked, by kind, and what is left, most worth checking first."""

from collections.abc import Iterator

from factsuite.model.policy import Policy
from factsuite.reports.markdown_text import escape, quote, table
from factsuite.rules.findings import Reported, Severity
from factsuite.verdicts.coverage.coverage import Coverage, Covered, Tally
from factsuite.verdicts.coverage.mentions import MentionKind

_SHOWN = 40  # of what is left, so that a long article without facts does not bury its report
_LISTED = frozenset(MentionKind) - {MentionKind.NAME}


def coverage_lines(coverage: Coverage | None, policy: Policy) -> Iterator[str]:
    """The section of one article."""
    yield "### Coverage"
    yield ""
    if coverage is None:
        yield "Not stated: an entry of the article's facts is defective, or there is none."
        yield ""
        return
    rows = [_row(kind, coverage.tally(kind), policy) for kind in MentionKind]
    yield from table(["kind", "covered", "in part", "not checked", "uncovered", "share", "required"], rows)
    yield ""
    yield f"{coverage.words_under} of {coverage.words} words lie under a fact or a passage marked as not checked."
    yield ""
    yield from _left(coverage)


def is_told_with_coverage(found: Reported) -> bool:
    """Whether a finding says what the list of what is left says; a missed threshold is told among the findings too."""
    return found.family == "coverage" and found.severity is not Severity.ERROR


def percent(tally: Tally) -> str:
    """The share in print, rounded down so that only all is 100%."""
    return f"{int(tally.share * 100)}%" if tally.total else "-"


def _row(kind: MentionKind, tally: Tally, policy: Policy) -> list[str]:
    asked = policy.coverage.threshold(kind.plural)
    partly = str(tally.partly) if kind is MentionKind.SENTENCE else ""
    counts = [str(tally.covered), partly, str(tally.not_checked), str(tally.uncovered)]
    return [kind.plural, *counts, percent(tally), f"{float(asked):.0%}" if asked is not None else ""]


def _left(coverage: Coverage) -> Iterator[str]:
    """What is left to cover; names are only counted."""
    missing = [item for item in coverage.missing() if item.mention.kind in _LISTED]
    if not missing:
        return
    yield f"Left to cover ({len(missing)}), most worth checking first:"
    yield ""
    for item in missing[:_SHOWN]:
        yield f"- {_told(item)}"
    if len(missing) > _SHOWN:
        yield f"- and {len(missing) - _SHOWN} more"
    yield ""


def _told(item: Covered) -> str:
    place = str(item.at).rpartition("/")[2]
    near = f", near {' and '.join(f'`{label}`' for label in item.near[:2])}" if item.near else ""
    return f"{item.mention.kind.value} {quote(item.mention.words)} ({escape(place)}), {item.worth} points{near}"
