"""What a passage reports of what a claim asserts, and how it stands to it; silence when unsure."""

from collections.abc import Collection, Sequence

from msgspec import Struct

from factsuite.texts.candidates import Candidate, choose, find_candidates, listed_texts
from factsuite.texts.contexts import Place, Weight, shared_words
from factsuite.texts.doubts import doubt
from factsuite.texts.mentions import Mention
from factsuite.texts.scenes import Scene
from factsuite.values.relation import Relation


class Pairing(Struct, frozen=True, kw_only=True):
    """A mention of the claim with the mention of the passage that is about the same."""

    asserted: Mention
    reported: Mention | None
    """None if the passage is silent, or it is not sure which of its mentions is meant."""
    relation: Relation
    why: str
    """What made them a pair, or why there is none."""
    sentence: int | None = None
    """The number of the passage's sentence where it stands."""
    is_framed: bool = False
    """The passage has the claim's own words before and after it."""


def pair(scene: Scene, asserted: Place, weights: Sequence[Weight], known: Collection[int] = frozenset()) -> Pairing:
    """Find what the passage reports of what a mention of the claim asserts.

    `known` are the sentences of the passage that are known to be about the claim's subject.
    """
    if asserted.mention.is_unclear:
        return _none(asserted, "the words beside it are not read")
    candidates = find_candidates(scene, asserted, weights)
    if not candidates:
        return _none(asserted, "the passage has nothing that counts or dates the same")
    chosen = choose(scene, asserted.mention, candidates)
    if chosen is None:
        return _none(asserted, f"it is not sure which figure is meant: {listed_texts(candidates)}")
    why_not = doubt(scene, asserted, chosen, candidates, known)
    if why_not:
        return _none(asserted, why_not)
    return Pairing(
        asserted=asserted.mention,
        reported=chosen.place.mention,
        relation=chosen.relation,
        why=_why(asserted, chosen, shared_words(weights, chosen.place, scene.passage)),
        is_framed=chosen.is_framed,
        sentence=chosen.place.sentence,
    )


def may_contradict(scene: Scene, asserted: Place, weights: Sequence[Weight]) -> bool:
    """Whether what `pair` finds, if nothing speaks against it, is at odds with a mention of the claim."""
    candidates = find_candidates(scene, asserted, weights)
    chosen = choose(scene, asserted.mention, candidates) if candidates else None
    return chosen is not None and chosen.relation is Relation.CONTRADICTS


def _none(asserted: Place, why: str) -> Pairing:
    return Pairing(asserted=asserted.mention, reported=None, relation=Relation.INCOMPARABLE, why=why)


def _why(asserted: Place, chosen: Candidate, words: Sequence[str]) -> str:
    quantity = asserted.mention.quantity
    what = "both are dates" if quantity is None else f"both in {quantity.unit}" if quantity.unit else "both count"
    if chosen.is_framed:
        return f"{what}, in the same words"
    return f"{what}; near both: {', '.join(words)}" if words else what
