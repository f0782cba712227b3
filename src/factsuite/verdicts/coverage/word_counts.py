"""How many words stand in the stretches of a text, as `plain_words` cuts them."""

import re
from bisect import bisect_left, bisect_right

from factsuite.reading.word_places import runs_of
from factsuite.verdicts.coverage.assertions import plain_words

_JOINT = re.compile(r"[',.](?<=[^\W_].)(?=[^\W_])")
"""What joins two runs of letters or digits to one word."""
_SIGN = re.compile(r"[%$]")
"""What is a word by itself."""


class WordCounts:
    """A text of whose stretches the words are counted: cut once where no typography needs to be folded first."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._is_plain = text.isascii() and "`" not in text
        _, self._starts, self._ends = runs_of(text)
        self._joints = [match.start() for match in _JOINT.finditer(text)]
        self._signs = [match.start() for match in _SIGN.finditer(text)]

    def within(self, start: int, end: int) -> int:
        """The words of a stretch, which is not empty; of a word that it cuts, the part within it counts."""
        if not self._is_plain:
            return len(plain_words(self._text[start:end]))
        runs = bisect_left(self._starts, end) - bisect_right(self._ends, start)
        joints = bisect_left(self._joints, end - 1) - bisect_right(self._joints, start)
        signs = bisect_left(self._signs, end) - bisect_left(self._signs, start)
        return runs - max(0, joints) + signs
