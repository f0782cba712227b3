"""The thresholds of coverage in the policy."""

from fractions import Fraction

import pytest

from factsuite.load.errors import PolicyError
from factsuite.model.policy import Policy, read_policy


def test_no_kind_has_a_threshold_unless_the_house_sets_one() -> None:
    assert Policy().coverage.thresholds == ()
    assert ("coverage", "{}") in Policy().describe()


def test_a_threshold_is_kept_exactly_and_printed() -> None:
    policy = read_policy({"coverage": {"numbers": 0.9, "sentences": 1}})
    assert policy.coverage.threshold("numbers") == Fraction(9, 10)
    assert policy.coverage.threshold("dates") is None
    assert ("coverage", "{sentences = 1, numbers = 0.9}") in policy.describe()


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"number": 0.9}, "coverage.number: unknown setting"),
        ({"numbers": 90}, "coverage.numbers: 90 is no share"),
        ({"numbers": -0.1}, "coverage.numbers: -0.1 is no share"),
        ({"numbers": True}, "coverage.numbers: True is no share"),
        ({"numbers": float("nan")}, "coverage.numbers: nan is no share"),
        ({"numbers": "all"}, "coverage.numbers: 'all' is no share"),
        (0.9, "coverage: 0.9 is no table"),
    ],
)
def test_what_is_no_share_is_refused_by_name(table: object, message: str) -> None:
    with pytest.raises(PolicyError, match=message):
        read_policy({"coverage": table})
