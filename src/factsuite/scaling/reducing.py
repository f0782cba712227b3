"""The second step of a run: the outcomes of all articles to one run, ready to be reported."""

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from factsuite.model.dossiers import Workspace
from factsuite.reports.parts import Run
from factsuite.rules.applying import Runner
from factsuite.rules.finishing import conclude
from factsuite.rules.providing import Together
from factsuite.rules.running import Across
from factsuite.scaling.articles import Divided
from factsuite.scaling.outcomes import Asked, Bench, Outcome, Told, digest_of
from factsuite.verdicts.reconciling import Reconciled

Again = Callable[[Mapping[str, Told]], Sequence[Outcome]]
"""Works on some articles once more, with what is told of them across articles."""


def reduced(
    outcomes: Sequence[Outcome], divided: Divided, bench: Bench, again: Again, reconciled: Reconciled | None = None
) -> Run:
    """What lies across the articles, then waivers and baseline, in the order of the articles.

    Articles of which something else is told across articles than they were worked on with are worked on again.
    `reconciled` is what of all of them cannot hold, where that is known already.
    """
    asked, runner = bench.asked, bench.runner()
    ordered = {each.id: each for each in sorted(outcomes, key=lambda each: each.id)}
    shared = replace(asked.workspace(divided.shared), dossiers=())
    together = Together(
        shared=shared,
        articles=tuple(each.contributed for each in ordered.values()),
        whole=lambda: asked.workspace(divided.tree),
        reconciled=reconciled,
    )
    across = Across.of(runner, together)
    told = {id: tuple((rule.name, found) for rule, found in across.of_article(id)) for id in ordered}
    changed = {id: each for id, each in told.items() if digest_of(each) != ordered[id].across}
    if changed:
        ordered |= {each.id: each for each in again(changed)}
    return _run(tuple(ordered.values()), across, shared, asked, runner)


def _run(outcomes: tuple[Outcome, ...], across: Across, shared: Workspace, asked: Asked, runner: Runner) -> Run:
    concluded = conclude(
        across.loose,
        (each.tally for each in outcomes),
        (reported.fingerprint for each in outcomes for reported in each.part.all_old),
        {each.id: each.labels for each in outcomes},
        shared,
        runner,
    )
    return Run(
        articles=tuple(each.part for each in outcomes),
        policy=asked.policy,
        findings=concluded.findings,
        old=concluded.old,
        waived=concluded.waived,
        publish=asked.publish,
        as_of=asked.as_of,
        switched_off=concluded.switched_off,
        waivers=concluded.waivers,
        baseline=concluded.baseline,
    )
