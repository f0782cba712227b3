"""Where an excerpt stands in the text of its source, word for word.

Typography folds by the table quotations fold by, and composed letters are one with decomposed ones. A word broken at
the end of a line by a hyphen is also looked for in one piece, with the hyphen and without. Nothing else is forgiven: no
sign, operator, decimal mark or currency sign is passed over, and no word or figure is cut.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from factsuite.values.folding import fold

LEFT_OUT = 1_000
"""Characters of the source that one mark of omission in an excerpt may stand for: a passage, not a page."""
PAGE_END = "\f"

_ELLIPSIS = re.compile(r"\s*(?:\[\.{3,4}\]|\(\.{3,4}\)|\.{3,4})\s*")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad]\n(?=[^\W\d_])")
_BEFORE_FIGURE = frozenset("+-\u00b1<>\u2264\u2265=\u2248~.,/:^*\u00d7#$\u20ac\u00a3\u00a5")
_AFTER_FIGURE = frozenset("%\u2030\u00b0$\u20ac\u00a3\u00a5")
_WITHIN_FIGURE = frozenset(".,/:-^\u2014")
_DASH = "\u2014"


class Copy(Struct, frozen=True):
    """The folded text of a source, and where each of its pages begins."""

    text: str
    page_starts: tuple[int, ...]

    def page(self, position: int) -> int:
        """The page a position lies on, from 1."""
        return bisect_right(self.page_starts, position)


class Spot(Struct, frozen=True):
    """One place where an excerpt stands."""

    start: int
    page: int


def find_excerpt(excerpt: str, text: str) -> tuple[Spot, ...]:
    """The places where an excerpt stands in a text, in order; where it marks omissions, its parts in order."""
    wanted = plain(excerpt)
    for copy in _copies(text):
        starts = list(_whole(wanted, copy.text)) or _parts(wanted, copy.text)
        if starts:
            return tuple(Spot(start, copy.page(start)) for start in starts)
    return ()


def plain(text: str) -> str:
    """A text as it is compared: folded, on one line."""
    return fold(unicodedata.normalize("NFC", text))


def _copies(text: str) -> Iterator[Copy]:
    """The text, then with words broken at the ends of lines in one piece; these are only made if they are asked for."""
    yield _copy(text)
    for each in _rejoined(text):
        yield _copy(each)


@lru_cache(maxsize=256)
def _rejoined(text: str) -> tuple[str, ...]:
    """The text without the hyphens of broken words, and with them; nothing where no word is broken."""
    if _BROKEN_WORD.search(text) is None:
        return ()
    return _BROKEN_WORD.sub("", text), _BROKEN_WORD.sub("-", text)


@lru_cache(maxsize=256)
def _copy(text: str) -> Copy:
    pages = [plain(page) for page in text.split(PAGE_END)]
    starts, length = [], 0
    for page in pages:
        starts.append(length)
        length += len(page) + 1
    return Copy(" ".join(pages), tuple(starts))


def _whole(wanted: str, text: str) -> Iterator[int]:
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        if not cuts(text, start, start + len(wanted)):
            yield start
        start = text.find(wanted, start + 1)


def _parts(wanted: str, text: str) -> list[int]:
    """Where the parts of an excerpt with omissions stand in order; one entry for every way they do."""
    parts = [part for part in _ELLIPSIS.split(wanted) if part]
    if parts == [wanted] or not all(any(char.isalnum() for char in part) for part in parts):
        return []
    places = [list(_whole(part, text)) for part in parts]
    ways = dict.fromkeys(places[-1], 1) if places else {}
    for part, here, following in zip(parts[-2::-1], places[-2::-1], places[:0:-1], strict=True):
        ways = {start: _ways(start + len(part), following, ways) for start in here}
    return [start for start in sorted(ways) for _ in range(ways[start])]


def _ways(end: int, following: list[int], ways: dict[int, int]) -> int:
    """How many ways lead on from here: none, one, or several, which is two."""
    first, last = bisect_left(following, end), bisect_right(following, end + LEFT_OUT)
    return min(2, sum(ways[place] for place in following[first:last]))


def cuts(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text begins or ends inside a word or a figure, or drops its sign."""
    return _cut_before(text, start) or _cut_after(text, end)


def _cut_before(text: str, start: int) -> bool:
    before, first = text[max(0, start - 1) : start], text[start]
    if not before or before == " ":
        return False
    if first.isdigit():
        if before == _DASH:  # a range, or a dash set for a minus sign
            return start == 1 or not text[start - 2].isalpha()
        return before.isalnum() or before in _BEFORE_FIGURE
    if first in "+-.,":
        return before.isalnum()
    return first.isalnum() and before.isalnum()


def _cut_after(text: str, end: int) -> bool:
    after, last = text[end : end + 1], text[end - 1]
    if not after or after == " ":
        return False
    if last.isdigit():
        figure_goes_on = after in _WITHIN_FIGURE and text[end + 1 : end + 2].isdigit()
        return after.isalnum() or after in _AFTER_FIGURE or figure_goes_on
    return last.isalnum() and after.isalnum()
