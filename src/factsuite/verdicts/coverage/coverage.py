"""What the coverage of an article is: every mention with its state, and how many of each kind there are."""

from collections.abc import Iterable
from enum import Enum
from fractions import Fraction
from functools import cached_property

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.verdicts.coverage.mentions import Mention, MentionKind


class State(Enum):
    """What became of a mention."""

    COVERED = "covered"
    PARTLY = "partly"
    """Of a sentence: a fact stands in it, but not everything in it is covered."""
    NOT_CHECKED = "not checked"
    """It lies under a passage that is marked as not checked, with a reason."""
    UNCOVERED = "uncovered"


class Covered(Struct, frozen=True, kw_only=True):
    """One mention, and what covers it."""

    mention: Mention
    at: Location
    state: State
    facts: tuple[str, ...] = ()
    """The labels of the facts that assert it; of a sentence, of those anchored in it."""
    because: str = ""
    """Why it is not checked."""
    near: tuple[str, ...] = ()
    """The facts an editor may have meant: their anchors hold the words, or stand in the same sentence."""
    cut_by: str = ""
    """The fact whose anchor begins or ends within the words: *300 people* of *nearly 300 people*."""
    worth: int = 0
    """How worth checking the sentence is, in points (see reading/checkworthiness); 0 where nothing is missing."""

    @property
    def missing(self) -> bool:
        """Whether there is something left to cover."""
        return self.state is State.UNCOVERED or self.state is State.PARTLY


class Tally(Struct, frozen=True, kw_only=True):
    """How many mentions of one kind are in which state."""

    covered: int
    partly: int
    not_checked: int
    uncovered: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.covered + self.partly + self.not_checked + self.uncovered

    @property
    def share(self) -> Fraction:
        """The part that is covered or marked as not checked; all, where there is none."""
        return Fraction(self.covered + self.not_checked, self.total) if self.total else Fraction(1)


class Coverage(Struct, frozen=True, kw_only=True, dict=True):
    """Every mention of an article, headline first, in the order of the text."""

    items: tuple[Covered, ...]
    words: int
    """Words of the headline and the body."""
    words_under: int
    """How many of them lie under an anchor or a passage that is not checked."""

    def of(self, kind: MentionKind) -> tuple[Covered, ...]:
        """The mentions of one kind."""
        return tuple([item for item in self.items if item.mention.kind is kind])

    def missing(self, kind: MentionKind | None = None) -> tuple[Covered, ...]:
        """What is left to cover, most worth checking first, then in the order of the text."""
        if kind is None:
            return self._left
        return tuple([item for item in self._left if item.mention.kind is kind])

    @cached_property
    def _left(self) -> tuple[Covered, ...]:
        left = [item for item in self.items if item.missing]
        return tuple(sorted(left, key=lambda item: -item.worth))

    def tally(self, kind: MentionKind) -> Tally:
        """The mentions of one kind, counted."""
        return tally(self.of(kind))


def tally(items: Iterable[Covered]) -> Tally:
    """Mentions counted by their state."""
    states = [item.state for item in items]
    return Tally(
        covered=states.count(State.COVERED),
        partly=states.count(State.PARTLY),
        not_checked=states.count(State.NOT_CHECKED),
        uncovered=states.count(State.UNCOVERED),
    )
