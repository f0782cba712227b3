"""Which mention of a passage is about the same as one of a claim, and how it stands to it; silence when unsure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from factsuite.texts.contexts import Place, Weight, beside, likeness, shared_words
from factsuite.texts.counting import Fit, fit
from factsuite.texts.frames import FARTHEST, are_enough, same_words
from factsuite.texts.mentions import Mention
from factsuite.texts.names import is_excerpt_or_named, same_party
from factsuite.texts.opposites import opposed
from factsuite.texts.relations import compare_mentions
from factsuite.texts.replaced import replaced
from factsuite.texts.scenes import Scene
from factsuite.values.relation import Relation
from factsuite.values.word_lists import listed

_LEAST = 0.2
_LEAST_AGAINST = 0.5
"""Likeness from which a pair is believed; of two plain figures that differ, which may be about different things."""
_LEAST_TOLD_BOUND = 0.4
_LEAST_TOLD = 0.5
_LEAST_TOLD_AGAINST = 0.6
"""Share of the claim's words that the passage must have about there: for a hedged figure; for two plain ones that
agree; for two that differ."""
_MARGIN = 0.85
"""The next best, of another relation, must be less alike than this share of the best."""
_FRAME_SHARE = 0.5
"""Share of the claim's words that must be the same before one figure outweighs another that agrees with it."""
_SAME_FIGURE = 0.7
"""A plain figure that stands in the passage is the one meant unless it is less alike than this share of the best."""
_SUMS = frozenset(listed("total altogether combined together sum overall left remain remains remaining now all"))
_SHARES = frozenset(listed("each every apiece rest share equal equally"))
"""Words of a figure that may have been added up or taken away from others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A mention of the passage that may be about the same."""

    place: Place
    relation: Relation
    likeness: float
    same: tuple[int, int]
    """How many words before and after it are the same as in the claim."""
    is_framed: bool
    """They are so many that it stands in the claim's own words."""


def pair(scene: Scene, asserted: Place, weights: Sequence[Weight], known: Collection[int] = frozenset()) -> Pairing:
    """Find what the passage reports of what a mention of the claim asserts.

    `known` are the sentences of the passage that are known to be about the claim's subject.
    """
    if asserted.mention.is_unclear:
        return _none(asserted, "the words beside it are not read")
    candidates = _candidates(scene, asserted, weights)
    if not candidates:
        return _none(asserted, "the passage has nothing that counts or dates the same")
    choose = _choose_bounded if asserted.mention.is_hedged else _choose_plain
    chosen = _choose_framed(scene, candidates) or choose(candidates)
    if chosen is None:
        return _none(asserted, f"it is not sure which figure is meant: {_listed(candidates)}")
    doubt = _doubt_of_sums(scene, asserted, chosen, candidates) or _doubt(scene, asserted, chosen, known)
    if doubt:
        return _none(asserted, doubt)
    return Pairing(
        asserted=asserted.mention,
        reported=chosen.place.mention,
        relation=chosen.relation,
        why=_why(asserted, chosen, shared_words(weights, chosen.place, scene.passage)),
        is_framed=chosen.is_framed,
        sentence=chosen.place.sentence,
    )


def _none(asserted: Place, why: str) -> Pairing:
    return Pairing(asserted=asserted.mention, reported=None, relation=Relation.INCOMPARABLE, why=why)


def _candidates(scene: Scene, asserted: Place, weights: Sequence[Weight]) -> list[Candidate]:
    found: list[Candidate] = []
    for place in scene.reported:
        if place.mention.is_unclear:
            continue
        relation = compare_mentions(place.mention, asserted.mention)
        if relation is Relation.INCOMPARABLE:
            continue
        how = fit(scene, asserted.mention, place.mention)
        if how is Fit.OTHER or (how is Fit.CONTRASTED and not asserted.mention.is_hedged):
            continue
        same = same_words(scene.frame, asserted, scene.other_frame, place)
        found.append(
            Candidate(
                place=place,
                relation=relation,
                likeness=likeness(weights, place, scene.passage),
                same=same,
                is_framed=are_enough(same, scene.frame),
            )
        )
    return sorted(found, key=lambda candidate: -candidate.likeness)


def _best(candidates: Sequence[Candidate]) -> Mapping[Relation, Candidate]:
    """The likeliest of each relation."""
    best: dict[Relation, Candidate] = {}
    for candidate in candidates:
        best.setdefault(candidate.relation, candidate)
    return best


def _choose_framed(scene: Scene, candidates: Sequence[Candidate]) -> Candidate | None:
    """The mention that stands in the claim's own words, if no other has half as many, or more of them on a side.

    One that contradicts must stand in most of them if the passage has another that does not.
    """
    framed = sorted((c for c in candidates if c.is_framed), key=lambda c: -sum(c.same))
    if not framed or (len(framed) > 1 and sum(framed[1].same) * 2 >= sum(framed[0].same)):
        return None
    best = framed[0]
    if any(c.same[0] > best.same[0] or c.same[1] > best.same[1] for c in candidates):
        return None
    is_disputed = any(c.relation is not best.relation for c in candidates)
    is_short = sum(best.same) < _FRAME_SHARE * min(scene.frame.size, FARTHEST)
    return None if best.relation is Relation.CONTRADICTS and is_disputed and is_short else best


def _choose_bounded(candidates: Sequence[Candidate]) -> Candidate | None:
    """For a hedged mention, the likeliest by a margin over any of another relation."""
    top = candidates[0]
    rivals = [c.likeness for relation, c in _best(candidates).items() if relation is not top.relation]
    return top if not rivals or max(rivals) <= _MARGIN * top.likeness else None


def _choose_plain(candidates: Sequence[Candidate]) -> Candidate | None:
    """For a plain mention, the same figure if the passage has it; else the likeliest, if no other is near it."""
    best = _best(candidates)
    top = candidates[0]
    same = best.get(Relation.ENTAILS)
    if same is not None and same.likeness >= _SAME_FIGURE * top.likeness:
        return same
    if same is not None or top.relation is not Relation.CONTRADICTS:
        return None if same is not None else top
    if Relation.COMPATIBLE in best:
        return None
    return top if all(c.likeness < 0.8 * top.likeness for c in candidates[1:]) else None


def _doubt(scene: Scene, asserted: Place, chosen: Candidate, known: Collection[int]) -> str:
    """Why a pair is not believed; empty if it is."""
    hedged = asserted.mention.is_hedged
    against = chosen.relation is Relation.CONTRADICTS
    if against and asserted.mention.is_label:
        return f"'{chosen.place.mention.text}' may be another edition"
    if not chosen.is_framed and chosen.likeness < (_LEAST_AGAINST if against and not hedged else _LEAST):
        return f"the words around '{chosen.place.mention.text}' have too little in common with the claim's"
    least = _LEAST_TOLD_BOUND if hedged else _LEAST_TOLD_AGAINST if against else _LEAST_TOLD
    if scene.told_at(chosen.place.sentence) < least:
        return f"the passage has too few of the claim's words around '{chosen.place.mention.text}'"
    if not is_excerpt_or_named(scene.parties, chosen.place) or not (
        hedged or (chosen.place.sentence in known and not against) or same_party(scene.parties, chosen.place)
    ):
        return f"it is not sure that '{chosen.place.mention.text}' is said of the same name"
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
        return f"the passage has several figures that may count the same: {_listed(candidates)}"
    return ""


def _listed(candidates: Sequence[Candidate]) -> str:
    return " and ".join(f"'{each.place.mention.text}'" for each in candidates[:3])


def _why(asserted: Place, chosen: Candidate, words: Sequence[str]) -> str:
    quantity = asserted.mention.quantity
    what = "both are dates" if quantity is None else f"both in {quantity.unit}" if quantity.unit else "both count"
    if chosen.is_framed:
        return f"{what}, in the same words"
    return f"{what}; near both: {', '.join(words)}" if words else what
