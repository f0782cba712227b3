"""The sign-offs of a fact as data."""

from typing import Any

from factsuite.reports.json_places import place_data
from factsuite.verdicts.signing import FactSigning, Signature, Signed


def signing_data(signing: FactSigning | None) -> dict[str, Any]:
    """How a fact stands to those who sign; a defective one is unsigned."""
    return {
        "signed": signing.state if signing is not None else Signed.UNSIGNED,
        "signoffs_required": signing.asked.people if signing is not None else 0,
        "signoffs": [_signature(each) for each in signing.signatures] if signing is not None else [],
    }


def _signature(each: Signature) -> dict[str, Any]:
    return {
        "by": each.signoff.by.value,
        "name": each.person.name if each.person is not None else None,
        "on": each.signoff.on,
        "counts": each.may_sign,
        "changed": [{"part": change.part, "message": change.words} for change in each.changes],
        "location": place_data(each.signoff.at),
    }
