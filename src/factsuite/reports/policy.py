"""The policy in force, for the terminal and as JSON."""

import json
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct

from factsuite.model.as_of import AsOf
from factsuite.model.dossiers import Workspace
from factsuite.model.waivers import Waiver
from factsuite.reports.excused import WIDTH
from factsuite.reports.explaining import printable
from factsuite.reports.markdown_text import plural
from factsuite.rules.order import ORDER
from factsuite.rules.rule import Rule

_DEFAULT, _FILE = "default", "pyproject.toml"


class InForce(Struct, frozen=True, kw_only=True):
    """What a run would go by."""

    workspace: Workspace
    settings: Mapping[str, object]
    """`[tool.factsuite]` as it is written."""
    rules: Sequence[Rule]
    paths: tuple[PurePosixPath, ...]
    """The files of the workspace, to tell which of them an override is about."""
    today: AsOf

    def origin(self, name: str) -> str:
        """Where a setting's value comes from."""
        table: object = self.settings
        for part in name.split("."):
            if not isinstance(table, Mapping) or part not in table:
                return _DEFAULT
            table = table[part]
        return _FILE

    def level(self, rule: Rule) -> str:
        """The severity of a rule, where no override by path says otherwise."""
        return dict(self.workspace.policy.gate.severity).get(rule.name, rule.severity.value)

    def days_left(self, waiver: Waiver) -> int:
        """How many days a waiver holds after today."""
        return waiver.until.number - self.today.number


def render_policy_text(force: InForce) -> str:
    """For people."""
    return printable("\n".join(_told(force))) + "\n"


def render_policy_json(force: InForce) -> str:
    """For programs."""
    policy, baseline = force.workspace.policy, force.workspace.baseline
    data: dict[str, Any] = {
        "settings": [{"name": name, "value": value, "origin": force.origin(name)} for name, value in policy.describe()],
        "fail_on": policy.gate.fail_on,
        "severities": {
            rule.name: {"severity": force.level(rule), "default": rule.severity.value}
            for rule in sorted(force.rules, key=lambda rule: rule.name)
        },
        "overrides": [
            {"paths": list(each.paths), "files": _matched(force, each.holds_for), "severity": dict(each.severity)}
            for each in policy.gate.overrides
        ],
        "waivers": [_waiver_data(force, waiver) for waiver in force.workspace.waivers],
        "baseline": len(baseline.entries) if baseline is not None else None,
        "today": str(force.today),
        "order": [{"step": name, "does": does} for name, does in ORDER],
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _told(force: InForce) -> Iterator[str]:
    yield "Settings of [tool.factsuite]:"
    rows = [(f"{name} = {value}", force.origin(name)) for name, value in force.workspace.policy.describe()]
    width = min(max(len(setting) for setting, _ in rows), 72)
    yield from (f"  {setting:<{width}}  {origin}" for setting, origin in rows)
    yield ""
    yield from _severities(force)
    yield ""
    yield from _waivers(force)
    yield ""
    baseline = force.workspace.baseline
    if baseline is None:
        yield "Baseline: none"
    else:
        yield f"Baseline: {plural(len(baseline.entries), 'old defect')} in factsuite-baseline.json"
    yield ""
    yield "Order of evaluation:"
    for number, (name, does) in enumerate(ORDER, 1):
        yield from textwrap.wrap(f"{number}. {name}: {does}", WIDTH, initial_indent="  ", subsequent_indent="     ")


def _severities(force: InForce) -> Iterator[str]:
    gate = force.workspace.policy.gate
    counted = Counter(force.level(rule) for rule in force.rules)
    numbers = ", ".join(f"{counted[level]} {level}" for level in ("error", "warning", "note", "off"))
    yield f"Severities in force: {plural(len(force.rules), 'rule')}: {numbers}; a run fails on {gate.fail_on}"
    told = {rule.name: f"the rule's own: {rule.severity.value}" for rule in force.rules}
    for name, level in gate.severity:
        own = told.get(name, "of a house rule that was left out")
        yield f"  {name}: {level.upper() if level == 'off' else level} ({own})"
    for each in gate.overrides:
        yield f"  in {', '.join(each.paths)} ({plural(_matched(force, each.holds_for), 'file')}):"
        yield from (f"    {name}: {level.upper() if level == 'off' else level}" for name, level in each.severity)


def _waivers(force: InForce) -> Iterator[str]:
    waivers = force.workspace.waivers
    yield f"Waivers on {force.today} ({len(waivers)}){':' if waivers else ''}"
    for waiver in sorted(waivers, key=lambda each: (each.until.number, each.at)):
        left = force.days_left(waiver)
        soon = ", soon" if 0 <= left <= force.workspace.policy.expiring_within_days else ""
        ends = f"EXPIRED {plural(-left, 'day')} ago" if left < 0 else f"{plural(left, 'day')} left{soon}"
        text = f"{waiver.about}: until {waiver.until} ({ends}), by {waiver.by}: {waiver.because}"
        yield from textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="    ")
    broken = [problem for problem in force.workspace.shared_problems if problem.at.path.name == "waivers.yaml"]
    yield from (f"  {problem.at}: cannot be used: {problem.message}" for problem in broken)


def _waiver_data(force: InForce, waiver: Waiver) -> dict[str, Any]:
    return {
        "rule": waiver.rule.value,
        "article": waiver.article.value if waiver.article is not None else None,
        "fact": waiver.fact.value if waiver.fact is not None else None,
        "path": waiver.path or None,
        "fingerprint": waiver.fingerprint or None,
        "because": waiver.because,
        "by": waiver.by,
        "until": str(waiver.until),
        "days_left": force.days_left(waiver),
        "location": {"path": str(waiver.at.path), "line": waiver.at.line, "column": waiver.at.column},
    }


def _matched(force: InForce, holds_for: Callable[[PurePosixPath], bool]) -> int:
    return sum(holds_for(path) for path in force.paths)
