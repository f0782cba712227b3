"""Across facts: what is asserted of one thing, in one article or in several, must be able to hold together.

A reduction over the contributions of all articles, keyed by the thing and by whose word it is on. Only what is said on
one party's word is compared, or on the word of two of whom one speaks within the other; what others say is no
contradiction.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby

from msgspec import Struct

from factsuite.values.dates import DateValue, compare_dates
from factsuite.values.numbers.intervals import Interval
from factsuite.values.relation import Relation
from factsuite.verdicts.contributions import Contribution, Held, Matter, Somewhere
from factsuite.verdicts.overlaps import Timed, opponents

Pair = tuple[Contribution, Contribution]
Key = tuple[str, str, str, str]
_TIMELESS = (Matter.DATE, Matter.PLACE)
_NAMES = {matter: matter.value for matter in Matter}
_Opposed = Callable[[Contribution, Contribution], bool]


class Clash(Struct, frozen=True, kw_only=True):
    """An assertion, and others that cannot hold together with it."""

    one: Contribution
    against: tuple[Contribution, ...]
    """In the order of articles and facts."""


class Reconciled(Struct, frozen=True, kw_only=True):
    """What of all articles together cannot hold."""

    clashes: tuple[Clash, ...]

    def about(self, *matters: Matter) -> Iterator[Clash]:
        """The clashes on some matters."""
        return (clash for clash in self.clashes if clash.one.matter in matters)


def reconcile(contributions: Iterable[Contribution]) -> Reconciled:
    """Find, for every assertion that cannot hold together with another, at least one such pair.

    Each pair is told once, at the one that stands against more of the others: where three articles agree and a fourth
    does not, at the fourth; where one stands against one, at the one of the later day. Takes n log n steps for n
    figures of a measure.
    """
    return told_once(opposed_pairs(contributions))


def opposed_pairs(contributions: Iterable[Contribution]) -> tuple[Pair, ...]:
    """For every assertion that cannot hold together with another of its key, a pair of the two; the earlier is first.

    A key's pairs depend on its own contributions alone, so keys may be shared out.
    """
    things: dict[Key, list[Contribution]] = {}
    for each in sorted(contributions, key=lambda each: each.order):
        things.setdefault(key_of(each), []).append(each)
    pairs: dict[tuple[object, object], Pair] = {}
    for key in sorted(key for key, members in things.items() if len(members) > 1):
        for own, nested in _by_scope(things[key]):
            everything = sorted((*own, *nested), key=lambda each: each.order)
            for pair in chain(_pairs(own, everything), _pairs(nested, own)):
                pairs.setdefault((pair[0].order, pair[1].order), pair)
    return tuple(pairs.values())


def told_once(pairs: Iterable[Pair]) -> Reconciled:
    """Pairs, each told at one of its two; in whatever order they come."""
    return Reconciled(clashes=tuple(_clashes(list(pairs))))


def key_of(each: Contribution) -> Key:
    """What an assertion is compared by: one that shares it with no other needs no comparing.

    Figures and offices of a day that is not known are compared within their article only.
    """
    timeless = each.matter in _TIMELESS
    alone = "" if timeless or each.when is not None else each.article
    return _NAMES[each.matter], each.thing, each.unit, alone


def _by_scope(members: Sequence[Contribution]) -> Iterator[tuple[list[Contribution], list[Contribution]]]:
    """For each scope, what is said on its own word and what on the word of somebody within it."""
    own: dict[str, list[Contribution]] = {}
    nested: dict[str, list[Contribution]] = {}
    for each in members:
        own.setdefault(each.scope, []).append(each)
        for scope in sorted(each.within - {each.scope}):
            nested.setdefault(scope, []).append(each)
    for scope in sorted(own):
        yield own[scope], nested.get(scope, [])


def _pairs(asking: Sequence[Contribution], others: Sequence[Contribution]) -> Iterator[Pair]:
    """One opponent for each that has any."""
    if not asking or not others:
        return
    matter = asking[0].matter
    find = _figures if matter is Matter.FIGURE else _one_by_one(_OPPOSED[matter])
    for one, other in find(asking, others):
        yield (one, other) if one.order <= other.order else (other, one)


def _figures(asking: Sequence[Contribution], others: Sequence[Contribution]) -> Iterator[Pair]:
    found = opponents([_timed(each) for each in asking], [_timed(each) for each in others])
    yield from ((one, others[place]) for one, place in zip(asking, found, strict=True) if place is not None)


def _timed(each: Contribution) -> Timed:
    assert isinstance(each.content, Interval)
    first, last = each.when if each.when is not None else (0, 0)
    return Timed(first, last, each.content)


def _one_by_one(opposed: _Opposed) -> Callable[[Sequence[Contribution], Sequence[Contribution]], Iterator[Pair]]:
    """Different contents are compared with one another once, however many facts assert them."""

    def find(asking: Sequence[Contribution], others: Sequence[Contribution]) -> Iterator[Pair]:
        different = {(each.content, each.when): each for each in reversed(others)}
        distinct = sorted(different.values(), key=lambda each: each.order)
        known: dict[object, Contribution | None] = {}
        for one in asking:
            key = (one.content, one.when)
            if key not in known:
                known[key] = next((other for other in distinct if opposed(one, other)), None)
            other = known[key]
            if other is not None:
                yield one, other

    return find


def _dates_opposed(one: Contribution, other: Contribution) -> bool:
    left, right = one.content, other.content
    assert isinstance(left, DateValue)
    assert isinstance(right, DateValue)
    return compare_dates(left, right) is compare_dates(right, left) is Relation.CONTRADICTS


def _places_opposed(one: Contribution, other: Contribution) -> bool:
    left, right = one.content, other.content
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    return not any(_may_be_one(here, there) for here in left for there in right)


def _may_be_one(here: Somewhere, there: Somewhere) -> bool:
    nested = here.id in there.containers or there.id in here.containers
    return nested or bool(here.touches & there.containers or there.touches & here.containers)


def _offices_opposed(one: Contribution, other: Contribution) -> bool:
    left, right = one.content, other.content
    assert isinstance(left, Held)
    assert isinstance(right, Held)
    return _at_one_time(one, other) and left.title not in right.also and right.title not in left.also


def _at_one_time(one: Contribution, other: Contribution) -> bool:
    if one.when is None or other.when is None:
        return True
    return one.when[0] <= other.when[1] and other.when[0] <= one.when[1]


_OPPOSED: dict[Matter, _Opposed] = {
    Matter.DATE: _dates_opposed,
    Matter.PLACE: _places_opposed,
    Matter.OFFICE: _offices_opposed,
}


def _clashes(pairs: Sequence[Pair]) -> Iterator[Clash]:
    weight = Counter(each.order for pair in pairs for each in pair)

    def standing_out(each: Contribution) -> tuple[object, ...]:
        return weight[each.order], each.when or (0, 0), each.order

    told = [(one, other) if standing_out(one) > standing_out(other) else (other, one) for one, other in pairs]
    told.sort(key=lambda pair: (pair[0].order, pair[1].order))
    for _, group in groupby(told, key=lambda pair: pair[0].order):
        found = list(group)
        yield Clash(one=found[0][0], against=tuple(other for _, other in found))
