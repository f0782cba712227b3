"""House policy on the gate: how grave a finding is, by rule and path, and from which severity on a run fails."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from msgspec import Struct

from factsuite.load.suggestions import did_you_mean
from factsuite.model.path_patterns import lies_under
from factsuite.model.setting_values import known_only, refused

SEVERITIES = ("error", "warning", "note")
OFF = "off"
LEVELS = (*SEVERITIES, OFF)

_HINT = '[[tool.factsuite.overrides]] with paths = ["facts/archive-*"] and severity = {some-rule = "warning"}'

Levels = tuple[tuple[str, str], ...]
"""Rules by name, each with its level, in the order they are written."""


class Override(Struct, frozen=True, kw_only=True):
    """Other levels for what is found in some paths."""

    paths: tuple[str, ...]
    severity: Levels

    def holds_for(self, path: PurePosixPath) -> bool:
        """Whether a path is one of those meant."""
        return any(lies_under(path, pattern) for pattern in self.paths)


class GatePolicy(Struct, frozen=True, kw_only=True):
    """What counts, and how much."""

    fail_on: str = "error"
    """The least severity that fails a fact's test, and the run."""
    severity: Levels = ()
    overrides: tuple[Override, ...] = ()

    def level(self, rule: str, path: PurePosixPath) -> str | None:
        """The level set for a finding of a rule in a path; None where the rule's own severity stands. Later wins."""
        found = dict(self.severity).get(rule)
        for override in self.overrides:
            if override.holds_for(path):
                found = dict(override.severity).get(rule, found)
        return found

    def stated(self) -> Iterator[tuple[str, str, str]]:
        """Every level set, as the setting's name, the rule and the level."""
        yield from ((f"severity.{rule}", rule, level) for rule, level in self.severity)
        for number, override in enumerate(self.overrides, 1):
            yield from ((f"overrides {number}, severity.{rule}", rule, level) for rule, level in override.severity)

    def describe(self) -> tuple[tuple[str, str], ...]:
        """Every setting with its value, as TOML has it."""
        overrides = ", ".join(
            "{paths = [" + ", ".join(f'"{path}"' for path in each.paths) + f"], severity = {_inline(each.severity)}}}"
            for each in self.overrides
        )
        return (
            ("fail_on", f'"{self.fail_on}"'),
            ("severity", _inline(self.severity)),
            ("overrides", f"[{overrides}]"),
        )


def read_gate_policy(table: Mapping[str, object]) -> GatePolicy:
    """The policy of the settings `fail_on`, `severity` and `overrides`; raises PolicyError for what it cannot use."""
    given = table.get("overrides", [])
    if not isinstance(given, list):
        raise refused("overrides", f"{given!r} is no list of overrides", _HINT)
    return GatePolicy(
        fail_on=_word(table.get("fail_on", "error"), "fail_on", SEVERITIES),
        severity=_levels(table.get("severity", {}), "severity"),
        overrides=tuple(_override(each, f"overrides {number}") for number, each in enumerate(given, 1)),
    )


def _override(value: object, name: str) -> Override:
    if not isinstance(value, Mapping):
        raise refused(name, f"{value!r} is no table", _HINT)
    known_only(value, ("paths", "severity"), f"{name}, ")
    paths = value.get("paths")
    if not isinstance(paths, list) or not paths or not all(isinstance(path, str) and path for path in paths):
        raise refused(f"{name}, paths", f"{paths!r} is no list of paths", 'a list: ["facts/archive-*"]')
    if "severity" not in value:
        raise refused(f"{name}, severity", "it is missing", _HINT)
    return Override(paths=tuple(paths), severity=_levels(value["severity"], f"{name}, severity"))


def _levels(value: object, name: str) -> Levels:
    if not isinstance(value, Mapping):
        raise refused(name, f"{value!r} is no table", 'levels by rule: severity = {some-rule = "warning"}')
    return tuple((str(rule), _word(level, f"{name}.{rule}", LEVELS)) for rule, level in value.items())


def _word(value: object, name: str, known: tuple[str, ...]) -> str:
    if not isinstance(value, str) or value not in known:
        hint = did_you_mean(str(value), known, f"one of: {', '.join(known)}")
        raise refused(name, f"{value!r} is not one of {', '.join(known)}", hint)
    return value


def _inline(levels: Levels) -> str:
    return "{" + ", ".join(f'{rule} = "{level}"' for rule, level in levels) + "}"
