"""Where a sentence is cut into the parts that each assert something."""

import re
from collections.abc import Iterator

from factsuite.drafting.passages import Passages, Sentence, Span, count_words
from factsuite.drafting.said import Said

FINITE = (
    r"(?:is|are|was|were|has|have|had|do|does|did|will|would|shall|should|can|could|may|might|must|cannot|can't|won't|"
    r"isn't|aren't|wasn't|weren't)"
)
"""Verbs that a clause of its own has."""
_COORDINATED = re.compile(
    rf"(?P<but>,\s+but\s+)|(?P<and>,?\s+and\s+)(?={FINITE}\b)|(?P<after>\s+)(?=(?:after|before|despite)\s+\w+ing\b)"
    rf"|(?P<clause>,\s+and\s+)(?=(?:[\w'\u2019-]+\s+){{1,5}}{FINITE}\b)"
)
_COMMA = re.compile(r"(?<!\d),(?!\d)\s*|,\s+|;\s*|\s+[\u2013\u2014]\s+|:\s+|(?<=\w)\s*[()]\s*")
_AND = re.compile(r"\s+and\s+")
_LEAST = 3


def parts_of(passages: Passages, span: Span) -> Iterator[Span]:
    """What is said, cut where a second verb of its own begins: *is fit, but lacks drill*; *has not and will not*."""
    begin = span[0]
    for match in _COORDINATED.finditer(passages.veiled, *span):
        left, right = passages.veiled[begin : match.start()], passages.veiled[match.end() : span[1]]
        if count_words(left) >= _LEAST and count_words(right) >= _LEAST and _may_cut(match, left):
            yield passages.trimmed(begin, match.start())
            begin = match.end()
    last = passages.trimmed(begin, span[1])
    if last[0] < last[1]:
        yield last


def _may_cut(match: re.Match[str], left: str) -> bool:
    """*whether it can and will*: not within a question or a condition."""
    return not re.search(r"\b(?:if|whether|unless)\b[^,]*$", left) or match["but"] is not None


def part_around(passages: Passages, sentence: Sentence, place: int, said: tuple[Said, ...]) -> Span:
    """The part of a sentence that holds a place: between commas, and within what one tag reports."""
    start, end = sentence.start, sentence.end
    for each in said:
        if each.that[0] <= place < each.that[1]:
            start, end = max(start, each.that[0]), min(end, each.that[1])
    cuts = [match.span() for match in _COMMA.finditer(passages.veiled, start, end)]
    cuts += [
        match.span()
        for match in _AND.finditer(passages.veiled, start, end)
        if _counts(passages.text[start : match.start()][-40:])
        and _counts(passages.text[match.end() : match.end() + 24])
    ]
    for begin, stop in sorted(cuts):
        if stop <= place:
            start = max(start, stop)
        elif begin > place:
            end = min(end, begin)
            break
    return passages.trimmed(start, end)


def _counts(text: str) -> bool:
    return re.search(r"\d", text) is not None
