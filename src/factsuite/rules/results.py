"""What a run comes to: per fact, per article, over the whole workspace."""

from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.model.as_of import AsOf
from factsuite.model.dossiers import Dossier, Slot
from factsuite.model.policy import Policy
from factsuite.model.waivers import Waiver
from factsuite.rules.findings import Reported, Severity
from factsuite.rules.standings import BaselineStanding, WaiverStanding
from factsuite.verdicts.agreement.agreeing import Agreements
from factsuite.verdicts.coverage.coverage import Coverage
from factsuite.verdicts.judging import Judgement
from factsuite.verdicts.signing import Signing
from factsuite.verdicts.timeline.timelines import Timeline


class Outcome(Enum):
    """How a fact's test ends."""

    PASSED = "passed"
    FAILED = "failed"
    KNOWN = "known"
    """A known inaccuracy: the stated verdict is not `supported`, and the evidence computes to it."""
    ERROR = "error"
    """The entry itself is defective, so nothing could be compared."""
    OLD = "old"
    """All that would fail was wrong before: it stands in the baseline, or was there at `--since BASE`."""
    WAIVED = "waived"
    """All that would fail is let pass by a waiver, for now."""


class Waived(Struct, frozen=True, kw_only=True):
    """A finding that a waiver lets pass: shown, and no failure."""

    reported: Reported
    waiver: Waiver


class FactResult(Struct, frozen=True, kw_only=True):
    """One fact, judged and checked."""

    slot: Slot
    judgement: Judgement | None
    outcome: Outcome
    findings: tuple[Reported, ...]
    expected: tuple[Reported, ...] = ()
    """What explains a known inaccuracy: shown, and no failure."""
    old: tuple[Reported, ...] = ()
    """What was wrong before, by the baseline or the change that is asked about: shown, and no failure."""
    waived: tuple[Waived, ...] = ()
    place: Location | None = None
    """Where its words stand in the article; None if they do not, or more than once."""


class ArticleResult(Struct, frozen=True, kw_only=True):
    """One article with its facts."""

    dossier: Dossier
    facts: tuple[FactResult, ...]
    findings: tuple[Reported, ...]
    """Findings that belong to no single fact."""
    old: tuple[Reported, ...] = ()
    """Those of them that were wrong before, by the baseline or the change that is asked about."""
    waived: tuple[Waived, ...] = ()
    timeline: Timeline | None = None
    """When its events were; None where only some of its facts were checked."""
    coverage: Coverage | None = None
    """What of it is checked; None where an entry of its facts is defective, or only some facts were checked."""
    agreements: Agreements | None = None
    """What several lines report on; None where only some of its facts were checked."""
    signing: Signing | None = None
    """Who signed its facts; None where only some of its facts were checked."""


class Result(Struct, frozen=True, kw_only=True):
    """A whole run."""

    articles: tuple[ArticleResult, ...]
    findings: tuple[Reported, ...]
    """Findings that belong to no single article."""
    policy: Policy
    publish: bool = False
    as_of: AsOf | None = None
    """The day the run was as of, where that was asked for."""
    since: str | None = None
    """The revision whose findings are old, where only the change since then is to fail."""
    old: tuple[Reported, ...] = ()
    """Findings that belong to no single article and were wrong before."""
    waived: tuple[Waived, ...] = ()
    switched_off: tuple[tuple[str, int], ...] = ()
    """Rules that policy switches off, each with how many of its findings were dropped."""
    waivers: tuple[WaiverStanding, ...] = ()
    """How every waiver stands, in the order of their file."""
    baseline: BaselineStanding | None = None
    """How the baseline stands; None where there is none."""

    @property
    def facts(self) -> Iterator[FactResult]:
        """Every fact of every article."""
        return (fact for article in self.articles for fact in article.facts)

    @property
    def all_findings(self) -> tuple[Reported, ...]:
        """Every finding that counts, by place."""
        found = [*self.findings]
        for article in self.articles:
            found += article.findings
            for fact in article.facts:
                found += fact.findings
        return tuple(sorted(found, key=lambda reported: reported.sort_key))

    @property
    def all_old(self) -> tuple[Reported, ...]:
        """Every finding that was wrong before, by place."""
        found = [*self.old, *(old for article in self.articles for old in article.old)]
        found += [old for fact in self.facts for old in fact.old]
        return tuple(sorted(found, key=lambda reported: reported.sort_key))

    @property
    def all_waived(self) -> tuple[Waived, ...]:
        """Every finding that a waiver lets pass, by place."""
        found = [*self.waived, *(each for article in self.articles for each in article.waived)]
        found += [each for fact in self.facts for each in fact.waived]
        return tuple(sorted(found, key=lambda each: each.reported.sort_key))

    def fails(self, reported: Reported) -> bool:
        """Whether a finding is grave enough to fail its test and the run."""
        return reported.severity.reaches(Severity(self.policy.gate.fail_on))

    @property
    def failed(self) -> bool:
        """Whether anything fails: a finding that is grave enough, an entry without meaning, or nothing to check."""
        facts = list(self.facts)
        if not facts or any(fact.outcome is Outcome.ERROR for fact in facts):
            return True
        return any(self.fails(reported) for reported in self.all_findings)
