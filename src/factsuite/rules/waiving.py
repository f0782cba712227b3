"""Waivers and the baseline, set against what was found."""

from collections.abc import Collection, Iterable, Mapping, Sequence
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


def uses(result: Result, waivers: Sequence[Waiver]) -> tuple[int, ...]:
    """How many findings of a result each waiver is about, those included that explain a known inaccuracy."""
    if not waivers:
        return ()
    by_rule: dict[str, list[Reported]] = {}
    for reported in (*result.all_findings, *(reported for fact in result.facts for reported in fact.expected)):
        by_rule.setdefault(reported.rule, []).append(reported)
    return tuple(
        sum(_is_about(waiver, reported) for reported in by_rule.get(waiver.rule.value, ())) for waiver in waivers
    )


def standings(
    workspace: Workspace, used: Sequence[int], labels: Mapping[str, Sequence[str]], rules: Collection[str]
) -> tuple[WaiverStanding, ...]:
    """Every waiver, with how many findings it is about.

    `labels` are those of the facts, by article; `rules` the names of those that were run.
    """
    partly = bool(workspace.left_out.files)  # a waiver may be about a rule that was left out
    return tuple(
        WaiverStanding(waiver=waiver, used=number, today=workspace.today, unknown=_unknown(waiver, labels, rules))
        for waiver, number in zip(workspace.waivers, used, strict=True)
        if not (partly and waiver.rule.value not in rules)
    )


def in_force(workspace: Workspace) -> tuple[Waiver, ...]:
    """The waivers whose last day is not over, in the order of their file."""
    standing = (WaiverStanding(waiver=waiver, used=0, today=workspace.today) for waiver in workspace.waivers)
    return tuple(each.waiver for each in standing if not each.expired)


def waived(result: Result, waivers: Iterable[Waiver], explaining: Collection[str] = ()) -> Result:
    """The result with what waivers in force let pass; of several, the first of the file.

    A waiver of a fact's verdict lets pass what explains that verdict as well: the findings of the rules `explaining`,
    those of link 3, as a known inaccuracy does.
    """
    by_rule: dict[str, list[Waiver]] = {}
    for each in waivers:
        by_rule.setdefault(each.rule.value, []).append(each)

    def own(reported: Reported) -> Waiver | None:
        named = by_rule.get(reported.rule, ())
        return next((each for each in named if _is_about(each, reported)), None)

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


def baseline_standing(
    baseline: Baseline, found: Collection[str], run: Collection[str] | None = None
) -> BaselineStanding:
    """What of the baseline is found no more; `found` are the fingerprints of what is.

    `run` are the names of the rules that were run, where some were left out: of the others nothing is known.
    """
    asked = (entry for entry in baseline.entries if run is None or entry.rule in run)
    stale = tuple(entry for entry in asked if entry.fingerprint not in found)
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


def _unknown(waiver: Waiver, labels: Mapping[str, Sequence[str]], rules: Collection[str]) -> Unknown | None:
    if waiver.rule.value not in rules:
        hint = did_you_mean(waiver.rule.value, rules, "`factsuite rules` lists the rules")
        return Unknown(sort="rule", name=waiver.rule.value, hint=hint)
    if waiver.article is not None and waiver.article.value not in labels:
        hint = did_you_mean(waiver.article.value, labels, "an article is named by its folder in facts/")
        return Unknown(sort="article", name=waiver.article.value, hint=hint)
    asked = labels.values() if waiver.article is None else (labels[waiver.article.value],)
    known = {label for each in asked for label in each}
    if waiver.fact is not None and waiver.fact.value not in known:
        hint = did_you_mean(waiver.fact.value, known, "a fact is named by its id; remove the waiver if it is gone")
        return Unknown(sort="fact", name=waiver.fact.value, hint=hint)
    return None
