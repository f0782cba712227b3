"""A quantity in words: a figure or a range, the hedges around it, what it counts and per what."""

from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from factsuite.values.numbers.cardinals import is_numeral
from factsuite.values.numbers.cores import Core
from factsuite.values.numbers.figures import currency_before
from factsuite.values.numbers.hedge_phrases import hedge_after, hedge_before
from factsuite.values.numbers.hedges import BEFORE, BOUNDS, CLOSED, SILENT, Hedge, Reach, apply
from factsuite.values.numbers.intervals import Interval, intersection
from factsuite.values.numbers.money import SINGLE
from factsuite.values.numbers.nouns import read_noun
from factsuite.values.numbers.number_words import MAGNITUDES, MULTIPLES, ORDINALS, SMALL, VULGAR
from factsuite.values.numbers.ranges import read_core
from factsuite.values.numbers.tokens import Tokens
from factsuite.values.numbers.unit_phrases import read_rate
from factsuite.values.numbers.units import PLAIN, is_signed
from factsuite.values.numbers.vague_numbers import STARTS as VAGUE

STARTS = (
    frozenset((*SMALL, *MULTIPLES, *ORDINALS, *VULGAR, *MAGNITUDES))
    | VAGUE
    | SINGLE
    | {"hundred", "half", "quarter", "dozen", "percentage"}
)
"""The words, besides numerals, that a quantity can be found by."""

_UNCOUNTED = frozenset(("age", "ordinal", "multiple", "duration"))
_COMPARATIVES = frozenset(("higher", "lower", "larger", "smaller", "bigger", "better", "taller", "heavier"))
_JOINTS = frozenset(("and", "but", "to"))
_LONGEST_BOUND = 8
_ZERO = Fraction(0)


class QuantityPhrase(Struct, frozen=True):
    """A quantity and its tokens: hedges, number and unit from start to end, its noun to noun_end.

    The number alone, or both ends of a range, stands from number_start to number_end.
    """

    start: int
    end: int
    noun_end: int
    number_start: int
    number_end: int
    interval: Interval
    unit: str
    kind: str
    noun: str = ""
    per: str = ""
    hedges: tuple[Hedge, ...] = ()
    connector: str = ""


def read_phrase(tokens: Tokens, at: int, reach: Reach) -> QuantityPhrase | None:
    """Read the quantity whose number is found at a token, with its hedges; None if there is none."""
    phrase = _read_one(tokens, at, reach)
    if phrase is None or phrase.connector or tokens.edged[phrase.end] not in _JOINTS:
        return phrase
    return _with_other_bound(tokens, phrase, reach)


def _read_one(tokens: Tokens, at: int, reach: Reach) -> QuantityPhrase | None:
    core = read_core(tokens, at, reach)
    if core is None:
        return None
    noun, noun_end = _noun_after(tokens, core)
    per, start, end = core.per, core.start, core.end
    unit, kind, interval = core.unit.name, core.kind, core.reach
    hedges: list[Hedge] = []
    if kind != "ordinal":
        rate = None if per else read_rate(tokens, noun_end)
        if rate is not None:
            per, noun_end = rate
            end = end if noun else noun_end
        hedges, end, noun_end = _hedges_after(tokens, core, end, noun_end)
        start = _with_hedges_before(tokens, core, hedges)
    if hedges:
        interval = _allowed(core, hedges, reach)
        outer_start, currency = currency_before(tokens, start) if core.unit is PLAIN else (start, None)
        if currency is not None:  # $ more than 600
            unit, start, kind = currency.name, outer_start, "money"
    return QuantityPhrase(
        start=start,
        end=end,
        noun_end=noun_end,
        number_start=core.number_start,
        number_end=core.number_end,
        interval=interval,
        unit=unit,
        kind=kind,
        noun=noun,
        per=per,
        hedges=tuple(hedges),
        connector=core.connector,
    )


def _noun_after(tokens: Tokens, core: Core) -> tuple[str, int]:
    at = core.end
    if core.kind in _UNCOUNTED:
        return "", at
    hedge = hedge_after(tokens, at)
    if hedge is not None:
        at = hedge[1]
    if tokens.edged[at] == "of" and (core.unit is not PLAIN or core.kind == "vague"):
        skipped = at + 2 if tokens.word(at + 1) in ("the", "all", "its", "their") else at + 1
        noun, end = read_noun(tokens, skipped, is_one=True)
    elif core.unit is PLAIN:
        noun, end = read_noun(tokens, at, is_one=core.point.low == 1 == core.point.high)
    else:
        return "", core.end
    return (noun, end) if noun else ("", core.end)


def _hedges_after(tokens: Tokens, core: Core, end: int, noun_end: int) -> tuple[list[Hedge], int, int]:
    """Return the hedge after a figure, if any, and where the figure and its noun then end."""
    place = core.number_end
    after = hedge_after(tokens, place)
    if after is None and end != place:
        place, after = end, hedge_after(tokens, end)
    if after is None and noun_end != place:
        place, after = noun_end, hedge_after(tokens, noun_end)
    if after is None:
        return [], end, noun_end
    return [after[0]], max(end, after[1]) if place <= end else end, max(noun_end, after[1])


def _with_hedges_before(tokens: Tokens, core: Core, hedges: list[Hedge]) -> int:
    """Add the hedges before a figure to those after it, and return where they start."""
    start = core.start
    if tokens.edged[start - 1] not in BEFORE:
        return start
    for _ in range(3):
        before = None if tokens.edged[start] == "from" else hedge_before(tokens, start)
        if before is None:
            break
        if not _can_stack(before[0], hedges, start == core.start) or _is_no_hedge(tokens, before, core):
            break
        hedges.append(before[0])
        start = before[1]
    return start


def _allowed(core: Core, hedges: list[Hedge], reach: Reach) -> Interval:
    """Return what the hedges make of the number: first those that widen it, then those that open it."""
    if Hedge.OR_EQUAL in hedges:
        hedges = [CLOSED.get(hedge, hedge) for hedge in hedges]
    interval, point = core.reach, core.point
    floor = None if is_signed(core.unit.name) else _ZERO
    for hedge in sorted(hedges, key=BOUNDS.__contains__):
        interval = apply(hedge, interval, point, reach, floor)
        point = interval
    return interval


def _can_stack(outer: Hedge, inner: list[Hedge], is_next: bool) -> bool:
    """Tell whether a hedge can stand before others: a bound over *about*, never the reverse."""
    if not inner or outer in SILENT:
        return True
    if outer in BOUNDS:
        return not BOUNDS & set(inner)
    return is_next and not set(inner) - BOUNDS


def _is_no_hedge(tokens: Tokens, before: tuple[Hedge, int], core: Core) -> bool:
    """Tell whether words before a time say something else: *over* its course, *higher than* years ago."""
    if core.kind != "duration":
        return False
    if tokens.word(core.start - 1) == "than" and tokens.word(core.start - 2) in _COMPARATIVES:
        return True
    if tokens.word(core.start - 1) != "over" or core.start - before[1] != 1:
        return False
    if tokens.word(core.end) in ("ago", "old", "later", "earlier", "long"):
        return False
    return tokens.word(before[1] - 1) not in ("for", "took", "lasted", "spent", "after", "takes", "of", "")


def _with_other_bound(tokens: Tokens, phrase: QuantityPhrase, reach: Reach) -> QuantityPhrase:
    """Read the second bound of *more than 40 and less than 50*, *5 to less than 6 percent*."""
    joint = tokens.word(phrase.end)
    if phrase.noun or (joint == "to") != (not phrase.hedges):
        return phrase
    first = phrase.end + 1
    for at in range(first + 1, min(first + _LONGEST_BOUND, len(tokens.words))):
        if not (is_numeral(tokens.word(at)) or tokens.word(at) in STARTS):
            continue
        other = _read_one(tokens, at, reach)
        if other is None or other.start != first or not other.hedges or not _fits(phrase, other, joint):
            return phrase
        both = _common(phrase, other, joint)
        if both.is_empty():
            return phrase
        hedges = phrase.hedges + other.hedges
        return replace(other, start=phrase.start, number_start=phrase.number_start, interval=both, hedges=hedges)
    return phrase


def _common(phrase: QuantityPhrase, other: QuantityPhrase, joint: str) -> Interval:
    """Return what lies within both bounds; the floor that either has alone is no bound."""
    mine, others = phrase.interval, other.interval
    if others.low == 0:
        others = replace(others, low=None, low_closed=False)
    if joint == "to":
        mine = replace(mine, high=None, high_closed=False)
    elif mine.low == 0 and others.low is not None:
        mine = replace(mine, low=None, low_closed=False)
    return intersection(mine, others)


def _fits(phrase: QuantityPhrase, other: QuantityPhrase, joint: str) -> bool:
    if phrase.unit not in ("", other.unit) or phrase.per not in ("", other.per):
        return False
    if joint == "to":
        return other.interval.high is not None and other.hedges[0] in (Hedge.LESS, Hedge.AT_MOST)
    mine, others = set(phrase.hedges) & BOUNDS, set(other.hedges) & BOUNDS
    upward = {Hedge.AT_LEAST, Hedge.MORE}
    return bool(mine) and bool(others) and bool(mine & upward) != bool(others & upward)
