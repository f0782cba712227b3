"""What one article asserts of things that other articles may assert something of, too: small records, without evidence.

An article contributes them once, whatever else there is; all articles together are reconciled in `reconciling`.
"""

from collections.abc import Iterable, Mapping
from enum import Enum

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.model.dossiers import Dossier
from factsuite.model.entities import Measure
from factsuite.model.facts import Fact, Verdict
from factsuite.model.kinds import ON_EVENTS, Kind
from factsuite.model.registry import Registry
from factsuite.model.stated import Ref, Refs, Stated
from factsuite.values.dates import DateValue
from factsuite.values.numbers.conversions import conversion
from factsuite.values.numbers.intervals import Interval
from factsuite.values.quantities import Quantity
from factsuite.verdicts.measuring import counts_as
from factsuite.verdicts.titles import folded_title, holds, resolve_title

_FIGURES = (Kind.QUANTITY, Kind.DERIVED)
_DATE, _PLACE, _OFFICE = Kind.DATE, Kind.PLACE, Kind.OFFICE
_SUPPORTED = Verdict.SUPPORTED
_ON_ITS_OWN_WORD = frozenset({""})

Days = tuple[int, int]
"""From the first minute to the last, as `values.dates` counts them."""


class Matter(Enum):
    """What is asserted of a thing."""

    FIGURE = "figure"
    DATE = "date"
    PLACE = "place"
    OFFICE = "office"

    __hash__ = object.__hash__  # the one of Enum is Python code


class Somewhere(Struct, frozen=True, kw_only=True):
    """A place, with what decides whether another place may be the same."""

    id: str
    containers: frozenset[str]
    """What it lies within, itself included."""
    touches: frozenset[str]
    """What these are declared near to, or overlapping."""


class Held(Struct, frozen=True, kw_only=True):
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
    asserting = _Asserting(dossier)
    found: list[Contribution] = []
    for fact in dossier.facts:
        if fact.verdict is not None and fact.verdict.value is not _SUPPORTED:
            continue
        asserted = None
        if fact.kind in _FIGURES:
            asserted = asserting.figure(fact)
        elif fact.kind in ON_EVENTS:
            found += asserting.on_event(fact)
        elif fact.kind is _OFFICE:
            asserted = asserting.office(fact)
        if asserted is not None:
            found.append(asserted)
    return tuple(found)


class _Asserting:
    """What the facts of one article assert, on its day where they name no other."""

    def __init__(self, dossier: Dossier) -> None:
        article = dossier.article
        self._dossier = dossier
        self._registry = dossier.registry
        self._day = (article.reference or article.published) if article is not None else None
        self._days = _days(self._day.value) if self._day is not None else None

    def figure(self, fact: Fact) -> Contribution | None:
        measure, value = fact.asserts.measure, fact.asserts.value
        if measure is None or value is None or _is_of_its_parts(fact, measure, self._dossier.by_id):
            return None
        found = _in_its_unit(value.value, self._registry.measure(measure.value))
        if found is None:
            return None
        unit, numbers = found
        return self._made(Matter.FIGURE, measure.value, value, numbers, fact, unit)

    def on_event(self, fact: Fact) -> Iterable[Contribution]:
        """When and where; only an event keeps its place, and anything else may move."""
        asserts, found = fact.asserts, []
        if fact.kind is not _PLACE and asserts.event is not None and asserts.on is not None:
            found.append(self._made(Matter.DATE, asserts.event.value, asserts.on, asserts.on.value, fact))
        about = asserts.what if fact.kind is _PLACE else asserts.event
        if fact.kind is not _DATE and about is not None and asserts.where is not None:
            places = _places(asserts.where, self._registry)
            if places and self._registry.event(about.value) is not None:
                found.append(self._made(Matter.PLACE, about.value, asserts.where, places, fact))
        return found

    def office(self, fact: Fact) -> Contribution | None:
        person, office, day = fact.asserts.person, fact.asserts.office, fact.asserts.as_of or self._day
        if person is None or office is None:
            return None
        held = _held(person.value, office.text, day.value if day is not None else None, self._registry)
        return self._made(Matter.OFFICE, person.value, office, held, fact) if held is not None else None

    def _made(
        self, matter: Matter, thing: str, stated: Stated[object], content: Content, fact: Fact, unit: str = ""
    ) -> Contribution:
        given, as_of = fact.asserts.according_to, fact.asserts.as_of
        day = as_of or self._day
        scope = given.value if given is not None else ""
        return Contribution(
            matter=matter,
            thing=thing,
            unit=unit,
            article=self._dossier.id,
            fact=fact.label,
            at=stated.at,
            text=stated.text,
            when=_days(as_of.value) if as_of is not None else self._days,
            day=day.text if day is not None else "",
            scope=scope,
            within=self._registry.containers(scope) if scope else _ON_ITS_OWN_WORD,
            content=content,
        )


def _is_of_its_parts(fact: Fact, measure: Ref, facts: Mapping[str, Fact]) -> bool:
    """Whether it is computed from figures of its own measure: the sum of two days is neither day's figure again."""
    expression = fact.asserts.expression
    if expression is None:
        return False
    parts = [facts[name].asserts.measure for name in expression.value.names if name in facts]
    return any(part is not None and part.value == measure.value for part in parts)


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
    if unit == home and not quantity.per:
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
