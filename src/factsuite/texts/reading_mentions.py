"""The quantities and dates of a text, read for a comparison with another."""

import re
from collections.abc import Mapping
from functools import lru_cache

from msgspec import structs
from msgspec.structs import replace

from factsuite.reading.dates import DateMention, read_dates
from factsuite.reading.quantities import QuantityMention, read_quantities
from factsuite.texts.compound_measures import joined
from factsuite.texts.mentions import Mention
from factsuite.values.dates import Calendar, read_date
from factsuite.values.numbers.intervals import same_end
from factsuite.values.quantities import Quantity, Reach
from factsuite.values.wording.word_lists import listed

_RATING = re.compile(r"(?:(?<=\d) ?/ ?|(?<=\d\.\d) out of )(5|10|20|100)(?![\d/.,]\d|\d)")
"""What a rating is out of: 6.4/10."""
_WORD = 4
"""Letters of a unit's name in full; abbreviations (*Km*) are written large or small anyhow."""
_YEAR = re.compile(r"(?<![\d.,:/-])(?:1[0-9]|20)\d\d(?![\d:]|[.,/]\d)")
ANY_YEAR = "2000"
"""The year in which days without one are compared, where neither text names any."""
_NAME_AFTER = re.compile(r" ?-?[A-Z]")
"""An ordinal with a capital after it is part of a name."""
_WORD_BEFORE = re.compile(r"\b([A-Za-z]+)\s+(?:the\s+)?$")
_BOUNDS = frozenset(listed("above below under over than beyond outside within inside before after past"))


def common_calendar(claim: str, passage: str, calendar: Calendar) -> Calendar:
    """Return what both texts' dates are read against.

    Days without a year (*on 20 October*) are read in the only year that the two texts name, if there is no other
    reference; where none is named, in one and the same year, so that the days still compare.
    """
    if calendar.reference is not None:
        return calendar
    years = {match[0] for text in (claim, passage) for match in _YEAR.finditer(text)}
    if len(years) > 1:
        return calendar
    return replace(calendar, reference=read_date(years.pop() if years else ANY_YEAR))


@lru_cache(maxsize=128)
def read_mentions(text: str, reach: Reach, calendar: Calendar) -> tuple[Mention, ...]:
    """Read all quantities and dates of a folded text, in order, none within another."""
    dates = [_of_date(text, mention) for mention in read_dates(text, calendar)]
    may_rate = "/" in text or " out of " in text
    scales = {match.start(): f"of {match[1]}" for match in _RATING.finditer(text)} if may_rate else {}
    plain = _RATING.sub(lambda match: " " * len(match[0]), text) if scales else text
    quantities = [
        _of_quantity(text, m, _printed(plain, m, reach), scales)
        for m in read_quantities(plain, reach)
        if m.kind != "ordinal" or not _NAME_AFTER.match(text, m.end)
    ]
    return joined(text, _apart(sorted([*dates, *quantities], key=lambda m: (m.start, -m.end))))


def _of_date(text: str, mention: DateMention) -> Mention:
    return Mention(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        kind=mention.kind,
        date=mention.value,
        is_label=mention.kind in ("year", "period") and _is_label(text, mention),
        parts=tuple(_of_date(text, part) for part in mention.parts),
    )


def _is_label(text: str, mention: DateMention) -> bool:
    if _NAME_AFTER.match(text, mention.end):
        return True
    before = _WORD_BEFORE.search(text, max(0, mention.start - 24), mention.start)
    return before is not None and before[1][0].isupper() and before.start() > 0 and mention.text[:1].isdigit()


def _printed(text: str, mention: QuantityMention, reach: Reach) -> Quantity:
    """The same quantity with its number taken at its word."""
    quantity = mention.quantity
    if same_end(quantity.low, quantity.high) or not reach.rounding:
        return quantity
    again = read_quantities(text[mention.start : mention.end], replace(reach, rounding=False))
    if len(again) != 1 or again[0].end != mention.end - mention.start or again[0].start:
        return quantity
    return structs.replace(again[0].quantity, unit=quantity.unit, per=quantity.per, noun=quantity.noun)


def _of_quantity(text: str, mention: QuantityMention, printed: Quantity, scales: Mapping[int, str]) -> Mention:
    rounded, kind = mention.quantity, mention.kind
    scale = scales.get(mention.end)
    if scale is not None:
        rounded, kind = structs.replace(rounded, unit=scale, noun=""), "rating"
        printed = structs.replace(printed, unit=scale, noun="")
    return Mention(
        is_label=kind in ("measure", "duration") and _is_title(text, mention),
        is_unclear=kind == "ordinal" and _is_bounded(text, mention),
        start=mention.start,
        end=mention.end,
        text=text[mention.start : mention.end],
        kind=kind,
        quantity=rounded,
        printed=printed,
    )


def _is_bounded(text: str, mention: QuantityMention) -> bool:
    before = _WORD_BEFORE.search(text, max(0, mention.start - 16), mention.start)
    return before is not None and before[1].lower() in _BOUNDS


def _is_title(text: str, mention: QuantityMention) -> bool:
    """*47 Meters* where no sentence begins: a unit written large belongs to a name."""
    unit = text[mention.number_end : mention.end].strip(" -")
    return unit[:1].isupper() and unit[1:_WORD].islower() and len(unit) >= _WORD


def _apart(mentions: list[Mention]) -> list[Mention]:
    """Of two that overlap, the one that begins first."""
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
