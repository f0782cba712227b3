"""The result as text on a terminal, without pytest."""

from factsuite.reports.explaining import findings_text
from factsuite.reports.parts import Run
from factsuite.reports.terminal import summary_lines
from factsuite.reports.terminal_waiting import waiting_failures, waits
from factsuite.rules.findings import Reported


def render_failing(run: Run) -> str:
    """What fails, and nothing else; empty where nothing does, but for a run that found nothing to check."""
    failing = [found for found in _loose(run) if run.fails(found)]
    parts = [findings_text(failing)] if failing else []
    parts += [fact.failure for fact in run.facts if fact.failure and not waits(fact)]
    waiting = [fact for fact in run.facts if fact.failure and waits(fact)]
    parts += [waiting_failures(waiting)] if waiting else []
    parts += [] if run.counts.facts else ["nothing was found to check"]
    return "\n\n".join(parts) + "\n" if parts else ""


def render_text(run: Run) -> str:
    """What is wrong with files, then failing facts, then warnings and notes, then the summary."""
    others = [found for found in _loose(run) if not run.fails(found)]
    failing = render_failing(run).rstrip("\n")
    parts = [failing] if failing else []
    parts += [findings_text(others)] if others else []
    parts.append("\n".join(summary_lines(run)))
    return "\n\n".join(parts) + "\n"


def _loose(run: Run) -> list[Reported]:
    """What belongs to no failing fact, by place."""
    loose = [*run.findings, *(found for article in run.articles for found in article.findings)]
    loose += [found for fact in run.facts if not fact.failure for found in fact.findings]
    return sorted(loose, key=lambda found: found.sort_key)
