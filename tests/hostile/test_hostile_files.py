"""Files that are none: pipes, devices, links out of the workspace, names nobody can show, more than can be read."""

import os
from pathlib import Path, PurePosixPath

import pytest
from fictional_town import FILES, write_town
from limited_runs import run_limited

from factsuite.engine import check_workspace
from factsuite.load.errors import FactsuiteError
from factsuite.load.files import Unreadable, article_ids, read_tree, shown_name
from factsuite.load.regular_files import LARGEST_LIST, LARGEST_TEXT, NotRead, read_regular
from factsuite.reports.mutation_stored import stored_mutation
from factsuite.reports.writing import write_reports, write_whole


def reason(root: Path, name: str) -> str:
    found = read_tree(root)[PurePosixPath(name)]
    assert isinstance(found, Unreadable)
    return found.reason


@pytest.mark.parametrize("name", [*FILES, "exhibits.yaml", "signoffs.yaml", "../sources.yaml", "../waivers.yaml"])
def test_a_pipe_in_place_of_a_file_keeps_nobody_waiting(tmp_path: Path, name: str) -> None:
    file = Path(os.path.normpath(write_town(tmp_path) / name))
    file.unlink(missing_ok=True)
    os.mkfifo(file)
    assert reason(tmp_path, file.relative_to(tmp_path).as_posix()) == "it is no file"


def test_a_run_over_pipes_ends_and_fails(tmp_path: Path) -> None:
    folder = write_town(tmp_path)
    (folder / "article.md").unlink()
    os.mkfifo(folder / "article.md")
    (tmp_path / "reports").mkdir()
    os.mkfifo(tmp_path / "reports" / "mutation.json")
    assert stored_mutation(tmp_path) is None
    done = run_limited(tmp_path, "check", "--format", "lines", seconds=10)
    assert done.returncode == 1
    assert (
        "facts/bridge/article.md:1:1: error: the file cannot be opened: it is no file [unreadable-file]" in done.stdout
    )


def test_a_device_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/dev/zero")
    with pytest.raises(NotRead, match="leads out of the workspace"):
        read_regular(tmp_path / "link", 10, tmp_path)
    with pytest.raises(NotRead, match="it is no file"):
        read_regular(Path("/dev/zero"), 10)


def test_a_file_that_grows_while_it_is_read_is_read_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "facts.yaml"
    file.write_bytes(b"")
    earlier = file.stat()
    file.write_bytes(b"0123456789")
    monkeypatch.setattr(os, "lstat", lambda _: earlier)
    monkeypatch.setattr(os, "fstat", lambda _: earlier)
    assert read_regular(file, 10) == b"0123456789"
    with pytest.raises(NotRead, match="it is larger than 9 bytes"):
        read_regular(file, 9)


def test_a_baseline_that_is_no_file_stops_the_run(tmp_path: Path) -> None:
    write_town(tmp_path)
    os.mkfifo(tmp_path / "factsuite-baseline.json")
    with pytest.raises(FactsuiteError, match=r"factsuite-baseline\.json:1:1: it cannot be read: it is no file"):
        check_workspace(tmp_path)


def test_a_link_is_followed_within_the_workspace_and_not_out_of_it(tmp_path: Path) -> None:
    root = tmp_path / "desk"
    folder = write_town(root)
    (root / "shared.yaml").write_text(FILES["sources.yaml"], encoding="utf-8")
    (tmp_path / "private.yaml").write_text("format: 1\nsecret: words\n", encoding="utf-8")
    (folder / "sources.yaml").unlink()
    (folder / "sources.yaml").symlink_to("../../shared.yaml")
    assert read_tree(root)[PurePosixPath("facts/bridge/sources.yaml")] == FILES["sources.yaml"].encode()
    for target in ("../../../private.yaml", str(tmp_path / "private.yaml"), "/etc/passwd"):
        (folder / "sources.yaml").unlink()
        (folder / "sources.yaml").symlink_to(target)
        assert reason(root, "facts/bridge/sources.yaml") == "it is a link that leads out of the workspace"


def test_an_article_that_lies_elsewhere_is_no_article_of_the_workspace(tmp_path: Path) -> None:
    elsewhere = write_town(tmp_path / "elsewhere")
    root = tmp_path / "desk"
    write_town(root)
    (root / "facts" / "stolen").symlink_to(elsewhere)
    tree = read_tree(root)
    assert [str(path) for path in tree if "stolen" in path.parts] == ["facts/stolen/facts.yaml"]
    assert "leads out of the workspace" in reason(root, "facts/stolen/facts.yaml")
    assert check_workspace(root).failed


def test_a_folder_whose_name_cannot_be_shown_fails_under_a_name_that_can(tmp_path: Path) -> None:
    write_town(tmp_path)
    names = {
        b"x\n::error::y": "x\\u000a::error::y",
        b"x\xff": "x\\udcff",
        b"x\x1b]0;title\x07": "x\\u001b]0;title\\u0007",
        "x\u202ey".encode(): "x\\u202ey",
    }
    for name, shown in names.items():
        os.mkdir(os.fsencode(tmp_path / "facts") + b"/" + name)
        assert shown_name(os.fsdecode(name)) == shown
    assert set(names.values()) < set(article_ids(read_tree(tmp_path)))
    done = run_limited(tmp_path, "check", "--format", "lines")
    assert done.returncode == 1
    for shown in names.values():
        assert f"facts/{shown}/facts.yaml:1:1: error: the file cannot be opened: the name of its folder" in done.stdout
    assert all(line.startswith(("facts/", "checks/")) for line in done.stdout.splitlines())


@pytest.mark.parametrize(("name", "limit"), [("article.md", LARGEST_TEXT), ("facts.yaml", LARGEST_LIST)])
def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, name: str, limit: int) -> None:
    folder = write_town(tmp_path)
    os.truncate(folder / name, limit + 1)
    assert reason(tmp_path, f"facts/bridge/{name}") == f"it is larger than {limit:,} bytes"
    os.truncate(folder / name, limit)
    assert isinstance(read_tree(tmp_path)[PurePosixPath(f"facts/bridge/{name}")], bytes)


def test_reports_are_not_written_out_of_the_workspace(tmp_path: Path) -> None:
    root = tmp_path / "desk"
    write_town(root)
    (tmp_path / "elsewhere").mkdir()
    (root / "reports").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="leads out of the workspace"):
        write_reports(check_workspace(root), root)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_report_written_to_a_device_leaves_the_device_what_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, "a report\n")
        assert os.read(reader, 100) == b"a report\n"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize("place", [".", "no/such/folder/report.json"])
def test_an_output_that_cannot_be_written_is_usage(tmp_path: Path, place: str) -> None:
    write_town(tmp_path)
    done = run_limited(tmp_path, "check", "--format", "json", "--output", place)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
