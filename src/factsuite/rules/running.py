"""A run in two steps: every article by itself, then what lies across them and what follows on the findings."""

from collections.abc import Container, Iterable, Mapping

from msgspec import Struct

from factsuite.model.dossiers import Dossier, Workspace
from factsuite.rules.applying import Found, Runner
from factsuite.rules.contributed import Contributor
from factsuite.rules.excusing import is_known
from factsuite.rules.findings import Reported
from factsuite.rules.finishing import Finished, conclude, finish
from factsuite.rules.providing import OF_ARTICLE, Examined, Given, Together
from factsuite.rules.results import FactResult, Result
from factsuite.rules.rule import Rule
from factsuite.verdicts.exhibits import PinnedSources
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.judging import Judgement, judge


class Worked(Struct, frozen=True, kw_only=True):
    """The first step: one article judged, its own rules run, and what it contributes to the second."""

    examined: Examined
    given: Given
    found: tuple[Found, ...]
    contributor: Contributor


def run(workspace: Workspace, rules: Iterable[Rule], publish: bool = False) -> Result:
    """Judge every fact and run every rule. With `publish`, known inaccuracies are no longer excused."""
    runner = Runner(tuple(rules), publish)
    works = [work(dossier, workspace, runner) for dossier in workspace.dossiers]
    contributors = tuple(each.contributor for each in works)
    across = Across.of(runner, Together(shared=workspace, articles=contributors, whole=lambda: workspace))
    finished = [finished_by(each, across.of_article(each.contributor.article), runner) for each in works]
    concluded = conclude(
        across.loose,
        (each.tally for each in finished),
        (reported.fingerprint for each in finished for reported in _old(each)),
        {dossier.id: [slot.label for slot in dossier.slots] for dossier in workspace.dossiers},
        workspace,
        runner,
    )
    return Result(
        articles=tuple(each.article for each in finished),
        findings=concluded.findings,
        policy=workspace.policy,
        publish=publish,
        as_of=workspace.as_of,
        old=concluded.old,
        waived=concluded.waived,
        switched_off=concluded.switched_off,
        waivers=concluded.waivers,
        baseline=concluded.baseline,
    )


def work(dossier: Dossier, workspace: Workspace, runner: Runner) -> Worked:
    """The first step of one article. It asks no other article, but for rules that ask for the whole workspace."""
    examined = examine(dossier, workspace)
    given = Given(OF_ARTICLE, examined)
    return Worked(
        examined=examined,
        given=given,
        found=tuple(runner.own(examined, given)),
        contributor=Contributor(dossier, workspace, given[PinnedSources]),
    )


def finished_by(worked: Worked, across: Iterable[Found], runner: Runner) -> Finished:
    """An article at the end of a run, with what was found of it across articles."""
    article = runner.article(worked.examined, worked.given, (*across, *worked.found))
    return finish(article, worked.examined.workspace, runner)


class Across(Struct, frozen=True):
    """What the questions across articles find, by the article it is about."""

    by_article: Mapping[str, tuple[Found, ...]]
    loose: tuple[Reported, ...]
    """What belongs to no article that is there."""

    @classmethod
    def of(cls, runner: Runner, together: Together) -> "Across":
        """Ask them all."""
        by_article: dict[str, list[Found]] = {each.article: [] for each in together.articles}
        loose = []
        for rule, reported in runner.across(together):
            if reported.article is not None and reported.article in by_article:
                by_article[reported.article].append((rule, reported))
            else:
                loose.append(reported)
        return cls({article: tuple(found) for article, found in by_article.items()}, tuple(loose))

    def of_article(self, article: str) -> tuple[Found, ...]:
        """What is about one article."""
        return self.by_article.get(article, ())


def _old(finished: Finished) -> Iterable[Reported]:
    yield from finished.article.old
    for fact in finished.article.facts:
        yield from fact.old


def examine(
    dossier: Dossier, workspace: Workspace, known: Mapping[str, Judgement] | None = None, again: Container[str] = ()
) -> Examined:
    """One article with its facts judged. Of `known` judgements those are kept whose label is not among `again`."""
    grounds = Grounds(dossier, workspace.policy)
    kept = {label: judgement for label, judgement in (known or {}).items() if label not in again}
    judgements = {fact.label: kept.get(fact.label) or judge(fact, grounds, dossier.by_id) for fact in dossier.facts}
    return Examined(workspace=workspace, dossier=dossier, grounds=grounds, judgements=judgements)


def check_facts(examined: Examined, rules: Iterable[Rule], labels: Container[str]) -> tuple[FactResult, ...]:
    """Some facts of an article, by the rules that look at one fact at a time: no question about the whole is asked."""
    runner = Runner(tuple(rules), False)
    dossier, given = examined.dossier, Given(OF_ARTICLE, examined)
    found = runner.about_facts((label for label in examined.judgements if label in labels), examined, given)
    problems = [problem for problem in dossier.problems if problem.fact is not None and problem.fact in labels]
    found += runner.about_problems(problems, examined, given)
    slots = tuple(slot for slot in dossier.slots if slot.label in labels)
    return runner.sorted_out(examined, found, slots).facts


def check_questions(examined: Examined, rules: Iterable[Rule], others: Iterable[Examined] = ()) -> list[Reported]:
    """What the questions about the whole article, and those across it and `others`, find of it, unless it is expected
    of a known inaccuracy.
    """
    runner = Runner(tuple(rules), False)
    workspace = examined.workspace
    articles = [Contributor(each.dossier, workspace) for each in (examined, *others)]
    articles.sort(key=lambda each: each.article)
    across = runner.across(Together(shared=workspace, articles=tuple(articles), whole=lambda: workspace))
    found = [pair for pair in across if pair[1].article == examined.dossier.id]
    found += runner.about_whole(examined, Given(OF_ARTICLE, examined))
    known = {label for label, judgement in examined.judgements.items() if is_known(judgement)}
    return [reported for rule, reported in found if not (rule.link == 3 and reported.fact in known)]


def check_entities(examined: Examined, rules: Iterable[Rule], ids: Container[str]) -> list[Reported]:
    """Some entities of an article, by the rules that look at one entity at a time."""
    runner = Runner(tuple(rules), False)
    entities = (entity for entity in examined.dossier.entities if entity.id in ids)
    return [reported for _, reported in runner.about_entities(entities, examined, Given(OF_ARTICLE, examined))]
