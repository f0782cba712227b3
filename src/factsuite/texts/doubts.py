"""Why two mentions that seem to be about the same are not believed to be: silence, not a guess."""

from collections.abc import Collection, Sequence

from factsuite.texts.candidates import Candidate, listed_texts
from factsuite.texts.contexts import Place, beside
from factsuite.texts.extents import other_extent
from factsuite.texts.names import is_excerpt_or_named, same_party
from factsuite.texts.opposites import opposed
from factsuite.texts.replaced import replaced
from factsuite.texts.scenes import Scene
from factsuite.values.relation import Relation
from factsuite.values.wording.word_lists import listed

_LEAST = 0.2
_LEAST_SAME = 0.15
_LEAST_AGAINST = 0.5
"""Likeness from which a pair is believed: of a hedged figure; of two plain ones that agree; of two that differ, which
may well be about different things."""
_LEAST_TOLD_BOUND = 0.4
_LEAST_TOLD = 0.5
_LEAST_TOLD_AGAINST = 0.6
"""Share of the claim's words that the passage must have about there: for a hedged figure; for two plain ones that
agree; for two that differ."""
_SUMS = frozenset(listed("total altogether combined together sum overall left remain remains remaining now all"))
_SHARES = frozenset(listed("each every apiece rest share equal equally"))
"""Words of a figure that may have been added up or taken away from others."""


def doubt(
    scene: Scene, asserted: Place, chosen: Candidate, candidates: Sequence[Candidate], known: Collection[int]
) -> str:
    """Return why a pair is not believed; empty if it is."""
    return (
        _doubt_of_sums(scene, asserted, chosen, candidates)
        or _doubt_of_extent(scene, chosen, candidates)
        or _doubt_of_context(scene, asserted, chosen, known)
        or _doubt_of_words(scene, asserted, chosen)
    )


def _doubt_of_context(scene: Scene, asserted: Place, chosen: Candidate, known: Collection[int]) -> str:
    """The words around are others, or another is spoken of."""
    hedged = asserted.mention.is_hedged
    against = chosen.relation is Relation.CONTRADICTS
    if against and asserted.mention.is_label:
        return f"'{chosen.place.mention.text}' may be another edition"
    alike = _LEAST if hedged else _LEAST_AGAINST if against else _LEAST_SAME
    if not chosen.is_framed and chosen.likeness < alike:
        return f"the words around '{chosen.place.mention.text}' have too little in common with the claim's"
    least = _LEAST_TOLD_BOUND if hedged else _LEAST_TOLD_AGAINST if against else _LEAST_TOLD
    if scene.told_at(chosen.place.sentence) < least:
        return f"the passage has too few of the claim's words around '{chosen.place.mention.text}'"
    if not is_excerpt_or_named(scene.parties, chosen.place) or not (
        hedged or (chosen.place.sentence in known and not against) or same_party(scene.parties, chosen.place)
    ):
        return f"it is not sure that '{chosen.place.mention.text}' is said of the same name"
    return ""


def _doubt_of_words(scene: Scene, asserted: Place, chosen: Candidate) -> str:
    """One text denies or turns round what the other says, or has another word in its place."""
    sentence = chosen.place.sentence
    if scene.is_negated(asserted) != scene.is_told_negated(chosen.place):
        return "one of the two texts denies what the other says"
    others = (
        opposed(scene.claim.places, scene.keys_of(sentence))
        or opposed(beside(asserted, scene.claim), beside(chosen.place, scene.passage))
        or replaced(scene.claim, scene.passage, sentence, scene.taken)
    )
    return f"the claim has '{others[0]}' where the passage has '{others[1]}'" if others else ""


def _doubt_of_sums(scene: Scene, asserted: Place, chosen: Candidate, candidates: Sequence[Candidate]) -> str:
    """A plain count that the passage has not may be the sum or the rest of those it has: nothing is contradicted."""
    quantity = asserted.mention.quantity
    if chosen.relation is not Relation.CONTRADICTS or quantity is None or asserted.mention.is_hedged:
        return ""
    is_sum = scene.claim.has_any(_SUMS) and not scene.passage.has_any(_SUMS)
    if is_sum or scene.claim.has_any(_SHARES) != scene.passage.has_any(_SHARES):
        return "it may be reckoned from several figures of the passage"
    if not chosen.is_framed and len(candidates) > 1:
        return f"the passage has several figures that may count the same: {listed_texts(candidates)}"
    return ""


def _doubt_of_extent(scene: Scene, chosen: Candidate, candidates: Sequence[Candidate]) -> str:
    """Another figure reaches as far as the claim's, or this one reaches farther."""
    rivals = [each.place for each in candidates if each is not chosen]
    word = other_extent(scene.claim, scene.passage, chosen.place, rivals) if rivals else ""
    return f"it is not sure that '{chosen.place.mention.text}' reaches as far: {word}" if word else ""
