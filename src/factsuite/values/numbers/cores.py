"""What hedges apply to: one figure, a range or a vague number. A bare number is read in one step."""

from fractions import Fraction

from msgspec import Struct

from factsuite.values.numbers.cardinals import DASHES, is_numeral
from factsuite.values.numbers.figures import MORE_AFTER, MORE_BEFORE, Figure
from factsuite.values.numbers.intervals import Interval, exactly
from factsuite.values.numbers.numbers import GOES_ON
from factsuite.values.numbers.numerals import read_numeral
from factsuite.values.numbers.tokens import Tokens
from factsuite.values.numbers.units import ORDINAL, PERCENT, PLAIN, TIMES, Dimension, Unit
from factsuite.values.numbers.written_numbers import Form

CONNECTORS = frozenset(("to", "through", "and", "or", "until", "--")) | DASHES | {"—"}
"""What joins the two ends of a range."""
JOINED_BY = CONNECTORS | {":"}
"""What joins two numbers, be they a range or a ratio."""
_BESIDE = (MORE_AFTER | GOES_ON | JOINED_BY) - {"of"}
"""The words and ASCII signs after a number that may be part of it, of its unit or of a range. An *of* is part of
less than one: *half of a mile*.
"""

_KINDS = {
    Dimension.SHARE: "percent",
    Dimension.MONEY: "money",
    Dimension.TIME: "duration",
    Dimension.TEMPERATURE: "measure",
    Dimension.ANGLE: "measure",
    Dimension.MEASURE: "measure",
    Dimension.COUNT: "cardinal",
}


class Core(Struct, frozen=True):
    """What hedges apply to: one figure, a range or a vague number, with its tokens.

    `point` is the number as written, `reach` all that rounds to it.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    point: Interval
    reach: Interval
    unit: Unit
    kind: str
    per: str = ""
    connector: str = ""
    """What joins the two ends of a range; empty if it is none."""


def core_of(figure: Figure) -> Core:
    """Return a figure as what hedges apply to."""
    kind = _KINDS[figure.unit.dimension]
    if figure.number.form is Form.ORDINAL:
        kind = "ordinal"
    elif figure.unit is TIMES:
        kind = "multiple"
    elif figure.number.form is Form.FRACTION and figure.unit is PERCENT and figure.end == figure.number_end:
        kind = "fraction"
    return Core(
        start=figure.start,
        end=figure.end,
        number_start=figure.number_start,
        number_end=figure.number_end,
        point=figure.point,
        reach=figure.reach,
        unit=ORDINAL if kind == "ordinal" else figure.unit,
        per=figure.per,
        kind=kind,
    )


def read_bare(tokens: Tokens, at: int) -> Core | None:
    """Read a whole number in digits where neither word beside it can make more of it; None is not decided."""
    words = tokens.edged
    following = words[at + 1]
    if following in _BESIDE or words[at - 1] in MORE_BEFORE or not following.isascii() or is_numeral(following):
        return None
    numeral = read_numeral(words[at])
    if numeral is None or numeral.step != 1 or not numeral.value:
        return None
    return core_at(at, numeral.value, PLAIN, "cardinal")


def core_at(at: int, value: Fraction, unit: Unit, kind: str) -> Core:
    """Return a value that one token writes, and that does not round, as what hedges apply to."""
    point = exactly(value)
    return Core(
        start=at,
        end=at + 1,
        number_start=at,
        number_end=at + 1,
        point=point,
        reach=point,
        unit=unit,
        kind=kind,
    )
