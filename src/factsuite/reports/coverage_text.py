"""Coverage in one sentence, for the summary of a run."""

from factsuite.reports.markdown_text import plural
from factsuite.rules.results import Result
from factsuite.verdicts.coverage.coverage import tally
from factsuite.verdicts.coverage.mentions import MentionKind


def covered_words(result: Result) -> str:
    """How much of all articles is covered or marked as not checked, kind by kind."""
    stated = [article.coverage for article in result.articles if article.coverage is not None]
    parts = []
    for kind in MentionKind:
        counted = tally(item for coverage in stated for item in coverage.of(kind))
        if counted.total:
            parts.append(f"{counted.covered + counted.not_checked} of {plural(counted.total, kind.value)}")
    silent = len(result.articles) - len(stated)
    told = f"Covered or marked as not checked: {', '.join(parts)}" if parts else "Coverage: nothing to state"
    return told + (f"; not stated for {plural(silent, 'article')}" if silent else "") + "."
