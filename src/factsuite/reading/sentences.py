"""Where sentences begin and end in running English text."""

import re
from functools import lru_cache

from factsuite.values.wording.abbreviations import (
    AT_AN_END,
    BEFORE_A_NAME,
    BEFORE_A_NUMBER,
    INSIDE_A_SENTENCE,
    MONTHS,
)
from factsuite.values.wording.word_lists import listed

_STOP = re.compile(
    r"[.!?\u2026\n]"  # one set first: the engine then skips to the stops
    r"(?:(?<=\n)(?:[ \t]*\n|(?=#))|(?<!\n)(?<![.!?\u2026][.!?\u2026])[.!?\u2026]*[\"'\u201d\u2019)\]]{0,4}(?=\s|$))"
)
_NEXT_WORDS = re.compile(r"[\s\"'\u201c\u2018(\[*_]*([^\s\"'\u201c\u2018(\[*_,;:.!?]*)")
_BEGINNERS = frozenset(
    listed(
        "a after all although an and as at because before both but by despite during each even for from he her "
        "here his how however i if in instead it its last many meanwhile more most my no not now on one only "
        "other our she since so some such that the their then there these they this those though to under until "
        "we what when where whether which while who why with yet you"
    )
)
_ASIDE = re.compile(
    r"\s*(?:[A-Z][\w.'\u2019-]{0,30}\s+){1,4}(?:said|asked|says|asks|cried|replied|exclaimed|added|wrote|told|demanded"
    r"|wondered|shouted|inquired|answered|responded)\b"
)
_REACH = 40  # characters before a full stop that hold its word


@lru_cache(maxsize=128)
def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the sentences, without the white space between them.

    A blank line and a heading end a sentence; a full stop does unless it belongs to an abbreviation, an initial or a
    number, or the sentence goes on in lower case. A sentence inside quotation marks ends like any other; the tag
    after it (*"Why?" he asked*) still belongs to it.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(text):
        end = stop.end()
        if end < len(text) and stop[0][0] != "\n" and not _ends(text, stop):
            continue
        _append(spans, text, start, end)
        start = end
    _append(spans, text, start, len(text))
    return tuple(spans)


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _ends(text: str, stop: re.Match[str]) -> bool:
    following = _NEXT_WORDS.match(text, stop.end(), stop.end() + _REACH)
    word = following[1] if following else ""
    if not word:
        return True
    if word[0].islower():
        return "\n" in text[stop.end() : stop.end() + 2] and "\n\n" in text[stop.end() : stop.end() + 4]
    marks = stop[0]
    if marks[0] in "!?" and marks[-1] in "\"'\u201d\u2019" and _ASIDE.match(text, stop.end(), stop.end() + 140):
        return False
    if marks[0] != "." or marks.startswith(".."):
        return True
    if marks[-1] in '"\u201d':
        return True
    return not _is_abbreviation(text, _word_before(text, stop.start()), stop.start(), word)


def _word_before(text: str, end: int) -> str:
    """The letters before a full stop, with the full stops among them: *U.S*."""
    start = end
    while start and end - start < _REACH and (text[start - 1].isalpha() or text[start - 1] == "."):
        start -= 1
    return text[start:end].lstrip(".")


def _is_abbreviation(text: str, before: str, dot: int, following: str) -> bool:
    """Whether the full stop at `dot` belongs to the word before it, and the sentence goes on."""
    lowered = before.lower()
    if not before:
        return _is_list_number(text, dot)
    if len(before) == 1 and before.isupper():
        return before != "I" and following.lower() not in _BEGINNERS
    if lowered in BEFORE_A_NAME:
        return True
    if lowered in MONTHS or lowered in BEFORE_A_NUMBER:
        return following[0].isdigit()
    if lowered in ("vs", "v", "cf", "e.g", "i.e", "approx"):
        return True
    if lowered in INSIDE_A_SENTENCE:
        return following[0].isdigit()
    if lowered in AT_AN_END or ("." in before and before.replace(".", "").isupper()):
        return following.lower() not in _BEGINNERS
    return False


def _is_list_number(text: str, dot: int) -> bool:
    """*1.* at the start of a line numbers what follows."""
    start = dot
    while start and dot - start < 4 and text[start - 1].isdigit():
        start -= 1
    return start < dot and (start == 0 or text[start - 1] == "\n")
