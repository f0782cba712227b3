"""Sign-offs in one sentence, for the summary of a run and the section of an article."""

from collections.abc import Sequence

from factsuite.reports.markdown_text import plural
from factsuite.rules.results import Result
from factsuite.verdicts.signing import FactSigning, Signed

_STATES = {
    Signed.UNSIGNED: "unsigned",
    Signed.SIGNED: "signed",
    Signed.PARTLY: "waiting for a second person",
    Signed.STALE: "changed since they were signed",
}


def signed_words(result: Result) -> str:
    """How the facts of all articles stand to those who sign; nothing where nobody signs or has to."""
    found = [article.signing for article in result.articles if article.signing is not None]
    if not any(signing.used for signing in found):
        return ""
    return "Sign-offs: " + counted_words([each for signing in found for each in signing.facts])


def counted_words(facts: Sequence[FactSigning]) -> str:
    """How many facts stand how, and what policy asks for."""
    states = [each.state for each in facts]
    counted = ", ".join(f"{states.count(state)} {_STATES[state]}" for state in Signed if state in states)
    asked = [each.asked.people for each in facts]
    one, two = asked.count(1), asked.count(2)
    by_two = f", {two} of them by two people" if two else ""
    policy = f"policy asks for {one + two}{by_two}" if one + two else "policy asks for none"
    return f"of {plural(len(facts), 'fact')} {counted or 'none can be read'}; {policy}."
