"""Finding the words of anchors again: exactly, or not at all; what is near is offered, never accepted."""

from collections.abc import Iterable

from msgspec import Struct

from factsuite.anchoring.alignment import Alignment
from factsuite.anchoring.diffs import word_diff
from factsuite.anchoring.selectors import anchor_for, words_at
from factsuite.anchoring.stakes import at_stake
from factsuite.anchoring.states import Anchored, Offer, State
from factsuite.model.articles import Article, Place
from factsuite.model.dossiers import Dossier
from factsuite.model.facts import Anchor, Fact
from factsuite.model.policy import Policy
from factsuite.reading.nearest import LEAST_LIKE, counterpart, likeness, nearest_passages, share
from factsuite.verdicts.grounds import Grounds

TIE = 0.04
"""Passages whose likeness differs by less are equally near; none of them is offered as the one."""
SURE = 0.6
"""Likeness from which a passage is taken for the reworded one where no earlier version tells its place."""
SURE_IN_PLACE = 0.35
"""The same where an earlier version tells it."""
LEAST_IN_PLACE = 0.3
"""Likeness from which a passage is offered that stands where the former words stood."""
_IN_PLACE = 0.15  # a passage in the place of the former words is preferred to one elsewhere that is as like
_LOOKED_AT = 60  # stretches of new or reworded sentences that are aligned word by word
_SAME = 0.7  # share of letters in common from which two anchors are about the same words
_OFFERED = 10  # passages that are listed, where several are as near


def find_all_again(dossier: Dossier, policy: Policy, before: Article | None = None) -> tuple[Anchored, ...]:
    """What became of every fact's anchor, in the order of the facts; nothing, where the article cannot be read.

    `before` is an earlier version of the article: with it, former places are known.
    """
    article = dossier.article
    if article is None:
        return ()
    grounds = Grounds(dossier, policy)
    alignment = Alignment(before, article) if before is not None else None
    return tuple(find_again(fact, article, grounds, alignment) for fact in dossier.facts)


def find_again(fact: Fact, article: Article, grounds: Grounds, alignment: Alignment | None = None) -> Anchored:
    """What became of one fact's anchor."""
    anchor = fact.anchor
    was = _former_place(anchor, alignment)
    places = article.find(anchor)
    if len(places) == 1:
        moved = was is not None and alignment is not None and not alignment.in_place(was, places[0])
        return Anchored(fact=fact, state=State.MOVED if moved else State.UNCHANGED, was=was, now=places[0])
    places = places or article.find(Anchor(exact=anchor.exact))
    if not places:
        return _reworded(fact, article, grounds, alignment, was)
    here = [place for place in places if was is not None and alignment is not None and alignment.in_place(was, place)]
    offers = _offers(fact, article, here if len(here) == 1 else places)
    if len(places) == 1:  # the words stand, those beside them changed
        return Anchored(fact=fact, state=State.MOVED, was=was, now=places[0], offers=offers)
    return Anchored(fact=fact, state=State.AMBIGUOUS, was=was, offers=offers)


class Nearest(Struct, frozen=True):
    """Places whose words are near, in the order of the text."""

    places: tuple[Place, ...]
    sure: bool
    """Whether they are near enough to be taken for the same passage."""


def nearest_places(article: Article, anchor: Anchor, taken: Iterable[Place] = ()) -> Nearest:
    """The place in headline or body whose words are most like an anchor's; several, if they are as near.

    `taken` are places other facts are about: they are offered only where there is nothing else.
    """
    found = [
        _Candidate(article.place(near.start, near.end, in_headline), near.likeness)
        for in_headline, text in ((True, article.headline.text), (False, article.body))
        for near in nearest_passages(text, anchor.exact.text)
    ]
    others = tuple(taken)
    free = [each for each in found if not any(_same_stretch(each.place, place) for place in others)]
    places, best = _best(free or found)
    if len(places) > 1:
        places = _with_context(article, anchor, places)
    return Nearest(places, best >= SURE)


class _Candidate(Struct, frozen=True):
    place: Place
    likeness: float


def _former_place(anchor: Anchor, alignment: Alignment | None) -> Place | None:
    if alignment is None:
        return None
    places = alignment.before.find(anchor) or alignment.before.find(Anchor(exact=anchor.exact))
    return places[0] if len(places) == 1 else None


def _reworded(
    fact: Fact, article: Article, grounds: Grounds, alignment: Alignment | None, was: Place | None
) -> Anchored:
    """The words are gone: what is nearest, in the place where they stood if that is known."""
    if alignment is not None and was is not None:
        near = _moved_with_their_sentences(fact.anchor, alignment, was)
    else:
        others = (other.anchor for other in grounds.dossier.facts if other is not fact)
        taken = [place for other in others for place in article.find(other)]
        near = nearest_places(article, fact.anchor, taken)
    if not near.places:
        instead = alignment.instead(was) if alignment is not None and was is not None else ""
        return Anchored(fact=fact, state=State.ORPHANED, was=was, instead=instead)
    offers = _offers(fact, article, near.places)
    if len(offers) > 1:
        return Anchored(fact=fact, state=State.AMBIGUOUS, was=was, offers=offers)
    stakes = at_stake(fact, fact.anchor.exact.text, offers[0].words, grounds)
    state = State.VALUE_CHANGED if stakes else State.REWORDED if near.sure else State.ORPHANED
    return Anchored(fact=fact, state=state, was=was, offers=offers, at_stake=stakes)


def _moved_with_their_sentences(anchor: Anchor, alignment: Alignment, was: Place) -> Nearest:
    """The nearest place among the sentences that are new or reworded; one in the former place is like enough sooner."""
    former = alignment.sentences(was)
    found = []
    stretches = (
        (share(former.text, each.text) + _IN_PLACE * each.in_place, each) for each in alignment.candidates(was)
    )
    ranked = sorted(stretches, key=lambda each: -each[0])  # of a whole article rewritten, only the likeliest
    for _, stretch in ranked[:_LOOKED_AT]:
        span = counterpart(former.text, was.start - former.start, was.end - former.start, stretch.text)
        if span is None:
            continue
        start, end = span
        alike = likeness(anchor.exact.text, stretch.text[start:end])
        score = (alike + max(alike, likeness(former.text, stretch.text))) / 2
        if score >= (LEAST_IN_PLACE if stretch.in_place else LEAST_LIKE):
            place = alignment.now.place(stretch.start + start, stretch.start + end, stretch.in_headline)
            found.append(_Candidate(place, score + _IN_PLACE * stretch.in_place))
    places, _ = _best(found)
    words = (words_at(alignment.now, place) for place in places)
    return Nearest(places, any(likeness(anchor.exact.text, each) >= SURE_IN_PLACE for each in words))


def _best(candidates: Iterable[_Candidate]) -> tuple[tuple[Place, ...], float]:
    """The best place and those as good that stand elsewhere, in the order of the text; and how good they are."""
    ordered = sorted(candidates, key=lambda each: (-each.likeness, each.place.end - each.place.start, each.place.at))
    kept: list[Place] = []
    for each in ordered:
        as_near = each.likeness > ordered[0].likeness - TIE
        if as_near and not any(_overlap(each.place, other) for other in kept):
            kept.append(each.place)
    in_order = sorted(kept[:_OFFERED], key=lambda place: (not place.in_headline, place.start))
    return tuple(in_order), ordered[0].likeness if ordered else 0.0


def _overlap(one: Place, other: Place) -> bool:
    return one.in_headline == other.in_headline and one.start < other.end and other.start < one.end


def _same_stretch(one: Place, other: Place) -> bool:
    """Whether two places have most of their letters in common."""
    if not _overlap(one, other):
        return False
    common = min(one.end, other.end) - max(one.start, other.start)
    return common >= _SAME * (max(one.end, other.end) - min(one.start, other.start))


def _with_context(article: Article, anchor: Anchor, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Of places as near, those beside which the anchor's own prefix or suffix still stands; all, if none has them."""
    beside = []
    for place in places:
        text = article.headline.text if place.in_headline else article.body
        before = anchor.prefix and text[: place.start].endswith(anchor.prefix)
        if before or (anchor.suffix and text[place.end :].startswith(anchor.suffix)):
            beside.append(place)
    return tuple(beside) or places


def _offers(fact: Fact, article: Article, places: Iterable[Place]) -> tuple[Offer, ...]:
    offers = []
    for place in tuple(places)[:_OFFERED]:
        words = words_at(article, place)
        diff = word_diff(fact.anchor.exact.text, words)
        offers.append(Offer(place=place, words=words, diff=diff, anchor=anchor_for(article, place, fact.anchor)))
    return tuple(offers)
