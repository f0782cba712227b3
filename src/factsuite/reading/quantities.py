"""The quantities that stand in running text, each with its place."""

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from factsuite.reading.calendar_figures import is_date_or_time, is_row, is_year, names_month, row_end
from factsuite.reading.named_figures import is_in_name
from factsuite.reading.prose import prose_of
from factsuite.values.numbers.cardinals import is_numeral
from factsuite.values.numbers.quantity_phrases import STARTS, QuantityPhrase, read_phrase
from factsuite.values.numbers.tokens import Tokens, cut
from factsuite.values.quantities import Quantity, Reach, as_quantity

_DEFAULT = Reach()
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
_DIGITS = frozenset("0123456789")
_SEPARATORS = frozenset((",", "and", "or", "versus", "vs"))


class QuantityMention(Struct, frozen=True, kw_only=True):
    """A quantity found in a text: hedge, number and unit from start to end, in code points."""

    start: int
    end: int
    number_start: int
    """Where the number itself stands, without hedge and unit."""
    number_end: int
    quantity: Quantity
    kind: str
    """cardinal, ordinal, percent, money, duration, age, multiple, fraction, measure or vague."""


@lru_cache(maxsize=2048)  # claims, anchors and excerpts: several rules ask about one, and many are said more than once
def read_quantities(text: str, reach: Reach = _DEFAULT) -> tuple[QuantityMention, ...]:
    """Find all quantities of a text, in its order; dates, times, years and names with digits are none.

    A long stretch that is no prose is not read: see `prose`.
    """
    tokens = cut(prose_of(text))
    return tuple([_mention(tokens, phrase) for phrase in _shared(tokens, _phrases(tokens, reach))])


def _phrases(tokens: Tokens, reach: Reach) -> list[QuantityPhrase]:
    places = [at for at, word in enumerate(tokens.words) if word in STARTS or word[-1] in _DIGITS]
    if not places:
        return []
    addresses, has_month = _addresses(tokens.text), names_month(tokens)
    words = tokens.edged
    found: list[QuantityPhrase] = []
    free_from = row_to = 0
    for at in places:
        if at < free_from:
            continue
        is_digits = words[at] not in STARTS
        if is_digits and at >= row_to and is_numeral(words[at + 1]):
            row_to = row_end(tokens, at)
            if is_row(tokens, at, row_to):
                free_from = row_to
                continue
        if is_digits and is_date_or_time(tokens, at, has_month):
            continue
        phrase = read_phrase(tokens, at, reach)
        if phrase is None:
            continue
        if phrase.start < free_from or is_in_name(tokens, at, phrase) or (is_digits and is_year(tokens, at, phrase)):
            free_from = max(free_from, phrase.number_end)
            continue
        free_from = phrase.end
        if not addresses or not any(start <= tokens.starts[at] < end for start, end in addresses):
            found.append(phrase)
    return found


def _addresses(text: str) -> list[tuple[int, int]]:
    if "://" not in text and "www." not in text:
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]


def _shared(tokens: Tokens, phrases: list[QuantityPhrase]) -> list[QuantityPhrase]:
    """Give the bare numbers of a list the unit that only its last one has: 45 and 50 mg."""
    for index in range(len(phrases) - 2, -1, -1):
        one, following = phrases[index], phrases[index + 1]
        if (
            one.kind != "cardinal"
            or one.noun
            or one.per
            or one.end != one.number_end
            or following.start != following.number_start
        ):
            continue
        if following.kind not in ("measure", "percent", "duration") or following.end == following.number_end:
            continue
        between = tokens.words[one.end : following.start]
        if not between or len(between) > 2 or any(word not in _SEPARATORS for word in between):
            continue
        phrases[index] = replace(one, unit=following.unit, per=following.per, kind=following.kind)
    return phrases


def _mention(tokens: Tokens, phrase: QuantityPhrase) -> QuantityMention:
    return QuantityMention(
        start=tokens.starts[phrase.start],
        end=tokens.ends[phrase.end - 1],
        number_start=tokens.starts[phrase.number_start],
        number_end=tokens.ends[phrase.number_end - 1],
        quantity=as_quantity(phrase, tokens, phrase.noun),
        kind=phrase.kind,
    )
