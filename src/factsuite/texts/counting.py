"""Whether two quantities can count the same: by the nouns after them."""

from enum import Enum

from factsuite.texts.mentions import Mention
from factsuite.texts.scenes import Scene
from factsuite.texts.synonyms import concept
from factsuite.texts.wording import Wording


class Fit(Enum):
    """How the noun of a passage's quantity stands to the claim's."""

    SAME = "same"
    UNKNOWN = "unknown"
    """One of them names no noun, or the unit says all."""
    CONTRASTED = "contrasted"
    """One noun, told apart by a word on either side: *north towers*, *south towers*."""
    OTHER = "other"


def fit(scene: Scene, asserted: Mention, reported: Mention) -> Fit:
    """Compare what is counted. Dates, and quantities in a unit, always may fit."""
    if asserted.quantity is None or asserted.quantity.unit not in ("", "ordinal"):
        return Fit.UNKNOWN
    if asserted.kind == "ordinal":
        ranks = _superlative(scene.claim, asserted), _superlative(scene.passage, reported)
        return Fit.UNKNOWN if ranks[0] == ranks[1] or not all(ranks) else Fit.OTHER
    mine, theirs = _keys(asserted), _keys(reported)
    if mine and theirs:
        if mine[-1] == theirs[-1]:
            return _modified(scene, mine, theirs)
        return Fit.UNKNOWN if theirs[-1] in scene.claim.places and mine[-1] in theirs else Fit.OTHER
    return Fit.OTHER if theirs and theirs[-1] not in scene.claim.places else Fit.UNKNOWN


def _modified(scene: Scene, mine: list[str], theirs: list[str]) -> Fit:
    only_mine = any(key not in theirs and key not in scene.passage.places for key in mine)
    only_theirs = any(key not in mine and key not in scene.claim.places for key in theirs)
    return Fit.CONTRASTED if only_mine and only_theirs else Fit.SAME


def _superlative(wording: Wording, mention: Mention) -> str:
    """By what a rank is reckoned: *fourth-largest*, *second most populous*; empty if nothing says."""
    token = wording.token_at(mention.end)
    if wording.tokens.word(token) == "-":
        token += 1
    word = wording.tokens.word(token)
    if word in ("most", "least"):
        return f"{word} {wording.tokens.word(token + 1)}"
    return word if word.endswith("est") or word in ("best", "worst") else ""


def _keys(mention: Mention) -> list[str]:
    return [concept(word) for word in mention.counted.replace("-", " ").split()]
