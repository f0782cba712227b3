"""What a run as of a day lists: what has expired by then, and what will soon."""

import textwrap
from collections.abc import Iterator

from factsuite.reports.explaining import printable
from factsuite.rules.findings import Reported, Severity
from factsuite.rules.results import Result
from factsuite.values.calendar.moments import of_days
from factsuite.values.dates import DateValue, describe_date

FAMILY = "validity"
WIDTH = 100


def as_of_lines(result: Result) -> Iterator[str]:
    """Two lists, within 100 columns; nothing for a run that is as of no day."""
    if result.as_of is None:
        return
    number = result.as_of.number + result.policy.expiring_within_days
    last = describe_date(DateValue(starts=(of_days(number, number),), text=""))
    found = [each for each in result.all_findings if each.family == FAMILY]
    expected = [each for fact in result.facts for each in fact.expected if each.family == FAMILY]
    ordered = sorted((*found, *expected), key=lambda each: each.sort_key)
    yield from _list(f"Expired as of {result.as_of}", [each for each in ordered if each.severity is not Severity.NOTE])
    yield from _list(f"Due or expiring by {last}", [each for each in ordered if each.severity is Severity.NOTE])


def _list(title: str, found: list[Reported]) -> Iterator[str]:
    yield ""
    yield f"{title} ({len(found)}){':' if found else ''}"
    for each in found:
        at = each.finding.at
        yield f"  {each.fact}  ({at.path}:{at.line})"[:WIDTH]
        yield from textwrap.wrap(
            printable(each.finding.message), WIDTH, initial_indent="    ", subsequent_indent="    "
        )
