"""One fact in Markdown: what the article says, what was computed and what judged, and the evidence by line."""

from collections import Counter
from collections.abc import Iterable, Iterator

from factsuite.model.facts import Verdict
from factsuite.model.registry import Registry
from factsuite.reports.excused import waiver_words
from factsuite.reports.explaining import RELATION_WORDS, basis_words
from factsuite.reports.markdown_text import escape, escape_message, folded, plural, quote
from factsuite.rules.findings import Reported
from factsuite.rules.results import FactResult, Outcome
from factsuite.values.relation import Relation
from factsuite.verdicts.entries import JudgedEntry
from factsuite.verdicts.judging import Judgement
from factsuite.verdicts.line import Line

_STATES = {Outcome.KNOWN: ", known", Outcome.WAIVED: ", waived", Outcome.OLD: ", old"}
"""Outcomes that are no failure, although not everything is right."""

_OPEN = 3
"""Lines of evidence that are shown at once; more of them are folded."""

_LINES_THAT = {
    Relation.ENTAILS: ("supports it", "support it"),
    Relation.COMPATIBLE: ("supports it in part", "support it in part"),
    Relation.CONTRADICTS: ("contradicts it", "contradict it"),
}


def fact_lines(result: FactResult, registry: Registry, *, folding: bool = True) -> Iterator[str]:
    """A fact under its heading; long evidence is folded."""
    slot, judgement = result.slot, result.judgement
    verdict = judgement.verdict.value if judgement is not None else "defective entry"
    yield f"#### {slot.label}: {verdict}" + _STATES.get(result.outcome, "")
    yield ""
    yield escape(slot.claim)
    yield ""
    if judgement is not None:
        yield from _judged(judgement, place_in_text(result), registry, folding=folding)
    else:
        yield f"- {slot.at}"
    if result.findings:
        yield ""
        yield from finding_items(result.findings)
    if result.waived or result.old:
        yield ""
        yield from (f"- waived: {_short(each.reported)}; {escape(waiver_words(each))}" for each in result.waived)
        yield from (f"- old: {_short(each)}" for each in result.old)
    for found in result.expected:
        if found.rule != "known-inaccuracy":
            yield f"- {found.rule}: {escape_message(found.finding.message)}"
    yield ""


def folded_fact_lines(result: FactResult, registry: Registry) -> Iterator[str]:
    """A fact with nothing to do: its claim, and the rest where a reader asks for it."""
    slot = result.slot
    inside = list(fact_lines(result, registry, folding=False))[4:]  # without its heading and its claim
    yield from folded(slot.claim, _without_blank_ends(inside), slot.label)
    yield ""


def _without_blank_ends(lines: list[str]) -> list[str]:
    return "\n".join(lines).strip("\n").split("\n")


def finding_items(findings: Iterable[Reported]) -> Iterator[str]:
    """Findings as a list."""
    for found in findings:
        message = escape_message(found.finding.message)
        yield f"- **{found.severity.value}** {found.rule}, {found.finding.at}: {message}"
        if found.finding.hint:
            yield f"  - {escape_message(found.finding.hint)}"


def _short(reported: Reported) -> str:
    return f"{reported.rule}: {escape_message(reported.finding.message)}"


def place_in_text(result: FactResult) -> str:
    """Where the anchored words stand in the article."""
    return str(result.place) if result.place is not None else "not found in the article once"


def _judged(judgement: Judgement, place: str, registry: Registry, *, folding: bool) -> Iterator[str]:
    fact = judgement.fact
    if fact.correction is not None:
        yield f"**Correction:** {escape(fact.correction.text)}"
        yield ""
    yield f"- the article: {quote(fact.anchor.exact.text)} ({place})"
    yield f"- asserted: {_asserted(judgement)} ({fact.at})"
    yield f"- {_reached(judgement)}"
    evidence = [text for line in judgement.lines for text in _line(line, registry)]
    if folding and len(judgement.lines) > _OPEN:
        yield ""
        yield from folded(f"What the {len(judgement.lines)} lines say", evidence)
        yield ""
    else:
        yield from evidence
    aside = [entry for entry in judgement.entries if entry.set_aside]
    yield from (f"- set aside: {_entry(entry, registry)}; {escape(entry.set_aside)}" for entry in aside)
    silent = [entry for entry in judgement.entries if not entry.bears and not entry.set_aside]
    if silent:
        names = ", ".join(f"`{entry.source}`{_why_silent(entry)}" for entry in silent)
        yield f"- does not bear on it: {names}"


def _why_silent(entry: JudgedEntry) -> str:
    if entry.from_article:
        return " (comes from this article)"
    return f" (about another {entry.outside})" if entry.outside else ""


def _asserted(judgement: Judgement) -> str:
    return "; ".join(f"{name} {quote(stated.text)}" for name, stated in judgement.fact.asserts.stated())


def _reached(judgement: Judgement) -> str:
    counted = [line for line in judgement.lines if line.counts]
    number = Counter(line.relation for line in counted)
    says = [f"{count} {_LINES_THAT[relation][count > 1]}" for relation, count in number.items()]
    parts = [f"{basis_words(judgement)}, {plural(len(counted), 'line')} of evidence: {', '.join(says) or 'none'}"]
    parts += [str(judgement.required)] if judgement.required.lines > 1 else []
    if judgement.stand_alone and judgement.required.lines > 1:
        parts.append(f"may stand alone: {', '.join(f'`{id}`' for id in judgement.stand_alone)}")
    parts += ["nothing but the article's own parent supports it"] if judgement.parent_only else []
    if judgement.uncovered and judgement.verdict is Verdict.OVERSTATED:
        parts.append(f"no source gives {', '.join(judgement.uncovered)} as the article has it")
    parts += [f"left out: {', '.join(quote(word) for word in judgement.lost)}"] if judgement.lost else []
    if judgement.verdict is not judgement.verdict_with_all:
        parts.append(f"with what is set aside it would be {judgement.verdict_with_all.value}")
    return "; ".join(parts)


def _line(line: Line, registry: Registry) -> Iterator[str]:
    parent = ", the article's own parent" if line.is_parent else ""
    owner = f", one owner: {escape(line.owner)}" if line.owner else ""
    discount = f", but does not count: {line.discount}" if line.discount else ""
    head = f"- line `{line.id}`{parent}{owner}: **{_LINES_THAT[line.relation][0]}**{discount}"
    if len(line.entries) == 1 and line.entries[0].source == line.id:
        yield f"{head}; {_entry(line.entries[0], registry)}"
        return
    yield head
    yield from (f"  - {_entry(entry, registry)}" for entry in line.entries)


def _entry(entry: JudgedEntry, registry: Registry) -> str:
    source = registry.sources.get(entry.source)
    publisher = f" ({escape(source.publisher)})" if source is not None else ""
    unknown = ", derivation unknown" if source is not None and source.unknown_derivation else ""
    locator = f", {escape(entry.locator)}" if entry.locator else ""
    fields = []
    for comparison in entry.comparisons:
        word = RELATION_WORDS[comparison.relation]
        shown = escape(comparison.detail) if comparison.judged else quote(comparison.reported)
        fields.append(f"{'judged' if comparison.judged else comparison.field} {word}: {shown}")
    printed = any(comparison.reported == entry.excerpt for comparison in entry.comparisons)
    excerpt = f"; in its words: {quote(entry.excerpt)}" if entry.excerpt and not printed else ""
    return f"`{entry.source}`{publisher}{locator}{unknown}: {'; '.join(fields)}{excerpt}"
