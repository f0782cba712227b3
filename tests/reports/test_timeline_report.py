"""The timeline in the reports: events in order, times in words and in ISO 8601, what is impossible."""

from pathlib import PurePosixPath

import pytest
from msgspec.structs import replace

from factsuite.load.locations import Location
from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy
from factsuite.reports.json_timeline import timeline_data
from factsuite.reports.markdown_timeline import timeline_lines
from factsuite.reports.times import iso, span_in_words
from factsuite.rules.collecting import collect_rules
from factsuite.rules.examples import example_tree
from factsuite.rules.results import ArticleResult
from factsuite.rules.running import run
from factsuite.values.calendar.calendar_days import MINUTES, day_number
from factsuite.values.calendar.moments import Bounds
from factsuite.verdicts.timeline.timelines import Occurrence

EXAMPLE = """# facts.yaml
format: 1
facts:
  - {id: late, kind: order, claim: C., anchor: {exact: X}, asserts: {earlier: vote, later: march}}
# entities.yaml
format: 1
events:
  - {id: vote, name: the | vote, on: 2031-05-09, evidence: [{source: gazette, reports: {on: 2031-05-09}}]}
  - {id: march, name: the march, on: 2031-05-01, evidence: [{source: gazette, reports: {on: 2031-05-01}}]}
"""
DAY = day_number(2031, 5, 9) * MINUTES


def result(example: str) -> ArticleResult:
    return run(build_workspace(example_tree(example), Policy()), collect_rules(None)).articles[0]


def occurrence(starts: tuple[int | None, int | None], ends: tuple[int | None, int | None] | None = None) -> Occurrence:
    first = Bounds(earliest=starts[0], latest=starts[1])
    last = Bounds(earliest=ends[0], latest=ends[1]) if ends is not None else first
    at = Location(path=PurePosixPath("facts/a/entities.yaml"), line=1)
    return Occurrence(id="e", name="E", at=at, starts=first, ends=last, offset=None, is_period=ends is not None)


def test_the_section_lists_events_in_order_and_what_is_impossible() -> None:
    lines = list(timeline_lines(result(EXAMPLE)))
    rows = [line for line in lines if line.startswith("| ") and "`" in line]
    assert rows == ["| 1 May 2031 | the march | `march` |", "| 9 May 2031 | the \\| vote | `vote` |"]
    told = "the march (1 May 2031, `gazette`) cannot have come after the \\| vote (9 May 2031, `gazette`)"
    assert f"- `late`: {told}" in lines


def test_an_article_without_events_has_no_section() -> None:
    assert list(timeline_lines(result("# entities.yaml\nformat: 1\nkind: statement\nasserts: {that: C.}\n"))) == []
    assert list(timeline_lines(replace(result(EXAMPLE), timeline=None))) == []
    assert timeline_data(None) == {"events": [], "conflicts": []}


def test_the_data_name_facts_and_places() -> None:
    data = timeline_data(result(EXAMPLE).timeline)
    assert [each["earliest"] for each in data["events"]] == ["2031-05-01T00:00", "2031-05-09T00:00"]
    (conflict,) = data["conflicts"]
    assert conflict["facts"] == ["late"]
    assert conflict["known"] is False
    assert {str(each["location"].path) for each in conflict["because"]} == {
        "facts/example/facts.yaml",
        "facts/example/entities.yaml",
    }


@pytest.mark.parametrize(
    ("minute", "offset", "text"),
    [
        (None, 0, None),
        (DAY + 13 * 60 + 5, None, "2031-05-09T13:05"),
        (DAY, -210, "2031-05-09T00:00-03:30"),
        (DAY, 0, "2031-05-09T00:00+00:00"),
    ],
)
def test_minutes_are_written_in_iso(minute: int | None, offset: int | None, text: str | None) -> None:
    assert iso(minute, offset) == text


def test_spans_are_told_in_days_unless_hours_are_known() -> None:
    last = DAY + MINUTES - 1
    assert span_in_words(occurrence((DAY, last))) == "9 May 2031"
    assert span_in_words(occurrence((DAY + 1, last - 1))) == "9 May 2031"
    assert span_in_words(occurrence((None, last))) == "by 9 May 2031"
    assert span_in_words(occurrence((DAY + 600, DAY + 600))) == "10:00 on 9 May 2031"
    assert span_in_words(occurrence((None, None))) == "not dated"
    assert span_in_words(occurrence((DAY, last), (DAY, None))) == "9 May 2031, end not known"
    assert span_in_words(occurrence((DAY, last), (DAY + MINUTES, last + MINUTES))) == "from 9 May 2031 to 10 May 2031"
