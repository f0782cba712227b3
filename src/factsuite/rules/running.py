"""Running the rules: each is handed what it asks for, and its findings are stamped with its name."""

from collections import ChainMap
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from factsuite.load.locations import Location
from factsuite.load.problems import Problem
from factsuite.model.dossiers import Dossier, Slot, Workspace
from factsuite.model.entities import Entity
from factsuite.model.facts import Fact
from factsuite.rules.excusing import is_known, settled
from factsuite.rules.findings import Finding, Reported, Severity, fingerprint
from factsuite.rules.levels import levelled
from factsuite.rules.providing import ACROSS, ACROSS_SUBJECTS, ARTICLE_SUBJECTS, OF_ARTICLE, Examined, Given, Together
from factsuite.rules.results import ArticleResult, FactResult, Outcome, Result
from factsuite.rules.rule import Rule
from factsuite.rules.standings import BaselineStanding, WaiverStanding
from factsuite.rules.waiving import baseline_standing, baselined, standings, waived
from factsuite.verdicts.agreement.agreeing import Agreements
from factsuite.verdicts.coverage.coverage import Coverage
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.judging import Judgement, judge
from factsuite.verdicts.signing import Signing
from factsuite.verdicts.timeline.timelines import Timeline


def run(workspace: Workspace, rules: Iterable[Rule], publish: bool = False) -> Result:
    """Judge every fact and run every rule. With `publish`, known inaccuracies are no longer excused."""
    runner = _Runner(tuple(rules), publish)
    examined = tuple(examine(dossier, workspace) for dossier in workspace.dossiers)
    across = runner.across(Together(workspace=workspace, articles=examined))
    articles = tuple(runner.article(each, across) for each in examined)
    own = {each.dossier.id for each in examined}
    findings = sorted((found for _, found in across if found.article not in own), key=lambda found: found.sort_key)
    found = Result(
        articles=articles,
        findings=tuple(findings),
        policy=workspace.policy,
        publish=publish,
        as_of=workspace.as_of,
    )
    return _excused(levelled(found), workspace, runner)


def _excused(result: Result, workspace: Workspace, runner: "_Runner") -> Result:
    """What follows on the severities, in the order of `rules/order.py`; the rules about waivers and the baseline come
    in between, since they look at what was found.
    """
    waivers = standings(result, workspace, [rule.name for rule in runner.rules])
    explaining = frozenset(rule.name for rule in runner.rules if rule.link == 3)
    result = replace(waived(result, waivers, explaining), waivers=waivers)
    about = runner.about_excuses(waivers, WaiverStanding)
    if workspace.baseline is not None:
        standing = baseline_standing(result, workspace.baseline)
        result = replace(baselined(result, workspace.baseline), baseline=standing)
        about += runner.about_excuses((standing,), BaselineStanding)
    ordered = sorted((*result.findings, *about), key=lambda found: found.sort_key)
    return settled(replace(result, findings=tuple(ordered)))


def examine(
    dossier: Dossier, workspace: Workspace, known: Mapping[str, Judgement] | None = None, again: Container[str] = ()
) -> Examined:
    """One article with its facts judged. Of `known` judgements those are kept whose label is not among `again`."""
    grounds = Grounds(dossier, workspace.policy)
    facts = {fact.id: fact for fact in dossier.facts}
    kept = {label: judgement for label, judgement in (known or {}).items() if label not in again}
    judgements = {fact.label: kept.get(fact.label) or judge(fact, grounds, facts) for fact in dossier.facts}
    return Examined(workspace=workspace, dossier=dossier, grounds=grounds, judgements=judgements)


def check_facts(examined: Examined, rules: Iterable[Rule], labels: Container[str]) -> tuple[FactResult, ...]:
    """Some facts of an article, by the rules that look at one fact at a time: no question about the whole is asked."""
    runner = _Runner(tuple(rules), False)
    dossier, given = examined.dossier, Given(OF_ARTICLE, examined)
    found: list[tuple[Rule, Reported]] = []
    for label in (label for label in examined.judgements if label in labels):
        found += runner.about_fact(label, examined, given)
    problems = [problem for problem in dossier.problems if problem.fact is not None and problem.fact in labels]
    found += runner.about_problems(problems, examined, given)
    slots = tuple(slot for slot in dossier.slots if slot.label in labels)
    return runner.sorted_out(examined, found, slots).facts


def check_questions(examined: Examined, rules: Iterable[Rule], others: Iterable[Examined] = ()) -> list[Reported]:
    """What the questions about the whole article, and those across it and `others`, find of it, unless it is expected
    of a known inaccuracy.
    """
    runner = _Runner(tuple(rules), False)
    articles = tuple(sorted((examined, *others), key=lambda each: each.dossier.id))
    across = runner.across(Together(workspace=examined.workspace, articles=articles))
    found = [pair for pair in across if pair[1].article == examined.dossier.id]
    found += runner.about_whole(examined, Given(OF_ARTICLE, examined))
    known = {label for label, judgement in examined.judgements.items() if is_known(judgement)}
    return [reported for rule, reported in found if not (rule.link == 3 and reported.fact in known)]


def check_entities(examined: Examined, rules: Iterable[Rule], ids: Container[str]) -> list[Reported]:
    """Some entities of an article, by the rules that look at one entity at a time."""
    runner = _Runner(tuple(rules), False)
    entities = (entity for entity in examined.dossier.entities if entity.id in ids)
    return [reported for _, reported in runner.about_entities(entities, examined, Given(OF_ARTICLE, examined))]


@dataclass(slots=True)
class _Runner:
    rules: tuple[Rule, ...]
    publish: bool
    repeats: dict[tuple[str | None, ...], int] = field(default_factory=dict)
    wanted: dict[type[Any], tuple[Rule, ...]] = field(default_factory=dict)

    def article(self, examined: Examined, across: Iterable[tuple[Rule, Reported]]) -> ArticleResult:
        """One article: its rules run, and what was found of it across articles."""
        dossier = examined.dossier
        given = Given(OF_ARTICLE, examined)
        found = [(rule, reported) for rule, reported in across if reported.article == dossier.id]
        found += self.about_problems(dossier.problems, examined, given)
        found += self.about_whole(examined, given)
        found += self.about_entities(dossier.entities, examined, given)
        for label in examined.judgements:
            found += self.about_fact(label, examined, given)
        whole = self.sorted_out(examined, found, dossier.slots)
        return replace(
            whole,
            timeline=given[Timeline],
            coverage=given[Coverage],
            agreements=given[Agreements],
            signing=given[Signing],
        )

    def about(self, sort: type[Any]) -> tuple[Rule, ...]:
        """The rules whose first parameter is of a type, looked up once for all facts."""
        if sort not in self.wanted:
            self.wanted[sort] = tuple(rule for rule in self.rules if issubclass(rule.parameters[0], sort))
        return self.wanted[sort]

    def about_fact(self, label: str, examined: Examined, given: Given) -> Iterator[tuple[Rule, Reported]]:
        """The rules that look at one fact."""
        judgement = examined.judgements[label]
        own = {Judgement: judgement, Fact: judgement.fact, type(judgement.fact): judgement.fact}
        known = ChainMap(own, given)  # type: ignore[arg-type]  # it is only read
        yield from self._over((judgement,), Judgement, known, examined.dossier.id, label)
        yield from self._over((judgement.fact,), Fact, known, examined.dossier.id, label)

    def about_whole(self, examined: Examined, given: Given) -> list[tuple[Rule, Reported]]:
        """The rules that look at the article as a whole."""
        found: list[tuple[Rule, Reported]] = []
        for sort in ARTICLE_SUBJECTS:
            found += self._about(sort, given, examined.dossier.id)
        return found

    def about_problems(
        self, problems: Iterable[Problem], examined: Examined, given: Given
    ) -> Iterator[tuple[Rule, Reported]]:
        """The rules that tell what is wrong with the files."""
        yield from self._over(problems, Problem, given, examined.dossier.id)

    def about_entities(
        self, entities: Iterable[Entity], examined: Examined, given: Given
    ) -> Iterator[tuple[Rule, Reported]]:
        """The rules that look at one entity."""
        yield from self._over(entities, Entity, given, examined.dossier.id)

    def across(self, together: Together) -> list[tuple[Rule, Reported]]:
        """Shared files, and questions over the whole workspace; a finding may name the article it belongs to."""
        given = Given(ACROSS, together)
        found = [
            *self._over(together.workspace.shared_problems, Problem, given, None),
            *self._over(together.workspace.shared_entities, Entity, given, None),
        ]
        for sort in ACROSS_SUBJECTS:
            found += self._about(sort, given, None)
        return found

    def about_excuses(self, subjects: Iterable[Any], sort: type[Any]) -> list[Reported]:
        """The rules that look at waivers, or at the baseline."""
        return [reported for _, reported in self._over(subjects, sort, {}, None)]

    def _about(
        self, sort: type[Any], given: Mapping[type[Any], Any], article: str | None
    ) -> list[tuple[Rule, Reported]]:
        """The rules about something there is one of, which is made only if a rule asks for it."""
        if not self.about(sort):
            return []
        subject = given[sort]
        return [] if subject is None else list(self._over((subject,), sort, given, article))

    def _over(
        self,
        subjects: Iterable[Any],
        sort: type[Any],
        given: Mapping[type[Any], Any],
        article: str | None,
        fact: str | None = None,
    ) -> Iterator[tuple[Rule, Reported]]:
        wanted = self.about(sort)
        for subject in subjects:
            for rule in wanted:
                if not isinstance(subject, rule.parameters[0]):
                    continue
                if isinstance(subject, Problem) and subject.rule != rule.name:
                    continue
                others = [given.get(asked) for asked in rule.parameters[1:]]
                if any(other is None for other in others):
                    continue
                label = subject.fact if isinstance(subject, Problem) else fact
                for finding in rule.function(subject, *others):
                    yield rule, self._stamped(rule, finding, article, finding.fact or label)

    def _stamped(self, rule: Rule, finding: Finding, article: str | None, fact: str | None) -> Reported:
        article = finding.article or article
        key = (rule.name, article, fact, finding.message)
        repeat = self.repeats.get(key, 0)
        self.repeats[key] = repeat + 1
        mark = fingerprint(rule.name, article, fact, finding.message, repeat)
        return Reported(
            rule=rule.name,
            family=rule.family,
            severity=rule.severity,
            finding=finding,
            article=article,
            fact=fact,
            fingerprint=mark,
        )

    def sorted_out(
        self, examined: Examined, found: list[tuple[Rule, Reported]], slots: tuple[Slot, ...]
    ) -> ArticleResult:
        """What was found, given to the facts it is about."""
        dossier, judgements = examined.dossier, examined.judgements
        by_fact: dict[str, list[tuple[Rule, Reported]]] = {slot.label: [] for slot in slots}
        loose = []
        for rule, reported in sorted(found, key=lambda pair: pair[1].sort_key):
            if reported.fact in by_fact:
                by_fact[reported.fact].append((rule, reported))
            else:
                loose.append(reported)
        facts = tuple(
            _fact_result(slot, judgements.get(slot.label), by_fact[slot.label], self.publish, _place(slot, dossier))
            for slot in slots
        )
        return ArticleResult(dossier=dossier, facts=facts, findings=tuple(loose))


def _fact_result(
    slot: Slot,
    judgement: Judgement | None,
    found: list[tuple[Rule, Reported]],
    publish: bool,
    place: Location | None,
) -> FactResult:
    """Only the verdict of a known inaccuracy is expected; any other finding on it fails."""
    known = judgement is not None and is_known(judgement)
    excused = known and not publish
    expected = tuple(reported for rule, reported in found if excused and rule.link == 3)
    counting = tuple(reported for rule, reported in found if not (excused and rule.link == 3))
    errors = [reported for reported in counting if reported.severity is Severity.ERROR]
    if judgement is None:
        outcome = Outcome.ERROR
    elif errors:
        outcome = Outcome.FAILED
    else:
        outcome = Outcome.KNOWN if known else Outcome.PASSED
    return FactResult(
        slot=slot, judgement=judgement, outcome=outcome, findings=counting, expected=expected, place=place
    )


def _place(slot: Slot, dossier: Dossier) -> Location | None:
    found = dossier.article.find(slot.fact.anchor) if slot.fact is not None and dossier.article is not None else ()
    return found[0].at if len(found) == 1 else None
