"""GitLab's code quality report: a list of issues (the documented subset of the Code Climate format)."""

import json

from factsuite.reports.explaining import printable
from factsuite.reports.formats.shown import counting, message_of
from factsuite.reports.parts import Run
from factsuite.rules.findings import Severity

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render_gitlab(result: Run) -> str:
    """The findings, gravest first."""
    issues = [
        {
            "description": printable(message_of(reported)),
            "check_name": reported.rule,
            "fingerprint": reported.fingerprint,
            "severity": _SEVERITIES[reported.severity],
            "location": {"path": str(reported.finding.at.path), "lines": {"begin": reported.finding.at.line}},
        }
        for reported in counting(result)
    ]
    return json.dumps(issues, indent=1, ensure_ascii=False) + "\n"
