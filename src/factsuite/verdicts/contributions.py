"""What one article asserts of things that other articles may assert something of, too: small records, without evidence.

An article contributes them once, whatever else there is; all articles together are reconciled in `reconciling`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.model.dossiers import Dossier
from factsuite.model.entities import Measure
from factsuite.model.facts import Fact, Terms, Verdict
from factsuite.model.kinds import Kind
from factsuite.model.registry import Registry
from factsuite.model.stated import Ref, Refs, Stated
from factsuite.values.dates import DateValue
from factsuite.values.numbers.conversions import conversion
from factsuite.values.numbers.intervals import Interval
from factsuite.values.quantities import Quantity
from factsuite.verdicts.measuring import counts_as
from factsuite.verdicts.titles import folded_title, holds, resolve_title

_FIGURES = (Kind.QUANTITY, Kind.DERIVED)
_DATES = (Kind.DATE, Kind.EVENT)
_PLACES = (Kind.PLACE, Kind.EVENT)
_PLACE, _OFFICE = Kind.PLACE, Kind.OFFICE

Days = tuple[int, int]
"""From the first minute to the last, as `values.dates` counts them."""


class Matter(Enum):
    """What is asserted of a thing."""

    FIGURE = "figure"
    DATE = "date"
    PLACE = "place"
    OFFICE = "office"


@dataclass(frozen=True, slots=True, kw_only=True)
class Somewhere:
    """A place, with what decides whether another place may be the same."""

    id: str
    containers: frozenset[str]
    """What it lies within, itself included."""
    touches: frozenset[str]
    """What these are declared near to, or overlapping."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A title, with every other title its holder may be given on that day."""

    title: str
    also: frozenset[str]


Content = Interval | DateValue | tuple[Somewhere, ...] | Held


class Contribution(Struct, frozen=True, kw_only=True):
    """One assertion of one article."""

    matter: Matter
    thing: str
    """The id of the measure, event, place or person."""
    unit: str
    """Of a figure, the unit its numbers are in; figures in other units are never compared."""
    article: str
    fact: str
    at: Location
    text: str
    """As the fact file writes it."""
    when: Days | None
    """The time it is about: its own `as_of`, or the article's day; None where neither is known."""
    day: str
    """The same in words, or empty."""
    scope: str
    """On whose word the article has it; empty on its own."""
    within: frozenset[str]
    """The scopes it belongs to, its own included."""
    content: Content

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Articles by id, facts in the order of the file."""
        return self.article, self.at.line, self.at.column, self.matter.value


def contributions_of(dossier: Dossier) -> tuple[Contribution, ...]:
    """What an article asserts in its own name. What the desk knows to be wrong is no assertion against others."""
    measures = {fact.id: fact.asserts.measure for fact in dossier.facts}
    return tuple(
        each
        for fact in dossier.facts
        if fact.stated_verdict is Verdict.SUPPORTED and not _is_of_its_parts(fact, measures)
        for each in _of_fact(fact, dossier)
    )


def _is_of_its_parts(fact: Fact, measures: Mapping[str, Ref | None]) -> bool:
    """Whether it is computed from figures of its own measure: the sum of two days is neither day's figure again."""
    own, expression = fact.asserts.measure, fact.asserts.expression
    if own is None or expression is None:
        return False
    parts = (measures.get(name) for name in expression.value.names)
    return any(part is not None and part.value == own.value for part in parts)


def _of_fact(fact: Fact, dossier: Dossier) -> Iterator[Contribution]:
    asserts, registry = fact.asserts, dossier.registry
    if fact.kind in _FIGURES and asserts.measure is not None and asserts.value is not None:
        found = _in_its_unit(asserts.value.value, registry.measure(asserts.measure.value))
        if found is not None:
            unit, numbers = found
            yield _contribution(Matter.FIGURE, asserts.measure.value, asserts.value, numbers, fact, dossier, unit)
    if fact.kind in _DATES and asserts.event is not None and asserts.on is not None:
        yield _contribution(Matter.DATE, asserts.event.value, asserts.on, asserts.on.value, fact, dossier)
    about = asserts.what if fact.kind is _PLACE else asserts.event
    if fact.kind in _PLACES and about is not None and asserts.where is not None:
        places = _places(asserts.where, registry)
        if places and registry.event(about.value) is not None:  # anything else may move
            yield _contribution(Matter.PLACE, about.value, asserts.where, places, fact, dossier)
    if fact.kind is _OFFICE and asserts.person is not None and asserts.office is not None:
        held = _held(asserts.person.value, asserts.office.text, _as_of(asserts, dossier), registry)
        if held is not None:
            yield _contribution(Matter.OFFICE, asserts.person.value, asserts.office, held, fact, dossier)


def _contribution(
    matter: Matter, thing: str, stated: Stated[object], content: Content, fact: Fact, dossier: Dossier, unit: str = ""
) -> Contribution:
    given = fact.asserts.according_to
    scope = given.value if given is not None else ""
    day = _day(fact.asserts, dossier)
    return Contribution(
        matter=matter,
        thing=thing,
        unit=unit,
        article=dossier.id,
        fact=fact.label,
        at=stated.at,
        text=stated.text,
        when=_days(day.value) if day is not None else None,
        day=day.text if day is not None else "",
        scope=scope,
        within=dossier.registry.containers(scope) if scope else frozenset({""}),
        content=content,
    )


def _day(asserts: Terms, dossier: Dossier) -> Stated[DateValue] | None:
    article = dossier.article
    own = (article.reference or article.published) if article is not None else None
    return asserts.as_of or own


def _as_of(asserts: Terms, dossier: Dossier) -> DateValue | None:
    day = _day(asserts, dossier)
    return day.value if day is not None else None


def _days(value: DateValue) -> Days | None:
    """The time a figure is of. *By December* is of the end it names, *since May* of all days until it was written."""
    first = value.earliest
    last = value.latest if value.latest is not None or not value.is_period else value.ends[0].earliest
    if first is None:
        return None if last is None else (last, last)
    return first, first if last is None else last


def _in_its_unit(quantity: Quantity, measure: Measure | None) -> tuple[str, Interval] | None:
    """The numbers in the unit of the measure, or in the figure's own where they do not convert; None: other things."""
    unit = counts_as(quantity, measure)
    numbers = quantity.interval
    if unit is None or numbers.is_empty():
        return None
    home = measure.unit if measure is not None else unit
    if (unit, quantity.per) == (home, ""):
        return home, numbers
    factor = conversion(unit, quantity.per, home, "")
    if factor is None:
        return f"{unit} per {quantity.per}" if quantity.per else unit, numbers
    return home, numbers.scaled(*factor)


def _places(where: Refs, registry: Registry) -> tuple[Somewhere, ...]:
    """The places, each with its surroundings; an id that leads nowhere is no place to compare."""
    return tuple(_somewhere(ref.value, registry) for ref in where.value if ref.value in registry.entities)


def _somewhere(id: str, registry: Registry) -> Somewhere:
    containers = registry.containers(id)
    known = (registry.place(each) for each in sorted(containers))
    touches = (ref.value for place in known if place is not None for ref in (*place.near, *place.overlaps))
    return Somewhere(id=id, containers=containers, touches=frozenset(touches))


def _held(person: str, title: str, as_of: DateValue | None, registry: Registry) -> Held | None:
    """A declared title; a label, or one that nobody declared, says nothing of another."""
    found = resolve_title(title, registry)
    if found.is_label or not found.known:
        return None
    also = {folded_title(each) for _, office in found.offices for each in office.titles}
    holder = registry.person(person)
    if holder is not None and holds(person, title, as_of, registry):
        both = (office for office in holder.offices if holds(person, office.title, as_of, registry))
        also.update(folded_title(each) for office in both for each in office.titles)
    return Held(title=folded_title(title), also=frozenset(also))
