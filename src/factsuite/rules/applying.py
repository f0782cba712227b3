"""Rules applied: each is handed what it asks for, and its findings are stamped with its name."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from factsuite.load.locations import Location
from factsuite.load.problems import Problem
from factsuite.model.dossiers import Dossier, Slot
from factsuite.model.entities import Entity
from factsuite.model.facts import Fact
from factsuite.rules.excusing import is_known
from factsuite.rules.findings import Finding, Reported, Severity, fingerprint
from factsuite.rules.providing import ACROSS, ACROSS_SUBJECTS, ARTICLE_SUBJECTS, Examined, Given, Together
from factsuite.rules.results import ArticleResult, FactResult, Outcome
from factsuite.rules.rule import Rule
from factsuite.verdicts.agreement.agreeing import Agreements
from factsuite.verdicts.coverage.coverage import Coverage
from factsuite.verdicts.judging import Judgement
from factsuite.verdicts.signing import Signing
from factsuite.verdicts.timeline.timelines import Timeline

_PASSED = Outcome.PASSED

Found = tuple[Rule, Reported]
"""A finding with the rule that made it."""

Call = tuple[Rule, tuple[Any, ...], bool]
"""A rule with what it is handed besides its subject, and whether some of that is the subject's own.

What is its own differs from subject to subject: its type stands for it.
"""


Own = frozenset[type[Any]]
"""The types of what a subject has of its own: of a judgement or a fact, the other one."""


class Runner(Struct):
    """The rules of a run, and how often each has said the same."""

    rules: tuple[Rule, ...]
    publish: bool
    repeats: dict[tuple[str | None, ...], int] = field(default_factory=dict)
    wanted: dict[type[Any], tuple[Rule, ...]] = field(default_factory=dict)
    fitting: dict[tuple[type[Any], type[Any], Own], tuple[Call, ...]] = field(default_factory=dict)

    def afresh(self) -> "Runner":
        """The same rules, none of which has said anything yet; what was looked up of them is kept."""
        return replace(self, repeats={})

    def own(self, examined: Examined, given: Given) -> list[Found]:
        """What the rules find that look at one article, its entities or its facts."""
        dossier = examined.dossier
        found = [*self.about_problems(dossier.problems, examined, given), *self.about_whole(examined, given)]
        found += self.about_entities(dossier.entities, examined, given)
        found += self.about_facts(examined.judgements, examined, given)
        return found

    def article(self, examined: Examined, given: Given, found: Iterable[Found]) -> ArticleResult:
        """One article with what was found of it."""
        return replace(
            self.sorted_out(examined, list(found), examined.dossier.slots),
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

    def looking_at(self, sort: type[Any], subject: type[Any], own: Own = frozenset()) -> tuple[Call, ...]:
        """Those of the rules about a type that look at one of its subtypes, each with the types of all else it asks."""
        key = sort, subject, own
        if key not in self.fitting:
            fitting = [rule for rule in self.about(sort) if issubclass(subject, rule.parameters[0])]
            asked = [(rule, rule.parameters[1:]) for rule in fitting]
            self.fitting[key] = tuple([(rule, others, not own.isdisjoint(others)) for rule, others in asked])
        return self.fitting[key]

    def about_facts(self, labels: Iterable[str], examined: Examined, given: Given) -> list[Found]:
        """The rules that look at one fact, fact by fact."""
        found: list[Found] = []
        calls: dict[type[Fact], tuple[list[Call], list[Call]]] = {}  # what is the same for all facts of a kind
        for label in labels:
            judgement = examined.judgements[label]
            fact = judgement.fact
            kind = type(fact)
            if kind not in calls:
                own: Own = frozenset((Judgement, Fact, kind))
                calls[kind] = self._calls(Judgement, Judgement, given, own), self._calls(Fact, kind, given, own)
            of_judgement, of_fact = calls[kind]
            for subject, asked in ((judgement, of_judgement), (fact, of_fact)):
                for rule, others, are_own in asked:
                    if not others:  # most rules ask for their subject alone
                        findings = rule.function(subject)
                    elif are_own:
                        findings = rule.function(subject, *[_handed(each, judgement) for each in others])
                    else:
                        findings = rule.function(subject, *others)
                    for finding in findings:
                        found.append((rule, self._stamped(rule, finding, examined.dossier.id, finding.fact or label)))
        return found

    def about_whole(self, examined: Examined, given: Given) -> list[Found]:
        """The rules that look at the article as a whole."""
        found: list[Found] = []
        for sort in ARTICLE_SUBJECTS:
            found += self._about(sort, given, examined.dossier.id)
        return found

    def about_problems(self, problems: Iterable[Problem], examined: Examined, given: Given) -> Iterator[Found]:
        """The rules that tell what is wrong with the files."""
        yield from self._over(problems, Problem, given, examined.dossier.id)

    def about_entities(self, entities: Iterable[Entity], examined: Examined, given: Given) -> Iterator[Found]:
        """The rules that look at one entity."""
        yield from self._over(entities, Entity, given, examined.dossier.id)

    def across(self, together: Together) -> list[Found]:
        """Shared files, and questions over the whole workspace; a finding may name the article it belongs to."""
        given = Given(ACROSS, together)
        found = [
            *self._over(together.shared.shared_problems, Problem, given, None),
            *self._over(together.shared.shared_entities, Entity, given, None),
        ]
        for sort in ACROSS_SUBJECTS:
            found += self._about(sort, given, None)
        return found

    def about_excuses(self, subjects: Iterable[Any], sort: type[Any]) -> list[Reported]:
        """The rules that look at waivers, or at the baseline."""
        return [reported for _, reported in self._over(subjects, sort, Given({}, None), None)]

    def _about(self, sort: type[Any], given: Given, article: str | None) -> list[Found]:
        """The rules about something there is one of, which is made only if a rule asks for it."""
        if not self.about(sort):
            return []
        subject = given[sort]
        return [] if subject is None else list(self._over((subject,), sort, given, article))

    def _over(
        self,
        subjects: Iterable[Any],
        sort: type[Any],
        given: Given,
        article: str | None,
    ) -> Iterator[Found]:
        calls: dict[type[Any], list[Call]] = {}
        for subject in subjects:
            kind = type(subject)
            if kind not in calls:
                calls[kind] = self._calls(sort, kind, given)
            problem = subject if isinstance(subject, Problem) else None
            label = None if problem is None else problem.fact
            for rule, others, _ in calls[kind]:
                if problem is not None and problem.rule != rule.name:
                    continue
                for finding in rule.function(subject, *others):
                    yield rule, self._stamped(rule, finding, article, finding.fact or label)

    def _calls(self, sort: type[Any], subject: type[Any], given: Given, own: Own = frozenset()) -> list[Call]:
        """The rules that look at one type of subject, with what else they ask for; without those that ask in vain.

        Of what is the subject's `own` the type is kept: another subject has another one.
        """
        calls: list[Call] = []
        for call in self.looking_at(sort, subject, own):
            rule, asked, are_own = call
            if not asked:
                calls.append(call)
            elif are_own:
                mixed = tuple([each if each in own else given.get(each) for each in asked])
                if None not in mixed:
                    calls.append((rule, mixed, True))
            else:
                others = given.all_of(asked)
                if others is not None:
                    calls.append((rule, others, False))
        return calls

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

    def sorted_out(self, examined: Examined, found: list[Found], slots: tuple[Slot, ...]) -> ArticleResult:
        """What was found, given to the facts it is about."""
        dossier, judgements = examined.dossier, examined.judgements
        by_fact: dict[str, list[Found]] = {slot.label: [] for slot in slots}
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


def _handed(asked: Any, judgement: Judgement) -> Any:
    """What a rule is handed: of a type that stands for what is the subject's own, the judgement or its fact."""
    if asked is Judgement:
        return judgement
    return judgement.fact if isinstance(asked, type) else asked


def _fact_result(
    slot: Slot,
    judgement: Judgement | None,
    found: list[Found],
    publish: bool,
    place: Location | None,
) -> FactResult:
    """Only the verdict of a known inaccuracy is expected; any other finding on it fails."""
    known = judgement is not None and is_known(judgement)
    if not found and judgement is not None:
        outcome = Outcome.KNOWN if known else _PASSED
        return FactResult(slot=slot, judgement=judgement, outcome=outcome, findings=(), place=place)
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
