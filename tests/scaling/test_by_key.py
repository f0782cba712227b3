"""What articles assert is reconciled by key in shares, and comes to what it comes to in one go."""

from pathlib import Path

import pytest
from archive import begun, write_archive

from factsuite.rules.contributed import compared
from factsuite.scaling.by_key import pairs_in, shares_of
from factsuite.scaling.here import Here
from factsuite.scaling.kept_contributions import EVERYTHING
from factsuite.scaling.outcomes import Outcome
from factsuite.verdicts.reconciling import key_of, reconcile, told_once


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    root: Path = write_archive(tmp_path_factory.mktemp("archive"))
    bench, divided = begun(root)
    return Here(bench, divided).outcomes(divided.articles)


@pytest.mark.parametrize("number", [1, 2, 7, 100])
def test_shares_come_to_what_everything_at_once_comes_to(outcomes: list[Outcome], number: int) -> None:
    batches = [shares_of([outcome], number) for outcome in outcomes]
    pairs = [pair for share in range(number) for pair in pairs_in(batch[share] for batch in batches)]
    whole = reconcile(compared(outcome.contributed for outcome in outcomes))
    assert any(len({each.article for each in (clash.one, *clash.against)}) > 1 for clash in whole.clashes)
    assert told_once(pairs) == told_once(reversed(pairs)) == whole


def test_nothing_is_lost_and_a_thing_lies_in_one_share(outcomes: list[Outcome]) -> None:
    shares = shares_of(outcomes, 5)
    asserted = [each for outcome in outcomes for each in outcome.contributed.assertions_on(EVERYTHING)]
    assert sorted(map(repr, (each for share in shares for each in share))) == sorted(map(repr, asserted))
    keys = [{key_of(each) for each in share} for share in shares]
    assert sum(map(len, keys)) == len(set().union(*keys))
    assert sum(bool(each) for each in keys) > 1
