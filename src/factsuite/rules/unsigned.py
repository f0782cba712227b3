"""The rules apart from those about sign-offs: what a fact has to pass before anybody signs it."""

from collections.abc import Iterable

from factsuite.rules.rule import Rule
from factsuite.verdicts.signing import Signing


def without_signing(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules that look at no sign-off: these notice that something changed, never that it is wrong."""
    return tuple(rule for rule in rules if Signing not in rule.parameters)
