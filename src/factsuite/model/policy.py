"""House policy: how far hedges reach, how many lines are enough. Set in `[tool.factsuite]`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from factsuite.load.errors import PolicyError
from factsuite.load.suggestions import did_you_mean
from factsuite.values.quantities import Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The settings a result depends on. Every one is printed in the report."""

    lines_required: int = 1
    """How many independent lines must entail a fact before it counts as supported."""
    bound_factor: Fraction = Fraction(2)
    """How far a bound may lie from what its sources say before it is called far: *at least 300* for 3,000."""
    reach: Reach = field(default_factory=Reach)
    """How far *about* and written precision reach."""

    def describe(self) -> tuple[tuple[str, str], ...]:
        """Every setting with its value, for the report."""
        return (
            ("lines_required", str(self.lines_required)),
            ("bound_factor", _plain(self.bound_factor)),
            ("about", _plain(self.reach.about)),
            ("several", str(self.reach.several)),
            ("rounding", "yes" if self.reach.rounding else "no"),
        )


def read_policy(table: Mapping[str, object]) -> Policy:
    """The policy of a `[tool.factsuite]` table; raises PolicyError for what it does not know."""
    known = [name for name, _ in Policy().describe()]
    for key in table:
        if key not in known:
            raise _refused(key, "unknown setting", did_you_mean(key, known, f"known: {', '.join(known)}"))
    reach = Reach()
    return Policy(
        lines_required=_whole(table, "lines_required", 1),
        bound_factor=_share(table, "bound_factor", Fraction(2), least=Fraction(1)),
        reach=Reach(
            about=_share(table, "about", reach.about, least=Fraction(0)),
            several=_whole(table, "several", reach.several),
            rounding=_switch(table, "rounding", reach.rounding),
        ),
    )


def _whole(table: Mapping[str, object], key: str, default: int) -> int:
    value = table.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise _refused(key, f"{value!r} is not a count", "a whole number from 1")
    return value


def _share(table: Mapping[str, object], key: str, default: Fraction, least: Fraction) -> Fraction:
    value = table.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int | float | Fraction) or not value == value:
        raise _refused(key, f"{value!r} is not a number", f"a number from {_plain(least)}")
    share = Fraction(str(value)) if value not in (float("inf"), float("-inf")) else least - 1
    if share < least:
        raise _refused(key, f"{value!r} is out of range", f"a number from {_plain(least)}")
    return share


def _switch(table: Mapping[str, object], key: str, default: bool) -> bool:
    value = table.get(key, default)
    if not isinstance(value, bool):
        raise _refused(key, f"{value!r} is neither true nor false", "true or false")
    return value


def _refused(key: str, message: str, hint: str) -> PolicyError:
    return PolicyError(f"[tool.factsuite] {key}: {message}", hint=hint)


def _plain(number: Fraction) -> str:
    return str(int(number)) if number.denominator == 1 else str(float(number))
