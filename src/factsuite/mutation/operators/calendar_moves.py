"""Dates got wrong: another day, month, year or weekday; another part of the month; *since* for *by*."""

import re
from collections.abc import Iterator

from factsuite.mutation.changes import Change, like, splice
from factsuite.mutation.newsroom_copy import Copy

_MONTHS = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()  # noqa: SIM905
_PARTS = {"early": "late", "late": "early", "mid": "late", "morning": "evening", "evening": "morning"}
_BOUNDS = {
    "since": ("before", "until"),
    "by": ("after", "since"),
    "until": ("since",),
    "before": ("after",),
    "after": ("before",),
    "between": ("before",),
}
_WORD = re.compile(r"[A-Za-z]+")
_NUMBER = re.compile(r"\d+")
_ISO = re.compile(r"(?<!\d)\d{4}-(\d{2})(?:-(\d{2}))?(?!\d)")
_YEAR = re.compile(r"(?<![\d.,:])(?:19|20|21)\d{2}(?![\d,:])")


def month_moved(copy: Copy) -> Iterator[Change]:
    """*November* for *October*."""
    for word in _words(copy):
        if word[0].lower() in _MONTHS and word[0][:1].isupper():
            for step in (1, -1):
                other = _MONTHS[(_MONTHS.index(word[0].lower()) + step) % 12]
                yield splice(copy.text, word.start(), word.end(), like(other, word[0]))
    for found in _iso(copy):
        yield splice(copy.text, *found.span(1), _stepped(found[1], 12))


def day_moved(copy: Copy) -> Iterator[Change]:
    """*22 October* and *24 October* for *23 October*."""
    for found in _iso(copy):
        if found[2]:
            for step in (1, -1):
                yield splice(copy.text, *found.span(2), _stepped(found[2], 28, step))
    for start, end in _spans(copy):
        for number in _NUMBER.finditer(copy.text, start, end):
            beside = copy.text[max(0, number.start() - 1)] + copy.text[number.end() : number.end() + 1]
            if len(number[0]) <= 2 and number[0] != "0" and not set(beside) & set("-:/.,"):
                for step in (1, -1):
                    yield splice(copy.text, *number.span(), _stepped(number[0], 28, step))


def year_moved(copy: Copy) -> Iterator[Change]:
    """*2023* for *2024*."""
    for start, end in _spans(copy):
        for year in _YEAR.finditer(copy.text, start, end):
            for step in (-1, 1):
                yield splice(copy.text, *year.span(), str(int(year[0]) + step))


def weekday_moved(copy: Copy) -> Iterator[Change]:
    """*Tuesday* for *Wednesday*."""
    for word in _words(copy):
        if word[0].lower() in _WEEKDAYS:
            other = _WEEKDAYS[(_WEEKDAYS.index(word[0].lower()) - 1) % 7]
            yield splice(copy.text, word.start(), word.end(), like(other, word[0]))


def part_of_month_moved(copy: Copy) -> Iterator[Change]:
    """*Late October* for *early October*."""
    for word in _words(copy):
        if word[0].lower() in _PARTS:
            yield splice(copy.text, *word.span(), like(_PARTS[word[0].lower()], word[0]))


def date_bound_replaced(copy: Copy) -> Iterator[Change]:
    """*Before* for *since*, *after* for *by*."""
    for start, end in _spans(copy):
        word = _WORD.match(copy.text, start, end)
        for other in _BOUNDS.get(word[0].lower(), ()) if word is not None else ():
            assert word is not None
            yield splice(copy.text, *word.span(), like(other, word[0]))


def _spans(copy: Copy) -> Iterator[tuple[int, int]]:
    return ((mention.start, mention.end) for mention in copy.dates)


def _words(copy: Copy) -> Iterator[re.Match[str]]:
    for start, end in _spans(copy):
        yield from _WORD.finditer(copy.text, start, end)


def _iso(copy: Copy) -> Iterator[re.Match[str]]:
    for start, end in _spans(copy):
        yield from _ISO.finditer(copy.text, start, end)


def _stepped(number: str, most: int, step: int = 1) -> str:
    """A day or month one further or back, round the end; written as long as it was."""
    other = (int(number) - 1 + step) % most + 1
    return str(other).zfill(len(number))
