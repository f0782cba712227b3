"""The timeline of an article for a person: its events in order, and the orders that are impossible."""

from collections.abc import Iterator

from factsuite.reports.markdown_text import escape, escape_message, folded, plural, table
from factsuite.reports.times import span_in_words
from factsuite.rules.results import ArticleResult
from factsuite.verdicts.timeline.reasons import Conflict
from factsuite.verdicts.timeline.sentences import sentence


def timeline_lines(result: ArticleResult) -> Iterator[str]:
    """The section; nothing for an article without events."""
    timeline = result.timeline
    if timeline is None or not timeline.events:
        return
    yield "### Timeline"
    yield ""
    yield "When each event was, by the records alone: dates, and orders that sources report."
    yield ""
    rows = [[escape(span_in_words(each)), escape(each.name), f"`{each.id}`"] for each in timeline.events]
    yield from folded(f"{plural(len(rows), 'event')} in order", table(["when", "what", "event"], rows))
    yield ""
    if timeline.records:
        yield "Records that cannot all hold:"
        yield ""
        yield from (f"- {escape_message(sentence(conflict))}" for conflict in timeline.records)
        yield ""
    if timeline.facts:
        yield "Impossible as the article tells it:"
        yield ""
        yield from (_impossible(conflict) for conflict in timeline.facts)
        yield ""


def _impossible(conflict: Conflict) -> str:
    facts = ", ".join(f"`{reason.fact}`" for reason in conflict.asserted)
    return f"- {facts}{' (known)' if conflict.known else ''}: {escape_message(sentence(conflict))}"
