"""The result as text on a terminal, without pytest."""

from factsuite.reports.explaining import fact_text, findings_text, is_failure
from factsuite.reports.terminal import summary_lines
from factsuite.rules.results import Result


def render_text(result: Result) -> str:
    """What is wrong with files, then failing facts, then warnings and notes, then the summary."""
    loose = [*result.findings, *(found for article in result.articles for found in article.findings)]
    loose += [found for fact in result.facts if not is_failure(fact) for found in fact.findings]
    ordered = sorted(loose, key=lambda found: found.sort_key)
    failing = [found for found in ordered if result.fails(found)]
    others = [found for found in ordered if not result.fails(found)]
    parts = [findings_text(failing)] if failing else []
    parts += [fact_text(fact) for fact in result.facts if is_failure(fact)]
    parts += [findings_text(others)] if others else []
    if not any(True for _ in result.facts):
        parts.append("nothing was found to check")
    parts.append("\n".join(summary_lines(result)))
    return "\n\n".join(parts) + "\n"
