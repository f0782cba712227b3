"""How every command and pytest end, as docs/ci.md says: 0, 1 or 2, and never 0 where something of ours broke."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from fictional_town import FILES, write_town
from fictional_town import without as edited

from factsuite.cli import COMMANDS, main
from factsuite.seeds.reading import read_seeds

PAGE = (Path(__file__).parent.parent / "docs" / "ci.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `([\w-]+)` \| (.+?) \| (.+?) \| (.+?) \|$", PAGE.partition("## Formats")[0], flags=re.MULTILINE)
FACTS = Path("facts/bridge/facts.yaml")


def wrong_number() -> None:
    FACTS.write_text(edited("value: more than 300 people", "value: more than 500 people"), encoding="utf-8")


def committed() -> None:
    name = ("-c", "user.name=A", "-c", "user.email=a@larkhaven.example", "-c", "commit.gpgsign=false")
    for arguments in (["init", "-q"], ["add", "-A"], [*name, "commit", "-q", "-m", "facts"]):
        subprocess.run(["git", *arguments], check=True, capture_output=True)


def committed_and_edited() -> None:
    committed()
    article = Path("facts/bridge/article.md")
    article.write_text(FILES["article.md"].replace("More than 300", "More than 500"), encoding="utf-8")


def a_copy(words: str) -> Callable[[], None]:
    def write() -> None:
        Path("copy.txt").write_text(words, encoding="utf-8")

    return write


def pages() -> None:
    assert main(["rules", "--write", "pages"]) == 0
    assert main(["tables", "--write", "page.md"]) == 0
    for page in ("commands", "fields", "settings"):
        assert main([page, "--write", f"{page}.md"]) == 0


def stale_pages() -> None:
    pages()
    for file in ("pages/README.md", "page.md"):
        Path(file).write_text("an older page\n", encoding="utf-8")


def two_reports() -> None:
    assert main(["check", "--format", "json", "--output", "sound.json"]) == 0
    wrong_number()
    assert main(["check", "--format", "json", "--output", "wrong.json"]) == 1


def strict_policy() -> None:
    """Facts need nine lines of evidence: no seed that should be green is."""
    Path("pyproject.toml").write_text("[tool.factsuite]\nlines_required = 9\n", encoding="utf-8")


def a_desk() -> None:
    Path("facts/desk.yaml").write_text("format: 1\npeople:\n  - {id: pia, name: Pia Marsh}\n", encoding="utf-8")


def a_desk_and_a_wrong_number() -> None:
    a_desk()
    wrong_number()


def mended_since_the_baseline() -> None:
    wrong_number()
    assert main(["baseline", "--write"]) == 0
    FACTS.write_text(FILES["facts.yaml"], encoding="utf-8")


def a_shard() -> None:
    assert main(["check", "--shard", "1/1", "--output", "shard.json"]) == 0


def a_shard_of_something_wrong() -> None:
    wrong_number()
    a_shard()


def nothing() -> None:
    """The town as it is."""


PIN = ["pin", "hearing", "copy.txt", "--retrieved", "2031-06-03"]
SIGN = ["sign", "--by", "pia", "--on", "2031-06-03"]
CASES: list[tuple[int, list[str], Callable[[], None]]] = [
    (0, ["check"], nothing),
    (1, ["check"], wrong_number),
    (1, ["check", "--publish"], nothing),
    (2, ["check", "nowhere"], nothing),
    (2, ["check", "--since", "no-such-revision"], committed),
    (0, ["check", "--shard", "1/2", "--output", "shard.json"], wrong_number),
    (0, ["merge", "shard.json"], a_shard),
    (1, ["merge", "shard.json"], a_shard_of_something_wrong),
    (2, ["merge", "shard.json"], nothing),
    (0, ["compare", "More than 300 people", "Two dozen people"], nothing),
    (2, ["compare", "More than 300 people"], nothing),
    (0, ["init", "new"], nothing),
    (2, ["init"], nothing),
    (0, ["draft", "copy.txt", "--id", "wall"], a_copy("Ada Quill said that the wall had held.")),
    (2, ["draft", "copy.txt", "--id", "bridge"], a_copy("Ada Quill said that the wall had held.")),
    (0, ["add", "--at", "The bridge opened"], nothing),
    (1, ["add", "--at", "Ada Quill, the Harbour Master of Larkhaven", "--kind", "office"], nothing),
    (2, ["add", "--at", "The bridge closed"], nothing),
    (0, ["import", "copy.txt", "--into", "bridge", "--from", "csv"], a_copy("fact,risk\nvisitors,high\n")),
    (1, ["import", "copy.txt", "--into", "bridge", "--from", "csv"], a_copy("fact,risk\nvisitors,hihg\n")),
    (2, ["import", "copy.txt", "--into", "bridge"], a_copy("fact,risk\n")),
    (0, ["export", "bridge"], nothing),
    (2, ["export", "brigde"], nothing),
    (0, ["explain", "verdict-differs"], nothing),
    (2, ["explain", "no-such-rule"], nothing),
    (0, ["compare-runs", "wrong.json", "sound.json"], two_reports),
    (1, ["compare-runs", "sound.json", "wrong.json"], two_reports),
    (2, ["compare-runs", "sound.json", "facts/bridge/facts.yaml"], two_reports),
    (0, ["completion", "bash"], nothing),
    (2, ["completion", "cmd"], nothing),
    (0, ["commands"], nothing),
    (0, ["commands", "--check", "commands.md"], pages),
    (1, ["commands", "--check", "commands.md"], nothing),
    (2, ["commands", "commands.md"], nothing),
    (0, ["fields", "--check", "fields.md"], pages),
    (1, ["fields", "--check", "fields.md"], nothing),
    (2, ["fields", "fields.md"], nothing),
    (0, ["settings", "--check", "settings.md"], pages),
    (1, ["settings", "--check", "settings.md"], nothing),
    (2, ["settings", "--chek", "settings.md"], nothing),
    (0, ["rules"], nothing),
    (0, ["rules", "--check", "pages"], pages),
    (1, ["rules", "--check", "pages"], stale_pages),
    (1, ["rules", "--check", "pages"], nothing),
    (2, ["rules", "--chek"], nothing),
    (2, ["rules", "--write", "facts/bridge/facts.yaml"], nothing),
    (0, ["tables"], nothing),
    (0, ["tables", "--check", "page.md"], pages),
    (1, ["tables", "--check", "page.md"], stale_pages),
    (2, ["tables", "page.md"], nothing),
    (2, ["tables", "--write", "nowhere/page.md"], nothing),
    (0, ["seeds"], nothing),
    (1, ["seeds"], strict_policy),
    (2, ["seeds", "--format", "xml"], nothing),
    (0, ["impact", "hearing"], nothing),
    (2, ["impact", "nobody"], nothing),
    (0, ["reanchor"], nothing),
    (1, ["reanchor"], committed_and_edited),
    (2, ["reanchor", "no-such-fact"], nothing),
    (0, ["diff", "HEAD"], committed),
    (1, ["diff", "HEAD"], committed_and_edited),
    (2, ["diff", "no-such-revision"], committed),
    (0, PIN, a_copy("QUILL: I never saw that memo. We counted 412 people.")),
    (1, PIN, a_copy("QUILL: I never saw that memo. We counted 421 people.")),
    (2, PIN, nothing),
    (0, [*SIGN, "visitors"], a_desk),
    (1, [*SIGN, "visitors"], a_desk_and_a_wrong_number),
    (2, [*SIGN, "no-such-fact"], a_desk),
    (0, ["mutate", "--quiet", "--link", "evidence"], nothing),
    (1, ["mutate", "--quiet", "--link", "evidence", "--min-score", "100"], nothing),
    (2, ["mutate", "no-such-article"], nothing),
    (0, ["baseline"], nothing),
    (1, ["baseline"], mended_since_the_baseline),
    (2, ["baseline", "--grow", "3"], nothing),
    (0, ["policy"], nothing),
    (2, ["policy", "nowhere"], nothing),
]


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace, where the tests are started; and a corpus of few seeds, since tests/seeds judges them all."""
    monkeypatch.setattr("factsuite.seeds.reading.read_seeds", lambda: read_seeds()[:20])
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write_town(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ended(arguments: list[str]) -> int:
    """As the installed command ends: argparse leaves by itself where it does not understand."""
    try:
        return main(arguments)
    except SystemExit as left:
        return int(str(left.code))


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize(("code", "arguments", "before"), CASES, ids=lambda part: _id(part))
def test_a_command_ends_as_the_page_says(
    code: int, arguments: list[str], before: Callable[[], None], capsys: pytest.CaptureFixture[str]
) -> None:
    before()
    assert ended(arguments) == code
    told = capsys.readouterr()
    assert "Traceback" not in told.out + told.err
    assert bool(told.err) == (code == 2) or arguments[0] in ("mutate", "reanchor")


@pytest.mark.usefixtures("town")
def test_a_job_summary_that_cannot_be_written_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "nowhere/summary.md")
    assert main(["check", "--format", "github"]) == 2
    assert capsys.readouterr().err.startswith("factsuite: nowhere/summary.md: No such file")


@pytest.mark.usefixtures("town")
def test_a_file_that_cannot_be_written_is_named_as_it_was_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tables", "--write", "nowhere/page.md"]) == 2
    assert capsys.readouterr().err.startswith("factsuite: nowhere/page.md: No such file")


def _id(part: object) -> str:
    if isinstance(part, list):
        return "-".join(str(word).replace(" ", "_") for word in part)
    return part.__name__ if callable(part) else str(part)


def test_the_page_lists_every_command_and_every_way_it_ends_is_tried() -> None:
    listed = {name: {code for code, said in enumerate(cells) if said != "never"} for name, *cells in ROWS}
    assert set(listed) == set(COMMANDS)
    tried = {name: {code for code, arguments, _ in CASES if arguments[0] == name} for name in listed}
    assert tried == listed


HOUSE_RULE = '''"""House: does it break?"""

from collections.abc import Iterator

from factsuite import Fact, Finding, Severity, rule


@rule(severity=Severity.NOTE, handbook="docs/house.md#house")
def breaking(fact: Fact) -> Iterator[Finding]:
    """A rule with a slip in it.

    ## Why it matters
    It happens.

    ## Fails
        asserts: {}

    ## Passes
        asserts: {}

    ## Limits
    None.
    """
    yield from ()
    SLIP
'''


def house_rule(root: Path, slip: str) -> None:
    (root / "checks").mkdir()
    (root / "checks" / "house.py").write_text(
        HOUSE_RULE.replace("    SLIP", slip if slip[0] == "\n" else f"    {slip}"), encoding="utf-8"
    )
    (root / "docs").mkdir()
    (root / "docs" / "house.md").write_text("# House\n", encoding="utf-8")


CHECK, PYTEST = ["factsuite", "check"], ["pytest", "-q", "-p", "no:hypothesispytest", "facts"]


@pytest.mark.parametrize(
    ("command", "slip"),
    [
        (CHECK, "1 / 0"),
        (CHECK, "raise SystemExit(0)"),
        (CHECK, "raise SystemExit"),
        (CHECK, "assert False"),
        (CHECK, "\n\nraise SystemExit(0)"),
        (PYTEST, "raise SystemExit(0)"),
        (PYTEST, "\n\nraise SystemExit(0)"),
    ],
)
def test_a_rule_that_breaks_never_passes(town: Path, command: list[str], slip: str) -> None:
    house_rule(town, slip)
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    ran = subprocess.run(
        [sys.executable, "-m", *command], cwd=town, env=plain, capture_output=True, text=True, timeout=120, check=False
    )
    assert ran.returncode != 0
    assert "house.py" in ran.stdout + ran.stderr
    if command is PYTEST:
        assert ran.stdout.count("nothing could be checked: a rule called exit(0)") > len(FILES)
        assert ran.stdout.count("house.py:") == 1
    assert not (town / "reports").exists()


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (0, ["facts"]),
        (1, ["--publish", "facts"]),
        (4, ["--no-such-option", "facts"]),
        (4, ["--as-of", "yesterday", "facts"]),
        (5, ["-k", "no-such-fact", "facts"]),
    ],
)
def test_pytest_ends_as_the_page_says(pytester: pytest.Pytester, code: int, arguments: list[str]) -> None:
    write_town(pytester.path)
    assert f"\n| {code} | " in PAGE
    assert pytester.runpytest_inprocess("-p", "no:hypothesispytest", *arguments).ret == code


def test_pytest_ends_with_four_where_a_setting_cannot_be_used(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    pytester.makepyprojecttoml("[tool.factsuite]\nlines_requird = 2\n")
    assert pytester.runpytest_subprocess("-q", "-p", "no:hypothesispytest", "facts").ret == 4
