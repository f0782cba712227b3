"""What became of a fact's anchor: its states, and what is offered for it."""

from enum import Enum

from msgspec import Struct

from factsuite.model.articles import Place
from factsuite.model.facts import Anchor, Fact


class State(Enum):
    """What became of the words a fact is about."""

    UNCHANGED = "unchanged"
    """They stand, once, where they stood."""
    MOVED = "moved"
    """They stand, once, in another order of sentences; or only the words beside them changed."""
    REWORDED = "reworded"
    """Other words stand for them, and say nothing that is at stake."""
    VALUE_CHANGED = "value changed"
    """Other words stand for them, and may say something else than the fact asserts."""
    AMBIGUOUS = "ambiguous"
    """They stand more than once, or several passages are as near."""
    ORPHANED = "orphaned"
    """They are gone; what is nearest, if anything, is too unlike them to be taken for the same passage."""


class Offer(Struct, frozen=True, kw_only=True):
    """A passage that may be meant, for an editor to accept."""

    place: Place
    words: str
    diff: str
    """From the anchor's words to those of the passage."""
    anchor: Anchor | None
    """The anchor that would accept it; None where no few words beside it tell it from its likes."""


class Anchored(Struct, frozen=True, kw_only=True):
    """A fact, and what became of its anchor."""

    fact: Fact
    state: State
    was: Place | None = None
    """Where its words stood in the earlier version, if one is known."""
    now: Place | None = None
    """Where its own words stand, once."""
    offers: tuple[Offer, ...] = ()
    at_stake: tuple[str, ...] = ()
    """Why the passage offered may not be what the fact asserts."""
    instead: str = ""
    """What stands in the place of an orphan's sentence."""

    @property
    def edit(self) -> Anchor | None:
        """The anchor that accepts what is offered, if one passage is, and may be meant."""
        sure = len(self.offers) == 1 and self.state is not State.ORPHANED
        return self.offers[0].anchor if sure else None

    @property
    def settled(self) -> bool:
        """Whether the anchor needs no edit."""
        return self.now is not None and not self.offers

    @property
    def stale(self) -> tuple[tuple[str, str], ...]:
        """Judgements that the edit would leave without their words: each source, and the words it was made of."""
        if self.edit is None:
            return ()
        new, old = self.edit.exact.text, self.fact.anchor.exact.text
        judged = ((entry.source.value, entry.of.text) for entry in self.fact.evidence if entry.of is not None)
        return tuple((source, words) for source, words in judged if words in old and words not in new)
