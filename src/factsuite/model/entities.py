"""People, organisations, places, events and measures: what facts are about."""

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.model.stated import Ref, Refs, Stated
from factsuite.values.dates import DateValue


class Entity(Struct, frozen=True, kw_only=True, gc=False):
    """Anything with an id that facts refer to."""

    id: str
    name: str
    at: Location
    aliases: tuple[str, ...] = ()
    within: tuple[Ref, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


class OfficeEvidence(Struct, frozen=True, kw_only=True, gc=False):
    """What one source says of an office's term."""

    source: Ref
    at: Location
    start: Stated[DateValue] | None = None
    until: Stated[DateValue] | None = None
    held_on: Stated[DateValue] | None = None
    excerpt: str = ""
    locator: str = ""
    set_aside: str = ""


class Office(Struct, frozen=True, kw_only=True, gc=False):
    """An office one person held, and its term."""

    title: str
    at: Location
    aliases: tuple[str, ...] = ()
    start: Stated[DateValue] | None = None
    until: Stated[DateValue] | None = None
    evidence: tuple[OfficeEvidence, ...] = ()

    @property
    def titles(self) -> tuple[str, ...]:
        """Every way of writing the title."""
        return (self.title, *self.aliases)


class Person(Entity, frozen=True, kw_only=True):
    """A person; `within` names the organisations they speak for."""

    offices: tuple[Office, ...] = ()


class Organisation(Entity, frozen=True, kw_only=True):
    """An organisation, state or delegation."""


class Place(Entity, frozen=True, kw_only=True):
    """A place; `within` names the places it lies in."""

    near: tuple[Ref, ...] = ()
    overlaps: tuple[Ref, ...] = ()
    utc_offset: int | None = None
    """Local time there on the days in question, in minutes east of UTC."""


class EventEvidence(Struct, frozen=True, kw_only=True, gc=False):
    """What one source says of an event."""

    source: Ref
    at: Location
    on: Stated[DateValue] | None = None
    who: Refs | None = None
    where: Refs | None = None
    after: Ref | None = None
    before: Ref | None = None
    excerpt: str = ""
    locator: str = ""
    set_aside: str = ""


class Event(Entity, frozen=True, kw_only=True):
    """Something that happened at a time."""

    on: Stated[DateValue] | None = None
    period: bool = False
    """It went on from a start to an end; else it happened at one moment within the bounds of `on`."""
    who: Refs | None = None
    where: Refs | None = None
    evidence: tuple[EventEvidence, ...] = ()


class Measure(Entity, frozen=True, kw_only=True):
    """Something counted or measured, in one unit."""

    unit: str
    nouns: tuple[str, ...] = ()
    """Nouns that count as one unit: soldiers, troops."""
