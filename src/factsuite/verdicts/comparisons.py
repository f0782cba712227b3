"""One field of one evidence entry, compared."""

from msgspec import Struct

from factsuite.values.relation import Relation


class Comparison(Struct, frozen=True, kw_only=True):
    """How one field a source reports stands to what the article asserts."""

    field: str
    relation: Relation
    reported: str
    """As the fact file writes it."""
    asserted: str
    judged: bool = False
    """Somebody judged it; no rule computed it."""
    detail: str = ""
    """What an editor should see of it: a word diff, the reason of a judgement."""
    lost: tuple[str, ...] = ()
    """Conditions, negations and hedges of the source that the article's words leave out."""
