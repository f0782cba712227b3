"""What a run as of a day lists: what has expired by then, and what will soon."""

from collections.abc import Iterator

from factsuite.reports.parts import Run
from factsuite.reports.terminal_width import filled, named_place
from factsuite.rules.findings import Reported, Severity
from factsuite.rules.results import Result
from factsuite.values.calendar.moments import of_days
from factsuite.values.dates import DateValue, describe_date

FAMILY = "validity"


def as_of_lines(result: Result | Run) -> Iterator[str]:
    """Two lists, within 100 columns, or one line where both are empty; nothing for a run that is as of no day."""
    if result.as_of is None:
        return
    number = result.as_of.number + result.policy.expiring_within_days
    last = describe_date(DateValue(starts=(of_days(number, number),), text=""))
    found = [each for each in result.all_findings if each.family == FAMILY]
    expected = [each for fact in result.facts for each in fact.expected if each.family == FAMILY]
    ordered = sorted((*found, *expected), key=lambda each: each.sort_key)
    if not ordered:
        yield ""
        yield f"As of {result.as_of} nothing has expired, and nothing is due or will expire by {last}."
        return
    yield from _list(f"Expired as of {result.as_of}", [each for each in ordered if each.severity is not Severity.NOTE])
    yield from _list(f"Due or expiring by {last}", [each for each in ordered if each.severity is Severity.NOTE])


def _list(title: str, found: list[Reported]) -> Iterator[str]:
    yield ""
    yield f"{title} ({len(found)}){':' if found else ''}"
    for each in found:
        yield from named_place(f"  {each.fact or each.rule}", each.finding.at, 4)
        yield from filled(each.finding.message, 4)
