"""Offices: a title and its declared aliases; near misses are not forgiven."""

from msgspec import Struct

from factsuite.model.entities import Office, Person
from factsuite.model.registry import Registry
from factsuite.model.registry import folded_title as folded_title
from factsuite.values.dates import DateValue, compare_dates
from factsuite.values.relation import CONTRADICTS, ENTAILS, INCOMPARABLE, Relation


class Titled(Struct, frozen=True):
    """What a written title stands for: the offices declared under it, or a label that names none."""

    offices: tuple[tuple[Person, Office], ...]
    is_label: bool

    @property
    def known(self) -> bool:
        """Whether the title is declared at all."""
        return self.is_label or bool(self.offices)


def resolve_title(title: str, registry: Registry) -> Titled:
    """Every office declared under a title."""
    wanted = folded_title(title)
    return Titled(registry.titled.get(wanted, ()), wanted in registry.folded_labels)


def same_office(one: str, other: str, registry: Registry) -> bool:
    """Whether two titles are declared as ways of writing one office."""
    if folded_title(one) == folded_title(other):
        return True
    others = registry.titled.get(folded_title(other), ())
    return any(mine is office for _, mine in registry.titled.get(folded_title(one), ()) for _, office in others)


def compare_offices(reported: str, asserted: str, person: str, as_of: DateValue | None, registry: Registry) -> Relation:
    """Another declared office contradicts, unless the person held both; a label or an unknown title says nothing."""
    if same_office(reported, asserted, registry):
        return ENTAILS
    left, right = resolve_title(reported, registry), resolve_title(asserted, registry)
    if left.is_label or right.is_label or not left.known or not right.known:
        return INCOMPARABLE
    if holds(person, reported, as_of, registry) and holds(person, asserted, as_of, registry):
        return INCOMPARABLE
    return CONTRADICTS


def holds(person: str, title: str, as_of: DateValue | None, registry: Registry) -> bool:
    """Whether the record shows the person in this office on that day."""
    found = registry.person(person)
    offices = found.offices if found is not None else ()
    return any(
        same_office(title, office.title, registry) and within_term(office, as_of) is not CONTRADICTS
        for office in offices
    )


def within_term(office: Office, as_of: DateValue | None) -> Relation:
    """Whether a day lies within an office's term; an end that is not known excludes nothing."""
    if as_of is None:
        return INCOMPARABLE
    for bound, is_start in ((office.start, True), (office.until, False)):
        if bound is None:
            continue
        limit = bound.value.earliest if is_start else bound.value.latest
        day = as_of.latest if is_start else as_of.earliest
        if limit is not None and day is not None and (day < limit if is_start else day > limit):
            return CONTRADICTS
    return ENTAILS


def held_on(reported: DateValue, as_of: DateValue | None) -> Relation:
    """A source that shows someone in office on one day says nothing of another day."""
    if as_of is None:
        return ENTAILS
    relation = compare_dates(reported, as_of)
    return relation if relation is ENTAILS else INCOMPARABLE
