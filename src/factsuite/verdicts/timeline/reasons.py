"""What is said about times: each with its words, its place, and the constraints it comes to."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.values.time_network import Constraint


class Reason(Struct, frozen=True, kw_only=True):
    """Somebody says so: a record with its sources, or a fact of an article."""

    words: str
    at: Location
    article: str
    fact: str | None = None
    """The label of the fact that asserts it; None for a record."""
    known: bool = False
    """The fact states that the article is wrong here."""
    dates: str = ""
    """What it dates, and how, where it is a date: the name of the event with the date and the source."""
    orders: tuple[str, str, str] | None = None
    """The names of two events and the word that links them, where it is an order: earlier, later, link."""
    of: tuple[str, ...] = ()
    """The keys of the events it is about; of an order, earlier and later."""

    @property
    def label(self) -> str:
        """Its name among others; assertions of one fact stand or fall together."""
        return f"{self.article}::{self.fact}" if self.fact is not None else f"{self.at}: {self.words}"


class Said(Struct, frozen=True, kw_only=True):
    """A reason with what it comes to."""

    reason: Reason
    constraints: tuple[Constraint, ...]

    def labelled(self) -> tuple[Constraint, ...]:
        """Its constraints under its name."""
        label = self.reason.label
        return tuple(
            [Constraint(before=each.before, after=each.after, gap=each.gap, label=label) for each in self.constraints]
        )

    def said(self) -> "Said":
        """Itself."""
        return self


class Meant(Struct, frozen=True):
    """What somebody's words come to, before anybody asks for the words: nobody does where everything can hold."""

    constraints: tuple[Constraint, ...]
    reason: Callable[[], Reason]

    def said(self) -> Said:
        """With the words."""
        return Said(reason=self.reason(), constraints=self.constraints)


class Conflict(Struct, frozen=True, kw_only=True):
    """Reasons that cannot all hold, and could if any one of them were left out."""

    reasons: tuple[Reason, ...]
    """Facts and records in the order in which they lead to one another."""

    @property
    def asserted(self) -> tuple[Reason, ...]:
        """Those that are facts."""
        return tuple(reason for reason in self.reasons if reason.fact is not None)

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles whose facts take part."""
        return tuple(sorted({reason.article for reason in self.asserted}))

    @property
    def known(self) -> bool:
        """Whether one of its facts states that the article is wrong."""
        return any(reason.known for reason in self.asserted)

    @property
    def blamed(self) -> Reason:
        """The fact it is shown with: one that is known to be wrong, or else the last in the order of the text."""
        wrong = [reason for reason in self.asserted if reason.known]
        return last_of(wrong or self.asserted)


def last_of(reasons: Iterable[Reason]) -> Reason:
    """The one that stands last, of the last article."""
    return max(reasons, key=lambda reason: (reason.article, str(reason.at.path), reason.at.line, reason.at.column))
