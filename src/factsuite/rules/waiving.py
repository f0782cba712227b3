"""Waivers and the baseline, set against what was found."""

from collections.abc import Collection, Iterable
from pathlib import PurePosixPath

from factsuite.load.suggestions import did_you_mean
from factsuite.model.baseline import Baseline
from factsuite.model.dossiers import Workspace
from factsuite.model.path_patterns import lies_under
from factsuite.model.waivers import Waiver
from factsuite.rules.excusing import with_old, with_waived
from factsuite.rules.findings import Reported
from factsuite.rules.levels import HOUSEKEEPING
from factsuite.rules.results import Result
from factsuite.rules.standings import BaselineStanding, Unknown, WaiverStanding

VERDICT_RULES = ("known-inaccuracy", "verdict-differs")
"""The rules that are about a fact's verdict as such; others explain it."""


def standings(result: Result, workspace: Workspace, rules: Collection[str]) -> tuple[WaiverStanding, ...]:
    """Every waiver, with how many findings it is about; `rules` are the names of those that were run."""
    found = [*result.all_findings, *(reported for fact in result.facts for reported in fact.expected)]
    by_rule: dict[str, list[Reported]] = {}
    for reported in found:
        by_rule.setdefault(reported.rule, []).append(reported)
    return tuple(
        WaiverStanding(
            waiver=waiver,
            used=sum(_is_about(waiver, reported) for reported in by_rule.get(waiver.rule.value, ())),
            today=workspace.today,
            unknown=_unknown(waiver, workspace, rules),
        )
        for waiver in workspace.waivers
    )


def waived(result: Result, standing: Iterable[WaiverStanding], explaining: Collection[str] = ()) -> Result:
    """The result with what waivers in force let pass; of several, the first of the file.

    A waiver of a fact's verdict lets pass what explains that verdict as well: the findings of the rules `explaining`,
    those of link 3, as a known inaccuracy does.
    """
    by_rule: dict[str, list[Waiver]] = {}
    for each in standing:
        if not each.expired and each.unknown is None:
            by_rule.setdefault(each.waiver.rule.value, []).append(each.waiver)

    def own(reported: Reported) -> Waiver | None:
        waivers = by_rule.get(reported.rule, ())
        return next((each for each in waivers if _is_about(each, reported)), None)

    verdicts = (reported for fact in result.facts for reported in fact.findings if reported.rule in VERDICT_RULES)
    of_fact = {(each.article, each.fact): own(each) for each in verdicts} if by_rule else {}

    def waiver_of(reported: Reported) -> Waiver | None:
        explained = of_fact.get((reported.article, reported.fact)) if reported.rule in explaining else None
        return own(reported) or explained

    return with_waived(result, waiver_of) if by_rule else result


def baselined(result: Result, baseline: Baseline) -> Result:
    """The result with what stands in the baseline."""
    known = baseline.fingerprints
    return with_old(result, lambda reported: reported.fingerprint in known and may_be_old(reported, result))


def baseline_standing(before: Result, baseline: Baseline) -> BaselineStanding:
    """What of the baseline is found no more; `before` is the result without it."""
    failing = {reported.fingerprint for reported in before.all_findings if may_be_old(reported, before)}
    stale = tuple(entry for entry in baseline.entries if entry.fingerprint not in failing)
    return BaselineStanding(size=len(baseline.entries), stale=stale)


def may_be_old(reported: Reported, result: Result) -> bool:
    """Whether a finding belongs in a baseline: it fails, and is not about what is let pass."""
    return result.fails(reported) and reported.family not in HOUSEKEEPING


def _is_about(waiver: Waiver, reported: Reported) -> bool:
    if reported.rule != waiver.rule.value:
        return False
    if waiver.article is not None and reported.article != waiver.article.value:
        return False
    if waiver.fact is not None and reported.fact != waiver.fact.value:
        return False
    if waiver.path and not lies_under(PurePosixPath(reported.finding.at.path), waiver.path):
        return False
    return waiver.fingerprint in ("", reported.fingerprint)


def _unknown(waiver: Waiver, workspace: Workspace, rules: Collection[str]) -> Unknown | None:
    if waiver.rule.value not in rules:
        hint = did_you_mean(waiver.rule.value, rules, "`factsuite rules` lists the rules")
        return Unknown(sort="rule", name=waiver.rule.value, hint=hint)
    dossiers = workspace.dossiers
    if waiver.article is not None:
        ids = [each.id for each in dossiers]
        dossiers = tuple(each for each in dossiers if each.id == waiver.article.value)
        if not dossiers:
            hint = did_you_mean(waiver.article.value, ids, "an article is named by its folder in facts/")
            return Unknown(sort="article", name=waiver.article.value, hint=hint)
    labels = {slot.label for each in dossiers for slot in each.slots}
    if waiver.fact is not None and waiver.fact.value not in labels:
        hint = did_you_mean(waiver.fact.value, labels, "a fact is named by its id; remove the waiver if it is gone")
        return Unknown(sort="fact", name=waiver.fact.value, hint=hint)
    return None
