"""A stored report, `consistency.json` or `factsuite check --format json`: what of it a comparison needs."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from factsuite.load.errors import FactsuiteError

VERSION = "1"
"""The version of the report that can be read, as `schema_version` names it."""
FAILING = ("failed", "error")
"""Outcomes of a fact whose test fails."""
_GRAVITY = ("error", "warning", "note")
_HINT = "compare reports/consistency.json files, or what `factsuite check --format json --output FILE` writes"


class StoredReportError(FactsuiteError):
    """A file that is no report, or one of another version."""


class StoredFinding(Struct, frozen=True, kw_only=True):
    """A finding as a report tells it."""

    rule: str
    severity: str
    message: str
    article: str | None
    fact: str | None
    place: str
    standing: str = "counts"
    """`counts`, `waived` or `old`: whether it fails, or is let pass."""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What its fingerprint is made of: no line and no column, so it survives a move."""
        return self.rule, self.article or "", self.fact or "", self.message

    @property
    def about(self) -> tuple[str, str, str]:
        """The rule, and what it is about: two findings about the same differ in their message."""
        return self.key[:3]

    def fails(self, fail_on: str) -> bool:
        """Whether it fails a run that fails from a severity on."""
        return self.standing == "counts" and _GRAVITY.index(self.severity) <= _GRAVITY.index(fail_on)


class StoredFact(Struct, frozen=True, kw_only=True):
    """A fact as a report tells it."""

    article: str
    id: str
    claim: str
    verdict: str | None
    """None for an entry that is defective."""
    outcome: str
    place: str

    @property
    def fails(self) -> bool:
        """Whether its test fails."""
        return self.outcome in FAILING

    @property
    def state(self) -> str:
        """Its verdict, and how it stands to the gate where that is no plain pass or failure."""
        verdict = self.verdict or "defective"
        return verdict if self.outcome == "passed" else f"{verdict}, {'fails' if self.fails else self.outcome}"


class StoredRun(Struct, frozen=True, kw_only=True):
    """One run."""

    headlines: dict[str, str]
    """The headline of each article, by its id."""
    facts: tuple[StoredFact, ...]
    findings: tuple[StoredFinding, ...]
    policy: dict[str, str]
    as_of: str

    @property
    def fail_on(self) -> str:
        """The least severity that fails."""
        named = self.policy.get("fail_on", "error").strip('"')
        return named if named in _GRAVITY else "error"


def read_run(file: Path) -> StoredRun:
    """The run that a file tells of; raises StoredReportError for one that cannot be read or is no report."""
    try:
        return run_in(file.read_bytes(), str(file))
    except OSError as error:
        raise StoredReportError(f"{file}: cannot be read: {error.strerror}", hint=_HINT) from error


def run_in(data: bytes, name: str) -> StoredRun:
    """The run that the bytes of a report tell of; `name` is what an error calls them."""
    try:
        report = json.loads(data)
    except (UnicodeDecodeError, RecursionError) as error:
        raise StoredReportError(f"{name}: this is no JSON", hint=_HINT) from error
    except json.JSONDecodeError as error:
        place = f"{name}:{error.lineno}:{error.colno}"
        raise StoredReportError(f"{place}: error: this is no JSON: {error.msg}", hint=_HINT) from error
    except ValueError as error:
        raise StoredReportError(f"{name}: it holds a number of too many digits", hint=_HINT) from error
    version = report.get("schema_version") if isinstance(report, dict) else None
    if version is None or not {"summary", "articles", "findings"} <= report.keys():
        raise StoredReportError(f"{name}: this is no report of factsuite", hint=_HINT)
    if version != VERSION:
        hint = f"this factsuite reads version {VERSION}: write both reports with one version of it"
        raise StoredReportError(f"{name}: a report of version {version!r}", hint=hint)
    try:
        return _run(report)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        told = f"`{error.args[0]}` is missing" if isinstance(error, KeyError) else "its parts have another form"
        raise StoredReportError(f"{name}: this is no whole report of factsuite: {told}", hint=_HINT) from error


def _run(report: Mapping[str, Any]) -> StoredRun:
    summary = report["summary"]
    findings = [_finding(each) for each in report["findings"]]
    findings += [replace(_finding(each["finding"]), standing="waived") for each in report.get("waived", ())]
    findings += [replace(_finding(each), standing="old") for each in report.get("old", ())]
    return StoredRun(
        headlines={_text(article["id"]): _text(article["headline"]) for article in report["articles"]},
        facts=tuple(_fact(_text(article["id"]), fact) for article in report["articles"] for fact in article["facts"]),
        findings=tuple(findings),
        policy={_text(name): _text(value) for name, value in summary["policy"].items()},
        as_of=_text(summary.get("as_of") or ""),
    )


def _fact(article: str, fact: Mapping[str, Any]) -> StoredFact:
    return StoredFact(
        article=article,
        id=_text(fact["id"]),
        claim=_text(fact["claim"]),
        verdict=_name(fact["verdict"]),
        outcome=_text(fact["outcome"]),
        place=_place(fact["location"]),
    )


def _finding(found: Mapping[str, Any]) -> StoredFinding:
    severity = str(found["severity"])
    _GRAVITY.index(severity)
    return StoredFinding(
        rule=_text(found["rule"]),
        severity=severity,
        message=_text(found["message"]),
        article=_name(found["article"]),
        fact=_name(found["fact"]),
        place=_place(found["location"]),
    )


def _place(at: Mapping[str, Any]) -> str:
    return _text(f"{at['path']}:{at['line']}:{at['column']}")


def _text(value: object) -> str:
    """A value as text that can be printed: JSON may hold half of a surrogate pair."""
    return str(value).encode("utf-8", "backslashreplace").decode("utf-8")


def _name(value: object) -> str | None:
    return None if value is None else _text(value)
