"""4: a fact id is its article's own; two articles may each have one `mayor-office` without meaning one day."""

from factsuite.rules.collecting import collect_rules
from factsuite.rules.examples import example_workspace
from factsuite.rules.running import run

ARTICLE = """\
---
format: 1
headline: News of the day
publisher: The Larkhaven Gazette
published: 2031-06-{published}
fictional: yes
---
Ada Quill, Mayor of Larkhaven, opened the {what}. "It is a good day," she said on {day} June.
"""
FACTS = """\
format: 1
facts:
  - id: mayor-office
    kind: office
    claim: Ada Quill was the Mayor of Larkhaven.
    anchor: {{exact: "Ada Quill, Mayor of Larkhaven"}}
    asserts: {{person: ada-quill, office: Mayor of Larkhaven, as_of: 2031-06-{day}}}
    evidence: [{{source: gazette, reports: {{office: Mayor of Larkhaven}}}}]
  - id: good-day
    kind: quotation
    claim: She said, "It is a good day."
    anchor: {{exact: '"It is a good day," she said on {day} June'}}
    asserts: {{speaker: ada-quill, words: It is a good day, on: 2031-06-{day}}}
    evidence: [{{source: gazette, excerpt: "QUILL: It is a good day.", reports: {{on: 2031-06-{day}}}}}]
  - id: opened
    kind: event
    claim: Ada Quill opened the bridge.
    anchor: {{exact: opened the {what}}}
    asserts: {{event: opening, who: ada-quill}}
    evidence: [{{source: gazette, reports: {{who: ada-quill}}}}]
"""
SHARED = """\
# shared/entities.yaml
format: 1
people:
  - id: ada-quill
    name: Ada Quill
    offices: [{title: Mayor of Larkhaven, from: 2029, evidence: [{source: gazette, reports: {from: 2029}}]}]
events: [{id: opening, name: the opening, on: 2031-06-01, evidence: [{source: gazette, reports: {on: 2031-06-01}}]}]
# shared/sources.yaml
format: 1
sources: [{id: gazette, publisher: Coast Weekly, kind: newspaper}]
"""
EMPTY = "# {}entities.yaml\nformat: 1\n# {}sources.yaml\nformat: 1\nsources: []\n"


def out_of_order(day: str) -> list[str]:
    """What the rules across articles find where the second article is of another day."""
    first = [FACTS.format(day="10", what="bridge"), ARTICLE.format(published="12", what="bridge", day="10")]
    second = [FACTS.format(day=day, what="ferry"), ARTICLE.format(published="28", what="ferry", day=day)]
    names = ("facts.yaml", "article.md", "second/facts.yaml", "second/article.md")
    whole = "".join(f"# {name}\n{text}" for name, text in zip(names, [*first, *second], strict=True))
    example = SHARED + EMPTY.format("", "") + EMPTY.format("second/", "second/") + whole
    rules = [rule for rule in collect_rules(None) if rule.name == "articles-out-of-order"]
    return [found.finding.message for found in run(example_workspace(example), rules).all_findings]


def test_one_fact_id_in_two_articles_of_two_days() -> None:
    assert out_of_order("24") == []
