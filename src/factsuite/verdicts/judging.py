"""The verdict on one fact, from its lines of evidence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from factsuite.model.fact_kinds import Derived
from factsuite.model.facts import Fact, Verdict
from factsuite.values.relation import Relation
from factsuite.verdicts.arithmetic import computed_entry
from factsuite.verdicts.comparisons import Comparison
from factsuite.verdicts.entries import JudgedEntry, judge_entry
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.lines import Line, fold_lines
from factsuite.verdicts.recorded import recorded_entries


class Basis(Enum):
    """How a verdict was reached."""

    COMPUTED = "computed"
    """The main field was compared by rule."""
    MIXED = "mixed"
    """The main field was judged by a person, other fields were compared by rule."""
    JUDGED = "judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A fact with its verdict, and everything that led to it."""

    fact: Fact
    entries: tuple[JudgedEntry, ...]
    lines: tuple[Line, ...]
    verdict: Verdict
    basis: Basis
    uncovered: tuple[str, ...]
    """Fields the article asserts and no entry entails."""
    lost: tuple[str, ...]
    """Conditions, negations and hedges of the sources that the article leaves out."""
    verdict_with_all: Verdict
    """The verdict if nothing had been set aside."""

    @property
    def counting(self) -> tuple[JudgedEntry, ...]:
        """The entries that bear on the fact and are not set aside."""
        return tuple(entry for entry in self.entries if entry.bears and not entry.set_aside)

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Every comparison that said something, of the entries that count."""
        found = (comparison for entry in self.counting for comparison in entry.comparisons)
        return tuple(comparison for comparison in found if comparison.relation is not Relation.INCOMPARABLE)

    @property
    def main_compared(self) -> bool:
        """Whether the main field was compared or judged at all."""
        return bool(self.comparisons)

    @property
    def parent_only(self) -> bool:
        """Whether nothing but the article's own parent entails the fact."""
        entailing = [line for line in self.lines if line.relation is Relation.ENTAILS]
        return bool(entailing) and all(line.is_parent for line in entailing)


def judge(fact: Fact, grounds: Grounds, facts: Mapping[str, Fact]) -> Judgement:
    """Compare everything a fact rests on and compute its verdict. `facts` are those of the article, by id."""
    entries = [judge_entry(fact, entry, grounds) for entry in fact.evidence]
    entries += recorded_entries(fact, grounds)
    if isinstance(fact, Derived):
        computed = computed_entry(fact, facts)
        entries += [computed] if computed is not None else []
    counting = [entry for entry in entries if entry.bears and not entry.set_aside]
    lines = fold_lines(entries, grounds.registry, grounds.dossier.article)
    uncovered, lost = uncovered_fields(fact, counting), _lost(counting)
    verdict = decide(lines, uncovered, lost, grounds.policy.lines_required)
    return Judgement(
        fact=fact,
        entries=tuple(entries),
        lines=lines,
        verdict=verdict,
        basis=_basis(fact, counting),
        uncovered=uncovered,
        lost=lost,
        verdict_with_all=_with_all(fact, entries, grounds) if any(e.set_aside for e in entries) else verdict,
    )


def decide(lines: Iterable[Line], uncovered: tuple[str, ...], lost: tuple[str, ...], required: int) -> Verdict:
    """The first row of the verdict table that holds (design, section 5)."""
    relations = [line.relation for line in lines]
    entailing = relations.count(Relation.ENTAILS)
    if Relation.CONTRADICTS in relations:
        return Verdict.DISPUTED if entailing else Verdict.CONTRADICTED
    if not relations:
        return Verdict.UNVERIFIED
    if uncovered or lost or not entailing:
        return Verdict.OVERSTATED
    return Verdict.SUPPORTED if entailing >= required else Verdict.UNVERIFIED


def uncovered_fields(fact: Fact, counting: Iterable[JudgedEntry]) -> tuple[str, ...]:
    """The fields the article asserts that no entry entails; a judgement stands for the main field."""
    covered: set[str] = set()
    for entry in counting:
        for comparison in entry.comparisons:
            if comparison.relation is Relation.ENTAILS:
                covered.update(comparison.field.split("+"))
    asserted = [name for name in fact.fields.claimed if fact.asserts.given(name) is not None]
    implied = {"link"} if fact.asserts.link is not None and fact.asserts.link.value == "after" else set()
    return tuple(name for name in asserted if name not in covered | implied)


def _lost(counting: Iterable[JudgedEntry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for entry in counting for word in entry.lost))


def _basis(fact: Fact, counting: Iterable[JudgedEntry]) -> Basis:
    main = set(fact.fields.main)
    computed = {
        comparison.field in main
        for entry in counting
        for comparison in entry.comparisons
        if not comparison.judged and comparison.relation is not Relation.INCOMPARABLE
    }
    return Basis.COMPUTED if True in computed else Basis.MIXED if computed else Basis.JUDGED


def _with_all(fact: Fact, entries: list[JudgedEntry], grounds: Grounds) -> Verdict:
    counted = [replace(entry, set_aside="") for entry in entries]
    bearing = [entry for entry in counted if entry.bears]
    lines = fold_lines(counted, grounds.registry, grounds.dossier.article)
    return decide(lines, uncovered_fields(fact, bearing), _lost(bearing), grounds.policy.lines_required)
