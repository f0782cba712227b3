"""The verdict on one fact, from its lines of evidence."""

from collections.abc import Container, Iterable, Mapping
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from factsuite.model.fact_kinds import Derived
from factsuite.model.facts import GIVEN, Fact, Verdict
from factsuite.model.lines_policy import Required
from factsuite.values.relation import COMPATIBLE, CONTRADICTS, ENTAILS, INCOMPARABLE, Relation
from factsuite.verdicts.arithmetic import computed_entry
from factsuite.verdicts.comparisons import Comparison
from factsuite.verdicts.entries import JudgedEntry, Origin, judge_entry
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.line import Line
from factsuite.verdicts.lines import fold_lines
from factsuite.verdicts.recorded import recorded_entries
from factsuite.verdicts.standing import standing_alone


class Basis(Enum):
    """How a verdict was reached."""

    COMPUTED = "computed"
    """The main field was compared by rule."""
    MIXED = "mixed"
    """The main field was judged by a person, other fields were compared by rule."""
    JUDGED = "judged"


_COMPUTED, _MIXED = Basis.COMPUTED, Basis.MIXED
_SUPPORTED, _UNVERIFIED = Verdict.SUPPORTED, Verdict.UNVERIFIED
_AGAINST = (Verdict.CONTRADICTED, Verdict.DISPUTED)


class Judgement(Struct, frozen=True, kw_only=True):
    """A fact with its verdict, and everything that led to it."""

    fact: Fact
    entries: tuple[JudgedEntry, ...]
    counting: tuple[JudgedEntry, ...]
    """The entries that bear on the fact and are not set aside."""
    comparisons: tuple[Comparison, ...]
    """Every comparison that said something, of the entries that count."""
    lines: tuple[Line, ...]
    verdict: Verdict
    basis: Basis
    uncovered: tuple[str, ...]
    """Fields the article asserts and no entry entails."""
    lost: tuple[str, ...]
    """Conditions, negations and hedges of the sources that the article leaves out."""
    verdict_with_all: Verdict
    """The verdict if nothing had been set aside."""
    required: Required
    """How many lines the house requires for it, and why."""
    stand_alone: tuple[str, ...] = ()
    """The sources that support it of which one would suffice, by policy."""

    @property
    def main_compared(self) -> bool:
        """Whether the main field was compared or judged at all."""
        return bool(self.comparisons)

    @property
    def supporting(self) -> tuple[Line, ...]:
        """The lines that entail the fact and count towards those required."""
        return tuple([line for line in self.lines if line.relation is ENTAILS and line.counts])

    @property
    def hangs_on(self) -> Line | None:
        """The one line without which the verdict would be another; None where there are several, or arithmetic."""
        if self.verdict is _UNVERIFIED:
            return None
        deciding = self.supporting if self.verdict is _SUPPORTED else self.lines
        if self.verdict in _AGAINST:
            deciding = tuple([line for line in self.lines if line.relation is CONTRADICTS])
        if len(deciding) != 1:
            return None
        arithmetic = any(entry.origin is Origin.ARITHMETIC for entry in deciding[0].entries)
        return None if arithmetic else deciding[0]

    @property
    def parent_only(self) -> bool:
        """Whether nothing but the article's own parent entails the fact."""
        found = False
        for line in self.lines:
            if line.relation is ENTAILS:
                if not line.is_parent:
                    return False
                found = True
        return found


def judge(fact: Fact, grounds: Grounds, facts: Mapping[str, Fact]) -> Judgement:
    """Compare everything a fact rests on and compute its verdict. `facts` are those of the article, by id."""
    entries = _entries(fact, grounds, facts)
    found = _conclude(fact, entries, grounds)
    for entry in entries:
        if entry.set_aside:
            with_all = _conclude(fact, tuple([replace(each, set_aside="") for each in entries]), grounds)
            return replace(found, verdict_with_all=with_all.verdict)
    return found


def _entries(fact: Fact, grounds: Grounds, facts: Mapping[str, Fact]) -> tuple[JudgedEntry, ...]:
    """Everything a fact rests on."""
    entries = [judge_entry(fact, entry, grounds) for entry in fact.evidence]
    entries += recorded_entries(fact, grounds)
    computed = computed_entry(fact, facts, grounds) if isinstance(fact, Derived) else None
    if computed is not None:
        entries.append(computed)
    return tuple(entries)


def _conclude(fact: Fact, entries: tuple[JudgedEntry, ...], grounds: Grounds) -> Judgement:
    """What the entries come to that are not set aside."""
    policy, registry, main = grounds.policy, grounds.registry, fact.fields.main
    counting: list[JudgedEntry] = []
    compared: list[Comparison] = []
    covered: set[str] = set()  # the fields that some entry entails
    by_rule: set[str] = set()  # the fields compared without a person's judgement
    lost: dict[str, None] = {}
    for entry in entries:
        if entry.set_aside or not entry.bears:
            continue
        counting.append(entry)
        for comparison in entry.comparisons:
            field, relation = comparison.field, comparison.relation
            if comparison.lost:
                lost.update(dict.fromkeys(comparison.lost))
            if relation is INCOMPARABLE:
                continue
            compared.append(comparison)
            if relation is ENTAILS:
                covered.add(field)
            if not comparison.judged:
                by_rule.add(field)
            elif relation is ENTAILS:
                covered.update(field.split("+"))
    lines = fold_lines(counting, registry, grounds.dossier.article, policy.lines)
    uncovered = uncovered_fields(fact, covered)
    required = policy.lines.required(fact.kind, fact.risk, policy.lines_required)
    alone = standing_alone(fact, lines, registry, policy.lines)
    verdict = decide(lines, uncovered, tuple(lost), 1 if alone else required.lines)
    return Judgement(
        fact=fact,
        entries=entries,
        counting=tuple(counting),
        comparisons=tuple(compared),
        lines=lines,
        verdict=verdict,
        basis=Basis.JUDGED if not by_rule else _MIXED if by_rule.isdisjoint(main) else _COMPUTED,
        uncovered=uncovered,
        lost=tuple(lost),
        verdict_with_all=verdict,
        required=required,
        stand_alone=alone,
    )


def decide(lines: Iterable[Line], uncovered: tuple[str, ...], lost: tuple[str, ...], required: int) -> Verdict:
    """The first row of the verdict table that holds (design, section 5).

    A line that does not count supports nothing; what contradicts is never discounted.
    """
    relations: list[Relation] = []
    supporting = 0
    for line in lines:
        relations.append(line.relation)
        if line.relation is ENTAILS and line.counts:
            supporting += 1
    if CONTRADICTS in relations:
        return Verdict.DISPUTED if supporting else Verdict.CONTRADICTED
    if not relations:
        return Verdict.UNVERIFIED
    if uncovered or lost or (not supporting and COMPATIBLE in relations):
        return Verdict.OVERSTATED
    return _SUPPORTED if supporting >= required else _UNVERIFIED


def uncovered_fields(fact: Fact, covered: Container[str]) -> tuple[str, ...]:
    """The fields the article asserts that no entry entails; a judgement stands for the main field."""
    fields, asserts = fact.fields, fact.asserts
    uncovered = []
    for name in (*fields.main, *fields.other):
        if name not in covered and GIVEN[name](asserts) is not None:
            uncovered.append(name)
    if "link" in uncovered and asserts.link is not None and asserts.link.value == "after":
        uncovered.remove("link")  # any order of the two events implies it
    return tuple(uncovered)
