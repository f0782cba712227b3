"""Excusing findings: they are taken out of what counts, are kept with the reason, and every outcome is settled again.

Waivers, the baseline and `--since` are each one call of `excuse`, in the order that `rules/order.py` gives.
"""

from collections.abc import Callable, Container, Iterable
from dataclasses import replace

from factsuite.model.facts import Verdict
from factsuite.rules.findings import Reported
from factsuite.rules.results import ArticleResult, Excused, FactResult, Outcome, Result, Way
from factsuite.verdicts.judging import Judgement

Decide = Callable[[Reported], Excused | None]
"""The excuse for a finding, or None where it counts."""


def excuse(result: Result, decide: Decide) -> Result:
    """The result with every finding excused for which there is an excuse."""
    findings, excused = _parted(result.findings, decide)
    articles = tuple(_article(article, decide) for article in result.articles)
    return settled(replace(result, articles=articles, findings=findings, excused=(*result.excused, *excused)))


def excuse_untouched(
    result: Result, touched: Container[tuple[str | None, str | None]], there: Container[str], base: str
) -> Result:
    """The step of `--since`: what was there at `base`, on a fact the change does not touch, is old.

    `touched` holds articles with the labels of facts, or None for what belongs to no fact; `there` the fingerprints
    of what was found at `base`.
    """

    def decide(reported: Reported) -> Excused | None:
        if (reported.article, reported.fact) in touched or reported.fingerprint not in there:
            return None
        return Excused(reported=reported, way=Way.SINCE, because=f"was there at {base}, and the change does not touch it")

    return excuse(result, decide)


def settled(result: Result) -> Result:
    """The result with the outcome of every fact as its findings and `fail_on` have it."""
    articles = tuple(
        replace(article, facts=tuple(replace(fact, outcome=_outcome(fact, result)) for fact in article.facts))
        for article in result.articles
    )
    return replace(result, articles=articles)


def is_known(judgement: Judgement) -> bool:
    """Whether the desk states that the article is wrong here, and the evidence says the same."""
    stated = judgement.fact.stated_verdict
    return stated is not Verdict.SUPPORTED and stated is judgement.verdict


def _article(article: ArticleResult, decide: Decide) -> ArticleResult:
    findings, excused = _parted(article.findings, decide)
    facts = tuple(_fact(fact, decide) for fact in article.facts)
    return replace(article, facts=facts, findings=findings, excused=(*article.excused, *excused))


def _fact(fact: FactResult, decide: Decide) -> FactResult:
    findings, excused = _parted(fact.findings, decide)
    return replace(fact, findings=findings, excused=(*fact.excused, *excused))


def _parted(findings: Iterable[Reported], decide: Decide) -> tuple[tuple[Reported, ...], tuple[Excused, ...]]:
    kept, excused = [], []
    for reported in findings:
        found = decide(reported)
        if found is None:
            kept.append(reported)
        else:
            excused.append(found)
    return tuple(kept), tuple(excused)


def _outcome(fact: FactResult, result: Result) -> Outcome:
    if any(result.fails(reported) for reported in fact.findings):
        return Outcome.FAILED if fact.judgement is not None else Outcome.ERROR
    if fact.judgement is not None and is_known(fact.judgement) and not result.publish:
        return Outcome.KNOWN
    ways = {each.way for each in fact.excused if result.fails(each.reported)}
    if ways:
        return Outcome.WAIVED if Way.WAIVER in ways else Outcome.OLD
    return Outcome.PASSED if fact.judgement is not None else Outcome.ERROR
