"""Coverage in the reports: the table, what is left in order, the data, and the line in the summary."""

import json

import jsonschema

from factsuite.load.schemas import schema
from factsuite.model.building import build_workspace
from factsuite.reports.counting import count
from factsuite.reports.coverage_text import covered_words
from factsuite.reports.json_report import render_json
from factsuite.reports.markdown import render_markdown
from factsuite.rules.collecting import collect_rules
from factsuite.rules.examples import example_policy, example_tree
from factsuite.rules.results import Result
from factsuite.rules.running import run

RULES = collect_rules(None)

TOWN = """# article.md
---
format: 1
headline: The bridge opens
publisher: The Larkhaven Gazette
published: 2031-06-02
fictional: yes
not_checked:
  - {anchor: {exact: A fine day.}, because: Colour.}
---
More than 300 people crossed it. A fine day. Should it stay? In 2030 it cost 12 million dollars.
# facts.yaml
format: 1
facts:
  - id: crossed
    kind: quantity
    claim: More than 300 people crossed the bridge.
    anchor: {exact: More than 300 people crossed it}
    asserts: {measure: bridge-visitors, value: more than 300 people}
    evidence: [{source: gazette, reports: {value: more than 300 people}}]
# pyproject.toml
[tool.factsuite.coverage]
numbers = 0.9
"""


def result(example: str = TOWN) -> Result:
    return run(build_workspace(example_tree(example), example_policy(example)), RULES)


def section(text: str) -> list[str]:
    after = text.split("### Coverage\n", 1)[1]
    return [line for line in after.split("\n### ", 1)[0].splitlines() if line]


def test_the_table_gives_every_kind_with_its_share_and_what_is_required() -> None:
    lines = section(render_markdown(result()))
    assert "| sentences | 1 | 0 | 1 | 3 | 40% |  |" in lines
    assert "| numbers | 1 |  | 0 | 1 | 50% | 90% |" in lines
    assert "| quotations | 0 |  | 0 | 0 | - |  |" in lines
    assert "9 of 22 words lie under a fact or a passage marked as not checked." in lines


def test_what_is_left_is_listed_most_worth_checking_first() -> None:
    lines = section(render_markdown(result()))
    start = lines.index("Left to cover (5), most worth checking first:")
    left = [line.split(" (", 1)[0] for line in lines[start + 1 :]]
    assert left == [
        "- sentence “In 2030 it cost 12 million dollars.”",
        "- date “2030”",
        "- number “12 million dollars”",
        "- sentence “The bridge opens”",
        "- sentence “Should it stay?”",
    ]


def test_warnings_are_told_once_and_a_missed_threshold_among_the_findings() -> None:
    text = render_markdown(result())
    assert "coverage-below-threshold" in text
    assert "uncovered-number" not in text


def test_a_long_list_is_cut_and_says_so() -> None:
    boats = " ".join(f"In all {number} boats came." for number in range(30, 60))
    lines = section(render_markdown(result(TOWN.replace("A fine day. Should", f"A fine day. {boats} Should"))))
    assert lines[-1] == "- and 25 more"


def test_the_data_follow_the_schema() -> None:
    data = json.loads(render_json(result()))
    jsonschema.Draft7Validator(schema("report")).validate(data)
    coverage = data["articles"][0]["coverage"]
    assert coverage["by_kind"]["numbers"] == {
        "covered": 1,
        "partly": 0,
        "not_checked": 0,
        "uncovered": 1,
        "share": 0.5,
    }
    marked = next(item for item in coverage["mentions"] if item["words"] == "A fine day.")
    assert (marked["state"], marked["because"]) == ("not checked", "Colour.")


def test_a_defective_entry_leaves_coverage_unstated() -> None:
    broken = result(TOWN.replace("value: more than 300 people}\n    evidence", "valeu: more than 300}\n    evidence"))
    assert json.loads(render_json(broken))["articles"][0]["coverage"] is None
    assert section(render_markdown(broken)) == [
        "Not stated: an entry of the article's facts is defective, or there is none."
    ]
    assert covered_words(count(broken)) == "Coverage: nothing to state; not stated for 1 article."


def test_the_summary_counts_kind_by_kind() -> None:
    assert (
        covered_words(count(result()))
        == "Covered or marked as not checked: 2 of 5 sentences, 1 of 2 numbers, 0 of 1 date."
    )
