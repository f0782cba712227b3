"""What the page says is not noticed is not noticed: a gap that has been closed leaves the list."""

from pathlib import Path

import pytest

from factsuite.model.policy import Policy
from factsuite.rules.collecting import collect_rules
from factsuite.rules.findings import Severity
from factsuite.seeds.gaps import GAPS, Gap
from factsuite.seeds.judging import judge_seed
from factsuite.seeds.reading import Seed

PAGE = (Path(__file__).parent.parent.parent / "docs" / "seeds.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("gap", GAPS, ids=lambda gap: gap.name)
def test_no_rule_finds_an_error_in_a_known_gap(gap: Gap) -> None:
    seed = Seed(id="gap", family="gaps", error=gap.name, rule="", at="-", kind="", defect=gap.example, twin=gap.example)
    found = judge_seed(seed, collect_rules(None), Policy()).found
    errors = [(each.rule, each.finding.message) for each in found if each.severity is Severity.ERROR]
    assert errors == [], "a rule sees it now: make it a seed, and take it from seeds/gaps.py and docs/seeds.md"


def test_the_gaps_are_those_the_page_lists() -> None:
    assert [gap.name for gap in GAPS if f"| {gap.name} | {gap.because} |" not in PAGE] == []
