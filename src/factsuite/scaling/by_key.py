"""What articles assert of the same things, shared out by what it is about: each part is reconciled by itself."""

from collections.abc import Iterable
from itertools import chain
from zlib import crc32

from factsuite.scaling.kept_contributions import EVERYTHING
from factsuite.scaling.outcomes import Outcome
from factsuite.verdicts.contributions import Contribution
from factsuite.verdicts.reconciling import Key, Pair, key_of, opposed_pairs

Shares = tuple[tuple[Contribution, ...], ...]
"""Assertions shared out: all that are about one thing lie in the same share, whichever articles they come from."""


def shares_of(outcomes: Iterable[Outcome], number: int) -> Shares:
    """What some articles assert, in so many shares."""
    shares: list[list[Contribution]] = [[] for _ in range(number)]
    for outcome in outcomes:
        for each in outcome.contributed.assertions_on(EVERYTHING):
            shares[_share(key_of(each), number)].append(each)
    return tuple(map(tuple, shares))


def pairs_in(parts: Iterable[Iterable[Contribution]]) -> tuple[Pair, ...]:
    """What cannot hold together of one share, of which every group of articles gives a part."""
    return opposed_pairs(chain.from_iterable(parts))


def _share(key: Key, number: int) -> int:
    """The same in every process: Python's own hash of a text differs from one to the next."""
    return crc32("\0".join(key).encode("utf-8", "surrogatepass")) % number
