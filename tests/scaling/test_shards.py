"""Shards: put together they are the whole run; whatever does not make one is refused, with the reason."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from archive import write_archive, write_towns

from factsuite.cli import main
from factsuite.engine import files_of
from factsuite.reports.formats.rendering import FORMATS
from factsuite.scaling.shards import members

SHARDS = 3


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive, and its three shards beside it."""
    folder = tmp_path_factory.mktemp("home")
    root = write_archive(folder / "archive")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1938816000")  # 2031-06-10
        for number in range(1, SHARDS + 1):
            assert shard(root, f"{number}/{SHARDS}", folder / f"{number}.json") == 0
    return folder


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1938816000")


def shard(root: Path, part: str, output: Path, *options: str) -> int:
    return main(["check", str(root), "--shard", part, "--output", str(output), *options])


def merge(root: Path, *files: Path, options: tuple[str, ...] = ()) -> int:
    return main(["merge", *map(str, files), "--in", str(root), *options])


def all_of(home: Path) -> list[Path]:
    return [home / f"{number}.json" for number in range(1, SHARDS + 1)]


@pytest.mark.parametrize("name", FORMATS)
def test_merged_they_are_the_whole_run_in_every_format(
    home: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    capsys.readouterr()
    code = main(["check", str(home / "archive"), "--format", name])
    whole = capsys.readouterr().out
    files = all_of(home)
    assert merge(home / "archive", files[2], files[0], files[1], options=("--format", name)) == code == 1
    assert capsys.readouterr().out == whole


def test_a_shard_says_that_it_is_a_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_towns(tmp_path)
    assert shard(tmp_path, "2/2", tmp_path / "2.json") == 0
    told = capsys.readouterr().out
    assert "shard 2/2, 1 of 3 articles; `factsuite merge` tells whether anything fails" in told


def test_every_article_is_in_one_shard_by_size_or_cost(home: Path) -> None:
    divided = files_of(home / "archive")
    for costs in (None, {}, {"bridge": 10**9}, dict.fromkeys(divided.articles, 0)):
        for shards in (1, 2, 3, 20):
            found = members(divided, shards, costs)
            assert sorted(id for ids in found for id in ids) == list(divided.articles)
    dear = {**dict.fromkeys(divided.articles, 1), "bridge": 10}
    assert members(divided, 2, dear)[0] == ("bridge",)
    sizes = [sum(len(divided.articles[id]) for id in ids) for ids in members(divided, 2)]
    assert min(sizes) > 0


def test_recorded_costs_balance_the_next_shards(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    costs = tmp_path / "costs.json"
    merge(home / "archive", *all_of(home), options=("--costs", str(costs)))
    recorded = json.loads(costs.read_text())["microseconds"]
    assert list(recorded) == list(files_of(home / "archive").articles)
    assert all(cost > 0 for cost in recorded.values())
    files = [tmp_path / "a.json", tmp_path / "b.json"]
    for number, file in enumerate(files, 1):
        assert shard(home / "archive", f"{number}/2", file, "--costs", str(costs)) == 0
    capsys.readouterr()
    assert merge(home / "archive", *files, options=("--format", "json")) == 1
    merged = capsys.readouterr().out
    main(["check", str(home / "archive"), "--format", "json"])
    assert capsys.readouterr().out == merged
    costs.write_text('{"format": 1, "microseconds": {"bridge": "long"}}')
    assert shard(home / "archive", "1/2", files[0], "--costs", str(costs)) == 2
    assert "it is no record of costs" in capsys.readouterr().err


def changed(file: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """A shard with something else in it, and a digest that fits."""
    from factsuite.scaling import shard_files

    data = json.loads(file.read_text())
    data.pop("digest")
    change(data)
    data["digest"] = shard_files._digest(data)
    file.write_text(json.dumps(data))


WRONG: dict[str, tuple[Callable[[list[Path]], object], str]] = {
    "missing": (lambda files: files.pop(1), "shard 2/3 is missing"),
    "twice": (lambda files: files.append(files[0]), "are both shard 1/3"),
    "copied": (lambda files: files.append(Path(shutil.copy(files[0], files[0].parent / "x.json"))), "both shard 1/3"),
    "no file": (lambda files: files[0].unlink(), "it cannot be read: No such file or directory"),
    "cut short": (lambda files: files[0].write_bytes(files[0].read_bytes()[:-500]), "it is no shard, or was cut short"),
    "another file": (lambda files: files[0].write_text('{"articles": []}'), "it is no shard of a run"),
    "no object": (lambda files: files[0].write_text("[1]"), "it is no shard of a run"),
    "altered": (
        lambda files: files[0].write_text(files[0].read_text().replace("supported", "disputed", 1)),
        "it was changed or damaged since it was written",
    ),
    "another format": (
        lambda files: changed(files[0], lambda data: data.update(factsuite_shard=2)),
        "written by another factsuite",
    ),
    "another number": (lambda files: changed(files[0], lambda data: data.update(of=4)), "of another number of shards"),
    "another version": (
        lambda files: changed(files[0], lambda data: data["told"].update(program="x")),
        "made by another version of factsuite",
    ),
    "other articles": (
        lambda files: changed(files[1], lambda data: data["told"].update(articles="x")),
        "the files of the articles are others",
    ),
    "an article twice": (
        lambda files: changed(
            files[0], lambda data: data["outcomes"].append(json.loads(files[1].read_text())["outcomes"][0])
        ),
        "is in another shard too",
    ),
    "an article left out": (lambda files: changed(files[0], lambda data: data["outcomes"].pop()), "no shard holds"),
    "nonsense": (
        lambda files: changed(files[0], lambda data: data["outcomes"].append([1])),
        "it is no shard of this version",
    ),
    "a report that is no JSON": (
        lambda files: changed(files[0], lambda data: data["outcomes"][0][1].__setitem__(-1, '"one": 1}, {"two": 2')),
        "is no JSON",
    ),
    "no report": (
        lambda files: changed(files[0], lambda data: data["outcomes"][0][1].__setitem__(-1, None)),
        "is no JSON",
    ),
    "no numbers": (lambda files: changed(files[0], lambda data: data.pop("number")), "it is no shard of a run"),
}


@pytest.mark.parametrize("how", WRONG)
def test_what_does_not_make_a_whole_run_is_refused(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], how: str
) -> None:
    files = [Path(shutil.copy(file, tmp_path)) for file in all_of(home)]
    spoil, message = WRONG[how]
    spoil(files)
    capsys.readouterr()
    assert merge(home / "archive", *files) == 2
    told = capsys.readouterr()
    assert message in told.err
    assert "hint: " in told.err
    assert told.out == ""


def test_shards_of_other_files_are_refused(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "archive"
    shutil.copytree(home / "archive", root)
    facts = root / "facts/bridge/facts.yaml"
    facts.write_text(facts.read_text() + "# later\n")
    assert merge(root, *all_of(home)) == 2
    assert "the shards do not fit the workspace: the files of the articles are others" in capsys.readouterr().err
    facts.write_text(facts.read_text().removesuffix("# later\n"))
    (root / "pyproject.toml").write_text("[tool.factsuite]\nlines_required = 2\n")
    assert merge(root, *all_of(home)) == 2
    assert "policy, baseline or waivers are others" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--shard", "0/3", "--output", "x.json"], "--shard: '0/3' is no part of a whole"),
        (["--shard", "4/3", "--output", "x.json"], "--shard: '4/3' is no part of a whole"),
        (["--shard", "1", "--output", "x.json"], "--shard: '1' is no part of a whole"),
        (["--shard", "1/2"], "--shard writes a file, and none is named"),
        (["--shard", "1/2", "--output", "x.json", "--since", "main"], "--shard and --since do not go together"),
        (["--costs", "x.json"], "--costs says how to share out articles among shards"),
        (["--scheduler", "tcp://desk:1"], "--scheduler names a Dask cluster, and none is asked for"),
        (["--engine", "dask", "--shard", "1/2", "--output", "x.json"], "--engine dask works on whole runs"),
        (["facts/bridge", "--shard", "1/2", "--output", "x.json"], "a shard is a part of the whole workspace"),
    ],
)
def test_what_a_hurried_editor_may_ask_for(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(write_towns(tmp_path))
    assert main(["check", *options]) == 2
    told = capsys.readouterr()
    assert message in told.err
    assert "hint: " in told.err
    assert not (tmp_path / "x.json").exists()
