"""A line of evidence: sources that derive from one another, and speak with one voice."""

from msgspec import Struct

from factsuite.values.relation import Relation
from factsuite.verdicts.entries import JudgedEntry


class Line(Struct, frozen=True, kw_only=True):
    """One independent line of evidence on a fact."""

    id: str
    """The text it goes back to; two, with a plus sign, where an order takes the dates of both."""
    entries: tuple[JudgedEntry, ...]
    """Nearest the origin first."""
    relation: Relation
    """What the entry nearest the origin says; among equals contradicts before entails before compatible."""
    is_parent: bool = False
    """It goes back to the article's own parent."""
    owner: str = ""
    """The owner that makes one line of several texts, where policy says so."""
    discount: str = ""
    """Why it does not count towards the lines required; empty if it does."""

    @property
    def copies_differ(self) -> bool:
        """Whether a copy says otherwise than the entry that speaks for the line."""
        return any(entry.relation is not self.relation for entry in self.entries)

    @property
    def counts(self) -> bool:
        """Whether it counts towards the lines required."""
        return not self.discount

    @property
    def unnamed(self) -> bool:
        """Whether it relies on unnamed people alone: every copy that says what the line says does."""
        return all(entry.unnamed for entry in self.entries if entry.relation is self.relation)
