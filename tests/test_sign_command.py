"""`factsuite sign`: what it signs, what it refuses, what it writes, and how it ends."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fictional_town import write_town

from factsuite.cli import main
from factsuite.engine import check_workspace
from factsuite.reports.markdown import render_markdown
from factsuite.reports.terminal import summary_lines

SIGNOFFS, FACTS, ARTICLE = (Path("facts/bridge", name) for name in ("signoffs.yaml", "facts.yaml", "article.md"))
DESK = """format: 1
people:
  - {id: mira, name: Mira Holt, role: checker}
  - {id: tom, name: Tom Reed}
"""
MIRA = ("--by", "mira", "--on", "2031-06-03")
WRONG = ("value: more than 300 people", "value: more than 500 people")


@pytest.fixture(autouse=True)
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a desk, and the directory the command is started in."""
    write_town(tmp_path)
    (tmp_path / "facts" / "desk.yaml").write_text(DESK, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def sign(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(["sign", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), encoding="utf-8")


def policy(town: Path, text: str) -> None:
    (town / "pyproject.toml").write_text(f"[tool.factsuite.signoff]\n{text}\n", encoding="utf-8")


def rules_found(town: Path) -> list[str]:
    """The rules about sign-offs that find something."""
    found = check_workspace(town).all_findings
    return sorted(each.rule for each in found if each.family in ("signoffs", "signers"))


def test_what_was_signed_is_shown_with_what_it_was_checked_against(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = sign(capsys, "visitors", *MIRA)
    assert code == 0
    assert out.splitlines() == [
        "Mira Holt (mira) signed 1 fact on 2031-06-03:",
        "  bridge/visitors: supported",
        "    claim:   More than 300 people crossed the bridge.",
        '    article: "More than 300 people crossed it"',
        "    against: hearing",
        "written: facts/bridge/signoffs.yaml",
    ]
    assert rules_found(town) == []


@pytest.mark.parametrize("name", ["memo", "bridge/memo", "facts/bridge/memo", "facts/bridge/facts.yaml::memo"])
def test_a_fact_goes_by_its_id_its_article_or_its_test(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert sign(capsys, name, *MIRA)[0] == 0
    assert "  - fact: memo\n    by: mira\n    on: 2031-06-03\n" in SIGNOFFS.read_text(encoding="utf-8")


def test_the_file_is_sorted_and_the_same_whatever_the_order(capsys: pytest.CaptureFixture[str]) -> None:
    sign(capsys, "visitors", "memo", *MIRA)
    sign(capsys, "memo", "--by", "tom", "--on", "2031-06-04")
    first = SIGNOFFS.read_bytes()
    SIGNOFFS.unlink()
    sign(capsys, "memo", "--by", "tom", "--on", "2031-06-04")
    sign(capsys, "memo", "visitors", *MIRA)
    assert SIGNOFFS.read_bytes() == first
    names = [line.split(": ")[1] for line in first.decode().splitlines() if line.startswith(("  - fact", "    by"))]
    assert names == ["memo", "mira", "memo", "tom", "visitors", "mira"]


def test_the_day_is_today_where_none_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    before = datetime.now(UTC).date().isoformat()
    assert sign(capsys, "memo", "--by", "mira")[0] == 0
    signed = next(line for line in SIGNOFFS.read_text(encoding="utf-8").splitlines() if line.startswith("    on: "))
    assert before <= signed.removeprefix("    on: ") <= datetime.now(UTC).date().isoformat()


def test_a_failing_fact_is_refused_with_its_reasons_and_the_others_are_signed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    edit(FACTS, *WRONG)
    code, out, _ = sign(capsys, "visitors", "memo", *MIRA)
    assert code == 1
    assert "not signed (1):\n  bridge/visitors: its test fails\n    facts/bridge/facts.yaml:10:5: error: verdict" in out
    text = SIGNOFFS.read_text(encoding="utf-8")
    assert "fact: memo" in text
    assert "fact: visitors" not in text


def test_nothing_is_written_where_nothing_could_be_signed(capsys: pytest.CaptureFixture[str]) -> None:
    edit(FACTS, *WRONG)
    code, out, _ = sign(capsys, "visitors", *MIRA)
    assert code == 1
    assert out.startswith("not signed (1):\n")
    assert not SIGNOFFS.exists()


def test_a_known_inaccuracy_is_signed_as_known(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = sign(capsys, "quill-office", *MIRA)
    assert code == 0
    assert "  bridge/quill-office: contradicted, known to be wrong\n" in out
    edit(FACTS, "    verdict: contradicted\n    correction: Ada Quill was the Mayor of Larkhaven.\n", "")
    assert "spare-signoff-stale" in rules_found(town)


def test_a_fact_that_fails_for_want_of_a_sign_off_can_be_signed(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    policy(town, 'required = "all"')
    assert rules_found(town) == ["signoff-missing"] * 4
    assert sign(capsys, "--all", *MIRA)[0] == 0
    assert rules_found(town) == []
    edit(FACTS, "reports: {value: 412 people}", 'reports: {value: "412 people "}')
    assert rules_found(town) == []
    edit(FACTS, "excerpt: We counted 412 people.", "excerpt: We have counted 412 people.")
    assert rules_found(town) == ["signoff-stale"]
    assert sign(capsys, "visitors", "--by", "mira", "--on", "2031-06-05")[0] == 0
    assert rules_found(town) == []


def test_all_signs_what_does_not_hold_and_leaves_the_day_of_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    sign(capsys, "memo", *MIRA)
    assert sign(capsys, "--all", "--by", "mira", "--on", "2031-06-09")[0] == 0
    text = SIGNOFFS.read_text(encoding="utf-8")
    assert (text.count("on: 2031-06-03"), text.count("on: 2031-06-09")) == (1, 3)
    code, out, _ = sign(capsys, "--all", "--by", "mira", "--on", "2031-06-10")
    assert (code, out) == (0, "Mira Holt (mira) has signed every fact as it stands; nothing was written\n")
    assert SIGNOFFS.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("author", ["tom", "[mira, tom]", "By TOM REED", "Ada Quill and Tom Reed, staff"])
def test_an_author_is_refused(town: Path, capsys: pytest.CaptureFixture[str], author: str) -> None:
    edit(ARTICLE, "fictional: yes", f"author: {author}\nfictional: yes")
    code, out, _ = sign(capsys, "memo", "--by", "tom")
    assert code == 1
    assert out == "not signed (1):\n  bridge/memo: Tom Reed is an author of the article\n"
    policy(town, "author_may_sign = true")
    assert sign(capsys, "memo", "--by", "tom")[0] == 0
    assert rules_found(town) == []


def test_a_namesake_by_part_of_a_word_is_no_author(capsys: pytest.CaptureFixture[str]) -> None:
    edit(ARTICLE, "fictional: yes", "author: Tom Reedham\nfictional: yes")
    assert sign(capsys, "memo", "--by", "tom")[0] == 0


def test_who_signs_first_is_told_that_another_has_to(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    policy(town, 'second_person = ["quotation"]')
    words = "    another person has yet to sign it: two have to sign facts of kind quotation\n"
    assert words in sign(capsys, "memo", *MIRA)[1]
    assert rules_found(town) == ["second-person-missing"]
    assert words not in sign(capsys, "memo", "--by", "tom")[1]
    assert rules_found(town) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["memmo", *MIRA], "there is no fact 'memmo' that can be read\n  hint: did you mean `memo`?"),
        (["memo", "--by", "mirra"], "nobody of the desk has the id 'mirra'\n  hint: did you mean `mira`?"),
        (["memo", "--by", "Tom reed"], "nobody of the desk has the id 'Tom reed'\n  hint: did you mean `tom`?"),
        (["bridge", *MIRA], "there is no fact 'bridge' that can be read\n  hint: factsuite sign --list shows them"),
        (["memo"], "who has checked it?\n  hint: say --by ID"),
        (["--by", "mira"], "which facts?\n  hint: name them, or say --all"),
        (["memo", "--all", "--by", "mira"], "which facts?"),
        (["memo", "--by", "mira", "--on", "June 2031"], "--on: 'June 2031' is no day\n  hint: write it as 2031-06-03"),
        (
            ["memo", "--by", "mira", "--article", "brigde"],
            "there is no article 'brigde'\n  hint: did you mean `bridge`?",
        ),
        (["memo", "--by", "mira", "--withdraw"], "'mira' has signed no fact 'memo'"),
        (["--list", "--all"], "--list takes no --all"),
    ],
)
def test_what_cannot_be_meant_is_refused(capsys: pytest.CaptureFixture[str], arguments: list[str], words: str) -> None:
    code, out, err = sign(capsys, *arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert not SIGNOFFS.exists()


def test_without_a_desk_nobody_can_sign(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (town / "facts" / "desk.yaml").unlink()
    code, _, err = sign(capsys, "memo", *MIRA)
    assert code == 2
    assert "there is no facts/desk.yaml, so nobody can sign\n  hint: write it" in err


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (SIGNOFFS, "    by: mira\n", "    by: mira\n    by: tom\n", "facts/bridge/signoffs.yaml:7:5"),
        (SIGNOFFS, "on: 2031-06-03", "on: soon", "facts/bridge/signoffs.yaml:7:9"),
        (Path("facts/desk.yaml"), "name: Tom Reed", "nmae: Tom Reed", "facts/desk.yaml:4:"),
    ],
)
def test_a_list_edited_wrongly_by_hand_is_never_written_over(
    capsys: pytest.CaptureFixture[str], file: Path, old: str, new: str, words: str
) -> None:
    sign(capsys, "memo", *MIRA)
    edit(file, old, new)
    before = SIGNOFFS.read_bytes()
    code, _, err = sign(capsys, "visitors", *MIRA)
    assert code == 2
    assert words in err
    assert "mend the file first" in err
    assert SIGNOFFS.read_bytes() == before


def test_comments_and_another_order_by_hand_are_read(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sign(capsys, "memo", "visitors", *MIRA)
    _, first, second = SIGNOFFS.read_text(encoding="utf-8").split("  - fact: ")
    SIGNOFFS.write_text(
        f"signoffs:\n  - fact: {second}  # checked by telephone\n  - fact: {first}format: 1\n", encoding="utf-8"
    )
    assert rules_found(town) == []
    assert sign(capsys, "--list")[1].startswith("bridge: 2 unsigned, 2 signed\n")


def test_a_run_killed_while_writing_loses_nothing(
    town: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sign(capsys, "memo", *MIRA)
    before = SIGNOFFS.read_bytes()
    for step in ("fsync", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(os, step, _killed)
            with pytest.raises(KeyboardInterrupt):
                main(["sign", "visitors", *MIRA])
        assert SIGNOFFS.read_bytes() == before
        assert [file.name for file in SIGNOFFS.parent.iterdir() if file.name.startswith(".")] == []
    assert rules_found(town) == []


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_list_changed_meanwhile_is_left(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from factsuite.commands import sign_asked

    sign(capsys, "memo", *MIRA)
    theirs = SIGNOFFS.read_bytes() + b"# somebody else was here\n"
    judge = sign_asked.judge_wish

    def meanwhile(*arguments: object) -> object:
        SIGNOFFS.write_bytes(theirs)
        return judge(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(sign_asked, "judge_wish", meanwhile)
    code, _, err = sign(capsys, "visitors", *MIRA)
    assert code == 2
    assert "was changed meanwhile; it is left as it is" in err
    assert SIGNOFFS.read_bytes() == theirs


def test_a_sign_off_is_taken_back_by_its_person_alone(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sign(capsys, "memo", "visitors", *MIRA)
    sign(capsys, "memo", "--by", "tom", "--on", "2031-06-04")
    code, out, _ = sign(capsys, "memo", "--by", "mira", "--withdraw")
    assert (code, out) == (0, "taken back: 1 sign-off by mira\n  bridge/memo\nwritten: facts/bridge/signoffs.yaml\n")
    text = SIGNOFFS.read_text(encoding="utf-8")
    assert (text.count("by: mira"), text.count("by: tom")) == (1, 1)
    sign(capsys, "--all", "--by", "mira", "--withdraw")
    sign(capsys, "--all", "--by", "tom", "--withdraw")
    assert SIGNOFFS.read_text(encoding="utf-8").endswith("format: 1\nsignoffs: []\n")
    assert rules_found(town) == []


def test_the_sign_off_of_a_fact_that_is_gone_can_be_taken_back(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sign(capsys, "memo", *MIRA)
    edit(FACTS, "id: memo", "id: memorandum")
    assert rules_found(town) == ["signoff-of-unknown-fact"]
    assert "  memo: signed by mira, and no fact has that id\n" in sign(capsys, "--list")[1]
    assert sign(capsys, "memo", "--by", "mira", "--withdraw")[0] == 0
    assert rules_found(town) == []


def test_the_list_says_how_every_fact_stands(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    policy(town, 'required = ["date"]\nsecond_person = ["quotation"]')
    sign(capsys, "memo", "visitors", *MIRA)
    edit(ARTICLE, "crossed it.", "crossed it at noon.")
    code, out, _ = sign(capsys, "--list")
    assert code == 0
    assert out.splitlines() == [
        "bridge: 2 unsigned, 1 partly, 1 stale",
        "  opening-day   unsigned; somebody has to sign facts of kind date",
        "  visitors      stale",
        "    Mira Holt on 2031-06-03; since then the sentence in the article has changed",
        "  memo          partly; two people have to sign facts of kind quotation",
        "    Mira Holt on 2031-06-03",
        "  quill-office  unsigned",
    ]
    assert sign(capsys, "--list", "memo", "--by", "mira")[1].splitlines()[1:] == [
        "  memo  partly; two people have to sign facts of kind quotation",
        "    Mira Holt on 2031-06-03",
    ]


def test_the_report_holds_the_section_only_where_somebody_signs(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "### Sign-offs" not in render_markdown(check_workspace(town))
    assert not any("Sign-offs" in line for line in summary_lines(check_workspace(town)))
    sign(capsys, "memo", *MIRA)
    text = render_markdown(check_workspace(town))
    assert "### Sign-offs\n\nOf 4 facts 3 unsigned, 1 signed; policy asks for none.\n" in text
    assert "| `memo` | Mira Holt, checker | 2031-06-03 | unchanged |" in text
    words = "Sign-offs: of 4 facts 3 unsigned, 1 signed; policy asks for none."
    assert words in list(summary_lines(check_workspace(town)))


def test_the_page_shows_what_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    page = (Path(__file__).parent.parent / "docs" / "signing.md").read_text(encoding="utf-8")
    blocks = [part.split("```")[1].strip("\n") for part in page.split("<!-- a test prints this -->")[1:]]
    printed = sign(capsys, "visitors", "quill-office", *MIRA)[1]
    assert blocks[0] == "$ factsuite sign visitors quill-office --by mira --on 2031-06-03\n" + printed.rstrip("\n")
    edit(ARTICLE, "crossed it.", "crossed it at noon.")
    assert blocks[1] == "$ factsuite sign --list\n" + sign(capsys, "--list")[1].rstrip("\n")
