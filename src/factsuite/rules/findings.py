"""Findings: one rule, one place."""

from enum import Enum
from hashlib import blake2b

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.load.problems import Problem


class Severity(Enum):
    """How grave a finding is, as in SARIF. Errors fail; warnings and notes are shown, and fail where policy says so."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    def reaches(self, least: "Severity") -> bool:
        """Whether it is as grave as another one, or graver."""
        return _ORDER.index(self) <= _ORDER.index(least)


_ORDER = tuple(Severity)


class Related(Struct, frozen=True, kw_only=True):
    """A place that helps to understand a finding."""

    at: Location
    message: str


class Finding(Struct, frozen=True, kw_only=True):
    """What a rule found. The runner adds the rule's name and severity."""

    at: Location
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    fact: str | None = None
    """The label of the fact it belongs to, where the rule looks at more than one."""
    article: str | None = None
    """The article it belongs to, where the rule looks at more than one."""

    @classmethod
    def of(cls, problem: Problem) -> "Finding":
        """What the loader found wrong, as a finding."""
        return cls(at=problem.at, message=problem.message, hint=problem.hint)


class Reported(Struct, frozen=True, kw_only=True):
    """A finding with everything a report needs."""

    rule: str
    family: str
    """The module the rule stands in: the question it answers."""
    severity: Severity
    finding: Finding
    article: str | None
    fact: str | None
    fingerprint: str

    @property
    def sort_key(self) -> tuple[object, ...]:
        """By place, then by rule."""
        at = self.finding.at
        return str(at.path), at.line, at.column, self.rule, self.finding.message


def fingerprint(rule: str, article: str | None, fact: str | None, message: str, repeat: int) -> str:
    """A name for a finding that survives line moves: it depends on no line or column.

    `repeat` counts findings that are otherwise the same.
    """
    parts = "\x1f".join((rule, article or "", fact or "", message, str(repeat)))
    return blake2b(parts.encode("utf-8"), digest_size=16).hexdigest()
