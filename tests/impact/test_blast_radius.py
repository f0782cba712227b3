"""What falls if a source, a record or a fact falls."""

import json
from pathlib import Path

import pytest

from factsuite.cli import main
from factsuite.impact.blast import Blast, blast_of, ranking
from factsuite.impact.targets import find_target
from factsuite.load.errors import FactsuiteError
from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy
from factsuite.reports.impact import render_impact_json, render_impact_text, render_ranking_text
from factsuite.rules.examples import example_tree
from factsuite.rules.running import examine

ROOT = Path(__file__).parent.parent.parent

TOWN = """
# article.md
---
format: 1
headline: A bridge opens
publisher: The Larkhaven Gazette
published: 2031-06-02
fictional: yes
---
On Sunday 300 people crossed the bridge. On Monday 150 people did. In all, 450 people crossed. Ada Quill cut the ribbon.
# facts.yaml
format: 1
facts:
  - id: sunday
    kind: quantity
    claim: 300 people crossed the bridge on Sunday.
    anchor: {exact: On Sunday 300 people crossed}
    asserts: {measure: bridge-visitors, value: 300 people, as_of: 2031-06-01}
    evidence:
      - {source: wire-copy, reports: {value: 300 people}}
  - id: monday
    kind: quantity
    claim: 150 people crossed the bridge on Monday.
    anchor: {exact: On Monday 150 people did}
    asserts: {measure: bridge-visitors, value: 150 people, as_of: 2031-06-02}
    evidence:
      - {source: gazette, reports: {value: 150 people}}
      - {source: hearing, reports: {value: 150 people}}
  - id: in-all
    kind: derived
    claim: 450 people crossed the bridge in all.
    anchor: {exact: "In all, 450 people crossed"}
    asserts: {measure: bridge-visitors, value: 450 people, from: sunday + monday}
  - id: opening-place
    kind: event
    claim: The bridge was opened in Old Town.
    anchor: {exact: cut the ribbon}
    asserts: {event: opening, where: old-town}
"""

SECOND = """
# second/article.md
---
format: 1
headline: A week later
publisher: The Larkhaven Gazette
published: 2031-06-09
fictional: yes
---
On its first Sunday, 300 people had crossed.
# second/facts.yaml
format: 1
facts:
  - id: first-sunday
    kind: quantity
    claim: 300 people crossed the bridge on its first Sunday.
    anchor: {exact: 300 people had crossed}
    asserts: {measure: crossings, value: 300 people, as_of: 2031-06-01}
    evidence: [{source: count, reports: {value: 300 people}}]
# second/sources.yaml
format: 1
sources: []
# second/entities.yaml
format: 1
# shared/sources.yaml
format: 1
sources:
  - {id: count, publisher: Larkhaven City Council, kind: official statement}
# shared/entities.yaml
format: 1
measures:
  - {id: crossings, name: crossings of the bridge, unit: person, nouns: [people]}
"""


def asked(name: str, example: str = TOWN) -> Blast:
    workspace = build_workspace(example_tree(example), Policy())
    articles = [examine(dossier, workspace) for dossier in workspace.dossiers]
    return blast_of(find_target(name, workspace), workspace, articles)


def test_a_text_that_falls_takes_its_copies_with_it() -> None:
    blast = asked("wire")
    assert blast.fallen == ("wire", "wire-copy")
    assert [each.fact.label for each in blast.orphaned] == ["sunday"]


def test_a_copy_that_falls_leaves_what_it_was_made_from() -> None:
    assert asked("wire-copy").fallen == ("wire-copy",)


def test_a_source_with_another_parent_stays() -> None:
    both = TOWN + (
        "# sources.yaml\nformat: 1\nsources:\n"
        "  - {id: hearing, publisher: Council, kind: transcript}\n"
        "  - {id: gazette, publisher: Gazette, kind: newspaper}\n"
        "  - {id: wire, publisher: Agency, kind: unseen text, unseen: yes}\n"
        "  - {id: wire-copy, publisher: Mail, kind: newspaper, derives_from: [{source: wire}, {source: hearing}]}\n"
    )
    assert asked("wire", both).fallen == ("wire",)


def test_a_fact_with_another_line_holds() -> None:
    blast = asked("hearing")
    assert [each.fact.label for each in blast.struck] == ["monday"]
    assert blast.changing == ()
    assert "monday  supported  2 lines support it, 1 without" in render_impact_text(blast)


def test_figures_computed_from_what_falls_follow_with_their_measure() -> None:
    blast = asked("wire")
    assert [(each.fact.label, each.because) for each in blast.following] == [("in-all", "is computed from what falls")]
    assert blast.measures == ("bridge-visitors",)


def test_an_event_whose_only_source_falls_loses_its_date_and_its_facts() -> None:
    blast = asked("gazette")
    assert {each.fact.label: each.after.verdict.value for each in blast.struck} == {
        "monday": "supported",
        "opening-place": "unverified",
    }


def test_a_record_that_falls_takes_the_facts_judged_on_it() -> None:
    blast = asked("opening")
    assert [each.fact.label for each in blast.orphaned] == ["opening-place"]
    assert blast.fallen == ()


def test_a_measure_has_no_record_but_facts_that_speak_of_it() -> None:
    blast = asked("bridge-visitors")
    assert blast.struck == ()
    assert [each.fact.label for each in blast.following] == ["sunday", "monday", "in-all"]
    assert blast.following[0].because == "speaks of it: `measure`"


def test_a_fact_that_falls_takes_what_is_computed_from_it_and_points_at_its_kin() -> None:
    blast = asked("sunday")
    assert [(each.fact.label, each.because) for each in blast.following] == [
        ("in-all", "is computed from what falls"),
        ("monday", "is about the same measure or event"),
    ]


def test_a_shared_source_strikes_every_article() -> None:
    third = SECOND.replace("# second/article", "# third/article").split("# second/sources.yaml")[0]
    third = third.replace("# second/facts", "# third/facts")
    rest = "# third/sources.yaml\nformat: 1\nsources: []\n# third/entities.yaml\nformat: 1\n"
    blast = asked("count", TOWN + SECOND + third + rest)
    assert blast.articles == ("second", "third")
    assert len(blast.orphaned) == 2


def test_sentences_are_shown_whole_and_in_place() -> None:
    shown = render_impact_text(asked("wire"))
    assert "sunday  supported -> unverified  loses its last line" in shown
    assert "article.md:8:1 On Sunday 300 people crossed the bridge." in shown
    data = json.loads(render_impact_json(asked("wire")))
    assert data["facts"][0]["sentence"] == "On Sunday 300 people crossed the bridge."
    assert data["facts"][0]["sentence_at"]["line"] == 8
    assert data["falls"] == ["wire", "wire-copy"]


def test_what_stands_for_nothing_is_answered_with_the_nearest() -> None:
    with pytest.raises(FactsuiteError, match="no source, entity or fact `hering`\n  hint: did you mean `hearing`"):
        asked("hering")


def test_an_id_of_several_things_is_answered_with_every_way_to_name_them() -> None:
    twice = TOWN.replace("id: opening-place", "id: opening")
    with pytest.raises(FactsuiteError, match="entity:example/opening, fact:example/opening"):
        asked("opening", twice)
    assert asked("fact:opening", twice).target.sort.value == "fact"
    assert asked("fact:example/opening", twice).target.sort.value == "fact"


def test_the_ranking_begins_with_the_source_on_which_most_hangs() -> None:
    workspace = build_workspace(example_tree(TOWN), Policy())
    blasts = ranking(workspace, [examine(dossier, workspace) for dossier in workspace.dossiers])
    assert [each.target.id for each in blasts] == ["gazette", "wire", "wire-copy", "hearing"]
    assert "factsuite impact SOURCE" in render_ranking_text(blasts)


def test_the_transcript_of_the_first_article(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["impact", "wh-1023", "--in", str(ROOT), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert set(data["falls"]) == {"wh-1023", "asiae", "rbcua"}
    assert [fact["fact"] for fact in data["facts"] if fact["loses_last_line"]] == ["desperation"]
    assert len(data["facts"]) == 23


def test_the_whole_folder_of_the_first_article(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["impact", "--in", str(ROOT), "--format", "json"]) == 0
    ranked = json.loads(capsys.readouterr().out)["sources"]
    assert ranked[0]["source"] == "abc"
    orphaned = [len(each["lose_last_line"]) for each in ranked]
    assert orphaned == sorted(orphaned, reverse=True)


def test_a_workspace_without_facts_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["impact", "--in", str(tmp_path)]) == 2
    assert "no folder `facts/`" in capsys.readouterr().err
