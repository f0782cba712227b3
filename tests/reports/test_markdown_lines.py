"""The report on lines: article and parent, facts on one line, what was set aside; in Markdown and in JSON."""

import json

import jsonschema

from factsuite.load.schemas import schema
from factsuite.model.building import build_workspace
from factsuite.reports.json_report import render_json
from factsuite.reports.markdown import render_markdown
from factsuite.reports.markdown_text import escape, escape_message
from factsuite.rules.collecting import collect_rules
from factsuite.rules.examples import example_policy, example_tree
from factsuite.rules.results import Result
from factsuite.rules.running import run

RULES = collect_rules(None)


def test_marks_nobody_sees_are_spelt_out() -> None:
    """A report is read in terminals too, and text that turns round there says something else than the file."""
    assert escape("412\u202e people\x1b[31m") == "412\\\\u202e people\\\\u001b\\[31m"
    assert escape_message("`a` b\x07") == "`a` b\\\\u0007"


TOWN = """# article.md
---
format: 1
headline: The ferry stops
publisher: The Larkhaven Gazette
published: 2031-06-02
fictional: yes
source_id: own-page
derives_from: [{source: mail, certainty: likely}]
---
The ferry stops. The pier is shut. The mayor said the crane fell. The school is open.
# sources.yaml
format: 1
sources:
  - {id: own-page, publisher: The Larkhaven Gazette, kind: newspaper}
  - {id: dispatch, publisher: Coast Press, kind: unseen text, unseen: yes}
  - {id: mail, publisher: The Mail, kind: wire copy, derives_from: dispatch}
  - {id: echo, publisher: Lark Echo, kind: wire copy, derives_from: dispatch}
  - {id: post, publisher: Post, kind: newspaper}
  - {id: council, publisher: Larkhaven City Council, kind: transcript}
  - {id: digest, publisher: Digest, kind: blog, derives_from: own-page}
# entities.yaml
format: 1
people: [{id: mayor, name: the mayor}]
# facts.yaml
format: 1
facts:
  - id: ferry
    kind: statement
    claim: The ferry stops.
    anchor: {exact: The ferry stops}
    asserts: {that: The ferry stops.}
    evidence:
      - {source: mail, reports: {that: The ferry stops.}}
      - {source: echo, reports: {that: The ferry stops.}}
      - {source: post, reports: {that: The ferry stops.}, set_aside: It took the story back.}
  - id: pier
    kind: statement
    claim: The pier is shut.
    anchor: {exact: The pier is shut}
    asserts: {that: The pier is shut.}
    evidence:
      - {source: mail, reports: {that: The pier is shut.}}
      - {source: post, reports: {that: The pier is shut.}}
  - id: crane
    kind: statement
    claim: The mayor said that the crane fell.
    anchor: {exact: The mayor said the crane fell}
    asserts: {speaker: mayor, that: The crane fell.}
    evidence: [{source: council, reports: {speaker: mayor, that: The crane fell.}}]
  - id: school
    kind: statement
    claim: The school is open.
    risk: high
    anchor: {exact: The school is open}
    asserts: {that: The school is open.}
    evidence:
      - {source: post, unnamed: yes, reports: {that: The school is open.}}
      - {source: digest, reports: {that: The school is open.}}
# pyproject.toml
[tool.factsuite]
lines.by_risk = {high = 2}
lines.unnamed_counts = false
"""


def result() -> Result:
    return run(build_workspace(example_tree(TOWN), example_policy(TOWN)), RULES)


def test_the_markdown_lists_what_hangs_on_one_line_and_what_was_set_aside() -> None:
    text = render_markdown(result())
    start = text.index("### Facts on one line of evidence (2)")
    end = text.index("\n\n", text.index("### Set aside (1)") + 20)
    assert text[start:end] == (
        "### Facts on one line of evidence (2)\n\n"
        "The article and its likely parent `mail` (The Mail) are one line (`dispatch`). It bears on 2 facts; "
        "nothing else supports\n1 supported fact: `ferry`.\n\n"
        "- `ferry` (supported): `dispatch` (Coast Press), the article's own parent, read in `mail`, `echo`, "
        "supports it\n"
        "- `crane` (supported): `council` (Larkhaven City Council) supports it; may stand alone: `council`\n\n"
        "### Set aside (1)\n\n"
        "- `post` (Post), on `ferry`: It took the story back."
    )
    assert "2 verdicts hang on one line of evidence, 1 of them on a source that may stand alone." in text


def test_a_fact_says_what_was_required_and_what_did_not_count() -> None:
    text = render_markdown(result())
    assert "0 lines of evidence: none; 2 lines are required for a fact of high risk" in text
    assert "**supports it**, but does not count: it relies on unnamed people alone" in text
    assert "- does not bear on it: `digest` (comes from this article)" in text
    assert (
        "2 lines are required for a fact of high risk, 0 found; `post` does not count, as it relies on unnamed people "
        "alone" in text
    )


def test_the_json_says_the_same_under_its_schema() -> None:
    report = json.loads(render_json(result()))
    jsonschema.Draft7Validator(schema("report")).validate(report)
    assert (report["summary"]["hang_on_one_line"], report["summary"]["stand_alone"]) == (2, 1)
    facts = {fact["id"]: fact for fact in report["articles"][0]["facts"]}
    assert [facts[id]["hangs_on_one_line"] for id in ("ferry", "pier", "crane", "school")] == [
        "dispatch",
        None,
        "council",
        None,
    ]
    assert facts["crane"]["stand_alone"] == ["council"]
    assert (facts["school"]["lines"], facts["school"]["lines_required"]) == (0, 2)
    assert facts["school"]["required_for"] == "a fact of high risk"
    assert facts["school"]["discounted"] == [{"line": "post", "because": "it relies on unnamed people alone"}]
    assert [entry["from_article"] for entry in facts["school"]["evidence"]] == [False, True]
