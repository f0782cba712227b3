"""`factsuite mutate`: what an editor sees, the exit codes, and the stored score in the consistency report."""

import json
from pathlib import Path

import jsonschema
import pytest
from fictional_town import write_town

from factsuite.cli import main
from factsuite.engine import check_workspace
from factsuite.load.files import read_tree
from factsuite.load.schemas import schema
from factsuite.mutation.digests import digest_of
from factsuite.reports.writing import write_reports

pytestmark = pytest.mark.usefixtures("town")


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_town(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_report_lists_scores_and_every_survivor(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mutate"]) == 0
    out = capsys.readouterr()
    assert out.out.startswith("link")
    assert "mistakes were noticed" in out.out
    assert "would be caught by" in out.out
    assert out.err == ""  # no progress where nobody watches
    assert main(["mutate"]) == 0
    assert capsys.readouterr().out == out.out


def test_the_json_adds_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mutate", "bridge", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    jsonschema.validate(data, schema("mutation"))
    assert data["mutants"] == data["killed"] + data["survived"] + data["equivalent"]
    assert data["score"] == int(1000 * data["killed"] / (data["killed"] + data["survived"])) / 10
    assert len(data["survivors"]) == data["survived"]
    for part in ("by_link", "by_operator", "by_kind"):
        assert sum(each["killed"] for each in data[part].values()) == data["killed"]
    wanted = {"operator", "link", "location", "before", "after", "facts"}
    assert all(wanted <= set(each) for each in data["survivors"])


def test_one_link_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mutate", "--link", "evidence", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["by_link"]["article"]["mutants"] == data["by_link"]["fact"]["mutants"] == 0
    assert data["by_link"]["article"]["score"] is None


def test_below_the_least_score_it_exits_with_1_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mutate", "--min-score", "100"]) == 1
    assert "below 100 %" in capsys.readouterr().err


def test_the_share_noticed_by_comparing_has_a_least_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mutate", "--min-compared", "100"]) == 1
    out = capsys.readouterr()
    assert "only because copied words" in out.out
    assert "the share noticed by comparing is" in out.err
    assert main(["mutate", "--min-compared", "1"]) == 0


def test_the_policy_gives_the_least_score_and_a_better_one_is_told(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (town / "pyproject.toml").write_text("[tool.factsuite]\nmin_mutation_score = 10\n", encoding="utf-8")
    assert main(["mutate"]) == 0
    assert "set min_mutation_score = " in capsys.readouterr().err
    (town / "pyproject.toml").write_text("[tool.factsuite]\nmin_mutation_score = 99.95\n", encoding="utf-8")
    assert main(["mutate"]) == 1
    (town / "pyproject.toml").write_text("[tool.factsuite]\nmin_mutation_score = 101\n", encoding="utf-8")
    assert main(["mutate"]) == 2
    assert "more than 100 percent" in capsys.readouterr().err


def test_an_article_that_is_not_there_is_refused_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mutate", "brigde"]) == 2
    assert "did you mean `bridge`" in capsys.readouterr().err


def test_an_article_may_be_named_by_its_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mutate", "facts/bridge/", "--link", "article"]) == 0
    assert "article" in capsys.readouterr().out


def test_a_score_that_is_no_number_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["mutate", "--min-score", "most"])
    assert "'most' is not a number" in capsys.readouterr().err


def test_the_operators_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mutate", "--operators"]) == 0
    assert "hedge-dropped" in capsys.readouterr().out


def test_a_stored_score_is_reported_until_a_file_changes(town: Path) -> None:
    assert main(["mutate", "--write", "reports/mutation.json"]) == 0
    write_reports(check_workspace(town), town)
    stored = json.loads((town / "reports/mutation.json").read_text(encoding="utf-8"))
    data = json.loads((town / "reports/consistency.json").read_text(encoding="utf-8"))
    jsonschema.validate(data, schema("report"))
    assert data["mutation"]["killed"] == stored["killed"] > 0
    markdown = (town / "reports/consistency.md").read_text(encoding="utf-8")
    assert f"({stored['score']} %), {stored['compared']} of them by comparing." in markdown
    assert stored["survivors"]
    for each in stored["survivors"]:
        at = each["location"]
        assert f"- {at['path']}:{at['line']}:{at['column']}, {each['operator']} ({each['link']}): " in markdown
    assert f"### What nobody would have noticed ({len(stored['survivors'])})" in markdown
    for name in (*stored["by_operator"], *stored["by_kind"], *stored["by_link"]):
        assert f"| {name} | " in markdown, name
    facts = town / "facts/bridge/facts.yaml"
    facts.write_text(facts.read_text(encoding="utf-8") + "\n# a remark\n", encoding="utf-8")
    write_reports(check_workspace(town), town)
    data = json.loads((town / "reports/consistency.json").read_text(encoding="utf-8"))
    assert data["mutation"] is None
    assert "was not measured for these files" in (town / "reports/consistency.md").read_text(encoding="utf-8")


def test_a_score_of_one_link_is_not_reported_as_the_whole(town: Path) -> None:
    assert main(["mutate", "--link", "fact", "--write", "reports/mutation.json"]) == 0
    write_reports(check_workspace(town), town)
    assert json.loads((town / "reports/consistency.json").read_text(encoding="utf-8"))["mutation"] is None


@pytest.mark.parametrize("text", ["{", "[" * 100_000, '{"by_link": null}', '{"links": null}', '{"killed": "all"}'])
def test_a_stored_score_that_cannot_be_read_as_one_is_no_score(town: Path, text: str) -> None:
    (town / "reports").mkdir()
    if text.endswith("}"):
        assert main(["mutate", "--write", "reports/mutation.json"]) == 0
        stored = json.loads((town / "reports/mutation.json").read_text(encoding="utf-8"))
        text = json.dumps(stored | json.loads(text))
    (town / "reports/mutation.json").write_text(text, encoding="utf-8")
    write_reports(check_workspace(town), town)
    assert json.loads((town / "reports/consistency.json").read_text(encoding="utf-8"))["mutation"] is None


def test_the_digest_is_of_every_file_of_the_facts(town: Path) -> None:
    before = digest_of(read_tree(town))
    sources = town / "facts/bridge/sources.yaml"
    sources.write_text(sources.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert digest_of(read_tree(town)) != before


def test_an_article_may_be_named_by_one_of_its_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mutate", "facts/bridge/facts.yaml", "--link", "evidence"]) == 0
    assert "evidence" in capsys.readouterr().out


def test_where_no_mistake_can_be_made_nothing_passes(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in (town / "facts/bridge").iterdir():
        file.write_text("nothing", encoding="utf-8")
    assert main(["mutate"]) == 1
    out = capsys.readouterr().out
    assert "errors stood before any mistake" in out
    assert "No mistake could be made" in out


def test_progress_is_shown_on_a_terminal_only_and_wiped(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert main(["mutate", "-q"]) == 0
    assert capsys.readouterr().err == ""
    assert main(["mutate"]) == 0
    shown = capsys.readouterr().err
    assert "mistakes" in shown
    assert shown.endswith(" \r")


def test_a_file_that_cannot_be_written_is_said(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (town / "taken").write_text("", encoding="utf-8")
    assert main(["mutate", "--link", "evidence", "--write", "taken/score.json"]) == 2
    assert "cannot be written" in capsys.readouterr().err
