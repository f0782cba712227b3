"""The command line as a whole: its help, what it offers where a word is mistyped, and which workspace is meant."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from fictional_town import write_town

from factsuite.cli import COMMANDS, GROUPS, main, make_parser
from factsuite.commands.parsing import commands_of

ROOT = Path(__file__).parent.parent.parent
WITHOUT_WORKSPACE = {
    *("commands", "compare", "compare-runs", "completion", "draft", "fields", "init", "merge", "settings", "tables")
}
"""Those that are about none, or make one."""


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What is printed on standard error by a command that ends with 2."""
    try:
        code = main(arguments)
    except SystemExit as left:
        code = int(str(left.code))
    captured = capsys.readouterr()
    assert code == 2
    assert captured.out == ""
    return captured.err


@pytest.mark.parametrize(
    ("arguments", "told", "hint"),
    [
        (["chekc"], "there is no command `chekc`", "did you mean `check`?"),
        (["zzz"], "there is no command `zzz`", "`factsuite --help` lists the commands"),
        (["check", "--publsh"], "there is no option `--publsh`", "did you mean `--publish`?"),
        (["check", "--formt=json"], "there is no option `--formt`", "did you mean `--format`?"),
        (["policy", "--publish"], "there is no option `--publish`", "`factsuite check` has it"),
        (["check", "--format", "txt"], "'txt' is none of its values", "did you mean `text`?"),
        (["check", "--format", "zzz"], "'zzz' is none of its values", "one of: text, json"),
        (["tables", "page.md"], "`page.md` is one argument too many", "factsuite tables --help"),
        (["--publish", "check"], "`--publish` stands before the command", "factsuite check --publish"),
        (
            ["explain", "verdict-difers"],
            "no rule and no kind of fact `verdict-difers`",
            "did you mean `verdict-differs`?",
        ),
        (["check", "\x1b[31mred"], "\\u001b[31mred", "name a workspace"),
    ],
)
def test_what_is_mistyped_is_told_with_what_was_meant(
    arguments: list[str], told: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    err = refused(arguments, capsys)
    assert told in err
    assert hint in err
    assert "\x1b" not in err


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["impact", "haering"], "did you mean `hearing`?"),
        (["reanchor", "visitor"], "did you mean `visitors`?"),
        (["mutate", "brigde"], "did you mean `bridge`?"),
        (["pin", "haering", "copy.txt"], "did you mean `hearing`?"),
        (["reanchor", "--article", "brigde"], "did you mean `bridge`?"),
        (["check", "bridge"], "did you mean `facts/bridge`?"),
        (["check", "facts/brigde"], "did you mean `facts/bridge`?"),
        (["check", "facts/bridge/fact.yaml"], "did you mean `facts/bridge/facts.yaml`?"),
        (["check", "zzzzzz"], "name a workspace"),
        (["check", "--in", "nowhere"], "`factsuite init DIR` makes a workspace"),
    ],
)
def test_what_a_workspace_does_not_have_is_told_with_what_was_meant(
    arguments: list[str], hint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_town(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert hint in refused(arguments, capsys)


def test_without_a_command_the_help_is_shown_and_it_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert refused([], capsys) == make_parser().format_help()


def test_help_lists_every_command_once_below_its_group_within_eighty_columns() -> None:
    text = make_parser().format_help()
    for title, names in GROUPS:
        assert f"\n{title}\n" in text
        assert names
    listed = re.findall(r"^  ([a-z-]+)  +\S", text.partition("\nOptions")[0], flags=re.MULTILINE)
    assert listed == list(COMMANDS)
    commands = text.partition("\nExamples")[0].split("\n")
    assert max(map(len, commands)) <= 80, max(commands, key=len)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_an_example_that_its_parser_takes(name: str) -> None:
    parser = make_parser()
    epilog = commands_of(parser)[name].epilog or ""
    shown = [line.strip() for line in epilog.split("\n") if "factsuite " in line]
    assert shown, f"factsuite {name} --help has no example"
    for line in shown:
        command = re.split(r"  +|\)\"", line.partition("factsuite ")[2])[0]
        words = shlex.split(command)
        end = next((place for place, word in enumerate(words) if word in ("|", ">", "&&")), len(words))
        parser.parse_args(words[:end])


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in WITHOUT_WORKSPACE])
def test_every_command_about_a_workspace_takes_it_with_in(name: str) -> None:
    assert "--in" in commands_of(make_parser())[name]._option_string_actions


@pytest.mark.parametrize("arguments", [["policy"], ["baseline"], ["check"], ["rules"], ["reanchor"], ["impact"]])
def test_a_workspace_elsewhere_is_named_with_in(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_town(tmp_path / "desk")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert main([*arguments, "--in", "../desk"]) == 0
    assert capsys.readouterr().out


@pytest.mark.parametrize("name", ["policy", "baseline"])
def test_the_older_spelling_of_the_workspace_is_taken_and_two_are_refused(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_town(tmp_path)
    assert main([name, str(tmp_path)]) == 0
    capsys.readouterr()
    assert "two workspaces are named" in refused([name, str(tmp_path), "--in", str(tmp_path)], capsys)


def test_paths_are_taken_within_the_workspace_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_town(tmp_path / "desk")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--in", "desk", "facts/bridge"]) == 0
    assert "4 facts of 1 article" in capsys.readouterr().out


def test_the_version_is_printed() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "factsuite", "--version"], capture_output=True, text=True, check=True, timeout=60
    )
    assert re.fullmatch(r"factsuite \d+\.\d+\.\d+\n", done.stdout)


# The page of the commands


def test_the_page_of_the_commands_is_up_to_date(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    code = main(["commands", "--check", "docs/commands.md"])
    assert code == 0, capsys.readouterr().out


def test_the_page_has_every_command_with_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["commands"]) == 0
    page = capsys.readouterr().out
    for name, parser in commands_of(make_parser()).items():
        section = page.partition(f"### factsuite {name}\n")[2].partition("\n### ")[0]
        for action in parser._actions:
            if action.help != "==SUPPRESS==" and action.dest != "help":
                assert all(option in section for option in action.option_strings), (name, action.option_strings)


def test_a_page_of_the_commands_that_is_old_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "commands.md"
    assert main(["commands", "--check", str(page)]) == 1
    assert main(["commands", "--write", str(page)]) == 0
    capsys.readouterr()
    assert main(["commands", "--check", str(page)]) == 0
    page.write_text(page.read_text(encoding="utf-8").replace("--publish", "--publsh"), encoding="utf-8")
    assert main(["commands", "--check", str(page)]) == 1
    assert "factsuite commands --write" in capsys.readouterr().out
