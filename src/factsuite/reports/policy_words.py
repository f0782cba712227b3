"""The policy of a run in a line an editor reads: what matters most, and what the house set itself."""

from factsuite.model.policy import Policy
from factsuite.model.setting_values import plain

_IN_WORDS = ("lines_required", "about", "rounding")


def policy_in_words(policy: Policy) -> str:
    """How much is asked of a fact, how far figures reach, and every other setting that is not the default."""
    lines = "one line supports" if policy.lines_required == 1 else f"{policy.lines_required} lines support"
    rounded = "all that rounds to it" if policy.reach.rounding else "itself alone"
    words = (
        f"Policy: a fact is supported when {lines} it; *about* reaches {plain(policy.reach.about * 100)} percent "
        f"either way; a decimal stands for {rounded}."
    )
    default = dict(Policy().describe())
    own = [f"`{name} = {value}`" for name, value in policy.describe() if default.get(name) != value]
    own = [setting for setting in own if not setting.startswith(tuple(f"`{name} =" for name in _IN_WORDS))]
    return words + (f" Set by the house: {', '.join(own)}." if own else " Everything else is as it comes.")
