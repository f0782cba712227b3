"""An office's term against what its sources give."""

from factsuite.model.entities import Office, OfficeEvidence
from factsuite.model.stated import Stated
from factsuite.values.dates import DateValue, compare_dates
from factsuite.values.relation import Relation

Clash = tuple[Stated[DateValue], Stated[DateValue]]
"""What is recorded, and what a source gives instead."""


def contradicts_term(office: Office, item: OfficeEvidence) -> Clash | None:
    """The first bound of a term that a source contradicts."""
    for recorded, given in ((office.start, item.start), (office.until, item.until)):
        if recorded is None or given is None:
            continue
        if compare_dates(given.value, recorded.value) is Relation.CONTRADICTS:
            return recorded, given
    return _outside(office, item)


def supports_term(name: str, recorded: Stated[DateValue], item: OfficeEvidence) -> bool:
    """Whether a source gives the bound of a term as exactly as it is recorded."""
    given = item.start if name == "from" else item.until
    return given is not None and compare_dates(given.value, recorded.value) in (
        Relation.ENTAILS,
        Relation.CONTRADICTS,
    )


def _outside(office: Office, item: OfficeEvidence) -> Clash | None:
    """A day in office that lies before the start or after the end."""
    held = item.held_on
    if held is None:
        return None
    first, last = held.value.earliest, held.value.latest
    start = office.start.value.earliest if office.start is not None else None
    until = office.until.value.latest if office.until is not None else None
    if office.start is not None and start is not None and last is not None and last < start:
        return office.start, held
    if office.until is not None and until is not None and first is not None and first > until:
        return office.until, held
    return None
