"""The numbers of a run: what was compared, and, as loudly, what was not."""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Any

from msgspec import Struct

from factsuite.model.facts import Verdict
from factsuite.rules.findings import Reported, Severity
from factsuite.rules.results import ArticleResult, FactResult, Outcome, Result
from factsuite.verdicts.coverage.coverage import Coverage, Covered, Tally, tally
from factsuite.verdicts.coverage.mentions import MentionKind
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
_SUPPORTED = Verdict.SUPPORTED
_FAILING = (Outcome.FAILED, Outcome.ERROR)


class Counts(Struct, frozen=True, kw_only=True):
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
    defective: int
    """Facts whose entry is defective."""
    by_verdict_and_basis: dict[str, int]
    """Facts by their verdict and by how it was reached, as `supported computed`."""
    by_mention: dict[str, int]
    """What the texts mention, by kind."""
    covered: dict[str, int]
    """How much of that is covered or marked as not checked."""
    without_coverage: int
    """Articles of whose coverage nothing can be said."""
    using_signoffs: int
    """Articles in which something is signed or has to be."""
    facts_to_sign: int
    """Facts that could be signed."""
    signoffs_by_two: int
    """Facts that two people have to sign, by policy."""


def count(result: Result) -> Counts:
    """Count a run."""
    return total((count_article(article) for article in result.articles), result.findings)


def total(articles: Iterable[Counts], loose: Iterable[Reported]) -> Counts:
    """The numbers of a run from those of its articles, and the findings that belong to none."""
    every = (_NOTHING, *articles)
    sums = {name: _sum([getattr(counts, name) for counts in every]) for name in Counts.__struct_fields__}
    severities = _by_value(Severity, [found.severity for found in loose])
    sums["findings"] += sum(severities.values())
    sums["by_severity"] = _sum([sums["by_severity"], severities])
    return Counts(**sums)


def _sum(numbers: list[Any]) -> Any:
    """The sum of numbers, or of numbers by name."""
    if isinstance(numbers[0], dict):
        return {name: sum([each[name] for each in numbers]) for name in numbers[0]}
    return sum(numbers)


def count_article(article: ArticleResult) -> Counts:
    """Count one article."""
    facts = article.facts
    judged = [fact.judgement for fact in facts if fact.judgement is not None]
    entries = [entry for judgement in judged for entry in judgement.entries]
    comparisons = [comparison for judgement in judged for comparison in judgement.comparisons]
    signing = article.signing.facts if article.signing is not None else ()
    found = [*article.findings, *[reported for fact in facts for reported in fact.findings]]
    exhibits = _by_value(Standing, [entry.exhibit for entry in entries])
    bases = {v: [judgement.basis for judgement in judged if judgement.verdict is v] for v in VERDICT_ORDER}
    mentions = tallies(article.coverage)
    text = article.dossier.article
    hanging = [judgement for judgement in judged if judgement.hangs_on is not None]
    return Counts(
        articles=1,
        facts=len(facts),
        by_verdict={v.value: len(bases[v]) for v in VERDICT_ORDER},
        by_outcome=_by_value(Outcome, [fact.outcome for fact in facts]),
        by_basis=_by_value(Basis, [judgement.basis for judgement in judged]),
        by_severity=_by_value(Severity, [reported.severity for reported in found]),
        comparisons=len(comparisons),
        judged=len([comparison for comparison in comparisons if comparison.judged]),
        findings=len(found),
        set_aside=len([entry for entry in entries if entry.set_aside]),
        hang_on_set_aside=len([j for j in judged if j.verdict is not j.verdict_with_all]),
        parent_only=len([j for j in judged if j.verdict is _SUPPORTED and j.parent_only]),
        hang_on_one_line=len(hanging),
        stand_alone=len([j for j in hanging if j.stand_alone]),
        not_checked=len(text.not_checked) if text is not None else 0,
        without_excerpt=len([entry for entry in entries if not entry.excerpt]),
        without_exhibit=exhibits[Standing.NOT_PINNED.value],
        by_signoff=_by_value(Signed, [each.state for each in signing]),
        signoffs_required=len([each for each in signing if each.asked.people]),
        by_exhibit=exhibits,
        uncovered_fields=sum([len(j.uncovered) for j in judged]),
        defective=len(facts) - len(judged),
        by_verdict_and_basis={f"{v.value} {b.value}": bases[v].count(b) for v in VERDICT_ORDER for b in Basis},
        by_mention={kind.value: tally.total for kind, tally in mentions.items()},
        covered={kind.value: tally.covered + tally.not_checked for kind, tally in mentions.items()},
        without_coverage=int(article.coverage is None),
        using_signoffs=int(article.signing is not None and article.signing.used),
        facts_to_sign=len(signing),
        signoffs_by_two=len([each for each in signing if each.asked.people == 2]),
    )


def _by_value(members: Iterable[Enum], found: Sequence[Enum | None]) -> dict[str, int]:
    """How often each member of an enum was found, by its value."""
    return {each.value: found.count(each) for each in members}


def tallies(coverage: Coverage | None) -> dict[MentionKind, Tally]:
    """What a text mentions, counted by kind and state."""
    by_kind: dict[MentionKind, list[Covered]] = {kind: [] for kind in MentionKind}
    for item in coverage.items if coverage is not None else ():
        by_kind[item.mention.kind].append(item)
    return {kind: tally(items) for kind, items in by_kind.items()}


def _no_counts() -> Counts:
    """The counts of no article at all."""
    kinds = {kind.value: 0 for kind in MentionKind}
    by_name: dict[str, dict[str, int]] = {
        "by_verdict": {v.value: 0 for v in VERDICT_ORDER},
        "by_outcome": {o.value: 0 for o in Outcome},
        "by_basis": {b.value: 0 for b in Basis},
        "by_severity": {s.value: 0 for s in Severity},
        "by_signoff": {s.value: 0 for s in Signed},
        "by_exhibit": {s.value: 0 for s in Standing},
        "by_verdict_and_basis": {f"{v.value} {b.value}": 0 for v in VERDICT_ORDER for b in Basis},
        "by_mention": kinds,
        "covered": kinds,
    }
    values: dict[str, Any] = {name: by_name.get(name, 0) for name in Counts.__struct_fields__}
    return Counts(**values)


_NOTHING = _no_counts()


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
    return sorted(wanted, key=gravity)


def needs_attention(fact: FactResult) -> bool:
    """Whether an editor has to do something about it."""
    judgement = fact.judgement
    return judgement is None or judgement.verdict is not _SUPPORTED or fact.outcome in _FAILING


def gravity(fact: FactResult) -> tuple[int, int]:
    """What to correct first: what fails, then by verdict."""
    failing = 0 if fact.outcome in _FAILING else 1
    verdict = VERDICT_ORDER.index(fact.judgement.verdict) if fact.judgement is not None else -1
    return failing, verdict
