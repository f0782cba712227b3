"""Reviewdog's diagnostic format, one JSON object a line (rdjsonl). Columns count bytes of UTF-8, as it asks."""

import json
from collections.abc import Callable
from typing import Any

from factsuite.load.locations import Location
from factsuite.reports.explaining import printable
from factsuite.reports.formats.shown import counting, message_of
from factsuite.reports.parts import Run
from factsuite.rules.findings import Severity

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}

LineOf = Callable[[Location], str]
"""The text of the line a place is in; empty where the file cannot be read."""


def render_rdjsonl(result: Run, line_of: LineOf, pages: str = "") -> str:
    """The findings, gravest first. `pages` is the address under which the rules' pages are published, if any."""
    lines = []
    for reported in counting(result):
        at = reported.finding.at
        code = {"value": reported.rule, **({"url": f"{pages.rstrip('/')}/{reported.rule}.md"} if pages else {})}
        diagnostic: dict[str, Any] = {
            "message": printable(message_of(reported)),
            "location": {"path": str(at.path), "range": {"start": _start(at, line_of)}},
            "severity": _SEVERITIES[reported.severity],
            "source": {"name": "factsuite"},
            "code": code,
        }
        lines.append(json.dumps(diagnostic, ensure_ascii=False))
    return "".join(f"{line}\n" for line in lines)


def _start(at: Location, line_of: LineOf) -> dict[str, int]:
    before = line_of(at)[: at.column - 1]
    return {"line": at.line, "column": len(before.encode("utf-8", "replace")) + 1}
