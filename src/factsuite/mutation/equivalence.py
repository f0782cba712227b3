"""Equivalent mutants, by the order of values: what says the same, or no more than what stood there."""

from factsuite.model.facts import Fact
from factsuite.model.kinds import Kind
from factsuite.model.registry import Registry
from factsuite.model.stated import Stated
from factsuite.mutation.changes import Change
from factsuite.mutation.newsroom_copy import Copy
from factsuite.reading.dates import read_dates
from factsuite.reading.quantities import read_quantities
from factsuite.values.dates import Calendar, DateValue, compare_dates, same_date
from factsuite.values.quantities import Quantity, Reach, same_set
from factsuite.values.relation import Relation
from factsuite.values.words import compare_words
from factsuite.verdicts.containment import compare_lists, compare_parties, compare_places
from factsuite.verdicts.measuring import compare_measured
from factsuite.verdicts.titles import same_office

SAME = "says the same"
IMPLIED = "says no more than what stood there"


def same_words(copy: Copy, change: Change) -> bool:
    """Whether a changed text has the same figures and dates as before, written in another way."""
    start = max(0, change.parts[0].start - 60)
    stop = change.parts[-1].end + 60
    before, after = copy.text[start:stop], change.applied(copy.text, start, min(stop, len(copy.text)))
    if not any(each.isdigit() for part in change.parts for each in part.before + part.after):
        return False
    return _without_figures(before, copy.calendar, copy.reach) == _without_figures(
        after, copy.calendar, copy.reach
    ) and _same_figures(before, after, copy.calendar, copy.reach)


def _same_figures(before: str, after: str, calendar: Calendar, reach: Reach) -> bool:
    one, other = read_quantities(before, reach), read_quantities(after, reach)
    days, others = read_dates(before, calendar), read_dates(after, calendar)
    return (
        len(one) == len(other)
        and len(days) == len(others)
        and all(same_set(a.quantity, b.quantity) for a, b in zip(one, other, strict=True))
        and all(same_date(a.value, b.value) for a, b in zip(days, others, strict=True))
    )


def _without_figures(text: str, calendar: Calendar, reach: Reach) -> str:
    spans = [(m.start, m.end) for m in read_quantities(text, reach)] + [
        (m.start, m.end) for m in read_dates(text, calendar)
    ]
    kept, reached = [], 0
    for start, end in sorted(spans):
        kept.append(text[reached:start])
        reached = max(reached, end)
    return " ".join("".join([*kept, text[reached:]]).split())


def implied(before: Fact, after: Fact, registry: Registry) -> bool:
    """Whether what the fact asserted entails what it asserts now, in every field that was changed.

    No evidence for the one could be evidence against the other.
    """
    changed = [name for name, _ in before.asserts.stated() if before.asserts.given(name) != after.asserts.given(name)]
    return bool(changed) and all(_entails(name, before, after, registry) for name in changed)


def _entails(name: str, before: Fact, after: Fact, registry: Registry) -> bool:
    one, other = before.asserts, after.asserts
    if other.given(name) is None:  # a quotation without its speaker says less; anything else told as known says more
        return name == "speaker" and before.kind is Kind.QUOTATION
    if name == "value" and one.value is not None and other.value is not None:
        measure = registry.measure(one.measure.value) if one.measure is not None else None
        return compare_measured(one.value.value, other.value.value, measure) is Relation.ENTAILS
    if name == "on" and one.on is not None and other.on is not None:
        return compare_dates(one.on.value, other.on.value) is Relation.ENTAILS
    if name == "words" and one.words is not None and other.words is not None:
        found = compare_words(one.words.text, other.words.text)
        return found.relation is Relation.ENTAILS and not found.lost
    if name == "office" and one.office is not None and other.office is not None:
        return same_office(one.office.text, other.office.text, registry)
    if name in ("speaker", "according_to"):
        return compare_parties(_id(before, name), _id(after, name), registry) is Relation.ENTAILS
    if name in ("who", "where"):
        compare = compare_parties if name == "who" else compare_places
        return compare_lists(_ids(before, name), _ids(after, name), compare, registry) is Relation.ENTAILS
    return False


def _id(fact: Fact, name: str) -> str:
    stated = fact.asserts.given(name)
    return stated.text if stated is not None else ""


def _ids(fact: Fact, name: str) -> tuple[str, ...]:
    refs = fact.asserts.who if name == "who" else fact.asserts.where
    return tuple(ref.value for ref in refs.value) if refs is not None else ()


def same_value(before: object, after: Stated[object] | None) -> bool:
    """Whether a field's new value allows exactly what the old one did."""
    if after is None:
        return False
    if isinstance(before, Quantity) and isinstance(after.value, Quantity):
        return same_set(before, after.value) and before.noun == after.value.noun
    if isinstance(before, DateValue) and isinstance(after.value, DateValue):
        return same_date(before, after.value)
    return before == after.value
