"""Where `facts/`, an article or a file in it is a link: what is found there is reported where it was collected."""

from pathlib import Path

import pytest
from fictional_town import FILES, write_town

import factsuite.pytest_items  # noqa: F401  the inner runs find the engine loaded, and take no second each


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """An inner run; without Hypothesis, whose plugin takes a second to load."""
    return pytester.runpytest_inprocess("--color=no", "-p", "no:hypothesispytest", *arguments)


def linked(path: Path, away: Path) -> None:
    """Move something away, and leave a link to it."""
    away.parent.mkdir(parents=True, exist_ok=True)
    path.rename(away)
    path.symlink_to(away, target_is_directory=away.is_dir())


@pytest.mark.parametrize("part", ["facts", "facts/bridge", "facts/bridge/facts.yaml"])
def test_a_link_within_the_workspace_changes_nothing(pytester: pytest.Pytester, part: str) -> None:
    write_town(pytester.path)
    linked(pytester.path / part, pytester.path / "kept" / "away")
    result = run(pytester)
    result.assert_outcomes(passed=10, xfailed=1)
    result.stdout.fnmatch_lines(["written: reports/consistency.json*"])


@pytest.mark.parametrize("part", ["facts", "facts/bridge"])
def test_a_file_behind_a_link_fails_for_what_is_wrong_in_it(pytester: pytest.Pytester, part: str) -> None:
    write_town(pytester.path, sources_yaml=FILES["sources.yaml"] + "  - {id: nameless}\n")
    linked(pytester.path / part, pytester.path / "kept" / "away")
    result = run(pytester)
    result.stdout.fnmatch_lines(["FAILED facts/bridge/sources.yaml::sources - *"])


def test_a_link_that_leads_out_of_the_workspace_fails_and_breaks_nothing(
    pytester: pytest.Pytester, tmp_path: Path
) -> None:
    write_town(pytester.path)
    linked(pytester.path / "facts", tmp_path / "elsewhere" / "facts")
    result = run(pytester)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["*leads out of the workspace*"])
    assert "INTERNALERROR" not in result.stdout.str()
