"""SARIF 2.1.0 (OASIS, 2020), for code scanning: rules with their pages, results with fingerprints and suppressions."""

import json
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from factsuite.load.locations import Location
from factsuite.reports.explaining import printable
from factsuite.reports.formats.shown import Excused, counting, excused, message_of
from factsuite.reports.parts import Run
from factsuite.rules.findings import Reported, Severity
from factsuite.rules.pages import render_page
from factsuite.rules.rule import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "factsuite/v1"
"""The name of our fingerprint, with the version of the way it is made (SARIF 2.1.0, section 3.27.17)."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render_sarif(result: Run, rules: Sequence[Rule], pages: str = "") -> str:
    """The findings as one SARIF run. `pages` is the address under which the rules' pages are published, if any."""
    index = {rule.name: number for number, rule in enumerate(rules)}
    results = [_result(reported, index) for reported in counting(result)]
    results += [_result(each.reported, index, each) for each in excused(result)]
    driver = {
        "name": "factsuite",
        "semanticVersion": version("factsuite"),
        "rules": [_rule(rule, pages) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "the workspace: the folder that holds facts/"}}},
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1, ensure_ascii=False) + "\n"


def _rule(rule: Rule, pages: str) -> dict[str, Any]:
    described: dict[str, Any] = {
        "id": rule.name,
        "shortDescription": {"text": rule.page.title},
        "fullDescription": {"text": f"{rule.page.title} {rule.page.why}"},
        "help": {"text": f"{rule.page.why}\n\nLimits: {rule.page.limits}", "markdown": render_page(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family], "handbook": rule.handbook},
    }
    if pages:
        described["helpUri"] = f"{pages.rstrip('/')}/{rule.name}.md"
    return described


def _result(reported: Reported, index: dict[str, int], excuse: Excused | None = None) -> dict[str, Any]:
    finding = reported.finding
    shown: dict[str, Any] = {
        "ruleId": reported.rule,
        **({"ruleIndex": index[reported.rule]} if reported.rule in index else {}),
        "kind": "fail",
        "level": _LEVELS[reported.severity],
        "message": {"text": printable(message_of(reported))},
        "locations": [_location(finding.at, reported)],
        "partialFingerprints": {FINGERPRINT: reported.fingerprint},
        "suppressions": [_suppression(excuse)] if excuse is not None else [],
    }
    if finding.related:
        shown["relatedLocations"] = [
            {"id": number, "message": {"text": printable(related.message)}, **_physical(related.at)}
            for number, related in enumerate(finding.related, start=1)
        ]
    return shown


def _suppression(excuse: Excused) -> dict[str, Any]:
    kind = "inSource" if excuse.in_source else "external"
    return {"kind": kind, "status": "accepted", "justification": printable(excuse.because)}


def _location(at: Location, reported: Reported) -> dict[str, Any]:
    if reported.fact is None:
        return _physical(at)
    name = f"{reported.article}/{reported.fact}" if reported.article is not None else reported.fact
    return {
        **_physical(at),
        "logicalLocations": [{"name": reported.fact, "fullyQualifiedName": name, "kind": "member"}],
    }


def _physical(at: Location) -> dict[str, Any]:
    artifact = {"uri": quote(str(at.path)), "uriBaseId": "SRCROOT"}
    region = {"startLine": at.line, "startColumn": at.column}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}
