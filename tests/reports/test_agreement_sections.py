"""Where the sources agree and disagree, in both reports."""

import json
from pathlib import Path

import jsonschema

from factsuite.load.files import read_tree
from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy
from factsuite.reports.json_agreement import agreement_data
from factsuite.reports.json_report import report
from factsuite.reports.markdown_agreement import agreement_lines
from factsuite.rules.collecting import collect_rules
from factsuite.rules.examples import example_tree
from factsuite.rules.results import ArticleResult, Result
from factsuite.rules.running import run

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = """kind: quantity
asserts: {measure: bridge-visitors, value: about 300 people}
evidence:
  - {source: hearing, reports: {value: 300 people}}
  - {source: minutes, reports: {value: 900 people}}
  - {source: gazette, reports: {value: over 400 people}}
  - {source: wire-copy, reports: {value: 305 people}, set_aside: It counts the crew.}
"""


def result_of(example: str) -> Result:
    return run(build_workspace(example_tree(example), Policy()), collect_rules(None))


def section(article: ArticleResult) -> str:
    return "\n".join(agreement_lines(article))


def test_a_disagreement_is_told_in_full() -> None:
    (article,) = result_of(EXAMPLE).articles
    text = section(article)
    assert text.startswith(
        "### Where the sources disagree (1)\n\n- **visitors to the bridge**: 2 lines cannot all be right"
    )
    assert (
        "the smallest clash is `hearing` and `gazette`; a tie, as the rest agree without `gazette`, or without" in text
    )
    assert "  - `hearing` (differently by `minutes`): “300 people”" in text
    assert "  - set aside: `wire-copy`: “305 people”; It counts the crew." in text
    assert "asserted by `example`: “about 300 people”" in text


def test_what_agrees_is_one_row() -> None:
    (article,) = result_of(EXAMPLE.replace("over 400", "at least 290").replace("305", "300")).articles
    assert "| visitors to the bridge | 2 | 300 people | “about 300 people” | inside |" in section(article)
    assert "disagree" not in section(article)


def test_the_json_holds_the_same_under_the_schema() -> None:
    result = result_of(EXAMPLE)
    schema = json.loads((ROOT / "schemas" / "report.schema.json").read_text(encoding="utf-8"))
    whole = report(result)
    jsonschema.validate(whole, schema)
    (found,) = (each for each in whole["articles"][0]["agreement"] if each["topic"] == "figure")
    assert found["clash"] == ["hearing", "gazette"]
    assert sorted(found["outliers"]) == [["gazette"], ["hearing"]]
    assert [(each["line"], each["differing_copies"]) for each in found["lines"]] == [
        ("hearing", ["minutes"]),
        ("gazette", []),
    ]
    assert [(each["source"], each["because"]) for each in found["set_aside"]] == [("wire-copy", "It counts the crew.")]
    assert agreement_data(None) == []


def test_the_first_article_s_sources_disagree_on_two_days_and_on_the_count_to_come() -> None:
    workspace = build_workspace(read_tree(ROOT), Policy())
    (article,) = (each for each in run(workspace, ()).articles if each.dossier.id == "dprk-troops-in-russia")
    assert article.agreements is not None
    aside = {
        (agreement.thing.topic.value, agreement.thing.about): [
            (each.report.source, bool(each.report.set_aside), each.breaks) for each in agreement.asides
        ]
        for agreement in article.agreements.differing
    }
    assert aside["date", "nis-briefing"] == [("ap-insta", True, True)]
    assert aside["date", "dprk-statement"] == [("upi", True, True)]
    assert aside["figure", "dprk-soldiers-expected-in-russia"] == [("yonhap-1029", True, True)]
