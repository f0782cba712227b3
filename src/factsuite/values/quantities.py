"""Quantities: what a number with its hedges and unit allows, compared as sets of numbers.

Fractions without a unit (*a third of voters*) are read as percent, so that they compare with *33 percent*.
"""

from fractions import Fraction
from functools import lru_cache

from msgspec.structs import replace

from factsuite.values.numbers.conversions import conversion
from factsuite.values.numbers.hedges import Reach as Reach
from factsuite.values.numbers.intervals import Interval, same_end
from factsuite.values.numbers.nouns import is_noun_phrase
from factsuite.values.numbers.quantity_phrases import STARTS, QuantityPhrase, read_phrase
from factsuite.values.numbers.tokens import Tokens, cut
from factsuite.values.numbers.units import is_signed
from factsuite.values.relation import COMPATIBLE, CONTRADICTS, ENTAILS, INCOMPARABLE, Relation

_LONGEST = 400
_DEFAULT = Reach()


class Quantity(Interval, frozen=True, kw_only=True):
    """All the numbers a phrase allows, in one unit.

    Where the numbers alone are meant, and kept or compared for equality, take its `interval`.
    """

    unit: str
    """Canonical: *percent*, *USD*, *kilometre*; empty if things are counted."""
    noun: str
    """The noun phrase counted, lower-cased; empty if none is sure."""
    per: str = ""
    """The denominator of a rate."""
    text: str
    """The words as written."""

    @property
    def interval(self) -> Interval:
        """The numbers alone."""
        return Interval(self.low, self.high, self.low_closed, self.high_closed)


@lru_cache(maxsize=1024)
def read_quantity(text: str, reach: Reach = _DEFAULT) -> Quantity | None:
    """Read a text that is one quantity in words, *at least 3,000 soldiers*; None if it is anything else."""
    if len(text) > _LONGEST:
        return None
    tokens = cut(text)
    for at, word in enumerate(tokens.words):
        if word in STARTS or "0" <= word[-1] <= "9" or word == ".":
            phrase = read_phrase(tokens, at, reach)
            if phrase is not None:
                return _whole(tokens, phrase) if phrase.start == 0 else None
    return None


def _whole(tokens: Tokens, phrase: QuantityPhrase) -> Quantity | None:
    """Return the quantity if the phrase, and the noun phrase it counts, are the whole text."""
    after, last = phrase.noun_end, len(tokens.words)
    if after == last:
        return as_quantity(phrase, tokens, phrase.noun)
    counts = phrase.noun or (phrase.end == phrase.noun_end and phrase.unit in ("", "percent"))
    if phrase.kind in ("ordinal", "age", "multiple") or not counts or tokens.glued(after):
        return None
    is_one = phrase.interval.low == phrase.interval.high == 1
    if not is_noun_phrase(tokens, after, is_one):
        return None
    start = tokens.ends[phrase.end - 1]
    noun = " ".join(tokens.text[start:].lower().split()).removeprefix("of ").removeprefix("the ")
    return replace(as_quantity(phrase, tokens, noun), text=tokens.text.strip())


def as_quantity(phrase: QuantityPhrase, tokens: Tokens, noun: str) -> Quantity:
    """Return what a phrase found in a text denotes."""
    interval = phrase.interval
    return Quantity(
        low=interval.low,
        high=interval.high,
        low_closed=interval.low_closed,
        high_closed=interval.high_closed,
        unit=phrase.unit,
        noun=noun,
        per=phrase.per,
        text=tokens.text[tokens.starts[phrase.start] : tokens.ends[max(phrase.end, phrase.noun_end) - 1]],
    )


def compare_quantities(reported: Quantity, asserted: Quantity, units: tuple[str, str] | None = None) -> Relation:
    """Return how the reported numbers stand to the asserted ones; nouns are the caller's business.

    `units` are those the two are in, where the caller knows better than the words: a bare number of a measure.
    """
    told = _in_unit_of(reported, asserted, units)
    if told is None:
        return INCOMPARABLE
    if told.is_empty() or asserted.is_empty():
        return INCOMPARABLE
    if asserted.contains(told):
        return ENTAILS
    return COMPATIBLE if asserted.meets(told) else CONTRADICTS


def same_set(a: Quantity, b: Quantity, units: tuple[str, str] | None = None) -> bool:
    """Tell whether two quantities, in `units` where given, allow exactly the same."""
    told = _in_unit_of(a, b, units)
    return told is not None and told.contains(b) and b.contains(told)


def same_numbers(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities allow the same numbers, whatever is counted or measured."""
    if not (same_end(a.low, b.low) and same_end(a.high, b.high)):
        return False
    return (a.low is None or a.low_closed == b.low_closed) and (a.high is None or a.high_closed == b.high_closed)


def _in_unit_of(quantity: Quantity, other: Quantity, units: tuple[str, str] | None) -> Interval | None:
    own, wanted = units or (quantity.unit, other.unit)
    if own == wanted and quantity.per == other.per:
        return quantity
    found = conversion(own, quantity.per, wanted, other.per)
    return None if found is None else quantity.scaled(*found)


def describe(q: Quantity) -> str:
    """Print a value in words an editor reads: *at least 3,000*, *2,700 to 3,300*, *more than 5 percent*."""
    return describe_numbers(q, q.unit, q.per)


def describe_numbers(q: Interval, unit: str, per: str = "") -> str:
    """The same of the numbers alone, in a unit."""
    if unit == "ratio" and q.low is not None and q.low == q.high:
        return f"a ratio of {q.low.numerator:,} to {q.low.denominator:,}"
    words = _describe_ends(q, unit)
    if unit not in ("", "ordinal"):
        words += f" {unit if q.low == q.high == 1 else _plural(unit)}"
    return f"{words} per {per}" if per else words


def _describe_ends(q: Interval, unit: str) -> str:
    if unit == "ordinal" and q.low is not None:
        return f"{q.low.numerator}{_rank_ending(q.low.numerator)}"
    if q.low is None and q.high is None:
        return "any number"
    if q.low is not None and same_end(q.low, q.high):
        return _figure(q.low)
    if q.high is None and q.low is not None:
        return f"{'at least' if q.low_closed else 'more than'} {_figure(q.low)}"
    if q.high is not None and (q.low is None or _is_floor(q, unit)):
        return f"{'at most' if q.high_closed else 'less than'} {_figure(q.high)}"
    assert q.low is not None
    assert q.high is not None
    start = "" if q.low_closed else "more than "
    joint = " to " if q.high_closed else " to less than " if q.low_closed else " and less than "
    if not q.low_closed and q.high_closed:
        joint = " and at most "
    return f"{start}{_figure(q.low)}{joint}{_figure(q.high)}"


def _is_floor(q: Interval, unit: str) -> bool:
    """Whether nothing is the least there can be, and so need not be told."""
    return not q.low and q.low_closed and not is_signed(unit)


def _figure(value: Fraction) -> str:
    """Print a number exactly: with decimals if they end, else as a fraction."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    whole, rest = divmod(abs(value), 1)
    sign = "-" if value < 0 else ""
    for places in range(1, 13):
        digits = rest * 10**places
        if digits.denominator == 1:
            return f"{sign}{int(whole):,}.{digits.numerator:0{places}d}"
    return f"{sign}{int(whole):,} {rest.numerator}/{rest.denominator}" if whole else f"{sign}{rest}"


def _plural(unit: str) -> str:
    if unit in ("times", "permille", "ppm", "ppb", "ppt", "ppq") or unit.isupper() or unit.split()[0] == "percent":
        return unit
    head, _, tail = unit.partition(" ")
    if head == "degree":
        return f"degrees {tail}".strip()
    if head in ("square", "cubic"):
        return f"{head} {_plural(tail)}"
    return {"foot": "feet", "inch": "inches", "century": "centuries", "hertz": "hertz"}.get(unit, unit + "s")


def _rank_ending(rank: int) -> str:
    if rank % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
