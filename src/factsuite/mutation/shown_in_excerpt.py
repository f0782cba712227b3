"""Whether an excerpt shows what its entry is recorded to report, so that a slip in either can be seen."""

from factsuite.model.facts import Evidence
from factsuite.model.registry import Registry
from factsuite.reading.dates import read_dates
from factsuite.reading.names import find_names
from factsuite.reading.quantities import read_quantities
from factsuite.values.dates import Calendar, compare_dates
from factsuite.values.quantities import Reach, same_set
from factsuite.values.relation import Relation
from factsuite.verdicts.titles import folded_title


def shows(entry: Evidence, name: str, registry: Registry, calendar: Calendar, reach: Reach) -> bool:
    """Whether a field of `reports` can be read in the entry's own excerpt; never for a translation."""
    if entry.excerpt is None or entry.reports is None or entry.translated_from:
        return False
    text, reports = entry.excerpt.text, entry.reports
    if name == "value" and reports.value is not None:
        value = reports.value.value
        return any(same_set(mention.quantity, value) for mention in read_quantities(text, reach))
    if name == "on" and reports.on is not None:
        day = reports.on.value
        return any(compare_dates(mention.value, day) is Relation.ENTAILS for mention in read_dates(text, calendar))
    if name == "where" and reports.where is not None:
        named = {mention.id for mention in find_names(text, registry.place_names)}
        return any(ref.value in named for ref in reports.where.value)
    if name == "office" and reports.office is not None:
        return folded_title(reports.office.text) in folded_title(text)
    return False
