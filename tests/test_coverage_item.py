"""Coverage under pytest: an item of its own, which fails where a threshold is missed."""

from pathlib import Path

import pytest
from fictional_town import FILES, write_town

import factsuite.pytest_items  # noqa: F401  the inner runs find the engine loaded, and take no second each

ITEM = "facts/bridge/article.md::coverage"
MORE = FILES["article.md"].replace("crossed it.", "crossed it. In all 40 boats came.")


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess("--color=no", "-p", "no:hypothesispytest", *arguments)


def gate(folder: Path, settings: str) -> None:
    (folder / "pyproject.toml").write_text(f"[tool.factsuite.coverage]\n{settings}\n", encoding="utf-8")


def test_what_is_left_over_is_no_failure_unless_the_house_says_so(pytester: pytest.Pytester) -> None:
    write_town(pytester.path, article_md=MORE)
    result = run(pytester)
    assert result.ret == 0
    result.stdout.fnmatch_lines(["Covered or marked as not checked: 3 of 5 sentences, 1 of 2 numbers*"])


def test_a_missed_threshold_fails_the_item_of_the_article(pytester: pytest.Pytester) -> None:
    write_town(pytester.path, article_md=MORE)
    gate(pytester.path, "numbers = 1.0")
    result = run(pytester, "-q")
    assert result.ret == 1
    result.stdout.fnmatch_lines(
        [
            "facts/bridge/article.md:3:11: error: coverage-below-threshold",
            "  1 of 2 numbers are covered; the house requires 100%",
            "  hint: most worth checking first: '40 boats'",
            f"FAILED {ITEM}*",
        ]
    )
    result.assert_outcomes(passed=9, xfailed=1, failed=1)


def test_a_threshold_that_is_reached_passes(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    gate(pytester.path, "numbers = 1.0\ndates = 1.0\nquotations = 1.0\nattributions = 1.0\ntitles = 1.0")
    assert run(pytester, "-q").ret == 0


def test_a_misspelt_threshold_is_refused_with_the_right_one(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    gate(pytester.path, "nubmers = 1.0")
    result = run(pytester, "-q")
    assert result.ret != 0
    assert "coverage.nubmers: unknown setting" in result.stdout.str() + result.stderr.str()
