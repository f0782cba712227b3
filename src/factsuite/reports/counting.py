"""The numbers of a run: what was compared, and, as loudly, what was not."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from factsuite.model.facts import Verdict
from factsuite.rules.findings import Severity
from factsuite.rules.results import FactResult, Outcome, Result
from factsuite.verdicts.exhibits import Standing
from factsuite.verdicts.judging import Basis
from factsuite.verdicts.signing import Signed

VERDICT_ORDER = (
    Verdict.CONTRADICTED,
    Verdict.DISPUTED,
    Verdict.OVERSTATED,
    Verdict.UNVERIFIED,
    Verdict.SUPPORTED,
)
"""What to correct comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """A run in numbers."""

    articles: int
    facts: int
    by_verdict: dict[str, int]
    by_outcome: dict[str, int]
    by_basis: dict[str, int]
    by_severity: dict[str, int]
    comparisons: int
    judged: int
    """How many of the comparisons are judgements of a person."""
    findings: int
    set_aside: int
    hang_on_set_aside: int
    """Facts whose verdict would be another one with everything counted."""
    parent_only: int
    """Supported facts that nothing but the article's own parent entails."""
    hang_on_one_line: int
    """Facts whose verdict would be another one without one line of evidence."""
    stand_alone: int
    """How many of these hang on a source that suffices alone, by policy."""
    not_checked: int
    without_excerpt: int
    """Evidence entries whose words nobody can compare with what they are recorded to report."""
    without_exhibit: int
    """Evidence entries whose source is not pinned."""
    by_exhibit: dict[str, int]
    """Evidence entries by how they stand to the pinned copy of their source."""
    by_signoff: dict[str, int]
    """Facts by how they stand to those who sign."""
    signoffs_required: int
    """Facts that somebody has to sign, by policy."""
    uncovered_fields: int
    """Fields the articles assert that no source reports."""


def count(result: Result) -> Counts:
    """Count a run."""
    facts = list(result.facts)
    judged = [fact.judgement for fact in facts if fact.judgement is not None]
    entries = [entry for judgement in judged for entry in judgement.entries]
    comparisons = [comparison for judgement in judged for comparison in judgement.comparisons]
    signing = [each for article in result.articles if article.signing is not None for each in article.signing.facts]
    standings = Counter(entry.exhibit for entry in entries)
    severities = Counter(found.severity for found in result.all_findings)
    return Counts(
        articles=len(result.articles),
        facts=len(facts),
        by_verdict={v.value: sum(j.verdict is v for j in judged) for v in VERDICT_ORDER},
        by_outcome={o.value: sum(f.outcome is o for f in facts) for o in Outcome},
        by_basis={b.value: sum(j.basis is b for j in judged) for b in Basis},
        by_severity={s.value: severities[s] for s in Severity},
        comparisons=len(comparisons),
        judged=sum(comparison.judged for comparison in comparisons),
        findings=len(result.all_findings),
        set_aside=sum(bool(entry.set_aside) for entry in entries),
        hang_on_set_aside=sum(j.verdict is not j.verdict_with_all for j in judged),
        parent_only=sum(j.parent_only and j.verdict is Verdict.SUPPORTED for j in judged),
        hang_on_one_line=sum(j.hangs_on is not None for j in judged),
        stand_alone=sum(j.hangs_on is not None and bool(j.stand_alone) for j in judged),
        not_checked=sum(len(a.dossier.article.not_checked) for a in result.articles if a.dossier.article is not None),
        without_excerpt=sum(not entry.excerpt for entry in entries),
        without_exhibit=standings[Standing.NOT_PINNED],
        by_signoff={s.value: sum(each.state is s for each in signing) for s in Signed},
        signoffs_required=sum(bool(each.asked.people) for each in signing),
        by_exhibit={s.value: standings[s] for s in Standing},
        uncovered_fields=sum(len(j.uncovered) for j in judged),
    )


def pinned_and_sealed(counts: Counts) -> str:
    """How many entries have a pinned copy, and how many of these are sealed where nobody here could look."""
    sealed = counts.by_exhibit[Standing.SEALED.value]
    pinned = sum(counts.by_exhibit.values()) - counts.without_exhibit
    parts = [f"{pinned} with one"] if pinned else []
    parts += [f"{sealed} of them sealed"] if sealed else []
    return f" ({', '.join(parts)})" if parts else ""


def to_correct(facts: Iterable[FactResult]) -> list[FactResult]:
    """Facts whose verdict is not `supported`, or whose test fails: worst first, then in the order of the text."""
    wanted = [fact for fact in facts if needs_attention(fact)]
    return sorted(wanted, key=lambda fact: _gravity(fact))


def needs_attention(fact: FactResult) -> bool:
    """Whether an editor has to do something about it."""
    if fact.outcome in (Outcome.FAILED, Outcome.ERROR) or fact.judgement is None:
        return True
    return fact.judgement.verdict is not Verdict.SUPPORTED


def _gravity(fact: FactResult) -> tuple[int, int]:
    failing = 0 if fact.outcome in (Outcome.ERROR, Outcome.FAILED) else 1
    verdict = VERDICT_ORDER.index(fact.judgement.verdict) if fact.judgement is not None else -1
    return failing, verdict
