"""The relation of a passage's words to a claim's: what is read on both sides, paired, and compared."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from factsuite.texts.contexts import Place, Weight, weigh
from factsuite.texts.excerpts import READ, relevant
from factsuite.texts.mentions import Mention
from factsuite.texts.pairing import Pairing, may_contradict, pair
from factsuite.texts.reading_mentions import common_calendar, read_mentions
from factsuite.texts.relations import compare_mentions
from factsuite.texts.scenes import Scene, read_scene
from factsuite.texts.wording import folded, read_wording
from factsuite.values.dates import Calendar
from factsuite.values.quantities import Reach
from factsuite.values.relation import Relation, weakest

_DEFAULT_REACH = Reach()
_DEFAULT_CALENDAR = Calendar()
_ONE_CLAIM = 40
"""A text with more figures than this is not one claim; nothing is decided about it."""


class TextComparison(Struct, frozen=True, kw_only=True):
    """What a passage's quantities and dates are to a claim's."""

    relation: Relation
    """Incomparable: undecided."""
    pairs: tuple[Pairing, ...]
    """One for each mention of the claim, in order."""
    asserted: tuple[Mention, ...]
    reported: tuple[Mention, ...]


def compare_texts(
    claim: str, passage: str, *, reach: Reach = _DEFAULT_REACH, calendar: Calendar = _DEFAULT_CALENDAR
) -> TextComparison:
    """Compare the quantities and dates of a passage with those a claim asserts.

    Contradicts if one pair does; entails if every quantity and date of the claim is entailed; compatible if all have
    a pair and some say more than the passage; else undecided. Of a passage of more than 20,000 characters, the
    sentences most like the claim are read; a claim that long is not one claim.
    """
    claim = folded(claim)
    passage = relevant(folded(passage), claim)
    if len(claim) > READ:
        return TextComparison(relation=Relation.INCOMPARABLE, pairs=(), asserted=(), reported=())
    calendar = common_calendar(claim, passage, calendar)
    asserted = read_mentions(claim, reach, calendar)
    reported = read_mentions(passage, reach, calendar)
    pairs: tuple[Pairing, ...] = ()
    if reported and 0 < len(asserted) <= _ONE_CLAIM:
        pairs = _pairs(read_scene(read_wording(claim), read_wording(passage), asserted, reported))
    return TextComparison(relation=_whole(pairs), pairs=pairs, asserted=asserted, reported=reported)


def find_contradiction(
    claim: str, passage: str, is_meant: Callable[[Mention], bool], *, calendar: Calendar = _DEFAULT_CALENDAR
) -> Pairing | None:
    """The first pair of `compare_texts` in which the passage contradicts a mention of the claim that is meant.

    All pairs are made only if that is to be feared: no other pair, and no doubt, makes one contradict that did not.
    """
    claim = folded(claim)
    passage = relevant(folded(passage), claim)
    if len(claim) > READ:
        return None
    calendar = common_calendar(claim, passage, calendar)
    asserted = read_mentions(claim, _DEFAULT_REACH, calendar)
    meant = [mention for mention in asserted if is_meant(mention)]
    if not meant or len(asserted) > _ONE_CLAIM:
        return None
    reported = read_mentions(passage, _DEFAULT_REACH, calendar)
    if not _are_at_odds(reported, meant):
        return None
    scene = read_scene(read_wording(claim), read_wording(passage), asserted, reported)
    if not any(
        may_contradict(scene, place, _weights(scene, place)) for place in scene.asserted if place.mention in meant
    ):
        return None
    for each in _pairs(scene):
        if each.relation is Relation.CONTRADICTS and each.asserted in meant:
            return each
    return None


def _are_at_odds(reported: Sequence[Mention], asserted: Sequence[Mention]) -> bool:
    """Whether a mention, or one end of its range, would contradict one of the others if both were about the same."""
    for mention in reported:
        for each in (mention, *mention.parts):
            for other in asserted:
                if compare_mentions(each, other) is Relation.CONTRADICTS:
                    return True
    return False


def _pairs(scene: Scene) -> tuple[Pairing, ...]:
    weights = [_weights(scene, place) for place in scene.asserted]
    pairs = [pair(scene, place, weighed) for place, weighed in zip(scene.asserted, weights, strict=True)]
    known = frozenset(each.sentence for each in pairs if each.sentence is not None and each.asserted.is_hedged)
    if known:
        pairs = [
            pair(scene, place, weighed, known) if each.reported is None else each
            for each, place, weighed in zip(pairs, scene.asserted, weights, strict=True)
        ]
    entailing = {p.reported.start for p in pairs if p.reported is not None and p.relation is Relation.ENTAILS}
    equal = {p.reported.start for p in pairs if p.reported is not None and _is_equal(p)}
    pairs = [_unless_taken(each, entailing if each.relation is Relation.CONTRADICTS else equal) for each in pairs]
    return tuple(_of_another_time(pairs)) if _speaks_of_another_time(scene, pairs) else tuple(pairs)


def _weights(scene: Scene, place: Place) -> tuple[Weight, ...]:
    return weigh(scene.claim, place, scene.taken, scene.passage)


def _speaks_of_another_time(scene: Scene, pairs: list[Pairing]) -> bool:
    """Whether the passage gives another figure, and another date with it: that contradicts nothing."""
    figures = {
        each.reported.start
        for each in pairs
        if each.reported is not None and each.asserted.quantity is not None and each.relation is Relation.CONTRADICTS
    }
    sentences = {place.sentence for place in scene.reported if place.mention.start in figures}
    told = [place.mention for place in scene.reported if place.sentence in sentences and place.mention.date is not None]
    dates = [each.asserted for each in pairs if each.asserted.date is not None]
    return any(told and all(compare_mentions(other, date) is Relation.CONTRADICTS for other in told) for date in dates)


def _of_another_time(pairs: list[Pairing]) -> Iterator[Pairing]:
    for each in pairs:
        if each.relation is Relation.CONTRADICTS:
            why = "the passage speaks of another time"
            yield replace(each, reported=None, relation=Relation.INCOMPARABLE, why=why)
        else:
            yield each


def _is_equal(pairing: Pairing) -> bool:
    """Whether both texts have the same plain figure."""
    return pairing.relation is Relation.ENTAILS and not pairing.asserted.is_hedged


def _unless_taken(pairing: Pairing, taken: set[int]) -> Pairing:
    """A figure that is one of the claim's does not contradict another of them, nor bear out a bound on another."""
    if pairing.reported is None or pairing.is_framed or _is_equal(pairing) or pairing.reported.start not in taken:
        return pairing
    why = f"'{pairing.reported.text}' is what another figure of the claim is about"
    return replace(pairing, reported=None, relation=Relation.INCOMPARABLE, why=why)


def _may_be_left_out(pairing: Pairing) -> bool:
    """A figure in a name goes with the name, which the passage may say otherwise."""
    return pairing.reported is None and pairing.asserted.is_label


def _whole(pairs: tuple[Pairing, ...]) -> Relation:
    relations = {each.relation for each in pairs if not _may_be_left_out(each)}
    if Relation.CONTRADICTS in relations:
        return Relation.CONTRADICTS
    return Relation.INCOMPARABLE if Relation.INCOMPARABLE in relations else weakest(relations)
