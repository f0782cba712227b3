"""Coverage in one sentence, for the summary of a run."""

from factsuite.reports.counting import Counts
from factsuite.reports.markdown_text import plural


def covered_words(counts: Counts) -> str:
    """How much of all articles is covered or marked as not checked, kind by kind."""
    parts = [
        f"{counts.covered[kind]} of {plural(number, kind)}" for kind, number in counts.by_mention.items() if number
    ]
    silent = counts.without_coverage
    told = f"Covered or marked as not checked: {', '.join(parts)}" if parts else "Coverage: nothing to state"
    return told + (f"; not stated for {plural(silent, 'article')}" if silent else "") + "."
