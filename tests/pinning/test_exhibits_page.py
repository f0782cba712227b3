"""What the page on pinned sources shows is what the command prints."""

import re
from pathlib import Path

import pytest
from fictional_town import write_town

from factsuite.cli import main
from factsuite.load.exhibits import LARGEST
from factsuite.pinning.fetching import MAX_BYTES, REDIRECTS, TIMEOUT
from factsuite.texts.standing import LEFT_OUT
from factsuite.verdicts.exhibits import Standing

PAGE = (Path(__file__).parents[2] / "docs" / "exhibits.md").read_text(encoding="utf-8")


def test_the_example_is_what_the_command_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = PAGE.partition("<!-- a test prints this -->\n```\n")[2].partition("```")[0]
    command, _, printed = shown.partition("\n")
    write_town(tmp_path)
    (tmp_path / "hearing.html").write_text(
        "<title>Hearing</title><p>QUILL: I never saw that memo.</p><p>We counted 421 people.</p>\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    assert main(command.split()[2:]) == 1
    assert capsys.readouterr().out == printed


def test_the_limits_are_those_of_the_code() -> None:
    flat = " ".join(PAGE.split())
    for words in (f"at most {MAX_BYTES:,} bytes", f"within {TIMEOUT:g} seconds", f"at most {REDIRECTS} redirects"):
        assert words in flat
    assert f"at most {LEFT_OUT:,} characters" in flat
    assert f"up to {LARGEST:,}" in flat, "what can be pinned can be looked at"


def test_every_outcome_is_explained() -> None:
    rows = re.findall(r"^\| ([a-z ]+) \|", PAGE.partition("## What a check says")[2], flags=re.MULTILINE)
    assert rows[1:] == [standing.value for standing in Standing]
