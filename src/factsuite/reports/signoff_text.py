"""Sign-offs in one sentence, for the summary of a run and the section of an article."""

from collections import Counter
from collections.abc import Mapping, Sequence

from factsuite.reports.counting import Counts
from factsuite.reports.markdown_text import plural
from factsuite.verdicts.signing import FactSigning, Signed

_STATES = {
    Signed.UNSIGNED: "unsigned",
    Signed.SIGNED: "signed",
    Signed.PARTLY: "waiting for a second person",
    Signed.STALE: "changed since they were signed",
}


def signed_words(counts: Counts) -> str:
    """How the facts of all articles stand to those who sign; nothing where nobody signs or has to."""
    if not counts.using_signoffs:
        return ""
    return "Sign-offs: " + _words(
        counts.facts_to_sign, counts.by_signoff, counts.signoffs_required, counts.signoffs_by_two
    )


def counted_words(facts: Sequence[FactSigning]) -> str:
    """How many facts stand how, and what policy asks for."""
    states = Counter(each.state.value for each in facts)
    asked = [each.asked.people for each in facts]
    return _words(len(facts), states, sum(map(bool, asked)), asked.count(2))


def _words(facts: int, states: Mapping[str, int], asked: int, by_two: int) -> str:
    counted = ", ".join(f"{states[each.value]} {_STATES[each]}" for each in Signed if states[each.value])
    two = f", {by_two} of them by two people" if by_two else ""
    policy = f"policy asks for {asked}{two}" if asked else "policy asks for none"
    return f"of {plural(facts, 'fact')} {counted or 'none can be read'}; {policy}."
