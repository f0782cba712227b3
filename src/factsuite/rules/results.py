"""What a run comes to: per fact, per article, over the whole workspace."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from factsuite.load.locations import Location
from factsuite.model.as_of import AsOf
from factsuite.model.dossiers import Dossier, Slot
from factsuite.model.policy import Policy
from factsuite.rules.findings import Reported, Severity
from factsuite.verdicts.agreement.agreeing import Agreements
from factsuite.verdicts.coverage.coverage import Coverage
from factsuite.verdicts.judging import Judgement
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
    """It failed before the change that is asked about, and nothing in that change touches it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactResult:
    """One fact, judged and checked."""

    slot: Slot
    judgement: Judgement | None
    outcome: Outcome
    findings: tuple[Reported, ...]
    expected: tuple[Reported, ...] = ()
    """What explains a known inaccuracy: shown, and no failure."""
    old: tuple[Reported, ...] = ()
    """What was found before the change that is asked about: shown, and no failure."""
    place: Location | None = None
    """Where its words stand in the article; None if they do not, or more than once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleResult:
    """One article with its facts."""

    dossier: Dossier
    facts: tuple[FactResult, ...]
    findings: tuple[Reported, ...]
    """Findings that belong to no single fact."""
    old: tuple[Reported, ...] = ()
    """Those of them that were there before the change that is asked about."""
    timeline: Timeline | None = None
    """When its events were; None where only some of its facts were checked."""
    coverage: Coverage | None = None
    """What of it is checked; None where an entry of its facts is defective, or only some facts were checked."""
    agreements: Agreements | None = None
    """What several lines report on; None where only some of its facts were checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
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
    """Findings that belong to no single article and were there at that revision."""

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
        """Every finding that was there before the change that is asked about, by place."""
        found = [*self.old, *(old for article in self.articles for old in article.old)]
        found += [old for fact in self.facts for old in fact.old]
        return tuple(sorted(found, key=lambda reported: reported.sort_key))

    @property
    def failed(self) -> bool:
        """Whether anything fails: an error, or nothing to check at all."""
        return not any(True for _ in self.facts) or any(f.severity is Severity.ERROR for f in self.all_findings)
