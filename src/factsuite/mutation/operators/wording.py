"""Words that turn or raise what is said: direction, certainty, extent, units, the order of events."""

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from factsuite.mutation.changes import Change, like, splice
from factsuite.mutation.newsroom_copy import Copy


def _both_ways(pairs: str) -> dict[str, str]:
    """*rose fell|grew shrank*: each word of a pair becomes the other."""
    found = (pair.split("/") for pair in " ".join(pairs.split()).split("|"))
    return {word: other for one, two in found for word, other in ((one, two), (two, one))}


_DIRECTIONS = _both_ways(
    "rose/fell|rise/fall|rising/falling|grew/shrank|growing/shrinking|increased/decreased|increase/decrease|gained/lost"
    "|moved to/moved from|relocated to/relocated from|sent to/sent from|won/lost|opened/closed|entered/left"
    "|preventing/promoting|escalation/de-escalation|imported/exported|bought/sold|up from/down from|higher/lower"
    "|fit/unfit|supports/opposes|supported/opposed|strengthened/weakened|accepted/rejected"
) | {"lack": "have", "lacks": "has", "abstain": "insist", "deny": "confirm"}
_MODALITY = {
    "may": "will",
    "might": "will",
    "could": "will",
    "would": "will",
    "should": "must",
    "will": "may",
    "must": "may",
    "possible": "certain",
    "potential": "definite",
    "is expected to": "is certain to",
    "are expected to": "are certain to",
    "expected": "confirmed",
    "planned": "carried out",
    "likely": "certain",
}
_EXTENT = {
    "some": "most",
    "several": "most",
    "various": "all",
    "many": "most",
    "most": "all",
    "multiple": "countless",
    "these": "all",
    "those": "all",
    "a few": "many",
    "almost all": "all",
    "nearly all": "all",
}
_UNITS = _both_ways(
    "years/months|weeks/days|hours/minutes|kilometres/miles|kilometers/meters|tonnes/kilograms"
    "|percent/percentage points|euros/dollars|year/month|week/day"
) | {"soldiers": "officers", "troops": "brigades", "people": "families", "casualties": "deaths", "injured": "killed"}
_ORDER = {
    "despite": ("before", "after"),
    "in response": ("beforehand", "meanwhile"),
    "before": ("after",),
    "after": ("before",),
    "ahead of": ("following",),
    "following": ("ahead of",),
    "later": ("earlier",),
    "earlier": ("later",),
    "added": ("had said before",),
}
_TURNED = frozenset(("before", "beforehand", "earlier", "had said before"))


def direction_reversed(copy: Copy) -> Iterator[Change]:
    """*Fell* for *rose*, *sent from* for *sent to*."""
    yield from _replaced(copy, _DIRECTIONS)


def modality_changed(copy: Copy) -> Iterator[Change]:
    """*Will* for *may*, *certain* for *possible*, or the other way round."""
    yield from _replaced(copy, _MODALITY)


def extent_raised(copy: Copy) -> Iterator[Change]:
    """*Most* for *some*, *all* for *these*."""
    yield from _replaced(copy, _EXTENT)


def unit_swapped(copy: Copy) -> Iterator[Change]:
    """*Months* for *years*, *percentage points* for *percent*, *deaths* for *casualties*."""
    for mention in copy.quantities:
        end = min(len(copy.text), mention.end + 40)
        for phrase, other in sorted(_UNITS.items(), key=lambda pair: -len(pair[0])):
            found = re.compile(rf"[^.,;\"]{{0,30}}?\b({re.escape(phrase)})\b").match(copy.text, mention.number_end, end)
            if found is not None:
                yield splice(copy.text, *found.span(1), other)
                break


def order_reversed(copy: Copy) -> Iterator[Change]:
    """*Before* for *after*; *despite* and *in response* turned round, or to a plain *after*."""
    for phrase, others in sorted(_ORDER.items()):
        for start, end in _places(copy, phrase):
            for other in others:
                link = "after" if other in ("after", "meanwhile") else ""
                change = splice(copy.text, start, end, like(other, copy.text[start]))
                yield replace(change, turns=other in _TURNED, links=((phrase, link),))


def _replaced(copy: Copy, table: Mapping[str, str]) -> Iterator[Change]:
    """Each phrase of a table, outside quotation marks, by the other one; a longer phrase hides a shorter one."""
    taken: list[tuple[int, int]] = []
    for phrase, other in sorted(table.items(), key=lambda pair: (-len(pair[0]), pair[0])):
        for start, end in _places(copy, phrase):
            if all(end <= first or start >= last for first, last in taken):
                taken.append((start, end))
                yield splice(copy.text, start, end, like(other, copy.text[start]))


def _places(copy: Copy, phrase: str) -> Iterator[tuple[int, int]]:
    """Where a phrase stands as whole words, outside quotation marks and not as the name of a month."""
    for found in re.finditer(rf"(?<![\w-]){re.escape(phrase)}(?![\w-])", copy.text, re.IGNORECASE):
        if not copy.in_quotation(found.start()) and found[0] != "May":
            yield found.span()
