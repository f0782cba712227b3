"""Entries that entities.yaml implies: what is used as evidence has evidence, and it counts like any other.

An event's date, place and people and an office's term name the sources that give them. A fact about the
event or the office is judged on these too, so that a date is recorded once.
"""

from collections.abc import Collection, Iterable, Iterator

from factsuite.model.entities import Event, EventEvidence, OfficeEvidence
from factsuite.model.fact_kinds import OfficeFact, Order
from factsuite.model.facts import Fact, Terms
from factsuite.model.kinds import ON_EVENTS, Kind
from factsuite.model.stated import Ref
from factsuite.values.dates import DateValue, compare_order
from factsuite.values.relation import CONTRADICTS, ENTAILS, INCOMPARABLE
from factsuite.verdicts.comparisons import Comparison, combined
from factsuite.verdicts.entries import JudgedEntry, Origin, comes_from_article, standing_of
from factsuite.verdicts.fields import compare_fields
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.titles import held_on, same_office, within_term

_ORIGIN = Origin.ENTITY


def recorded_entries(fact: Fact, grounds: Grounds) -> Iterable[JudgedEntry]:
    """Entries from entities.yaml; a source already cited by the fact itself is not counted again."""
    if isinstance(fact, Order):
        return _order_entries(fact, _cited(fact), grounds)
    if isinstance(fact, OfficeFact):
        return _office_entries(fact, _cited(fact), grounds)
    return _event_entries(fact, _cited(fact), grounds) if fact.kind in ON_EVENTS else ()


def _cited(fact: Fact) -> set[str]:
    return {entry.source.value for entry in fact.evidence}


def _event_entries(fact: Fact, cited: Collection[str], grounds: Grounds) -> Iterator[JudgedEntry]:
    ref = fact.asserts.what if fact.kind is Kind.PLACE else fact.asserts.event
    event = grounds.registry.event(ref.value) if ref is not None else None
    for item in event.evidence if event is not None else ():
        if item.source.value in cited:
            continue
        reported = Terms(at=item.at, on=item.on, who=item.who, where=item.where)
        yield from _entry(item, compare_fields(fact.fields.main, reported, fact.asserts, grounds), grounds)


def _office_entries(fact: OfficeFact, cited: Collection[str], grounds: Grounds) -> Iterator[JudgedEntry]:
    person = grounds.registry.person(fact.person.value)
    as_of = fact.asserts.as_of.value if fact.asserts.as_of is not None else None
    for office in person.offices if person is not None else ():
        if not same_office(fact.office.text, office.title, grounds.registry):
            continue
        for item in office.evidence:
            if item.source.value in cited:
                continue
            if item.held_on is not None:
                relation, said = held_on(item.held_on.value, as_of), f"{office.title} on {item.held_on.text}"
            else:
                relation, said = within_term(office, as_of), f"{office.title}, {_term(item)}"
            comparison = Comparison(field="office", relation=relation, reported=said, asserted=fact.office.text)
            yield from _entry(item, [comparison], grounds)


def _order_entries(fact: Order, cited: Collection[str], grounds: Grounds) -> Iterator[JudgedEntry]:
    """Two events compared through their dates, and through any order a source reports."""
    earlier, later = grounds.registry.event(fact.earlier.value), grounds.registry.event(fact.later.value)
    if earlier is None or later is None:
        return
    for item in earlier.evidence:
        if item.source.value not in cited:
            said = list(_said(fact, item.before, item.after, later))
            dated = _dated(item, earlier, later, True, grounds)
            yield from _entry(item, [*said, *dated], grounds, "" if said else "earlier")
    for item in later.evidence:
        if item.source.value not in cited:
            said = list(_said(fact, item.after, item.before, earlier))
            dated = _dated(item, later, earlier, False, grounds)
            yield from _entry(item, [*said, *dated], grounds, "" if said else "later")


def _said(fact: Order, agrees: Ref | None, differs: Ref | None, other: Event) -> Iterator[Comparison]:
    for ref, relation in ((agrees, ENTAILS), (differs, CONTRADICTS)):
        if ref is not None and ref.value == other.id:
            first, second = fact.earlier.text, fact.later.text
            said = f"{first} before {second}" if relation is ENTAILS else f"{second} before {first}"
            yield Comparison(field="order", relation=relation, reported=said, asserted=f"{first} before {second}")


def _dated(item: EventEvidence, event: Event, other: Event, is_earlier: bool, grounds: Grounds) -> Iterator[Comparison]:
    if item.on is None or other.on is None:
        return
    mine = grounds.local(item.on.value, event)
    reported_by_same = [
        e.on for e in other.evidence if e.source.value == item.source.value and e.on and not e.set_aside
    ]
    on = reported_by_same[0] if reported_by_same else other.on
    theirs: DateValue = grounds.local(on.value, other)
    relation = compare_order(mine, theirs) if is_earlier else compare_order(theirs, mine)
    first, second = (item.on.text, on.text) if is_earlier else (on.text, item.on.text)
    names = (event.name, other.name) if is_earlier else (other.name, event.name)
    yield Comparison(
        field="order",
        relation=relation,
        reported=f"{names[0]}: {first}; {names[1]}: {second}",
        asserted=f"{names[0]} before {names[1]}",
    )


def _entry(
    item: EventEvidence | OfficeEvidence, comparisons: list[Comparison], grounds: Grounds, dates_only: str = ""
) -> Iterator[JudgedEntry]:
    """One entry, if it says anything. `dates_only`: of an order, the event whose date alone the source gives."""
    relation = combined(comparisons)
    if relation is not INCOMPARABLE:
        source = item.source.value
        yield JudgedEntry(
            source=source,
            at=item.at,
            origin=_ORIGIN,
            comparisons=tuple(comparisons),
            relation=relation,
            set_aside=item.set_aside,
            from_article=comes_from_article(source, grounds),
            dates_only=dates_only,
            excerpt=item.excerpt,
            locator=item.locator,
            exhibit=standing_of(item.excerpt, item.locator, source, grounds),
        )


def _term(item: OfficeEvidence) -> str:
    start = f"from {item.start.text}" if item.start is not None else ""
    until = f"until {item.until.text}" if item.until is not None else ""
    return " ".join(part for part in (start, until) if part) or "no date"
