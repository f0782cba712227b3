"""From one unit to another: exact factors, Pint loaded only when two different physical units meet."""

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from factsuite.values.numbers.units import UNITS

if TYPE_CHECKING:
    from pint import UnitRegistry

_PINT_NAMES = {
    "ton": "short_ton",
    "tonne": "metric_ton",
    "degree Celsius": "degC",
    "degree Fahrenheit": "degF",
    "light-year": "light_year",
    "nautical mile": "nautical_mile",
    "astronomical unit": "astronomical_unit",
}
_CALENDAR_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
_UNFIXED = frozenset(_CALENDAR_MONTHS) | {"weekend", "night", "times", "pH", "decibel"}
_DIMENSIONS = {unit.name: unit.dimension for unit in UNITS}


def conversion(unit: str, per: str, to_unit: str, to_per: str) -> tuple[Fraction, Fraction] | None:
    """Return factor and offset that turn a number of one unit into one of another; None if none is known.

    Months, years and longer convert among themselves only: a month has no fixed number of days.
    """
    if per == to_per and unit in _CALENDAR_MONTHS and to_unit in _CALENDAR_MONTHS:
        return Fraction(_CALENDAR_MONTHS[unit], _CALENDAR_MONTHS[to_unit]), Fraction(0)
    if per == to_per and {unit, to_unit} == {"basis point", "percentage point"}:
        return (Fraction(1, 100) if unit == "basis point" else Fraction(100)), Fraction(0)
    if not (_is_convertible(unit, to_unit) and (per == to_per or _is_convertible(per, to_per))):
        return None
    if per == to_per:
        return _by_pint(_pint(unit), _pint(to_unit))
    return _by_pint(f"{_pint(unit)} / ({_pint(per)})", f"{_pint(to_unit)} / ({_pint(to_per)})")


def _is_convertible(unit: str, other: str) -> bool:
    """Tell whether both are physical units of one kind, so that it is worth asking Pint."""
    parts = [name.removeprefix("square ").removeprefix("cubic ") for name in (unit, other)]
    dimensions = [_DIMENSIONS.get(part.partition(" per ")[0]) for part in parts]
    return None not in dimensions and dimensions[0] is dimensions[1] and _UNFIXED.isdisjoint(parts)


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
    except (
        AttributeError,
        TypeError,
        ValueError,
    ):  # Pint's errors for a name or a conversion it does not know
        return None
    offset = Fraction(zero)
    return Fraction(one) - offset, offset
