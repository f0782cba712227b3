"""Two runs compared, as JSON, under `schemas/run-changes.schema.json`."""

import json
from typing import Any

from factsuite.runs.comparing import RunChanges
from factsuite.runs.stored import StoredFact, StoredFinding

FORMAT = "1"


def render_run_changes_json(changes: RunChanges) -> str:
    """Every change as data."""
    data = {
        "format": FORMAT,
        "worse": changes.is_worse,
        "counts": {
            "new": len(changes.found_new),
            "fixed": len(changes.fixed),
            "changed": len(changes.changed),
            "unchanged": len(changes.unchanged),
            "moved": sum(old.place != new.place for old, new in changes.unchanged),
        },
        "findings": {
            "new": [_finding(found) for found in changes.found_new],
            "fixed": [_finding(found) for found in changes.fixed],
            "changed": [{"old": _finding(old), "new": _finding(new)} for old, new in changes.changed],
        },
        "facts": {
            "failing_now": [_fact(fact) for fact in changes.failing_now],
            "added": [_fact(fact) for fact in changes.facts_added],
            "removed": [_fact(fact) for fact in changes.facts_removed],
            "changed": [{"old": _fact(old), "new": _fact(new)} for old, new in changes.verdicts],
            "renamed": [{"article": new.article, "old": old.id, "new": new.id} for old, new in changes.renamed],
        },
        "articles_moved": [{"old": old, "new": new} for old, new in changes.articles_moved],
        "settings": [{"name": name, "old": old, "new": new} for name, old, new in changes.settings],
        "as_of": {"old": changes.old.as_of or None, "new": changes.new.as_of or None},
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _fact(fact: StoredFact) -> dict[str, Any]:
    return {
        "article": fact.article,
        "id": fact.id,
        "claim": fact.claim,
        "verdict": fact.verdict,
        "outcome": fact.outcome,
        "place": fact.place,
    }


def _finding(found: StoredFinding) -> dict[str, Any]:
    return {
        "rule": found.rule,
        "severity": found.severity,
        "standing": found.standing,
        "message": found.message,
        "article": found.article,
        "fact": found.fact,
        "place": found.place,
    }
