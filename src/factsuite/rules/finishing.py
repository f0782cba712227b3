"""What follows on the findings, in the order of `rules/order.py`: article by article, then once for the run."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from factsuite.model.dossiers import Workspace
from factsuite.rules.applying import Runner
from factsuite.rules.excusing import settled
from factsuite.rules.findings import Reported
from factsuite.rules.levels import levelled
from factsuite.rules.results import ArticleResult, Result, Waived
from factsuite.rules.standings import BaselineStanding, WaiverStanding
from factsuite.rules.waiving import baseline_standing, baselined, in_force, standings, uses, waived


class Tally(Struct, frozen=True, kw_only=True):
    """What one article, or what belongs to none, adds to the sums of a run."""

    used: tuple[int, ...]
    """How many of its findings each waiver is about."""
    switched_off: tuple[tuple[str, int], ...]
    """How many of its findings policy drops, by rule."""


class Finished(Struct, frozen=True, kw_only=True):
    """One article at the end of a run."""

    article: ArticleResult
    tally: Tally


class Concluded(Struct, frozen=True, kw_only=True):
    """What a run comes to besides its articles."""

    findings: tuple[Reported, ...]
    """Findings that belong to no single article; so are those that follow."""
    old: tuple[Reported, ...]
    waived: tuple[Waived, ...]
    switched_off: tuple[tuple[str, int], ...]
    waivers: tuple[WaiverStanding, ...]
    baseline: BaselineStanding | None


def finish(article: ArticleResult, workspace: Workspace, runner: Runner) -> Finished:
    """One article after policy, waivers and the baseline. Nothing in it depends on another article."""
    result, tally = _excused((article,), (), workspace, runner)
    return Finished(article=result.articles[0], tally=tally)


def conclude(
    loose: Iterable[Reported],
    tallies: Iterable[Tally],
    old: Iterable[str],
    labels: Mapping[str, Sequence[str]],
    workspace: Workspace,
    runner: Runner,
) -> Concluded:
    """The end of a run: the findings that belong to no article, then what the waivers and the baseline come to.

    `tallies` are those of all articles, `old` the fingerprints of their findings that stand in the baseline, and
    `labels` those of their facts, by article.
    """
    result, own = _excused((), loose, workspace, runner)
    tallies = (own, *tallies)
    switched_off: Counter[str] = Counter()
    for tally in tallies:
        switched_off.update(dict(tally.switched_off))
    used = [sum(tally.used[number] for tally in tallies) for number in range(len(workspace.waivers))]
    waivers = standings(workspace, used, labels, [rule.name for rule in runner.rules])
    about = runner.about_excuses(waivers, WaiverStanding)
    standing = None
    if workspace.baseline is not None:
        found = {*old, *(reported.fingerprint for reported in result.old)}
        partly = bool(workspace.left_out.files)
        ran = [rule.name for rule in runner.rules] if partly else None
        standing = baseline_standing(workspace.baseline, found, ran)
        about += runner.about_excuses((standing,), BaselineStanding)
    return Concluded(
        findings=tuple(sorted((*result.findings, *about), key=lambda found: found.sort_key)),
        old=result.old,
        waived=result.waived,
        switched_off=tuple(sorted(switched_off.items())),
        waivers=waivers,
        baseline=standing,
    )


def _excused(
    articles: tuple[ArticleResult, ...], loose: Iterable[Reported], workspace: Workspace, runner: Runner
) -> tuple[Result, Tally]:
    """Part of a result after levels, waivers and the baseline."""
    ordered = tuple(sorted(loose, key=lambda found: found.sort_key))
    policy = workspace.policy
    result = levelled(
        Result(articles=articles, findings=ordered, policy=policy, publish=runner.publish, as_of=workspace.as_of)
    )
    tally = Tally(used=uses(result, workspace.waivers), switched_off=result.switched_off)
    waivers = in_force(workspace)
    if waivers:
        result = waived(result, waivers, frozenset(rule.name for rule in runner.rules if rule.link == 3))
    if workspace.baseline is not None:
        result = baselined(result, workspace.baseline)
    return settled(result), tally
