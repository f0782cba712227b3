"""What a figure went from and to: *from $412 to $437 a year* may be a range, and may be two figures."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from factsuite.reading.quantities import QuantityMention, read_quantities
from factsuite.values.quantities import Reach

_FROM_TO = re.compile(r"from\s+(.+?)\s+to\s+(.+)", re.IGNORECASE | re.DOTALL)


def ends_of_change(text: str, mention: QuantityMention, reach: Reach) -> tuple[QuantityMention, ...]:
    """The two figures of a mention written *from A to B*; none of any other. What only one says is that of both."""
    found = _FROM_TO.fullmatch(text, mention.start, mention.end)
    ends = [_end(found[group], found.start(group), reach) for group in (1, 2)] if found is not None else []
    first, last = ends or (None, None)
    if first is None or last is None:
        return ()
    return _completed(first, mention), _completed(last, mention)


def figures_changed(text: str, mentions: Sequence[QuantityMention], reach: Reach) -> tuple[QuantityMention, ...]:
    """Every figure of a text that something went from or to, whether both were read as a range or apart."""
    ends = [end for mention in mentions for end in ends_of_change(text, mention, reach)]
    for one, other in pairwise(mentions):
        if text[one.end : other.start].strip() == "to":
            ends += [_completed(one, other), other]
    return tuple(ends)


def _end(words: str, offset: int, reach: Reach) -> QuantityMention | None:
    read = read_quantities(words, reach)
    if len(read) != 1:
        return None
    end = read[0]
    return replace(
        end,
        start=end.start + offset,
        end=end.end + offset,
        number_start=end.number_start + offset,
        number_end=end.number_end + offset,
    )


def _completed(end: QuantityMention, by: QuantityMention) -> QuantityMention:
    own, other = end.quantity, by.quantity
    quantity = replace(own, unit=own.unit or other.unit, per=own.per or other.per, noun=own.noun or other.noun)
    return replace(end, quantity=quantity)
