"""`factsuite draft` and `factsuite add`: what they write, what the run says of it, and what they refuse."""

from pathlib import Path

import pytest
from fictional_town import write_town

from benchmarks import drafting as benchmark
from factsuite.cli import main
from factsuite.engine import build, check_workspace
from factsuite.model.facts import Fact

ARTICLE = """\
# Wall holds in Larkhaven

The wall in Larkhaven held, Mayor Ada Quill said on Thursday. "If the region pays its share, we will rebuild it,"
Quill told reporters. She called the night "long".

The fire service took 240 people out of Old Town, 170 of them by boat. The works had ended on 3 May 2031.

The council denied that the works had touched the wall. The town paid. The town paid.
"""
WAITING = {"no-evidence", "verdict-differs"}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "facts").mkdir()
    (tmp_path / "wall.md").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def draft(*arguments: str) -> int:
    return main(["draft", "wall.md", "--published", "2031-10-17", *arguments])


def files_in(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def drafted_facts(desk: Path) -> tuple[Fact, ...]:
    return build(desk).dossiers[0].facts


def test_a_draft_loads_without_a_defect_and_every_fact_only_waits_for_its_evidence(desk: Path) -> None:
    assert draft("--id", "wall") == 0
    assert sorted(files_in(desk / "facts" / "wall")) == ["article.md", "entities.yaml", "facts.yaml", "sources.yaml"]
    result = check_workspace(desk)
    [article] = result.articles
    assert not article.dossier.problems
    assert len(article.facts) >= 7
    for fact in article.facts:
        assert fact.judgement is not None
        assert {found.rule for found in fact.findings if found.severity.value == "error"} == WAITING
    assert [found.rule for found in article.findings if found.severity.value == "error"] == []


def test_a_check_of_a_draft_says_to_do_and_is_no_wall_of_errors(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft("--id", "wall")
    capsys.readouterr()
    assert main(["check"]) == 1
    told = capsys.readouterr().out
    facts = len(drafted_facts(desk))
    assert told.count(": error: to do [no-evidence]: ") == facts
    assert f"To do ({facts}): no evidence is recorded yet" in told
    assert "To correct" not in told


def test_the_facts_stand_in_the_order_of_the_text_with_anchors_that_stand_once(desk: Path) -> None:
    draft("--id", "wall")
    article = build(desk).dossiers[0].article
    assert article is not None
    places = [article.find(fact.anchor) for fact in drafted_facts(desk)]
    assert all(len(place) == 1 for place in places)
    starts = [place[0].start for place in places]
    assert starts == sorted(starts)


def test_no_source_is_made_up(desk: Path) -> None:
    draft("--id", "wall")
    assert build(desk).dossiers[0].sources == ()
    assert all(fact.evidence == () for fact in drafted_facts(desk))


def test_the_same_article_is_drafted_to_the_same_bytes(desk: Path) -> None:
    draft("--id", "wall")
    first = files_in(desk / "facts" / "wall")
    (desk / "facts" / "wall").rename(desk / "before")
    draft("--id", "wall")
    assert files_in(desk / "facts" / "wall") == first


def test_the_account_says_what_is_covered_and_what_is_left_out(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "wall.md").write_text(ARTICLE.replace("3 May 2031", "Monday"), encoding="utf-8")
    assert main(["draft", "wall.md", "--id", "wall"]) == 0
    told = capsys.readouterr().out
    assert "written: facts/wall/" in told
    assert "2 of 2 quotations" in told
    assert "Left out" in told
    assert "give --published or --relative-to" in told
    assert "facts/wall/article.md:10:" in told
    assert max(map(len, told.split("\n"))) <= 100


def test_what_the_document_does_not_say_is_marked_to_do(desk: Path) -> None:
    draft("--id", "wall")
    head = (desk / "facts" / "wall" / "article.md").read_text(encoding="utf-8").split("\n---\n")[0]
    assert "headline: Wall holds in Larkhaven\n" in head
    assert "publisher: To be filled in  # TODO" in head
    assert head.endswith("published: 2031-10-17")


def test_nothing_is_overwritten(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft("--id", "wall")
    before = files_in(desk / "facts" / "wall")
    (desk / "wall.md").write_text("# Other\n\nAda Quill said no more.\n", encoding="utf-8")
    assert draft("--id", "wall") == 2
    assert "facts/wall holds article.md already; nothing was written" in capsys.readouterr().err
    assert files_in(desk / "facts" / "wall") == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--id", "Old Wall"], "is no id for an article"),
        (["--into", "elsewhere/wall"], "is no folder for the article in facts/"),
        (["--into", "facts/wall", "--id", "other"], "--into facts/other"),
        (["--relative-to", "soon-ish"], "--relative-to: 'soon-ish' cannot be read as a date"),
    ],
)
def test_hurried_mistakes_are_explained(
    desk: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["draft", "wall.md", *arguments]) == 2
    assert message in capsys.readouterr().err
    assert list((desk / "facts").iterdir()) == []


def test_without_a_workspace_the_way_to_one_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("wall.md").write_text(ARTICLE, encoding="utf-8")
    assert main(["draft", "wall.md"]) == 2
    assert "`factsuite init` makes a workspace" in capsys.readouterr().err
    assert main(["draft", "wall.md", "--into", "facts/wall"]) == 0
    assert (tmp_path / "facts" / "wall" / "facts.yaml").is_file()


def test_what_the_house_has_recorded_is_not_drafted_again(desk: Path) -> None:
    shared = "format: 1\npeople:\n  - {id: the-mayor, name: Ada Quill, aliases: [Quill], offices: [{title: Mayor}]}\n"
    (desk / "facts" / "entities.yaml").write_text(shared, encoding="utf-8")
    draft("--id", "wall")
    assert "Ada Quill" not in (desk / "facts" / "wall" / "entities.yaml").read_text(encoding="utf-8")
    speakers = {fact.asserts.speaker.value for fact in drafted_facts(desk) if fact.asserts.speaker is not None}
    assert "the-mayor" in speakers


def test_markup_and_text_from_right_to_left_are_only_text(desk: Path) -> None:
    arabic = "\u0642\u0627\u0644\u062a \u0627\u0644\u0645\u062f\u064a\u0646\u0629"
    said = 'Ada Quill said it "held: {all} #night".'
    text = f"# <script>alert(1)</script>\n\n{arabic}. {said}\n"
    (desk / "wall.md").write_text(text, encoding="utf-8")
    assert draft("--id", "wall") == 0
    dossier = build(desk).dossiers[0]
    assert not dossier.problems
    assert [fact.asserts.words.text for fact in dossier.facts if fact.asserts.words] == ["held: {all} #night"]


def test_a_fact_is_added_in_its_place_and_nothing_else_changes(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft("--id", "wall")
    facts, entities = desk / "facts/wall/facts.yaml", desk / "facts/wall/entities.yaml"
    text = facts.read_text(encoding="utf-8").replace("\n", "\r\n")
    start, end = text.index("  - id: 170-people"), text.index("  - id: 3-may-2031")
    without = text[:start] + text[end:]
    facts.write_bytes(without.encode("utf-8"))
    before = entities.read_text(encoding="utf-8")
    assert main(["add", "wall", "--at", "170 of them by boat"]) == 0
    after = facts.read_bytes().decode("utf-8")
    added = after[start - 2 : len(after) - len(without) + start - 2]
    assert "value: 170 people" in added
    assert after.replace(added, "", 1) == without
    assert after.index("id: 240-people") < after.index("170 of them") < after.index("id: 3-may-2031")
    assert before in entities.read_text(encoding="utf-8")
    assert "added: facts/wall/facts.yaml: " in capsys.readouterr().out
    assert not build(desk).dossiers[0].problems


def test_a_piece_of_a_sentence_that_says_nothing_read_is_a_statement_and_no_second_figure(desk: Path) -> None:
    draft("--id", "wall")
    assert main(["add", "--at", "The fire service took"]) == 0
    assert main(["add", "--at", "240 people"]) == 0
    kinds = {fact.anchor.exact.text: fact.kind.value for fact in drafted_facts(desk)}
    assert kinds["The fire service took"] == "statement"
    assert kinds["240 people"] == "quantity"


def test_words_that_stand_twice_or_nowhere_are_refused_with_their_contexts(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft("--id", "wall")
    before = files_in(desk / "facts" / "wall")
    assert main(["add", "--at", "The town paid"]) == 2
    told = capsys.readouterr().err
    assert "stands 2 times" in told
    assert told.count("facts/wall/article.md:12:") == 2
    assert main(["add", "--at", "The city paid"]) == 2
    assert "stands nowhere in the article" in capsys.readouterr().err
    assert main(["add", "--at", "Wall holds"]) == 2
    assert "in the headline alone" in capsys.readouterr().err
    assert main(["add", "wal", "--at", "The works"]) == 2
    assert "did you mean `wall`?" in capsys.readouterr().err
    assert main(["add", "--at", "  "]) == 2
    assert files_in(desk / "facts" / "wall") == before


def test_a_fact_is_added_to_a_dossier_somebody_wrote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_town(tmp_path)
    monkeypatch.chdir(tmp_path)
    before = (tmp_path / "facts/bridge/facts.yaml").read_text(encoding="utf-8")
    body = (tmp_path / "facts/bridge/article.md").read_text(encoding="utf-8").split("---\n")[2]
    words = body.strip().split("\n")[0].split(". ")[0]
    assert main(["add", "bridge", "--at", words, "--kind", "statement"]) in (0, 1)
    after = (tmp_path / "facts/bridge/facts.yaml").read_text(encoding="utf-8")
    assert len(after) > len(before)
    kept = iter(after.split("\n"))
    assert all(line in kept for line in before.split("\n"))


def test_the_first_article_is_drafted_as_well_as_is_promised() -> None:
    """The figures of docs/drafting.md: of the kinds the issue lists 85 of 100 facts are found, 15 at most of no use."""
    [(root, id, _)] = [each for each in benchmark.SETS if each[1] == "dprk-troops-in-russia"]
    dossier = next(each for each in build(root).dossiers if each.id == id)
    result = benchmark.score(dossier)
    typed = [fact for fact in result.finished if fact.kind.value in benchmark.TYPED]
    found = [fact for fact in typed if fact.label in result.found]
    assert 100 * len(found) >= 85 * len(typed)
    assert 100 * len(result.useless) <= 15 * len(result.drafted)
