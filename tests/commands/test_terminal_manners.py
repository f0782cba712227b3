"""At a terminal and in a log: width, colour, quiet, and progress."""

import io
import re
from pathlib import Path

import pytest
from fictional_town import FILES, without, write_town

from factsuite.cli import main
from factsuite.commands.colouring import coloured, for_terminal, wants_colour
from factsuite.commands.progress import progress

WRONG_NUMBER = without("value: more than 300 people", "value: more than 500 people")
ESCAPE = re.compile(r"\x1b\[\d+m")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def no_wishes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in the environment asks for colour or against it."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    write_town(tmp_path, facts_yaml=WRONG_NUMBER)
    return tmp_path


# Colour


@pytest.mark.parametrize(
    ("when", "environment", "terminal", "expected"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour_is_a_wish_of_the_user(
    when: str, environment: dict[str, str], terminal: bool, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_colour(when, Terminal() if terminal else io.StringIO()) is expected


def test_the_words_are_the_same_with_colour_and_without(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(wrong), "--color", "always"]) == 1
    with_colour = capsys.readouterr().out
    assert main(["check", str(wrong)]) == 1
    plain = capsys.readouterr().out
    assert ESCAPE.sub("", with_colour) == plain
    assert "\x1b[31merror\x1b[0m" in with_colour
    assert "\x1b[31mFAILS\x1b[0m" in with_colour
    assert "\x1b" not in plain


@pytest.mark.parametrize("options", [["--format", "json"], ["--format", "lines"], ["--output", "told.txt"]])
def test_what_programs_read_has_no_colour(
    options: list[str], wrong: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(wrong)
    main(["check", "--color", "always", *options])
    assert "\x1b" not in capsys.readouterr().out
    if "--output" in options:
        assert "\x1b" not in Path("told.txt").read_text(encoding="utf-8")


def test_text_that_only_looks_like_a_place_is_left_alone() -> None:
    for line in ("at 12:30 it began", "  'x': error of the house", "To correct", ""):
        assert coloured(line) == line
    assert for_terminal("a.yaml:1:2: error: x", "never") == "a.yaml:1:2: error: x"


# Quiet


def test_quiet_prints_what_fails_and_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_town(tmp_path / "sound")
    assert main(["check", str(tmp_path / "sound"), "-q"]) == 0
    assert capsys.readouterr().out == ""
    write_town(tmp_path / "wrong", facts_yaml=WRONG_NUMBER)
    assert main(["check", str(tmp_path / "wrong"), "-q"]) == 1
    out = capsys.readouterr().out
    assert "error: value-contradicted" in out
    assert "comparisons on" not in out
    assert "warning" not in out


def test_quiet_never_hides_that_nothing_was_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_town(tmp_path, facts_yaml="format: 1\nfacts: []\n")
    assert main(["check", str(tmp_path), "-q"]) == 1
    assert "nothing was found to check" in capsys.readouterr().out


# Width, and the way to the page of a rule


def test_the_summary_fits_a_hundred_columns_and_cuts_nothing_with_long_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    label, article = "visitors-" + "of-the-first-day-" * 4 + "x", "bridge-" + "over-the-harbour-" * 6 + "x"
    write_town(tmp_path, article, facts_yaml=WRONG_NUMBER.replace("id: visitors", f"id: {label}"))
    assert main(["check", str(tmp_path)]) == 1
    summary = capsys.readouterr().out.partition("verdict         facts")[2]
    lines = summary.split("\n")
    assert max(map(len, lines)) <= 100, max(lines, key=len)
    together = "".join(line.strip() for line in lines)
    assert label in together
    assert f"facts/{article}/facts.yaml:10" in together


def test_the_end_of_a_failing_run_names_the_command_that_explains(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_town(tmp_path, facts_yaml=WRONG_NUMBER)
    main(["check", str(tmp_path)])
    out = capsys.readouterr().out
    found = re.search(r"What a rule asks: factsuite (explain [\w -]+)\n", out)
    assert found is not None
    assert main(found[1].split()) == 0
    (tmp_path / "facts" / "bridge" / "facts.yaml").write_text(FILES["facts.yaml"], encoding="utf-8")
    capsys.readouterr()
    main(["check", str(tmp_path)])
    assert "factsuite explain" not in capsys.readouterr().out


# Progress


def test_progress_counts_on_a_terminal_and_is_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("NO_COLOR", "1")
    shown = progress("articles", every=1)
    assert shown is not None
    shown(1, 2)
    assert "1 of 2 articles" in terminal.getvalue()
    shown(2, 2)
    last = terminal.getvalue().rpartition("\r")[0].rpartition("\r")[2]
    assert last.strip() == ""
    assert len(last) >= len("[##############################] 1 of 2 articles")


@pytest.mark.parametrize(("stream", "term", "quiet"), [("log", "", False), ("tty", "dumb", False), ("tty", "", True)])
def test_progress_is_silent_where_nobody_looks_on(
    stream: str, term: str, quiet: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr", Terminal() if stream == "tty" else io.StringIO())
    monkeypatch.setenv("TERM", term)
    assert progress("articles", quiet=quiet) is None
