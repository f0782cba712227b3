"""One fact or finding in plain text, for an editor at a terminal."""

import re
from collections.abc import Iterable, Iterator

from factsuite.load.problems import shortened
from factsuite.rules.findings import Reported
from factsuite.rules.results import FactResult, Outcome
from factsuite.values.relation import Relation
from factsuite.verdicts.entries import JudgedEntry
from factsuite.verdicts.judging import Judgement

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_COMMAND = re.compile(r"(?<!\S)::")
"""What begins a workflow command of GitHub Actions; blanks before it do not hinder that."""

RELATION_WORDS = {
    Relation.ENTAILS: "supports",
    Relation.COMPATIBLE: "partly",
    Relation.CONTRADICTS: "contradicts",
    Relation.INCOMPARABLE: "says nothing",
}
"""What an editor reads for each relation."""


def finding_lines(found: Reported) -> Iterator[str]:
    """A finding: place, severity and rule; what is wrong; what to do."""
    yield f"{found.finding.at}: {found.severity.value}: {found.rule}"
    yield f"  {_on_one_line(found.finding.message)}"
    if found.finding.hint:
        yield f"  hint: {_on_one_line(found.finding.hint)}"
    for related in found.finding.related:
        yield f"  see {related.at}: {_on_one_line(related.message)}"


def _on_one_line(text: str) -> str:
    """A pipeline may obey a line of output that begins with a command, so no quoted words begin a line."""
    return " ".join(text.splitlines())


def findings_text(found: Iterable[Reported]) -> str:
    """Several findings, one below the other."""
    return printable("\n".join(line for reported in found for line in finding_lines(reported)))


def printable(text: str) -> str:
    """Text that is shown and never obeyed: control and direction marks are spelt out, and so are the marks that begin
    a command in the log of a pipeline, wherever a line might be broken before them.
    """
    return _COMMAND.sub(r"\\u003a:", spelt_out(text))


def spelt_out(text: str) -> str:
    """Text with control and direction marks as their codes: what is read is what stands there."""
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def fact_text(result: FactResult) -> str:
    """A failing fact: its findings, what the article says, what the sources say."""
    lines = [findings_text(result.findings)]
    judgement = result.judgement
    if judgement is not None:
        fact = judgement.fact
        place = str(result.place) if result.place is not None else "not found in it once"
        lines += ["", f"  claim:    {fact.claim.text}", f'  article:  "{fact.anchor.exact.text}" ({place})']
        lines.append(f"  asserts:  {asserted(judgement)}")
        lines.append(f"  evidence: {reached(judgement)}")
        lines += evidence_lines(judgement)
    return printable("\n".join(lines))


def reached(judgement: Judgement) -> str:
    """The verdict, and what the fact states where that is another."""
    stated = judgement.fact.stated_verdict
    differs = "" if stated is judgement.verdict else f"; the fact states {stated.value}"
    return f"{judgement.verdict.value}, {basis_words(judgement)}{differs}"


def basis_words(judgement: Judgement) -> str:
    """How the verdict was reached; where no evidence bears on the fact, nobody compared or judged anything."""
    return judgement.basis.value if judgement.counting else "nothing bears on it"


def known_text(result: FactResult) -> str:
    """A known inaccuracy in one line: the verdict and the correction."""
    judgement = result.judgement
    assert judgement is not None
    correction = judgement.fact.correction
    return f"{judgement.verdict.value}: {correction.text if correction is not None else judgement.fact.claim.text}"


def evidence_lines(judgement: Judgement) -> Iterator[str]:
    """What the sources say, line by line."""
    for line in judgement.lines:
        head = f"    line {line.id}" + (" (the article's own parent)" if line.is_parent else "")
        discount = f"; does not count: {line.discount}" if line.discount else ""
        yield f"{head}: {RELATION_WORDS[line.relation]}{discount}"
        yield from (f"      {entry_text(entry)}" for entry in line.entries)
    for entry in judgement.entries:
        if entry.set_aside:
            yield f"    set aside: {entry_text(entry)} ({entry.set_aside})"
        elif not entry.bears:
            why = f"about another {entry.outside}" if entry.outside else "nothing to compare"
            why = "comes from this article" if entry.from_article else why
            yield f"    does not bear: {entry.source} ({why})"


def entry_text(entry: JudgedEntry) -> str:
    """One entry: who, and field by field what it reports."""
    fields = "; ".join(
        f"{c.field} {RELATION_WORDS[c.relation]}: {_quoted(c.reported) if not c.judged else f'judged, {c.detail}'}"
        for c in entry.comparisons
    )
    return f"{entry.source} ({entry.at.path.name}:{entry.at.line}): {fields or 'nothing to compare'}"


def asserted(judgement: Judgement) -> str:
    """What the fact asserts, as its file writes it."""
    return "; ".join(f"{name}: {stated.text}" for name, stated in judgement.fact.asserts.stated())


def is_failure(result: FactResult) -> bool:
    """Whether a fact's test fails."""
    return result.outcome in (Outcome.FAILED, Outcome.ERROR)


def _quoted(text: str) -> str:
    return f'"{shortened(text, 160)}"'
