"""The pictures of the checking copy: what they draw, what they say in words, and what they leave out."""

import json
import re
from pathlib import Path

import pytest
from small_facts import judged

from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy
from factsuite.model.registry import registry
from factsuite.reports.html.derivations import derivations_picture
from factsuite.reports.html.forest import forest_plot
from factsuite.reports.html.mutation import Tried, mutation_picture, stored_operators
from factsuite.reports.html.shapes import Picture, clipped, number, words
from factsuite.reports.html.shown_text import Ids, shown, web_address
from factsuite.reports.html.timeline import timeline_picture
from factsuite.rules.collecting import collect_rules
from factsuite.rules.examples import example_tree
from factsuite.rules.results import ArticleResult
from factsuite.rules.running import run

EMPTY = registry((), (), (), ())


def result(example: str) -> ArticleResult:
    return run(build_workspace(example_tree(example), Policy()), collect_rules(None)).articles[0]


def forest(value: str, *reported: str) -> Picture | None:
    entries = ", ".join(f"{{source: {source}, {each}}}" for source, each in zip("abcd", reported, strict=False))
    sources = "format: 1\nsources:\n" + "".join(f"  - {{id: {s}, publisher: P{s}, kind: newspaper}}\n" for s in "abcd")
    example = f"kind: quantity\nasserts: {{measure: crossings, value: '{value}'}}\nevidence: [{entries}]\n"
    entities = "format: 1\nmeasures:\n  - {id: crossings, name: crossings, unit: person, nouns: [people]}\n"
    return forest_plot(judged(example, entities=entities, sources=sources), EMPTY, Ids())


def test_a_forest_plot_tells_every_line_in_words_too() -> None:
    found = forest(
        "more than 300 people",
        "reports: {value: 412 people}",
        "reports: {value: up to 200 people}",
        "reports: {value: 250 people}, set_aside: An outlier.",
    )
    assert found is not None
    assert found.description == (
        "The article: more than 300. a supports: 412. b contradicts: at most 200. c set aside, contradicts: 250."
    )
    drawn = str(found.__html__())
    assert 'class="ring article"' in drawn  # more than: an open end
    assert 'class="fill supported"' in drawn
    assert "c, set aside" in drawn


def test_a_figure_that_nobody_gives_has_no_plot() -> None:
    assert forest("300 people") is None
    assert forest("300 people", "excerpt: Many came.") is None
    assert forest("300 people", "reports: {value: 300 tonnes}") is None


def test_figures_that_are_all_the_same_and_huge_ones_are_drawn_within_the_picture() -> None:
    for value in ("5 people", "0 people", "9,999,999,999,999 people"):
        found = forest(value, f"reports: {{value: '{value}'}}")
        assert found is not None
        places = [float(x) for x in re.findall(r'\bx[12]?="([-\d.]+)"', str(found.__html__()))]
        assert all(-1 <= x <= found.width for x in places)


TIMELINE = """# facts.yaml
format: 1
facts:
  - {id: late, kind: order, claim: C., anchor: {exact: X}, asserts: {earlier: vote, later: march}}
# entities.yaml
format: 1
events:
  - {id: vote, name: the <b>vote</b>, on: 2031-05-09, evidence: [{source: gazette, reports: {on: 2031-05-09}}]}
  - {id: march, name: the march, on: 2031-05-01, evidence: [{source: gazette, reports: {on: 2031-05-01}}]}
  - {id: feast, name: the feast}
"""


def test_the_timeline_marks_impossible_orders_and_names_what_has_no_date() -> None:
    drawn = timeline_picture(result(TIMELINE).timeline, Ids())
    assert drawn is not None
    html = str(drawn.picture.__html__())
    assert "✕1" in html
    assert "the &lt;b&gt;vote&lt;/b&gt;" in html
    assert "1 May 2031" in html
    assert drawn.undated == ("the feast",)
    assert drawn.left_out == 0
    assert "1 impossible order is marked" in drawn.picture.description


def test_a_timeline_longer_than_can_be_read_says_what_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factsuite.reports.html.timeline.MOST_EVENTS", 1)
    drawn = timeline_picture(result(TIMELINE).timeline, Ids())
    assert drawn is not None
    assert drawn.left_out == 1
    assert drawn.picture.description.count(";") == 0


SOURCES = """# facts.yaml
format: 1
facts:
  - id: f
    kind: statement
    claim: C.
    anchor: {exact: X}
    asserts: {speaker: mayor, that: So.}
    evidence: [{source: copy, excerpt: E}, {source: alone, excerpt: E}]
# sources.yaml
format: 1
sources:
  - {id: wire, publisher: The Wire, kind: wire}
  - {id: copy, publisher: Copyist, kind: newspaper, derives_from: [{source: wire, certainty: likely}]}
  - {id: alone, publisher: Loner, kind: newspaper}
"""


def test_sources_are_folded_into_lines() -> None:
    found = derivations_picture(result(SOURCES), Ids())
    assert found is not None
    assert found.alone == ("alone (1 fact)",)
    assert [picture.description for picture in found.pictures] == ["2 sources in 1 line: copy likely from wire."]
    assert 'class="edge likely"' in str(found.pictures[0].__html__())


def test_many_trees_stand_in_two_pictures_and_none_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = "".join(
        f"  - {{id: wire-{n}, publisher: W, kind: wire}}\n"
        f"  - {{id: copy-{n}, publisher: C, kind: newspaper, derives_from: [wire-{n}]}}\n"
        for n in range(5)
    )
    cited = ", ".join(f"{{source: copy-{n}, excerpt: E}}" for n in range(5))
    example = re.sub(r"evidence: \[.*\]", f"evidence: [{cited}]", SOURCES[: SOURCES.index("sources:\n") + 9]) + listed
    monkeypatch.setattr("factsuite.reports.html.derivations._LONG", 4)
    found = derivations_picture(result(example), Ids())
    assert found is not None
    told = [picture.description for picture in found.pictures]
    assert [each.partition(":")[0] for each in told] == ["4 sources in 2 lines", "6 sources in 3 lines"]
    assert sorted(re.findall(r"copy-\d from wire-\d", " ".join(told))) == [f"copy-{n} from wire-{n}" for n in range(5)]
    assert len({picture.id for picture in found.pictures}) == 2
    assert all(
        str(picture.__html__()).count('class="edge"') == len(picture.description.split(";"))
        for picture in found.pictures
    )


def test_a_circle_of_derivations_does_not_hang() -> None:
    circle = SOURCES.replace("kind: wire}", "kind: wire, derives_from: [copy]}")
    found = derivations_picture(result(circle), Ids())
    assert found is not None
    assert {"copy", "wire"} <= set(re.findall(r"copy|wire", f"{found.pictures} {found.alone}"))


def test_mutation_by_operator_is_sorted_and_told() -> None:
    found = mutation_picture({"b-first": Tried(2, 0), "a-last": Tried(0, 3), "never": Tried(0, 0)}, Ids())
    assert found is not None
    assert found.description == "a-last: 0 noticed, 3 survived; b-first: 2 noticed, 0 survived."
    assert mutation_picture({}, Ids()) is None


def test_ids_are_safe_and_handed_out_once() -> None:
    ids = Ids()
    assert [ids.new("fact", name) for name in ("a b", "a-b", "é", "")] == ["fact-a-b", "fact-a-b-2", "fact--", "fact-x"]


def test_addresses_are_links_only_where_they_lead_to_the_web() -> None:
    assert web_address("https://larkhaven.example/a") == "https://larkhaven.example/a"
    for url in ("javascript:alert(1)", "data:text/html,x", "https://a b", "file:///x", ""):
        assert web_address(url) == ""


def test_text_and_numbers_in_print() -> None:
    assert shown("a\u202eb\x00c\ud800") == "a\\u202eb\\u0000c\\ud800"
    assert shown("שלום 🦆\n") == "שלום 🦆\n"
    assert [number(2.0), number(2.25), number(-0.04)] == ["2", "2.2", "0"]
    assert clipped("one  two three", 8) == "one two…"
    picture = Picture(id="p", title="<", description="&", width=1, height=1, shapes=(words(0, 0, "<i>"),))
    assert ">&lt;</title>" in str(picture.__html__())
    assert ">&amp;</desc>" in str(picture.__html__())
    assert "&lt;i&gt;</text>" in str(picture.__html__())


@pytest.mark.parametrize("stored", ["", "[]", "{", '{"by_operator": {"a": {"killed": "x"}}}', '{"by_operator": [1]}'])
def test_a_stored_score_that_cannot_be_read_draws_nothing(tmp_path: Path, stored: str) -> None:
    assert stored_operators(tmp_path) == {}
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "mutation.json").write_text(stored, encoding="utf-8")
    assert stored_operators(tmp_path) == {}


def test_a_stored_score_is_read_by_operator(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    stored = json.dumps({"by_operator": {"number-changed": {"killed": 4, "survived": 1, "equivalent": 9}}})
    (tmp_path / "reports" / "mutation.json").write_text(stored, encoding="utf-8")
    assert stored_operators(tmp_path) == {"number-changed": Tried(noticed=4, survived=1)}
