"""The evidence on one fact as it is shown: by line, what each source reports against what the article asserts."""

from collections.abc import Iterable

from msgspec import Struct

from factsuite.model.facts import Fact
from factsuite.model.kinds import Kind
from factsuite.model.registry import Registry
from factsuite.reports.html.forest import forest_plot
from factsuite.reports.html.shapes import Picture
from factsuite.reports.html.shown_text import Ids, web_address
from factsuite.reports.html.signs import RELATION_SIGNS, Sign
from factsuite.reports.html.word_diffs import QuotedDiff, quoted_diff
from factsuite.verdicts.comparisons import Comparison
from factsuite.verdicts.entries import JudgedEntry, Origin
from factsuite.verdicts.exhibits import Standing
from factsuite.verdicts.judging import Judgement
from factsuite.verdicts.line import Line


class FieldView(Struct, frozen=True, kw_only=True):
    """One comparison."""

    comparison: Comparison
    sign: Sign


class EntryView(Struct, frozen=True, kw_only=True):
    """One source on one fact."""

    source: str
    publisher: str
    title: str
    url: str
    """An address of the web, or empty."""
    locator: str
    remarks: tuple[str, ...]
    fields: tuple[FieldView, ...]
    excerpt: str
    diff: QuotedDiff | None
    at: str
    """`path:line` of the entry."""


class LineView(Struct, frozen=True, kw_only=True):
    """One line of evidence, nearest the origin first."""

    id: str
    sign: Sign
    remarks: tuple[str, ...]
    entries: tuple[EntryView, ...]


class EvidenceView(Struct, frozen=True, kw_only=True):
    """All evidence on a fact."""

    lines: tuple[LineView, ...]
    set_aside: tuple[tuple[EntryView, str], ...]
    """Entries that do not count, each with its reason."""
    silent: tuple[tuple[EntryView, str], ...]
    """Entries that do not bear on the fact, each with its reason."""
    forest: Picture | None
    """What every line reports of a figure."""
    sources: tuple[str, ...]


def evidence_of(judgement: Judgement, registry: Registry, ids: Ids) -> EvidenceView:
    """The evidence on a fact."""

    def views(entries: Iterable[JudgedEntry]) -> tuple[EntryView, ...]:
        return tuple(_entry(entry, judgement.fact, registry) for entry in entries)

    aside = [entry for entry in judgement.entries if entry.set_aside]
    silent = [entry for entry in judgement.entries if not entry.bears and not entry.set_aside]
    return EvidenceView(
        lines=tuple(_line(line, views(line.entries)) for line in judgement.lines),
        set_aside=tuple(zip(views(aside), (entry.set_aside for entry in aside), strict=True)),
        silent=tuple(zip(views(silent), map(_why_silent, silent), strict=True)),
        forest=forest_plot(judgement, registry, ids),
        sources=tuple(sorted({entry.source for entry in judgement.entries if entry.source in registry.sources})),
    )


def _line(line: Line, entries: tuple[EntryView, ...]) -> LineView:
    remarks = ["the article's own parent"] if line.is_parent else []
    remarks += [f"one owner: {line.owner}"] if line.owner else []
    remarks += [f"does not count: {line.discount}"] if line.discount else []
    remarks += ["its copies differ"] if line.copies_differ else []
    return LineView(id=line.id, sign=RELATION_SIGNS[line.relation], remarks=tuple(remarks), entries=entries)


def _entry(entry: JudgedEntry, fact: Fact, registry: Registry) -> EntryView:
    source = registry.sources.get(entry.source)
    remarks = [f"dates {entry.dates_only} only"] if entry.dates_only else []
    remarks += ["recorded in the entities"] if entry.origin is Origin.ENTITY else []
    remarks += ["computed from other facts"] if entry.origin is Origin.ARITHMETIC else []
    remarks += ["derivation unknown"] if source is not None and source.unknown_derivation else []
    remarks += ["unnamed people alone"] if entry.unnamed else []
    if entry.exhibit is not None:
        remarks.append(
            "no pinned copy" if entry.exhibit is Standing.NOT_PINNED else f"pinned copy: {entry.exhibit.value}"
        )
    return EntryView(
        source=entry.source,
        publisher=source.publisher if source is not None else "",
        title=source.title if source is not None else "",
        url=web_address(source.url) if source is not None else "",
        locator=entry.locator,
        remarks=tuple(remarks),
        fields=tuple(FieldView(comparison=each, sign=RELATION_SIGNS[each.relation]) for each in entry.comparisons),
        excerpt=entry.excerpt,
        diff=_diff(entry, fact),
        at=f"{entry.at.path}:{entry.at.line}",
    )


def _diff(entry: JudgedEntry, fact: Fact) -> QuotedDiff | None:
    """Of a quotation: the words the article quotes against those the source prints."""
    quoted, evidence = fact.asserts.words, entry.evidence
    if fact.kind is not Kind.QUOTATION or quoted is None or evidence is None or evidence.translated_from:
        return None
    printed = entry.excerpt or (evidence.words.text if evidence.words is not None else "")
    return quoted_diff(quoted.text, printed) if printed else None


def _why_silent(entry: JudgedEntry) -> str:
    if entry.from_article:
        return "it comes from this article"
    return f"it is about another {entry.outside}" if entry.outside else "nothing in it can be compared"
