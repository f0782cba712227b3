"""From one unit to another: exact factors, Pint loaded only when two different physical units meet."""

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pint import UnitRegistry

_PINT_NAMES = {
    "ton": "short_ton",
    "tonne": "metric_ton",
    "degree Celsius": "degC",
    "degree Fahrenheit": "degF",
    "pound": "pound",
    "stone": "stone",
    "light-year": "light_year",
    "nautical mile": "nautical_mile",
    "astronomical unit": "astronomical_unit",
    "mile per hour": "mile / hour",
    "kilometre per hour": "kilometer / hour",
    "year": "year",
}
_CALENDAR = frozenset(("month", "year", "decade", "century", "millennium", "quarter", "weekend", "night"))
_CALENDAR_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
_NEVER = frozenset(
    (
        "",
        "percent",
        "percentage point",
        "basis point",
        "times",
        "ordinal",
        "degree",
        "fold",
        "turn",
        "point",
        "vote",
        "passage",
    )
)


def conversion(unit: str, per: str, to_unit: str, to_per: str) -> tuple[Fraction, Fraction] | None:
    """Return factor and offset that turn a number of one unit into one of another; None if none is known.

    Months, years and longer convert among themselves only: a month has no fixed number of days.
    """
    if per == to_per and unit in _CALENDAR_MONTHS and to_unit in _CALENDAR_MONTHS:
        return Fraction(_CALENDAR_MONTHS[unit], _CALENDAR_MONTHS[to_unit]), Fraction(0)
    names = {unit, to_unit, per, to_per} - {""}
    if not unit or not to_unit or bool(per) != bool(to_per) or names & _NEVER:
        return None
    if any(name in _CALENDAR or (name.isupper() and len(name) == 3) for name in names):
        return None
    return _by_pint(f"{_pint(unit)} / ({_pint(per)})" if per else _pint(unit),
                    f"{_pint(to_unit)} / ({_pint(to_per)})" if to_per else _pint(to_unit))  # fmt: skip


def _pint(name: str) -> str:
    if name in _PINT_NAMES:
        return _PINT_NAMES[name]
    if name.startswith(("square ", "cubic ")):
        return f"({_pint(name.partition(' ')[2])}) ** {2 if name.startswith('square') else 3}"
    return " / ".join(part.replace(" ", "_").replace("-", "_") for part in name.split(" per "))


@lru_cache(maxsize=1)
def _registry() -> "UnitRegistry[Fraction] | None":
    try:
        import pint
    except ImportError:
        return None
    return pint.UnitRegistry(non_int_type=Fraction)


@lru_cache(maxsize=512)
def _by_pint(unit: str, to_unit: str) -> tuple[Fraction, Fraction] | None:
    registry = _registry()
    if registry is None:
        return None
    try:
        zero, one = (registry.Quantity(Fraction(number), unit).to(to_unit).magnitude for number in (0, 1))
    except Exception:  # any name Pint cannot read or convert: its errors have no common class
        return None
    offset = Fraction(zero)
    return Fraction(one) - offset, offset
