"""What several lines report of one thing: the records an agreement consists of."""

from enum import Enum

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.values.dates import DateValue
from factsuite.values.quantities import Quantity


class Topic(Enum):
    """What of a thing is reported."""

    FIGURE = "figure"
    DATE = "date"
    PLACE = "place"
    PEOPLE = "people"
    TITLE = "title"
    """The office a person held on a day."""
    TERM = "term"
    """From when to when a person held one office."""
    WORDS = "words"

    __hash__ = object.__hash__  # the one of Enum is Python code


class Standing(Enum):
    """How what the article asserts stands to what all lines have in common. It says nothing of how much they support:
    a value more exact than its sources lies inside what they say.
    """

    INSIDE = "inside"
    """The asserted value contains what all lines have in common, or lies within it."""
    PARTLY = "partly"
    OUTSIDE = "outside"


class Term(Struct, frozen=True, kw_only=True):
    """What a source says of a term of office: its bounds, or a day in it."""

    start: DateValue | None = None
    until: DateValue | None = None
    held_on: DateValue | None = None


Said = Quantity | DateValue | Term | tuple[str, ...] | str
"""A figure, a date, a term, ids of places or people, or words: a title or a quotation."""


class Report(Struct, frozen=True):
    """What one source reports of one thing."""

    source: str
    text: str
    """As the files write it."""
    said: Said
    at: Location
    set_aside: str = ""
    """Why it does not count, if it does not."""


class Claim(Struct, frozen=True):
    """What a fact of the article asserts of a thing, or entities.yaml records of it."""

    text: str
    said: Said
    at: Location
    fact: str | None
    """The label of the fact; None for the record in entities.yaml."""


class Thing(Struct, frozen=True, kw_only=True):
    """One thing reported on, with every report of it and everything asserted of it."""

    topic: Topic
    about: str
    """The id of the measure, event, person or place; of words, the id of the speaker, or empty."""
    name: str
    """In words, for a reader."""
    at: Location
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    as_of: DateValue | None = None
    """The day a title is asserted for."""


class Told(Struct, frozen=True):
    """What one independent line tells of a thing."""

    line: str
    """The text the line goes back to."""
    reports: tuple[Report, ...]
    """The report nearest the origin speaks for the line; its copies follow."""
    differing: tuple[Report, ...] = ()
    """Copies that cannot be right together with the one that speaks."""

    @property
    def speaks(self) -> Report:
        """The report that counts."""
        return self.reports[0]


class Aside(Struct, frozen=True, kw_only=True):
    """A report that was set aside, and whether the agreement would break if it counted."""

    report: Report
    breaks: bool


class Asserted(Struct, frozen=True):
    """What is asserted, against what all lines have in common; no standing where they have nothing in common."""

    claim: Claim
    standing: Standing | None


class Agreement(Struct, frozen=True, kw_only=True):
    """One thing several lines report on: whether they can all be right, and what follows."""

    thing: Thing
    lines: tuple[Told, ...]
    """Those that count, in order of first appearance."""
    shared: str
    """What all lines have in common, in words; empty where nothing can be named."""
    clash: tuple[str, ...]
    """The fewest lines that cannot all be right; empty if all can."""
    outliers: tuple[tuple[str, ...], ...]
    """The fewest lines without which the rest can all be right; several such sets are a tie."""
    asides: tuple[Aside, ...]
    asserted: tuple[Asserted, ...]
    left_open: bool
    """Whether something is asserted that leaves room for what every line says."""
    divided: bool
    """Whether one line says all that is asserted and another cannot be right together with it."""
    silent: tuple[Report, ...]
    """Reports that cannot be compared with the others: they count something else, or give a title nobody declared."""

    @property
    def agrees(self) -> bool:
        """Whether all lines that count can be right."""
        return not self.clash

    @property
    def would_break(self) -> bool:
        """Whether it is an agreement only because something was set aside."""
        return self.agrees and any(aside.breaks for aside in self.asides)

    @property
    def fact(self) -> str | None:
        """The label of the first fact that asserts something of the thing."""
        return next((each.claim.fact for each in self.asserted if each.claim.fact is not None), None)
