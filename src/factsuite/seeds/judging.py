"""Seeds, run: is the defect found by its rule at its place, and does the near miss stay green?"""

from collections.abc import Iterable
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from factsuite.load.files import Tree
from factsuite.model.coverage_policy import CoveragePolicy
from factsuite.model.policy import Policy
from factsuite.model.signoff_policy import SignoffPolicy
from factsuite.rules.examples import example_tree, example_workspace
from factsuite.rules.findings import Reported, Severity
from factsuite.rules.rule import Rule
from factsuite.rules.running import run
from factsuite.seeds.reading import Seed


class Fate(Enum):
    """What became of a defect."""

    CAUGHT = "caught"
    ELSEWHERE = "caught elsewhere"
    """Its rule found something, but not in the line it should."""
    MISSED = "missed"


class Judged(Struct, frozen=True, kw_only=True):
    """One seed, run."""

    seed: Seed
    fate: Fate
    false_alarms: tuple[Reported, ...]
    """Errors on the twin, and whatever the seed's own rule finds in it."""
    found: tuple[Reported, ...] = ()
    """Everything found in the defect."""

    @property
    def misjudged(self) -> bool:
        """Whether the defect is not caught at its place, or its twin is not green."""
        return self.fate is not Fate.CAUGHT or bool(self.false_alarms)


def judge_seed(seed: Seed, rules: Iterable[Rule], policy: Policy) -> Judged:
    """Run a defect and its twin by all rules; a seed that brings its own policy is judged by that.

    A seed is a piece of an article: how much of an article must be covered, and who must have signed it, is not asked.
    """
    rules = tuple(rules)
    policy = replace(policy, coverage=CoveragePolicy(), signoff=SignoffPolicy())
    tree, counting, excused = _run(seed.defect, seed.kind, rules, policy)
    found = (*counting, *excused)
    own = [reported for reported in found if reported.rule == seed.rule]
    here = [reported for reported in own if seed.at in _line(tree, reported)]
    _, counting, excused = _run(seed.twin, seed.kind, rules, policy)
    alarms = [each for each in counting if each.severity is Severity.ERROR or each.rule == seed.rule]
    alarms += [each for each in excused if each.rule == seed.rule]
    fate = Fate.CAUGHT if here else Fate.ELSEWHERE if own else Fate.MISSED
    return Judged(seed=seed, fate=fate, false_alarms=tuple(alarms), found=found)


_Run = tuple[Tree, tuple[Reported, ...], tuple[Reported, ...]]
"""The files, the findings that count, and those that a known inaccuracy excuses."""


def _run(example: str, kind: str, rules: tuple[Rule, ...], policy: Policy) -> _Run:
    kind = kind or "statement"
    result = run(example_workspace(example, kind, policy), rules)
    expected = tuple(found for fact in result.facts for found in fact.expected)
    return example_tree(example, kind), result.all_findings, expected


def _line(tree: Tree, reported: Reported) -> str:
    """The line a finding points at."""
    data = tree.get(reported.finding.at.path)
    lines = data.decode("utf-8", "replace").split("\n") if isinstance(data, bytes) else []
    number = reported.finding.at.line - 1
    return lines[number] if number < len(lines) else ""
