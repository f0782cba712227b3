"""Excusing findings: they are taken out of what counts and are kept aside, and every outcome is settled again.

Waivers, the baseline and `--since` are each one call, in the order that `rules/order.py` gives.
"""

from collections.abc import Callable, Iterable

from msgspec import structs
from msgspec.structs import replace

from factsuite.model.facts import Verdict
from factsuite.model.waivers import Waiver
from factsuite.rules.findings import Reported
from factsuite.rules.results import ArticleResult, FactResult, Outcome, Result, Waived
from factsuite.verdicts.judging import Judgement

_PASSED = Outcome.PASSED


def with_waived(result: Result, waiver_of: Callable[[Reported], Waiver | None]) -> Result:
    """The result with the findings set aside for which there is a waiver."""

    def parted(findings: Iterable[Reported]) -> tuple[tuple[Reported, ...], tuple[Waived, ...]]:
        pairs = [(reported, waiver_of(reported)) for reported in findings]
        kept = tuple(reported for reported, waiver in pairs if waiver is None)
        return kept, tuple(Waived(reported=each, waiver=waiver) for each, waiver in pairs if waiver is not None)

    def of_fact(fact: FactResult) -> FactResult:
        if not fact.findings:
            return fact
        findings, waived = parted(fact.findings)
        return structs.replace(fact, findings=findings, waived=waived)

    def of_article(article: ArticleResult) -> ArticleResult:
        findings, waived = parted(article.findings)
        return replace(article, facts=tuple(map(of_fact, article.facts)), findings=findings, waived=waived)

    findings, waived = parted(result.findings)
    articles = tuple(map(of_article, result.articles))
    return settled(replace(result, articles=articles, findings=findings, waived=waived))


def with_old(result: Result, is_old: Callable[[Reported], bool]) -> Result:
    """The result with the findings set aside that were wrong before: the baseline's, or those of `--since BASE`."""

    def parted(findings: Iterable[Reported]) -> tuple[tuple[Reported, ...], tuple[Reported, ...]]:
        pairs = [(reported, is_old(reported)) for reported in findings]
        return tuple(each for each, old in pairs if not old), tuple(each for each, old in pairs if old)

    def of_fact(fact: FactResult) -> FactResult:
        if not fact.findings:
            return fact
        findings, old = parted(fact.findings)
        return structs.replace(fact, findings=findings, old=(*fact.old, *old))

    def of_article(article: ArticleResult) -> ArticleResult:
        findings, old = parted(article.findings)
        facts = tuple(map(of_fact, article.facts))
        return replace(article, facts=facts, findings=findings, old=(*article.old, *old))

    findings, old = parted(result.findings)
    articles = tuple(map(of_article, result.articles))
    return settled(replace(result, articles=articles, findings=findings, old=(*result.old, *old)))


def settled(result: Result) -> Result:
    """The result with the outcome of every fact as its findings and `fail_on` have it."""

    def of_fact(fact: FactResult) -> FactResult:
        outcome = _outcome(fact, result)
        return fact if fact.outcome is outcome else structs.replace(fact, outcome=outcome)

    articles = (replace(article, facts=tuple(map(of_fact, article.facts))) for article in result.articles)
    return replace(result, articles=tuple(articles))


def is_known(judgement: Judgement) -> bool:
    """Whether the desk states that the article is wrong here, and the evidence says the same."""
    stated = judgement.fact.verdict
    return stated is not None and stated.value is judgement.verdict and stated.value is not Verdict.SUPPORTED


def _outcome(fact: FactResult, result: Result) -> Outcome:
    if fact.findings and any(result.fails(reported) for reported in fact.findings):
        return Outcome.FAILED if fact.judgement is not None else Outcome.ERROR
    if fact.judgement is not None and not result.publish and is_known(fact.judgement):
        return Outcome.KNOWN
    if fact.waived and any(result.fails(each.reported) for each in fact.waived):
        return Outcome.WAIVED
    if fact.old and any(result.fails(reported) for reported in fact.old):
        return Outcome.OLD
    return _PASSED if fact.judgement is not None else Outcome.ERROR
