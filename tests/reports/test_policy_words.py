"""The policy as the Markdown report tells it: in words, and what the house set itself."""

from factsuite.model.policy import Policy, read_policy
from factsuite.reports.policy_words import policy_in_words


def test_the_defaults_are_told_in_words_without_empty_settings() -> None:
    assert policy_in_words(Policy()) == (
        "Policy: a fact is supported when one line supports it; *about* reaches 10 percent either way; "
        "a decimal stands for all that rounds to it. Everything else is as it comes."
    )


def test_what_the_house_set_is_named() -> None:
    told = policy_in_words(read_policy({"lines_required": 2, "rounding": False, "lines": {"by_risk": {"high": 3}}}))
    assert "when 2 lines support it" in told
    assert "a decimal stands for itself alone" in told
    assert told.endswith("Set by the house: `lines.by_risk = {high = 3}`.")
