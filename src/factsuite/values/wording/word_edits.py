"""The published table of what can be done to a speaker's words, and the relation each leaves."""

from enum import Enum

from factsuite.values.relation import Relation


class Edit(Enum):
    """What was done to the words on the way from the source to the article's quotation marks."""

    SAME = "same"
    """All the words of the source, and no others."""
    PIECE = "piece"
    """Whole sentences out of a longer passage."""
    CUT_EDGE = "cut at its edge"
    """Begins or ends inside a sentence of the source."""
    RESPELT = "respelt"
    """Regional spelling, a contraction written out, a number in digits."""
    FILLER = "filler"
    """*Um*, *er* and their like printed on one side only."""
    OMISSION = "marked omission"
    """The article leaves words out and marks the place with an ellipsis."""
    BRACKETED = "bracketed"
    """The article puts words of its own in square brackets; they are not compared."""
    LIMIT_LOST = "limit lost"
    """The sentence holds a condition, negation or hedge that the quotation leaves out."""
    PARTIAL = "printed in part"
    """The source prints only part of the words, or puts a bracket or an ellipsis of its own among them."""
    CHANGED = "changed"
    """A word stands where the source has another."""
    TIDIED = "tidied"
    """Only grammar was changed: *is* for *are*, a singular for a plural."""
    ADDED = "added"
    """A word the source does not have."""
    DROPPED = "dropped"
    """A word of the source is left out without a mark."""
    MOVED = "moved"
    """The source's words in another order."""
    SPLICED = "spliced"
    """Words from two places, or of two speakers, run together."""
    LIMIT_GAINED = "limit gained"
    """A condition, negation or hedge that the source does not have."""
    UNALIGNED = "unaligned"
    """No passage of the source holds enough of the words to compare them."""


EDIT_RELATIONS: dict[Edit, Relation] = {
    Edit.SAME: Relation.ENTAILS,
    Edit.PIECE: Relation.ENTAILS,
    Edit.CUT_EDGE: Relation.ENTAILS,
    Edit.RESPELT: Relation.ENTAILS,
    Edit.FILLER: Relation.ENTAILS,
    Edit.OMISSION: Relation.ENTAILS,
    Edit.BRACKETED: Relation.ENTAILS,
    Edit.LIMIT_LOST: Relation.COMPATIBLE,
    Edit.PARTIAL: Relation.COMPATIBLE,
    Edit.CHANGED: Relation.CONTRADICTS,
    Edit.TIDIED: Relation.CONTRADICTS,
    Edit.ADDED: Relation.CONTRADICTS,
    Edit.DROPPED: Relation.CONTRADICTS,
    Edit.MOVED: Relation.CONTRADICTS,
    Edit.SPLICED: Relation.CONTRADICTS,
    Edit.LIMIT_GAINED: Relation.CONTRADICTS,
    Edit.UNALIGNED: Relation.INCOMPARABLE,
}
"""Each edit's relation; a quotation with several edits has the weakest of them."""
