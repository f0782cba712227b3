"""What does not count, in Markdown: rules switched off, findings that are waived, findings that are old."""

from collections.abc import Iterator

from factsuite.reports.excused import old_words, waiver_words
from factsuite.reports.markdown_text import escape, escape_message, plural
from factsuite.rules.findings import Reported
from factsuite.rules.results import Result


def switched_off_lines(result: Result) -> Iterator[str]:
    """The rules that policy switches off: said at the top, since nobody sees what is not there."""
    if result.switched_off:
        told = ", ".join(f"`{rule}` ({plural(number, 'finding')})" for rule, number in result.switched_off)
        yield f"**Switched off by policy:** {told}."
        yield ""


def excused_lines(result: Result) -> Iterator[str]:
    """The sections of what is waived and what is old; nothing where all findings count."""
    if result.all_waived:
        yield f"## Waived ({len(result.all_waived)})"
        yield ""
        for waived in result.all_waived:
            yield _item(waived.reported)
            yield f"  - {escape(waiver_words(waived))} ({waived.waiver.at})"
        yield ""
    if result.all_old:
        yield f"## Old ({len(result.all_old)})"
        yield ""
        yield f"Wrong before, {escape(old_words(result))}: reported, and no failure."
        yield ""
        yield from (_item(reported) for reported in result.all_old)
        yield ""


def _item(reported: Reported) -> str:
    message = escape_message(reported.finding.message)
    return f"- **{reported.severity.value}** {reported.rule}, {reported.finding.at}: {message}"
