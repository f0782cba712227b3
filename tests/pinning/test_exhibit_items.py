"""Exhibits in pytest: the list is an item, a fact whose excerpt is gone fails, and the reports count them."""

import json

import pytest
from fictional_town import write_town
from jsonschema import Draft7Validator

import factsuite.pytest_items  # noqa: F401  the inner runs find the engine loaded, and take no second each
from factsuite.cli import main
from factsuite.load.schemas import schema

WORDS = "QUILL: I never saw that memo. We counted 412 people."


@pytest.fixture
def town(pytester: pytest.Pytester) -> pytest.Pytester:
    """A workspace with a pinned hearing."""
    write_town(pytester.path)
    (pytester.path / "hearing.txt").write_text(WORDS, encoding="utf-8")
    assert main(["pin", "hearing", "hearing.txt"]) == 0
    return pytester


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """An inner run."""
    return pytester.runpytest_inprocess("--color=no", "-p", "no:hypothesispytest", *arguments)


def test_the_list_is_an_item_and_the_reports_count_the_entries(town: pytest.Pytester) -> None:
    result = run(town, "-v")
    assert result.ret == 0
    result.stdout.fnmatch_lines(["*facts/bridge/exhibits.yaml::exhibits PASSED*"])
    report = json.loads((town.path / "reports" / "consistency.json").read_text(encoding="utf-8"))
    Draft7Validator(schema("report")).validate(report)
    assert {name: number for name, number in report["summary"]["by_exhibit"].items() if number} == {
        "stands": 2,
        "no excerpt": 1,
        "not pinned": 1,
    }
    assert report["summary"]["not_compared"]["without_exhibit"] == 1
    standings = {
        fact["id"]: [entry["exhibit"] for entry in fact["evidence"]] for fact in report["articles"][0]["facts"]
    }
    assert standings["visitors"] == ["stands"]
    page = (town.path / "reports" / "consistency.md").read_text(encoding="utf-8")
    assert "1 without a pinned copy of the source (3 with one);" in page


def test_a_fact_whose_excerpt_is_gone_fails_under_its_name(town: pytest.Pytester) -> None:
    facts = town.path / "facts/bridge/facts.yaml"
    facts.write_text(facts.read_text().replace("We counted 412 people.", "We have counted 412 people."))
    result = run(town, "-k", "visitors or exhibits")
    result.assert_outcomes(failed=1, passed=1, deselected=10)
    result.stdout.fnmatch_lines(["*facts.yaml:16:36: error: excerpt-gone", "*hint: nearest: We [[]-have-] counted*"])


def test_a_known_inaccuracy_does_not_excuse_a_changed_source(town: pytest.Pytester) -> None:
    (town.path / "facts/bridge/exhibits/hearing.txt").write_text("Nothing was said.", encoding="utf-8")
    result = run(town, "-k", "quill-office")
    result.assert_outcomes(failed=1, deselected=11)
    result.stdout.fnmatch_lines(["*error: source-changed"])


def test_a_list_without_its_source_fails_as_the_list(town: pytest.Pytester) -> None:
    listed = town.path / "facts/bridge/exhibits.yaml"
    listed.write_text(listed.read_text().replace("source: hearing", "source: hearings"))
    result = run(town, "-k", "exhibits")
    result.assert_outcomes(failed=1, deselected=11)
    result.stdout.fnmatch_lines(["*exhibits.yaml:5:13: error: exhibit-of-unknown-source"])
