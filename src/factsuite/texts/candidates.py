"""Which mentions of a passage may be about the same as one of a claim, and which of them is meant."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from factsuite.texts.contexts import Place, Weight, likeness
from factsuite.texts.counting import Fit, fit
from factsuite.texts.frames import FARTHEST, are_enough, same_words
from factsuite.texts.mentions import Mention
from factsuite.texts.relations import compare_mentions
from factsuite.texts.scenes import Scene
from factsuite.values.relation import Relation

_MARGIN = 0.85
"""The next best, of another relation, must be less alike than this share of the best."""
_FRAME_SHARE = 0.5
"""Share of the claim's words that must be the same before one figure outweighs another that agrees with it."""
_SAME_FIGURE = 0.7
"""A plain figure that stands in the passage is the one meant unless it is less alike than this share of the best."""
_NEXT_PLAIN = 0.8
"""Of plain figures that all differ, the next best must be less alike than this share of the best."""


class Candidate(Struct, frozen=True, kw_only=True):
    """A mention of the passage that may be about the same."""

    place: Place
    relation: Relation
    likeness: float
    same: tuple[int, int]
    """How many words before and after it are the same as in the claim."""
    is_framed: bool
    """They are so many that it stands in the claim's own words."""


def find_candidates(scene: Scene, asserted: Place, weights: Sequence[Weight]) -> list[Candidate]:
    """Find what may be about the same, likeliest first."""
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


def choose(scene: Scene, asserted: Mention, candidates: Sequence[Candidate]) -> Candidate | None:
    """Choose the one that is meant, or none if that is not sure."""
    framed = _choose_framed(scene, candidates)
    if framed is not None:
        return framed
    return _choose_bounded(candidates) if asserted.is_hedged else _choose_plain(candidates)


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
    if same is not None:
        return None
    if top.relation is not Relation.CONTRADICTS:
        return top
    if Relation.COMPATIBLE in best:
        return None
    return top if all(c.likeness < _NEXT_PLAIN * top.likeness for c in candidates[1:]) else None


def listed_texts(candidates: Sequence[Candidate]) -> str:
    """The first few of them, for a message."""
    return " and ".join(f"'{each.place.mention.text}'" for each in candidates[:3])
