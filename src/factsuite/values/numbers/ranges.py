"""One figure, or a range of two: 3,000, between 5 and 10 percent, $2 to $3 million, aged 34 to 50."""

from fractions import Fraction

from msgspec.structs import replace

from factsuite.values.numbers.cardinals import is_numeral
from factsuite.values.numbers.compound_figures import with_remainder
from factsuite.values.numbers.cores import CONNECTORS, JOINED_BY, Core, core_at, core_of, read_bare
from factsuite.values.numbers.figures import Figure, read_figure
from factsuite.values.numbers.hedges import Reach
from factsuite.values.numbers.intervals import Interval, exactly
from factsuite.values.numbers.money import SIGNS, SINGLE
from factsuite.values.numbers.number_words import DENOMINATORS, MAGNITUDES, MULTIPLES
from factsuite.values.numbers.tokens import Tokens, listed
from factsuite.values.numbers.unit_phrases import UnitPhrase, read_unit
from factsuite.values.numbers.units import (
    PLAIN,
    RATIO,
    TIMES,
    WORDS,
    Dimension,
)
from factsuite.values.numbers.vague_numbers import STARTS as VAGUE
from factsuite.values.numbers.vague_numbers import VagueNumber, read_vague_number
from factsuite.values.numbers.written_numbers import Form

_BEFORE_SECOND = listed("us about around the - − minus negative")
_CHANGES = listed(
    """rose rise rises risen rising raised raise raising fell fall falls fallen falling grew grow grown
    growing growth increased increase increases increasing decreased decrease decreasing dropped drop
    drops dropping cut cuts cutting went go goes gone going changed change changes changing moved up
    down climbed climb jumped jump surged soared shrank shrunk shrink declined decline declining
    reduced reduce reducing reduction slipped slid improved improve widened narrowed doubled tripled
    expanded expand lowered lower upgraded swelled ballooned plunged slashed boosted extended advanced
    shift shifted converted convert"""
)
_TAKE_ARTICLE = DENOMINATORS.keys() | MAGNITUDES.keys() | SINGLE | {"hundred", "dozen", "percentage"}
_ADJECTIVES = frozenset(("double", "triple", "quadruple"))
_AFTER_MULTIPLE = listed("the that what its their as this our last")
_RATIOS = frozenset(("ratio", "ratios", "odds"))
_PEOPLE = listed("people children adults those anyone women men kids boys girls persons americans residents voters")


def read_core(tokens: Tokens, at: int, reach: Reach) -> Core | None:
    """Read the figure or range whose number is found at a token; None if it is not understood."""
    word = tokens.edged[at]
    if is_numeral(word):
        bare = read_bare(tokens, at)
        return _figure_or_range(tokens, at, reach) if bare is None else _aged(tokens, bare)
    if word in VAGUE:
        vague = read_vague_number(tokens, at, reach)
        return None if vague is None else _vague(tokens, vague)
    if word in MULTIPLES and (word not in _ADJECTIVES or tokens.edged[at + 1] in _AFTER_MULTIPLE):
        return core_at(at, Fraction(MULTIPLES[word]), TIMES, "multiple")
    if tokens.edged[at - 1] in ("a", "an") and word in _TAKE_ARTICLE:
        at -= 1
    return _figure_or_range(tokens, at, reach)


def _figure_or_range(tokens: Tokens, at: int, reach: Reach) -> Core | None:
    figure = read_figure(tokens, at, reach)
    if figure is None:
        return None
    return _aged(tokens, _with_range(tokens, with_remainder(tokens, figure, reach), reach))


def _vague(tokens: Tokens, vague: VagueNumber) -> Core:
    at = vague.end + 1 if tokens.word(vague.end) == "of" else vague.end
    found = read_unit(tokens, at, after_words=True, is_scaled=False)
    if found is None or found.unit is TIMES:
        found = UnitPhrase(PLAIN, vague.end)
    return Core(
        start=vague.start,
        end=found.end,
        number_start=vague.start,
        number_end=vague.end,
        point=vague.interval.scaled(found.unit.factor),
        reach=vague.interval.scaled(found.unit.factor),
        unit=found.unit,
        per=found.per,
        kind="vague",
    )


def _with_range(tokens: Tokens, first: Figure, reach: Reach) -> Core:
    alone = core_of(first)
    if tokens.edged[first.end] not in JOINED_BY:
        return alone
    ratio = _ratio(tokens, first, reach)
    if ratio is not None:
        return ratio
    before = tokens.word(first.start - 1)
    joint = _joint(tokens, first, before)
    if joint is None or first.number.form is Form.ORDINAL:
        return alone
    second = read_figure(tokens, joint, reach)
    if second is None or second.number.form is Form.ORDINAL or second.start < first.end:
        return alone
    low, high = _share(tokens, second, first), _share(tokens, first, second)
    if (low.unit, low.per or high.per) != (high.unit, high.per or low.per):
        return alone
    ends = low.point.low, high.point.high
    if ends[0] is None or ends[1] is None or ends[0] >= ends[1]:
        return alone
    connector = tokens.word(first.end)
    if connector == "or" and ends[1] > 2 * abs(ends[0]):
        return alone
    if before == "from" and _is_change(tokens, first.start - 1):
        return replace(core_of(low), end=first.end)
    return replace(
        core_of(high),
        start=first.start - (before in ("between", "from")),
        number_start=low.number_start,
        per=low.per or high.per,
        connector=connector,
        point=Interval(*ends),
        reach=Interval(low.reach.low, high.reach.high, True, high.reach.high_closed),
    )


def _ratio(tokens: Tokens, first: Figure, reach: Reach) -> Core | None:
    """Read a ratio of 3 to 1, a 3:1 ratio, 3-to-1 odds: how many times the second the first is."""
    at = first.end
    while tokens.word(at) in ("-", ":", "to") and at < first.end + 3:
        at += 1
    if at == first.end or first.unit is not PLAIN:
        return None
    second = read_figure(tokens, at, reach)
    if second is None or second.unit is not PLAIN or not first.point.low or not second.point.low:
        return None
    after = second.end + 1 if tokens.word(second.end) == "-" else second.end
    farthest = 17 if tokens.word(first.end) == ":" else 4
    back = next((back for back in range(1, farthest) if tokens.word(first.start - back) in _RATIOS), 0)
    if tokens.word(after) in (":", "to") or not (back or tokens.word(after) in _RATIOS):
        return None
    start = first.start - back if back < 3 else first.start
    start -= back in (1, 2) and tokens.word(start - 1) == "a"
    end = second.end if tokens.word(after) not in _RATIOS else after + 1
    value = exactly(first.point.low / second.point.low)
    return Core(
        start=start,
        end=end,
        number_start=first.number_start,
        number_end=second.number_end,
        point=value,
        reach=value,
        unit=RATIO,
        kind="multiple",
    )


def _joint(tokens: Tokens, first: Figure, before: str) -> int | None:
    """Return where the second number of a range would start."""
    at = first.end
    at += tokens.word(at) == "-" and tokens.word(at + 1) in ("to", "or")
    connector = tokens.word(at)
    if connector not in CONNECTORS or (connector == "and" and before != "between"):
        return None
    at += 1
    for _ in range(3):
        at += tokens.word(at) in SIGNS or tokens.word(at) in _BEFORE_SECOND
    return at


def _is_change(tokens: Tokens, at: int) -> bool:
    """Tell whether *from x to y* follows a word of change: then x and y are two figures, not a range."""
    return any(tokens.word(at - back) in _CHANGES for back in range(1, 6))


def _share(tokens: Tokens, giver: Figure, taker: Figure) -> Figure:
    """Give one end of a range what only the other says: $5 to 10, 2 to 3 million, 8 to 16 km."""
    is_first = taker.start < giver.start
    if giver.has_unit and not taker.has_unit and (is_first or giver.unit.dimension is Dimension.MONEY):
        factor = giver.unit.factor / 100 if taker.number.form is Form.FRACTION else giver.unit.factor
        taker = replace(
            taker,
            unit=giver.unit,
            per=giver.per,
            point=taker.point.scaled(factor),
            reach=taker.reach.scaled(factor),
        )
    if is_first and giver.number.is_scaled and not taker.number.is_scaled and taker.number.value < 1000:
        magnitude = Fraction(MAGNITUDES.get(tokens.word(giver.number_end - 1), 1))
        taker = replace(taker, point=taker.point.scaled(magnitude), reach=taker.reach.scaled(magnitude))
    return taker


def _aged(tokens: Tokens, core: Core) -> Core:
    """Read 34-year-old, three months old, aged 34, 87 yo."""
    at, words = core.end, tokens.edged
    if core.unit.dimension is Dimension.TIME:
        after = at + 1 if words[at] == "-" else at
        if words[after] in ("old", "olds"):
            return replace(core, end=after + 1, kind="age")
        if words[at] == "of" and words[at + 1] == "age":
            return replace(core, end=at + 2, kind="age")
    if core.unit is PLAIN and core.kind == "cardinal":
        if words[at] == "yo":
            return replace(core, end=at + 1, kind="age", unit=WORDS["year"])
        before = words[core.start - 1]
        if before in ("aged", "age", "ages"):
            return replace(core, start=core.start - 1, kind="age", unit=WORDS["year"])
        if before == "of" and words[core.start - 2] in ("age", "ages"):
            first = core.start - 2 - (words[core.start - 3] in ("the", "an"))
            return replace(core, start=first, kind="age", unit=WORDS["year"])
        if before in ("over", "under") and words[core.start - 2] in _PEOPLE:
            return replace(core, kind="age", unit=WORDS["year"])
    return core
