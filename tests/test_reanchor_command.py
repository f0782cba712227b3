"""`factsuite reanchor`: what it says after an edit, what it writes, and how it ends."""

import json
import os
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest
from fictional_town import FILES, write_town

from factsuite.cli import main

ARTICLE, FACTS = Path("facts/bridge/article.md"), Path("facts/bridge/facts.yaml")
REWORDED = ("The bridge opened on 1 June 2031", "On 1 June 2031 the bridge was opened")


def git(root: Path, *arguments: str) -> None:
    name = ("-c", "user.name=A Reader", "-c", "user.email=reader@larkhaven.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *name, *arguments], check=True, capture_output=True)


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A committed workspace, and the directory the command is started in."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write_town(tmp_path)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "The bridge")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edit(*changes: tuple[str, str]) -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    ARTICLE.write_text(text, encoding="utf-8")


def reanchor(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(["reanchor", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def states(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    _, out, _ = reanchor(capsys, *arguments, "--format", "json")
    return {fact["fact"]: fact for fact in json.loads(out)["facts"]}


@pytest.mark.usefixtures("town")
def test_without_an_edit_there_is_nothing_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert reanchor(capsys) == (0, "4 anchors: 4 unchanged\ncompared with HEAD\n", "")


@pytest.mark.usefixtures("town")
def test_a_rewording_is_shown_with_its_passage_diff_and_edit(capsys: pytest.CaptureFixture[str]) -> None:
    edit(REWORDED)
    code, out, _ = reanchor(capsys)
    assert code == 1
    assert "facts/bridge/facts.yaml:6:21: opening-day: reworded" in out
    assert "now:   On 1 June 2031 the bridge was opened (facts/bridge/article.md:8:1)" in out
    assert "edit:  anchor: {exact: On 1 June 2031 the bridge was opened}" in out
    assert "to accept it: factsuite reanchor bridge/opening-day --apply" in out
    assert FACTS.read_text(encoding="utf-8") == FILES["facts.yaml"]


@pytest.mark.usefixtures("town")
def test_the_edit_is_written_and_the_fact_stands_again(capsys: pytest.CaptureFixture[str]) -> None:
    edit(REWORDED)
    code, out, _ = reanchor(capsys, "opening-day", "--apply")
    assert code == 0
    assert "opening-day: reworded (written)" in out
    anchors = [f"{{exact: {words}}}" for words in REWORDED]
    assert FACTS.read_text(encoding="utf-8") == FILES["facts.yaml"].replace(*anchors)
    assert main(["check"]) == 0
    assert reanchor(capsys)[0] == 0


@pytest.mark.usefixtures("town")
def test_a_changed_value_is_written_only_by_name_and_on_its_own_switch(capsys: pytest.CaptureFixture[str]) -> None:
    edit(("More than 300 people", "More than 500 people"), REWORDED)
    code, out, _ = reanchor(capsys, "--apply", "--all-reworded")
    assert code == 1
    assert "at stake: it says 'More than 500'; the fact asserts `value: more than 300 people`" in out
    assert "1 written" in out
    reanchor(capsys, "visitors", "--apply")
    assert "More than 500" not in FACTS.read_text(encoding="utf-8")
    code, out, _ = reanchor(capsys, "visitors", "--apply", "--accept-values")
    assert code == 1
    assert "bring `claim`, `asserts` and the evidence up to date" in out
    text = FACTS.read_text(encoding="utf-8")
    assert "anchor: {exact: More than 500 people crossed it}" in text
    assert "value: more than 300 people" in text


@pytest.mark.usefixtures("town")
def test_a_judgement_left_without_its_words_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    judged = "{source: gazette, stance: supports, because: It says so., of: opened on}"
    text = FILES["facts.yaml"].replace("    tags: [calendar]", f"    evidence: [{judged}]\n    tags: [calendar]")
    FACTS.write_text(text, encoding="utf-8")
    edit(REWORDED)
    code, out, _ = reanchor(capsys, "opening-day", "--apply")
    assert code == 1
    assert "stale:  the judgement on `gazette`, of 'opened on'" in out


def test_an_earlier_revision_is_asked(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(("The bridge opened on 1 June 2031.", "On 1 June 2031 cars and carts first rolled across it."))
    git(town, "commit", "-qam", "Reworded")
    git(town, "tag", "edited")
    assert states(capsys)["opening-day"]["was"] is None
    assert states(capsys, "--since", "HEAD~1")["opening-day"]["was"]["line"] == 8


def test_an_earlier_version_may_be_a_file(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (town / "before.md").write_text(FILES["article.md"], encoding="utf-8")
    edit(REWORDED)
    code, out, _ = reanchor(capsys, "--before", "before.md")
    assert code == 1
    assert "compared with before.md" in out


def test_outside_git_the_present_text_is_all_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    write_town(tmp_path / "desk")
    monkeypatch.chdir(tmp_path / "desk")
    code, out, _ = reanchor(capsys)
    assert code == 0
    assert "compared with no earlier version" in out
    code, _, err = reanchor(capsys, "--since", "HEAD")
    assert code == 2
    assert "no git repository" in err


def test_the_variables_of_a_hook_do_not_mislead(
    town: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_WORK_TREE", str(town / "elsewhere"))
    assert reanchor(capsys)[1].endswith("compared with HEAD\n")


def test_a_workspace_below_the_repository_is_found(
    town: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_town(town / "desk", "market")
    git(town, "add", "-A")
    git(town, "commit", "-qm", "Another desk")
    monkeypatch.chdir(town / "desk" / "facts")
    assert reanchor(capsys)[1].endswith("compared with HEAD\n")


def test_a_shallow_clone_says_how_to_get_its_history(
    town: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    git(town, "commit", "-q", "--allow-empty", "-m", "Later")
    git(town, "clone", "-q", "--depth", "1", f"file://{town}", str(town / "clone"))
    monkeypatch.chdir(town / "clone")
    code, _, err = reanchor(capsys, "--since", "HEAD~1")
    assert code == 2
    assert "shallow" in err and "git fetch --unshallow" in err


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("opening-dya",), "did you mean `opening-day`?"),
        (("--article", "brigde"), "did you mean `bridge`?"),
        (("--since", "no-such-branch"), "git knows no revision 'no-such-branch'"),
        (("--since=--output=x",), "git knows no revision"),
        (("--apply",), "--apply needs the facts to write"),
        (("opening-day", "--accept-values"), "only go with --apply"),
        (("--apply", "--all-reworded", "--accept-values"), "by name only"),
        (("--before", "nowhere.md"), "No such file"),
        (("--before", "facts/bridge/facts.yaml"), "cannot be read as an article"),
    ],
)
def test_a_wrong_request_ends_with_two_and_says_what_to_do(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    code, out, err = reanchor(capsys, *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert "hint:" in err


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("name", ["opening-day", "bridge/opening-day", "facts/bridge/facts.yaml::opening-day"])
def test_a_fact_is_named_as_anywhere_else(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert list(states(capsys, name)) == ["opening-day"]


def test_the_same_id_in_two_articles_has_to_be_told_apart(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_town(town, "market")
    code, _, err = reanchor(capsys, "visitors")
    assert code == 2
    assert "bridge/visitors, market/visitors" in err
    assert reanchor(capsys, "visitors", "--article", "market")[0] == 0


def test_line_ends_permissions_and_links_are_kept(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    real = town / "real.yaml"
    real.write_bytes(FILES["facts.yaml"].replace("\n", "\r\n").encode())
    real.chmod(0o600)
    FACTS.unlink()
    FACTS.symlink_to(real)
    edit(REWORDED)
    assert reanchor(capsys, "opening-day", "--apply")[0] == 0
    assert FACTS.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    assert real.read_bytes().count(b"\r\n") == real.read_bytes().count(b"\n") == FILES["facts.yaml"].count("\n")
    assert b"exact: On 1 June 2031 the bridge was opened}" in real.read_bytes()


@pytest.mark.usefixtures("town")
def test_an_article_with_windows_line_ends_is_compared_like_any(capsys: pytest.CaptureFixture[str]) -> None:
    ARTICLE.write_bytes(ARTICLE.read_bytes().replace(b"\n", b"\r\n"))
    assert {fact["state"] for fact in states(capsys).values()} == {"unchanged"}


@pytest.mark.usefixtures("town")
def test_what_cannot_be_read_is_said_and_needs_an_editor(capsys: pytest.CaptureFixture[str]) -> None:
    FACTS.write_text(FILES["facts.yaml"].replace("kind: date", "kind: dat"), encoding="utf-8")
    code, out, _ = reanchor(capsys)
    assert code == 1
    assert "not readable: opening-day" in out
    assert "3 anchors: 3 unchanged" in out


@pytest.mark.usefixtures("town")
def test_the_page_about_anchors_shows_what_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    page = (Path(__file__).parent.parent / "docs" / "anchors.md").read_text(encoding="utf-8")
    edit((REWORDED[0], "On 1 June 2031 the new bridge opened"), ("More than 300 people", "More than 500 people"))
    shown = page.partition("$ factsuite reanchor\n")[2].partition("```")[0]
    assert reanchor(capsys)[1] == shown
