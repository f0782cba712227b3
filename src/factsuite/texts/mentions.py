"""A quantity or a date of a text, with what it counts: what two texts are compared by."""

from msgspec import Struct

from factsuite.values.dates import DateValue
from factsuite.values.numbers.intervals import same_end
from factsuite.values.quantities import Quantity


class Mention(Struct, frozen=True, kw_only=True):
    """A quantity or a date that stands in a text."""

    start: int
    end: int
    text: str
    kind: str
    """As its reader names it: cardinal, percent, money ...; date, month, year ..."""
    quantity: Quantity | None = None
    printed: Quantity | None = None
    """The same quantity with its number taken at its word: no rounding."""
    date: DateValue | None = None
    is_label: bool = False
    """It is part of a name: *the 2016 Olympics*, *Expo 2020*, *127 Hours*. The passage may well leave it out."""
    parts: tuple["Mention", ...] = ()
    """The dates that a range is made of."""

    is_unclear: bool = False
    """A word beside it bounds it in a way that is not read: *above 25th*. Nothing is made of it."""

    @property
    def counted(self) -> str:
        """The noun phrase counted, if one is sure."""
        return self.quantity.noun if self.quantity is not None else ""

    @property
    def is_hedged(self) -> bool:
        """Whether it allows more than one number or, of a date, is open on a side."""
        printed = self.printed
        if printed is not None:
            return printed.low is None or not same_end(printed.low, printed.high)
        assert self.date is not None
        return self.date.earliest is None or self.date.latest is None
