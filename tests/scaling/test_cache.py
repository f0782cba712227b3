"""The cache: a run that finds everything in it comes to what a cold one comes to, and anything else is worked out."""

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from archive import TODAY, WAIVERS, in_one_go, shown, write_house_rule, write_towns
from fictional_town import FILES

from factsuite.engine import asked_of, caches, check_in_parts, check_without_baseline
from factsuite.load.errors import FactsuiteError
from factsuite.model.as_of import AsOf, read_as_of
from factsuite.scaling import cache, digests, outcomes, whole_runs
from factsuite.scaling.whole_runs import Means

KEPT = ".factsuite_cache/outcomes.sqlite"


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A workspace that is large enough for a cache, and a user's own cache folder."""
    monkeypatch.setattr(whole_runs, "CACHED_FROM", 0)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    root = tmp_path / "town"
    write_towns(root)
    write_house_rule(root)
    yield root
    for name in [name for name in sys.modules if name.startswith("factsuite_house_checks")]:
        del sys.modules[name]


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles worked on, each time they are."""
    seen: list[str] = []
    work = outcomes.work

    def spy(dossier, workspace, runner):  # type: ignore[no-untyped-def]
        seen.append(dossier.id)
        return work(dossier, workspace, runner)

    monkeypatch.setattr(outcomes, "work", spy)
    return seen


def check(root: Path, publish: bool = False, today: AsOf = TODAY, json: bool = True, as_of: AsOf | None = None) -> str:
    asked = asked_of(root, publish, as_of, today, json=json)
    return shown(check_in_parts(root, asked, Means()), root, "json" if json else "text")


def again(root: Path, worked: list[str]) -> list[str]:
    """The articles that a second run works on; it must come to what a cold one comes to."""
    worked.clear()
    text = check(root)
    found = sorted(set(worked))
    assert text == in_one_go(root)
    return found


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_second_run_works_on_nothing_and_comes_to_the_same(town: Path, worked: list[str]) -> None:
    first = check(town)
    assert sorted(set(worked)) == ["bridge", "market", "pier"]
    worked.clear()
    assert check(town) == first == in_one_go(town)
    assert again(town, worked) == []
    assert sorted(file.name for file in (town / ".factsuite_cache").iterdir()) == [
        ".gitignore",
        "CACHEDIR.TAG",
        "outcomes.sqlite",
    ]
    assert (town / ".factsuite_cache/.gitignore").read_text() == "*\n"


def _append(root: Path, name: str) -> None:
    with (root / "facts/bridge" / name).open("a", encoding="utf-8") as stream:
        stream.write("# another byte\n")


ALL = ["bridge", "market", "pier"]
KEYS: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "an article's text": (lambda r: edit(r / "facts/bridge/article.md", "crossed it", "crossed  it"), ["bridge"]),
    "its facts": (lambda r: _append(r, "facts.yaml"), ["bridge"]),
    "its sources": (lambda r: _append(r, "sources.yaml"), ["bridge"]),
    "its entities": (lambda r: _append(r, "entities.yaml"), ["bridge"]),
    "its sign-offs": (
        lambda r: (r / "facts/bridge/signoffs.yaml").write_text("format: 1\nsignoffs: []\n"),
        ["bridge"],
    ),
    "its list of exhibits": (
        lambda r: (r / "facts/bridge/exhibits.yaml").write_text("format: 1\nexhibits: []\n"),
        ["bridge"],
    ),
    "a file that is gone": (lambda r: (r / "facts/bridge/sources.yaml").unlink(), ["bridge"]),
    "a file that cannot be read": (lambda r: _unreadable(r / "facts/bridge/sources.yaml"), ["bridge"]),
    "a new article": (lambda r: _copied(r, "quay"), ["quay"]),
    "what articles share": (lambda r: (r / "facts/sources.yaml").write_text("format: 1\nsources: []\n"), ALL),
    "the desk": (lambda r: (r / "facts/desk.yaml").write_text("format: 1\npeople: []\n"), ALL),
    "waivers": (lambda r: (r / "facts/waivers.yaml").write_text(WAIVERS.replace("again", "anew")), ALL),
    "policy": (lambda r: (r / "pyproject.toml").write_text("[tool.factsuite]\nlines_required = 2\n"), ALL),
    "severities": (lambda r: (r / "pyproject.toml").write_text('[tool.factsuite]\nfail_on = "note"\n'), ALL),
    "the baseline": (lambda r: _baseline(r), ALL),
    "a rule of the house": (lambda r: _other_rule(r), ALL),
    "a module that it imports": (lambda r: _other_module(r), ALL),
}


def _unreadable(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _copied(root: Path, name: str) -> None:
    folder = root / "facts" / name
    folder.mkdir()
    for file, text in FILES.items():
        (folder / file).write_text(text, encoding="utf-8")


def _baseline(root: Path) -> None:
    from factsuite.model.baseline import OldDefect, render_baseline

    found = check_without_baseline(root, TODAY).all_findings
    old = [OldDefect(article="", fact="", rule=f.rule, message="", fingerprint=f.fingerprint) for f in found[:2]]
    (root / "factsuite-baseline.json").write_text(render_baseline(old), encoding="utf-8")


def _other_rule(root: Path) -> None:
    edit(root / "checks/ways.py", "LEAST = 40", "LEAST = 39")
    sys.modules.pop("factsuite_house_checks.ways")


def _other_module(root: Path) -> None:
    """The rule itself stays as it is: what it imports is another."""
    (root / "ways_numbers.py").write_text("MOST = 1\n", encoding="utf-8")
    name = "factsuite_house_checks.ways_numbers"
    module = type(sys)(name)
    module.__file__ = str(root / "ways_numbers.py")
    sys.modules[name] = module


@pytest.mark.parametrize("key", KEYS)
def test_whatever_a_result_depends_on_is_noticed(town: Path, worked: list[str], key: str) -> None:
    check(town)
    change, expected = KEYS[key]
    change(town)
    assert again(town, worked) == expected
    assert again(town, worked) == []


def test_publish_json_days_and_versions_are_noticed(
    town: Path, worked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check(town)
    worked.clear()
    assert check(town, publish=True) == in_one_go(town, publish=True)
    assert sorted(set(worked)) == ALL
    worked.clear()
    assert check(town, json=False) == in_one_go(town, "text")
    assert worked == []  # the report as JSON is not asked for, and not needed
    tomorrow = read_as_of("2031-06-11")
    check(town, today=tomorrow)
    assert worked == []  # no waiver ends between the two days
    check(town, today=read_as_of("2031-07-02"))
    assert sorted(set(worked)) == ALL
    worked.clear()
    check(town, as_of=TODAY)
    assert sorted(set(worked)) == ALL  # one article asks the others what came of a forecast
    for name, value in (("DEPENDENCIES", ("pytest",)), ("_KINDS", (".py",))):
        monkeypatch.setattr(digests, name, value)
        digests.of_program.cache_clear()
        worked.clear()
        check(town)
        assert sorted(set(worked)) == ALL
    monkeypatch.undo()
    digests.of_program.cache_clear()


def test_json_after_text_is_worked_out(town: Path, worked: list[str]) -> None:
    check(town, json=False)
    assert again(town, worked) == ALL


def test_an_article_of_which_something_new_is_told_across_articles_is_worked_on_again(
    town: Path, worked: list[str]
) -> None:
    for name in ("market", "pier"):
        for file in (town / "facts" / name).iterdir():
            file.unlink()
        (town / "facts" / name).rmdir()
    check(town)
    _copied(town, "quay")
    edit(town / "facts/quay/facts.yaml", "value: more than 300 people", "value: 200 people")
    assert "quay" in again(town, worked)
    assert again(town, worked) == []
    assert '"rule": "measure-asserted-twice"' in check(town)


def broken(file: Path, how: str) -> None:
    if how == "cut short":
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    elif how == "no database":
        file.write_bytes(b"this is no cache" * 100)
    elif how == "empty":
        file.write_bytes(b"")
    elif how == "another table":
        file.unlink()
        with sqlite3.connect(file) as connection:
            connection.execute("CREATE TABLE outcomes (other TEXT)")
            connection.execute("PRAGMA user_version = 1")
    elif how == "another format":
        with sqlite3.connect(file) as connection:
            connection.execute("PRAGMA user_version = 99")
    else:
        column, value = {
            "a forged record": ("record", "replace(record, '\"supported\"', '\"disputed\"')"),
            "a forged report": ("json", "replace(json, 'supported', 'disputed')"),
            "a forged signature": ("mark", "zeroblob(64)"),
            "no signature": ("mark", "NULL"),
        }[how]
        with sqlite3.connect(file) as connection:
            connection.execute(f"UPDATE outcomes SET {column} = {value}")


HOW = (
    "cut short",
    "no database",
    "empty",
    "another table",
    "another format",
    "a forged record",
    "a forged report",
    "a forged signature",
    "no signature",
)


@pytest.mark.parametrize("how", HOW)
def test_a_damaged_or_forged_cache_is_passed_over(town: Path, worked: list[str], how: str) -> None:
    check(town)
    broken(town / KEPT, how)
    assert again(town, worked)
    if how != "another table":
        assert again(town, worked) == []


def test_somebody_elses_cache_is_passed_over(
    town: Path, worked: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    check(town)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another"))
    assert again(town, worked) == ALL
    assert again(town, worked) == []
    monkeypatch.setenv(cache.KEY_VARIABLE, "a key that a pipeline keeps")
    assert again(town, worked) == ALL
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "third"))
    assert again(town, worked) == []


def test_a_link_in_its_place_is_not_followed(town: Path, worked: list[str], tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (town / ".factsuite_cache").symlink_to(tmp_path / "elsewhere")
    check(town)
    assert again(town, worked) == ALL
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_where_nothing_can_be_kept_the_run_goes_on(
    town: Path, worked: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (town / ".factsuite_cache").write_text("a file", encoding="utf-8")
    assert again(town, worked) == ALL
    (town / ".factsuite_cache").unlink()
    (tmp_path / "no-folder").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "no-folder"))
    assert again(town, worked) == ALL
    assert not (town / ".factsuite_cache").exists()


def test_while_another_run_holds_it_the_run_goes_on(
    town: Path, worked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "_PATIENCE", 0.05)
    check(town)
    with sqlite3.connect(town / KEPT) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert again(town, worked) == ALL
    assert again(town, worked) == []


def test_only_so_many_outcomes_of_an_article_are_kept(town: Path) -> None:
    for number in range(7):
        (town / "facts/bridge/signoffs.yaml").write_text(f"format: 1\nsignoffs: []\n# {number}\n", encoding="utf-8")
        check(town)
    with sqlite3.connect(town / KEPT) as connection:
        kept = dict(connection.execute("SELECT article, count(*) FROM outcomes GROUP BY article").fetchall())
    assert kept == {"bridge": 4, "market": 1, "pier": 1}


def test_the_key_is_nobody_elses_to_read(town: Path, tmp_path: Path) -> None:
    check(town)
    key = tmp_path / "home/factsuite/cache-key"
    assert len(key.read_bytes()) == 32
    assert os.stat(key).st_mode & 0o077 == 0


def test_a_house_may_do_without(town: Path) -> None:
    assert caches(town)
    (town / "pyproject.toml").write_text("[tool.factsuite]\ncache = false\n", encoding="utf-8")
    assert not caches(town)
    (town / "pyproject.toml").write_text('[tool.factsuite]\ncache = "no"\n', encoding="utf-8")
    with pytest.raises(FactsuiteError, match="cache: 'no' is neither true nor false"):
        caches(town)


def test_a_small_workspace_gets_none(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_runs, "CACHED_FROM", 200_000)
    check(town)
    assert not (town / ".factsuite_cache").exists()
