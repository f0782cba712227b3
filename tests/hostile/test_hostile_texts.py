"""Texts that say one thing over and over: the work of a check grows with them, not with their square."""

import sys
from pathlib import PurePosixPath
from time import process_time
from types import FrameType
from typing import Any

import pytest
from fictional_town import FILES

from factsuite.exchange.claim_review import reviews_in
from factsuite.exchange.tables import TableError
from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy
from factsuite.reading.markdown import read_markdown
from factsuite.reading.names import find_names
from factsuite.verdicts.coverage.written_titles import find_titles

FOLDER = PurePosixPath("facts/bridge")


def lines_executed(text: str) -> int:
    """How many lines are executed to find the titles of a text, by what the town has on record."""
    tree = {FOLDER / name: data.encode() for name, data in FILES.items()}
    registry = build_workspace(tree, Policy()).dossiers[0].registry
    prose = read_markdown(text)
    people = find_names(prose.text, registry.person_names)
    count = 0

    def trace(frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace if "factsuite" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        found = find_titles(prose, people, registry)
    finally:
        sys.settrace(before)
    assert found
    return count


@pytest.mark.parametrize("unit", ["Mayor Ada ", "Mayor Zed Wox. ", "Mayor Ada Quill. Mayor Zed. "])
def test_the_work_grows_with_the_titles_not_with_their_square(unit: str) -> None:
    few, more = lines_executed(unit * 400), lines_executed(unit * 1_600)
    assert more < 4.4 * few


SECONDS = 5
"""Of processor time, for what takes 0.1 seconds where each part is passed once, and a minute where it is not."""


@pytest.mark.parametrize("unit", ["<!--", "<a ", "</", "<http://", "[a](", "![", "[^", "**", "\\", "| "])
def test_marks_that_are_never_closed_are_passed_once(unit: str) -> None:
    began = process_time()
    assert len(read_markdown(unit * 75_000).text) == len(unit) * 75_000
    assert process_time() - began < SECONDS


def test_a_comment_is_none_where_it_is_not_closed() -> None:
    assert read_markdown("a <!-- b --> c <!-- <i>d").text == "a            c <!--    d"


@pytest.mark.parametrize(
    "unit", [b"<script ", b"<script>", b"<script type=application/ld+json>", b"<script a>a</script>"]
)
def test_scripts_that_are_never_closed_are_passed_once(unit: bytes) -> None:
    began = process_time()
    with pytest.raises(TableError):
        reviews_in(b"<html>" + unit * 50_000, PurePosixPath("page.html"))
    assert process_time() - began < SECONDS
