"""quantulum3: quantities and units by rules, without its optional classifier."""

import logging
import warnings
from fractions import Fraction

from benchmarks.peers.guarding import guarded
from benchmarks.peers.nearest import judge
from benchmarks.systems import Figure, System
from benchmarks.unit_names import unit_name

NAME = "quantulum3"
ABILITIES = frozenset(("figures", "reaching_figures", "verdict"))
_KINDS = {"dimensionless": "cardinal", "currency": "money", "temperature": "temperature", "time": "duration"}


def system() -> System:
    """The library as a system."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that its classifier is not installed
        from quantulum3 import parser
    logging.getLogger("quantulum3").setLevel(logging.ERROR)

    parse = guarded(parser.parse, ())

    def figures(text: str) -> list[Figure]:
        return [_figure(found) for found in parse(text)]

    return System(
        name=NAME,
        figures=figures,
        reaching_figures=figures,
        verdict=lambda claim, passage: judge(claim, passage, figures),
    )


def _figure(found: object) -> Figure:
    value, spread = Fraction(str(found.value)), Fraction(str(found.uncertainty or 0))
    unit = unit_name(found.unit.name)
    kind = "percent" if unit == "percent" else _KINDS.get(found.unit.entity.name, "measure")
    start, end = found.span
    return Figure(start=start, end=end, low=value - spread, high=value + spread, unit=unit, kind=kind)
