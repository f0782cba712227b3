"""What the values of one thing allow: the sets they stand for, and which of them are opposed."""

from collections.abc import Sequence
from typing import Any

from factsuite.model.entities import Measure
from factsuite.model.registry import Registry
from factsuite.values.dates import DateValue
from factsuite.values.numbers.conversions import conversion
from factsuite.values.quantities import Quantity, describe_numbers
from factsuite.values.relation import ENTAILS, Relation
from factsuite.values.words import compare_words
from factsuite.verdicts.agreement.meeting import Meeting, OnLines, TwoByTwo
from factsuite.verdicts.agreement.periods import describe_lines, lines_of
from factsuite.verdicts.agreement.ranges import Ranges
from factsuite.verdicts.agreement.records import Term, Thing, Topic
from factsuite.verdicts.containment import compare_lists, compare_parties, compare_places
from factsuite.verdicts.measuring import counts_as
from factsuite.verdicts.titles import compare_offices, folded_title, resolve_title, same_office

_FIGURE, _DATE, _PEOPLE, _TITLE = Topic.FIGURE, Topic.DATE, Topic.PEOPLE, Topic.TITLE
_TERM, _WORDS = Topic.TERM, Topic.WORDS


def settle(thing: Thing, registry: Registry) -> Meeting:
    """The values of a thing, reports first, ready to be compared."""
    said: list[Any] = [report.said for report in thing.reports]  # of the one sort that its topic has
    for claim in thing.claims:
        said.append(claim.said)
    topic = thing.topic
    if topic is _FIGURE:
        return _figures(said, len(thing.reports), registry.measure(thing.about))
    if topic is _WORDS:
        return _quotations(said)
    if topic is _DATE or topic is _TERM:
        event = registry.event(thing.about) if topic is _DATE else None
        return _dates(said, is_period=topic is _TERM or (event is not None and event.period))
    if topic is _TITLE:
        return _titles(said, thing, registry)
    return _people(said, registry) if topic is _PEOPLE else _places(said, registry)


def _figures(figures: Sequence[Quantity], reports: int, measure: Measure | None) -> Meeting:
    """In the unit of what is asserted, or of the first report; what does not convert to it counts something else."""
    target = ("", "")
    for each in (*figures[reports:], *figures):
        unit = counts_as(each, measure)
        if unit is not None:
            target = (unit, each.per)
            break
    sets: dict[int, tuple[Ranges, ...] | None] = {}  # one figure in one print is one object, and one set
    values = []
    for each in figures:
        if id(each) not in sets:
            sets[id(each)] = _in_unit(each, counts_as(each, measure), target)
        values.append(sets[id(each)])
    return OnLines(tuple(values), lambda lines: _figure_words(lines[0], target, measure))


def _in_unit(quantity: Quantity, unit: str | None, target: tuple[str, str]) -> tuple[Ranges, ...] | None:
    """The numbers a figure allows, in the unit all are compared in; None where it counts something else."""
    interval = quantity.interval
    if unit is None or interval.is_empty():
        return None
    if (unit, quantity.per) == target:
        return ((interval,),)
    factor = conversion(unit, quantity.per, *target)
    return None if factor is None else ((interval.scaled(*factor),),)


def _figure_words(ranges: Ranges, target: tuple[str, str], measure: Measure | None) -> str:
    """*at least 3,000 soldiers*: a thing counted under the first of its nouns, a quantity in its unit."""
    unit, per = target
    noun = f" {measure.nouns[0]}" if measure is not None and unit == measure.unit and measure.nouns else ""
    return " or ".join([describe_numbers(each, "" if noun else unit, per) + noun for each in ranges])


def _dates(dates: Sequence[DateValue | Term], *, is_period: bool) -> Meeting:
    return OnLines(tuple(lines_of(dates, is_period=is_period)), describe_lines)


def _places(lists: Sequence[tuple[str, ...]], registry: Registry) -> Meeting:
    keys = _list_keys(lists)
    return TwoByTwo(
        keys=keys,
        said=keys,
        relate=lambda one, other: compare_lists(lists[one], lists[other], compare_places, registry),
        name_shared=lambda members: _shared_names([lists[member] for member in members], registry),
    )


def _people(lists: Sequence[tuple[str, ...]], registry: Registry) -> Meeting:
    """Lists of people are seldom whole: two are opposed only where nobody on them belongs to one body."""
    keys, bodies = _list_keys(lists), {ids: _bodies(ids, registry) for ids in set(lists)}
    return TwoByTwo(
        keys=keys,
        said=keys,
        relate=lambda one, other: compare_lists(lists[one], lists[other], compare_parties, registry),
        name_shared=lambda members: _shared_names([lists[member] for member in members], registry),
        opposed=lambda one, other: bodies[lists[one]].isdisjoint(bodies[lists[other]]),
    )


def _titles(titles: Sequence[str], thing: Thing, registry: Registry) -> Meeting:
    known: dict[str, str] = {}
    for title in titles:
        if title not in known:
            found = resolve_title(title, registry)
            known[title] = folded_title(title) if found.offices and not found.is_label else ""

    def shared(members: Sequence[int]) -> str:
        first, *others = (titles[member] for member in members)
        return first if all(same_office(first, other, registry) for other in others) else ""

    keys = tuple([known[title] for title in titles])
    return TwoByTwo(
        keys=keys,
        said=keys,
        relate=lambda one, other: compare_offices(titles[one], titles[other], thing.about, thing.as_of, registry),
        name_shared=shared,
    )


def _quotations(texts: Sequence[str]) -> Meeting:
    keys = tuple([folded_title(text).rstrip(".,") for text in texts])

    def relate(one: int, other: int) -> Relation:
        return compare_words(texts[one], texts[other]).relation

    def shared(members: Sequence[int]) -> str:
        shortest = min(members, key=lambda member: (len(texts[member]), member))
        for member in members:
            if keys[member] != keys[shortest] and relate(member, shortest) is not ENTAILS:
                return ""
        return texts[shortest]

    return TwoByTwo(keys=keys, said=texts, relate=relate, name_shared=shared)


def _list_keys(lists: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple([" ".join(sorted(ids)) for ids in lists])


def _bodies(ids: Sequence[str], registry: Registry) -> frozenset[str]:
    return frozenset(body for id in ids for body in registry.containers(id))


def _shared_names(lists: Sequence[tuple[str, ...]], registry: Registry) -> str:
    """The narrowest places or bodies that every list lies in, by name."""
    shared = frozenset.intersection(*(_bodies(ids, registry) for ids in lists))
    outer = {id for inner in shared for id in registry.containers(inner) if id != inner}
    names = [registry.entities[id].name if id in registry.entities else id for id in sorted(shared - outer)]
    return ", ".join(names)
