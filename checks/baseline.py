"""Baseline: is everything in it still wrong?"""

from collections.abc import Iterator

from factsuite import BaselineStanding, Finding, Location, Related, Severity, rule
from factsuite.model.baseline import BASELINE, OldDefect

_SHOWN = 5


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#old-defects")
def baseline_stale(standing: BaselineStanding) -> Iterator[Finding]:
    """The baseline lists a defect that is not found any more.

    ## Why it matters
    A baseline may only shrink. What is mended and still listed could come back, and nobody would hear of it.

    ## Fails
        anchor: {exact: The bridge is safe}
        asserts: {that: The bridge is safe.}
        evidence: [{source: gazette, reports: {that: The bridge is safe.}}]
        # factsuite-baseline.json
        {
         "format": 1,
         "findings": [
          {"article": "example", "fact": "example", "rule": "no-evidence", "message": "nothing is recorded", "fingerprint": "0123456789abcdef0123456789abcdef"}
         ]
        }

    ## Passes
        anchor: {exact: The bridge is safe}
        asserts: {that: The bridge is safe.}
        evidence: [{source: gazette, reports: {that: The bridge is safe.}}]
        # factsuite-baseline.json
        {"format": 1, "findings": []}

    ## Limits
    A finding whose message changes, since somebody changed the value it quotes, is another finding: the old entry is
    stale, and the new finding fails.
    """  # noqa: E501
    stale = standing.stale
    if stale:
        entries = "1 entry" if len(stale) == 1 else f"{len(stale)} entries"
        shown = "; ".join(_about(entry) for entry in stale[:_SHOWN])
        more = f"; and {len(stale) - _SHOWN} more" if len(stale) > _SHOWN else ""
        yield Finding(
            at=_at(stale[0]),
            message=f"{entries} of the baseline ({standing.size}) not found any more: {shown}{more}",
            hint="let the baseline shrink in the same change: `factsuite baseline --shrink`",
            related=tuple(Related(at=_at(entry), message=_about(entry)) for entry in stale[1:_SHOWN]),
        )


def _at(entry: OldDefect) -> Location:
    return Location(path=BASELINE, line=entry.line)


def _about(entry: OldDefect) -> str:
    place = "/".join(name for name in (entry.article, entry.fact) if name)
    return f"{entry.rule} on `{place}`" if place else entry.rule
