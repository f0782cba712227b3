"""The gate of a change: what it made worse, or touched, fails; what was there before and is untouched is told as old.

One pure step over a result. A finding is old if the former version has it too, word for word, and the fact it is on is
not touched. The changes of error severity become findings themselves.
"""

from collections import Counter
from collections.abc import Iterable

from msgspec import structs
from msgspec.structs import replace

from factsuite.diffs.changes import Change, Diff
from factsuite.rules.excusing import settled, with_old
from factsuite.rules.findings import Finding, Reported, fingerprint
from factsuite.rules.results import ArticleResult, FactResult, Result

FAMILY = "diff"
"""The family under which a change is reported as a finding."""

Key = tuple[str, str | None, str | None, str]
"""A finding by its rule, article, fact and message: what stays the same when lines move."""


def since(result: Result, before: Result, diff: Diff) -> Result:
    """The result with old findings told apart, and the grave changes added."""
    former = dict(diff.former)
    waiting = Counter(_key(each) for each in _found(before))

    def is_old(found: Reported) -> bool:
        """Whether it was there before; each former finding excuses one."""
        here = found.article or "", found.fact or ""
        if not result.fails(found) or here in diff.touched:
            return False
        article, fact = former.get(here, (found.article, found.fact))
        key = (found.rule, article, fact, found.finding.message)
        waiting[key] -= 1
        return waiting[key] >= 0

    changes = [_reported(each) for each in diff.grave]
    return settled(_with_changes(replace(with_old(result, is_old), since=diff.before), changes))


def _found(result: Result) -> Iterable[Reported]:
    """Everything that was found, whatever excused it."""
    yield from (*result.all_findings, *result.all_old, *(each.reported for each in result.all_waived))
    yield from (each for fact in result.facts for each in fact.expected)


def _with_changes(result: Result, changes: Iterable[Reported]) -> Result:
    """The result with changes added as findings: on their fact, else on their article, else on the whole."""
    changes = tuple(changes)
    articles = tuple(
        _article(article, [each for each in changes if each.article == article.dossier.id])
        for article in result.articles
    )
    known = {article.dossier.id for article in result.articles}
    loose = [each for each in changes if each.article not in known]
    return replace(result, articles=articles, findings=_ordered(result.findings, loose))


def _article(article: ArticleResult, changes: list[Reported]) -> ArticleResult:
    labels = {fact.slot.label for fact in article.facts}

    def of_fact(fact: FactResult) -> FactResult:
        own = [each for each in changes if each.fact == fact.slot.label]
        return structs.replace(fact, findings=_ordered(fact.findings, own)) if own else fact

    loose = [each for each in changes if each.fact not in labels]
    return replace(article, facts=tuple(map(of_fact, article.facts)), findings=_ordered(article.findings, loose))


def _ordered(findings: Iterable[Reported], more: Iterable[Reported]) -> tuple[Reported, ...]:
    return tuple(sorted((*findings, *more), key=lambda found: found.sort_key))


def _reported(change: Change) -> Reported:
    """A grave change as a finding, at its present place if there is one."""
    fact = change.fact or (change.facts[0] if len(change.facts) == 1 else None)
    article = change.article or None
    return Reported(
        rule=change.rule,
        family=FAMILY,
        severity=change.severity,
        finding=Finding(at=change.at, message=change.message, hint=change.hint, fact=fact, article=article),
        article=article,
        fact=fact,
        fingerprint=fingerprint(change.rule, article, fact, change.message, 0),
    )


def _key(found: Reported) -> Key:
    return found.rule, found.article, found.fact, found.finding.message
