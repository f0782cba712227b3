"""One evidence entry, judged: does it bear on the fact, and how does it stand to it?"""

from enum import Enum

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.model.facts import Evidence, Fact
from factsuite.model.kinds import Kind
from factsuite.values.relation import INCOMPARABLE, Relation
from factsuite.values.words import compare_words
from factsuite.verdicts.comparisons import Comparison, combined
from factsuite.verdicts.exhibits import Standing, standing_in
from factsuite.verdicts.fields import compare_fields, out_of_scope
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.own_article import way_to_article


class Origin(Enum):
    """Where an entry was recorded."""

    FACT = "fact"
    ENTITY = "entity"
    """An event's date or an office's term in entities.yaml."""
    ARITHMETIC = "arithmetic"
    """Computed from other facts."""


_FACT, _QUOTATION = Origin.FACT, Kind.QUOTATION


class JudgedEntry(Struct, frozen=True, kw_only=True):
    """An entry with its comparisons."""

    source: str
    at: Location
    origin: Origin
    comparisons: tuple[Comparison, ...] = ()
    relation: Relation = INCOMPARABLE
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
        return self.relation is not INCOMPARABLE and not self.from_article

    @property
    def unnamed(self) -> bool:
        """Whether its source relies on unnamed people alone."""
        return self.evidence is not None and self.evidence.unnamed


def judge_entry(fact: Fact, entry: Evidence, grounds: Grounds) -> JudgedEntry:
    """Judge an entry recorded with the fact."""
    fields, reported = fact.fields, entry.reports
    source, excerpt = entry.source.value, entry.excerpt.text if entry.excerpt is not None else ""
    outside = out_of_scope(fields.scope, reported, fact.asserts, grounds) if reported is not None else ""
    comparisons = [] if outside else _main(fact, entry, grounds)
    relation = combined(comparisons)
    if reported is not None and fields.other and relation is not INCOMPARABLE:
        others = compare_fields(fields.other, reported, fact.asserts, grounds)
        if others:
            comparisons += others
            relation = combined(comparisons)
    return JudgedEntry(
        source=source,
        at=entry.at,
        origin=_FACT,
        comparisons=tuple(comparisons),
        relation=relation,
        outside=outside,
        set_aside=entry.set_aside,
        from_article=comes_from_article(source, grounds),
        evidence=entry,
        excerpt=excerpt,
        locator=entry.locator,
        exhibit=standing_of("" if entry.translated_from else excerpt, entry.locator, source, grounds),
    )


def comes_from_article(source: str, grounds: Grounds) -> bool:
    """Whether a source comes from the article under check, and can say nothing for it."""
    pages = grounds.own_pages
    return bool(pages) and bool(way_to_article(source, pages, grounds.registry))


def standing_of(excerpt: str, locator: str, source: str, grounds: Grounds) -> Standing:
    """How words of a source stand to its pinned copy."""
    dossier = grounds.dossier
    return standing_in(dossier.exhibit(source) if dossier.exhibits else None, excerpt, locator)


def _main(fact: Fact, entry: Evidence, grounds: Grounds) -> list[Comparison]:
    """The main field compared, and judged where somebody did; a judgement may lower a relation, never raise it."""
    if fact.kind is _QUOTATION:
        words = _words(fact, entry)
        computed = [words] if words is not None else []
    elif entry.reports is not None:
        computed = compare_fields(fact.fields.main, entry.reports, fact.asserts, grounds)
    else:
        computed = []
    if entry.stance is None:
        return computed
    judged = Comparison(
        field="+".join([name for name in fact.fields.main if fact.asserts.given(name) is not None]),
        relation=entry.stance.value.relation,
        reported=entry.stance.text,
        asserted=entry.of.text if entry.of is not None else fact.claim.text,
        judged=True,
        detail=entry.because.text if entry.because is not None else "",
    )
    computed.append(judged)
    return computed


def _words(fact: Fact, entry: Evidence) -> Comparison | None:
    printed, asserted = entry.words, fact.asserts.words
    if printed is None or asserted is None:
        return None
    if entry.translated_from:
        detail = f"translated from {entry.translated_from}"
        return Comparison(
            field="words",
            relation=INCOMPARABLE,
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
