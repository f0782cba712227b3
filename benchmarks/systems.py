"""What is compared: a system, and what it gives in the common terms of the benchmark."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from enum import Enum
from fractions import Fraction

Days = tuple[int | None, int | None]
"""The first and the last day a date allows, as day numbers (factsuite.values.calendar.calendar_days); None is open."""


class Verdict(Enum):
    """What a passage is said to do to a claim. Saying nothing is None."""

    SUPPORTS = "SUPPORTS"
    REFUTES = "REFUTES"
    NEITHER = "NEITHER"
    """Both speak of the same thing, and the passage leaves the claim open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity found in a text."""

    start: int
    end: int
    number: tuple[int, int] | None = None
    """Where the number alone stands, without hedge and unit; None if the system does not say."""
    low: Fraction | None
    high: Fraction | None
    low_closed: bool = True
    high_closed: bool = True
    unit: str = ""
    """In the names of benchmarks.unit_names; a rate as *USD per day*."""
    noun: str = ""
    kind: str = "cardinal"
    """cardinal, fraction, percent, money, measure, temperature, degree, age, duration, ordinal, vague or multiple."""

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch of the text lies within the whole and takes in the number."""
        first, last = self.number or (start, end)
        return self.start <= start <= first and last <= end <= self.end

    def meets(self, start: int, end: int) -> bool:
        """Whether it shares a character with a stretch of the text."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReading:
    """A date found in a text, with what it may denote: more than one where the system leaves it open."""

    start: int
    end: int
    choices: tuple[Days, ...]
    until: tuple[Days, ...] = ()
    """The same up to the day before the last date named: *from March to May* as March and April."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LengthReading:
    """A length of time found in a text, in nominal seconds."""

    start: int
    end: int
    least: Fraction
    most: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseDate:
    """A date phrase or an EDTF string as one value."""

    earliest: int | None
    latest: int | None
    """In minutes (factsuite.values.calendar.moments)."""
    uncertain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A quotation found in a text, and the phrase that names who speaks, if any."""

    start: int
    end: int
    words: str
    speaker: tuple[int, int] | None
    is_pronoun: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """A program and what it can do; None is what it does not do."""

    name: str
    note: str = ""
    """Why it does nothing in this run."""
    figures: Callable[[str], Sequence[Figure]] | None = None
    """The quantities of a text, numbers as written: neither rounding nor *about* widens them."""
    reaching_figures: Callable[[str], Sequence[Figure]] | None = None
    """The quantities of a text as the system takes them by default."""
    dates: Callable[[str, int | None], Sequence[DateReading]] | None = None
    """The dates of a text, read against a day."""
    lengths: Callable[[str], Sequence[LengthReading]] | None = None
    verdict: Callable[[str, str], Verdict | None] | None = None
    """Claim, passage."""
    is_edtf: Callable[[str], bool | None] | None = None
    phrase: Callable[[str, bool], PhraseDate | None] | None = None
    """A date phrase; whether it is known to date something that went on."""
    quotations: Callable[[str], Sequence[Quoted]] | None = None
    worth: Callable[[str], float] | None = None
    """How worth checking a sentence is: more is more."""


ABILITIES = frozenset(field.name for field in fields(System)) - {"name", "note"}


def absent(name: str, abilities: frozenset[str], note: str) -> System:
    """A system that would take part but cannot: each of its abilities is there to be asked for, and not to be used."""
    return System(name=name, note=note, **dict.fromkeys(abilities, _unusable))


def _unusable(*_: object) -> object:
    raise RuntimeError("a system that is not installed was asked to read")
