"""Trying mutants: only the facts a mistake touches, and those that depend on them, are judged again."""

from collections.abc import Container, Iterable
from functools import cached_property
from pathlib import PurePosixPath

from msgspec import Struct, structs
from msgspec.structs import replace

from factsuite.model.dossiers import Dossier, Workspace
from factsuite.model.gate_policy import OFF
from factsuite.mutation.mutants import Attempt, Fate, Link, Outcome
from factsuite.rules.dependencies import Dependencies, dependencies_of, depending_on
from factsuite.rules.findings import Reported, Severity
from factsuite.rules.providing import Examined
from factsuite.rules.rule import Rule
from factsuite.rules.running import check_entities, check_facts, check_questions, examine

Key = tuple[str, str | None, str]
"""A finding by its rule and its fact, since a fact that fails by a rule cannot be turned red by it once more; one
without a fact, by its message, which stays the same when lines move.
"""
WORDS_ONLY = frozenset(("anchor-ambiguous", "anchor-missing", "correction-stale", "judgement-stale"))
"""Rules that say that copied words no longer stand. Any edit raises them, a right one too: they compare nothing."""

NOBODY = "no fact covers it"
NO_VERDICT = "no verdict hangs on it"
UNNOTICED = "no rule compares what was changed"


class Bench(Struct, frozen=True, dict=True):
    """A workspace as it stands, with one of its articles on the bench."""

    workspace: Workspace
    dossier: Dossier
    rules: tuple[Rule, ...]

    @cached_property
    def examined(self) -> Examined:
        """The article before any mistake."""
        return examine(self.dossier, self.workspace)

    @cached_property
    def others(self) -> tuple[Examined, ...]:
        """The other articles, which no mistake touches."""
        return tuple(examine(each, self.workspace) for each in self.workspace.dossiers if each is not self.dossier)

    @cached_property
    def needs(self) -> dict[str, Dependencies]:
        """What each fact depends on."""
        return {fact.label: dependencies_of(fact, self.dossier.registry) for fact in self.dossier.facts}

    @cached_property
    def known(self) -> frozenset[Key]:
        """The errors that were there before."""
        labels = {slot.label for slot in self.dossier.slots}
        found = [f for fact in check_facts(self.examined, self.rules, labels) for f in fact.findings]
        found += check_entities(self.examined, self.rules, {entity.id for entity in self.dossier.entities})
        found += check_questions(self.examined, self.rules, self.others)
        return frozenset(_key(each) for each in found if self._fails(each.rule, each.severity, each.finding.at.path))

    def _fails(self, rule: str, own: Severity, path: PurePosixPath) -> bool:
        """Whether a finding fails by the house's severities. A waiver or baseline excuses what stood before."""
        gate = self.workspace.policy.gate
        level = gate.level(rule, path) or own.value
        return level != OFF and Severity(level).reaches(Severity(gate.fail_on))

    @cached_property
    def failing(self) -> tuple[Rule, ...]:
        """The rules that turn a suite red; those of the first link, whether an anchor stands, are asked apart."""
        gate = self.workspace.policy.gate
        raised = {rule for _, rule, _ in gate.stated()}
        least = Severity(gate.fail_on)
        able = (rule for rule in self.rules if rule.severity.reaches(least) or rule.name in raised)
        return tuple(rule for rule in able if rule.link != 1)

    def try_out(self, attempt: Attempt) -> Outcome:
        """What becomes of a mutant."""
        if attempt.mutant.link is Link.ARTICLE:
            return self._of_article(attempt)
        labels = depending_on(self.dossier, self.needs, facts=attempt.rejudged, entities=attempt.entities)
        examined = examine(attempt.dossier, self._workspace(attempt.dossier), self.examined.judgements, labels)
        if attempt.mutant.link is Link.EVIDENCE and not attempt.compared and self._same_verdicts(examined, labels):
            return Outcome(mutant=attempt.mutant, fate=Fate.REDUNDANT, because=NO_VERDICT)
        noticed = self._by_facts(examined, labels, attempt) or self._by_questions(examined, labels, attempt)
        return _outcome(attempt, noticed)

    def _of_article(self, attempt: Attempt) -> Outcome:
        """The anchors first; then, with the anchors copied again, what the words say."""
        labels = frozenset(attempt.mutant.facts)
        by_anchor = self._anchors(attempt)
        by_value: set[str] = set()
        if attempt.reanchored is not None and labels:
            by_value = self._by_facts(self._unjudged(attempt.reanchored, labels), labels, attempt)
        noticed = by_anchor or self._by_questions(self._unjudged(attempt.dossier, ()), labels, attempt)
        outcome = _outcome(attempt, noticed, by_anchor=bool(by_anchor), by_value=bool(by_value))
        return replace(outcome, compared=bool(noticed and (noticed | by_value) - WORDS_ONLY))

    def _anchors(self, attempt: Attempt) -> set[str]:
        """The anchor rules that fire on the touched facts: what they say is not asked, since it takes a search."""
        article, path = attempt.dossier.article, attempt.dossier.facts_path
        names = {rule.name for rule in self.rules if self._fails(rule.name, rule.severity, path)}
        found = set()
        for fact in attempt.dossier.facts:
            if article is not None and fact.label in attempt.mutant.facts:
                places = len(article.find(fact.anchor))
                if places != 1:
                    found.add("anchor-ambiguous" if places else "anchor-missing")
        return found & names

    def _unjudged(self, dossier: Dossier, labels: Container[str]) -> Examined:
        """The article with other words in it, or other anchors: no verdict depends on them."""
        facts = {fact.label: fact for fact in dossier.facts}
        judgements = {
            label: structs.replace(judgement, fact=facts[label]) if label in labels else judgement
            for label, judgement in self.examined.judgements.items()
        }
        return examine(dossier, self._workspace(dossier), judgements)

    def _same_verdicts(self, examined: Examined, labels: frozenset[str]) -> bool:
        before, after = self.examined.judgements, examined.judgements
        return all(before[each].verdict is after[each].verdict for each in labels if each in before and each in after)

    def _workspace(self, dossier: Dossier) -> Workspace:
        dossiers = tuple(dossier if each is self.dossier else each for each in self.workspace.dossiers)
        return replace(self.workspace, dossiers=dossiers)

    def _by_facts(self, examined: Examined, labels: frozenset[str], attempt: Attempt) -> set[str]:
        """The rules that find something new on the facts, and on the records that were changed."""
        found: list[Reported] = []
        for fact in check_facts(examined, self.failing, labels):
            found += fact.findings
        if attempt.entities:
            found += check_entities(examined, self.failing, attempt.entities)
        return self._new(found)

    def _by_questions(self, examined: Examined, labels: frozenset[str], attempt: Attempt) -> set[str]:
        """The same of the questions about the whole article, asked only where no rule about one fact has spoken."""
        if not labels:
            return set()
        found = check_questions(examined, self.failing, self.others)
        of_records = bool(attempt.entities)  # what is new and belongs to no fact is about the record that was changed
        return self._new(each for each in found if each.fact in labels or (of_records and each.fact is None))

    def _new(self, found: Iterable[Reported]) -> set[str]:
        failing = (each for each in found if self._fails(each.rule, each.severity, each.finding.at.path))
        return {each.rule for each in failing if _key(each) not in self.known}


def _outcome(attempt: Attempt, noticed: set[str], *, by_anchor: bool = False, by_value: bool = False) -> Outcome:
    mutant, rules = attempt.mutant, tuple(sorted(noticed))
    if noticed:
        return Outcome(
            mutant=mutant,
            fate=Fate.KILLED,
            rules=rules,
            by_anchor=by_anchor,
            by_value=by_value,
            compared=bool(noticed - WORDS_ONLY),
        )
    because = UNNOTICED if mutant.facts else NOBODY
    return Outcome(mutant=mutant, fate=Fate.SURVIVED, because=because, by_value=by_value)


def _key(found: Reported) -> Key:
    return found.rule, found.fact, found.finding.message if found.fact is None else ""
