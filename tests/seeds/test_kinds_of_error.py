"""Every rule has a seed, and every kind of error newsrooms make is made by one."""

from collections import Counter
from pathlib import Path

import pytest

from factsuite.reports.seeds import render_seeds_text
from factsuite.rules.collecting import collect_rules
from factsuite.seeds.judging import Fate, Judged
from factsuite.seeds.kinds import KINDS, Kind
from factsuite.seeds.reading import read_seeds

SEEDS = {seed.id: seed for seed in read_seeds()}
PAGE = (Path(__file__).parent.parent.parent / "docs" / "seeds.md").read_text(encoding="utf-8")


def test_every_rule_has_a_seed() -> None:
    assert {seed.rule for seed in SEEDS.values()} == {rule.name for rule in collect_rules(None)}


def test_the_page_prints_the_table_of_the_command() -> None:
    """All are caught and all are green, as test_seed_corpus.py asserts: paste what `factsuite seeds` prints."""
    judged = [Judged(seed=seed, fate=Fate.CAUGHT, false_alarms=()) for seed in SEEDS.values()]
    assert len(SEEDS) >= 200
    assert render_seeds_text(judged) in PAGE


def test_a_defect_and_its_near_miss_differ() -> None:
    assert [seed.id for seed in SEEDS.values() if seed.defect == seed.twin] == []


def test_no_two_seeds_make_the_same_defect() -> None:
    counts = Counter((seed.defect, seed.rule, seed.at) for seed in SEEDS.values())
    assert [defect for defect, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_of_error_is_made_by_a_seed(kind: Kind) -> None:
    assert kind.seeds
    assert [id for id in kind.seeds if id not in SEEDS] == []


def test_the_kinds_are_those_the_page_lists() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert {kind.group for kind in KINDS} == {"quotation", "number", "date", "attribution", "source", "process"}
    assert [kind.name for kind in KINDS if f"| {kind.group} | {kind.name} |" not in PAGE] == []
