"""How the waivers and the baseline stand to what was found: what the rules about them look at."""

from msgspec import Struct

from factsuite.model.as_of import AsOf
from factsuite.model.baseline import OldDefect
from factsuite.model.waivers import Waiver


class Unknown(Struct, frozen=True, kw_only=True):
    """A name in a waiver that leads nowhere."""

    sort: str
    """`rule`, `article` or `fact`."""
    name: str
    hint: str


class WaiverStanding(Struct, frozen=True, kw_only=True):
    """One waiver after a run."""

    waiver: Waiver
    used: int
    """How many findings it is about, whether it is still in force or not."""
    today: AsOf | None
    unknown: Unknown | None = None

    @property
    def days_left(self) -> int | None:
        """How many days it holds after today: 0 on its last day, less than 0 once it has expired."""
        return self.waiver.until.number - self.today.number if self.today is not None else None

    @property
    def expired(self) -> bool:
        """Whether its last day is over; never where nobody says what day it is."""
        left = self.days_left
        return left is not None and left < 0


class BaselineStanding(Struct, frozen=True, kw_only=True):
    """The baseline after a run."""

    size: int
    stale: tuple[OldDefect, ...]
    """Entries that are not found any more, in the order of the file."""
