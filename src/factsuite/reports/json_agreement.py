"""Where the sources of an article agree and disagree, as data."""

from typing import Any

from factsuite.reports.json_places import place_data
from factsuite.verdicts.agreement.agreeing import Agreements
from factsuite.verdicts.agreement.records import Agreement, Report


def agreement_data(agreements: Agreements | None) -> list[dict[str, Any]]:
    """Everything that two or more lines report on."""
    return [_agreement(each) for each in agreements.items] if agreements is not None else []


def _agreement(each: Agreement) -> dict[str, Any]:
    return {
        "topic": each.thing.topic,
        "about": each.thing.about,
        "what": each.thing.name,
        "location": place_data(each.thing.at),
        "agrees": each.agrees,
        "common": each.shared or None,
        "lines": [
            {
                "line": line.line,
                **_report(line.speaks),
                "copies": [_report(copy) for copy in line.reports[1:]],
                "differing_copies": list(dict.fromkeys([copy.source for copy in line.differing])),
            }
            for line in each.lines
        ],
        "clash": each.clash,
        "outliers": each.outliers,
        "set_aside": [
            {**_report(aside.report), "because": aside.report.set_aside, "would_break": aside.breaks}
            for aside in each.asides
        ],
        "asserted": [
            {
                "fact": asserted.claim.fact,
                "text": asserted.claim.text,
                "location": place_data(asserted.claim.at),
                "standing": asserted.standing,
            }
            for asserted in each.asserted
        ],
        "not_compared": [_report(report) for report in each.silent],
    }


def _report(report: Report) -> dict[str, Any]:
    return {"source": report.source, "reported": report.text, "location": place_data(report.at)}
