"""Severities in force: a rule's own, unless policy gives its findings another one, by rule and path."""

from collections import Counter
from collections.abc import Iterable

from msgspec import structs
from msgspec.structs import replace

from factsuite.load.problems import Problem
from factsuite.load.suggestions import did_you_mean
from factsuite.model.gate_policy import OFF
from factsuite.model.policy import Policy
from factsuite.model.setting_values import refused
from factsuite.rules.findings import Reported, Severity
from factsuite.rules.results import ArticleResult, FactResult, Result
from factsuite.rules.rule import Rule

FIXED = ("known-inaccuracy", "nothing-compared", "verdict-differs")
"""Rules that are what a green fact means; and see `is_fixed`."""
HOUSEKEEPING = ("baseline", "waivers")
"""The families that watch over what is let pass: no waiver, baseline or setting silences them."""


def is_fixed(rule: Rule) -> bool:
    """Whether a rule stays as it is: without it a test would pass although nothing was compared, or nobody looked."""
    unread = rule.severity is Severity.ERROR and issubclass(rule.parameters[0], Problem)
    return rule.name in FIXED or rule.family in HOUSEKEEPING or unread


def check_levels(policy: Policy, rules: Iterable[Rule], *, partly: bool = False) -> None:
    """Raise PolicyError for a level of a rule that does not exist, or that stays an error.

    With `partly` some rules were left out, and one nobody knows may be among them.
    """
    known = {rule.name: rule for rule in rules}
    for setting, name, level in policy.gate.stated():
        if name not in known and partly:
            continue
        if name not in known:
            raise refused(setting, "there is no such rule", did_you_mean(name, known, "`factsuite rules` lists them"))
        if is_fixed(known[name]) and level != known[name].severity.value:
            raise refused(
                setting,
                f"{name} cannot be made {level}: what it finds means that a green test would say nothing",
                "waive the finding in facts/waivers.yaml, or keep it in a baseline: `factsuite baseline --write`",
            )


def levelled(result: Result) -> Result:
    """The result with the severities of policy; what is switched off is dropped, and counted by rule."""
    if not result.policy.gate.severity and not result.policy.gate.overrides:
        return result
    levels = _Levels(result.policy)
    articles = tuple(levels.article(article) for article in result.articles)
    findings = levels.kept(result.findings)
    return replace(
        result, articles=articles, findings=findings, switched_off=tuple(sorted(levels.switched_off.items()))
    )


class _Levels:
    def __init__(self, policy: Policy) -> None:
        self._gate = policy.gate
        self.switched_off: Counter[str] = Counter()

    def article(self, article: ArticleResult) -> ArticleResult:
        facts = tuple(self._fact(fact) for fact in article.facts)
        return replace(article, facts=facts, findings=self.kept(article.findings))

    def _fact(self, fact: FactResult) -> FactResult:
        if not fact.findings and not fact.expected:
            return fact
        return structs.replace(fact, findings=self.kept(fact.findings), expected=self.kept(fact.expected))

    def kept(self, findings: Iterable[Reported]) -> tuple[Reported, ...]:
        kept = []
        for reported in findings:
            level = self._gate.level(reported.rule, reported.finding.at.path)
            if level == OFF:
                self.switched_off[reported.rule] += 1
            else:
                kept.append(replace(reported, severity=Severity(level)) if level is not None else reported)
        return tuple(kept)
