"""Values of settings: a count, a share, a switch, a word of a list; whatever else stands there is refused."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from factsuite.load.errors import PolicyError
from factsuite.load.suggestions import did_you_mean


def whole(table: Mapping[str, object], key: str, default: int, name: str = "") -> int:
    """A count from 1; raises PolicyError for anything else. `name` is the setting's whole name."""
    value = table.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise refused(name or key, f"{value!r} is not a count", "a whole number from 1")
    return value


def share(table: Mapping[str, object], key: str, default: Fraction, least: Fraction) -> Fraction:
    """A finite number from `least`; raises PolicyError for anything else."""
    value = table.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int | float | Fraction) or not value == value:
        raise refused(key, f"{value!r} is not a number", f"a number from {plain(least)}")
    number = Fraction(str(value)) if value not in (float("inf"), float("-inf")) else least - 1
    if number < least:
        raise refused(key, f"{value!r} is out of range", f"a number from {plain(least)}")
    return number


def percent(table: Mapping[str, object], key: str) -> Fraction:
    """A number from 0 to 100; 0 if left out. Raises PolicyError for anything else."""
    value = share(table, key, Fraction(0), least=Fraction(0))
    if value > 100:
        raise refused(key, f"{table[key]!r} is more than 100 percent", "a number from 0 to 100")
    return value


def switch(table: Mapping[str, object], key: str, default: bool, name: str = "") -> bool:
    """True or false; raises PolicyError for anything else."""
    value = table.get(key, default)
    if not isinstance(value, bool):
        raise refused(name or key, f"{value!r} is neither true nor false", "true or false")
    return value


def known_only(table: Mapping[str, object], known: Iterable[str], prefix: str = "", what: str = "setting") -> None:
    """Raise PolicyError for a key that is not known, with the nearest one that is."""
    known = tuple(known)
    for key in table:
        if key not in known:
            raise refused(prefix + key, f"unknown {what}", did_you_mean(key, known, f"known: {', '.join(known)}"))


def yes_or_no(value: bool) -> str:
    """A switch as the report prints it."""
    return "yes" if value else "no"


def plain(number: Fraction) -> str:
    """A number as the report prints it."""
    return str(int(number)) if number.denominator == 1 else str(float(number))


def refused(name: str, message: str, hint: str) -> PolicyError:
    """The error for a setting that cannot be used."""
    return PolicyError(f"[tool.factsuite] {name}: {message}", hint=hint)
