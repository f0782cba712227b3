"""A run in parts: what the reports say of each article, as plain records that can be sent, kept and put together."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.model.as_of import AsOf
from factsuite.model.policy import Policy
from factsuite.reports.counting import Counts, count_article, gravity, needs_attention, total
from factsuite.reports.explaining import fact_text, is_failure
from factsuite.rules.findings import Reported, Severity
from factsuite.rules.results import ArticleResult, FactResult, Outcome, Result, Waived
from factsuite.rules.standings import BaselineStanding, WaiverStanding


class FactPart(Struct, frozen=True, kw_only=True):
    """A fact of which something is to be told."""

    label: str
    at: Location
    outcome: Outcome
    verdict: str
    """In words; `defective` where the entry has no meaning."""
    gravity: tuple[int, int] | None
    """By which facts to correct are ordered; None for one that needs no correction."""
    told: str
    """What an editor reads beside it in the list of what to correct."""
    failure: str
    """The whole text of a failing fact; empty for others."""
    correction: str
    findings: tuple[Reported, ...]
    expected: tuple[Reported, ...]
    waived: tuple[Waived, ...]
    old: tuple[Reported, ...]


class ArticlePart(Struct, frozen=True, kw_only=True):
    """One article as the reports tell it."""

    id: str
    folder: str
    counts: Counts
    facts: tuple[FactPart, ...]
    """Those of which something is to be told, in the order of the file."""
    findings: tuple[Reported, ...]
    """Findings that belong to no single fact; so are those that follow."""
    waived: tuple[Waived, ...]
    old: tuple[Reported, ...]
    json: bytes | None = None
    """Its object in the report as JSON, on one line, where that was asked for: in UTF-8, since one curly quotation mark
    makes every letter of a text take two bytes."""

    @property
    def all_findings(self) -> Iterator[Reported]:
        """Every finding of it that counts."""
        yield from self.findings
        for fact in self.facts:
            yield from fact.findings

    @property
    def all_old(self) -> Iterator[Reported]:
        """Every finding of it that was wrong before."""
        yield from self.old
        for fact in self.facts:
            yield from fact.old


class Run(Struct, frozen=True, dict=True):
    """A whole run, ready to be reported."""

    articles: tuple[ArticlePart, ...]
    policy: Policy
    findings: tuple[Reported, ...]
    """Findings that belong to no single article; so are those that follow."""
    old: tuple[Reported, ...] = ()
    waived: tuple[Waived, ...] = ()
    publish: bool = False
    as_of: AsOf | None = None
    since: str | None = None
    switched_off: tuple[tuple[str, int], ...] = ()
    waivers: tuple[WaiverStanding, ...] = ()
    baseline: BaselineStanding | None = None

    @property
    def facts(self) -> Iterator[FactPart]:
        """Every fact of which something is to be told."""
        return (fact for article in self.articles for fact in article.facts)

    @cached_property
    def counts(self) -> Counts:
        """The run in numbers."""
        return total((article.counts for article in self.articles), self.findings)

    @cached_property
    def all_findings(self) -> tuple[Reported, ...]:
        """Every finding that counts, by place."""
        found = [*self.findings, *(reported for article in self.articles for reported in article.all_findings)]
        return tuple(sorted(found, key=lambda reported: reported.sort_key))

    @cached_property
    def all_old(self) -> tuple[Reported, ...]:
        """Every finding that was wrong before, by place."""
        found = [*self.old, *(old for article in self.articles for old in article.old)]
        found += [old for fact in self.facts for old in fact.old]
        return tuple(sorted(found, key=lambda reported: reported.sort_key))

    @cached_property
    def all_waived(self) -> tuple[Waived, ...]:
        """Every finding that a waiver lets pass, by place."""
        found = [*self.waived, *(each for article in self.articles for each in article.waived)]
        found += [each for fact in self.facts for each in fact.waived]
        return tuple(sorted(found, key=lambda each: each.reported.sort_key))

    @property
    def all_expected(self) -> Iterator[Reported]:
        """What explains known inaccuracies, in the order of the facts."""
        return (reported for fact in self.facts for reported in fact.expected)

    def fails(self, reported: Reported) -> bool:
        """Whether a finding is grave enough to fail its test and the run."""
        return reported.severity.reaches(Severity(self.policy.gate.fail_on))

    @property
    def failed(self) -> bool:
        """Whether anything fails: a finding that is grave enough, an entry without meaning, or nothing to check."""
        if not self.counts.facts or any(fact.outcome is Outcome.ERROR for fact in self.facts):
            return True
        return any(self.fails(reported) for reported in self.all_findings)


def as_run(result: Result | Run, json: bool = False) -> Run:
    """What is already in parts as it is; a result in parts."""
    return result if isinstance(result, Run) else run_of(result, json)


def run_of(result: Result, json: bool = False) -> Run:
    """A result in parts; `json` if the report as JSON will be asked for."""
    return Run(
        articles=tuple(part_of(article, json) for article in result.articles),
        policy=result.policy,
        findings=result.findings,
        old=result.old,
        waived=result.waived,
        publish=result.publish,
        as_of=result.as_of,
        since=result.since,
        switched_off=result.switched_off,
        waivers=result.waivers,
        baseline=result.baseline,
    )


def part_of(article: ArticleResult, json: bool = False) -> ArticlePart:
    """One article in the end, as the reports tell it."""
    return ArticlePart(
        id=article.dossier.id,
        folder=str(article.dossier.path),
        counts=count_article(article),
        facts=tuple(_fact(fact) for fact in article.facts if _is_told(fact)),
        findings=article.findings,
        waived=article.waived,
        old=article.old,
        json=_as_json(article) if json else None,
    )


def _as_json(article: ArticleResult) -> bytes:
    from factsuite.reports.json_article import article_text  # takes long to import, and most runs write no JSON

    return article_text(article)


def _is_told(fact: FactResult) -> bool:
    return bool(fact.findings or fact.expected or fact.waived or fact.old) or needs_attention(fact)


def _fact(fact: FactResult) -> FactPart:
    judgement, own = fact.judgement, fact.slot.fact
    correction = own.correction.text if own is not None and own.correction is not None else ""
    found = [*fact.findings, *(each.reported for each in fact.waived), *fact.old]
    known = fact.outcome is Outcome.KNOWN and correction
    return FactPart(
        label=fact.slot.label,
        at=fact.slot.at,
        outcome=fact.outcome,
        verdict=judgement.verdict.value if judgement is not None else "defective",
        gravity=gravity(fact) if needs_attention(fact) else None,
        told=correction if known else found[0].finding.message if found else fact.slot.claim,
        failure=fact_text(fact) if is_failure(fact) else "",
        correction=correction,
        findings=fact.findings,
        expected=fact.expected,
        waived=fact.waived,
        old=fact.old,
    )
