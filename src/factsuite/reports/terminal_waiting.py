"""Facts that only wait for their evidence: to do, told in a line each, and not as so many errors."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from factsuite.reports.explaining import asserted, findings_text, printable
from factsuite.reports.parts import FactPart
from factsuite.reports.terminal_width import WIDTH
from factsuite.rules.results import FactResult, Outcome

_NOTHING = "no-evidence"
_NO_EVIDENCE = frozenset((_NOTHING, "verdict-differs"))
"""The second follows from the first, and is not told beside it."""
_SHOWN = 10  # facts that are named in the summary


def waits(fact: FactPart) -> bool:
    """Whether a fact fails for nothing but that no evidence is recorded for it yet."""
    return fact.outcome is Outcome.FAILED and _only_evidence(found.rule for found in fact.findings)


def waits_for_evidence(result: FactResult) -> bool:
    """The same of a result that is no part of a report yet."""
    return result.outcome is Outcome.FAILED and _only_evidence(found.rule for found in result.findings)


def waiting_text(result: FactResult) -> str:
    """Such a fact in full: that it has no evidence, once, and what it asserts."""
    lines = [findings_text(found for found in result.findings if found.rule == _NOTHING)]
    if result.judgement is not None:
        fact = result.judgement.fact
        lines += ["", f"  claim:    {fact.claim.text}", f'  article:  "{fact.anchor.exact.text}" ({result.place})']
        lines.append(f"  asserts:  {asserted(result.judgement)}")
    return printable("\n".join(lines))


def waiting_failures(facts: Sequence[FactPart]) -> str:
    """What fails for want of evidence, a line a fact; empty where nothing does."""
    lines = (f"{fact.at}: error: to do [no-evidence]: {fact.told}" for fact in facts)
    return "\n".join(printable(line) for line in lines)


def waiting_lines(facts: Sequence[FactPart]) -> Iterator[str]:
    """The same for the summary: how many, and the first of them."""
    if facts:
        more = f" and {len(facts) - _SHOWN} more" if len(facts) > _SHOWN else ""
        yield ""
        yield f"To do ({len(facts)}): no evidence is recorded yet, so these are unverified, and fail:"
        named = printable(", ".join(fact.label for fact in facts[:_SHOWN]) + more)
        yield from textwrap.wrap(named, WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)


def _only_evidence(rules: Iterable[str]) -> bool:
    found = set(rules)
    return _NOTHING in found and found <= _NO_EVIDENCE
