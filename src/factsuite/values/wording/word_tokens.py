"""One word of a passage, as two printings of a quotation are compared by."""

from msgspec import Struct


class Word(Struct, frozen=True):
    """One word of a passage and where it stands; offsets are those of the text it was read from."""

    text: str
    key: str  # what it counts as: lower case, regional spelling folded, contractions undone, numbers in digits
    start: int
    end: int
    others: frozenset[str] = frozenset()  # further keys an ambiguous contraction may stand for
    opens: bool = False  # first word of a sentence, a turn or a quotation
    gap: bool = False  # an ellipsis stands before it
    bracketed: bool = False  # inside square brackets
    bracket: int = 0  # which pair of brackets, counted from 1
    turn: int = 0  # which speaker's turn, counted at speaker labels
    sentence: int = 0
    clause: int = 0  # counted at commas, dashes, brackets and sentence ends
    quoted: int = 0  # which quotation of the text, counted from 1; 0 outside

    def same(self, other: "Word") -> bool:
        """Whether the two count as one word."""
        if self.key == other.key:
            return True
        return other.key in self.others or self.key in other.others
