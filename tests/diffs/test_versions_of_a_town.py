"""Two versions of a small town: which revisions can be read, what is old, and what the house loosened."""

import json
import os
from pathlib import Path

import pytest
from fictional_town import FILES, write_town
from jsonschema import Draft7Validator
from scratch_repository import commit, git

from factsuite.cli import main
from factsuite.diffs.changes import change
from factsuite.diffs.policy_changes import STRICTER
from factsuite.diffs.sorts import SORT, SORTS
from factsuite.history import check_since, diff_of
from factsuite.load.errors import FactsuiteError
from factsuite.load.locations import Location
from factsuite.load.schemas import schema
from factsuite.model.policy import Policy
from factsuite.reports.diff_markdown import change_table, render_diff_markdown
from factsuite.reports.markdown_size import LONGEST_COMMENT

ROOT = Path(__file__).parent.parent.parent
WAIVER = """\
format: 1
waivers:
  - rule: value-contradicted
    article: bridge
    fact: visitors
    because: The count is disputed.
    by: A. Quill
    until: 2031-07-01
"""


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The town, committed; it is where commands are started."""
    root = tmp_path / "town"
    write_town(root)
    git(root, "init", "-q", "-b", "main")
    commit(root, "first")
    monkeypatch.chdir(root)
    return root


def put(root: Path, name: str, old: str, new: str, article: str = "bridge") -> None:
    file = root / "facts" / article / name
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, (old, text.count(old))
    file.write_text(text.replace(old, new), encoding="utf-8")


def rules(root: Path, base: str = "main", head: str | None = None) -> list[tuple[str, str, str | None]]:
    return [(each.severity.value, each.rule, each.fact) for each in diff_of(root, base, head).changes]


# Which revisions can be read


@pytest.mark.usefixtures("town")
def test_nothing_changed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "main"]) == 0
    assert capsys.readouterr().out == (
        "main -> the working tree: no fact, no sentence and no setting says anything else.\n"
    )


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize(
    ("base", "message"), [("nowhere", "git knows no revision 'nowhere'"), ("--all", "git knows no revision '--all'")]
)
def test_a_base_that_is_not_there(capsys: pytest.CaptureFixture[str], base: str, message: str) -> None:
    for command in (["diff", "--", base], ["check", f"--since={base}"]):
        assert main(command) == 2
        err = capsys.readouterr().err
        assert message in err and "hint: " in err


def test_a_shallow_clone_says_how_to_get_the_history(town: Path, tmp_path: Path) -> None:
    put(town, "article.md", "opens its bridge", "opens a bridge")
    commit(town, "second")
    git(tmp_path, "clone", "-q", "--depth", "1", town.as_uri(), "shallow")
    with pytest.raises(FactsuiteError, match=r"this clone is shallow.*\n.*git fetch --deepen.*fetch-depth: 0"):
        diff_of(tmp_path / "shallow", "HEAD~1")
    assert rules(tmp_path / "shallow", "HEAD") == []


def test_no_repository_and_nothing_committed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_town(tmp_path / "bare")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(FactsuiteError, match=r"in no git repository.*\n.*hint: run it in a clone"):
        diff_of(tmp_path / "bare", "HEAD")
    git(tmp_path / "bare", "init", "-q")
    with pytest.raises(FactsuiteError, match="nothing is committed yet"):
        diff_of(tmp_path / "bare", "HEAD")


def test_pytest_says_the_same_of_a_missing_base(town: Path, pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_inprocess(
        "--color=no", "-p", "no:hypothesispytest", "--since", "nowhere", f"--rootdir={town}", str(town / "facts")
    )
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert "git knows no revision 'nowhere'" in result.stdout.str() + result.stderr.str()


def test_a_workspace_below_the_top_of_its_repository(tmp_path: Path) -> None:
    root = tmp_path / "news" / "bücher und zahlen"
    write_town(root, "brücke")
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "first")
    put(root, "facts.yaml", "value: more than 300 people", "value: more than 400 people", "brücke")
    assert ("figure-narrowed", "visitors") in [(rule, fact) for _, rule, fact in rules(root)]


def test_links_and_hidden_folders_are_passed_over(town: Path) -> None:
    os.symlink("/etc/hostname", town / "facts" / "bridge" / "notes.md")
    (town / "facts" / ".drafts").mkdir()
    (town / "facts" / ".drafts" / "facts.yaml").write_text("format: 1\n", encoding="utf-8")
    commit(town, "second")
    assert rules(town, "main~1", "main") == []


def test_a_link_in_the_former_version_is_not_followed(town: Path) -> None:
    facts = town / "facts" / "bridge" / "facts.yaml"
    facts.rename(town / "elsewhere.yaml")
    os.symlink("../../elsewhere.yaml", facts)
    commit(town, "linked")
    facts.unlink()
    facts.write_text(FILES["facts.yaml"], encoding="utf-8")
    assert {rule for _, rule, _ in rules(town)} == {"fact-added"}


# What fails and what is old


def test_what_was_wrong_before_is_old_until_it_is_touched(town: Path) -> None:
    put(town, "facts.yaml", "value: more than 300 people", "value: more than 500 people")
    commit(town, "wrong from the start")
    put(town, "facts.yaml", "tags: [calendar]", "tags: [calendar, opening]")
    put(town, "article.md", "publisher: The Larkhaven Gazette", "publisher: Gazette")
    result = check_since(town, "main")
    assert not result.failed
    assert [(found.rule, found.fact) for found in result.all_old if found.fact == "visitors"]
    visitors = next(fact for fact in result.facts if fact.slot.label == "visitors")
    assert visitors.outcome.value == "old"
    put(town, "facts.yaml", "We counted 412 people.", "We counted 412 people")
    assert check_since(town, "main").failed


def test_a_fact_that_depends_on_what_changed_is_touched(town: Path) -> None:
    put(town, "facts.yaml", "value: more than 300 people", "value: more than 500 people")
    commit(town, "wrong from the start")
    put(town, "entities.yaml", "name: visitors to the bridge", "name: people on the bridge")
    assert check_since(town, "main").failed


def test_a_new_article_is_told_in_one_line_and_checked_whole(town: Path) -> None:
    write_town(town, "harbour")
    assert rules(town) == [("note", "article-added", None)]
    put(town, "facts.yaml", "value: more than 300 people", "value: more than 500 people", "harbour")
    assert check_since(town, "main").failed


def test_a_renamed_fact_keeps_what_was_wrong_with_it(town: Path) -> None:
    put(town, "facts.yaml", "value: more than 300 people", "value: more than 500 people")
    commit(town, "wrong from the start")
    put(town, "facts.yaml", "- id: visitors", "- id: people-on-the-bridge")
    assert not check_since(town, "main").failed


def test_a_fact_moved_to_another_article(town: Path) -> None:
    write_town(town, "harbour")
    file = town / "facts" / "harbour" / "facts.yaml"
    text = file.read_text(encoding="utf-8")
    start, end = text.index("  - id: visitors"), text.index("  - id: memo")
    file.write_text(text[:start] + text[end:], encoding="utf-8")
    commit(town, "two articles, one of them without visitors")
    moved = text[start:end].replace("id: visitors", "id: crossing")
    bridge = town / "facts" / "bridge" / "facts.yaml"
    here = bridge.read_text(encoding="utf-8")
    bridge.write_text(here[: here.index("  - id: visitors")] + here[here.index("  - id: memo") :], encoding="utf-8")
    file.write_text(text[:start] + moved + text[end:], encoding="utf-8")
    assert ("note", "fact-moved", "crossing") in rules(town)


# Wording


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("More than 300 people crossed it.", "More than 300 people may have crossed it.", "hedge-added"),
        ("More than 300 people crossed it.", "More than 400 people crossed it.", "figure-narrowed"),
        ("More than 300 people crossed it.", "More than 200 people crossed it.", "figure-widened"),
        ("More than 300 people crossed it.", "Exactly 300 people crossed it.", "hedge-changed"),
        ("opened on 1 June 2031", "opened on 2 June 2031", "date-changed"),
        ("opened on 1 June 2031", "opened in June 2031", "date-widened"),
        ("opened on 1 June 2031", "opened on Sunday", "date-made-relative"),
        ('"I never saw that memo," said', '"I never saw the memo," said', "quotation-altered"),
        ("said Ada Quill", "said Noor Vane", "speaker-changed"),
        ("the Harbour Master of Larkhaven", "the Chief Pilot of Larkhaven", "office-changed"),
        ("The bridge opened", "The bridge never opened", "negation-changed"),
        ("The bridge opened", "The bridge closed", "meaning-turned"),
        ("The bridge opened on 1 June 2031.", "The bridge opened on 1 June 2031 after long quarrels over its price "
         "and its colour.", "text-without-fact"),
    ],
)  # fmt: skip
def test_what_an_edit_of_the_text_is_called(town: Path, old: str, new: str, rule: str) -> None:
    put(town, "article.md", old, new)
    assert rule in [each.rule for each in diff_of(town, "main").changes]


def test_a_relative_date_is_less_grave_where_the_article_is_dated(town: Path) -> None:
    put(town, "article.md", "opened on 1 June 2031", "opened on Sunday")
    assert ("warning", "date-made-relative", "opening-day") in rules(town)


def test_new_evidence_makes_a_changed_figure_a_note(town: Path) -> None:
    put(town, "article.md", "More than 300 people", "More than 400 people")
    put(town, "facts.yaml", "anchor: {exact: More than 300 people", "anchor: {exact: More than 400 people")
    put(town, "facts.yaml", "value: more than 300 people", "value: more than 400 people")
    put(town, "facts.yaml", "claim: More than 300 people", "claim: More than 400 people")
    assert rules(town) == [("note", "figure-narrowed", "visitors")]  # 412 were counted all along
    assert not check_since(town, "main").failed


def test_a_new_source_eases_a_stronger_sentence_too(town: Path) -> None:
    put(town, "article.md", "More than 300 people", "More than 400 people")
    put(town, "facts.yaml", "anchor: {exact: More than 300 people", "anchor: {exact: More than 400 people")
    assert ("error", "figure-narrowed", "visitors") in rules(town)
    counted = "      - {source: hearing, excerpt: We counted 412 people., reports: {value: 412 people}}\n"
    put(town, "facts.yaml", counted, counted + counted.replace("hearing", "gazette"))
    assert ("note", "figure-narrowed", "visitors") in rules(town)


# The house


def test_a_loosened_policy_stops_a_change(town: Path) -> None:
    (town / "pyproject.toml").write_text("[tool.factsuite]\nlines_required = 2\nabout = 0.1\n", encoding="utf-8")
    commit(town, "policy")
    settings = 'lines_required = 1\nabout = 0.05\nseverity = {opinion-as-fact = "off"}\n'
    (town / "pyproject.toml").write_text(
        "[tool.factsuite]\n" + settings.replace("opinion-as-fact", "office-contradicted"), encoding="utf-8"
    )
    told = {each.message.split(" ")[1]: each.rule for each in diff_of(town, "main").changes}
    assert told == {
        "lines_required": "policy-loosened",
        "about": "policy-tightened",
        "severity": "policy-loosened",
    }
    assert check_since(town, "main").failed


def test_every_setting_is_known_to_loosen_or_tighten() -> None:
    for name, _ in Policy().describe():
        assert any(name == key or name.startswith(f"{key}.") for key in STRICTER), name


def test_waivers_and_a_grown_baseline_are_told(town: Path) -> None:
    (town / "facts" / "waivers.yaml").write_text(WAIVER, encoding="utf-8")
    entry = {"article": "bridge", "fact": "visitors", "rule": "value-contradicted", "message": "m", "fingerprint": "f"}
    (town / "factsuite-baseline.json").write_text(json.dumps({"format": 1, "findings": [entry]}), encoding="utf-8")
    assert rules(town) == [("error", "baseline-grown", None), ("warning", "waiver-added", None)]


# What is printed


def test_the_json_keeps_its_schema(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(town, "article.md", "More than 300 people", "At least 350 people")
    (town / "facts" / "bridge" / "sources.yaml").write_text("format: 1\nsources: []\n", encoding="utf-8")
    assert main(["diff", "main", "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)
    Draft7Validator(schema("diff")).validate(data)
    assert data["counts"]["error"] == sum(each["severity"] == "error" for each in data["changes"])
    assert {"article": "bridge", "fact": "visitors"} in data["touched"]


def test_the_comment_is_never_longer_than_a_comment_may_be(town: Path) -> None:
    diff = diff_of(town, "main")
    at = Location(path=Path("facts/bridge/facts.yaml"))  # type: ignore[arg-type]
    many = [
        change("figure-changed", f"figure changed: '{n}' -> '{'9' * 80}'", article="bridge", now=at) for n in range(900)
    ]
    long = type(diff)(before="main", now="the working tree", changes=tuple(many))
    text = render_diff_markdown(long)
    assert len(text) < LONGEST_COMMENT
    assert "did not fit here: `factsuite diff main` lists all" in text


def test_the_comment_shows_what_is_typed_and_lets_nothing_through(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(town, "article.md", "More than 300 people crossed it.", "More than 400 <b>people</b> | crossed it.")
    main(["diff", "main", "--format", "markdown"])
    out = capsys.readouterr().out
    assert "**Stops the change (" in out
    assert "<b>" not in out


def test_the_page_has_every_change() -> None:
    page = (ROOT / "docs" / "diff.md").read_text(encoding="utf-8")
    assert "\n".join(change_table()) in page, "factsuite diff --rules prints the table of docs/diff.md"
    assert len({sort.name for sort in SORTS}) == len(SORTS) == len(SORT)
