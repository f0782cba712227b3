"""Where quotation marks open and close in running text: curly, straight and, where safe, single ones and dashes."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

_OPENING, _CLOSING = "\u201c\u201e\u00ab\u201f", "\u201d\u00bb"
_DOUBLE = '[\u201c\u201e\u00ab\u201f\u201d\u00bb"]'
_MARKS = re.compile(
    "[\u201c\u201e\u00ab\u201f\u201d\u00bb\"'`]"  # one set first: the engine then skips to the marks
    f"(?:(?<=')'+|(?<=`)`+|(?<={_DOUBLE})(?:(?: ?{_DOUBLE}){{3,}})?)"
)  # runs of four and more are no quotations, and are found as one to be left out
_SINGLE = re.compile("[\u2018\u2019']")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_SAID = (
    "said|says|asked|cried|answered|replied|told|added|called|continued|repeated|murmured|muttered|whispered|shouted"
)
_DASH = re.compile(r"(?:^|(?<=: )|(?<=\n))[\u2014\u2015][ \t]?(?=\S)")
_DASH_TAG = re.compile(
    r"[,?!.\u2026] ?(?=(?:(?:[Hh]e|[Ss]he|I|[Tt]hey|(?:[A-Z][\w.'\u2019]{0,30} ){1,3}) ?(?:" + _SAID + r")\b)"
    r"|(?:(?:" + _SAID + r") (?:he|she|I|they|the|[A-Z])))"
)
_STOPS = ".,!?\u2026-\u2014;:"
_LONGEST = 20_000  # characters of one quotation; beyond, a mark is missing


class Quoted(Struct, frozen=True, kw_only=True):
    """Words between quotation marks: the span inside the marks, and the span with them."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool = True  # whether its closing mark is there; a quotation of several paragraphs closes in the last


@lru_cache(maxsize=128)
def find_quoted(text: str) -> tuple[Quoted, ...]:
    """Find what stands between quotation marks, outermost marks only, in the order of the text."""
    if text.isascii() and '"' not in text and "'" not in text and "`" not in text:
        return ()
    for find in (_doubles, _singles, _dashes):
        found = tuple(item for item in find(text) if item.start < item.end)
        if found:
            return found
    return ()


def _doubles(text: str) -> Iterator[Quoted]:
    marks = [mark for mark in _MARKS.finditer(text) if mark.end() - mark.start() < 3]
    if not marks:
        return
    breaks = [match.start() for match in _PARAGRAPH.finditer(text)]
    roles = _roles(text, marks, breaks)
    opened: re.Match[str] | None = None
    inner = 0
    for mark, role, ends_here in zip(marks, roles, _paragraph_ends(marks, breaks), strict=True):
        if opened is not None and (inner if role == "close" else _is_inner(text, mark)):
            inner += 1 if role == "open" else -1
        elif role == "open":
            if opened is not None:
                yield _quoted(text, opened, mark.start(), mark.start(), False)
            opened = mark
        elif opened is not None:
            if mark.end() - opened.start() <= _LONGEST:
                yield _quoted(text, opened, mark.start(), mark.end(), True)
            opened = None
        if opened is not None and ends_here is not None:
            yield _quoted(text, opened, ends_here, ends_here, False)
            opened, inner = None, 0
    if opened is not None:
        yield _quoted(text, opened, len(text), len(text), False)


def _is_inner(text: str, mark: re.Match[str]) -> bool:
    """Whether a curly mark that opens inside a quotation stands within its sentence: a title, a word quoted."""
    if mark[0] not in _OPENING:
        return False
    before = text[max(0, mark.start() - 2) : mark.start()].rstrip(" ")
    return before[-1:].isalnum()


def _quoted(text: str, opened: re.Match[str], end: int, outer_end: int, closed: bool) -> Quoted:
    start = opened.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quoted(
        start=start, end=end, outer_start=opened.start(), outer_end=outer_end if closed else end, closed=closed
    )


def _paragraph_ends(marks: Sequence[re.Match[str]], breaks: Sequence[int]) -> Iterator[int | None]:
    """For each mark, where its paragraph ends if no other mark comes before that."""
    index = 0
    for place, mark in enumerate(marks):
        while index < len(breaks) and breaks[index] < mark.end():
            index += 1
        following = marks[place + 1].start() if place + 1 < len(marks) else None
        ends = breaks[index] if index < len(breaks) else None
        yield ends if ends is not None and (following is None or ends < following) else None


def _roles(text: str, marks: Sequence[re.Match[str]], breaks: Sequence[int]) -> list[str]:
    """Say of each mark whether it opens or closes.

    Curly marks say so themselves. Straight ones alternate within a paragraph; whether the first opens is decided by
    how well each reading fits the spaces and stops around the marks.
    """
    roles: list[str] = []
    group: list[re.Match[str]] = []
    index = 0
    for mark in marks:
        while index < len(breaks) and breaks[index] < mark.start():
            index += 1
            roles += _alternating(text, group)
            group = []
        if mark[0] in _OPENING or mark[0] == "``":
            roles += [*_alternating(text, group), "open"]
            group = []
        elif mark[0] in _CLOSING:
            roles += [*_alternating(text, group), "close"]
            group = []
        else:
            group.append(mark)
    return roles + _alternating(text, group)


def _alternating(text: str, marks: Sequence[re.Match[str]]) -> list[str]:
    """The better of the readings that start open or closed; a mark that plainly fits only one role resets it."""
    if not marks:
        return []
    leanings = [_leaning(text, mark.start(), mark.end()) for mark in marks]
    scores = [0, 0]
    for place, leaning in enumerate(leanings):
        scores[place % 2] += leaning
        scores[1 - place % 2] -= leaning
    opens = scores[0] >= scores[1]
    roles: list[str] = []
    for place, leaning in enumerate(leanings):
        if abs(leaning) >= 2 and (leaning > 0) != opens:
            rest = sum(later if (n % 2 == 0) else -later for n, later in enumerate(leanings[place : place + 6]))
            opens = rest > 0 if rest else leaning > 0
        roles.append("open" if opens else "close")
        opens = not opens
    return roles


def _leaning(text: str, start: int, end: int) -> int:
    """How much the surroundings say that a mark opens (positive) or closes (negative)."""
    before, after = text[start - 1 : start], text[end : end + 1]
    spaced_before, spaced_after = not before or before.isspace(), not after or after.isspace()
    if spaced_before and not spaced_after:
        return 3
    if not spaced_before and spaced_after:
        return -3
    if not spaced_before:
        return 2 if before in "([\u2014-" else -2 if before in _STOPS or after in ".,;:)?!" else 0
    previous = text[max(0, start - 3) : start].rstrip(" ")[-1:]
    following = text[end : end + 3].lstrip(" ")[:1]
    if previous in ("", "\n"):
        return 3
    if following in ("", "\n"):
        return -3
    if previous in ".!?":
        return -2
    if following in ",.;:?!":
        return -2
    if previous == "," and following.islower():
        return -1
    return 1 if following.isupper() else 0


def _singles(text: str) -> Iterator[Quoted]:
    """Quotations in single marks, in a text without double ones: the closing mark follows a stop."""
    opened: re.Match[str] | None = None
    for mark in _SINGLE.finditer(text):
        before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
        if opened is None:
            starts = not before or before.isspace() or before in "(\u2014"
            wide = after.isupper() or after.isspace() or mark[0] == "\u2018"
            if starts and wide and mark[0] != "\u2019":
                opened = mark
            continue
        if mark[0] == "\u2018":
            continue
        stop = before if not before.isspace() else text[max(0, mark.start() - 2) : mark.start() - 1]
        if stop and stop in _STOPS and (not after or not after.isalnum()) and not _goes_on(text, mark.end()):
            yield _quoted(text, opened, mark.start(), mark.end(), True)
            opened = None
        elif mark.start() - opened.start() > _LONGEST:
            opened = None


def _goes_on(text: str, end: int) -> bool:
    """Whether a single mark is an apostrophe that stands apart: *' s*, *' ll*."""
    return re.match(r" ?(?:s|t|ll|ve|re|d|m|em|tis|twas)\b", text[end : end + 6]) is not None


def _dashes(text: str) -> Iterator[Quoted]:
    """Speech marked by a dash at the start of a line, in a text without marks: to its tag or the line's end."""
    for mark in _DASH.finditer(text) if "\u2014" in text or "\u2015" in text else ():
        end = text.find("\n", mark.end())
        end = len(text) if end < 0 else end
        tag = _DASH_TAG.search(text, mark.end(), end)
        end = tag.start() + (text[tag.start()] != ",") if tag else end
        yield _quoted(text, mark, end, end, True)
