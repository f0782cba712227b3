"""The seed corpus: every defect is caught by its rule at its place, every near miss stays green."""

import pytest

from factsuite.load.errors import FactsuiteError
from factsuite.model.policy import Policy
from factsuite.rules.collecting import collect_rules
from factsuite.rules.findings import Severity
from factsuite.seeds.judging import Fate, judge_seed
from factsuite.seeds.reading import Seed, read_file, read_seeds

RULES = collect_rules(None)
SEEDS = read_seeds()


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: f"{seed.family}:{seed.id}")
def test_the_defect_is_caught_at_its_place_and_the_near_miss_is_green(seed: Seed) -> None:
    judged = judge_seed(seed, RULES, Policy())
    found = [f"{each.finding.at}: {each.rule}: {each.finding.message}" for each in judged.found]
    assert judged.fate is Fate.CAUGHT, found
    assert [(each.rule, each.finding.message) for each in judged.false_alarms] == []


def test_every_seed_names_a_rule() -> None:
    assert {seed.rule for seed in SEEDS} <= {rule.name for rule in RULES}


def test_a_seed_that_is_not_whole_is_refused_with_its_place() -> None:
    with pytest.raises(FactsuiteError, match=r"some\.yaml:3:5: a seed with missing or unknown fields: error"):
        read_file("some.yaml", "format: 1\nseeds:\n  - id: one\n    rule: r\n    at: x\n    defect: a\n    twin: b\n")


def test_a_seed_whose_twin_is_the_defect_is_a_false_alarm() -> None:
    seed = SEEDS[0]
    same = Seed(
        id="same",
        family="f",
        error=seed.error,
        rule=seed.rule,
        at=seed.at,
        kind="",
        defect=seed.defect,
        twin=seed.defect,
    )
    judged = judge_seed(same, RULES, Policy())
    assert judged.misjudged
    assert any(alarm.severity is Severity.ERROR for alarm in judged.false_alarms)
