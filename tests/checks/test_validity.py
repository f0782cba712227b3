"""Validity: what has expired by a day, what will soon, and what never does."""

from pathlib import Path

import pytest
from fictional_town import write_town
from jsonschema import Draft7Validator
from small_facts import found_by

from factsuite.cli import main
from factsuite.engine import check_workspace
from factsuite.load.errors import FactsuiteError
from factsuite.load.schemas import schema
from factsuite.model.as_of import read_as_of
from factsuite.model.policy import read_policy
from factsuite.reports.json_report import report
from factsuite.reports.terminal_as_of import as_of_lines

VALID = "kind: quantity\nasserts: {measure: bridge-visitors, value: 300 people}\nvalid: %s\n"
FORECAST = "kind: quantity\nasserts: {measure: bridge-visitors, value: 300 people, as_of: %s}\n"


def words(text: str) -> str:
    return f'kind: statement\nanchor: {{exact: "{text}"}}\nasserts: {{that: It was so.}}\n'


@pytest.mark.parametrize("text", ["2025-03-01", "1 March 2025"])
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert str(read_as_of(text)) == "1 March 2025"


@pytest.mark.parametrize("text", ["", "tomorrow", "2025-03", "2025-03-01/2025-03-04", "2025-02-30", "2025-03-01T10:00"])
def test_anything_but_one_day_is_refused(text: str) -> None:
    with pytest.raises(FactsuiteError, match="is not one day"):
        read_as_of(text)


def test_without_a_day_nothing_expires() -> None:
    assert not found_by("validity-ended", VALID % "1999")


@pytest.mark.parametrize(
    ("day", "ended", "soon"),
    [
        ("2031-11-30", False, False),
        ("2031-12-02", False, True),
        ("2031-12-31", False, True),
        ("2032-01-01", True, False),
    ],
)
def test_the_last_day_of_a_period_still_counts(day: str, ended: bool, soon: bool) -> None:
    example = f"# as-of: {day}\n{VALID % '2031-06-01/2031-12-31'}"
    assert found_by("validity-ended", example) is ended
    assert found_by("expiring-soon", example) is soon


def test_an_open_end_never_expires_and_silences_everything_else() -> None:
    for rule in ("forecast-due", "validity-ended", "expiring-soon"):
        assert not found_by(rule, f"# as-of: 2099-01-01\n{FORECAST % 'by December 2031'}valid: 2031-06-01/..\n")


def test_how_far_ahead_is_looked_is_policy() -> None:
    example = "# as-of: 2031-11-01\n" + VALID % "2031-06-01/2031-12-31"
    assert not found_by("expiring-soon", example)
    assert found_by("expiring-soon", example + "# pyproject.toml\n[tool.factsuite]\nexpiring_within_days = 61\n")
    assert read_policy({"expiring_within_days": 7}).expiring_within_days == 7


@pytest.mark.parametrize(
    ("text", "is_age"),
    [
        ("the 54-year-old pilot", True),
        ("Ada Quill, 54, said", True),
        ("the pilot, aged 54, left", True),
        ("a bridge two years old", True),
        ("the pilot died aged 54", False),
        ("a crowd of 54 people", False),
        ("in May, 54 ferries sank", False),
    ],
)
def test_ages_are_told_from_other_numbers(text: str, is_age: bool) -> None:
    assert found_by("age-expired", f"# as-of: 2032-06-02\n{words(text)}") is is_age
    assert not found_by("age-expired", f"# as-of: 2032-05-01\n{words(text)}")


@pytest.mark.parametrize(
    ("text", "day", "moved"),
    [
        ("It closed last year", "2031-12-31", False),
        ("It closed last year", "2032-01-01", True),
        ("It closed on Friday", "2031-06-03", False),
        ("It closed on Friday", "2031-06-09", True),
        ("It has been closed since March", "2031-12-31", False),
        ("It lost money over the past two years", "2031-06-20", False),
        ("It lost money over the past two years", "2032-01-20", True),
        ("It closed on 4 May 2031", "2099-01-01", False),
    ],
)
def test_a_phrase_counts_once_it_means_another_time(text: str, day: str, moved: bool) -> None:
    assert found_by("relative-date-shifted", f"# as-of: {day}\n{words(text)}") is moved


@pytest.mark.parametrize(
    ("as_of", "due"),
    [("by December 2031", True), ("2031-07", True), ("2031-06-01", False), ("since May 2031", False), ("2033", False)],
)
def test_only_what_was_to_come_falls_due(as_of: str, due: bool) -> None:
    assert found_by("forecast-due", f"# as-of: 2032-02-01\n{FORECAST % as_of}") is due


def test_a_later_article_on_the_same_measure_is_the_follow_up() -> None:
    later = """# second/article.md
---
format: 1
headline: What came of it
publisher: P
published: %s
fictional: yes
---
X
# second/facts.yaml
format: 1
facts:
  - {id: f, kind: quantity, claim: C., anchor: {exact: X}, asserts: {measure: bridge-visitors, value: 9 people}}
"""
    example = f"# as-of: 2032-02-01\n{FORECAST % 'by December 2031'}"
    assert not found_by("forecast-due", example + later % "2032-01-05")
    assert found_by("forecast-due", example + later % "2031-06-20")


def test_an_office_held_again_has_not_expired() -> None:
    example = """# as-of: 2033-01-01
kind: office
asserts: {person: p, office: Mayor, as_of: 2031-06-01}
# entities.yaml
format: 1
people:
  - id: p
    name: P
    offices:
      - {title: Mayor, until: 2032}
"""
    assert found_by("office-expired", example)
    assert not found_by("office-expired", example + "      - {title: Mayor, from: 2033}\n")


def test_what_the_desk_says_is_wrong_is_not_listed_as_expired() -> None:
    wrong = "verdict: contradicted\ncorrection: It was not.\n"
    assert not found_by("validity-ended", f"# as-of: 2033-01-01\n{VALID % '2031'}{wrong}")


# The whole way


def test_the_lists_and_the_report_of_a_run_as_of_a_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = "format: 1\nfacts:\n  - id: visitors\n    kind: quantity\n    claim: C.\n"
    facts += "    anchor: {exact: More than 300 people}\n"
    facts += "    asserts: {measure: bridge-visitors, value: more than 300 people}\n    valid: 2031\n"
    facts += "    evidence: [{source: hearing, reports: {value: 412 people}}]\n"
    write_town(tmp_path, facts_yaml=facts)
    result = check_workspace(tmp_path, as_of=read_as_of("2032-01-01"))
    lines = list(as_of_lines(result))
    assert "Expired as of 1 January 2032 (1):" in lines
    assert "  visitors  (facts/bridge/facts.yaml:8)" in lines
    assert lines[-1] == "Due or expiring by 31 January 2032 (0)"
    assert not result.failed
    assert list(as_of_lines(check_workspace(tmp_path))) == []
    data = report(result)
    assert data["summary"]["as_of"] == "1 January 2032"
    assert list(Draft7Validator(schema("report")).iter_errors(data)) == []
    assert main(["check", str(tmp_path), "--as-of", "2031-12-15"]) == 0
    assert "Due or expiring by 14 January 2032 (1):" in capsys.readouterr().out
    assert main(["check", str(tmp_path), "--as-of", "soon"]) == 2
