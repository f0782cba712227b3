"""How far a figure reaches: sales *worldwide* are not those *in Norway*."""

from collections.abc import Iterable

from factsuite.texts.contexts import Place, beside
from factsuite.texts.synonyms import concept
from factsuite.texts.wording import Wording, nearest
from factsuite.values.wording.word_lists import listed

_EXTENTS = frozenset(
    concept(word) for word in listed("worldwide nationwide domestically overseas abroad internationally elsewhere")
)


def other_extent(claim: Wording, passage: Wording, chosen: Place, others: Iterable[Place]) -> str:
    """Return the word by which the passage's figure, or a rival, has a reach that tells it from the claim's."""
    wider = sorted(_EXTENTS & beside(chosen, passage) - claim.places.keys())
    if wider:
        return wider[0]
    rivals = tuple(others)
    for key in sorted(_EXTENTS & claim.places.keys() & passage.places.keys()):
        distance = nearest(passage.places[key], chosen.here)
        if any(nearest(passage.places[key], other.here) < distance for other in rivals):
            return key
    return ""
