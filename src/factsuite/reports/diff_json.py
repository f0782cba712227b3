"""The diff as JSON, under `schemas/diff.schema.json`."""

import json
from typing import Any

from factsuite.diffs.changes import GRAVEST_FIRST, Change, Diff
from factsuite.load.locations import Location

FORMAT = "1"


def render_diff_json(diff: Diff) -> str:
    """Every change as data, in the order of the text."""
    data = {
        "format": FORMAT,
        "before": diff.before,
        "now": diff.now,
        "counts": {
            severity.value: sum(change.severity is severity for change in diff.changes) for severity in GRAVEST_FIRST
        },
        "changes": [_change(change) for change in diff.changes],
        "touched": [{"article": article, "fact": fact} for article, fact in sorted(diff.touched)],
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _change(change: Change) -> dict[str, Any]:
    return {
        "rule": change.rule,
        "severity": change.severity.value,
        "article": change.article or None,
        "fact": change.fact,
        "facts": list(change.facts),
        "message": change.message,
        "hint": change.hint,
        "now": _place(change.now),
        "before": _place(change.before),
    }


def _place(at: Location | None) -> dict[str, Any] | None:
    return {"path": str(at.path), "line": at.line, "column": at.column} if at is not None else None
