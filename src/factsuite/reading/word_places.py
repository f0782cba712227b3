"""Words with their places: a text cut by one pattern at once, quicker than match by match."""

import re
from itertools import accumulate
from typing import NamedTuple


class Placed(NamedTuple):
    """The words of a text in order, and where each begins and ends."""

    words: list[str]
    starts: list[int]
    ends: list[int]


def placed(pattern: re.Pattern[str], text: str) -> Placed:
    """Every match of a pattern that is one group, as its words."""
    parts = pattern.split(text)  # gap, word, gap, word, ..., gap
    reached = list(accumulate(map(len, parts)))
    return Placed(parts[1::2], reached[0:-1:2], reached[1::2])
