"""Running the rules: each is handed what it asks for, and its findings are stamped with its name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from factsuite.load.locations import Location
from factsuite.load.problems import Problem
from factsuite.model.articles import Article
from factsuite.model.dossiers import Dossier, Slot, Workspace
from factsuite.model.entities import Entity
from factsuite.model.facts import Fact, Verdict
from factsuite.model.policy import Policy
from factsuite.model.registry import Registry, registry
from factsuite.rules.findings import Finding, Reported, Severity, fingerprint
from factsuite.rules.results import ArticleResult, FactResult, Outcome, Result
from factsuite.rules.rule import Rule
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.judging import Judgement, judge


def run(workspace: Workspace, rules: Iterable[Rule], publish: bool = False) -> Result:
    """Judge every fact and run every rule. With `publish`, known inaccuracies are no longer excused."""
    runner = _Runner(tuple(rules), workspace, publish)
    articles = tuple(runner.article(dossier) for dossier in workspace.dossiers)
    return Result(articles=articles, findings=runner.across(), policy=workspace.policy, publish=publish)


@dataclass(slots=True)
class _Runner:
    rules: tuple[Rule, ...]
    workspace: Workspace
    publish: bool
    repeats: dict[tuple[str | None, ...], int] = field(default_factory=dict)

    def article(self, dossier: Dossier) -> ArticleResult:
        """One article: its facts judged, its rules run."""
        grounds = Grounds(dossier, self.workspace.policy)
        facts = {fact.id: fact for fact in dossier.facts}
        judgements = {fact.label: judge(fact, grounds, facts) for fact in dossier.facts}
        given: dict[type[Any], Any] = {
            Workspace: self.workspace,
            Policy: self.workspace.policy,
            Dossier: dossier,
            Registry: dossier.registry,
            Grounds: grounds,
        }
        if dossier.article is not None:
            given[Article] = dossier.article
        found: list[tuple[Rule, Reported]] = []
        found += self._over(dossier.problems, Problem, given, dossier.id)
        found += self._over((dossier,), Dossier, given, dossier.id)
        found += self._over(dossier.entities, Entity, given, dossier.id)
        for label, judgement in judgements.items():
            known = {
                **given,
                Judgement: judgement,
                Fact: judgement.fact,
                type(judgement.fact): judgement.fact,
            }
            found += self._over((judgement,), Judgement, known, dossier.id, label)
            found += self._over((judgement.fact,), Fact, known, dossier.id, label)
        return self._sorted_out(dossier, judgements, found)

    def across(self) -> tuple[Reported, ...]:
        """What belongs to no single article: shared files, and questions over the whole workspace."""
        shared = registry(self.workspace.shared_entities, self.workspace.shared_sources, (), ())
        given: dict[type[Any], Any] = {
            Workspace: self.workspace,
            Policy: self.workspace.policy,
            Registry: shared,
        }
        found = [
            *self._over(self.workspace.shared_problems, Problem, given, None),
            *self._over(self.workspace.shared_entities, Entity, given, None),
            *self._over((self.workspace,), Workspace, given, None),
        ]
        return tuple(sorted((reported for _, reported in found), key=lambda reported: reported.sort_key))

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
                if any(asked not in given for asked in rule.parameters[1:]):
                    continue
                label = subject.fact if isinstance(subject, Problem) else fact
                for finding in rule.function(subject, *(given[asked] for asked in rule.parameters[1:])):
                    yield rule, self._stamped(rule, finding, article, finding.fact or label)

    def _stamped(self, rule: Rule, finding: Finding, article: str | None, fact: str | None) -> Reported:
        key = (rule.name, article, fact, finding.message)
        repeat = self.repeats.get(key, 0)
        self.repeats[key] = repeat + 1
        mark = fingerprint(rule.name, article, fact, finding.message, repeat)
        return Reported(
            rule=rule.name,
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
