"""One class per kind of fact, with its main field at hand, so that a rule can ask for the kind it is about."""

from typing import ClassVar

from factsuite.model.facts import Fact
from factsuite.model.kinds import Kind
from factsuite.model.stated import Ref, Refs, Stated
from factsuite.values.dates import DateValue
from factsuite.values.quantities import Quantity


class QuantityFact(Fact, frozen=True, kw_only=True):
    """A number or amount."""

    kind: ClassVar[Kind] = Kind.QUANTITY

    @property
    def value(self) -> Stated[Quantity]:
        """The quantity asserted."""
        assert self.asserts.value is not None
        return self.asserts.value


class DateFact(Fact, frozen=True, kw_only=True):
    """When something happened."""

    kind: ClassVar[Kind] = Kind.DATE

    @property
    def on(self) -> Stated[DateValue]:
        """The date asserted."""
        assert self.asserts.on is not None
        return self.asserts.on


class Order(Fact, frozen=True, kw_only=True):
    """What came before what."""

    kind: ClassVar[Kind] = Kind.ORDER

    @property
    def earlier(self) -> Ref:
        """The event said to come first."""
        assert self.asserts.earlier is not None
        return self.asserts.earlier

    @property
    def later(self) -> Ref:
        """The event said to come after it."""
        assert self.asserts.later is not None
        return self.asserts.later


class Quotation(Fact, frozen=True, kw_only=True):
    """Words inside quotation marks."""

    kind: ClassVar[Kind] = Kind.QUOTATION

    @property
    def words(self) -> Stated[str]:
        """The words inside the marks."""
        assert self.asserts.words is not None
        return self.asserts.words


class StatementFact(Fact, frozen=True, kw_only=True):
    """What somebody said, in the article's words."""

    kind: ClassVar[Kind] = Kind.STATEMENT


class OfficeFact(Fact, frozen=True, kw_only=True):
    """The office a person held."""

    kind: ClassVar[Kind] = Kind.OFFICE

    @property
    def person(self) -> Ref:
        """Who is said to hold it."""
        assert self.asserts.person is not None
        return self.asserts.person

    @property
    def office(self) -> Stated[str]:
        """The title asserted."""
        assert self.asserts.office is not None
        return self.asserts.office


class PlaceFact(Fact, frozen=True, kw_only=True):
    """Where something is or happened."""

    kind: ClassVar[Kind] = Kind.PLACE

    @property
    def where(self) -> Refs:
        """The places asserted."""
        assert self.asserts.where is not None
        return self.asserts.where


class EventFact(Fact, frozen=True, kw_only=True):
    """Who took part in an event, where or when."""

    kind: ClassVar[Kind] = Kind.EVENT


class Derived(Fact, frozen=True, kw_only=True):
    """A value computed from other facts."""

    kind: ClassVar[Kind] = Kind.DERIVED

    @property
    def value(self) -> Stated[Quantity]:
        """The quantity asserted."""
        assert self.asserts.value is not None
        return self.asserts.value


FACT_CLASSES: dict[Kind, type[Fact]] = {
    cls.kind: cls
    for cls in (
        QuantityFact,
        DateFact,
        Order,
        Quotation,
        StatementFact,
        OfficeFact,
        PlaceFact,
        EventFact,
        Derived,
    )
}
