"""Signs: for every verdict and relation a shape and a word, so that nothing is told by colour alone."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from factsuite.model.facts import Verdict
from factsuite.rules.results import FactResult, Outcome
from factsuite.values.relation import Relation


class Sign(Struct, frozen=True, kw_only=True):
    """A state as it is shown."""

    name: str
    """Its class in the style sheet."""
    shape: str
    word: str


VERDICT_SIGNS = {
    Verdict.CONTRADICTED: Sign(name="contradicted", shape="■", word="contradicted"),
    Verdict.DISPUTED: Sign(name="disputed", shape="◆", word="disputed"),
    Verdict.OVERSTATED: Sign(name="overstated", shape="▲", word="overstated"),
    Verdict.UNVERIFIED: Sign(name="unverified", shape="○", word="unverified"),
    Verdict.SUPPORTED: Sign(name="supported", shape="●", word="supported"),
}
"""Worst first."""

SUPPORTED = VERDICT_SIGNS[Verdict.SUPPORTED]
DEFECTIVE = Sign(name="defective", shape="✕", word="defective entry")
UNCOVERED = Sign(name="uncovered", shape="?", word="not covered")
NOT_CHECKED = Sign(name="unchecked", shape="–", word="not checked")

FACT_SIGNS = (DEFECTIVE, *VERDICT_SIGNS.values())
"""Everything a fact can be, worst first."""

RELATION_SIGNS = {
    Relation.ENTAILS: Sign(name="supported", shape="●", word="supports"),
    Relation.COMPATIBLE: Sign(name="overstated", shape="▲", word="supports in part"),
    Relation.CONTRADICTS: Sign(name="contradicted", shape="■", word="contradicts"),
    Relation.INCOMPARABLE: Sign(name="unverified", shape="○", word="says nothing"),
}

OUTCOME_WORDS = {
    Outcome.PASSED: "passes",
    Outcome.FAILED: "fails",
    Outcome.KNOWN: "known inaccuracy",
    Outcome.ERROR: "fails",
    Outcome.OLD: "wrong before, let pass",
    Outcome.WAIVED: "waived",
}
"""How a fact's test ends, as an editor says it."""


def sign_of(fact: FactResult) -> Sign:
    """How a fact is shown."""
    return VERDICT_SIGNS[fact.judgement.verdict] if fact.judgement is not None else DEFECTIVE


def tally_of(facts: Iterable[FactResult]) -> tuple[tuple[Sign, int], ...]:
    """How many facts there are of each sign, worst first."""
    numbers = Counter(sign_of(fact).name for fact in facts)
    return tuple((sign, numbers[sign.name]) for sign in FACT_SIGNS)
