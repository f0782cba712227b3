"""What of a text is prose: long stretches of figures and marks are data, and are not read.

A sentence has letters; a megabyte of `1,"1,"` has none. Reading every figure of such a stretch would find nothing
an article says, and take its time about it.
"""

import re

STRETCH = 5000
"""Code points looked at together. A shorter text is always read."""
LEAST_LETTERS = 0.2
"""Share of letters, of what is no space, below which a stretch is no prose: that of English prose is above 0.9."""

_ANYTHING = re.compile(r"[^\n]")


def prose_of(text: str) -> str:
    """The text with stretches that are no prose blanked out, so that every place stays where it is."""
    if len(text) <= STRETCH:
        return text
    stretches = (text[start : start + STRETCH] for start in range(0, len(text), STRETCH))
    return "".join(stretch if _is_prose(stretch) else _ANYTHING.sub(" ", stretch) for stretch in stretches)


def _is_prose(stretch: str) -> bool:
    letters = sum(map(str.isalpha, stretch))
    return letters >= LEAST_LETTERS * (len(stretch) - sum(map(str.isspace, stretch)))
