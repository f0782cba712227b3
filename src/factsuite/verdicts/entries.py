"""One evidence entry, judged: does it bear on the fact, and how does it stand to it?"""

from dataclasses import dataclass
from enum import Enum

from factsuite.load.locations import Location
from factsuite.model.facts import Evidence, Fact, Terms
from factsuite.model.kinds import Kind
from factsuite.values.relation import Relation, weakest
from factsuite.values.words import compare_words
from factsuite.verdicts.comparisons import Comparison
from factsuite.verdicts.exhibits import Standing
from factsuite.verdicts.fields import Pair, compare_field, out_of_scope
from factsuite.verdicts.grounds import Grounds


class Origin(Enum):
    """Where an entry was recorded."""

    FACT = "fact"
    ENTITY = "entity"
    """An event's date or an office's term in entities.yaml."""
    ARITHMETIC = "arithmetic"
    """Computed from other facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedEntry:
    """An entry with its comparisons."""

    source: str
    at: Location
    origin: Origin
    comparisons: tuple[Comparison, ...] = ()
    relation: Relation = Relation.INCOMPARABLE
    outside: str = ""
    """The scope field in which it is about something else."""
    set_aside: str = ""
    from_article: bool = False
    """Its source comes from the article under check, and can say nothing for it."""
    dates_only: str = ""
    """Of an order by dates: the one event, earlier or later, whose date its source gives."""
    evidence: Evidence | None = None
    excerpt: str = ""
    locator: str = ""
    exhibit: Standing | None = None
    """How its excerpt stands to the pinned copy of its source; None for what is computed, which has no source."""

    @property
    def bears(self) -> bool:
        """Whether it says anything about the fact."""
        return self.relation is not Relation.INCOMPARABLE and not self.from_article

    @property
    def unnamed(self) -> bool:
        """Whether its source relies on unnamed people alone."""
        return self.evidence is not None and self.evidence.unnamed

    @property
    def lost(self) -> tuple[str, ...]:
        """Conditions of the source that the article's words leave out."""
        return tuple(word for comparison in self.comparisons for word in comparison.lost)


def judge_entry(fact: Fact, entry: Evidence, grounds: Grounds) -> JudgedEntry:
    """Judge an entry recorded with the fact."""
    reported = entry.reports or Terms(at=entry.at)
    pair = Pair(reported, fact.asserts, fact, grounds)
    outside = out_of_scope(pair) or ""
    main = [] if outside else _main(fact, entry, pair)
    relation = weakest(comparison.relation for comparison in main)
    comparisons = main
    if relation is not Relation.INCOMPARABLE:
        others = (compare_field(name, pair) for name in fact.fields.other)
        comparisons = [*main, *(comparison for comparison in others if comparison is not None)]
    return JudgedEntry(
        source=entry.source.value,
        at=entry.at,
        origin=Origin.FACT,
        comparisons=tuple(comparisons),
        relation=relation if relation is Relation.INCOMPARABLE else weakest(c.relation for c in comparisons),
        outside=outside,
        set_aside=entry.set_aside,
        evidence=entry,
        excerpt=entry.excerpt.text if entry.excerpt is not None else "",
        locator=entry.locator,
    )


def _main(fact: Fact, entry: Evidence, pair: Pair) -> list[Comparison]:
    """The main field compared, and judged where somebody did; a judgement may lower a relation, never raise it."""
    if fact.kind is Kind.QUOTATION:
        words = _words(fact, entry)
        computed = [words] if words is not None else []
    else:
        found = (compare_field(name, pair) for name in fact.fields.main)
        computed = [comparison for comparison in found if comparison is not None]
    if entry.stance is None:
        return computed
    judged = Comparison(
        field="+".join(name for name in fact.fields.main if fact.asserts.given(name) is not None),
        relation=entry.stance.value.relation,
        reported=entry.stance.text,
        asserted=entry.of.text if entry.of is not None else fact.claim.text,
        judged=True,
        detail=entry.because.text if entry.because is not None else "",
    )
    return [*computed, judged]


def _words(fact: Fact, entry: Evidence) -> Comparison | None:
    printed, asserted = entry.words, fact.asserts.words
    if printed is None or asserted is None:
        return None
    if entry.translated_from:
        detail = f"translated from {entry.translated_from}"
        return Comparison(
            field="words",
            relation=Relation.INCOMPARABLE,
            reported=printed.text,
            asserted=asserted.text,
            detail=detail,
        )
    found = compare_words(printed.text, asserted.text)
    return Comparison(
        field="words",
        relation=found.relation,
        reported=printed.text,
        asserted=asserted.text,
        detail=found.diff,
        lost=found.lost,
    )
