"""`factsuite compare`: what it prints, and how it ends."""

import json

import pytest

from factsuite.cli import main

CLAIM = "More than 20 people were hurt in Leeds on 3 May 2021."
PASSAGE = "A fire in Leeds on May 3, 2021 hurt 22 people."


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Exit code and output of `factsuite compare`."""
    code = main(["compare", *arguments])
    return code, capsys.readouterr().out


def test_it_prints_what_was_read_the_pairs_and_the_relation(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = run(capsys, CLAIM, PASSAGE)
    assert code == 0
    assert "'More than 20' = more than 20 (people)" in out
    assert "'More than 20' / '22': entails: both count" in out
    assert out.splitlines()[-1].startswith("entails: ")


def test_the_answer_does_not_change_how_it_ends(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = run(capsys, CLAIM, PASSAGE.replace("22", "12"))
    assert code == 0
    assert out.splitlines()[-1] == "contradicts: the passage contradicts the claim"
    code, out = run(capsys, "Nothing was counted.", PASSAGE)
    assert code == 0
    assert "no quantity and no date was read" in out
    assert out.splitlines()[-1].startswith("undecided: ")


def test_an_open_figure_is_shown_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    _, out = run(capsys, CLAIM, "A fire in Leeds hurt 22 people.")
    assert "'3 May 2021': undecided: the passage has nothing that counts or dates the same" in out


def test_json_holds_the_same_with_places(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = run(capsys, CLAIM, PASSAGE, "--format", "json")
    data = json.loads(out)
    assert code == 0
    assert data["relation"] == "entails"
    first = data["pairs"][0]
    assert first["asserted"]["counted"] == "people"
    assert PASSAGE[first["reported"]["start"] : first["reported"]["end"]] == "22"
    assert {each["kind"] for each in data["asserted"]} == {"cardinal", "date"}


def test_a_missing_passage_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["compare", CLAIM])
    assert ended.value.code == 2
    assert "PASSAGE" in capsys.readouterr().err
