"""How the values of one thing meet: along lines (figures, dates, terms), or two by two (places, people, titles, words).

Values are named by their places in a sequence: the reports of a thing, then what is asserted of it.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec import Struct, field

from factsuite.values.relation import COMPATIBLE, CONTRADICTS, ENTAILS, Relation, weakest
from factsuite.verdicts.agreement.opposition import largest_unopposed, opposed_pair
from factsuite.verdicts.agreement.ranges import (
    EVERYTHING,
    Ranges,
    beginnings,
    common,
    deepest,
    fewest_apart,
    holds,
    meet_on_lines,
    within_on_lines,
)
from factsuite.verdicts.agreement.records import Standing

_INSIDE, _PARTLY, _OUTSIDE = Standing.INSIDE, Standing.PARTLY, Standing.OUTSIDE


class Meeting(Protocol):
    """What can be asked of the values of one thing."""

    @property
    def is_one(self) -> bool:
        """Whether all are known to be one value, which can be right: they agree, and none says more than another."""

    @property
    def silent(self) -> Sequence[int]:
        """The values that cannot be compared with any other."""

    def different(self, members: Sequence[int]) -> list[int]:
        """Of members with one value the first: what is asked of all together need not be asked twice of a value."""

    def agree(self, one: int, other: int) -> bool:
        """Whether both can be right."""

    def is_as_exact(self, one: int, other: int) -> bool:
        """Whether the one says all that the other says."""

    def clash(self, members: Sequence[int]) -> tuple[int, ...]:
        """The fewest of the members that cannot all be right; none if all can."""

    def largest(self, members: Sequence[int]) -> tuple[frozenset[int], ...]:
        """The largest groups of members that can all be right."""

    def shared(self, members: Sequence[int]) -> str:
        """What the members have in common, in words; empty where nothing can be named."""

    def standing(self, claim: int, members: Sequence[int]) -> Standing | None:
        """How a claim stands to what the members have in common; None where they have nothing in common.

        The members can all be right.
        """


class OnLines(Struct, frozen=True):
    """Values that are sets on one line, or on two: the beginning and the end of a period.

    A value on two lines allows every pair of a point of the one and a point of the other, so several such values have
    a pair in common if and only if they have a point in common on each line.
    """

    values: tuple[tuple[Ranges, ...] | None, ...]
    """One set for each line; None for what cannot be compared."""
    describe: Callable[[tuple[Ranges, ...]], str]

    @property
    def is_one(self) -> bool:
        """One set is often one object."""
        first = self.values[0]
        for value in self.values:
            if value is not first:
                return False
        return first is not None and all(first)

    @property
    def silent(self) -> Sequence[int]:
        """Those that are no set on these lines."""
        return [place for place, value in enumerate(self.values) if value is None] if None in self.values else ()

    def different(self, members: Sequence[int]) -> list[int]:
        """One set is often one object."""
        first: dict[int, int] = {}
        for member in members:
            first.setdefault(id(self.values[member]), member)
        return list(first.values())

    def agree(self, one: int, other: int) -> bool:
        """Whether they meet on every line."""
        if self.values[one] is self.values[other]:
            return all(self._of(one))
        return meet_on_lines(self._of(one), self._of(other))

    def is_as_exact(self, one: int, other: int) -> bool:
        """Whether the one lies within the other on every line."""
        return self.values[one] is self.values[other] or within_on_lines(self._of(one), self._of(other))

    def clash(self, members: Sequence[int]) -> tuple[int, ...]:
        """The smallest clash on any one line."""
        found = [fewest_apart([self._of(member)[line] for member in members]) for line in self._lines(members)]
        smallest = min((each for each in found if each), key=len, default=())
        return tuple(members[place] for place in smallest)

    def largest(self, members: Sequence[int]) -> tuple[frozenset[int], ...]:
        """By a sweep on the last line; on a line before it, from every point where a value begins."""
        *before, last = self._lines(members)
        groups = [tuple(members)]
        for line in before:
            points = beginnings(self._of(member)[line] for member in members)
            held = (tuple(m for m in group if holds(self._of(m)[line], at)) for group in groups for at in points)
            groups = [group for group in dict.fromkeys(held) if group]
        found = [
            frozenset(group[place] for place in places)
            for group in groups
            for places in deepest([self._of(member)[last] for member in group])
        ]
        most = max(map(len, found), default=0)
        return tuple(dict.fromkeys(group for group in found if len(group) == most))

    def shared(self, members: Sequence[int]) -> str:
        """What they have in common on every line."""
        found = self._common(members)
        return self.describe(found) if all(found) else ""

    def standing(self, claim: int, members: Sequence[int]) -> Standing | None:
        """Inside, if the claim contains what is common or lies within it, on every line."""
        asserted, found = self.values[claim], self._common(members)
        if asserted is None or not all(found):
            return None
        if asserted is found:
            return _INSIDE
        if not all(asserted):
            return _OUTSIDE
        if within_on_lines(found, asserted) or within_on_lines(asserted, found):
            return _INSIDE
        return _PARTLY if meet_on_lines(asserted, found) else _OUTSIDE

    def _common(self, members: Sequence[int]) -> tuple[Ranges, ...]:
        if len(members) == 1:
            return self._of(members[0])
        return tuple(common(self._of(member)[line] for member in members) for line in self._lines(members))

    def _lines(self, members: Sequence[int]) -> range:
        return range(len(self._of(members[0])))

    def _of(self, value: int) -> tuple[Ranges, ...]:
        found = self.values[value]
        return found if found is not None else (EVERYTHING,)


class TwoByTwo(Struct, frozen=True):
    """Values of which any two are opposed or not."""

    keys: tuple[str, ...]
    """Equal keys are one value; an empty key cannot be compared."""
    said: Sequence[object]
    """Members that say the same here are one; `name_shared` may not tell them apart."""
    relate: Callable[[int, int], Relation]
    """How the one, as reported, stands to the other, as asserted."""
    name_shared: Callable[[Sequence[int]], str]
    opposed: Callable[[int, int], bool] | None = None
    """Where two values are opposed by another measure than that they contradict each other."""
    _known: dict[tuple[int, int], Relation] = field(default_factory=dict)

    @property
    def is_one(self) -> bool:
        """Whether the same is said throughout."""
        first = self.said[0]
        for each in self.said:
            if each != first:
                return False
        return self.keys[0] != ""

    @property
    def silent(self) -> Sequence[int]:
        """Those without a key."""
        return [place for place, key in enumerate(self.keys) if not key] if "" in self.keys else ()

    def different(self, members: Sequence[int]) -> list[int]:
        """By what is said."""
        first: dict[object, int] = {}
        for member in members:
            first.setdefault(self.said[member], member)
        return list(first.values())

    def agree(self, one: int, other: int) -> bool:
        """Whether they are not opposed."""
        return not self._opposed(one, other)

    def is_as_exact(self, one: int, other: int) -> bool:
        """Whether the one entails the other."""
        return self._relation(one, other) is ENTAILS

    def clash(self, members: Sequence[int]) -> tuple[int, ...]:
        """The first two that are opposed."""
        keys = [self.keys[member] for member in members]
        if len(set(keys)) < 2:
            return ()
        found = opposed_pair(keys, self._among(members))
        return tuple(members[place] for place in found)

    def largest(self, members: Sequence[int]) -> tuple[frozenset[int], ...]:
        """The largest groups of which no two are opposed."""
        found = largest_unopposed([self.keys[member] for member in members], self._among(members))
        return tuple(frozenset(members[place] for place in group) for group in found)

    def shared(self, members: Sequence[int]) -> str:
        """As the kind of value names it."""
        return self.name_shared(members)

    def standing(self, claim: int, members: Sequence[int]) -> Standing | None:
        """By the weakest relation of a member to the claim."""
        relation = weakest(self._relation(member, claim) for member in members)
        return _STANDING.get(relation)

    def _among(self, members: Sequence[int]) -> Callable[[int, int], bool]:
        return lambda one, other: self._opposed(members[one], members[other])

    def _opposed(self, one: int, other: int) -> bool:
        if self.keys[one] == self.keys[other]:
            return False
        if self.opposed is not None:
            return self.opposed(one, other)
        there = self._relation(one, other)
        if there is ENTAILS or there is COMPATIBLE:
            return False
        back = self._relation(other, one)
        if back is ENTAILS or back is COMPATIBLE:
            return False
        return there is CONTRADICTS or back is CONTRADICTS

    def _relation(self, reported: int, asserted: int) -> Relation:
        pair = (reported, asserted)
        known = self._known.get(pair)
        if known is None:
            same = self.keys[reported] == self.keys[asserted] != ""
            known = self._known[pair] = ENTAILS if same else self.relate(reported, asserted)
        return known


_STANDING = {
    ENTAILS: _INSIDE,
    COMPATIBLE: _PARTLY,
    CONTRADICTS: _OUTSIDE,
}
