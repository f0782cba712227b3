"""Running the rules: each is handed what it asks for, and its findings are stamped with its name."""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from factsuite.load.locations import Location
from factsuite.load.problems import Problem
from factsuite.model.dossiers import Dossier, Slot, Workspace
from factsuite.model.entities import Entity
from factsuite.model.facts import Fact, Verdict
from factsuite.rules.findings import Finding, Reported, Severity, fingerprint
from factsuite.rules.providing import ACROSS, ACROSS_SUBJECTS, ARTICLE_SUBJECTS, OF_ARTICLE, Examined, Given, Together
from factsuite.rules.results import ArticleResult, FactResult, Outcome, Result
from factsuite.rules.rule import Rule
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.judging import Judgement, judge


def run(workspace: Workspace, rules: Iterable[Rule], publish: bool = False) -> Result:
    """Judge every fact and run every rule. With `publish`, known inaccuracies are no longer excused."""
    runner = _Runner(tuple(rules), publish)
    examined = tuple(examine(dossier, workspace) for dossier in workspace.dossiers)
    across = runner.across(Together(workspace=workspace, articles=examined))
    articles = tuple(runner.article(each, across) for each in examined)
    own = {each.dossier.id for each in examined}
    findings = sorted((found for _, found in across if found.article not in own), key=lambda found: found.sort_key)
    return Result(articles=articles, findings=tuple(findings), policy=workspace.policy, publish=publish)


def examine(dossier: Dossier, workspace: Workspace) -> Examined:
    """One article with its facts judged."""
    grounds = Grounds(dossier, workspace.policy)
    facts = {fact.id: fact for fact in dossier.facts}
    judgements = {fact.label: judge(fact, grounds, facts) for fact in dossier.facts}
    return Examined(workspace=workspace, dossier=dossier, grounds=grounds, judgements=judgements)


@dataclass(slots=True)
class _Runner:
    rules: tuple[Rule, ...]
    publish: bool
    repeats: dict[tuple[str | None, ...], int] = field(default_factory=dict)

    def article(self, examined: Examined, across: Iterable[tuple[Rule, Reported]]) -> ArticleResult:
        """One article: its rules run, and what was found of it across articles."""
        dossier = examined.dossier
        given = Given(OF_ARTICLE, examined)
        found = [(rule, reported) for rule, reported in across if reported.article == dossier.id]
        found += self._over(dossier.problems, Problem, given, dossier.id)
        for sort in ARTICLE_SUBJECTS:
            found += self._about(sort, given, dossier.id)
        found += self._over(dossier.entities, Entity, given, dossier.id)
        for label, judgement in examined.judgements.items():
            own = {Judgement: judgement, Fact: judgement.fact, type(judgement.fact): judgement.fact}
            known = ChainMap(own, given)  # type: ignore[arg-type]  # it is only read
            found += self._over((judgement,), Judgement, known, dossier.id, label)
            found += self._over((judgement.fact,), Fact, known, dossier.id, label)
        return self._sorted_out(dossier, examined.judgements, found)

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

    def _about(
        self, sort: type[Any], given: Mapping[type[Any], Any], article: str | None
    ) -> list[tuple[Rule, Reported]]:
        """The rules about something there is one of, which is made only if a rule asks for it."""
        if not any(issubclass(rule.parameters[0], sort) for rule in self.rules):
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
        wanted = [rule for rule in self.rules if issubclass(rule.parameters[0], sort)]
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

    def _sorted_out(
        self, dossier: Dossier, judgements: Mapping[str, Judgement], found: list[tuple[Rule, Reported]]
    ) -> ArticleResult:
        by_fact: dict[str, list[tuple[Rule, Reported]]] = {slot.label: [] for slot in dossier.slots}
        loose = []
        for rule, reported in sorted(found, key=lambda pair: pair[1].sort_key):
            if reported.fact in by_fact:
                by_fact[reported.fact].append((rule, reported))
            else:
                loose.append(reported)
        facts = tuple(
            _fact_result(slot, judgements.get(slot.label), by_fact[slot.label], self.publish, _place(slot, dossier))
            for slot in dossier.slots
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


def is_known(judgement: Judgement) -> bool:
    """Whether the desk states that the article is wrong here, and the evidence says the same."""
    stated = judgement.fact.stated_verdict
    return stated is not Verdict.SUPPORTED and stated is judgement.verdict
