"""Quotations got wrong: a word dropped, a word replaced, the sense turned by a *not*."""

import re
from collections.abc import Iterator

from factsuite.mutation.changes import Change, like, splice
from factsuite.mutation.newsroom_copy import Copy
from factsuite.mutation.operators.polarity import negated, without_negation
from factsuite.values.wording.word_judgement import FUNCTION_WORDS

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SLIPS = {
    "may": "will",
    "will": "may",
    "could": "would",
    "would": "could",
    "can": "must",
    "this": "that",
    "that": "this",
    "is": "was",
    "was": "is",
    "are": "were",
    "in": "on",
    "and": "or",
    "most": "all",
    "many": "most",
    "more": "less",
    "very": "quite",
    "he": "they",
    "it": "that",
    "not": "never",
    "never": "not",
    "we": "they",
    "also": "only",
    "only": "also",
}
"""Small words people misremember, and what they write instead."""


def quoted_word_dropped(copy: Copy) -> Iterator[Change]:
    """One word of a quotation left out, any one; a quotation of one word is left alone."""
    for words in _quoted(copy):
        for word in words if len(words) > 1 else ():
            yield _dropped(copy.text, word.start(), word.end())


def quoted_word_replaced(copy: Copy) -> Iterator[Change]:
    """One word of a quotation replaced: small words by those they are mistaken for, others by a word of the text."""
    vocabulary = _vocabulary(copy.context or copy)
    for words in _quoted(copy):
        for word in words:
            other = _SLIPS.get(word[0].lower())
            if other is None and word[0].lower() not in FUNCTION_WORDS:
                others = [each for each in vocabulary if each != word[0].lower()]
                other = next(iter(copy.choose(others, f"word:{copy.around(word.start(), word.end())}")), None)
            if other is not None:
                yield splice(copy.text, word.start(), word.end(), like(other, word[0]))


def quotation_negated(copy: Copy) -> Iterator[Change]:
    """*Is not* for *is*, or the other way round, inside quotation marks."""
    for quotation in copy.quotations:
        yield from without_negation(copy.text, quotation.start, quotation.end)
        yield from negated(copy.text, quotation.start, quotation.end)


def _quoted(copy: Copy) -> Iterator[list[re.Match[str]]]:
    for quotation in copy.quotations:
        yield list(_WORD.finditer(copy.text, quotation.start, quotation.end))


def _vocabulary(copy: Copy) -> list[str]:
    """The longer words of a text, in small letters, without names."""
    found = {word[0] for word in _WORD.finditer(copy.text) if len(word[0]) > 5 and word[0].islower()}
    return sorted(found) or ["matter"]


def _dropped(text: str, start: int, end: int) -> Change:
    """A word left out, with one of the spaces beside it."""
    if text[end : end + 1] == " ":
        end += 1
    elif text[start - 1 : start] == " ":
        start -= 1
    return splice(text, start, end, "")
