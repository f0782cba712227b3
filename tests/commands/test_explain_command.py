"""`factsuite explain`: the page of a rule or of a kind of fact, on a terminal."""

from pathlib import Path

import pytest
from fictional_town import write_town

from factsuite.cli import main
from factsuite.load.schemas import schema
from factsuite.reports.kind_text import kinds_in
from factsuite.reports.rule_text import render_rule_text
from factsuite.rules.collecting import collect_rules

HOUSE = '''"""House: does it have a page?"""

from collections.abc import Iterator

from factsuite import Fact, Finding, Severity, rule


@rule(severity=Severity.NOTE, handbook="docs/house.md#house")
def too_plain(fact: Fact) -> Iterator[Finding]:
    """It is too plain.

    ## Why it matters
    It is
    plain.

    ## Fails
        asserts: {}

    ## Passes
        asserts: {}

    ## Limits
    - one
    - two
    """
    yield from ()
'''


@pytest.mark.parametrize("rule", collect_rules(None), ids=lambda rule: rule.name)
def test_every_rule_has_a_readable_page(rule: "object") -> None:
    text = render_rule_text(rule)  # type: ignore[arg-type]
    assert "##" not in text
    assert "```" not in text
    for heading in ("Why it matters", "Fails", "Passes", "Limits", "To let one pass"):
        assert f"\n{heading}\n" in text


def test_a_page_says_how_to_let_one_pass_only_where_that_is_possible(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "unused-source"]) == 0
    assert "[tool.factsuite.severity]" in capsys.readouterr().out
    assert main(["explain", "verdict-differs"]) == 0
    fixed = capsys.readouterr().out
    assert "[tool.factsuite.severity]" not in fixed
    assert "its severity is fixed" in fixed


def test_several_are_explained_one_after_the_other_or_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "unused_source", "[verdict-differs]"]) == 0
    out = capsys.readouterr().out
    assert out.index("unused-source (") < out.index("verdict-differs (")
    assert main(["explain", "unused-source", "no-such-thing-at-all"]) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("kind", kinds_in(schema("facts")))
def test_a_kind_of_fact_is_explained_with_its_fields(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", kind]) == 0
    out = capsys.readouterr().out
    for field in schema("facts")["definitions"][f"asserts-{kind}"]["properties"]:
        assert f"\n  {field}" in out
    assert max(map(len, out.split("\n"))) <= 100


def test_a_house_rule_has_a_page_and_its_lists_stay_lists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_town(tmp_path)
    (tmp_path / "checks").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "checks" / "plain.py").write_text(HOUSE, encoding="utf-8")
    (tmp_path / "docs" / "house.md").write_text("# House\n", encoding="utf-8")
    assert main(["explain", "too-plain", "--in", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "  It is plain.\n" in out
    assert "  - one\n  - two\n" in out
    assert "checks/plain.py:8" in out
