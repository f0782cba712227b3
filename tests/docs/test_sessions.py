"""What the documentation tells a reader to do works, and prints what it shows."""

from pathlib import Path

import pytest
from sessions import ROOT, Session, agrees, commands_of, edited, steps_of

PAGES = sorted(
    page.relative_to(ROOT).as_posix()
    for page in [*(ROOT / "docs").rglob("*.md"), ROOT / "README.md"]
    if steps_of(page.read_text(encoding="utf-8"))
)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_does_what_it_says(page: str, tmp_path: Path) -> None:
    session = Session(tmp_path)
    for step in steps_of((ROOT / page).read_text(encoding="utf-8")):
        session.do(step)


def test_the_pages_for_newcomers_are_sessions() -> None:
    assert {"docs/tutorial.md", "docs/how-to/archive.md", "docs/how-to/house-rule.md"} <= set(PAGES)


def test_every_page_is_reached_from_the_first() -> None:
    index = (ROOT / "docs/index.md").read_text(encoding="utf-8").splitlines()
    pages = {page.relative_to(ROOT / "docs").with_suffix("").as_posix() for page in (ROOT / "docs").rglob("*.md")}
    assert {page for page in pages if not page.startswith("rules/")} - {"index"} <= set(index)


@pytest.mark.parametrize(
    ("printed", "expected", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\nb\n", "a\n", False),
        ("a\nb\nc\n", "a\n...\nc\n", True),
        ("a\nc\n", "a\n...\nc\n", True),
        ("a\nx\n", "a\n...\nc\n", False),
        ("took 0.31s\n", "took 2.05s", True),
        ("one two three\n", "one ... three\n", True),
        ("one two four\n", "one ... three\n", False),
        ("==== 1 passed in 0.3s ====\n", "1 passed in 0.1s\n", True),
    ],
)
def test_dots_stand_for_anything_and_nothing_else_does(printed: str, expected: str, same: bool) -> None:
    assert agrees(printed, expected) is same


def test_a_session_fails_where_a_command_prints_something_else(tmp_path: Path) -> None:
    step = steps_of("<!-- run -->\n```console\n$ echo one\ntwo\n```\n")[0]
    with pytest.raises(AssertionError, match="prints:\none"):
        Session(tmp_path).do(step)


def test_a_session_keeps_its_folder_and_its_files(tmp_path: Path) -> None:
    page = (
        "<!-- file: a/b.txt -->\n```text\nold\nkeep\n```\n<!-- edit: a/b.txt -->\n```diff\n-old\n+new\n keep\n```\n"
        "<!-- run -->\n```console\n$ cd a\n$ cat b.txt \\\n  b.txt\nnew\nkeep\n...\n```\n"
    )
    session = Session(tmp_path)
    for step in steps_of(page):
        session.do(step)
    assert session.here.name == "a"


def test_an_edit_that_does_not_fit_is_an_error() -> None:
    with pytest.raises(AssertionError, match="stands 2 times"):
        edited("a\na\n", "-a\n+b\n")
    assert list(commands_of("$ a\nx\n$ b\n")) == [("a", "x\n"), ("b", "")]
