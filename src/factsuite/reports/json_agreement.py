"""Where the sources of an article agree and disagree, as plain data."""

from typing import Any

from factsuite.load.locations import Location
from factsuite.verdicts.agreement.agreeing import Agreements
from factsuite.verdicts.agreement.records import Agreement, Report


def agreement_data(agreements: Agreements | None) -> list[dict[str, Any]]:
    """Everything that two or more lines report on."""
    return [_agreement(each) for each in agreements.items] if agreements is not None else []


def _agreement(each: Agreement) -> dict[str, Any]:
    return {
        "topic": each.thing.topic.value,
        "about": each.thing.about,
        "what": each.thing.name,
        "location": _place(each.thing.at),
        "agrees": each.agrees,
        "common": each.shared or None,
        "lines": [
            {
                "line": line.line,
                **_report(line.speaks),
                "copies": [_report(copy) for copy in line.reports[1:]],
                "differing_copies": list(dict.fromkeys(copy.source for copy in line.differing)),
            }
            for line in each.lines
        ],
        "clash": list(each.clash),
        "outliers": [list(lines) for lines in each.outliers],
        "set_aside": [
            {**_report(aside.report), "because": aside.report.set_aside, "would_break": aside.breaks}
            for aside in each.asides
        ],
        "asserted": [
            {
                "fact": asserted.claim.fact,
                "text": asserted.claim.text,
                "location": _place(asserted.claim.at),
                "standing": asserted.standing.value if asserted.standing is not None else None,
            }
            for asserted in each.asserted
        ],
        "not_compared": [_report(report) for report in each.silent],
    }


def _report(report: Report) -> dict[str, Any]:
    return {"source": report.source, "reported": report.text, "location": _place(report.at)}


def _place(at: Location) -> dict[str, Any]:
    return {"path": str(at.path), "line": at.line, "column": at.column}
