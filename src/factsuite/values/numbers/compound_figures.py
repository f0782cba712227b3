"""One figure in several units: five feet two inches, 15 dollars and 50 cents, 57° 44′ 8″ N."""

from fractions import Fraction

from msgspec.structs import replace

from factsuite.values.numbers.cardinals import is_numeral
from factsuite.values.numbers.figures import Figure, read_figure
from factsuite.values.numbers.hedges import Reach
from factsuite.values.numbers.intervals import exactly
from factsuite.values.numbers.money import NAMES as CURRENCIES
from factsuite.values.numbers.numbers import STARTS as NUMBER_STARTS
from factsuite.values.numbers.tokens import Tokens
from factsuite.values.numbers.units import DEGREE, DEGREES_TOWARDS, Dimension

_SMALLER = {
    "foot": (("inch", Fraction(1, 12)),),
    "pound": (("ounce", Fraction(1, 16)),),
    "stone": (("pound", Fraction(1, 14)),),
    "year": (("month", Fraction(1, 12)),),
    "day": (("hour", Fraction(1, 24)), ("minute", Fraction(1, 1440))),
    "hour": (("minute", Fraction(1, 60)), ("second", Fraction(1, 3600))),
    "minute": (("second", Fraction(1, 60)),),
    "USD": (("USD", Fraction(1)),),
    "GBP": (("GBP", Fraction(1)),),
    "degree": (("arc minute", Fraction(1, 60)), ("arc second", Fraction(1, 3600))),
}
"""What a figure can go on in, as a share of its unit; the hundredths of a currency are in it already."""


def with_remainder(tokens: Tokens, figure: Figure, reach: Reach) -> Figure:
    """Return the figure with what it goes on in: 2 inches after 5 feet, 50 after 15 dollars."""
    smaller = _SMALLER.get(figure.unit.name, ())
    if not smaller or figure.per or figure.point.low is None or figure.point.low.denominator != 1:
        return figure
    whole, total = figure, figure.point.low
    is_time = figure.unit.dimension is Dimension.TIME  # 30 days and 12 hours a day are two figures
    for unit, share in smaller:
        at = figure.end + 1 if tokens.word(figure.end) in ("and", ",") else figure.end
        if tokens.edged[at] not in NUMBER_STARTS and not is_numeral(tokens.edged[at]):
            break
        rest = read_figure(tokens, at, reach)
        value = None if rest is None or rest.start != at else _as_share(tokens, figure, rest, unit, share)
        if rest is None or value is None or not 0 <= value < 1 or (rest.per and is_time):
            break
        total += value
        figure = replace(
            figure, end=rest.end, number_end=rest.number_end, point=exactly(total), reach=exactly(total), per=rest.per
        )
    side = DEGREES_TOWARDS.get(tokens.word(figure.end)) if figure is not whole and figure.unit is DEGREE else None
    return figure if side is None else replace(figure, end=figure.end + 1, unit=side)


def _as_share(tokens: Tokens, figure: Figure, rest: Figure, unit: str, share: Fraction) -> Fraction | None:
    if rest.point.low is None:
        return None
    if rest.unit.name == unit:
        return rest.point.low * share
    is_word_before = tokens.word(figure.end - 1) in CURRENCIES and tokens.word(figure.end) != ","
    is_bare = len(tokens.word(rest.start)) == 2 and not tokens.word(rest.end)[:1].isalnum()
    return rest.point.low / 100 if is_word_before and is_bare else None
