"""The result as text on a terminal, without pytest."""

from factsuite.reports.explaining import fact_text, findings_text, is_failure
from factsuite.reports.terminal import summary_lines
from factsuite.rules.results import Result


def render_text(result: Result) -> str:
    """Failing facts, findings of files, and the summary."""
    parts = [fact_text(fact) for fact in result.facts if is_failure(fact)]
    loose = [*result.findings, *(found for article in result.articles for found in article.findings)]
    passing = [found for fact in result.facts if not is_failure(fact) for found in fact.findings]
    if loose or passing:
        parts.append(findings_text(sorted([*loose, *passing], key=lambda found: found.sort_key)))
    if not any(True for _ in result.facts):
        parts.append("nothing was found to check")
    parts.append("\n".join(summary_lines(result)))
    return "\n\n".join(parts) + "\n"
