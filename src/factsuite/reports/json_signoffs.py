"""The sign-offs of a fact as data."""

from typing import Any

from factsuite.verdicts.signing import Signature


def signature_data(each: Signature) -> dict[str, Any]:
    """A sign-off, and what became of it."""
    return {
        "by": each.signoff.by.value,
        "name": each.person.name if each.person is not None else None,
        "on": each.signoff.on,
        "counts": each.may_sign,
        "changed": [{"part": change.part, "message": change.words} for change in each.changes],
        "location": each.signoff.at,
    }
