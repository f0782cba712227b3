"""The nine kinds of fact and their risk, and which of their fields say what is talked about."""

from enum import Enum

from msgspec import Struct


class Kind(Enum):
    """What sort of assertion a fact is."""

    QUANTITY = "quantity"
    DATE = "date"
    ORDER = "order"
    QUOTATION = "quotation"
    STATEMENT = "statement"
    OFFICE = "office"
    PLACE = "place"
    EVENT = "event"
    DERIVED = "derived"

    __hash__ = object.__hash__  # the one of Enum is Python code, and the fields of a fact are looked up by its kind


ON_EVENTS = frozenset((Kind.DATE, Kind.PLACE, Kind.EVENT))
"""The kinds that are about an event of entities.yaml, whose evidence counts for them too."""


class Risk(Enum):
    """What a mistake in a fact would do, in an editor's word."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class Fields(Struct, frozen=True, kw_only=True):
    """The fields of one kind.

    `scope` says what is talked about: a report outside it is about something else. A `main` field must be
    reported or judged, or an entry does not bear on the fact. On `other` claims a source may be silent.
    """

    scope: tuple[str, ...] = ()
    main: tuple[str, ...] = ()
    other: tuple[str, ...] = ()

    @property
    def claimed(self) -> tuple[str, ...]:
        """The fields that say something: main and other."""
        return (*self.main, *self.other)


FIELDS = {
    Kind.QUANTITY: Fields(scope=("measure", "as_of", "according_to"), main=("value",)),
    Kind.DATE: Fields(scope=("event", "according_to"), main=("on",)),
    Kind.ORDER: Fields(main=("order",), other=("link",)),
    Kind.QUOTATION: Fields(scope=("according_to",), main=("words",), other=("speaker", "on", "at", "to")),
    Kind.STATEMENT: Fields(scope=("according_to",), main=("that",), other=("speaker", "act", "to", "on", "at")),
    Kind.OFFICE: Fields(scope=("person", "as_of"), main=("office",)),
    Kind.PLACE: Fields(scope=("what",), main=("where",)),
    Kind.EVENT: Fields(scope=("event", "according_to"), main=("who", "where", "on")),
    Kind.DERIVED: Fields(scope=("measure", "as_of"), main=("value",)),
}
"""Of an event any of the main fields will do; of an order, earlier and later are one field."""
