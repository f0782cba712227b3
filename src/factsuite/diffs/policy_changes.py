"""The policy in two versions: what it no longer asks for, and what it asks for besides."""

import re
from collections.abc import Iterator, Mapping

from factsuite.diffs.changes import Change, change
from factsuite.load.locations import Location
from factsuite.model.policy import Policy

STRICTER = {
    "lines_required": 1,
    "lines.by_kind": 1,
    "lines.by_risk": 1,
    "lines.stand_alone": -1,
    "lines.same_owner": 1,
    "lines.unnamed_counts": -1,
    "lines.attribute_single_line": 1,
    "bound_factor": -1,
    "about": -1,
    "several": 0,
    "rounding": -1,
    "coverage": 1,
    "min_mutation_score": 1,
    "expiring_within_days": 0,
    "fail_on": -1,
    "severity": 1,
    "overrides": 1,
    "signoff.required": 1,
    "signoff.second_person": 1,
    "signoff.author_may_sign": -1,
}
"""Every setting by what a greater value does (more lines, a longer list, yes for no, error for warning): 1 asks for
more, -1 for less; 0 where neither can be said."""

_PAIR = re.compile(r'([\w.-]+) = "?([\w.]+)"?')
_WORD = re.compile(r'"([^"]*)"')
_EVERYTHING = "all"
_LEVELS = {"no": 0.0, "false": 0.0, "yes": 1.0, "true": 1.0, "off": 0.0, "note": 1.0, "warning": 2.0, "error": 3.0}


def policy_changes(before: Policy, now: Policy, at: Location, severities: Mapping[str, str]) -> Iterator[Change]:
    """Every setting that is another one, with the way it moved. `severities` are those of the rules, by name."""
    old, new = dict(before.describe()), dict(now.describe())
    for name in dict.fromkeys((*old, *new)):
        was, has = old.get(name, ""), new.get(name, "")
        if was != has:
            rule = f"policy-{_way(name, was, has, severities)}"
            yield change(rule, f"policy: {name} {was or '(not set)'} -> {has or '(not set)'}", now=at, before=at)


def _way(name: str, was: str, has: str, severities: Mapping[str, str]) -> str:
    """Loosened, if any part of it is; else tightened, if some part is."""
    stricter = next((way for key, way in STRICTER.items() if name == key or name.startswith(f"{key}.")), 0)
    rules = severities if name in ("severity", "overrides") else {}
    moves = {_sign(a, b) * stricter for a, b in _sizes(was, has, rules)}
    if -1 in moves:
        return "loosened"
    return "tightened" if 1 in moves else "changed"


def _sizes(was: str, has: str, rules: Mapping[str, str]) -> Iterator[tuple[float, float]]:
    """What is greater or less: the number, the yes, each number of a table (0 where it is not set), the list.

    Of a rule whose severity is not set, it is the rule's own.
    """
    if rules:
        old, new = set(_PAIR.findall(was)), set(_PAIR.findall(has))
        yield from ((_size(rules.get(name, "error")), _size(level)) for name, level in sorted(new - old))
        yield from ((_size(level), _size(rules.get(name, "error"))) for name, level in sorted(old - new))
    elif was[:1] == "{" or has[:1] == "{":
        table, other = dict(_PAIR.findall(was)), dict(_PAIR.findall(has))
        yield from ((_size(table.get(key, "0")), _size(other.get(key, "0"))) for key in sorted({*table, *other}))
    elif was[:1] == "[" or has[:1] == "[":
        items, others = set(_WORD.findall(was)), set(_WORD.findall(has))
        if _EVERYTHING not in items:
            yield 0.0, float(bool(others - items))
        if _EVERYTHING not in others:
            yield 0.0, -float(bool(items - others))
    else:
        yield _size(was), _size(has)


def _size(text: str) -> float:
    bare = text.strip('"')
    if bare in _LEVELS:
        return _LEVELS[bare]
    try:
        return float(bare)
    except ValueError:
        return 0.0


def _sign(was: float, has: float) -> int:
    return (has > was) - (has < was)
